package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"loopscope/wasm/reflow"
)

// npm installs the page's packages when the lock file is not the one they were
// installed from. Tools that only tests use stay out, unless they are there.
func (b *Builder) npm(ctx context.Context) error {
	web := filepath.Join(b.Root, "web")
	lock, err := os.ReadFile(filepath.Join(web, "package-lock.json"))
	if os.IsNotExist(err) {
		return nil // a page without packages
	}
	if err != nil {
		return err
	}
	// What was installed last is told by a copy of its lock file; build.sh leaves one too, when it
	// installs with the packages that only tests use.
	modules := filepath.Join(web, "node_modules")
	for _, stamp := range []string{".loopscope", ".loopscope-dev"} {
		if installed, err := os.ReadFile(filepath.Join(modules, stamp)); err == nil && bytes.Equal(installed, lock) {
			return nil
		}
	}
	if _, err := exec.LookPath("npm"); err != nil {
		return errors.New("npm is not installed; it comes with Node.js 20 or later (Debian: apt-get install nodejs npm)")
	}
	done := b.Log.step("npm packages")
	// Packages that only tests use are not needed; whoever has them keeps them.
	args, stamp := []string{"ci", "--no-audit", "--no-fund", "--loglevel=error"}, ".loopscope-dev"
	if _, err := os.Stat(filepath.Join(modules, "typescript")); err != nil {
		args, stamp = append(args, "--omit=dev"), ".loopscope"
	}
	if err := b.command(ctx, web, nil, "npm", args...); err != nil {
		return err
	}
	done()
	return writeFile(filepath.Join(modules, stamp), lock)
}

// wasm compiles the engine for the browser, and restores the control flow that the compiler takes away (see package
// reflow). It returns the file.
func (b *Builder) wasm(ctx context.Context) (string, error) {
	file := filepath.Join(b.cache(), "wasm", "engine.wasm")
	print, err := fileSet{paths: []string{"engine", "wasm", "go.mod", "go.sum"}, skip: notForTheProgram}.
		fingerprint(b.Root, runtime.Version())
	if err != nil {
		return "", err
	}
	stamp := file + ".stamp"
	if fresh(stamp, print, file) {
		return file, nil
	}
	done := b.Log.step("engine as WASM")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return "", err
	}
	// A file of its own: go build leaves one alone that it recognises as its own, rewritten or not.
	linked := filepath.Join(filepath.Dir(file), "linked.wasm")
	err = b.command(ctx, b.Root, []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"},
		"go", "build", "-trimpath", "-ldflags=-w", "-o", linked, "./wasm") // with names, which reflow needs
	if err != nil {
		return "", err
	}
	module, err := os.ReadFile(linked)
	if err != nil {
		return "", err
	}
	if module, _, err = reflow.Rewrite(module); err != nil {
		return "", err
	}
	if err := os.WriteFile(file, module, 0o644); err != nil {
		return "", err
	}
	done()
	return file, setStamp(stamp, print)
}

// wasmExec finds the JavaScript that starts a Go program in a browser; it
// belongs to the compiler and has to match it.
func (b *Builder) wasmExec(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOROOT: %w", err)
	}
	file := filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js")
	if _, err := os.Stat(file); err != nil {
		return "", fmt.Errorf("the Go installation has no %s", file)
	}
	return file, nil
}

// command runs a program; when it fails, the error holds what it printed.
func (b *Builder) command(ctx context.Context, dir string, env []string, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var output bytes.Buffer
	cmd.Stdout = &output
	cmd.Stderr = &output
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, strings.TrimSpace(output.String()))
	}
	return nil
}
