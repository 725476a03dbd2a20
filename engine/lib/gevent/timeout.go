package gevent

import (
	"unsafe"

	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// timeoutTimer is the class of the timers of Timeout.
var timeoutTimer = newType("_TimeoutTimer", "_gevent", 0)

// timeoutRef is the timer of a Timeout as its Python part holds it.
type timeoutRef struct {
	object.Header
	tm     *timer
	h      *Hub
	entity trace.Entity
}

func asTimeoutRef(v value) *timeoutRef { return (*timeoutRef)(unsafe.Pointer(v.H)) }

// startTimeout arms a timer that raises the exception in the running greenlet: seconds, exception, ref, priority.
func startTimeout(t *thread, a []value) action {
	h := hubOf(t)
	ns, _, e := nanoseconds(t.RT.Ctx, a[0])
	if e != nil {
		return vm.Raise(e)
	}
	x := object.AsExc(a[1])
	r := &timeoutRef{Header: object.Header{Type: timeoutTimer}, h: h}
	r.tm = &timer{kind: timerThrow, g: greenlet.Current(t), exc: x}
	ref, _ := object.Truth(t.RT.Ctx, a[2])
	r.tm.unref = !ref
	p, _ := object.ToInt64(a[3])
	r.tm.priority = int8(min(max(p, -2), 2))
	th := sim.Of(t)
	r.entity = h.m.Rec.NewEntity(h.m.Now(), trace.Timer, "Timeout "+sim.DurationText(ns), h.Agent().Entity, th.Lane(), th.Loc())
	r.tm.entity = r.entity
	h.loop.arm(r.tm, ns)
	h.recordTimer(t, ns)
	return vm.Return(object.Obj(&r.Header))
}

func init() {
	tp := timeoutTimer
	tp.Traverse = func(v value, visit func(value)) { asTimeoutRef(v).tm.visit(visit) }
	method(tp, "stop", "", func(t *thread, a []value, _ []*str) action {
		r := asTimeoutRef(a[0])
		if r.h.loop.disarm(r.tm) || r.tm.g != nil {
			r.tm.g = nil
			r.h.m.EmitString(trace.NOTE, r.entity, 0, "cancelled")
		}
		return vm.ReturnNone()
	})
	tp.AddGetSet("active", func(c *ctx, v value) (value, *exc) { return object.Bool(asTimeoutRef(v).tm.index != 0), nil }, nil)
}
