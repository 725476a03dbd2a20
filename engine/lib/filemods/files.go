// Package filemods holds the modules around files that are written in Python:
// pathlib, glob, shutil, tempfile, csv and others. A folder is a package.
package filemods

import (
	"embed"
	"strings"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

//go:embed *.py urllib/*.py http/*.py
var files embed.FS

func init() {
	add("", ".")
	add("urllib.", "urllib")
	add("http.", "http")
}

func add(prefix, dir string) {
	entries, err := files.ReadDir(dir)
	if err != nil {
		panic(err) // the files are part of the binary
	}
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".py") {
			continue
		}
		text, err := files.ReadFile(strings.TrimPrefix(dir+"/"+e.Name(), "./"))
		if err != nil {
			panic(err)
		}
		name := prefix + strings.TrimSuffix(e.Name(), ".py")
		if pkg, ok := strings.CutSuffix(name, ".__init__"); ok {
			lib.Register(pkg, vm.Spec{Source: string(text), Package: true})
			continue
		}
		lib.Register(name, vm.Spec{Source: string(text)})
	}
}
