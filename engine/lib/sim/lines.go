package sim

import (
	"loopscope/engine/kernel"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// How the line that a thread is at gets into the recording.
//
// States, edges and output carry their line, but between two of them a reader who drags the playhead would see
// nothing move. So a step is executed in pieces, and after each the line is looked at; another one than before is a
// LINE event. The first pieces after control has come to somebody are single instructions, which shows every line of
// a small program; then they grow, so that a loop of a million rounds gives some hundred events and costs nothing.
//
// Where a piece ends depends on instruction counts alone, so recordings stay the same everywhere. A piece that is not the
// last of its step may end between any two instructions; the last one ends as the step would have, at a safe point.

const (
	looksAtOnePace = 64      // looks before the pieces grow
	linesAtOnePace = 2_500   // LINE events of a run before all pieces grow
	maxPace        = 8       // how often they do
	maxLooks       = 200_000 // of a run; then only states carry lines
)

// pace is how finely a thread is looked at.
type pace struct {
	of    *kernel.Agent // whom control came to
	every int64         // instructions of a piece
	looks int
}

// piece is how many instructions to execute before the next look.
func (th *Thread) piece() int64 {
	p := &th.pace
	if a := th.K.Current(); p.of != a {
		*p = pace{of: a, every: 1 << min(th.Proc.Run.lines/linesAtOnePace, maxPace)}
	}
	if p.looks++; p.looks > looksAtOnePace {
		p.looks, p.every = 0, p.every*2
	}
	return p.every
}

// run executes about units instructions. It leaves in spent what was used before the last piece.
func (th *Thread) run(units int64) vm.OutcomeKind {
	r := th.Proc.Run
	anywhere := r.M.Config.Preempt == "every"
	th.spent, th.rest = 0, units
	for {
		n := th.rest
		if r.looks < maxLooks {
			n = min(n, max(th.piece(), 1))
			r.looks++
		}
		th.size = n
		th.rest -= n
		th.VM.PreemptAnywhere(anywhere || th.rest > 0)
		out := th.VM.Step(n)
		if out != vm.OutOfFuel {
			return out
		}
		if th.VM.Used() == 0 {
			th.rest += n + 1 // the next instruction costs more than there was: a step makes progress
			continue
		}
		th.noteLine()
		if th.rest <= 0 || r.M.Stopped() != nil {
			return out
		}
		used := th.VM.Used()
		th.spent += used
		// What an operation took beyond its piece is not to be had again.
		th.rest = max(th.rest-(used-n), 1)
	}
}

// noteLine records that whoever runs has come to another line.
func (th *Thread) noteLine() {
	r := th.Proc.Run
	a, loc := th.K.Current(), th.Loc()
	if loc == 0 || loc == a.Loc() || r.M.Stopped() != nil {
		return
	}
	a.SetLoc(loc)
	r.lines++
	r.M.Emit(trace.LINE, th.Lane(), 0, 0)
}

// ElapsedNs is the CPU time used in the current step; see kernel.Clock.
func (th *Thread) ElapsedNs() int64 { return (th.spent + th.VM.Used()) * th.instr }

// Shorten changes what is left of the current step; see kernel.Shortener.
func (th *Thread) Shorten(budget int64) {
	units, left := budget/th.instr, th.size-th.VM.Used()
	if units > left {
		th.rest = min(th.rest, units-left)
		return
	}
	// The step now ends with this piece, and so at a safe point.
	th.rest = 0
	th.VM.PreemptAnywhere(th.Proc.Run.M.Config.Preempt == "every")
	th.VM.Shorten(units)
}
