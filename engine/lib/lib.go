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
	"strings"

	"loopscope/engine/vm"
)

var specs = map[string]vm.Spec{}

// Register makes a module importable by its full name.
func Register(name string, s vm.Spec) {
	s.Hidden = true
	if s.File == "" {
		s.File = "<frozen " + name + ">"
	}
	if s.Origin == "" && !builtIn[name] {
		s.Origin = origin(name, s.Package)
	}
	specs[name] = s
}

// origin is where the reference keeps the module's source text.
func origin(name string, pkg bool) string {
	folder := "/usr/lib/python3.11/"
	switch top, _, _ := strings.Cut(name, "."); top {
	case "gevent", "greenlet", "psutil", "aiohttp", "aiofiles", "tqdm":
		folder = "/usr/lib/python3/dist-packages/"
		pkg = pkg || name == top
	}
	path := folder + strings.ReplaceAll(name, ".", "/")
	if pkg {
		return path + "/__init__.py"
	}
	return path + ".py"
}

// builtIn are the modules without a file in the reference.
var builtIn = map[string]bool{
	"_abc": true, "_bisect": true, "_collections": true, "_contextvars": true, "_datetime": true, "_functools": true,
	"_heapq": true, "_io": true, "_operator": true, "_pickle": true, "_random": true, "_signal": true, "_socket": true,
	"_statistics": true, "_string": true, "_struct": true, "_symtable": true, "_thread": true, "_tracemalloc": true,
	"_warnings": true, "_weakref": true, "array": true, "atexit": true, "builtins": true, "errno": true,
	"faulthandler": true, "gc": true, "itertools": true, "marshal": true, "math": true, "posix": true, "pwd": true,
	"select": true, "sys": true, "time": true, "unicodedata": true, "zlib": true, "binascii": true, "cmath": true,
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
