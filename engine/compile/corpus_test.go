package compile

import (
	"os"
	"path/filepath"
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
			for _, flags := range []Flags{0, NoFuse} {
				if _, err := compileText(path, string(src), flags); err != nil {
					t.Errorf("%s: %v", path, err)
				}
			}
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
