package sim

import (
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Inspector tells what a library package keeps suspended in a process: stack is
// called for each suspended task, greenlet or generator with its program frames,
// innermost first; ready for each entry of a ready queue in order; timer for
// each pending timer with its due time in virtual ns.
type Inspector func(p *Process,
	stack func(e trace.Entity, name, state string, frames []*vm.Frame),
	ready func(name string),
	timer func(name string, due int64))

var inspectors []Inspector

// AddInspector registers one; for package initialisation.
func AddInspector(f Inspector) { inspectors = append(inspectors, f) }

// Inspectors are those registered.
func Inspectors() []Inspector { return inspectors }
