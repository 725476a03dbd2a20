package asyncio

import (
	"loopscope/engine/lib/sim"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Await chains in the recording: a coroutine that is awaited is a SPAN in the
// lane of whoever awaits it, so that main -> fetch -> connect are nested pieces
// of work of one task. Coroutines of the program are recorded when they begin;
// those of the library (wait_for, Lock.acquire) only when they are suspended, so
// that an await that does not wait leaves nothing behind.

// maxSpans is how many are recorded. A program that awaits a million coroutines
// would otherwise drown everything else.
const maxSpans = 50_000

// awaitBegin is vm.Runtime.AwaitBegin.
func (st *state) awaitBegin(t *thread, g *vm.Generator) {
	if g.Code.Code.Flags&hiddenCode == 0 {
		st.openSpan(sim.Of(t).Lane(), g, trace.MakeLoc(g.Code.File.Index, g.Code.FirstLine))
	}
}

// openSpan begins the span of g in the lane of who; loc is where the coroutine
// is defined or, for one of the library, awaited.
func (st *state) openSpan(who trace.Entity, g *vm.Generator, loc trace.Loc) {
	if who == 0 {
		return
	}
	m := st.proc.Run.M
	if st.spans++; st.spans > maxSpans {
		st.proc.RT.AwaitBegin = nil
		m.Rec.Add(m.Now(), trace.NOTE, who, 0, uint32(m.Str("which coroutines are awaited is not recorded from here on")), 0)
		return
	}
	g.Span = uint32(who)
	m.Rec.Add(m.Now(), trace.SPAN, who, 0, uint32(m.Str(spanName(g))), loc)
}

// spanName is the name of the coroutine, or the statement that awaits it.
func spanName(g *vm.Generator) string {
	switch s := g.Name.Text; s {
	case "__aenter__":
		return "async with"
	case "__aexit__":
		return "end of async with"
	default:
		return s
	}
}

// awaitEnd is vm.Runtime.AwaitEnd.
func (st *state) awaitEnd(t *thread, g *vm.Generator) {
	who := trace.Entity(g.Span)
	g.Span = 0
	if who != sim.Of(t).Lane() {
		return // somebody else has driven it to its end
	}
	m := st.proc.Run.M
	m.Rec.Add(m.Now(), trace.SPANEND, who, 0, uint32(m.Str(spanName(g))), 0)
}
