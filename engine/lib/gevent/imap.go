package gevent

import (
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// What pools and maps do once for each greenlet: let it in, let it go, and take its result.

// linked is a link that is no function of the program: it is told without a call.
type linked interface {
	ended(t *thread, g *Greenlet) action
}

// enter lets a greenlet into the pool; there is room.
func (p *poolTrace) enter(t *thread, g *Greenlet) *exc {
	g.links = append(g.links, link{to: p})
	if e := p.set.Add(t.RT.Ctx, g.Value()); e != nil {
		return e
	}
	p.empty.set = false
	p.counted(t)
	return nil
}

func (p *poolTrace) counted(t *thread) {
	if p.entity != 0 {
		machine(t).Emit(countKind, p.entity, 0, uint32(p.set.Len()))
	}
}

// ended lets a greenlet out of the pool: Group._discard and Pool._discard.
func (p *poolTrace) ended(t *thread, g *Greenlet) action {
	c := t.RT.Ctx
	if _, e := p.set.Discard(c, g.Value()); e != nil {
		return vm.Raise(e)
	}
	if p.dying.Len() > 0 {
		if _, e := p.dying.Discard(c, g.Value()); e != nil {
			return vm.Raise(e)
		}
	}
	if p.set.Len() == 0 {
		p.empty.set = true
		p.empty.notice(t, "end")
	}
	p.counted(t)
	if p.sem != nil {
		return vm.OnValue(t, p.sem.release(t), func(*thread, value) action { return vm.ReturnNone() })
	}
	return vm.ReturnNone()
}

// spawn makes a greenlet of class cls, waits for room and starts it.
func (p *poolTrace) spawn(t *thread, cls value, args []value, kw []*str) action {
	start := func(t *thread, g *Greenlet) action {
		in := func(t *thread) action {
			if e := p.enter(t, g); e != nil {
				return vm.Raise(e)
			}
			return vm.OnValue(t, g.started(t), func(*thread, value) action { return vm.Return(g.Value()) })
		}
		if p.sem == nil {
			return in(t)
		}
		if p.sem.counter > 0 {
			p.sem.counter--
			return in(t)
		}
		return vm.AfterHolding(t, p.sem.acquire(t, 0, true), func(t *thread, _ value, e *exc) action {
			if e != nil {
				return vm.Raise(e)
			}
			return in(t)
		}, g.Value())
	}
	ps := processOf(t)
	if k := object.AsType(cls); k == ps.greenletClass && len(args)-len(kw) > 0 {
		ps.home = p.entity
		g := asGreenlet(k.Alloc(t.RT.Ctx, k))
		if e := g.setUp(t, args[0], args[1:], kw); e != nil {
			return vm.Raise(e)
		}
		return start(t, g)
	}
	args, kw = append([]value(nil), args...), append([]*str(nil), kw...)
	ps.home = p.entity
	return vm.OnValue(t, vm.CallKw(cls, args, kw), func(t *thread, v value) action {
		g := asGreenlet(v)
		if g == nil {
			return vm.Raisef(object.TypeError, "greenlet_class must make Greenlets, not %s", object.TypeOf(v).Label())
		}
		return start(t, g)
	})
}

// imap collects the results of a map in a queue: for imap with their numbers, for imap_unordered as they come.
type imap struct {
	object.Header
	queue   *Queue
	ordered bool
	left    int             // greenlets that have not ended
	over    bool            // no more will be spawned
	next    int64           // the number of the next one
	failure value           // makes what raises the exception of a greenlet
	end     value           // what says that there is no more
	sem     *Linkable       // how many results may be on their way, nil for any number
	wanted  int64           // the number of the result that is next
	early   map[int64]value // results that have come before their turn
}

var strCollect = object.Intern("_collect")

// advance is __next__: the next result, or what the map has to raise.
func (m *imap) advance(t *thread, self value) action {
	if m.sem != nil {
		if a := m.sem.release(t); m.sem.counter < 0 {
			return a
		}
	}
	empty := processOf(t).empty
	if !m.ordered {
		return vm.OnValue(t, m.queue.get(t, value{}, value{}, empty, false), func(t *thread, v value) action { return m.result(t, self, v) })
	}
	return vm.OnValue(t, vm.Repeat(t, func(t *thread) action {
		if v, ok := m.early[m.wanted]; ok {
			delete(m.early, m.wanted)
			m.wanted++
			return vm.Return(v)
		}
		return vm.OnValue(t, m.queue.get(t, value{}, value{}, empty, false), func(t *thread, v value) action {
			pair := object.AsTuple(v).Elems
			m.early[pair[0].Int64()] = pair[1]
			return vm.Continue()
		})
	}), func(t *thread, v value) action { return m.result(t, self, v) })
}

func (m *imap) result(t *thread, self, v value) action {
	if v.H != nil && m.failure.H == &v.H.Type.Header {
		return vm.CallMethod(t, self, "_raise", v)
	}
	return vm.Return(v)
}

// imapLink is the link of one greenlet.
type imapLink struct {
	m     *imap
	index int64
}

var imapType = newType("_IMap", "_gevent", 0)

func asIMap(v value) *imap { return (*imap)(unsafe.Pointer(v.H)) }

func (l *imapLink) ended(t *thread, g *Greenlet) action {
	m := l.m
	if g.exc == nil {
		return m.deliver(t, l.index, none(g.result))
	}
	return vm.OnValue(t, vm.Call(m.failure, g.exc.Value(), g.Value()), func(t *thread, v value) action { return m.deliver(t, l.index, v) })
}

func (m *imap) deliver(t *thread, index int64, v value) action {
	m.left--
	m.put(t, index, v)
	m.finish(t)
	return vm.ReturnNone()
}

func (m *imap) put(t *thread, index int64, v value) {
	if m.ordered {
		v = object.TupleOf(object.Int(index), v)
	}
	m.queue.add(t, v)
	if len(m.queue.getters) > 0 {
		m.queue.unlockLater(t)
	}
}

func (m *imap) finish(t *thread) {
	if m.over && m.left <= 0 && !m.end.IsNull() {
		end := m.end
		m.end = value{}
		m.put(t, m.next, end)
	}
}

func initIMap() {
	tp := imapType
	// _imap_next is the method __next__ of maps, which keep their _IMap as _collect.
	next := vm.NewNative("gevent", "__next__", "...", func(t *thread, a []value, _ []*str) action {
		if g := asGreenlet(a[0]); g != nil {
			if v, ok := g.Attrs.Get(strCollect); ok && object.TypeOf(v) == imapType {
				return asIMap(v).advance(t, a[0])
			}
		}
		return vm.Raisef(object.AttributeError, "'%s' object has no attribute '_collect'", object.TypeOf(a[0]).Label())
	})
	next.Kind = object.KindMethod
	next.Owner = GreenletType
	vm.SetNative(next, next.Native.(vm.NativeFunc))
	next.Header.Type = object.MethodDescriptorType
	table.Const("_imap_next", next.Value())
	// _IMap(queue, ordered, failure, end, semaphore or None)
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *thread, a []value, _ []*str) action {
		m := &imap{Header: object.Header{Type: imapType}, queue: asQueue(a[1]), ordered: a[2] == object.True, failure: a[3], end: a[4], early: map[int64]value{}}
		if s := a[5]; s.H.Type.IsSubtype(semaphoreType) {
			m.sem = asLinkable(s)
		}
		return vm.Return(object.Obj(&m.Header))
	})
	tp.Traverse = func(v value, visit func(value)) {
		m := asIMap(v)
		visit(m.queue.value())
		visit(m.failure)
		visit(m.end)
		if m.sem != nil {
			visit(m.sem.value())
		}
		for _, v := range m.early {
			visit(v)
		}
	}
	// link(greenlet) has the result of a greenlet collected. It answers the number for another object, whose result
	// is to be delivered.
	method(tp, "link", "greenlet, /", func(t *thread, a []value, _ []*str) action {
		m := asIMap(a[0])
		m.left++
		n := m.next
		m.next++
		g := asGreenlet(a[1])
		if g == nil {
			return vm.Return(object.Int(n))
		}
		g.links = append(g.links, link{to: &imapLink{m, n}})
		if g.ready {
			g.notifyLater(t)
		}
		return vm.ReturnNone()
	})
	method(tp, "deliver", "index, value, /", func(t *thread, a []value, _ []*str) action {
		return asIMap(a[0]).deliver(t, a[1].Int64(), a[2])
	})
	// finish(failure or None) says that no more will come.
	method(tp, "finish", "failure, /", func(t *thread, a []value, _ []*str) action {
		m := asIMap(a[0])
		m.over = true
		if !isNone(a[1]) {
			// What went wrong comes after all that was begun.
			m.end = value{}
			n := m.next
			m.next++
			m.put(t, n, a[1])
			return vm.ReturnNone()
		}
		m.finish(t)
		return vm.ReturnNone()
	})
	pt := poolTraceType
	method(pt, "bind", "greenlets, dying, empty, semaphore, /", func(t *thread, a []value, _ []*str) action {
		p := asPoolTrace(a[0])
		p.set, p.dying, p.empty = object.AsSet(a[1]), object.AsSet(a[2]), asLinkable(a[3])
		if s := a[4]; s.H.Type.IsSubtype(semaphoreType) {
			p.sem = asLinkable(s)
		}
		return vm.ReturnNone()
	})
	method(pt, "spawn", "...", func(t *thread, a []value, kw []*str) action {
		return asPoolTrace(a[0]).spawn(t, a[1], a[2:], kw)
	})
	// enter(greenlet) is add() of a greenlet of this package once there is room; False for another object.
	method(pt, "enter", "greenlet, /", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[1])
		if g == nil {
			return vm.Return(object.False)
		}
		e := asPoolTrace(a[0]).enter(t, g)
		if g.ready {
			g.notifyLater(t)
		}
		return vm.ReturnOr(object.True, e)
	})
	// leave(greenlet) is discard(); False where the pool has no link of its own.
	method(pt, "leave", "greenlet, /", func(t *thread, a []value, _ []*str) action {
		p, g := asPoolTrace(a[0]), asGreenlet(a[1])
		if g == nil {
			return vm.Return(object.False)
		}
		for i := range g.links {
			if g.links[i].to == linked(p) {
				g.links = append(g.links[:i:i], g.links[i+1:]...)
				return vm.OnValue(t, p.ended(t, g), func(*thread, value) action { return vm.Return(object.True) })
			}
		}
		return vm.Return(object.False)
	})
	table.Type(imapType)
}
