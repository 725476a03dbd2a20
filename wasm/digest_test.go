//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/engine"
	"loopscope/wasm/reflow"
)

// The same program gives the same recording natively and as WASM, byte for
// byte: the digests of all programs that the repository has are compared.
func TestNativeAndWASMAgree(t *testing.T) {
	folder := t.TempDir()
	wasm := filepath.Join(folder, "engine.wasm")
	compile := exec.Command("go", "build", "-trimpath", "-ldflags=-w", "-o", wasm, ".")
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if output, err := compile.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	// The page's engine has been through reflow; what is compared here has too.
	module, err := os.ReadFile(wasm)
	if err != nil {
		t.Fatal(err)
	}
	module, stats, err := reflow.Rewrite(module)
	if err != nil {
		t.Fatal(err)
	}
	if stats.Kept > stats.Rewritten/100 {
		t.Errorf("reflow has left %d functions as they were, and rewritten %d", stats.Kept, stats.Rewritten)
	}
	if err := os.WriteFile(wasm, module, 0o644); err != nil {
		t.Fatal(err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	starter := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")

	type job struct {
		Name    string         `json:"name"`
		Request engine.Request `json:"request"`
	}
	var jobs []job
	for _, pattern := range []string{"../engine/testdata/*/*.py", "../content/scenarios/*.py"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			stdin, err := os.ReadFile(strings.TrimSuffix(name, ".py") + ".in")
			if err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			// Seeds differ, so that what a seed decides is compared as well.
			jobs = append(jobs, job{filepath.ToSlash(name), engine.Request{
				Files: []engine.File{{Name: "main.py", Text: string(text)}}, Seed: int64(i + 1), Stdin: string(stdin),
			}})
		}
	}
	if len(jobs) == 0 {
		t.Fatal("there are no programs to compare")
	}
	input, err := json.Marshal(jobs)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "testdata/run.mjs", starter, wasm)
	node.Stdin = bytes.NewReader(input)
	node.Stderr = os.Stderr
	output, err := node.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, output)
	}
	lines := strings.Split(strings.TrimSpace(string(output)), "\n")
	if len(lines) != len(jobs) {
		t.Fatalf("%d answers for %d programs:\n%s", len(lines), len(jobs), output)
	}
	for i, line := range lines {
		t.Run(strings.TrimPrefix(strings.TrimSuffix(jobs[i].Name, ".py"), "../"), func(t *testing.T) {
			var got struct {
				Digest, Stdout string
				Exit           int
				Error          json.RawMessage
			}
			if err := json.Unmarshal([]byte(line), &got); err != nil {
				t.Fatalf("%v\n%s", err, line)
			}
			native := engine.Run(jobs[i].Request)
			want := native.Recording.Digest()
			if got.Digest == want {
				return
			}
			t.Errorf("native %s (exit %d), WASM %s (exit %d, error %s)", want, native.Exit, got.Digest, got.Exit, got.Error)
			if got.Stdout != native.Stdout {
				t.Errorf("native prints %q, WASM %q", native.Stdout, got.Stdout)
			}
		})
	}
}
