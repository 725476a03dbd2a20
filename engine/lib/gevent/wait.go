package gevent

import (
	"loopscope/engine/kernel"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// blocked is one wait of a greenlet in the hub.
type blocked struct {
	h        *Hub
	g        *greenlet.Greenlet
	rest     vm.Native // gets the outcome; nil when that is what the wait answers
	tm       *timer    // ends the wait
	fired    bool      // whoever wakes it has done so
	timedOut bool
	over     bool
	cause    trace.Str
	val      value // what it answers
	exc      *exc  // or raises
}

// block hands control to the hub until b is woken, or something is thrown into the greenlet.
func (h *Hub) block(t *thread, b *blocked, w kernel.Wait) action {
	g := greenlet.Current(t)
	b.h, b.g = h, g
	if g == &h.Greenlet {
		b.over = true
		return vm.AfterNative(t, vm.Raise(object.NewExc(h.proc.blocking, "Impossible to call blocking function in the event loop callback")), b)
	}
	g.Leave = w
	if a, ok := h.passOn(t, g, b, w.Reason == h.words.ready); ok {
		return a
	}
	return vm.AfterNative(t, greenlet.HandBy(t, &h.Greenlet, &h.switcher, "switch", object.None, nil), b)
}

// passOn switches to whoever the hub would switch to next, where it would do nothing else: its frame lies idle on its
// chain, in the midst of a batch of callbacks, and the next of them wakes a greenlet.
func (h *Hub) passOn(t *thread, g *greenlet.Greenlet, b *blocked, ready bool) (action, bool) {
	if !h.plain || h.slice.left <= 1 {
		return action{}, false
	}
	to, v := h.nextGreenlet(t, g, ready)
	if to == nil {
		return action{}, false
	}
	return h.switcher.Switch(to, v, nil, b), true
}

// nextGreenlet takes the next callback, if it wakes a greenlet other than g, and makes that the running one: the
// answer is its chain and what that gets.
func (h *Hub) nextGreenlet(t *thread, g *greenlet.Greenlet, ready bool) (*vm.Chain, value) {
	l := h.loop
	for l.callbacks.n > 0 {
		e := l.callbacks.at(0)
		next, v := e.turn, object.None
		switch {
		case next != nil:
			if next.Turn != e.at {
				l.callbacks.pop()
				continue
			}
		case e.b != nil:
			if e.b.over {
				l.callbacks.pop()
				continue
			}
			if e.b.cause != 0 || e.b.exc != nil {
				return nil, value{}
			}
			next, v = e.b.g, e.b.val
		default:
			return nil, value{}
		}
		if next == g {
			return nil, value{}
		}
		h.noteBlocked(g, g.Agent().Entity)
		to := greenlet.Direct(t, next, h.words.hub, nil, ready)
		if to != nil {
			if e.b != nil {
				e.b.fired = true
			}
			l.callbacks.pop()
			h.slice.left--
			h.arrivals++
			h.began = h.m.Now()
			t.Charge(callbackPrice)
		}
		return to, v
	}
	return nil, value{}
}

// directSleep is sleep(0) where the next callback wakes another greenlet; see vm.DirectFunc.
func directSleep(t *thread, a []value) (*vm.Chain, value, bool) {
	if len(a) > 1 || len(a) == 1 && !(a[0].IsInt() && a[0].N == 0) {
		return nil, value{}, false
	}
	g, ok := t.Greenlet.(*greenlet.Greenlet)
	if !ok || g.Parent == nil {
		return nil, value{}, false
	}
	h, ok := g.Parent.Route.(*Hub)
	if !ok || !h.plain || h.slice.left <= 1 || h.loop.callbacks.n == 0 {
		return nil, value{}, false
	}
	at := g.Turn
	to, v := h.nextGreenlet(t, g, true)
	if to == nil {
		return nil, value{}, false
	}
	h.loop.push(entry{turn: g, at: at})
	return to, v, true
}

// timeout lets the wait end after ns, as a Timeout does: after others that are due then.
func (b *blocked) timeout(h *Hub, ns int64) {
	b.tm = &timer{kind: timerTimeout, b: b, priority: -1}
	h.loop.arm(b.tm, ns)
}

// wake switches to the greenlet whose wait is over. Only the hub calls it.
func (b *blocked) wake(t *thread) action {
	b.fired = true
	if b.cause != 0 {
		b.h.m.Emit(trace.WAKE, b.h.Agent().Entity, b.g.Agent().Entity, uint32(b.cause))
	}
	return greenlet.HandBy(t, b.g, &b.h.switcher, "hub", b.val, b.exc)
}

// readied records that the greenlet will run.
func (b *blocked) readied(t *thread, cause string) {
	m := b.h.m
	a := b.g.Agent()
	by := sim.Of(t).Lane()
	if s := a.State(); (s == trace.Waiting || s == trace.Locked) && by != a.Entity {
		m.Emit(trace.WAKE, by, a.Entity, uint32(m.Str(cause)))
		m.Ready(a, by)
	}
}

// Resume ends the wait.
func (b *blocked) Resume(t *thread, v value, e *exc) action {
	b.over = true
	if b.tm != nil {
		b.h.loop.disarm(b.tm)
	}
	if e == nil && !b.fired && b.tm != nil && b.tm.kind == timerWake {
		w := b.h.loop.watcher(kindTimer)
		return b.h.invalidWait(t, b, v, object.ReprText(t.RT.Ctx, w.Value()))
	}
	if b.rest != nil {
		return b.rest.Resume(t, v, e)
	}
	return vm.ReturnOr(v, e)
}

// Traverse visits what the wait holds.
func (b *blocked) Traverse(visit func(value)) {
	visit(b.val)
	if r, ok := b.rest.(vm.Traverser); ok {
		r.Traverse(visit)
	}
}

// throwInto raises e in g, from the hub.
func throwInto(t *thread, g *greenlet.Greenlet, e *exc) action {
	return greenlet.ThrowInto(t, g, e)
}

// invalid is the error of a greenlet that was switched to by hand while it waited.
func (h *Hub) invalidSwitch(format string, args ...any) *exc {
	return object.NewExc(h.proc.invalid, format, args...)
}

// invalidWait is the error of a wait for a watcher, which is said in full.
func (h *Hub) invalidWait(t *thread, b *blocked, v value, watcher string) action {
	c := t.RT.Ctx
	w := newWaiter(t)
	waiter := "<gevent._gevent_c_waiter.Waiter object at " + object.Address(c, w.value()) + ">"
	return vm.OnValue(t, vm.Repr(t, b.g.Value()), func(t *thread, who value) action {
		return vm.OnValue(t, vm.Repr(t, h.Value()), func(t *thread, hub value) action {
			return vm.Raise(h.invalidSwitch("Invalid switch into %s: got %s (expected %s; waiting on %s with %s active callback=<bound method Waiter.switch of %s> args=(%s,)>)",
				object.AsStr(who).Text, object.ReprText(c, v), waiter, object.AsStr(hub).Text, watcher[:len(watcher)-1], waiter, waiter))
		})
	})
}

var noneNative vm.Native = toNone{}

// toNone makes the outcome of a wait None.
type toNone struct{}

func (toNone) Resume(t *thread, v value, e *exc) action {
	if e != nil {
		return vm.Raise(e)
	}
	return vm.ReturnNone()
}

func (toNone) Traverse(func(value)) {}

// sleep is gevent.sleep(seconds=0, ref=True).
func sleep(t *thread, seconds value, ref bool) action {
	h := hubOf(t)
	ns, f := int64(0), 0.0
	if !seconds.IsNull() && !(seconds.IsInt() && seconds.N == 0) {
		if !seconds.IsInt() && !seconds.IsFloat() {
			if _, ok, _ := object.NumFloat(seconds); !ok {
				return vm.Raisef(object.TypeError, "'<=' not supported between instances of '%s' and 'int'", object.TypeOf(seconds).Label())
			}
		}
		var e *exc
		if ns, f, e = nanoseconds(t.RT.Ctx, seconds); e != nil {
			return vm.Raise(e)
		}
	}
	b := &blocked{rest: noneNative}
	if f <= 0 {
		b.h, b.g = h, greenlet.Current(t)
		h.loop.push(entry{b: b})
		return h.block(t, b, kernel.Wait{Reason: h.words.ready})
	}
	b.tm = &timer{kind: timerWake, b: b, unref: !ref}
	h.loop.arm(b.tm, ns)
	h.recordTimer(t, ns)
	return h.block(t, b, kernel.Wait{Reason: h.sleepReason(ns), Obj: 0})
}

// sleepReason is "sleep 1.5 s".
func (h *Hub) sleepReason(ns int64) trace.Str {
	if h.sleepNs != ns || h.sleepStr == 0 {
		h.sleepNs, h.sleepStr = ns, h.m.Str("sleep "+sim.DurationText(ns))
	}
	return h.sleepStr
}

func (h *Hub) recordTimer(t *thread, ns int64) {
	h.m.Emit(trace.TIMER, sim.Of(t).Lane(), h.Agent().Entity, uint32(min(ns/1000, 1<<32-1)))
}
