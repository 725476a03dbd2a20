package compile

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/engine/bytecode"
)

var update = flag.Bool("update", false, "write the disassemblies in testdata/disasm anew")

// TestDisassembly shows what programs compile to; changes are reviewed as a diff.
func TestDisassembly(t *testing.T) {
	files, err := filepath.Glob("testdata/disasm/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, path := range files {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		code, err := compileText(path, string(src), 0)
		if err != nil {
			t.Error(err)
			continue
		}
		got := bytecode.Disassemble(code)
		golden := strings.TrimSuffix(path, ".py") + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s compiles to\n%s", path, got)
		}
	}
}
