package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// A bundle is what the bundler made of web/src, by the names that the page needs.
type bundle struct {
	Dir    string            // where the files lie
	Main   string            // the page's script, a path below Dir
	Style  string            // its style sheet
	Worker string            // the script of the Web Worker
	Fonts  map[string]string // font files by the name they had, for preloading
	Chunks []string          // what Main imports at once, for preloading
	Lazy   []string          // what it imports when there is a program on the page
	Styles []string          // the style sheets of these, which the bundler leaves to us
}

const (
	mainEntry   = "web/src/app/main.ts"
	workerEntry = "web/src/worker/worker.ts"
)

// bundle compiles the page's TypeScript and styles. Names carry a hash of the
// content, so that a host may let browsers keep them for ever.
func (b *Builder) bundle() (*bundle, error) {
	kind := "release"
	if b.Dev {
		kind = "dev"
	}
	dir := filepath.Join(b.cache(), "bundle-"+kind)
	manifest := filepath.Join(dir, "bundle.json")
	stamp := filepath.Join(dir, "bundle.stamp")
	print, err := fileSet{paths: []string{"web/src", "web/package-lock.json", "web/tsconfig.json"}}.
		fingerprint(b.Root, kind, bundleVersion)
	if err != nil {
		return nil, err
	}
	if fresh(stamp, print, manifest) {
		text, err := os.ReadFile(manifest)
		if err != nil {
			return nil, err
		}
		made := new(bundle)
		return made, json.Unmarshal(text, made)
	}
	done := b.Log.step("page scripts and styles")
	options := b.bundleOptions(dir)
	options.Format = api.FormatESModule
	options.Splitting = true
	options.EntryPoints = []string{filepath.Join(b.Root, mainEntry)}
	page := api.Build(options)
	if err := problems(page); err != nil {
		return nil, err
	}
	// The worker is one classic script, because it loads another one: Go's start-up script, which knows
	// no modules.
	options = b.bundleOptions(dir)
	options.Format = api.FormatIIFE
	options.EntryPoints = []string{filepath.Join(b.Root, workerEntry)}
	worker := api.Build(options)
	if err := problems(worker); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(dir); err != nil {
		return nil, err
	}
	for _, file := range append(page.OutputFiles, worker.OutputFiles...) {
		if err := writeFile(file.Path, file.Contents); err != nil {
			return nil, err
		}
	}
	made := &bundle{Dir: dir, Fonts: map[string]string{}}
	if err := made.read(page.Metafile, dir, b.Root); err != nil {
		return nil, err
	}
	if err := made.read(worker.Metafile, dir, b.Root); err != nil {
		return nil, err
	}
	if made.Main == "" || made.Worker == "" {
		return nil, fmt.Errorf("the bundler made no output of %s or %s", mainEntry, workerEntry)
	}
	text, err := json.MarshalIndent(made, "", "\t")
	if err != nil {
		return nil, err
	}
	if err := writeFile(manifest, text); err != nil {
		return nil, err
	}
	done()
	return made, setStamp(stamp, print)
}

// bundleVersion changes when the options below do, so that stale bundles go.
const bundleVersion = 2

func (b *Builder) bundleOptions(dir string) api.BuildOptions {
	options := api.BuildOptions{
		AbsWorkingDir:   b.Root,
		Outdir:          dir,
		Outbase:         filepath.Join(b.Root, "web/src"),
		Bundle:          true,
		Metafile:        true,
		Write:           false,
		Platform:        api.PlatformBrowser,
		Target:          api.ES2022,
		EntryNames:      "[name].[hash]",
		ChunkNames:      "chunk.[hash]",
		AssetNames:      "[name].[hash]",
		Charset:         api.CharsetUTF8,
		LegalComments:   api.LegalCommentsNone,
		LogLevel:        api.LogLevelSilent,
		JSX:             api.JSXAutomatic,
		JSXImportSource: "preact",
		Loader: map[string]api.Loader{
			".woff2": api.LoaderFile, ".woff": api.LoaderEmpty, ".svg": api.LoaderFile, ".py": api.LoaderText,
		},
		Define: map[string]string{"process.env.NODE_ENV": `"production"`, "import.meta.env.DEV": fmt.Sprint(b.Dev)},
	}
	if b.Dev {
		options.Sourcemap = api.SourceMapLinked
	} else {
		options.MinifyWhitespace, options.MinifyIdentifiers, options.MinifySyntax = true, true, true
	}
	return options
}

// read takes the names of a build's outputs from the bundler's own account.
func (m *bundle) read(metafile, dir, root string) error {
	var meta struct {
		Outputs map[string]struct {
			EntryPoint string
			CSSBundle  string `json:"cssBundle"`
			Inputs     map[string]any
			Imports    []struct {
				Path string
				Kind string
			}
		}
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return err
	}
	below := func(path string) string {
		rel, err := filepath.Rel(dir, filepath.Join(root, filepath.FromSlash(path)))
		if err != nil {
			return path
		}
		return filepath.ToSlash(rel)
	}
	for path, output := range meta.Outputs {
		switch output.EntryPoint {
		case mainEntry:
			m.Main = below(path)
			if output.CSSBundle != "" {
				m.Style = below(output.CSSBundle)
			}
			for _, imported := range output.Imports {
				switch imported.Kind {
				case "import-statement":
					m.Chunks = append(m.Chunks, below(imported.Path))
				case "dynamic-import":
					m.Lazy = append(m.Lazy, below(imported.Path))
					if style := meta.Outputs[imported.Path].CSSBundle; style != "" {
						m.Styles = append(m.Styles, below(style))
					}
				}
			}
		case workerEntry:
			m.Worker = below(path)
		}
		if strings.HasSuffix(path, ".woff2") {
			for input := range output.Inputs {
				m.Fonts[filepath.Base(input)] = below(path)
			}
		}
	}
	return nil
}

// problems words the bundler's errors with file, line and the line itself.
func problems(result api.BuildResult) error {
	if len(result.Errors) == 0 {
		return nil
	}
	lines := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
	return errors.New(strings.TrimSpace(strings.Join(lines, "")))
}
