// Package atexitmod is the module atexit: functions to be called when the main
// thread has ended and the others are joined, the last one registered first.
package atexitmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

//go:embed atexit.py
var source string

func init() {
	tb := &lib.Table{Name: "atexit"}
	// The callbacks are kept by the Python part, which is called back once, at the end.
	tb.Native("_at_end", "run, /", func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action {
		p := sim.ProcessOf(t)
		p.Data["atexit"] = &atEnd{a[0]}
		p.AtEnd = append(p.AtEnd, func(t *vm.Thread) vm.Action { return vm.Call(sim.ProcessOf(t).Data["atexit"].(*atEnd).run) })
		return vm.ReturnNone()
	})
	lib.Register("atexit", tb.Spec(source))
}

// atEnd is what a process calls at its end.
type atEnd struct{ run object.Value }
