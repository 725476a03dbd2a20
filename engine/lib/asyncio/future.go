package asyncio

import (
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

type futureState uint8

const (
	pending futureState = iota
	cancelled
	finished
)

// Future is an asyncio.Future. Its layout begins that of a Task.
type Future struct {
	object.Header
	attrs object.Attrs
	loop  *Loop
	state futureState
	// blocking says that it was yielded by await, and not by a bare yield.
	blocking bool
	logTB    bool
	isTask   bool
	// timed: a timer of the loop will set result; untimed takes it back.
	timed, untimed bool
	borrowed       bool // entity is that of a lock or queue, which lives on
	result         value
	exc            *exc
	*rare
	cb     callback // the first one, often the only one
	label  trace.Str
	entity trace.Entity
	cause  trace.Str    // how whoever completes it is said to wake the waiters; 0 for the usual
	by     trace.Entity // whose end completes it, for a gathering: its last child; 0 for whoever does
}

// rare is what few futures have. The others share noRare, which is only read; whoever
// writes calls own first. A hundred thousand sleeping tasks are two hundred thousand futures.
type rare struct {
	excTB     *object.Traceback // that of exc when it was set
	more      []callback        // but for the first
	cancelMsg value
	cancelExc *exc // the CancelledError with which a task ended
	group     *gathering
	origin    *origin // in debug mode
}

var noRare = &rare{}

// own is what the future has of that, to be changed.
func (f *Future) own() *rare {
	if f.rare == noRare {
		f.rare = &rare{}
	}
	return f.rare
}

// callback is somebody who wants to know of the end: a Python callable with its
// context, or something of this package.
type callback struct {
	fn  value
	ctx *Context
	l   listener
}

// listener is what this package itself runs when a future is done.
type listener interface {
	// woken is called in an iteration after the one in which f was done.
	woken(t *thread, f *Future) action
	// queued is called when it is put into the ready queue.
	queued(f *Future)
	format() string
	visit(visit func(value))
}

var (
	cancelledError = object.NewStaticType("CancelledError", "asyncio.exceptions", object.BaseException, object.LayoutExc, object.HasDict|object.IsExc)
	invalidState   = object.NewStaticType("InvalidStateError", "asyncio.exceptions", object.Exception, object.LayoutExc, object.HasDict|object.IsExc)
	futureType     = newFutureType("Future", nil)
	taskType       = newFutureType("Task", futureType)
	gatherType     = newFutureType("_GatheringFuture", futureType)
	iterType       = object.NewStaticType("FutureIter", "_asyncio", nil, object.LayoutOther, object.NotBase)
)

func newFutureType(name string, base *object.Type) *object.Type {
	tp := object.NewStaticType(name, "_asyncio", base, object.LayoutOther, object.HasDict)
	tp.AttrOffset = unsafe.Offsetof(Future{}.attrs)
	if name[0] != '_' {
		tp.Full = "_asyncio." + name
	}
	return tp
}

func asFuture(v value) *Future {
	if v.H == nil {
		return nil
	}
	switch tp := v.H.Type; {
	case tp == futureType, tp == taskType, tp == gatherType, tp.Layout == object.LayoutOther && tp.IsHeap() && tp.IsSubtype(futureType):
		return (*Future)(unsafe.Pointer(v.H))
	}
	return nil
}

func (f *Future) value() value { return object.Obj(&f.Header) }

func (f *Future) task() *Task {
	if f.isTask {
		return (*Task)(unsafe.Pointer(f))
	}
	return nil
}

func (f *Future) done() bool { return f.state != pending }

func newFuture(l *Loop) *Future {
	f := &Future{Header: object.Header{Type: futureType}, loop: l, rare: noRare}
	f.attrs.Shape = futureType.Root
	return f
}

// noteOrigin keeps where the future was made, in debug mode.
func (f *Future) noteOrigin(t *thread) {
	if f.loop.debug {
		f.own().origin = originOf(t)
	}
}

// addCallback registers cb; a future that is done schedules it at once.
func (f *Future) addCallback(t *thread, cb callback) *exc {
	if f.done() {
		return f.loop.schedule(t, f, cb)
	}
	if f.cb.l == nil && f.cb.fn.IsNull() && len(f.more) == 0 {
		f.cb = cb
	} else {
		f.own().more = append(f.more, cb)
	}
	return nil
}

// callbacks are those registered, in order.
func (f *Future) callbacks() []callback {
	if f.cb.l == nil && f.cb.fn.IsNull() {
		return f.more
	}
	return append([]callback{f.cb}, f.more...)
}

// scheduleCallbacks puts all callbacks into the ready queue.
func (f *Future) scheduleCallbacks(t *thread) *exc {
	first, more := f.cb, f.more
	f.cb = callback{}
	if more != nil {
		f.own().more = nil
	}
	f.recordResult(t)
	if first.l != nil || !first.fn.IsNull() {
		if e := f.loop.schedule(t, f, first); e != nil {
			return e
		}
	}
	for i := range more {
		if e := f.loop.schedule(t, f, more[i]); e != nil {
			return e
		}
	}
	return nil
}

func (f *Future) setResult(t *thread, v value) *exc {
	if f.state != pending {
		return object.NewExc(invalidState, "invalid state")
	}
	f.result, f.state = v, finished
	return f.scheduleCallbacks(t)
}

func (f *Future) setException(t *thread, e *exc) *exc {
	if f.state != pending {
		return object.NewExc(invalidState, "invalid state")
	}
	if e.Type.IsSubtype(object.StopIteration) {
		return object.NewExc(object.TypeError, "StopIteration interacts badly with generators and cannot be raised into a Future")
	}
	f.exc, f.state = e, finished
	f.own().excTB = e.Traceback
	if x := f.scheduleCallbacks(t); x != nil {
		return x
	}
	f.logTB = true
	t.Watch(f.value())
	return nil
}

// cancelPlain is Future.cancel(), for what is no task and no gathering.
func (f *Future) cancelPlain(t *thread, msg value) bool {
	f.retrieved(t)
	if f.state != pending {
		return false
	}
	f.state = cancelled
	if !msg.IsNull() && !msg.IsNone() {
		f.own().cancelMsg = msg
	}
	f.scheduleCallbacks(t)
	return true
}

// cancel is cancel() of any of the three.
func (f *Future) cancel(t *thread, msg value) bool {
	switch {
	case f.isTask:
		return f.task().cancel(t, msg)
	case f.group != nil:
		return f.group.cancel(t, f, msg)
	}
	return f.cancelPlain(t, msg)
}

// retrieved notes that somebody knows of the exception.
func (f *Future) retrieved(t *thread) {
	if f.logTB {
		f.logTB = false
		if t != nil {
			t.Unwatch(f.value())
		}
	}
}

// cancelledExc is the CancelledError that a cancelled future raises.
func (f *Future) cancelledExc() *exc {
	if e := f.cancelExc; e != nil {
		f.own().cancelExc = nil
		return e
	}
	if f.cancelMsg.IsNull() || f.cancelMsg.IsNone() {
		return object.ExcArgs(cancelledError)
	}
	return object.ExcArgs(cancelledError, f.cancelMsg)
}

// get is result().
func (f *Future) get(t *thread) (value, *exc) {
	switch f.state {
	case cancelled:
		return value{}, f.cancelledExc()
	case pending:
		return value{}, object.NewExc(invalidState, "Result is not set.")
	}
	f.retrieved(t)
	if f.exc != nil {
		f.exc.Traceback = f.excTB
		f.exc.Reraised = false
		return value{}, f.exc
	}
	return orNone(f.result), nil
}

// futureIter is what await gets from a future.
type futureIter struct {
	object.Header
	f     *Future
	begun bool
}

func (f *Future) iter() value {
	it := &futureIter{Header: object.Header{Type: iterType}, f: f}
	return object.Obj(&it.Header)
}

// sendIter resumes an await: the future itself the first time, then its result.
func sendIter(c *ctx, v, _ value) (value, bool, *exc) {
	it := (*futureIter)(unsafe.Pointer(v.H))
	f := it.f
	if f == nil {
		return value{}, false, object.NewStopIteration(object.None)
	}
	if f.state == pending {
		if !it.begun {
			it.begun = true
			f.blocking = true
			return f.value(), false, nil
		}
		return value{}, false, object.NewExc(object.RuntimeError, "await wasn't used with future")
	}
	it.f = nil
	r, e := f.get(threadOf(c))
	return r, true, e
}

// throwIter ends an await with an exception: a sleep takes its timer back.
func throwIter(v value) {
	it := (*futureIter)(unsafe.Pointer(v.H))
	if f := it.f; f != nil && f.timed && !f.untimed && f.state != finished {
		f.loop.cancelSleep(f)
	}
	it.f = nil
}

// threadOf is the thread that is executing, for leaf functions.
func threadOf(c *ctx) *thread { return c.VM.(*vm.Runtime).Current() }

// recordResult notes the end of a future that has an entity of its own.
func (f *Future) recordResult(t *thread) {
	if f.entity == 0 || f.isTask || f.borrowed {
		return
	}
	how := "result"
	switch {
	case f.state == cancelled:
		how = "cancelled"
	case f.exc != nil:
		how = "exception"
	}
	th := sim.Of(t)
	m := th.Proc.Run.M
	m.EmitString(trace.RESULT, f.entity, th.Lane(), how)
	kind := trace.DONE
	switch how {
	case "cancelled":
		kind = trace.CANCELLED
	case "exception":
		kind = trace.FAIL
	}
	m.Rec.Add(m.Now(), kind, f.entity, 0, 0, 0)
}

// appear gives a future that the program has made an entity.
func (f *Future) appear(t *thread) {
	th := sim.Of(t)
	m := th.Proc.Run.M
	var a kernel.Agent
	st := of(t).st
	st.futures++
	if st.futures > maxFutures {
		return
	}
	m.InitAgent(&a, trace.Future, "future "+itoa(st.futures), f.loop.entity(t), th.Lane(), th.K)
	f.entity = a.Entity
}
