package threads

import (
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// futureState is what a future is in.
type futureState uint8

const (
	pending futureState = iota
	running
	cancelled
	cancelledNotified
	finished
)

var stateTexts = [...]string{"PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"}
var stateWords = [...]string{"pending", "running", "cancelled", "cancelled", "finished"}

func (s futureState) done() bool { return s >= cancelled }

// Future is a concurrent.futures.Future.
type Future struct {
	object.Header
	object.Attrs
	state     futureState
	result    value
	exc       *exc
	callbacks []value
	q         kernel.WaitQueue // threads in result() and exception()
	watchers  []*watcher
	name      string
	entity    trace.Entity
}

// watcher waits for several futures; see wait() and as_completed().
type watcher struct {
	object.Header
	q        kernel.WaitQueue
	left     int     // how many more must end before the wait is over
	failFast bool    // or the first that fails
	done     []value // those that have ended since they were last taken
	ready    bool
}

// The classes.
var (
	FutureType = class("Future", "concurrent.futures._base", unsafe.Offsetof(Future{}.Attrs), func(k *object.Type) value {
		x := &Future{}
		x.Header.Type, x.Shape = k, k.Root
		return object.Obj(&x.Header)
	})
	watcherType = object.NewStaticType("_Watcher", "_thread", nil, object.LayoutOther, object.NotBase)
)

func exception(name, module string, base *object.Type) *object.Type {
	return object.NewStaticType(name, module, base, object.LayoutExc, object.HasDict|object.IsExc)
}

// The exceptions of concurrent.futures.
var (
	errorType         = exception("Error", "concurrent.futures._base", object.Exception)
	CancelledError    = exception("CancelledError", "concurrent.futures._base", errorType)
	invalidStateError = exception("InvalidStateError", "concurrent.futures._base", errorType)
)

func asFuture(v value) *Future {
	if v.H != nil && v.H.Type.IsSubtype(FutureType) {
		return (*Future)(unsafe.Pointer(v.H))
	}
	return nil
}

func (f *Future) value() value { return object.Obj(&f.Header) }

// newFuture makes a future that lives in the entity home.
func newFuture(t *vm.Thread, name string, home trace.Entity) *Future {
	f := &Future{name: name}
	f.Header.Type, f.Shape = FutureType, FutureType.Root
	f.record(t, home)
	return f
}

func (f *Future) record(t *vm.Thread, home trace.Entity) {
	th := sim.Of(t)
	m := machine(t)
	f.entity = m.Rec.NewEntity(m.Now(), trace.Future, f.name, home, th.Lane(), th.Loc())
}

// settle gives the future its outcome, wakes who waits for it, and calls its callbacks.
func (f *Future) settle(t *vm.Thread, to futureState, how string) action {
	f.end(t, to, how)
	f.tell(t)
	return f.callBack(t)
}

// end is the change of state, and the waking of who waits in result().
func (f *Future) end(t *vm.Thread, to futureState, how string) {
	m := machine(t)
	f.state = to
	if f.entity != 0 {
		m.Emit(trace.RESULT, f.entity, sim.Of(t).Lane(), uint32(m.Str(how)))
	}
	if f.q.Len() > 0 {
		f.q.WakeAll(m, wake(t, how))
	}
}

// tell informs those who wait for several futures.
func (f *Future) tell(t *vm.Thread) {
	for _, w := range f.watchers {
		w.ended(t, f)
	}
}

func (w *watcher) ended(t *vm.Thread, f *Future) {
	w.done = append(w.done, f.value())
	w.left--
	if w.left <= 0 || w.failFast && f.state == finished && f.exc != nil {
		w.ready = true
		w.q.WakeAll(machine(t), wake(t, "result"))
	}
}

// callBack calls the callbacks in their order.
func (f *Future) callBack(t *vm.Thread) action {
	if len(f.callbacks) == 0 {
		return vm.ReturnNone()
	}
	list, i := f.callbacks, 0
	return repeat(t, func(t *vm.Thread) action {
		if i == len(list) {
			return vm.ReturnNone()
		}
		i++
		return after(t, f.runCallback(t, list[i-1]), func(*vm.Thread, value) action { return vm.Continue() })
	}, f.value())
}

// runCallback calls one; an Exception is reported and goes no further.
func (f *Future) runCallback(t *vm.Thread, fn value) action {
	m := machine(t)
	m.EmitString(trace.CALLBACK, sim.Of(t).Lane(), f.entity, callableName(fn))
	return vm.AfterHolding(t, vm.Call(fn, f.value()), func(t *vm.Thread, _ value, x *exc) action {
		if x == nil {
			return vm.ReturnNone()
		}
		if !x.Type.IsSubtype(object.Exception) {
			return vm.Raise(x)
		}
		writeErr(t, "exception calling callback for "+object.ReprText(t.RT.Ctx, f.value())+"\n"+vm.FormatException(t, x))
		return vm.ReturnNone()
	}, f.value())
}

// cancel is Future.cancel().
func (f *Future) cancel(t *vm.Thread) action {
	if f.state == running || f.state == finished {
		return vm.Return(object.False)
	}
	if f.state.done() {
		return vm.Return(object.True)
	}
	m := machine(t)
	m.EmitString(trace.CANCEL, sim.Of(t).Lane(), f.entity, "")
	f.end(t, cancelled, "cancelled")
	return vm.OnValue(t, f.callBack(t), func(*vm.Thread, value) action { return vm.Return(object.True) })
}

// startRun is set_running_or_notify_cancel: false when the future was cancelled.
func (f *Future) startRun(t *vm.Thread) (bool, *exc) {
	switch f.state {
	case cancelled:
		f.state = cancelledNotified
		f.tell(t)
		return false, nil
	case pending:
		f.state = running
		return true, nil
	}
	return false, object.NewExc(object.RuntimeError, "Future in unexpected state")
}

// wait waits until the future is done, then goes on.
func (f *Future) wait(t *vm.Thread, timeout value, then func(t *vm.Thread) action) action {
	if f.state.done() {
		return then(t)
	}
	ns, forever, e := seconds(t.RT.Ctx, timeout)
	if e != nil {
		return vm.Raise(e)
	}
	if !forever && ns == 0 {
		return vm.Raise(object.ExcArgs(object.TimeoutError))
	}
	m := machine(t)
	w := kernel.Wait{Reason: m.Str("result of " + f.name), Obj: f.entity, Deadline: deadline(m, ns, forever)}
	return after(t, parkIn(t, &f.q, w), func(t *vm.Thread, _ value) action {
		if f.state.done() {
			return then(t)
		}
		return vm.Raise(object.ExcArgs(object.TimeoutError))
	}, f.value())
}

func (f *Future) invalid(c *object.Ctx) action {
	return vm.Raise(object.NewExc(invalidStateError, "%s: %s", stateTexts[f.state], object.ReprText(c, f.value())))
}

func init() {
	tp := FutureType
	tp.Traverse = func(v value, visit func(value)) {
		f := asFuture(v)
		if f == nil {
			return
		}
		visit(f.result)
		if f.exc != nil {
			visit(f.exc.Value())
		}
		for _, x := range f.callbacks {
			visit(x)
		}
		visitAttrs(&f.Attrs, visit)
	}
	tp.Repr = func(c *object.Ctx, v value) (string, *exc) {
		f := asFuture(v)
		s := "<" + object.TypeOf(v).Name + " at " + object.Address(c, v) + " state=" + stateWords[f.state]
		if f.state == finished {
			if f.exc != nil {
				s += " raised " + f.exc.Type.Name
			} else {
				s += " returned " + object.TypeOf(f.result).Name
			}
		}
		return s + ">", nil
	}
	method(tp, "__init__", "", func(t *vm.Thread, a []value, _ []*str) action {
		f := asFuture(a[0])
		f.name = name(t, "future")
		f.record(t, parent(t))
		return vm.ReturnNone()
	})
	method(tp, "cancel", "", inTurn(func(t *vm.Thread, a []value, _ []*str) action { return asFuture(a[0]).cancel(t) }))
	is := func(name string, test func(s futureState) bool) {
		method(tp, name, "", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
			return vm.Return(object.Bool(test(asFuture(a[0]).state)))
		}))
	}
	is("cancelled", func(s futureState) bool { return s == cancelled || s == cancelledNotified })
	is("running", func(s futureState) bool { return s == running })
	is("done", futureState.done)
	method(tp, "result", "timeout=None", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		f := asFuture(a[0])
		return f.wait(t, a[1], func(t *vm.Thread) action {
			switch {
			case f.state != finished:
				return vm.Raise(object.ExcArgs(CancelledError))
			case f.exc != nil:
				return vm.Raise(f.exc)
			}
			return vm.Return(f.result)
		})
	}))
	method(tp, "exception", "timeout=None", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		f := asFuture(a[0])
		return f.wait(t, a[1], func(t *vm.Thread) action {
			switch {
			case f.state != finished:
				return vm.Raise(object.ExcArgs(CancelledError))
			case f.exc != nil:
				return vm.Return(f.exc.Value())
			}
			return vm.ReturnNone()
		})
	}))
	method(tp, "add_done_callback", "fn", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		f := asFuture(a[0])
		if f.state.done() {
			return f.runCallback(t, a[1])
		}
		f.callbacks = append(f.callbacks, a[1])
		return vm.ReturnNone()
	}))
	method(tp, "set_running_or_notify_cancel", "", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		f := asFuture(a[0])
		ok, e := f.startRun(t)
		if e != nil {
			writeErr(t, "Future "+object.Address(t.RT.Ctx, a[0])+" in unexpected state: "+stateTexts[f.state]+"\n")
		}
		return vm.ReturnOr(object.Bool(ok), e)
	}))
	method(tp, "set_result", "result", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		f := asFuture(a[0])
		if f.state.done() {
			return f.invalid(t.RT.Ctx)
		}
		f.result = a[1]
		return f.settle(t, finished, "result")
	}))
	method(tp, "set_exception", "exception", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		f := asFuture(a[0])
		if f.state.done() {
			return f.invalid(t.RT.Ctx)
		}
		if f.exc = object.AsExc(a[1]); f.exc == nil {
			f.result = object.None
			return f.settle(t, finished, "result")
		}
		return f.settle(t, finished, "exception")
	}))
	tp.AddGetSet("_state", func(c *object.Ctx, v value) (value, *exc) {
		return object.NewStr(stateTexts[asFuture(v).state]), nil
	}, nil)
	tp.AddGetSet("_result", func(c *object.Ctx, v value) (value, *exc) {
		if r := asFuture(v).result; !r.IsNull() {
			return r, nil
		}
		return object.None, nil
	}, nil)
	tp.AddGetSet("_exception", func(c *object.Ctx, v value) (value, *exc) {
		if x := asFuture(v).exc; x != nil {
			return x.Value(), nil
		}
		return object.None, nil
	}, nil)
	initWatcher()
	threadTable.Const("_Future", tp.Value())
	// _submitted(pool, name, callable) is a future that lives in a pool which Python code keeps, and the number of its entity.
	threadTable.Native("_submitted", "pool, name, callable", func(t *vm.Thread, a []value, _ []*str) action {
		home, label, callable := trace.Entity(a[0].Int64()), object.AsStr(a[1]), object.AsStr(a[2])
		return ordered(t, func(t *vm.Thread) action {
			f := newFuture(t, label.Text, home)
			machine(t).EmitString(trace.SUBMIT, sim.Of(t).Lane(), f.entity, callable.Text)
			return vm.Return(object.TupleOf(f.value(), object.Int(int64(f.entity))))
		})
	})
	threadTable.Const("_Error", errorType.Value())
	threadTable.Const("_CancelledError", CancelledError.Value())
	threadTable.Const("_InvalidStateError", invalidStateError.Value())
}

func asWatcher(v value) *watcher { return (*watcher)(unsafe.Pointer(v.H)) }

// initWatcher makes what wait() and as_completed() are written with: _watch(futures,
// how many must end, whether a failure is enough) answers a watcher; its take()
// answers those that have ended, in order, and its wait(timeout) waits for more.
func initWatcher() {
	tp := watcherType
	tp.Traverse = func(v value, visit func(value)) {
		for _, x := range asWatcher(v).done {
			visit(x)
		}
	}
	threadTable.Native("_watch", "futures, count, fail_fast", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		w := &watcher{failFast: a[2] == object.True}
		w.Header.Type = watcherType
		w.left = int(a[1].Int64())
		for _, v := range object.AsList(a[0]).Elems {
			f := asFuture(v)
			if f == nil {
				return vm.Raisef(object.AttributeError, "'%s' object has no attribute '_condition'", object.TypeOf(v).Label())
			}
			f.watchers = append(f.watchers, w)
			if f.state == cancelledNotified || f.state == finished {
				w.ended(t, f)
			}
		}
		w.ready = w.ready || w.left <= 0
		return vm.Return(object.Obj(&w.Header))
	}))
	method(tp, "wait", "timeout, reason", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		w := asWatcher(a[0])
		if w.ready {
			return vm.Return(object.True)
		}
		ns, forever, e := seconds(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		if !forever && ns == 0 {
			return vm.Return(object.False)
		}
		m := machine(t)
		wt := kernel.Wait{Reason: m.Str(object.AsStr(a[2]).Text), Deadline: deadline(m, ns, forever)}
		return after(t, parkIn(t, &w.q, wt), func(t *vm.Thread, _ value) action {
			return vm.Return(object.Bool(w.ready))
		}, object.Obj(&w.Header))
	}))
	// take answers those that have ended; the next wait is for count more.
	method(tp, "take", "count", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		w := asWatcher(a[0])
		done := w.done
		w.done = nil
		w.left, w.ready = int(a[1].Int64()), false
		return vm.Return(object.NewList(done))
	}))
	method(tp, "stop", "futures", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		w := asWatcher(a[0])
		for _, v := range object.AsList(a[1]).Elems {
			f := asFuture(v)
			for i, x := range f.watchers {
				if x == w {
					f.watchers = append(f.watchers[:i:i], f.watchers[i+1:]...)
					break
				}
			}
		}
		return vm.ReturnNone()
	}))
}
