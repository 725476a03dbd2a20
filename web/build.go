package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// A Renderer makes the pages' bodies. It reads the course below root; whoever
// joins the packages gives it the engine too.
type Renderer func(root string) (*Content, error)

// Content is everything that the site shows.
type Content struct {
	Pages []Page
	// Problem is what is wrong with pages that are left out, "" when nothing is. It stops a
	// release; while one works, the other pages are shown.
	Problem string
	Engine  string // the version that made the pictures; links name it
}

// A Page is one page's finished body with what its frame says about it.
type Page struct {
	Path        string // "generators/send/", ends in a slash; "" is the start page
	Lang        string // "en", "zh"
	Kind        string // "home", "lessons", "lesson", "scenarios", "play", "supported" …
	Title       string
	Description string
	Body        string            // HTML; addresses in it are relative to the page
	Alternates  map[string]string // language to the path of the same page
}

// A Builder makes the site of one checkout.
type Builder struct {
	Root   string // the checkout
	Out    string // the folder to write
	Dev    bool   // source maps, readable output, reload; and no .br and .gz files
	Render Renderer
	Log    *Log

	one sync.Mutex // one build at a time
}

// A Result describes a finished build.
type Result struct {
	ID      string // changes when any file of the site changes
	Problem string // what the site lacks, in words; "" when nothing
	Files   int
	Changed int
}

// FindRoot goes up from dir to the folder of the checkout.
func FindRoot(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "web", "src")); err == nil {
			if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
				return at, nil
			}
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("%s is not inside a checkout of Loopscope: building needs its sources", dir)
		}
	}
}

func (b *Builder) cache() string { return filepath.Join(b.Root, ".cache") }

// Build brings the output folder up to date and returns what it is.
func (b *Builder) Build(ctx context.Context) (*Result, error) {
	b.one.Lock()
	defer b.one.Unlock()
	if root, err := filepath.Abs(b.Root); err != nil { // the bundler wants it so
		return nil, err
	} else {
		b.Root = root
	}

	// Compiling Go, and installing and bundling the page's code, need nothing of each other.
	var (
		work    sync.WaitGroup
		wasm    string
		bundled *bundle
		content *Content
		exec    string
		errs    [3]error
	)
	work.Go(func() { wasm, errs[0] = b.wasm(ctx) })
	work.Go(func() {
		if errs[1] = b.npm(ctx); errs[1] != nil {
			return
		}
		if exec, errs[1] = b.wasmExec(ctx); errs[1] != nil {
			return
		}
		bundled, errs[1] = b.bundle()
	})
	work.Go(func() { content, errs[2] = b.content() })
	work.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if content.Problem != "" && !b.Dev {
		return nil, errors.New(content.Problem)
	}
	result, err := b.site(ctx, wasm, exec, bundled, content)
	if err == nil {
		result.Problem = content.Problem
	}
	return result, err
}

// rendererSources are what the pages' bodies are made of and by.
var rendererSources = fileSet{
	paths: []string{"content", "engine", "serve.go", "go.mod", "go.sum"},
	skip: func(path string, dir bool) bool {
		if filepath.ToSlash(path) == "content" || dir || filepath.ToSlash(path)[:min(len(path), 8)] == "content/" {
			return filepath.Base(path) == "testdata"
		}
		return notForTheProgram(path, dir)
	},
}

// content renders the course, unless nothing that it is made of has changed.
func (b *Builder) content() (*Content, error) {
	file := filepath.Join(b.cache(), "pages.json")
	print, err := rendererSources.fingerprint(b.Root, contentVersion)
	if err != nil {
		return nil, err
	}
	made := new(Content)
	if fresh(file+".stamp", print, file) {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		return made, json.Unmarshal(text, made)
	}
	done := b.Log.step("lessons and their pictures")
	made, err = b.Render(b.Root)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(made)
	if err != nil {
		return nil, err
	}
	if err := writeFile(file, text); err != nil {
		return nil, err
	}
	done()
	return made, setStamp(file+".stamp", print)
}

// contentVersion changes when the types above do, so that stale pages go.
const contentVersion = 2
