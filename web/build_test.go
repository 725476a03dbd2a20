package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestBuildWritesASiteWithoutBrokenLinks(t *testing.T) {
	root := fixture(t)
	b, _ := builder(t, root)
	result := mustBuild(t, b)
	if result.Changed != result.Files {
		t.Errorf("a first build wrote %d of %d files", result.Changed, result.Files)
	}
	problems, err := CheckLinks(b.Out)
	if err != nil || len(problems) > 0 {
		t.Errorf("links: %v %q", err, problems)
	}
	page := get(t, b.Out, "zh/one/two/index.html")
	for _, want := range []string{
		`<html lang="zh">`, `<title>A &lt;lesson&gt; · Loopscope</title>`, `content="It&#39;s &#34;short&#34;"`,
		`hreflang="en" href="../../../one/two/"`, `"wasm":"../../../assets/engine.`, `<p>hello</p>`, `<noscript>`,
		`href="../../../zh/play/"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s:\n%s", want, page)
		}
	}
	if strings.Contains(page, "EventSource") {
		t.Error("a released page listens for reloads")
	}
	magic := get(t, b.Out, only(t, b.Out, "assets/engine.", ".wasm"))[:4]
	if magic != "\x00asm" {
		t.Errorf("the engine begins with %q", magic)
	}
}

func TestEveryTextIsPacked(t *testing.T) {
	b, _ := builder(t, fixture(t))
	mustBuild(t, b)
	names, err := listSite(b.Out)
	if err != nil {
		t.Fatal(err)
	}
	packed := 0
	for _, name := range names {
		if !packable(name) || name == siteFile {
			continue
		}
		packed++
		text := get(t, b.Out, name)
		unzipped, err := gzip.NewReader(strings.NewReader(get(t, b.Out, name+".gz")))
		if err != nil {
			t.Fatal(err)
		}
		for kind, r := range map[string]io.Reader{"br": brotli.NewReader(strings.NewReader(get(t, b.Out, name+".br"))), "gz": unzipped} {
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, []byte(text)) {
				t.Errorf("%s.%s does not unpack to %s: %v", name, kind, name, err)
			}
		}
	}
	if packed < 8 {
		t.Errorf("only %d of %q were packed", packed, names)
	}
}

func TestASecondBuildDoesNothing(t *testing.T) {
	b, log := builder(t, fixture(t))
	first := mustBuild(t, b)
	log.Reset()
	second := mustBuild(t, b)
	if second.Changed != 0 || second.ID != first.ID || log.Len() > 0 {
		t.Errorf("a second build wrote %d files and did:\n%s", second.Changed, log)
	}
}

// Each change redoes what it touches and nothing else.
func TestAChangeRebuildsWhatItTouches(t *testing.T) {
	for _, test := range []struct{ file, text, does string }{
		{"web/src/base/word.ts", "export const word: string = 'second';\n", "page scripts and styles"},
		{"web/src/app/main.css", "body { color: blue }\n", "page scripts and styles"},
		{"content/text.md", "goodbye", "lessons and their pictures"},
		{"engine/engine.go", "// Package engine is not empty.\npackage engine\n\nconst A = 1\n", "engine as WASM, lessons and their pictures"},
		{"wasm/main.go", "package main\n\nfunc main() { println(1) }\n", "engine as WASM"},
		{"web/templates/reload.html", `{{define "reload"}}<script>1</script>{{end}}`, ""},
		{"engine/engine_test.go", "package engine\n", ""},
		{"engine/testdata/a.py", "print()\n", ""},
	} {
		t.Run(test.file, func(t *testing.T) {
			root := fixture(t)
			b, log := builder(t, root)
			b.Dev = true
			before := mustBuild(t, b)
			log.Reset()
			put(t, root, map[string]string{test.file: test.text})
			after := mustBuild(t, b)
			var did []string
			for _, step := range []string{"engine as WASM", "page scripts and styles", "lessons and their pictures"} {
				if strings.Contains(log.String(), step) {
					did = append(did, step)
				}
			}
			if strings.Join(did, ", ") != test.does {
				t.Errorf("did %q, want %q", did, test.does)
			}
			if wants := test.does != "" && test.file != "engine/engine.go" || strings.Contains(test.file, "templates"); wants != (before.ID != after.ID) {
				t.Errorf("the site's id went from %s to %s", before.ID, after.ID)
			}
		})
	}
}

func TestStaleFilesGo(t *testing.T) {
	root := fixture(t)
	b, _ := builder(t, root)
	mustBuild(t, b)
	old := only(t, b.Out, "assets/main.", ".js")
	put(t, root, map[string]string{"web/src/base/word.ts": "export const word: string = 'second';\n"})
	mustBuild(t, b)
	if now := only(t, b.Out, "assets/main.", ".js"); now == old {
		t.Errorf("%s kept its name though its content changed", now)
	}
	for _, ending := range []string{"", ".br", ".gz"} {
		if _, err := os.Stat(filepath.Join(b.Out, old+ending)); !os.IsNotExist(err) {
			t.Errorf("%s%s is still there: %v", old, ending, err)
		}
	}
}

func TestForeignFoldersAreLeftAlone(t *testing.T) {
	root := fixture(t)
	b, _ := builder(t, root)
	b.Out = filepath.Join(root, "photos")
	put(t, b.Out, map[string]string{"cat.jpg": "meow"})
	if _, err := b.Build(context.Background()); err == nil || !strings.Contains(err.Error(), "not a site built by Loopscope") {
		t.Errorf("building into a folder of photos: %v", err)
	}
	if entries, _ := os.ReadDir(b.Out); len(entries) != 1 {
		t.Errorf("the folder now holds %v", entries)
	}
}

func TestDevBuildsHaveSourceMapsAndReload(t *testing.T) {
	b, _ := builder(t, fixture(t))
	b.Dev = true
	mustBuild(t, b)
	if !strings.Contains(get(t, b.Out, only(t, b.Out, "assets/main.", ".js.map")), "word.ts") {
		t.Error("the map does not name its source")
	}
	if !strings.Contains(get(t, b.Out, "index.html"), "EventSource") {
		t.Error("the page does not listen for reloads")
	}
	names, _ := listSite(b.Out)
	for _, name := range names {
		if _, err := os.Stat(filepath.Join(b.Out, name+".br")); err == nil {
			t.Errorf("%s was packed, which takes too long while one works", name)
		}
	}
}

func TestMistakesNameTheirPlace(t *testing.T) {
	for _, test := range []struct {
		file, text string
		render     Renderer
		want       string
	}{
		{"web/src/app/main.ts", "const a = ;\n", nil, `web/src/app/main\.ts:1:10`},
		{"web/src/app/main.ts", "import '../base/gone';\n", nil, `(?s)main\.ts:1:7.*base/gone|base/gone.*main\.ts:1:7`},
		{"wasm/main.go", "package main\n\nfunc main() { x }\n", nil, `wasm/main\.go:3:15: undefined: x`},
		{"web/templates/page.html", "{{nope}}", nil, `page\.html:1: function "nope" not defined`},
		{"content/text.md", "", func(string) (*Content, error) { return nil, errors.New("en/a.md:7: no such moment") }, `en/a\.md:7`},
		{"content/text.md", "", func(string) (*Content, error) { return &Content{Pages: []Page{{Path: "a/"}, {Path: "a/"}}}, nil }, `two pages have the path /a/`},
	} {
		root := fixture(t)
		b, _ := builder(t, root)
		put(t, root, map[string]string{test.file: test.text})
		if test.render != nil {
			b.Render = test.render
		}
		_, err := b.Build(context.Background())
		if err == nil || !regexp.MustCompile(test.want).MatchString(err.Error()) {
			t.Errorf("%s: %v\nwant %s", test.file, err, test.want)
		}
	}
}

func TestCheckLinksFindsWhatIsBroken(t *testing.T) {
	out := t.TempDir()
	put(t, out, map[string]string{
		"index.html":   `<a href="a/">ok</a><a href="a/#there">ok</a><img src="x.png"><a href="https://example.org/">ok</a><!-- <a href="no/"> --><script>"<a href='no/'>"</script>`,
		"a/index.html": `<p id="there"><p id=twice><p id="twice"><a href="../../out/">a</a><a href="/abs">b</a><a href="../#gone">c</a><a href="http://example.org/">d</a><a href="../#s=abc">ok</a>`,
		"s.css":        `@font-face{src:url("f.woff2")} a{background:url(data:image/png;base64,AA)}`,
	})
	problems, err := CheckLinks(out)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(problems, "\n")
	for _, want := range []string{
		`index.html: "x.png" leads to x.png`, `"../../out/" leads out`, `"/abs" is not relative`, `no element #gone`,
		`only https leads out`, `two elements have the id "twice"`, `s.css: "f.woff2"`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("not reported: %s", want)
		}
	}
	if len(problems) != 7 {
		t.Errorf("%d problems, want 7:\n%s", len(problems), all)
	}
}
