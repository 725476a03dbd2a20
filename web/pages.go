package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"path/filepath"
	"sort"
	"strings"
)

// assetNames are the paths of what every page refers to, from the site's top.
type assetNames struct {
	Main, Worker, Wasm, WasmExec, Icon string
	Styles, Chunks, Fonts              []string
	Lazy, LazyStyles                   []string // for pages that run programs
}

// preloadedFonts are those that the first text of a page needs. The others
// wait until something uses them.
var preloadedFonts = []string{"source-sans-3-latin-wght-normal.woff2"}

// A frame is what the templates are given for one page.
type frame struct {
	Page
	Body    template.HTML
	Title   string
	Words   words
	Icon    string
	Styles  []string
	Main    string
	Modules []string
	Fonts   []string
	Preload []preload
	Config  template.JS // JSON for a script element
	Home    string
	Nav     []navLink
	Quiet   []navLink
	Langs   []navLink
	Canon   []navLink
	Live    bool
	Dev     bool
}

type navLink struct {
	Text, Href, Lang string
	Current          bool
}

type preload struct {
	Href, As string
	Type     string
	CORS     bool
}

// liveKinds are the kinds of page that run programs.
var liveKinds = map[string]bool{"home": true, "lesson": true, "play": true}

// pages renders every page, and the one for addresses that lead nowhere.
func (b *Builder) pages(files map[string][]byte, names assetNames, content *Content) error {
	// Read from disk, not embedded: a changed template needs no new binary.
	templates, err := template.ParseGlob(filepath.Join(b.Root, "web", "templates", "*.html"))
	if err != nil {
		return err
	}
	byKind := map[string]map[string]string{} // language, kind -> path
	for _, page := range content.Pages {
		if byKind[page.Lang] == nil {
			byKind[page.Lang] = map[string]string{}
		}
		if _, taken := byKind[page.Lang][page.Kind]; !taken {
			byKind[page.Lang][page.Kind] = page.Path
		}
	}
	for _, page := range content.Pages {
		name := page.Path + "index.html"
		if _, taken := files[name]; taken {
			return fmt.Errorf("two pages have the path /%s", page.Path)
		}
		if page.Path != "" && !strings.HasSuffix(page.Path, "/") || strings.HasPrefix(page.Path, "/") {
			return fmt.Errorf("page %q: a path has no leading slash and ends in one", page.Path)
		}
		text, err := b.page(templates, page, names, byKind[page.Lang], content.Engine)
		if err != nil {
			return fmt.Errorf("page /%s: %w", page.Path, err)
		}
		files[name] = text
	}
	var text bytes.Buffer
	lost := struct {
		Title    string
		Everyone []words
	}{wordsOf("en").Lost, everyone()}
	if err := templates.ExecuteTemplate(&text, "lost.html", lost); err != nil {
		return err
	}
	files["404.html"] = text.Bytes()
	return nil
}

func (b *Builder) page(templates *template.Template, page Page, names assetNames, kinds map[string]string, engine string) ([]byte, error) {
	up := relativeTo(page.Path)
	words := wordsOf(page.Lang)
	f := frame{
		Page: page, Body: template.HTML(page.Body), Words: words, Dev: b.Dev, Live: liveKinds[page.Kind],
		Icon: up(names.Icon), Main: up(names.Main), Home: up(kinds["home"]), Title: page.Title,
	}
	if page.Kind != "home" {
		f.Title = page.Title + " · Loopscope"
	}
	all := func(list []string) (there []string) {
		for _, name := range list {
			there = append(there, up(name))
		}
		return there
	}
	f.Styles, f.Modules, f.Fonts = all(names.Styles), all(names.Chunks), all(names.Fonts)
	if page.Kind == "lesson" || page.Kind == "play" {
		f.Styles, f.Modules = append(f.Styles, all(names.LazyStyles)...), append(f.Modules, all(names.Lazy)...)
		// The reader will run something. fetch() with these modes finds the preloaded answer.
		f.Preload = []preload{{Href: up(names.Wasm), As: "fetch", Type: "application/wasm", CORS: true}}
	}
	for _, entry := range []struct{ kind, text string }{{"lessons", words.Lessons}, {"play", words.Playground}, {"scenarios", words.Scenarios}} {
		if path, ok := kinds[entry.kind]; ok {
			current := page.Kind == entry.kind || entry.kind == "lessons" && page.Kind == "lesson"
			f.Nav = append(f.Nav, navLink{Text: entry.text, Href: up(path), Current: current})
		}
	}
	if path, ok := kinds["supported"]; ok {
		f.Quiet = append(f.Quiet, navLink{Text: words.Supported, Href: up(path), Current: page.Kind == "supported"})
	}
	langs := make([]string, 0, len(page.Alternates))
	for lang := range page.Alternates {
		langs = append(langs, lang)
	}
	sort.Strings(langs)
	for _, lang := range langs {
		link := navLink{Text: wordsOf(lang).Name, Href: up(page.Alternates[lang]), Lang: lang}
		f.Canon = append(f.Canon, link)
		if lang != page.Lang {
			f.Langs = append(f.Langs, link)
		}
	}
	config, err := json.Marshal(map[string]any{
		"lang": page.Lang, "kind": page.Kind, "dev": b.Dev, "base": up(""),
		"worker": up(names.Worker), "wasm": up(names.Wasm), "wasmExec": up(names.WasmExec),
		"play": up(kinds["play"]), "engine": engine,
	})
	if err != nil {
		return nil, err
	}
	f.Config = template.JS(config) // json.Marshal escapes < and >, so nothing ends the element
	var text bytes.Buffer
	if err := templates.ExecuteTemplate(&text, "page.html", f); err != nil {
		return nil, err
	}
	return text.Bytes(), nil
}

// relativeTo returns how a page at path spells the address of another path of
// the site. Relative addresses let the site live at any path of a host.
func relativeTo(path string) func(string) string {
	up := strings.Repeat("../", strings.Count(path, "/"))
	return func(to string) string {
		if up == "" && to == "" {
			return "./"
		}
		if up == "" {
			return "./" + to
		}
		return up + to
	}
}
