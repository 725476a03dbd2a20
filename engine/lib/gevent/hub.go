package gevent

import (
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Hub is the greenlet that runs a thread's event loop.
type Hub struct {
	greenlet.Greenlet
	loop     *Loop
	th       *sim.Thread
	m        *kernel.Machine
	proc     *process
	main     bool // of the main thread
	name     string
	conts    []vm.Native
	phase    phase
	batch    batch
	slice    slice
	call     value // the callback or watcher whose function is under way
	from     *kernel.Agent
	how      string
	words    words
	switcher vm.Switcher
	plain    bool  // it waits for the return of a greenlet that a callback has switched to, and nothing else
	began    int64 // when the greenlet that runs got control from the hub
	arrivals int64 // how often control has come to it
	ids      int   // minimal_ident handed out
	freed    []int
	pool     value

	sleepNs  int64 // what sleepStr describes
	sleepStr trace.Str
}

// phase is what the hub waits for when it is resumed.
type phase uint8

const (
	idling   phase = iota // its loop has not begun, or has ended
	inSwitch              // a greenlet runs
	inCall                // a function runs in the hub
	inReport              // an error is being reported
	inPoll                // the thread waits
	ending                // LoopExit has gone to the parent
)

// batch is where in an iteration the loop is.
type batch uint8

const (
	inCallbacks batch = iota
	inFired
)

// words are strings that are recorded often.
type words struct {
	sleep, timers, events, timer, callback, hub, ready, start, spawned trace.Str
}

// Prices in plain instructions.
const (
	iterationPrice = 60
	callbackPrice  = 12
)

// checkEvery and sliceNs bound a batch of callbacks: after so many the loop looks at the clock, and
// lets timers have their turn when the switch interval is over.
const (
	checkEvery = 50
	sliceNs    = 5_000_000
)

// blockedNs is for how long a greenlet may keep others from running before that is noted.
const blockedNs = 10_000_000

// HubType is the base of gevent.hub.Hub.
var HubType = newHubType()

func newHubType() *object.Type {
	tp := object.NewStaticType("WaitOperationsGreenlet", "gevent._gevent_c_hub_primitives", greenlet.Type, object.LayoutOther, object.HasDict)
	tp.Alloc = func(c *ctx, k *object.Type) value {
		h := &Hub{}
		h.Header.Type, h.Shape = k, k.Root
		return h.Value()
	}
	return tp
}

func asHub(v value) *Hub {
	if v.H != nil && v.H.Type.IsSubtype(HubType) {
		return (*Hub)(unsafe.Pointer(v.H))
	}
	return nil
}

// newHub makes the hub of the thread.
func newHub(t *thread) *Hub {
	p := processOf(t)
	th := sim.Of(t)
	h := asHub(HubType.Alloc(t.RT.Ctx, p.hubClass))
	th.Data["gevent"] = h
	h.th, h.m, h.proc = th, th.Proc.Run.M, p
	h.main = th.Proc.Main == th
	h.Parent = greenlet.Main(t)
	h.loop = newLoop(h, th)
	h.conts = []vm.Native{h}
	h.Greenlet.Entity = trace.Hub
	h.Route, h.Kept = h, true
	m := h.m
	h.words = words{
		sleep: m.Str("sleep"), timers: m.Str("until the next timer"), events: m.Str("until something happens"),
		timer: m.Str("timer"), callback: m.Str("callback"), hub: m.Str("hub"), ready: m.Str("gave way"), start: m.Str("started"), spawned: m.Str("spawn"),
	}
	name := "hub"
	p.hubs++
	if p.hubs > 1 {
		name += " of " + th.K.Name
	}
	h.Record(t, name)
	greenlet.Begin(t, &h.Greenlet, h)
	return h
}

// Arrive notes that a greenlet has handed control to the hub. See greenlet.Route.
func (h *Hub) Arrive(t *thread, from *greenlet.Greenlet, who *kernel.Agent, w kernel.Wait) {
	m := h.m
	h.arrivals++
	h.noteBlocked(from, who.Entity)
	h.began = 0
	switch {
	case from.Dead:
		// It must be seen to hand over at its very end.
		m.Switch(who, h.Agent(), greenlet.Word(t, "return"), kernel.Wait{})
		h.from = nil
		return
	case w.Reason == h.words.ready:
		h.how = "switch"
		m.Ready(who, 0)
	default:
		h.how = "switch"
		if who.State() == trace.Running {
			m.Pause(who, w)
		}
	}
	h.from = who
	m.Pass(h.Agent())
}

// noteBlocked notes that the greenlet g, which now gives control away, has kept the hub from everybody else for long.
func (h *Hub) noteBlocked(g *greenlet.Greenlet, who trace.Entity) {
	if h.began == 0 || g == h.Parent {
		return
	}
	if took := h.m.Now() - h.began; took >= blockedNs {
		h.m.Rec.Add(h.m.Now(), trace.NOTE, who, 0, uint32(h.m.Str("blocked the hub for "+sim.DurationText(took))), g.Agent().Loc())
	}
}

// surface records that the hub itself runs.
func (h *Hub) surface(t *thread) {
	a := h.Agent()
	if a.State() == trace.Running {
		return
	}
	from := h.from
	h.from = nil
	if from == nil || from.State().Ended() {
		h.m.Run(a)
		return
	}
	h.m.Switch(from, a, greenlet.Word(t, h.how), kernel.Wait{})
}

// Depart records that the hub hands control to a greenlet: from the one that it came from, if it only passes
// through.
func (h *Hub) Depart(t *thread, to *kernel.Agent, how string) {
	a := h.Agent()
	h.began = h.m.Now()
	from := h.from
	h.from = nil
	word := h.words.hub
	if how == "throw" {
		word = greenlet.Word(t, how)
	}
	if a.State() == trace.Running {
		h.m.Switch(a, to, word, kernel.Wait{Reason: h.words.hub})
		return
	}
	if from == nil || from.State().Ended() || from == to {
		from = a
	}
	h.m.Switch(from, to, word, kernel.Wait{})
}

// Traverse visits what the hub's frame on its chain holds.
func (h *Hub) Traverse(visit func(value)) { visit(h.Value()) }

// Resume goes on with the loop: the first time, after a wait, or with the outcome of what it called or switched to.
func (h *Hub) Resume(t *thread, v value, e *exc) action {
	was := h.phase
	h.plain = false
	switch was {
	case idling, ending:
		h.phase = inSwitch
		h.loop.broken = false
		h.batch = inCallbacks
		if e != nil {
			return h.leave(t, e)
		}
		return h.iterate(t)
	case inPoll:
		h.loop.parked = false
		h.m.Run(h.Agent())
		if e != nil {
			return h.failed(t, e)
		}
		h.polled(t)
		return h.run(t)
	case inReport:
		h.phase = inSwitch
		if e != nil {
			return h.leave(t, e)
		}
		return h.run(t)
	}
	if e != nil {
		return h.failed(t, e)
	}
	h.call = value{}
	h.phase = inSwitch
	return h.run(t)
}

// failed reports an exception that has come to the hub: from a function that the loop has called, or from a greenlet without
// a handler of its own.
func (h *Hub) failed(t *thread, e *exc) action {
	h.surface(t)
	cx := h.call
	h.call = value{}
	if cx.IsNull() {
		// A greenlet without a handler of its own has ended: what the loop was doing was a callback.
		cx = (&Callback{Header: object.Header{Type: callbackType}, args: []value{}, loop: h.loop}).value()
	}
	h.phase = inReport
	a := vm.CallMethod(t, h.Value(), "handle_error", none(cx), e.Type.Value(), e.Value(), traceback(e))
	if _, x, ok := a.Immediate(); ok {
		h.phase = inSwitch
		if x != nil {
			return h.leave(t, x)
		}
		return h.run(t)
	}
	return vm.Chained(a, h.conts)
}

// leave ends the loop with an exception, which goes to the parent.
func (h *Hub) leave(t *thread, e *exc) action {
	h.phase = ending
	h.surface(t)
	p := h.Parent
	for p.Dead {
		p = p.Parent
	}
	return vm.Chained(greenlet.Hand(t, p, "throw", value{}, e), h.conts)
}

// iterate begins an iteration of the loop.
func (h *Hub) iterate(t *thread) action {
	h.batch = inCallbacks
	return h.run(t)
}

// run goes through iterations until something must be called, switched to or waited for.
func (h *Hub) run(t *thread) action {
	l := h.loop
	for {
		var a action
		if h.batch == inCallbacks {
			var ok bool
			if a, ok = h.nextCallback(t); !ok {
				if a, ok = h.poll(t); ok {
					return a
				}
				continue
			}
		} else {
			f, ok := l.next()
			if !ok {
				if l.broken || !l.alive() {
					return h.exhausted(t)
				}
				h.batch = inCallbacks
				l.iteration++
				t.Charge(iterationPrice)
				continue
			}
			a = h.deal(t, f)
		}
		_, e, ok := a.Immediate()
		if !ok {
			return vm.Chained(a, h.conts)
		}
		if e != nil {
			return h.failed(t, e)
		}
		h.call = value{}
		h.phase = inSwitch
	}
}

// alive tells whether anything keeps the loop running.
func (l *Loop) alive() bool { return l.refs > 0 || l.callbacks.n > 0 }

// slice is what remains of a batch of callbacks.
type slice struct {
	left  int
	until int64
}

// nextCallback carries out the next callback of the batch; ok is false when the batch is over.
func (h *Hub) nextCallback(t *thread) (action, bool) {
	l := h.loop
	for l.callbacks.n > 0 {
		s := &h.slice
		switch {
		case s.left == 0:
			// The batch begins.
			s.left, s.until = checkEvery, l.m.Now()+sliceNs
		case s.left == 1:
			s.left = checkEvery
			if l.m.Now() >= s.until {
				s.left = 0
				return action{}, false
			}
		default:
			s.left--
		}
		t.Charge(callbackPrice)
		h.plain = false
		e := l.callbacks.pop()
		switch {
		case e.turn != nil:
			if e.turn.Turn != e.at {
				continue
			}
			h.plain = true
			return greenlet.HandBy(t, e.turn, &h.switcher, "hub", object.None, nil), true
		case e.b != nil:
			if e.b.over {
				continue
			}
			h.plain = true
			return e.b.wake(t), true
		case e.g != nil:
			if a, ok := e.g.begin(t); ok {
				h.plain = true
				return a, true
			}
			continue
		case e.note != nil:
			return e.note.Resume(t, object.None, nil), true
		}
		cb := e.cb
		if !cb.live {
			continue
		}
		fn, args := cb.fn, cb.args
		cb.live, cb.fn = false, value{}
		return h.callFunction(t, cb.value(), fn, args), true
	}
	h.slice.left = 0
	return action{}, false
}

// callFunction calls a function in the hub.
func (h *Hub) callFunction(t *thread, cx, fn value, args []value) action {
	h.call = cx
	h.phase = inCall
	if bound := waiterSwitch(fn); bound != nil {
		return bound.switchTo(t, args)
	}
	h.surface(t)
	if h.m != nil && !hidden(fn) {
		h.m.EmitString(trace.CALLBACK, h.Agent().Entity, 0, callableName(fn))
	}
	return vm.Call(fn, args...)
}

// poll waits for what happens next; ok is false when it need not.
func (h *Hub) poll(t *thread) (action, bool) {
	l := h.loop
	h.batch = inFired
	l.now = l.m.Now()
	if h.special(kindPrepare) || l.callbacks.n > 0 || l.head < len(l.fired) || l.broken || !l.alive() || l.poller.Any() {
		h.polled(t)
		return action{}, false
	}
	for _, w := range l.watchers {
		if w.kind == kindIdle {
			h.polled(t)
			return action{}, false
		}
	}
	reason, deadline := h.words.events, int64(0)
	if len(l.timers) > 0 {
		if l.timers[0].due <= l.now {
			h.polled(t)
			return action{}, false
		}
		reason, deadline = h.words.timers, l.deadline(l.now)
	}
	h.surface(t)
	h.phase = inPoll
	l.parked = true
	return vm.Chained(l.th.Park(kernel.Wait{Reason: reason, Deadline: deadline}), h.conts), true
}

// polled collects what has happened.
func (h *Hub) polled(t *thread) {
	h.phase = inSwitch
	l := h.loop
	l.now = l.m.Now()
	l.collectIO()
	l.due()
	if l.head == len(l.fired) && l.callbacks.n == 0 {
		h.special(kindIdle)
	}
	h.special(kindCheck)
}

// special fires the watchers of a kind that happens in every iteration.
func (h *Hub) special(kind watcherKind) bool {
	any := false
	for _, w := range h.loop.watchers {
		if w.kind == kind && !w.pending {
			w.pending = true
			any = true
			h.loop.fire(fired{w: w}, w.priority)
		}
	}
	return any
}

// deal does what something that has fired asks for.
func (h *Hub) deal(t *thread, f fired) action {
	t.Charge(callbackPrice)
	w := f.w
	if tm := f.tm; tm != nil {
		switch tm.kind {
		case timerWake:
			if tm.b.over {
				return vm.ReturnNone()
			}
			tm.b.cause = h.words.timer
			return tm.b.wake(t)
		case timerTimeout:
			if tm.b.over {
				return vm.ReturnNone()
			}
			tm.b.timedOut = true
			tm.b.cause = h.words.timer
			return tm.b.wake(t)
		case timerThrow:
			if tm.g == nil {
				return vm.ReturnNone()
			}
			g, e := tm.g, tm.exc
			if tm.entity != 0 {
				h.m.EmitString(trace.WAKE, tm.entity, g.Agent().Entity, "timeout")
			}
			tm.g = nil
			return throwInto(t, g, e)
		case timerStart:
			if a, ok := tm.start.begin(t); ok {
				return a
			}
			return vm.ReturnNone()
		}
		w = tm.w
	}
	if !w.pending {
		return vm.ReturnNone()
	}
	w.pending = false
	if b := w.waiter; b != nil {
		if b.over {
			return vm.ReturnNone()
		}
		return b.wake(t)
	}
	if isNone(w.fn) {
		return vm.ReturnNone()
	}
	return h.callFunction(t, w.Value(), w.fn, w.args)
}

// exhausted ends the loop: nothing can happen any more. The parent gets LoopExit; when it comes
// back, the loop begins anew.
func (h *Hub) exhausted(t *thread) action {
	broken := h.loop.broken
	h.loop.broken = false
	h.phase = ending
	h.surface(t)
	if !broken {
		h.m.EmitString(trace.NOTE, h.Agent().Entity, 0, "nothing is left that could happen: "+h.parent().LaneName()+" gets LoopExit")
	}
	a := vm.CallMethod(t, h.Value(), "_loop_exit")
	return vm.Chained(vm.After(t, a, func(t *thread, v value, e *exc) action {
		if e == nil {
			e = object.AsExc(v)
		}
		return greenlet.Hand(t, h.parent(), "throw", value{}, e)
	}), h.conts)
}

func (h *Hub) parent() *greenlet.Greenlet {
	p := h.Parent
	for p.Dead {
		p = p.Parent
	}
	return p
}
