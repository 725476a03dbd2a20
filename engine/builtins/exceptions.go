package builtins

import (
	"loopscope/engine/object"
)

// Methods of exception groups that may call a predicate or a derive() of the program.
func init() {
	for _, n := range [...]string{"split", "subgroup"} {
		setNative(object.BaseExceptionGroup, n, func(t *Thread, a []Value, _ []*Str) Action {
			return preludeCall(t, "group_"+n, keep(a)...)
		})
	}
}
