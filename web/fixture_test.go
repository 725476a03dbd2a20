package web

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A checkout in small: the real templates, and the least of everything else
// that the steps need. Tests change its files.
func fixture(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	put(t, root, map[string]string{
		"go.mod":                   "module small\n\ngo 1.26.0\n",
		"serve.go":                 "package main\n\nfunc main() {}\n",
		"wasm/main.go":             "package main\n\nfunc main() {}\n",
		"engine/engine.go":         "// Package engine is empty.\npackage engine\n",
		"content/text.md":          "hello",
		"web/src/app/main.ts":      "import './main.css';\nimport { word } from '../base/word';\nconsole.log(word satisfies string);\n",
		"web/src/app/main.css":     "body { color: red }\n",
		"web/src/base/word.ts":     "export const word: string = 'first';\n",
		"web/src/worker/worker.ts": "self.onmessage = (e: MessageEvent) => console.log(e.data);\n",
	})
	templates, err := filepath.Glob("templates/*.html")
	if err != nil || len(templates) == 0 {
		t.Fatalf("no templates: %v", err)
	}
	for _, name := range templates {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		put(t, root, map[string]string{"web/" + filepath.ToSlash(name): string(text)})
	}
	return root
}

func put(t *testing.T, root string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		place := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func get(t *testing.T, root, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// smallCourse renders the fixture's one text as a start page, a lesson and a playground in two languages.
func smallCourse(root string) (*Content, error) {
	text, err := os.ReadFile(filepath.Join(root, "content", "text.md"))
	if err != nil {
		return nil, err
	}
	content := &Content{}
	for _, lang := range []string{"en", "zh"} {
		for _, page := range []Page{
			{Path: "", Kind: "home", Title: "Start"}, {Path: "play/", Kind: "play", Title: "Playground"},
			{Path: "one/two/", Kind: "lesson", Title: "A <lesson>", Description: "It's \"short\""},
		} {
			page.Alternates = map[string]string{"en": page.Path, "zh": "zh/" + page.Path}
			page.Path, page.Lang = page.Alternates[lang], lang
			page.Body = "<main><p>" + string(text) + "</p></main>"
			content.Pages = append(content.Pages, page)
		}
	}
	return content, nil
}

// builder returns a builder of the checkout, and what it logs.
func builder(t *testing.T, root string) (*Builder, *bytes.Buffer) {
	t.Helper()
	log := new(bytes.Buffer)
	return &Builder{Root: root, Out: filepath.Join(root, "dist"), Render: smallCourse, Log: NewLog(log)}, log
}

func mustBuild(t *testing.T, b *Builder) *Result {
	t.Helper()
	result, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// only returns the one file of the site whose path has this beginning and ending.
func only(t *testing.T, out, prefix, suffix string) string {
	t.Helper()
	names, err := listSite(out)
	if err != nil {
		t.Fatal(err)
	}
	found := ""
	for _, name := range names {
		if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) {
			if found != "" {
				t.Fatalf("both %s and %s are like %s…%s", found, name, prefix, suffix)
			}
			found = name
		}
	}
	if found == "" {
		t.Fatalf("none of %q is like %s…%s", names, prefix, suffix)
	}
	return found
}
