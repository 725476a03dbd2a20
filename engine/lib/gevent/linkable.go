package gevent

import (
	"strconv"
	"unsafe"

	"loopscope/engine/builtins"
	"loopscope/engine/kernel"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Linkable is an Event, an AsyncResult or a Semaphore: something that others wait for, or are linked to.
//
// What becomes ready schedules one callback, the notice: it tells those who are linked, one after another, and each of
// them runs until it waits again before the next one is told. A semaphore stops telling when its permits are used up.
type Linkable struct {
	object.Header
	object.Attrs
	kind     linkableKind
	links    []waiterLink
	noticing bool
	seq      uint64
	set      bool  // an event's flag; an AsyncResult has its outcome
	counter  int64 // a semaphore's
	initial  int64 // of a bounded one
	bounded  bool
	val      value
	exc      *exc
	excInfo  value
	tb       *object.Traceback // with which exc is raised
	entity   trace.Entity
	name     string
	why      trace.Str
	silent   bool // taking and giving back permits is not recorded
}

type linkableKind uint8

const (
	kindEvent linkableKind = iota
	kindResult
	kindSemaphore
)

// waiterLink is a link with its place in the order of linking.
type waiterLink struct {
	link
	seq uint64
}

var (
	linkableType  = newType("AbstractLinkable", "gevent._gevent_c_abstract_linkable", unsafe.Offsetof(Linkable{}.Attrs))
	eventType     = object.NewStaticType("Event", "gevent._gevent_cevent", linkableType, object.LayoutOther, object.HasDict)
	resultType    = object.NewStaticType("AsyncResult", "gevent._gevent_cevent", linkableType, object.LayoutOther, object.HasDict)
	semaphoreType = object.NewStaticType("Semaphore", "gevent._gevent_c_semaphore", linkableType, object.LayoutOther, object.HasDict)
	boundedType   = object.NewStaticType("BoundedSemaphore", "gevent._gevent_c_semaphore", semaphoreType, object.LayoutOther, object.HasDict)
)

func asLinkable(v value) *Linkable { return (*Linkable)(unsafe.Pointer(v.H)) }
func (l *Linkable) value() value   { return object.Obj(&l.Header) }

func (l *Linkable) ready() bool {
	if l.kind == kindSemaphore {
		return l.counter > 0
	}
	return l.set
}

func (l *Linkable) link(x link) {
	l.seq++
	l.links = append(l.links, waiterLink{x, l.seq})
}

func (l *Linkable) unlink(b *blocked) {
	for i := range l.links {
		if l.links[i].b == b {
			l.links = append(l.links[:i:i], l.links[i+1:]...)
			return
		}
	}
}

// notice schedules that those who are linked are told, if there is something to tell.
func (l *Linkable) notice(t *thread, cause string) {
	if l.noticing || len(l.links) == 0 || !l.ready() {
		return
	}
	l.noticing = true
	h := l.hub(t)
	for i := range l.links {
		if b := l.links[i].b; b != nil {
			b.readied(t, cause)
			if l.kind == kindSemaphore {
				break
			}
		}
	}
	h.loop.push(entry{note: &notice{l: l, h: h}})
	if h.th != sim.Of(t) {
		h.loop.wakeUp(t, cause)
	}
}

// hub is where the links are told: where somebody waits.
func (l *Linkable) hub(t *thread) *Hub {
	for i := range l.links {
		if b := l.links[i].b; b != nil {
			return b.h
		}
	}
	return hubOf(t)
}

// notice is the callback that tells the links.
type notice struct {
	l       *Linkable
	h       *Hub
	cur     link
	begun   bool
	calling bool
	last    uint64 // the last link that it tells
}

func (n *notice) Traverse(visit func(value)) { visit(n.l.value()) }

func (n *notice) Resume(t *thread, _ value, e *exc) action {
	l := n.l
	if !n.begun {
		n.begun, n.last = true, l.seq
	}
	for {
		if e != nil && n.calling {
			n.calling = false
			cx := object.TupleOf(n.cur.shown(), l.value())
			return vm.AfterNative(t, vm.CallMethod(t, n.h.Value(), "handle_error", cx, e.Type.Value(), e.Value(), traceback(e)), n)
		}
		if e != nil {
			return vm.Raise(e)
		}
		if len(l.links) == 0 || l.kind == kindSemaphore && l.counter <= 0 || l.kind != kindSemaphore && l.links[0].seq > n.last {
			l.noticing = false
			if l.kind != kindSemaphore {
				l.notice(t, "set")
			}
			return vm.ReturnNone()
		}
		x := l.links[0].link
		l.links = l.links[1:]
		n.cur, n.calling = x, true
		var a action
		switch {
		case x.b == nil:
			n.h.surface(t)
			a = vm.Call(x.fn, l.value())
		case x.b.over:
			continue
		case x.b.h != n.h:
			// It waits in another thread.
			x.b.h.loop.push(entry{b: x.b})
			x.b.h.loop.wakeUp(t, "ready")
			continue
		default:
			x.b.val = l.value()
			a = x.b.wake(t)
		}
		var ok bool
		if _, e, ok = a.Immediate(); !ok {
			return vm.AfterNative(t, a, n)
		}
	}
}

// wait waits until it is told that the object is ready.
func (l *Linkable) wait(t *thread, ns int64, forever bool, then func(t *thread, got bool) action) action {
	h := hubOf(t)
	b := &blocked{}
	b.rest = &linkWait{b, l, then}
	if greenlet.Current(t) != &h.Greenlet {
		b.h = h
		l.link(link{b: b})
		if !forever {
			b.timeout(h, ns)
		}
	}
	if l.why == 0 {
		l.why = h.m.Str(l.label())
	}
	return h.block(t, b, kernel.Wait{Reason: l.why, Obj: l.entity, Lock: l.kind == kindSemaphore})
}

func (l *Linkable) label() string {
	if l.name != "" {
		return l.name
	}
	switch l.kind {
	case kindEvent:
		return "event"
	case kindResult:
		return "result"
	}
	return "semaphore"
}

type linkWait struct {
	b    *blocked
	l    *Linkable
	then func(t *thread, got bool) action
}

func (w *linkWait) Traverse(visit func(value)) { visit(w.l.value()) }

func (w *linkWait) Resume(t *thread, v value, e *exc) action {
	switch {
	case e != nil:
		w.l.unlink(w.b)
		return vm.Raise(e)
	case w.b.timedOut:
		w.l.unlink(w.b)
		return w.then(t, false)
	case !w.b.fired:
		w.l.unlink(w.b)
		return vm.Raise(w.b.h.invalidSwitch("Invalid switch into %s.wait(): %s", w.l.Header.Type.Name, object.ReprText(t.RT.Ctx, v)))
	}
	return w.then(t, true)
}

// acquire takes a permit of a semaphore, waiting for one until the deadline.
func (l *Linkable) acquire(t *thread, ns int64, forever bool) action {
	if l.counter > 0 {
		l.counter--
		if l.entity != 0 && !l.silent {
			th := sim.Of(t)
			th.Proc.Run.M.Emit(trace.ACQUIRE, th.Lane(), l.entity, 0)
		}
		return vm.Return(object.True)
	}
	return l.wait(t, ns, forever, func(t *thread, got bool) action {
		if !got {
			return vm.Return(object.False)
		}
		return l.acquire(t, ns, forever)
	})
}

func (l *Linkable) release(t *thread) action {
	if l.bounded && l.counter >= l.initial {
		return vm.Raisef(object.ValueError, "Semaphore released too many times")
	}
	l.counter++
	if l.entity != 0 && !l.silent {
		th := sim.Of(t)
		th.Proc.Run.M.Emit(trace.RELEASE, th.Lane(), l.entity, 0)
	}
	l.notice(t, "release")
	return vm.Return(object.Int(l.counter))
}

// settle gives an AsyncResult its outcome.
func (l *Linkable) settle(t *thread, v value, e *exc) {
	l.set, l.val, l.exc = true, v, e
	if l.entity != 0 {
		th := sim.Of(t)
		word := "result"
		if e != nil {
			word = "exception"
		}
		th.Proc.Run.M.EmitString(trace.RESULT, l.entity, th.Lane(), word)
	}
	l.notice(t, "set")
}

func (l *Linkable) outcome() action {
	if l.exc != nil {
		l.exc.Traceback = l.tb.Copy()
		return vm.Raise(l.exc)
	}
	return vm.Return(none(l.val))
}

func initLinkable() {
	for _, x := range [...]struct {
		tp   *object.Type
		kind linkableKind
	}{{linkableType, kindEvent}, {eventType, kindEvent}, {resultType, kindResult}, {semaphoreType, kindSemaphore}, {boundedType, kindSemaphore}} {
		tp, kind := x.tp, x.kind
		tp.Alloc = func(c *ctx, k *object.Type) value {
			l := &Linkable{kind: kind, bounded: tp == boundedType}
			l.Header.Type, l.Shape = k, k.Root
			return l.value()
		}
		tp.Traverse = func(v value, visit func(value)) {
			l := asLinkable(v)
			for i := range l.links {
				visit(l.links[i].shown())
			}
			visit(l.val)
			visit(l.excInfo)
			if l.exc != nil {
				visit(l.exc.Value())
			}
			visitAttrs(&l.Attrs, visit)
		}
		vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *thread, a []value, _ []*str) action {
			k := object.AsType(a[0])
			return vm.Return(k.Alloc(t.RT.Ctx, k))
		})
	}
	tp := linkableType
	leaf(tp, "ready", "", func(c *ctx, a []value) (value, *exc) { return object.Bool(asLinkable(a[0]).ready()), nil })
	leaf(tp, "linkcount", "", func(c *ctx, a []value) (value, *exc) { return object.Int(int64(len(asLinkable(a[0]).links))), nil })
	method(tp, "rawlink", "callback, /", func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		if !builtins.IsCallable(a[1]) {
			return vm.Raisef(object.TypeError, "Expected callable: %s", object.ReprText(t.RT.Ctx, a[1]))
		}
		l.link(link{fn: a[1]})
		l.notice(t, "rawlink")
		return vm.ReturnNone()
	})
	leaf(tp, "unlink", "callback, /", func(c *ctx, a []value) (value, *exc) {
		l := asLinkable(a[0])
		for i := range l.links {
			if l.links[i].b == nil && sameCallable(l.links[i].fn, a[1]) {
				l.links = append(l.links[:i:i], l.links[i+1:]...)
				break
			}
		}
		return object.None, nil
	})
	tp.AddGetSet("hub", func(c *ctx, v value) (value, *exc) { return object.None, nil }, nil)
	// _owned names an object that another one of the library is made of.
	method(tp, "_owned", "what", func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		l.entity, l.name = thing(t, object.AsStr(a[1]).Text, trace.Lock)
		return vm.ReturnNone()
	})
	initEvent()
	initResult()
	initSemaphore()
}

// sameCallable tells whether two functions are the same: equal bound methods are.
func sameCallable(a, b value) bool {
	if a == b {
		return true
	}
	if x, y := object.AsBoundMethod(a), object.AsBoundMethod(b); x != nil && y != nil {
		return x.Func == y.Func && x.Self == y.Self
	}
	if x, y := object.AsBuiltin(a), object.AsBuiltin(b); x != nil && y != nil {
		return x.Name == y.Name && x.Self == y.Self && !x.Self.IsNull()
	}
	return false
}

// appear gives an object that the program itself makes its entity.
func (l *Linkable) appear(t *thread, what string) {
	if f := t.CallerFrame(0); f != nil && !f.Hidden() {
		l.entity, l.name = thing(t, what, trace.Lock)
	}
}

func initEvent() {
	tp := eventType
	method(tp, "__init__", "", func(t *thread, a []value, _ []*str) action {
		asLinkable(a[0]).appear(t, "event")
		return vm.ReturnNone()
	})
	isSet := func(c *ctx, a []value) (value, *exc) { return object.Bool(asLinkable(a[0]).set), nil }
	leaf(tp, "is_set", "", isSet)
	leaf(tp, "isSet", "", isSet)
	method(tp, "set", "", func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		l.set = true
		l.notice(t, "set")
		return vm.ReturnNone()
	})
	leaf(tp, "clear", "", func(c *ctx, a []value) (value, *exc) {
		asLinkable(a[0]).set = false
		return object.None, nil
	})
	method(tp, "wait", "timeout=None", func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		if l.set {
			return vm.Return(object.True)
		}
		ns, forever, e := timeoutOf(t, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return l.wait(t, ns, forever, func(t *thread, got bool) action { return vm.Return(object.Bool(got || l.set)) })
	})
	tp.Str = func(c *ctx, v value) (string, *exc) {
		l := asLinkable(v)
		s := " clear"
		if l.set {
			s = " set"
		}
		return "<" + l.Header.Type.Name + s + " _links[" + strconv.Itoa(len(l.links)) + "]>", nil
	}
}

func initResult() {
	tp := resultType
	method(tp, "__init__", "", func(t *thread, a []value, _ []*str) action {
		asLinkable(a[0]).appear(t, "result")
		return vm.ReturnNone()
	})
	set := func(t *thread, a []value, _ []*str) action {
		asLinkable(a[0]).settle(t, none(a[1]), nil)
		return vm.ReturnNone()
	}
	method(tp, "set", "value=None", set)
	method(tp, "set_result", "value", set)
	method(tp, "set_exception", "exception, exc_info=None", func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		e := object.AsExc(a[1])
		if e == nil {
			return vm.OnValue(t, makeExc(t, []value{a[1]}), func(t *thread, v value) action {
				l.settle(t, value{}, object.AsExc(v))
				return vm.ReturnNone()
			})
		}
		if !isNone(a[2]) {
			l.excInfo = a[2]
			if tup := object.AsTuple(a[2]); tup != nil && len(tup.Elems) == 3 {
				l.tb = object.AsTraceback(tup.Elems[2])
			}
		}
		l.settle(t, value{}, e)
		return vm.ReturnNone()
	})
	get := func(t *thread, l *Linkable, block bool, timeout value) action {
		if l.set {
			return l.outcome()
		}
		if !block {
			return raiseTimeout(t, value{})
		}
		ns, forever, e := timeoutOf(t, timeout)
		if e != nil {
			return vm.Raise(e)
		}
		return l.wait(t, ns, forever, func(t *thread, got bool) action {
			if !got {
				return raiseTimeout(t, timeout)
			}
			return l.outcome()
		})
	}
	method(tp, "get", "block=True, timeout=None", func(t *thread, a []value, _ []*str) action {
		block := true
		if !a[1].IsNull() {
			block, _ = object.Truth(t.RT.Ctx, a[1])
		}
		return get(t, asLinkable(a[0]), block, a[2])
	})
	method(tp, "get_nowait", "", func(t *thread, a []value, _ []*str) action { return get(t, asLinkable(a[0]), false, value{}) })
	method(tp, "result", "timeout=None", func(t *thread, a []value, _ []*str) action { return get(t, asLinkable(a[0]), true, a[1]) })
	method(tp, "wait", "timeout=None", func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		if l.set {
			return vm.Return(none(l.val))
		}
		ns, forever, e := timeoutOf(t, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return l.wait(t, ns, forever, func(t *thread, got bool) action { return vm.Return(none(l.val)) })
	})
	leaf(tp, "successful", "", func(c *ctx, a []value) (value, *exc) {
		l := asLinkable(a[0])
		return object.Bool(l.set && l.exc == nil), nil
	})
	leaf(tp, "done", "", func(c *ctx, a []value) (value, *exc) { return object.Bool(asLinkable(a[0]).set), nil })
	leaf(tp, "cancel", "", func(c *ctx, a []value) (value, *exc) { return object.False, nil })
	leaf(tp, "cancelled", "", func(c *ctx, a []value) (value, *exc) { return object.False, nil })
	// Greenlet.link(result): the outcome of the greenlet becomes that of the result.
	method(tp, "__call__", "source", func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		if g := asGreenlet(a[1]); g != nil {
			l.tb = g.tb
			l.settle(t, none(g.result), g.exc)
			return vm.ReturnNone()
		}
		src := a[1]
		return vm.OnValue(t, vm.CallMethod(t, src, "successful"), func(t *thread, ok value) action {
			if on, _ := object.Truth(t.RT.Ctx, ok); on {
				return vm.OnValue(t, vm.GetAttr(t, src, object.Intern("value")), func(t *thread, v value) action {
					l.settle(t, v, nil)
					return vm.ReturnNone()
				})
			}
			return vm.OnValue(t, vm.GetAttr(t, src, object.Intern("exception")), func(t *thread, v value) action {
				l.settle(t, value{}, object.AsExc(v))
				return vm.ReturnNone()
			})
		})
	})
	attr := func(name string, f func(l *Linkable) value) {
		tp.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return f(asLinkable(v)), nil }, nil)
	}
	attr("value", func(l *Linkable) value { return none(l.val) })
	attr("exception", func(l *Linkable) value {
		if l.exc == nil {
			return object.None
		}
		return l.exc.Value()
	})
	attr("exc_info", func(l *Linkable) value {
		switch {
		case !l.excInfo.IsNull():
			return l.excInfo
		case l.exc != nil:
			return object.TupleOf(l.exc.Type.Value(), l.exc.Value(), traceback(l.exc))
		}
		return object.NewTuple(nil)
	})
	tp.Str = func(c *ctx, v value) (string, *exc) {
		l := asLinkable(v)
		s := "<" + l.Header.Type.Name + " "
		if !isNone(l.val) {
			s += "value=" + object.ReprText(c, none(l.val)) + " "
		}
		if l.exc != nil {
			if isNone(l.val) {
				s += "value=None "
			}
			s += "exception=" + object.ReprText(c, l.exc.Value()) + " "
		} else {
			s += "unset "
		}
		return s + " _links[" + strconv.Itoa(len(l.links)) + "]>", nil
	}
}

// The methods that a with statement calls, unless a subclass has its own.
var strAcquire, strRelease = object.Intern("acquire"), object.Intern("release")

func initSemaphore() {
	var releaseMethod *object.Builtin
	init := func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		n := int64(1)
		if !isNone(a[1]) {
			var ok bool
			if n, ok = object.ToInt64(a[1]); !ok {
				return vm.Raisef(object.TypeError, "an integer is required")
			}
		}
		if n < 0 {
			return vm.Raisef(object.ValueError, "semaphore initial value must be >= 0")
		}
		l.counter, l.initial = n, n
		l.appear(t, "semaphore")
		return vm.ReturnNone()
	}
	tp := semaphoreType
	method(tp, "__init__", "value=1, hub=None", init)
	method(boundedType, "__init__", "value=1, hub=None", init)
	take := func(t *thread, l *Linkable, blocking, timeout value) action {
		if l.counter <= 0 && !blocking.IsNull() {
			if on, e := object.Truth(t.RT.Ctx, blocking); e == nil && !on {
				return vm.Return(object.False)
			}
		}
		ns, forever, e := timeoutOf(t, timeout)
		if e != nil {
			return vm.Raise(e)
		}
		return l.acquire(t, ns, forever)
	}
	acquireMethod := vm.AddNative(tp, object.KindMethod, "acquire", "blocking=True, timeout=None", func(t *thread, a []value, _ []*str) action {
		return take(t, asLinkable(a[0]), a[1], a[2])
	})
	method(tp, "_py3k_acquire", "blocking=True, timeout=-1", func(t *thread, a []value, _ []*str) action {
		limit := a[2]
		if !isNone(limit) {
			if f, ok, _ := object.NumFloat(limit); ok && f < 0 {
				limit = value{}
			}
		}
		return take(t, asLinkable(a[0]), a[1], limit)
	})
	method(tp, "__enter__", "", func(t *thread, a []value, _ []*str) action {
		a0 := a[0]
		got := action{}
		if a0.H.Type.Lookup(strAcquire) == acquireMethod.Value() {
			got = asLinkable(a0).acquire(t, 0, true)
		} else {
			got = vm.CallMethod(t, a0, "acquire")
		}
		return vm.OnValue(t, got, func(*thread, value) action { return vm.ReturnNone() })
	})
	method(tp, "__exit__", "...", func(t *thread, a []value, _ []*str) action {
		a0 := a[0]
		done := action{}
		if a0.H.Type.Lookup(strRelease) == releaseMethod.Value() {
			done = asLinkable(a0).release(t)
		} else {
			done = vm.CallMethod(t, a0, "release")
		}
		return vm.OnValue(t, done, func(*thread, value) action { return vm.ReturnNone() })
	})
	releaseMethod = vm.AddNative(tp, object.KindMethod, "release", "", func(t *thread, a []value, _ []*str) action { return asLinkable(a[0]).release(t) })
	method(tp, "wait", "timeout=None", func(t *thread, a []value, _ []*str) action {
		l := asLinkable(a[0])
		if l.counter > 0 {
			return vm.Return(object.Int(l.counter))
		}
		ns, forever, e := timeoutOf(t, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return l.wait(t, ns, forever, func(t *thread, got bool) action { return vm.Return(object.Int(l.counter)) })
	})
	leaf(tp, "locked", "", func(c *ctx, a []value) (value, *exc) { return object.Bool(asLinkable(a[0]).counter <= 0), nil })
	tp.AddGetSet("counter", func(c *ctx, v value) (value, *exc) { return object.Int(asLinkable(v).counter), nil }, func(c *ctx, v, x value) *exc {
		asLinkable(v).counter, _ = object.ToInt64(x)
		return nil
	})
	for _, k := range [...]*object.Type{semaphoreType, boundedType} {
		k.Str = func(c *ctx, v value) (string, *exc) {
			l := asLinkable(v)
			return "<" + l.Header.Type.Name + " at " + object.Address(c, v) + " counter=" + strconv.FormatInt(l.counter, 10) +
				" _links[" + strconv.Itoa(len(l.links)) + "]>", nil
		}
	}
}
