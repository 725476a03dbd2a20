// Package multiprocessing holds the package multiprocessing, which is Python altogether: processes, their start
// methods, pipes between them, and what they share, on top of module _processes. Its frames are hidden.
//
// Each file is the submodule of its name; package.py is the package itself, and futures.py is concurrent.futures.process.
package multiprocessing

import (
	"embed"

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
	for _, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err)
		}
		name := e.Name()[:len(e.Name())-len(".py")]
		if name == "futures" {
			lib.Register("concurrent.futures.process", vm.Spec{Source: string(text)})
			continue
		}
		if name == "package" {
			lib.Register("multiprocessing", vm.Spec{Package: true, Source: string(text)})
			continue
		}
		lib.Register("multiprocessing."+name, vm.Spec{Source: string(text)})
	}
}
