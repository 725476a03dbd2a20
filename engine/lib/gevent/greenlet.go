package gevent

import (
	"unsafe"

	"loopscope/engine/builtins"
	"loopscope/engine/kernel"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Greenlet is the core of gevent.Greenlet; its Python class adds what runs rarely.
type Greenlet struct {
	greenlet.Greenlet
	hub     *Hub
	fn      value // its function, Null when the class has _run
	args    []value
	kw      []*str
	kwargs  *object.Dict // instead of kw, once somebody has looked
	links   []link
	pending bool // the links will be told
	ready   bool // it has ended
	start   startState
	timer   *timer // of spawn_later
	result  value
	exc     *exc              // that ended it
	tb      *object.Traceback // of exc, as it was then
	excInfo value
	ident   int // plus 1; 0 until it is asked for
	name    value
	spawner *greenlet.Greenlet
	locals  *object.Dict // spawn_tree_locals
	place   value
	cause   trace.Str
}

type startState uint8

const (
	notStarted startState = iota
	scheduled
	running
	cancelled // before it could begin
)

// link is what is told when a greenlet ends: a function of the program, or the wait of a greenlet.
type link struct {
	fn value
	b  *blocked
	to linked // a pool, or a map
}

// GreenletType is the base of gevent.Greenlet.
var GreenletType = newGreenletType()

func newGreenletType() *object.Type {
	tp := object.NewStaticType("_Greenlet", "_gevent", greenlet.Type, object.LayoutOther, object.HasDict)
	tp.Full = "gevent._gevent_cgreenlet.Greenlet"
	tp.Alloc = func(c *ctx, k *object.Type) value {
		g := &Greenlet{}
		g.Header.Type, g.Shape = k, k.Root
		g.Body, g.Kept = body, true
		return g.Value()
	}
	return tp
}

func asGreenlet(v value) *Greenlet {
	if v.H != nil && v.H.Type.IsSubtype(GreenletType) {
		return (*Greenlet)(unsafe.Pointer(v.H))
	}
	return nil
}

func isGreenlet(g *greenlet.Greenlet) *Greenlet {
	if g.Body != nil && g.Type.IsSubtype(GreenletType) {
		return (*Greenlet)(unsafe.Pointer(g))
	}
	return nil
}

// setUp is __init__.
func (g *Greenlet) setUp(t *thread, fn value, args []value, kw []*str) *exc {
	h := hubOf(t)
	g.hub = h
	g.Parent = &h.Greenlet
	if !isNone(fn) {
		if !builtins.IsCallable(fn) {
			return object.NewExc(object.TypeError, "The run argument or self._run must be callable")
		}
		g.fn = fn
	}
	g.args = append([]value(nil), args...)
	if len(kw) > 0 {
		g.kw = append([]*str(nil), kw...)
	}
	cur := greenlet.Current(t)
	g.spawner = cur
	if s := isGreenlet(cur); s != nil && s.locals != nil {
		g.locals = s.locals
	}
	g.Lives = h.Agent().Entity
	if home := h.proc.home; home != 0 {
		g.Lives, h.proc.home = home, 0
	}
	g.Record(t, g.laneName())
	return nil
}

func (g *Greenlet) laneName() string {
	if !g.fn.IsNull() {
		return greenlet.LaneName(g.fn)
	}
	return g.Type.Name
}

// schedule is start(): the greenlet begins in the next batch of callbacks.
func (g *Greenlet) schedule(t *thread) {
	if g.start != notStarted || g.Started {
		return
	}
	g.start = scheduled
	g.hub.loop.push(entry{g: g})
	g.hub.m.Ready(g.Agent(), sim.Of(t).Lane())
}

// later is start_later().
func (g *Greenlet) later(t *thread, ns int64) {
	if g.start != notStarted || g.Started {
		return
	}
	g.start = scheduled
	g.timer = &timer{kind: timerStart, start: g}
	g.hub.loop.arm(g.timer, ns)
	m := g.hub.m
	m.Pause(g.Agent(), kernel.Wait{Reason: m.Str("start in " + sim.DurationText(ns))})
	g.hub.recordTimer(t, ns)
}

// begin switches to a greenlet that was scheduled; ok is false when it must not run any more.
func (g *Greenlet) begin(t *thread) (action, bool) {
	if g.start != scheduled || g.Started {
		return action{}, false
	}
	return greenlet.SwitchTo(t, &g.Greenlet, "hub", nil, nil), true
}

// cancelStart keeps a greenlet that has not begun from beginning.
func (g *Greenlet) cancelStart() {
	if g.Started {
		return
	}
	if g.timer != nil {
		g.hub.loop.disarm(g.timer)
		g.timer = nil
	}
	g.start = cancelled
}

// dead tells whether it has ended, or will never begin.
func (g *Greenlet) dead() bool { return g.Greenlet.Dead || !g.Started && g.start == cancelled }

// body is what a greenlet does: its function, then the report of how that ended.
func body(t *thread, base *greenlet.Greenlet) action {
	g := (*Greenlet)(unsafe.Pointer(base))
	if g.start == scheduled && g.timer != nil {
		g.hub.loop.disarm(g.timer)
		g.timer = nil
	}
	g.start = running
	if g.Type.Lookup(strRun) != runMethod.Value() {
		return vm.CallMethod(t, g.Value(), "run")
	}
	return g.run(t)
}

var (
	strRun    = object.Intern("run")
	strOwnRun = object.Intern("_run")
	runMethod *object.Builtin
)

func (g *Greenlet) run(t *thread) action {
	args, kw := g.args, g.kw
	if g.kwargs != nil {
		args = append([]value(nil), args...)
		kw = nil
		for pos := 0; ; {
			k, v, ok := g.kwargs.Next(&pos)
			if !ok {
				break
			}
			if s := object.AsStr(k); s != nil {
				kw = append(kw, s)
				args = append(args, v)
			}
		}
	}
	if !g.fn.IsNull() {
		return vm.AfterNative(t, vm.CallKw(g.fn, args, kw), &runner{g})
	}
	a := vm.OnValue(t, vm.GetAttr(t, g.Value(), strOwnRun), func(t *thread, fn value) action {
		return vm.CallKw(fn, args, kw)
	})
	return vm.AfterNative(t, a, &runner{g})
}

// runner gets the outcome of a greenlet's function.
type runner struct{ g *Greenlet }

func (r *runner) Traverse(visit func(value)) { visit(r.g.Value()) }

func (r *runner) Resume(t *thread, v value, e *exc) action {
	g := r.g
	if e == nil {
		g.report(t, v, nil)
		return vm.Return(v)
	}
	return g.fail(t, e)
}

// report stores the outcome and schedules the links.
func (g *Greenlet) report(t *thread, v value, e *exc) {
	g.ready = true
	g.result, g.exc = v, e
	if e == nil {
		g.release()
	}
	g.notifyLater(t)
}

// release lets go of what the greenlet has called, once nobody will print that any more.
func (g *Greenlet) release() {
	g.fn, g.args, g.kw, g.kwargs = value{}, nil, nil, nil
	g.spawner = nil
}

func (g *Greenlet) notifyLater(t *thread) {
	if len(g.links) == 0 || g.pending {
		return
	}
	g.pending = true
	for _, l := range g.links {
		if l.b != nil {
			l.b.readied(t, "end of "+g.LaneName())
		}
	}
	g.hub.loop.push(entry{note: &notifier{g: g}})
}

// fail ends the greenlet with an exception, which the hub prints.
func (g *Greenlet) fail(t *thread, e *exc) action {
	if e.Type.IsSubtype(greenlet.Exit) {
		g.report(t, e.Value(), nil)
		g.Final = trace.CANCELLED
		g.FinalArg = g.hub.m.Str(vm.ExceptionSummary(t, e))
		return vm.Return(e.Value())
	}
	g.tb = e.Traceback
	g.report(t, value{}, e)
	g.Final = trace.FAIL
	g.FinalArg = g.hub.m.Str(vm.ExceptionSummary(t, e))
	return g.printed(t, e)
}

func (g *Greenlet) printed(t *thread, e *exc) action {
	h := g.hub
	return vm.OnValue(t, vm.CallMethod(t, h.Value(), "handle_error", g.Value(), e.Type.Value(), e.Value(), traceback(e)), func(t *thread, _ value) action {
		g.release()
		return vm.ReturnNone()
	})
}

// notifier tells the links of a greenlet that it has ended, one after another.
type notifier struct {
	g   *Greenlet
	cur link
	on  bool
}

func (n *notifier) Traverse(visit func(value)) { visit(n.g.Value()) }

func (n *notifier) Resume(t *thread, _ value, e *exc) action {
	g := n.g
	for {
		if n.on && e != nil {
			cx := object.TupleOf(n.cur.shown(), g.Value())
			n.on = false
			return vm.AfterNative(t, vm.CallMethod(t, g.hub.Value(), "handle_error", cx, e.Type.Value(), e.Value(), traceback(e)), n)
		}
		if e != nil {
			return vm.Raise(e)
		}
		if len(g.links) == 0 {
			g.pending = false
			return vm.ReturnNone()
		}
		l := g.links[0]
		g.links = g.links[1:]
		n.cur, n.on = l, true
		var a action
		if l.to != nil {
			a = l.to.ended(t, g)
		} else if l.b != nil {
			if l.b.over {
				continue
			}
			l.b.val = g.Value()
			a = l.b.wake(t)
		} else {
			g.hub.surface(t)
			a = vm.Call(l.fn, g.Value())
		}
		var ok bool
		if _, e, ok = a.Immediate(); !ok {
			return vm.AfterNative(t, a, n)
		}
	}
}

func (l link) shown() value {
	if l.to != nil {
		return object.None
	}
	if l.b != nil {
		return l.b.g.Value()
	}
	return l.fn
}

func (g *Greenlet) unlink(b *blocked) {
	for i := range g.links {
		if g.links[i].b == b {
			g.links = append(g.links[:i:i], g.links[i+1:]...)
			return
		}
	}
}

// await is what join() and get() do until the greenlet has ended; then gets the outcome, with timedOut set when it
// has not ended in time.
func (g *Greenlet) await(t *thread, method string, ns int64, forever bool, then func(t *thread, timedOut bool) action) action {
	h := hubOf(t)
	if h != g.hub {
		return vm.Raisef(invalidThreadUse, "%s", "Cannot wait for a greenlet of another thread's hub: "+g.LaneName())
	}
	b := &blocked{}
	j := &joiner{b, g, method, then}
	b.rest = j
	if greenlet.Current(t) != &h.Greenlet {
		g.links = append(g.links, link{b: b})
		if !forever {
			b.h = h
			b.timeout(h, ns)
		}
	}
	return h.block(t, b, kernel.Wait{Reason: g.joinReason(), Obj: g.Agent().Entity})
}

var invalidThreadUse = object.NewStaticType("InvalidThreadUseError", "gevent.exceptions", object.RuntimeError, object.LayoutExc, object.HasDict|object.IsExc)

func (g *Greenlet) joinReason() trace.Str {
	if g.cause == 0 {
		g.cause = g.hub.m.Str("end of " + g.LaneName())
	}
	return g.cause
}

type joiner struct {
	b    *blocked
	g    *Greenlet
	name string // of the method that waits
	then func(t *thread, timedOut bool) action
}

func (j *joiner) Traverse(visit func(value)) { visit(j.g.Value()) }

func (j *joiner) Resume(t *thread, v value, e *exc) action {
	switch {
	case e != nil:
		j.g.unlink(j.b)
		return vm.Raise(e)
	case j.b.timedOut:
		j.g.unlink(j.b)
		return j.then(t, true)
	case !j.b.fired:
		j.g.unlink(j.b)
		return vm.Raise(j.g.hub.invalidSwitch("Invalid switch into Greenlet.%s(): %s", j.name, object.ReprText(t.RT.Ctx, v)))
	}
	return j.then(t, false)
}

// outcome is the value, or the exception, of a greenlet that has ended.
func (g *Greenlet) outcome() action {
	if g.exc != nil {
		g.exc.Traceback = g.tb.Copy()
		return vm.Raise(g.exc)
	}
	return vm.Return(none(g.result))
}

func (g *Greenlet) contents(visit func(value)) {
	visit(g.fn)
	for _, x := range g.args {
		visit(x)
	}
	if g.kwargs != nil {
		visit(object.Obj(&g.kwargs.Header))
	}
	for _, l := range g.links {
		visit(l.shown())
	}
	visit(g.result)
	if g.exc != nil {
		visit(g.exc.Value())
	}
	visit(g.name)
	if g.spawner != nil {
		visit(g.spawner.Value())
	}
	if g.locals != nil {
		visit(object.Obj(&g.locals.Header))
	}
}
