package asyncio

import (
	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
	"unsafe"
)

// Loops whose class overrides time(), call_at() or _run_once() run their
// iterations by hand, in Python (py/own_loops.py), out of these pieces.

func initByHand() {
	me := func(a []value) *Loop { return (*Loop)(unsafe.Pointer(a[0].H)) }
	native(loopType, "_begin_run", "", func(t *thread, a []value, _ []*str) action {
		l := me(a)
		return vm.OnValue(t, vm.GetAttr(t, a[0], object.Intern("_asyncgen_firstiter_hook")), func(t *thread, first value) action {
			return vm.OnValue(t, vm.GetAttr(t, l.value(), object.Intern("_asyncgen_finalizer_hook")), func(t *thread, last value) action {
				l.byHand = true
				a := l.enter(t, first, last)
				if !l.isRun {
					l.byHand = false
				}
				return a
			})
		})
	})
	native(loopType, "_end_run", "", func(t *thread, a []value, _ []*str) action {
		l := me(a)
		if !l.isRun {
			return vm.ReturnNone()
		}
		l.byHand, l.once = false, false
		return l.leave(t, nil)
	})
	// _time_to_wait is for how many seconds there is nothing to do, None for ever.
	leaf(loopType, "_time_to_wait", "now, /", func(t *thread, a []value) (value, *exc) {
		l := me(a)
		now, e := number(t.RT.Ctx, a[1])
		if e != nil {
			return value{}, e
		}
		l.iterations++
		t.Charge(iterationPrice)
		l.dropCancelled()
		switch {
		case l.ready.n > 0 || l.stopping:
			return object.Int(0), nil
		case len(l.timers) == 0:
			return object.None, nil
		}
		return object.Float(max(0, float64(l.timers[0].due-nanoseconds(now))/1e9)), nil
	})
	native(loopType, "_wait", "seconds, /", func(t *thread, a []value, _ []*str) action {
		l := me(a)
		if !l.byHand || l.th != sim.Of(t) {
			return vm.ReturnNone()
		}
		reason, deadline := l.st.words.nothing, int64(0)
		if !a[1].IsNone() {
			d, e := number(t.RT.Ctx, a[1])
			if e != nil {
				return vm.Raise(e)
			}
			reason, deadline = l.st.words.timers, l.m.Now()+nanoseconds(d)
		}
		l.count(t)
		l.phase, l.parked = inSelect, true
		return vm.Chained(l.th.Park(kernel.Wait{Reason: reason, Deadline: deadline}), l.conts)
	})
	// _run_ready runs what is ready, and the timers that are due at a time of the loop's clock.
	native(loopType, "_run_ready", "now, /", func(t *thread, a []value, _ []*str) action {
		l := me(a)
		now, e := number(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		if l.context.IsNull() {
			currentContext(t)
			l.context = t.Context
		}
		l.dueAt(t, nanoseconds(now))
		l.once = true
		return l.next(t)
	})
	loopType.AddGetSet("_stopping", func(c *ctx, v value) (value, *exc) { return object.Bool(asLoop(v).stopping), nil }, nil)
}
