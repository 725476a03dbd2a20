package asyncio

import (
	"math"
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// Loop is the core of an event loop; its Python class adds what runs rarely.
type Loop struct {
	object.Header
	attrs    object.Attrs
	st       *state
	proc     *sim.Process
	m        *kernel.Machine
	th       *sim.Thread // on which it runs, or ran last, or was made
	ready    deque
	timers   timerHeap
	dead     int // cancelled ones among timers
	left     int // entries that are still to be run in this iteration
	isRun    bool
	stopping bool
	closed   bool
	debug    bool
	parked   bool
	current  *Task // asyncio.current_task()
	factory  value // task factory, Null when there is none
	slow     float64
	// tracking: the thread keeps the origins of coroutines, before it kept those of depthBefore frames.
	tracking    bool
	depthBefore int

	phase   phase
	running *Task   // whose step is under way
	handle  *Handle // whose callback is under way
	context value   // of run_forever's caller
	conts   []vm.Native
	soon    ownSoon

	poller *world.Poller // of watched descriptors, nil until there is one

	tasks []*Task // those that are not done, with holes
	live  int

	agent        kernel.Agent
	before       *kernel.Agent // the thread's loop when this one was entered
	caller       *kernel.Agent // who called run_forever
	timersEnt    trace.Entity
	iterations   int
	counted      int
	counted2     int
	outerLoop    *Loop
	hooks        [2]value
	handled      *exc            // what was being handled when the exception handler was called
	agens        []*vm.Generator // async generators that have begun and not ended, not held by this
	sleepFor     float64         // the delay that sleepStr describes
	sleepStr     trace.Str
	began, ended int64                  // when the last entry began, and ended: then the next one begins
	byHand       bool                   // its class runs the iterations
	once         bool                   // one iteration is run by hand: control goes back after it
	tell         func(t *thread) action // what a step has left to be called
	reported     *Handle                // whose exception is being reported, in debug mode
}

type phase uint8

const (
	idle phase = iota
	inTask
	inCallback
	inReport
	inSelect
)

// entryKind says what an entry of the ready queue does.
type entryKind uint8

const (
	stepTask   entryKind = iota // step the task l, throwing exc if there is one
	wakeUp                      // tell l that f is done
	runHandle                   // call the handle
	setSleeper                  // the time of the sleep f has come
)

type entry struct {
	kind entryKind
	l    listener
	f    *Future
	h    *Handle
	exc  *exc
}

// deque is the ready queue.
type deque struct {
	buf  []entry
	head int
	n    int
}

func (d *deque) push(e entry) {
	if d.n == len(d.buf) {
		buf := make([]entry, max(16, 2*len(d.buf)))
		for i := 0; i < d.n; i++ {
			buf[i] = d.buf[(d.head+i)&(len(d.buf)-1)]
		}
		d.buf, d.head = buf, 0
	}
	d.buf[(d.head+d.n)&(len(d.buf)-1)] = e
	d.n++
}

// pushFront puts e before all others.
func (d *deque) pushFront(e entry) {
	if d.n == len(d.buf) {
		// Growing makes room at the end, which is just before the beginning.
		d.push(entry{})
		d.n--
	}
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.buf[d.head] = e
	d.n++
}

func (d *deque) pop() entry {
	e := d.buf[d.head]
	d.buf[d.head] = entry{}
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	return e
}

func (d *deque) at(i int) *entry { return &d.buf[(d.head+i)&(len(d.buf)-1)] }

// Prices in plain instructions: what CPython's own loop costs.
const (
	handlePrice    = 20
	iterationPrice = 50
)

var loopType = newLoopType()

func newLoopType() *object.Type {
	tp := object.NewStaticType("EventLoopCore", "_asyncio", nil, object.LayoutOther, object.HasDict)
	tp.AttrOffset = unsafe.Offsetof(Loop{}.attrs)
	return tp
}

func asLoop(v value) *Loop {
	if v.H != nil && v.H.Type.Layout == object.LayoutOther && (v.H.Type == loopType || v.H.Type.IsSubtype(loopType)) {
		return (*Loop)(unsafe.Pointer(v.H))
	}
	return nil
}

func (l *Loop) value() value { return object.Obj(&l.Header) }

// init is __init__: the loop belongs to the thread that makes it.
func (l *Loop) init(t *thread) {
	th := sim.Of(t)
	l.th, l.proc, l.m = th, th.Proc, th.Proc.Run.M
	l.st = of(t).st
	l.conts = []vm.Native{l}
	l.slow = 0.1
	l.st.loops = append(l.st.loops, l)
	name := "event loop"
	if n := len(l.st.loops); n > 1 {
		name += " " + itoa(n)
	}
	l.m.InitAgent(&l.agent, trace.Loop, name, th.K.Entity, th.Lane(), th.K)
}

func (l *Loop) entity(t *thread) trace.Entity { return l.agent.Entity }

// Traverse visits what the loop's frame on the chain holds: the loop.
func (l *Loop) Traverse(visit func(value)) { visit(l.value()) }

func (l *Loop) contents(visit func(value)) {
	for i := 0; i < l.ready.n; i++ {
		l.ready.at(i).visit(visit)
	}
	for _, tm := range l.timers {
		if tm.h != nil {
			visit(tm.h.value())
		} else {
			visit(tm.f.value())
		}
	}
	l.visitIO(visit)
	visit(l.factory)
	visit(l.context)
	visit(l.hooks[0])
	visit(l.hooks[1])
	if l.current != nil {
		visit(l.current.value())
	}
	if l.running != nil {
		visit(l.running.value())
	}
	if l.handle != nil {
		visit(l.handle.value())
	}
	for _, x := range l.attrs.Vals {
		visit(x)
	}
	if l.attrs.Dict != nil {
		visit(object.Obj(&l.attrs.Dict.Header))
	}
}

func (e *entry) visit(visit func(value)) {
	if e.l != nil {
		e.l.visit(visit)
	}
	if e.f != nil {
		visit(e.f.value())
	}
	if e.h != nil {
		visit(e.h.value())
	}
	if e.exc != nil {
		visit(e.exc.Value())
	}
}

// schedule puts a done-callback of f into the ready queue.
func (l *Loop) schedule(t *thread, f *Future, cb callback) *exc {
	if cb.l != nil {
		if l.closed {
			return object.NewExc(object.RuntimeError, "Event loop is closed")
		}
		if l.hasOwnSoon() {
			return l.askSoon(t, l.wakeupOf(cb.l), []value{f.value()}, cb.ctx)
		}
		cb.l.queued(f)
		l.ready.push(entry{kind: wakeUp, l: cb.l, f: f})
		return nil
	}
	if l.hasOwnSoon() {
		return l.askSoon(t, cb.fn, []value{f.value()}, cb.ctx)
	}
	_, e := l.callSoon(t, cb.fn, []value{f.value()}, cb.ctx)
	return e
}

func (l *Loop) callSoon(t *thread, fn value, args []value, c *Context) (*Handle, *exc) {
	if l.closed {
		return nil, object.NewExc(object.RuntimeError, "Event loop is closed")
	}
	if c == nil {
		c = currentContext(t).copy()
	}
	h := &Handle{Header: object.Header{Type: handleType}, loop: l, fn: fn, args: args, ctx: c}
	if l.debug {
		h.origin = originOf(t)
	}
	l.ready.push(entry{kind: runHandle, h: h})
	return h, nil
}

// wakeSelf ends the loop's wait in select, from another thread.
func (l *Loop) wakeSelf(t *thread, cause string) {
	if l.parked {
		l.parked = false
		l.th.Wake(cause, sim.Of(t).Lane(), object.None)
	}
}

// enter begins run_forever.
func (l *Loop) enter(t *thread, first, last value) action {
	ts := of(t)
	switch {
	case l.closed:
		return vm.Raisef(object.RuntimeError, "Event loop is closed")
	case l.isRun:
		return vm.Raisef(object.RuntimeError, "This event loop is already running")
	case ts.running != nil:
		return vm.Raisef(object.RuntimeError, "Cannot run the event loop while another loop is running")
	}
	th := sim.Of(t)
	l.th = th
	l.isRun = true
	currentContext(t)
	l.context = t.Context
	ts.running = l
	l.trackOrigins(t)
	l.hooks = [2]value{t.AsyncGenFirstIter, t.AsyncGenFinalizer}
	t.AsyncGenFirstIter, t.AsyncGenFinalizer = first, last
	l.caller = th.K.Current()
	l.before = th.K.SetLoop(&l.agent)
	l.m.Ready(&l.agent, th.Lane())
	l.m.Run(&l.agent)
	l.left, l.phase = 0, idle
	if l.byHand {
		return vm.ReturnNone()
	}
	// A loop that was stopped before it runs does one iteration.
	if a, wait := l.selectPhase(t); wait {
		return a
	}
	l.due2ready(t)
	return l.next(t)
}

// leave ends run_forever; an iteration by hand only goes back to whoever asked for it.
func (l *Loop) leave(t *thread, e *exc) action {
	if l.once {
		l.once = false
		return vm.ReturnOr(object.None, e)
	}
	ts := of(t)
	l.isRun, l.stopping = false, false
	ts.running = nil
	if l.tracking {
		l.tracking = false
		t.OriginDepth = l.depthBefore
	}
	t.AsyncGenFirstIter, t.AsyncGenFinalizer = l.hooks[0], l.hooks[1]
	l.hooks = [2]value{}
	t.Context = l.context
	l.context = value{}
	l.count(t)
	l.m.Run(&l.agent)
	l.m.Pause(&l.agent, kernel.Wait{Reason: l.m.Str("not running")})
	sim.Of(t).K.SetLoop(l.before)
	l.m.Run(l.caller)
	l.before, l.caller = nil, nil
	return vm.ReturnOr(object.None, e)
}

// Resume gets the outcome of what the loop has called; see vm.Native.
func (l *Loop) Resume(t *thread, v value, e *exc) action {
	switch l.phase {
	case inTask:
		task := l.running
		if x := l.stepped(t, v, e, t.Returned); x != nil {
			return l.leave(t, x)
		}
		if a, ok := l.overdue(t, task.value); ok {
			return a
		}
	case inCallback:
		if a, ok := l.called(t, e); !ok {
			return a
		}
	case inSelect:
		l.parked = false
		l.phase = idle
		if l.byHand {
			l.m.Run(&l.agent)
			return vm.ReturnOr(object.None, e)
		}
		if e != nil {
			return l.leave(t, e)
		}
		return l.iterate(t)
	case inReport:
		l.phase = idle
		t.SetHandled(l.handled)
		l.handled = nil
		if e != nil {
			return l.leave(t, e)
		}
		if h := l.reported; h != nil {
			l.reported = nil
			if a, ok := l.overdue(t, h.value); ok {
				return a
			}
		}
	}
	return l.next(t)
}

// called takes the end of a callback; ok is false where the action must be carried out.
func (l *Loop) called(t *thread, e *exc) (action, bool) {
	h := l.handle
	l.phase, l.handle = idle, nil
	if l.overran() {
		l.noteBlocked(l.agent.Entity, calleeName(h.fn)+"() ")
	}
	t.Context = l.context
	if h.ctx != nil {
		h.ctx.entered = false
	}
	if e == nil {
		if a, ok := l.overdue(t, h.value); ok {
			return a, false
		}
		return action{}, true
	}
	if e.Type.IsSubtype(object.SystemExit) || e.Type.IsSubtype(object.KeyboardInterrupt) {
		return l.leave(t, e), false
	}
	l.phase = inReport
	// The handler is called while the exception is being handled.
	l.handled = t.Handled()
	t.SetHandled(e)
	if l.debug {
		l.reported = h
	}
	a := vm.CallMethod(t, l.value(), "call_exception_handler", h.report(t, e))
	if _, x, ok := a.Immediate(); ok {
		l.phase = idle
		t.SetHandled(l.handled)
		l.handled = nil
		if x != nil {
			return l.leave(t, x), false
		}
		return action{}, true
	}
	return vm.Chained(a, l.conts), false
}

// next runs entries until something has to be called or waited for.
func (l *Loop) next(t *thread) action {
	for {
		for l.left > 0 {
			l.left--
			e := l.ready.pop()
			t.Charge(handlePrice)
			var a action
			switch e.kind {
			case stepTask:
				a = l.step(t, e.l.(*Task), e.exc)
			case wakeUp:
				a = e.l.woken(t, e.f)
			case setSleeper:
				f := e.f
				f.timed = false
				if f.state == pending {
					f.cause = l.st.words.timer
					f.state = finished
					f.scheduleCallbacks(t)
				}
				continue
			case runHandle:
				h := e.h
				if h.cancelled {
					continue
				}
				l.callbackBegin(t, h)
				l.phase, l.handle = inCallback, h
				if h.ctx != nil {
					if h.ctx.entered {
						a = vm.Raisef(object.RuntimeError, "cannot enter context: %s is already entered", object.ReprText(t.RT.Ctx, h.ctx.value()))
						break
					}
					h.ctx.before, h.ctx.entered = value{}, true
					t.Context = h.ctx.value()
				}
				a = vm.Call(h.fn, h.args...)
			}
			if v, x, ok := a.Immediate(); ok {
				switch l.phase {
				case inTask:
					task := l.running
					if x := l.stepped(t, v, x, false); x != nil {
						return l.leave(t, x)
					}
					if a, ok := l.overdue(t, task.value); ok {
						return a
					}
				case inCallback:
					if a, ok := l.called(t, x); !ok {
						return a
					}
				default:
					if x != nil {
						return l.leave(t, x)
					}
				}
				continue
			}
			if l.phase == idle {
				l.phase = inReport
				l.handled = t.Handled()
			}
			return vm.Chained(a, l.conts)
		}
		if l.once {
			l.once = false
			return vm.ReturnNone()
		}
		if l.stopping {
			return l.leave(t, nil)
		}
		if a, wait := l.selectPhase(t); wait {
			return a
		}
		l.due2ready(t)
	}
}

// iterate goes on after select.
func (l *Loop) iterate(t *thread) action {
	l.m.Run(&l.agent)
	l.due2ready(t)
	return l.next(t)
}

// selectPhase begins an iteration; it waits if nothing is ready.
func (l *Loop) selectPhase(t *thread) (action, bool) {
	l.iterations++
	t.Charge(iterationPrice)
	l.dropCancelled()
	if l.ready.n > 0 || l.stopping || l.poller.Any() {
		return action{}, false
	}
	var deadline int64
	reason := l.st.words.nothing
	if l.poller.Len() > 0 {
		reason = l.st.words.events
	}
	if len(l.timers) > 0 {
		first := l.timers[0].due
		now := l.m.Now()
		if first <= now {
			return action{}, false
		}
		reason = l.st.words.timers
		deadline = l.latest(0, now+(first-now+999_999)/1_000_000*1_000_000)
	}
	l.count(t)
	l.phase, l.parked = inSelect, true
	return vm.Chained(l.th.Park(kernel.Wait{Reason: reason, Deadline: deadline}), l.conts), true
}

// latest is the latest time, up to limit, among the timers below node i of the heap.
func (l *Loop) latest(i int, limit int64) int64 {
	at := int64(math.MinInt64)
	if i >= len(l.timers) || l.timers[i].due > limit {
		return at
	}
	return max(l.timers[i].due, l.latest(2*i+1, limit), l.latest(2*i+2, limit))
}

// due2ready moves the timers that are due into the ready queue, and fixes how many entries this iteration runs.
func (l *Loop) due2ready(t *thread) { l.dueAt(t, l.m.Now()) }

// dueAt is due2ready at a time of the loop's clock.
func (l *Loop) dueAt(t *thread, now int64) {
	l.collectIO()
	for len(l.timers) > 0 && l.timers[0].due <= now {
		tm := l.timers.pop()
		if tm.h != nil {
			tm.h.scheduled = false
			if tm.h.cancelled {
				l.dead--
				continue
			}
			l.ready.push(entry{kind: runHandle, h: tm.h})
			continue
		}
		if tm.f.untimed {
			l.dead--
			continue
		}
		l.ready.push(entry{kind: setSleeper, f: tm.f})
	}
	l.left = l.ready.n
	l.ended = l.m.Now()
	l.iteration(t)
}

var _ vm.Native = (*Loop)(nil)
var _ vm.Traverser = (*Loop)(nil)
