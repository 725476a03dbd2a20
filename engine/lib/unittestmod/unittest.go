// Package unittestmod is the package unittest with unittest.mock, written in
// Python: test cases, suites, the loader, the text runner, and mock objects.
package unittestmod

import (
	"embed"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

//go:embed py/*.py
var files embed.FS

func init() {
	entries, err := files.ReadDir("py")
	if err != nil {
		panic(err) // the files are part of the binary
	}
	for _, e := range entries {
		name := e.Name()[:len(e.Name())-len(".py")]
		text, err := files.ReadFile("py/" + e.Name())
		if err != nil {
			panic(err)
		}
		if name == "__init__" {
			lib.Register("unittest", vm.Spec{Source: string(text), Package: true})
			continue
		}
		lib.Register("unittest."+name, vm.Spec{Source: string(text)})
	}
}
