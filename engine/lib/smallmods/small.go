// Package smallmods holds small modules of the standard library that are written
// in Python altogether.
package smallmods

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
		name := e.Name()
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		lib.Register(name[:len(name)-len(".py")], vm.Spec{Source: string(text)})
	}
}
