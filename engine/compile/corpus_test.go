package compile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// compileText parses and compiles a program, and verifies the code.
func compileText(name, src string, flags Flags) (*bytecode.Code, error) {
	f := syntax.NewFile(name, src)
	mod, err := syntax.Parse(f)
	if err != nil {
		return nil, err
	}
	code, err := Compile(mod, f, Exec, flags)
	if err != nil {
		return nil, err
	}
	return code, bytecode.Verify(code)
}

// TestCorpus compiles every program of the conformance tests, and with
// LOOPSCOPE_CORPUS=directory every Python file below it.
func TestCorpus(t *testing.T) {
	roots := []string{"../testdata"}
	if dir := os.Getenv("LOOPSCOPE_CORPUS"); dir != "" {
		roots = append(roots, dir)
	}
	files := 0
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".py" {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files++
			fused, err := compileText(path, string(src), 0)
			if err != nil && refused(path) {
				return nil
			}
			if err != nil {
				t.Errorf("%s: %v", path, err)
				return nil
			}
			plain, err := compileText(path, string(src), NoFuse)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				return nil
			}
			sameParts(t, path, fused, plain)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files == 0 {
		t.Error("no programs found")
	}
}

// sameParts checks that fused code stands for exactly the plain instructions:
// the same number, price and positions.
func sameParts(t *testing.T, path string, fused, plain *bytecode.Code) {
	next := 0
	for i, in := range fused.Instrs {
		cost := 0
		for k := 0; k < in.Op.Parts(); k++ {
			if next >= len(plain.Instrs) {
				t.Errorf("%s: %s: fused code stands for more than %d instructions", path, fused.QualName, next)
				return
			}
			cost += int(plain.Instrs[next].Cost)
			if fused.SpanAt(i, k) != plain.SpanAt(next, 0) {
				t.Errorf("%s: %s: instruction %d part %d (%s): position differs", path, fused.QualName, i, k, in.Op)
			}
			next++
		}
		if cost != int(in.Cost) {
			t.Errorf("%s: %s: instruction %d (%s) costs %d, its parts %d", path, fused.QualName, i, in.Op, in.Cost, cost)
		}
	}
	if next != len(plain.Instrs) {
		t.Errorf("%s: %s: fused code stands for %d of %d instructions", path, fused.QualName, next, len(plain.Instrs))
	}
	for i, k := range fused.Consts {
		if k.Kind == bytecode.ConstCode {
			sameParts(t, path, k.Code, plain.Consts[i].Code)
		}
	}
}

// refused tells whether the reference does not compile the program either, as its record says; for a file of a program
// of several files, what the record of that says of it.
func refused(path string) bool {
	if dir := filepath.Dir(path); filepath.Base(filepath.Dir(filepath.Dir(dir))) == "testdata" {
		out, _ := os.ReadFile(dir + ".out")
		err, _ := os.ReadFile(dir + ".err")
		return strings.Contains(string(out)+string(err), filepath.Base(path))
	}
	report, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".err")
	if err != nil {
		return false
	}
	out, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".out")
	return err == nil && len(out) == 0 && strings.HasPrefix(string(report), "  File ")
}
