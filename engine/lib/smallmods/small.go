// Package smallmods holds small modules of the standard library that are written
// in Python altogether.
package smallmods

import (
	"embed"
	"strings"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

//go:embed *.py
var files embed.FS

func init() {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // the files are part of the binary
	}
	packages := make(map[string]bool)
	for _, e := range entries {
		if i := strings.IndexByte(e.Name(), '.'); strings.Count(e.Name(), ".") > 1 {
			packages[e.Name()[:i]] = true // a.b.py is module b of package a
		}
	}
	for _, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err)
		}
		name := strings.TrimSuffix(e.Name(), ".py")
		lib.Register(name, vm.Spec{Source: string(text), Package: packages[name]})
	}
}
