package weakrefmod

import (
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
)

// What a forked process copies, see object.Describe.
func init() {
	object.Describe[ref](refType)
	sim.OnFork(func(_, child *sim.Process) {
		if g, ok := child.RT.Extra["weakref"].(*registry); ok {
			child.RT.BeforeEnd, child.RT.ClearRefs = g.beforeEnd, g.clear
		}
	})
}
