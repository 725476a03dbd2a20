package engine_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The house, as a table: which package may import which of ours. An entry that
// ends in /... stands for a package and all below it. Arrows point downwards
// only; what is not listed here must not exist.
var arrows = map[string][]string{
	"engine/syntax":   {},
	"engine/resolve":  {"engine/syntax"},
	"engine/bytecode": {"engine/syntax"},
	"engine/compile":  {"engine/resolve", "engine/syntax", "engine/bytecode"},
	"engine/object":   {"engine/bytecode"},
	"engine/vm":       {"engine/object", "engine/bytecode", "engine/syntax"},
	"engine/builtins": {"engine/vm", "engine/object", "engine/bytecode"},
	"engine/trace":    {},
	"engine/kernel":   {"engine/trace"},
	"engine/world":    {"engine/kernel", "engine/trace"},
	"engine/lib/...":  {"engine/lib/...", "engine/syntax", "engine/builtins", "engine/vm", "engine/object", "engine/bytecode", "engine/world", "engine/kernel", "engine/trace"},
	"engine":          {"engine/..."},
	"wasm":            {"engine", "engine/trace"},
	"wasm/reflow":     {},
	"content":         {"engine", "engine/trace"},
	"web":             {"wasm/reflow"},
	"":                {"engine", "engine/trace", "content", "web"},
}

// What the engine must not import, with the reason. Same program, seed and
// machine: the same recording, on every host.
var banned = map[string]string{
	"time":         "there is no wall clock in the engine: time is virtual",
	"sync":         "nothing in the engine runs at the same time as anything else",
	"sync/atomic":  "nothing in the engine runs at the same time as anything else",
	"math/rand":    "randomness comes from the seed",
	"math/rand/v2": "randomness comes from the seed",
	"crypto/rand":  "randomness comes from the seed",
	"hash/maphash": "its seed differs from run to run",
	"os":           "the engine has no host: files and processes are simulated",
	"os/exec":      "the engine has no host: files and processes are simulated",
	"os/signal":    "the engine has no host: files and processes are simulated",
	"syscall":      "the engine has no host: files and processes are simulated",
	"net":          "the network is simulated",
	"net/http":     "the network is simulated",
}

const module = "loopscope"

type source struct {
	path string // of the file, from the checkout
	pkg  string // its package's folder
	file *ast.File
	set  *token.FileSet
}

func sources(t *testing.T) []source {
	t.Helper()
	var found []source
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel("..", name)
		rel = filepath.ToSlash(rel)
		if entry.IsDir() {
			if base := entry.Name(); rel != "." && (base == "testdata" || base == "node_modules" || strings.HasPrefix(base, ".")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") || strings.HasSuffix(rel, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(filepath.Dir(rel))
		if pkg == "." {
			pkg = ""
		}
		found = append(found, source{rel, pkg, file, set})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func covers(pattern, pkg string) bool {
	if base, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == base || strings.HasPrefix(pkg, base+"/")
	}
	return pattern == pkg
}

func TestArrowsPointDownwards(t *testing.T) {
	for _, s := range sources(t) {
		var allowed []string
		known := false
		for pattern, list := range arrows {
			if covers(pattern, s.pkg) {
				known, allowed = true, append(allowed, list...)
			}
		}
		if !known {
			t.Errorf("%s: package %q has no place in the house; give it one in the table of this test", s.path, s.pkg)
			continue
		}
		for _, spec := range s.file.Imports {
			path := strings.Trim(spec.Path.Value, `"`)
			if path != module && !strings.HasPrefix(path, module+"/") {
				continue
			}
			to := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
			if to != s.pkg && !slices.ContainsFunc(allowed, func(pattern string) bool { return covers(pattern, to) }) {
				t.Errorf("%s imports %s, which is not below it", s.path, path)
			}
		}
	}
}

func TestEngineNeedsNoHost(t *testing.T) {
	for _, s := range sources(t) {
		if !covers("engine/...", s.pkg) {
			continue
		}
		for _, spec := range s.file.Imports {
			path := strings.Trim(spec.Path.Value, `"`)
			if why, ok := banned[path]; ok {
				t.Errorf("%s imports %s: %s", s.path, path, why)
			}
			if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
				t.Errorf("%s imports %s: the engine uses the standard library only", s.path, path)
			}
		}
		ast.Inspect(s.file, func(node ast.Node) bool {
			if start, ok := node.(*ast.GoStmt); ok {
				t.Errorf("%s:%d starts a goroutine: the kernel decides who runs", s.path, s.set.Position(start.Pos()).Line)
			}
			return true
		})
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	said := map[string]bool{}
	for _, s := range sources(t) {
		said[s.pkg] = said[s.pkg] || s.file.Doc != nil && len(s.file.Doc.Text()) > 60
	}
	for pkg, ok := range said {
		if !ok {
			t.Errorf("package %q has no comment that says what it is for, what it may import and what it must not know", pkg)
		}
	}
}

func TestTopLevelStaysSmall(t *testing.T) {
	allowed := []string{"go.mod", "go.sum", "wasm", "web", "engine", "content", "build.sh", "serve.go", "README.md", "LICENSE", ".ci", ".gitignore"}
	made := []string{".git", ".cache", "dist", "node_modules"}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if name := entry.Name(); !slices.Contains(allowed, name) && !slices.Contains(made, name) {
			t.Errorf("%s lies at the top of the checkout, where only these belong: %s", name, strings.Join(allowed, " "))
		}
	}
}

var tsImport = regexp.MustCompile(`(?m)^\s*(?:import|export)\b[^;'"]*?["'](\.[^"']*)["']|import\(\s*["'](\.[^"']*)["']\s*\)`)

// The page's folders have arrows too: base knows nobody, and nobody knows app.
func TestPageArrowsPointDownwards(t *testing.T) {
	root := filepath.Join("..", "web", "src")
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".ts") && !strings.HasSuffix(name, ".tsx") || strings.Contains(name, ".test.") {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		from, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, m := range tsImport.FindAllStringSubmatch(string(text), -1) {
			if strings.HasPrefix(strings.TrimSpace(m[0]), "import type ") {
				continue // gone when it is compiled
			}
			target, _ := filepath.Rel(root, filepath.Join(filepath.Dir(name), filepath.FromSlash(m[1]+m[2])))
			to, _, _ := strings.Cut(filepath.ToSlash(target), "/")
			switch {
			case to == from:
			case from == "base":
				t.Errorf("web/src/%s imports %s: base knows nobody", rel, to)
			case from == "recording" && to != "base":
				t.Errorf("web/src/%s imports %s: recording knows base only", rel, to)
			case to == "app":
				t.Errorf("web/src/%s imports app, which nobody may", rel)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
