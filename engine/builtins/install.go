// Package builtins holds the built-in functions.
package builtins

import (
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Install fills the builtins of a process.
func Install(rt *vm.Runtime) {
	b := rt.Ctx.Builtins
	b.SetStr(object.Intern("print"), vm.NewNative("builtins", "print", "...", print).Value())
	b.SetStr(object.Intern("range"), object.RangeType.Value())
	b.SetStr(object.Intern("Exception"), object.Exception.Value())
	b.SetStr(object.Intern("ValueError"), object.ValueError.Value())
}

func print(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
	var b strings.Builder
	args = append([]vm.Value(nil), args...)
	var from func(t *vm.Thread, i int) vm.Action
	from = func(t *vm.Thread, i int) vm.Action {
		if i == len(args) {
			t.Host.Write(t, 1, b.String()+"\n")
			return vm.ReturnNone()
		}
		return vm.OnValue(t, vm.ToStr(t, args[i]), func(t *vm.Thread, s vm.Value) vm.Action {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(object.AsStr(s).Text)
			return from(t, i+1)
		})
	}
	return from(t, 0)
}
