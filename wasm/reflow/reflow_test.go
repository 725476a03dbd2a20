package reflow

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func build(t *testing.T, folder string) (name string, module []byte) {
	t.Helper()
	name = filepath.Join(t.TempDir(), "program.wasm")
	compile := exec.Command("go", "build", "-trimpath", "-ldflags=-w", "-o", name, folder)
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if output, err := compile.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	module, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return name, module
}

func run(t *testing.T, wasm string) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	starter := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	output, err := exec.Command("node", "testdata/run.mjs", starter, wasm).CombinedOutput()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, output)
	}
	return string(output)
}

// A rewritten program does what it did.
func TestSameBehaviour(t *testing.T) {
	name, module := build(t, "./testdata/flows")
	want := run(t, name)
	if !strings.Contains(want, "sorted brown") {
		t.Fatalf("the program prints %q", want)
	}
	out, stats, err := Rewrite(module)
	if err != nil {
		t.Fatal(err)
	}
	if stats.Rewritten < 1000 || stats.Kept > stats.Rewritten/100 {
		t.Errorf("%+v: nearly all functions should be rewritten", stats)
	}
	if err := os.WriteFile(name, out, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := run(t, name); got != want {
		t.Errorf("rewritten, it prints\n%s\ninstead of\n%s", got, want)
	}
	if len(out) >= len(module) {
		t.Errorf("%d bytes became %d", len(module), len(out))
	}

	again, _, err := Rewrite(module)
	if err != nil || string(again) != string(out) {
		t.Errorf("a second time something else comes out (%v)", err)
	}
	if _, _, err := Rewrite(out); err == nil || !strings.Contains(err.Error(), "names") {
		t.Errorf("a module without names: %v", err)
	}
	for _, bad := range [][]byte{nil, []byte("text"), module[:len(module)/2]} {
		if _, _, err := Rewrite(bad); err == nil {
			t.Errorf("%d bytes are no module, and no error", len(bad))
		}
	}
}
