package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// siteFile is a file of the output folder that says what the folder holds. It
// marks the folder as ours: only such a folder is ever cleaned.
const siteFile = "site.json"

// A manifest is the content of siteFile.
type manifest struct {
	Name  string            `json:"name"`
	ID    string            `json:"id"`
	Files map[string]string `json:"files"` // path to a hash of the content
}

// site assembles the output folder: names, pages, and what they refer to.
func (b *Builder) site(ctx context.Context, wasm, wasmExec string, made *bundle, content *Content) (*Result, error) {
	files := map[string][]byte{}
	read := func(as, name string) error {
		text, err := os.ReadFile(name)
		if err == nil {
			files[as] = text
		}
		return err
	}
	// The bundle's files keep their names, so that the addresses inside them hold.
	entries, err := os.ReadDir(made.Dir)
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		if name := entry.Name(); !strings.HasPrefix(name, "bundle.") {
			if err := read("assets/"+name, filepath.Join(made.Dir, name)); err != nil {
				return nil, err
			}
		}
	}
	engine, err := os.ReadFile(wasm)
	if err != nil {
		return nil, err
	}
	starter, err := os.ReadFile(wasmExec)
	if err != nil {
		return nil, err
	}
	names := assetNames{
		Wasm:     "assets/engine." + shortHash(engine) + ".wasm",
		WasmExec: "assets/wasm_exec." + shortHash(starter) + ".js",
		Main:     "assets/" + made.Main,
		Worker:   "assets/" + made.Worker,
		Icon:     "assets/icon.svg",
	}
	if made.Style != "" {
		names.Styles = append(names.Styles, "assets/"+made.Style)
	}
	inAssets := func(list []string) (there []string) {
		for _, name := range list {
			there = append(there, "assets/"+name)
		}
		return there
	}
	names.Chunks, names.Lazy, names.LazyStyles = inAssets(made.Chunks), inAssets(made.Lazy), inAssets(made.Styles)
	for _, font := range preloadedFonts {
		if name, ok := made.Fonts[font]; ok {
			names.Fonts = append(names.Fonts, "assets/"+name)
		}
	}
	files[names.Wasm] = engine
	files[names.WasmExec] = starter
	files[names.Icon] = []byte(icon)
	if err := b.pages(files, names, content); err != nil {
		return nil, err
	}
	return b.write(ctx, files)
}

// write makes the output folder hold exactly these files, touching only what differs.
func (b *Builder) write(ctx context.Context, files map[string][]byte) (*Result, error) {
	before, err := readManifest(b.Out)
	if err != nil {
		return nil, err
	}
	now := manifest{Name: "loopscope", Files: map[string]string{}}
	list := make([]string, 0, len(files))
	for name, text := range files {
		now.Files[name] = shortHash(text)
		list = append(list, name)
	}
	sort.Strings(list)
	var all bytes.Buffer
	for _, name := range list {
		fmt.Fprintf(&all, "%s %s\n", name, now.Files[name])
	}
	now.ID = shortHash(all.Bytes())

	result := &Result{ID: now.ID, Files: len(list)}
	for _, name := range list {
		place := filepath.Join(b.Out, filepath.FromSlash(name))
		if before.Files[name] == now.Files[name] {
			if _, err := os.Stat(place); err == nil {
				continue
			}
		}
		if err := writeFile(place, files[name]); err != nil {
			return nil, err
		}
		result.Changed++
	}
	for name := range before.Files {
		if _, keep := files[name]; !keep {
			for _, ending := range []string{"", ".br", ".gz"} {
				if err := os.Remove(filepath.Join(b.Out, filepath.FromSlash(name)) + ending); err != nil && !os.IsNotExist(err) {
					return nil, err
				}
			}
			result.Changed++
		}
	}
	if !b.Dev {
		if err := b.pack(ctx, files); err != nil {
			return nil, err
		}
	}
	text, err := json.MarshalIndent(now, "", " ")
	if err != nil {
		return nil, err
	}
	if before.ID == now.ID {
		return result, nil
	}
	return result, writeFile(filepath.Join(b.Out, siteFile), append(text, '\n'))
}

// readManifest tells what the output folder holds. A folder with files of
// somebody else's is an error: a build must not overwrite them.
func readManifest(out string) (manifest, error) {
	var found manifest
	text, err := os.ReadFile(filepath.Join(out, siteFile))
	if err == nil && json.Unmarshal(text, &found) == nil && found.Name == "loopscope" {
		return found, nil
	}
	entries, err := os.ReadDir(out)
	if err != nil && !os.IsNotExist(err) {
		return found, err
	}
	if len(entries) > 0 {
		return found, fmt.Errorf("%s is not empty and not a site built by Loopscope; name a new folder with -o, or empty this one", out)
	}
	return found, nil
}

// listSite returns the paths of a built site's files, without the packed ones.
func listSite(out string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(out, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(out, name)
		if err != nil {
			return err
		}
		if ext := path.Ext(rel); ext != ".br" && ext != ".gz" {
			found = append(found, filepath.ToSlash(rel))
		}
		return nil
	})
	return found, err
}
