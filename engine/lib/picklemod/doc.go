// Package picklemod holds the modules pickle, _pickle and copyreg, and what
// object.__reduce_ex__ answers.
//
// # What is Go and what is Python
//
// Whatever is sent from process to process is pickled, so writing and reading
// are Go: a Pickler (save.go, reduce.go) and an Unpickler (load.go, ops.go).
// Both keep what is left to be done on a stack of their own instead of Go's, and
// answer an action where a program's code must run (__reduce__, persistent_id,
// find_class …), so nesting is bounded by the program's recursion limit and the
// program can be stopped anywhere.
//
// # Bytes
//
// What is written is byte for byte what CPython 3.11 writes: the short forms of
// the opcodes (PEP 307, PEP 3154, pickletools), memoisation by identity, and the
// frames of protocol 4. Protocols 0 to 5 are read, 2 to 5 are written.
package picklemod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
	thread = vm.Thread
)

//go:embed copyreg.py
var copyregSource string

//go:embed errors.py
var errorsSource string

//go:embed pickle.py
var pickleSource string

func init() {
	lib.Register("copyreg", vm.Spec{Source: copyregSource})
	lib.Register("_pickle", table.Spec(errorsSource))
	lib.Register("_codecs", vm.Spec{Source: codecsSource})
	lib.Register("pickle", vm.Spec{Source: pickleSource})
}

// codecsSource is as much of _codecs as bytes written by protocol 2 need.
const codecsSource = `
def encode(obj, encoding="utf-8", errors="strict"):
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    return obj.decode(encoding, errors)
`

// table is module _pickle.
var table = &lib.Table{Name: "_pickle"}

func intern(s string) *str { return object.Intern(s) }

// raise makes an exception of a class of module _pickle.
func raise(t *thread, class, format string, args ...any) *exc {
	if m, ok := t.RT.Modules.GetStr(intern("_pickle")); ok {
		if v, ok := object.AsModule(m).Dict.GetStr(intern(class)); ok {
			if k := object.AsType(v); k != nil {
				return object.NewExc(k, format, args...)
			}
		}
	}
	return object.NewExc(object.RuntimeError, format, args...)
}
