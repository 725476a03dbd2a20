package builtins

import (
	_ "embed"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// What is simplest in Python: run in each process when first needed, with hidden frames.
//
//go:embed prelude.py
var preludeSource string

const preludeKey = "builtins.prelude"

// onPrelude goes on with a function of the prelude.
func onPrelude(t *Thread, name string, then func(t *Thread, fn Value) Action) Action {
	if ns, ok := t.RT.Extra[preludeKey].(*object.Dict); ok {
		fn, _ := ns.GetStr(intern(name))
		return then(t, fn)
	}
	code, e := t.RT.Compile("<frozen builtins>", preludeSource, true)
	if e != nil {
		return vm.Raise(e)
	}
	ns := object.NewDict()
	ns.SetStr(intern("__name__"), object.NewStr("builtins"))
	ns.SetStr(intern("__builtins__"), t.RT.Builtins.Value())
	t.RT.Extra[preludeKey] = ns
	return vm.OnValue(t, vm.RunModule(vm.LoadCode(t.RT.Ctx, code), ns), func(t *Thread, _ Value) Action {
		fn, _ := ns.GetStr(intern(name))
		return then(t, fn)
	})
}

// preludeCall calls a function of the prelude.
func preludeCall(t *Thread, name string, args ...Value) Action {
	return onPrelude(t, name, func(t *Thread, fn Value) Action { return vm.Call(fn, args...) })
}
