package gevent

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// What the package tells the recording and the inspector.

const (
	cancelledKind = trace.CANCELLED
	failedKind    = trace.FAIL
	countKind     = trace.COUNT
)

// callableName is what a reader calls a function.
func callableName(fn value) string {
	if m := object.AsBoundMethod(fn); m != nil {
		fn = m.Func
	}
	if f := object.AsFunction(fn); f != nil {
		return f.Name.Text
	}
	if b := object.AsBuiltin(fn); b != nil {
		return b.Name
	}
	if fn.IsNull() {
		return "function"
	}
	return object.TypeOf(fn).Name
}

// hidden tells whether a function belongs to the library.
func hidden(fn value) bool {
	if m := object.AsBoundMethod(fn); m != nil {
		fn = m.Func
	}
	if f := object.AsFunction(fn); f != nil {
		return f.Code.Code.Flags&bytecode.Hidden != 0
	}
	return true
}

// recordCancel tells who asks for the end of g.
func (h *Hub) recordCancel(t *thread, g *Greenlet, message string) {
	if e := g.Agent().Entity; e != 0 && !g.dead() {
		h.m.EmitString(trace.CANCEL, sim.Of(t).Lane(), e, message)
	}
}

// inspect reports the hubs of a process: what waits in their callbacks and timers. The greenlets are
// reported by the package greenlet.
func inspect(p *sim.Process, stack func(e trace.Entity, name, state string, frames []*vm.Frame), ready func(string), due func(string, int64)) {
	for _, th := range p.Threads {
		h, ok := th.Data["gevent"].(*Hub)
		if !ok {
			continue
		}
		l := h.loop
		for i := 0; i < l.callbacks.n; i++ {
			e := l.callbacks.at(i)
			switch {
			case e.turn != nil:
				if e.turn.Turn == e.at {
					ready("switch to " + e.turn.LaneName())
				}
			case e.b != nil:
				if !e.b.over {
					ready("switch to " + e.b.g.LaneName())
				}
			case e.g != nil:
				ready("start " + e.g.LaneName())
			case e.cb != nil:
				if e.cb.live {
					ready(callableName(e.cb.fn))
				}
			default:
				if n, ok := e.note.(*notifier); ok {
					ready("tell of the end of " + n.g.LaneName())
				} else {
					ready("tell who waits")
				}
			}
		}
		pending := append(timerHeap(nil), l.timers...)
		for len(pending) > 0 {
			first := 0
			for i := range pending {
				if pending.less(i, first) {
					first = i
				}
			}
			tm := pending[first]
			pending = append(pending[:first], pending[first+1:]...)
			due(tm.describe(), tm.due)
		}
	}
}

func (tm *timer) describe() string {
	name := func(g *greenlet.Greenlet) string { return g.LaneName() }
	switch tm.kind {
	case timerWake:
		return "wake " + name(tm.b.g)
	case timerTimeout:
		return "timeout of " + name(tm.b.g)
	case timerThrow:
		if tm.g != nil {
			return "Timeout in " + name(tm.g)
		}
		return "Timeout"
	case timerStart:
		return "start " + tm.start.LaneName()
	}
	return callableName(tm.w.fn)
}
