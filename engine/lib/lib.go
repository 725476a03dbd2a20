// Package lib is the registry of the modules that programs can import. Each
// module, or family of modules, lies in a folder of its own and registers itself
// here while packages are initialised; package lib/all names them all.
//
// A module is written in Go (Spec.Build), in Python (Spec.Source, embedded text
// whose frames are hidden), or in both: Build runs first, then the source, in
// the same namespace.
package lib

import (
	"sort"

	"loopscope/engine/vm"
)

var specs = map[string]vm.Spec{}

// Register makes a module importable by its full name.
func Register(name string, s vm.Spec) {
	s.Hidden = true
	if s.File == "" {
		s.File = "<frozen " + name + ">"
	}
	specs[name] = s
}

// Find answers how to make a module.
func Find(name string) (vm.Spec, bool) {
	s, ok := specs[name]
	return s, ok
}

// Names are the names of all modules, sorted.
func Names() []string {
	out := make([]string, 0, len(specs))
	for n := range specs {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}
