package gevent

import (
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// Loop is the event loop of a hub.
type Loop struct {
	object.Header
	object.Attrs
	hub       *Hub
	th        *sim.Thread
	m         *kernel.Machine
	callbacks queue
	timers    timerHeap
	fired     []fired
	head      int        // of fired
	watchers  []*Watcher // idle, prepare and check watchers, in the order of their start
	refs      int        // active watchers that keep the loop running
	seq       uint64
	iteration int
	parked    bool
	broken    bool          // break_() was called
	poller    *world.Poller // nil until a descriptor is watched
	ios       int           // watchers of descriptors made
	now       int64
}

// fired is something that has happened and not been dealt with.
type fired struct {
	tm       *timer
	w        *Watcher
	priority int8
}

// entry is a callback: what the loop does in its next batch. Exactly one of its pointers is set.
type entry struct {
	turn *greenlet.Greenlet // wake it from sleep(0), if control has not come to it since turn number at
	at   uint32
	b    *blocked  // wake it
	g    *Greenlet // start it
	cb   *Callback // call it
	note vm.Native // have it do its work, which ends with an action
}

// queue is a queue of entries.
type queue struct {
	buf  []entry
	head int
	n    int
}

func (q *queue) push(e entry) {
	if q.n == len(q.buf) {
		buf := make([]entry, max(16, 2*len(q.buf)))
		for i := 0; i < q.n; i++ {
			buf[i] = q.buf[(q.head+i)&(len(q.buf)-1)]
		}
		q.buf, q.head = buf, 0
	}
	q.buf[(q.head+q.n)&(len(q.buf)-1)] = e
	q.n++
}

func (q *queue) pop() entry {
	e := q.buf[q.head]
	q.buf[q.head] = entry{}
	q.head = (q.head + 1) & (len(q.buf) - 1)
	q.n--
	return e
}

func (q *queue) at(i int) *entry { return &q.buf[(q.head+i)&(len(q.buf)-1)] }

// Callback is what run_callback answers.
type Callback struct {
	object.Header
	fn   value // Null when it has been called or stopped
	args []value
	live bool
	loop *Loop
}

var (
	loopType     = newType("loop", "gevent.libev.corecext", unsafe.Offsetof(Loop{}.Attrs))
	callbackType = newType("callback", "gevent.libev.corecext", 0)
)

// newType makes a class of this package.
func newType(name, module string, attrs uintptr) *object.Type {
	flags := object.TypeFlags(0)
	if attrs != 0 {
		flags = object.HasDict
	}
	tp := object.NewStaticType(name, module, nil, object.LayoutOther, flags)
	tp.AttrOffset = attrs
	if attrs != 0 {
		tp.AddDict()
	}
	tp.Alloc = nil
	return tp
}

func asLoop(v value) *Loop         { return (*Loop)(unsafe.Pointer(v.H)) }
func (l *Loop) value() value       { return object.Obj(&l.Header) }
func asCallback(v value) *Callback { return (*Callback)(unsafe.Pointer(v.H)) }
func (c *Callback) value() value   { return object.Obj(&c.Header) }

func newLoop(h *Hub, th *sim.Thread) *Loop {
	l := &Loop{hub: h, th: th, m: th.Proc.Run.M}
	l.Header.Type, l.Shape = loopType, loopType.Root
	l.now = l.m.Now()
	return l
}

// push adds an entry to the callbacks; from another thread it also ends the loop's wait.
func (l *Loop) push(e entry) { l.callbacks.push(e) }

// wakeUp ends the wait of the loop; for other threads.
func (l *Loop) wakeUp(t *thread, cause string) {
	if l.parked {
		l.parked = false
		l.th.Wake(cause, sim.Of(t).Lane(), object.None)
	}
}

// happened ends the wait of the loop because of something outside of it.
func (l *Loop) happened(cause string, by trace.Entity) {
	if l.parked {
		l.parked = false
		l.th.Wake(cause, by, object.None)
	}
}

// fire notes that something has happened.
func (l *Loop) fire(f fired, priority int8) {
	f.priority = priority
	l.fired = append(l.fired, f)
	for i := len(l.fired) - 1; i > l.head && l.fired[i-1].priority < priority; i-- {
		l.fired[i], l.fired[i-1] = l.fired[i-1], l.fired[i]
	}
}

func (l *Loop) next() (fired, bool) {
	if l.head == len(l.fired) {
		l.fired, l.head = l.fired[:0], 0
		return fired{}, false
	}
	f := l.fired[l.head]
	l.fired[l.head] = fired{}
	l.head++
	return f, true
}

// seconds is the loop's time as programs see it.
func (l *Loop) seconds() float64 { return sim.Epoch + float64(l.now)/1e9 }

func (l *Loop) contents(visit func(value)) {
	for i := 0; i < l.callbacks.n; i++ {
		e := l.callbacks.at(i)
		switch {
		case e.turn != nil:
			visit(e.turn.Value())
		case e.b != nil:
			visit(e.b.g.Value())
		case e.g != nil:
			visit(e.g.Value())
		case e.cb != nil:
			visit(e.cb.value())
		case e.note != nil:
			if n, ok := e.note.(vm.Traverser); ok {
				n.Traverse(visit)
			}
		}
	}
	for _, tm := range l.timers {
		tm.visit(visit)
	}
	for _, f := range l.fired {
		if f.tm != nil {
			f.tm.visit(visit)
		}
		if f.w != nil {
			visit(f.w.Value())
		}
	}
	for _, w := range l.watchers {
		visit(w.Value())
	}
	l.poller.Each(func(i *world.Interest) { visit(i.Data.(*Watcher).Value()) })
	visitAttrs(&l.Attrs, visit)
}

func (tm *timer) visit(visit func(value)) {
	if tm.b != nil {
		visit(tm.b.g.Value())
	}
	if tm.g != nil {
		visit(tm.g.Value())
	}
	if tm.start != nil {
		visit(tm.start.Value())
	}
	if tm.exc != nil {
		visit(tm.exc.Value())
	}
	if tm.w != nil {
		visit(tm.w.Value())
	}
}

func visitAttrs(a *object.Attrs, visit func(value)) {
	for _, x := range a.Vals {
		visit(x)
	}
	if a.Dict != nil {
		visit(object.Obj(&a.Dict.Header))
	}
}

func toNs(f float64) int64 { return sim.Nanoseconds(f) }

func init() {
	tp := loopType
	tp.Traverse = func(v value, visit func(value)) { asLoop(v).contents(visit) }
	details := func(c *ctx, l *Loop) string { return "epoll default pending=0 ref=-1" }
	tp.Repr = func(c *ctx, v value) (string, *exc) {
		return "<loop at " + object.Address(c, v) + " " + details(c, asLoop(v)) + ">", nil
	}
	method(tp, "run_callback", "func, /, *args", func(t *thread, a []value, _ []*str) action {
		l := asLoop(a[0])
		cb := &Callback{Header: object.Header{Type: callbackType}, fn: a[1], args: append([]value{}, a[2:]...), live: true, loop: l}
		l.push(entry{cb: cb})
		l.recordCallback(t, cb)
		return vm.Return(cb.value())
	})
	method(tp, "run_callback_threadsafe", "func, /, *args", func(t *thread, a []value, _ []*str) action {
		l := asLoop(a[0])
		cb := &Callback{Header: object.Header{Type: callbackType}, fn: a[1], args: append([]value{}, a[2:]...), live: true, loop: l}
		l.push(entry{cb: cb})
		if l.th != sim.Of(t) {
			l.wakeUp(t, "run_callback_threadsafe")
		}
		return vm.Return(cb.value())
	})
	leaf(tp, "now", "", func(c *ctx, a []value) (value, *exc) { return object.Float(asLoop(a[0]).seconds()), nil })
	update := func(c *ctx, a []value) (value, *exc) {
		l := asLoop(a[0])
		l.now = l.m.Now()
		return object.None, nil
	}
	leaf(tp, "update", "", update)
	leaf(tp, "update_now", "", update)
	leaf(tp, "verify", "", func(c *ctx, a []value) (value, *exc) { return object.None, nil })
	leaf(tp, "fileno", "", func(c *ctx, a []value) (value, *exc) { return object.None, nil })
	leaf(tp, "ref", "", func(c *ctx, a []value) (value, *exc) { asLoop(a[0]).refs++; return object.None, nil })
	leaf(tp, "unref", "", func(c *ctx, a []value) (value, *exc) { asLoop(a[0]).refs--; return object.None, nil })
	leaf(tp, "break_", "how=1", func(c *ctx, a []value) (value, *exc) { asLoop(a[0]).broken = true; return object.None, nil })
	get := func(name string, f func(l *Loop) value) {
		tp.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return f(asLoop(v)), nil }, nil)
	}
	get("iteration", func(l *Loop) value { return object.Int(int64(l.iteration)) })
	get("pendingcnt", func(l *Loop) value { return object.Int(0) })
	get("activecnt", func(l *Loop) value { return object.Int(-1) })
	get("default", func(l *Loop) value { return object.Bool(l.hub.main) })
	get("backend", func(l *Loop) value { return object.NewStr("epoll") })
	get("backend_int", func(l *Loop) value { return object.Int(4) })
	get("depth", func(l *Loop) value {
		if l.hub.phase == idling {
			return object.Int(0)
		}
		return object.Int(1)
	})
	get("approx_timer_resolution", func(l *Loop) value { return object.Float(0.00001) })
	get("MAXPRI", func(l *Loop) value { return object.Int(2) })
	get("MINPRI", func(l *Loop) value { return object.Int(-2) })

	tp = callbackType
	tp.Traverse = func(v value, visit func(value)) {
		cb := asCallback(v)
		visit(cb.fn)
		for _, x := range cb.args {
			visit(x)
		}
	}
	stop := func(c *ctx, a []value) (value, *exc) {
		cb := asCallback(a[0])
		cb.live, cb.fn, cb.args = false, value{}, nil
		return object.None, nil
	}
	leaf(tp, "stop", "", stop)
	leaf(tp, "close", "", stop)
	tp.Bool = func(c *ctx, v value) (bool, *exc) { return asCallback(v).live, nil }
	tp.AddGetSet("pending", func(c *ctx, v value) (value, *exc) { return object.Bool(asCallback(v).live), nil }, nil)
	tp.AddGetSet("callback", func(c *ctx, v value) (value, *exc) { return none(asCallback(v).fn), nil }, nil)
	tp.AddGetSet("args", func(c *ctx, v value) (value, *exc) {
		if cb := asCallback(v); cb.live {
			return object.NewTuple(append([]value(nil), cb.args...)), nil
		}
		return object.None, nil
	}, nil)
	tp.Repr = func(c *ctx, v value) (string, *exc) {
		cb := asCallback(v)
		s := "<callback at " + object.Address(c, v)
		if cb.live {
			s += " pending"
		}
		if !cb.fn.IsNull() {
			s += " callback=" + object.ReprText(c, cb.fn)
		}
		if cb.args != nil {
			s += " args=" + object.ReprText(c, object.NewTuple(append([]value(nil), cb.args...)))
		}
		if cb.fn.IsNull() && cb.args == nil {
			s += " stopped"
		}
		return s + ">", nil
	}
}

// recordCallback tells of a callback that the program has scheduled.
func (l *Loop) recordCallback(t *thread, cb *Callback) {
	if f := t.CallerFrame(0); f == nil || f.Hidden() {
		return
	}
	l.m.EmitString(trace.SCHEDULE, l.th.Lane(), l.hub.Agent().Entity, callableName(cb.fn))
}

func method(tp *object.Type, name, sig string, fn vm.NativeFunc) {
	vm.AddNative(tp, object.KindMethod, name, sig, fn)
}

func leaf(tp *object.Type, name, sig string, fn func(c *ctx, a []value) (value, *exc)) {
	tp.AddMethod(object.KindMethod, name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) { return fn(c, a) })
}
