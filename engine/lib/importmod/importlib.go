// Package importmod is importlib: importing by name, and again.
package importmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

//go:embed importlib.py
var source string

//go:embed machinery.py
var machinery string

//go:embed util.py
var util string

func init() {
	tb := &lib.Table{Name: "_imp"}
	tb.Native("reload", "module, /", func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action {
		m := object.AsModule(a[0])
		if m == nil {
			return vm.Raisef(object.TypeError, "reload() argument must be a module")
		}
		return t.Reload(m)
	})
	tb.Native("find", "name, /", func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action {
		s := object.AsStr(a[0])
		if s == nil {
			return vm.Raisef(object.TypeError, "a name must be str, not %s", object.TypeOf(a[0]).Label())
		}
		spec, ok := t.RT.Find(s.Text)
		if !ok {
			return vm.ReturnNone()
		}
		file := object.None
		if spec.File != "" && !spec.Hidden {
			file = object.NewStr(spec.File)
		}
		return vm.Return(object.TupleOf(file, object.Bool(spec.Package)))
	})
	lib.Register("_imp", tb.Spec(""))
	lib.Register("importlib", vm.Spec{Source: source, Package: true})
	lib.Register("importlib.machinery", vm.Spec{Source: machinery})
	lib.Register("importlib.util", vm.Spec{Source: util})
	lib.Register("importlib.abc", vm.Spec{Source: "class Loader:\n    pass\n\n\nclass MetaPathFinder:\n    pass\n"})
}
