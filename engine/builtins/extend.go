package builtins

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// list.extend and += take items one by one: what an iterator has given before it fails stays in the
// list, and an iterator that looks at the list sees it grow.

func init() {
	setNative(object.ListType, "extend", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.OnValue(t, vm.ExtendList(t, a[0], a[1]), func(t *Thread, _ Value) Action { return vm.ReturnNone() })
	})
	setNative(object.ListType, "__iadd__", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.ExtendList(t, a[0], a[1])
	})
}
