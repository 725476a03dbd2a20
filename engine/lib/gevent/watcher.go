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

// Watcher is a watcher of a loop: loop.timer(), loop.async_(), loop.io() and so on. When what it watches happens, the
// loop calls its function. Packages that watch something of their own make one with NewWatcher and call Fire.
type Watcher struct {
	object.Header
	object.Attrs
	loop     *Loop
	kind     watcherKind
	priority int8
	unref    bool
	active   bool
	pending  bool
	counted  bool
	fn       value
	args     []value
	waiter   *blocked // who waits for it, in hub.wait
	tm       *timer
	after    int64
	repeat   int64
	io       *ioWatch // of a descriptor
	// What it waits for, in the words of the recording.
	Reason string
	Obj    trace.Entity
	// OnStart and OnStop are called when the watcher becomes active or stops.
	OnStart, OnStop func(t *vm.Thread, w *Watcher)
	// Detail is what repr says besides.
	Detail string
}

type watcherKind uint8

const (
	kindTimer watcherKind = iota
	kindAsync
	kindIO
	kindIdle
	kindPrepare
	kindCheck
	kindSignal
	kindChild
	kindFork
	kindStat
)

var kindNames = [...]string{"timer", "async_", "io", "idle", "prepare", "check", "signal", "child", "fork", "stat"}

var (
	watcherType  = newType("watcher", "gevent.libev.corecext", unsafe.Offsetof(Watcher{}.Attrs))
	watcherTypes [len(kindNames)]*object.Type
)

func asWatcher(v value) *Watcher {
	if v.H != nil && v.H.Type.IsSubtype(watcherType) {
		return (*Watcher)(unsafe.Pointer(v.H))
	}
	return nil
}

// Value is the watcher as a Python value.
func (w *Watcher) Value() value { return object.Obj(&w.Header) }

// NewWatcher makes a watcher of the hub of t that looks like one of loop.io().
func NewWatcher(t *vm.Thread, reason string, obj trace.Entity) *Watcher {
	w := hubOf(t).loop.watcher(kindIO)
	w.Reason, w.Obj = reason, obj
	return w
}

func (l *Loop) watcher(kind watcherKind) *Watcher {
	w := &Watcher{loop: l, kind: kind}
	w.Header.Type, w.Shape = watcherTypes[kind], watcherTypes[kind].Root
	return w
}

// Active tells whether somebody waits for the watcher, or it has a function to call.
func (w *Watcher) Active() bool { return w.active }

// Fire says that what the watcher watches has happened. by and cause are for the recording. It may be called by any thread of the
// process, and by the kernel (t nil). A watcher that is not active ignores it.
func (w *Watcher) Fire(t *vm.Thread, cause string, by trace.Entity) {
	if !w.active || w.pending {
		return
	}
	w.pending = true
	l := w.loop
	l.fire(fired{w: w}, w.priority)
	if b := w.waiter; b != nil && !b.over {
		if by != 0 {
			l.m.Emit(trace.WAKE, by, b.g.Agent().Entity, uint32(l.m.Str(cause)))
		}
		l.m.Ready(b.g.Agent(), by)
	}
	l.happened(cause, by)
}

func (w *Watcher) start(t *thread) {
	if w.active {
		return
	}
	w.active = true
	l := w.loop
	switch w.kind {
	case kindTimer:
		if w.tm == nil {
			w.tm = &timer{kind: timerWatcher, w: w}
		}
		w.tm.unref, w.tm.priority = w.unref, w.priority
		l.arm(w.tm, w.after)
		l.hub.recordTimer(t, w.after)
	case kindIdle, kindPrepare, kindCheck:
		l.watchers = append(l.watchers, w)
		w.count(1)
	default:
		w.count(1)
	}
	if w.io != nil {
		l.watchIO(w)
	}
	if w.OnStart != nil {
		w.OnStart(t, w)
	}
}

// count keeps the loop running while the watcher is active.
func (w *Watcher) count(n int) {
	if n > 0 {
		w.counted = !w.unref
	}
	if w.counted {
		w.loop.refs += n
	}
}

func (w *Watcher) stop(t *thread) {
	w.fn, w.args, w.waiter = value{}, nil, nil
	w.pending = false
	if !w.active {
		return
	}
	w.active = false
	l := w.loop
	switch w.kind {
	case kindTimer:
		l.disarm(w.tm)
	case kindIdle, kindPrepare, kindCheck:
		for i, x := range l.watchers {
			if x == w {
				l.watchers = append(l.watchers[:i:i], l.watchers[i+1:]...)
				break
			}
		}
		w.count(-1)
	default:
		w.count(-1)
	}
	if w.io != nil {
		l.poller.Remove(w.io.id)
	}
	if w.OnStop != nil {
		w.OnStop(t, w)
	}
}

// Wait lets the greenlet wait for the watcher: hub.wait(watcher).
func Wait(t *vm.Thread, w *Watcher) vm.Action {
	h := hubOf(t)
	b := &blocked{}
	b.rest = &watching{b, w}
	if g := greenlet.Current(t); g != &h.Greenlet {
		b.h, b.g = h, g
		w.waiter = b
		w.start(t)
	}
	reason := w.Reason
	if reason == "" {
		reason = kindNames[w.kind]
	}
	return h.block(t, b, kernel.Wait{Reason: h.m.Str(reason), Obj: w.Obj})
}

// watching is a wait for a watcher.
type watching struct {
	b *blocked
	w *Watcher
}

func (x *watching) Resume(t *thread, v value, e *exc) action {
	x.w.stop(t)
	if e != nil {
		return vm.Raise(e)
	}
	if !x.b.fired {
		return x.b.h.invalidWait(t, x.b, v, object.ReprText(t.RT.Ctx, x.w.Value()))
	}
	return vm.ReturnNone()
}

func (x *watching) Traverse(visit func(value)) { visit(x.w.Value()) }

// After calls fn on the hub of t when ns have passed; the answer stops it. For packages that build on the hub.
func After(t *vm.Thread, ns int64, w *Watcher) (stop func()) {
	l := w.loop
	tm := l.m.At(l.m.Now()+ns, func() { w.Fire(nil, "timer", l.m.Entity) })
	return func() { l.m.Cancel(tm) }
}

func initWatchers() {
	tp := watcherType
	for i, name := range kindNames {
		k := object.NewStaticType(name, "gevent.libev.corecext", tp, object.LayoutOther, object.HasDict)
		watcherTypes[i] = k
	}
	tp.Traverse = func(v value, visit func(value)) {
		w := asWatcher(v)
		visit(w.fn)
		for _, x := range w.args {
			visit(x)
		}
		if w.waiter != nil {
			visit(w.waiter.g.Value())
		}
		visitAttrs(&w.Attrs, visit)
	}
	for _, k := range watcherTypes {
		k.Traverse = tp.Traverse
	}
	start := func(t *thread, a []value, kw []*str) action {
		w := asWatcher(a[0])
		if len(a)-len(kw) < 2 {
			return vm.Raisef(object.TypeError, "start() takes at least 1 positional argument (0 given)")
		}
		fn := a[1]
		if isNone(fn) || !builtins.IsCallable(fn) {
			return vm.Raisef(object.TypeError, "Expected callable, not %s", object.ReprText(t.RT.Ctx, fn))
		}
		w.fn = fn
		w.args = append([]value(nil), a[2:len(a)-len(kw)]...)
		w.start(t)
		return vm.ReturnNone()
	}
	method(tp, "start", "...", start)
	method(watcherTypes[kindTimer], "again", "...", func(t *thread, a []value, kw []*str) action {
		w := asWatcher(a[0])
		if w.active {
			w.loop.disarm(w.tm)
			w.active = false
		}
		if w.repeat > 0 {
			w.after = w.repeat
		}
		return start(t, a, kw)
	})
	stop := func(t *thread, a []value, _ []*str) action {
		asWatcher(a[0]).stop(t)
		return vm.ReturnNone()
	}
	method(tp, "stop", "", stop)
	method(tp, "close", "", stop)
	method(tp, "__enter__", "", func(t *thread, a []value, _ []*str) action { return vm.Return(a[0]) })
	method(tp, "__exit__", "...", stop)
	method(tp, "feed", "revents, callback, /, *args", func(t *thread, a []value, _ []*str) action {
		w := asWatcher(a[0])
		w.fn, w.args = a[2], append([]value(nil), a[3:]...)
		if !w.pending {
			w.pending = true
			w.loop.fire(fired{w: w}, w.priority)
		}
		return vm.ReturnNone()
	})
	send := func(t *thread, a []value, _ []*str) action {
		w := asWatcher(a[0])
		w.Fire(t, "async", sim.Of(t).Lane())
		return vm.ReturnNone()
	}
	method(watcherTypes[kindAsync], "send", "", send)
	method(watcherTypes[kindAsync], "send_ignoring_arg", "ignored, /", send)
	get := func(name string, f func(w *Watcher) value, set func(c *ctx, w *Watcher, v value) *exc) {
		var s func(c *ctx, obj, v value) *exc
		if set != nil {
			s = func(c *ctx, obj, v value) *exc { return set(c, asWatcher(obj), v) }
		}
		tp.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return f(asWatcher(v)), nil }, s)
	}
	get("active", func(w *Watcher) value { return object.Bool(w.active) }, nil)
	get("pending", func(w *Watcher) value { return object.Bool(w.pending) }, nil)
	get("loop", func(w *Watcher) value { return w.loop.value() }, nil)
	get("ref", func(w *Watcher) value { return object.Bool(!w.unref) }, func(c *ctx, w *Watcher, v value) *exc {
		on, e := object.Truth(c, v)
		if e != nil {
			return e
		}
		if on == !w.unref {
			return nil
		}
		change := -1
		if on {
			change = 1
		}
		w.unref = !on
		if w.active {
			if w.kind == kindTimer {
				w.tm.unref = !on
			} else {
				w.counted = on
			}
			w.loop.refs += change
		}
		return nil
	})
	get("priority", func(w *Watcher) value { return object.Int(int64(w.priority)) }, func(c *ctx, w *Watcher, v value) *exc {
		n, _ := object.ToInt64(v)
		w.priority = int8(min(max(n, -2), 2))
		return nil
	})
	get("callback", func(w *Watcher) value { return none(w.fn) }, func(c *ctx, w *Watcher, v value) *exc {
		if !v.IsNone() && !builtins.IsCallable(v) {
			return object.NewExc(object.TypeError, "Expected callable, not %s", object.ReprText(c, v))
		}
		w.fn = v
		return nil
	})
	get("args", func(w *Watcher) value {
		if isNone(w.fn) {
			return object.None
		}
		return object.NewTuple(append([]value(nil), w.args...))
	}, nil)
	watcherTypes[kindTimer].AddGetSet("at", func(c *ctx, v value) (value, *exc) {
		w := asWatcher(v)
		if w.tm == nil {
			return object.Float(0), nil
		}
		return object.Float(float64(w.tm.due) / 1e9), nil
	}, nil)
	repr := func(c *ctx, v value) (string, *exc) {
		w := asWatcher(v)
		s := "<" + v.H.Type.Name + " at " + object.Address(c, v) + " native=" + object.Address(c, v) + w.Detail
		if w.active {
			s += " active"
		}
		if w.pending {
			s += " pending"
		}
		if !isNone(w.fn) {
			s += " callback=" + object.ReprText(c, w.fn) + " args=" + object.ReprText(c, object.NewTuple(append([]value(nil), w.args...)))
		}
		return s + ">", nil
	}
	tp.Repr = repr
	for _, k := range watcherTypes {
		k.Repr = repr
	}
	initIO()
	lt := loopType
	method(lt, "timer", "after, repeat=0.0, ref=True, priority=None", func(t *thread, a []value, _ []*str) action {
		w := asLoop(a[0]).watcher(kindTimer)
		var e *exc
		if w.after, _, e = nanoseconds(t.RT.Ctx, a[1]); e != nil {
			return vm.Raise(e)
		}
		if !a[2].IsNull() {
			var f float64
			if w.repeat, f, e = nanoseconds(t.RT.Ctx, a[2]); e != nil {
				return vm.Raise(e)
			}
			if f < 0 {
				return vm.Raisef(object.ValueError, "repeat must be positive or zero: %s", object.ReprText(t.RT.Ctx, a[2]))
			}
		}
		w.options(t.RT.Ctx, a[3], a[4])
		return vm.Return(w.Value())
	})
	for kind := kindAsync; int(kind) < len(kindNames); kind++ {
		name, sig, skip := kindNames[kind], "ref=True, priority=None", 0
		switch kind {
		case kindIO, kindStat, kindChild:
			continue
		case kindSignal:
			sig, skip = "signum, ref=True, priority=None", 1
		}
		method(lt, name, sig, func(t *thread, a []value, _ []*str) action {
			w := asLoop(a[0]).watcher(kind)
			w.options(t.RT.Ctx, a[1+skip], a[2+skip])
			return vm.Return(w.Value())
		})
	}
	for _, name := range [...]string{"stat", "child"} {
		method(lt, name, "...", func(t *thread, a []value, _ []*str) action {
			return vm.Raisef(object.UnsupportedError, "loop.%s() is not supported; watch with loop.timer()", name)
		})
	}
}

func (w *Watcher) options(c *ctx, ref, priority value) {
	if !ref.IsNull() {
		on, _ := object.Truth(c, ref)
		w.unref = !on
	}
	if !isNone(priority) {
		n, _ := object.ToInt64(priority)
		w.priority = int8(min(max(n, -2), 2))
	}
}
