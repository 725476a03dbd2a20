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

// Queue is the core of gevent.queue's queues: items, those who wait to get one, and those who wait to put one.
//
// Nobody is handed anything directly. Where a put or a get makes it possible that somebody goes on, it schedules a
// callback, the unlocking, which lets a putter and a getter in turn go on as long as that is possible.
type Queue struct {
	object.Header
	object.Attrs
	kind      queueKind
	max       int // -1: any number
	buf       []value
	head      int
	list      *object.List // of a priority queue: a heap
	push, pop value        // heapq's functions
	getters   []*queueWait
	putters   []*queueWait
	unlocking bool
	hooks     bool // a subclass has _put or _get of its own
	entity    trace.Entity
	name      string
	getWhy    trace.Str
	putWhy    trace.Str
}

type queueKind uint8

const (
	fifo queueKind = iota
	lifo
	priority
)

var (
	queueType = newType("_Queue", "_gevent", unsafe.Offsetof(Queue{}.Attrs))
)

func asQueue(v value) *Queue   { return (*Queue)(unsafe.Pointer(v.H)) }
func (q *Queue) value() value  { return object.Obj(&q.Header) }
func (q *Queue) hasRoom() bool { return q.max < 0 || q.size() < q.max }

func (q *Queue) size() int {
	if q.kind == priority {
		return len(q.list.Elems)
	}
	return len(q.buf) - q.head
}

// add puts an item in, by the method _put where a subclass has its own.
func (q *Queue) add(t *thread, item value) action {
	if q.hooks {
		return vm.CallMethod(t, q.value(), "_put", item)
	}
	return q.addPlain(t, item)
}

// addPlain is Queue._put; a priority queue compares the item.
func (q *Queue) addPlain(t *thread, item value) action {
	if q.kind == priority {
		return vm.OnValue(t, vm.Call(q.push, object.Obj(&q.list.Header), item), func(t *thread, _ value) action {
			q.record(t, trace.PUT)
			return vm.ReturnNone()
		})
	}
	if q.head > 32 && q.head*2 > len(q.buf) {
		n := copy(q.buf, q.buf[q.head:])
		clear(q.buf[n:])
		q.buf, q.head = q.buf[:n], 0
	}
	q.buf = append(q.buf, item)
	q.record(t, trace.PUT)
	return vm.ReturnNone()
}

// take takes the next item out, by the method _get where a subclass has its own, or only looks at it.
func (q *Queue) take(t *thread, peek bool) action {
	if q.hooks && !peek {
		return vm.CallMethod(t, q.value(), "_get")
	}
	return q.takePlain(t, peek)
}

func (q *Queue) takePlain(t *thread, peek bool) action {
	if q.kind == priority {
		if peek {
			return vm.Return(q.list.Elems[0])
		}
		return vm.OnValue(t, vm.Call(q.pop, object.Obj(&q.list.Header)), func(t *thread, v value) action {
			q.record(t, trace.GET)
			return vm.Return(v)
		})
	}
	at := q.head
	if q.kind == lifo {
		at = len(q.buf) - 1
	}
	v := q.buf[at]
	if peek {
		return vm.Return(v)
	}
	q.buf[at] = value{}
	if q.kind == lifo {
		q.buf = q.buf[:at]
	} else if q.head++; q.head == len(q.buf) {
		q.buf, q.head = q.buf[:0], 0
	}
	q.record(t, trace.GET)
	return vm.Return(v)
}

func (q *Queue) record(t *thread, kind trace.Kind) {
	if q.entity != 0 {
		th := sim.Of(t)
		th.Proc.Run.M.Emit(kind, th.Lane(), q.entity, uint32(q.size()))
	}
}

// queueWait is one who waits to get, or to put an item.
type queueWait struct {
	blocked
	q    *Queue
	put  bool
	peek bool
	item value
	full value // the class of the exception at the timeout
}

// Resume gets the outcome of the wait, see outcome; the embedded blocked ends it first.
func (w *queueWait) outcome(t *thread, v value, e *exc) action {
	if e != nil || w.timedOut {
		w.q.drop(w)
		if e != nil {
			return vm.Raise(e)
		}
		return vm.OnValue(t, vm.Call(w.full), func(t *thread, v value) action { return vm.Raise(object.AsExc(v)) })
	}
	if !w.fired {
		w.q.drop(w)
		how := "get"
		if w.put {
			how = "put"
		}
		return vm.Raise(w.h.invalidSwitch("Invalid switch into Queue.%s: %s", how, object.ReprText(t.RT.Ctx, v)))
	}
	if w.put {
		return vm.ReturnNone()
	}
	return w.q.take(t, w.peek)
}

// queueRest hands the outcome over.
type queueRest struct{ w *queueWait }

func (r queueRest) Resume(t *thread, v value, e *exc) action { return r.w.outcome(t, v, e) }

func (r queueRest) Traverse(visit func(value)) {
	visit(r.w.q.value())
	visit(r.w.item)
}

func (q *Queue) drop(w *queueWait) {
	list := &q.getters
	if w.put {
		list = &q.putters
	}
	for i, x := range *list {
		if x == w {
			*list = append((*list)[:i:i], (*list)[i+1:]...)
			return
		}
	}
}

func (q *Queue) wait(t *thread, w *queueWait, ns int64, forever bool) action {
	h := hubOf(t)
	w.h = h
	w.rest = queueRest{w}
	if greenlet.Current(t) != &h.Greenlet {
		if !forever {
			w.timeout(h, ns)
		}
		if w.put {
			q.putters = append(q.putters, w)
			if len(q.getters) > 0 {
				q.unlockLater(t)
			}
		} else {
			q.getters = append(q.getters, w)
			if len(q.putters) > 0 {
				q.unlockLater(t)
			}
		}
	}
	why := &q.getWhy
	if w.put {
		why = &q.putWhy
	}
	if *why == 0 {
		text := "item of " + q.name
		if w.put {
			text = "room in " + q.name
		}
		*why = h.m.Str(text)
	}
	return h.block(t, &w.blocked, kernel.Wait{Reason: *why, Obj: q.entity})
}

func (q *Queue) unlockLater(t *thread) {
	if q.unlocking {
		return
	}
	q.unlocking = true
	h := hubOf(t)
	if len(q.getters) > 0 {
		h = q.getters[0].h
		if q.size() > 0 {
			q.getters[0].readied(t, "put")
		}
	} else if len(q.putters) > 0 {
		h = q.putters[0].h
		q.putters[0].readied(t, "get")
	}
	h.loop.push(entry{note: &unlocking{q: q, h: h}})
	if h.th != sim.Of(t) {
		h.loop.wakeUp(t, "queue")
	}
}

// unlocking lets those go on who can.
type unlocking struct {
	q      *Queue
	h      *Hub
	begun  bool
	putter *queueWait // whose item is being added
	turn   uint8      // 0: a putter is next, 1: a getter
	any    bool
}

func (u *unlocking) Traverse(visit func(value)) { visit(u.q.value()) }

func (u *unlocking) Resume(t *thread, _ value, e *exc) action {
	q := u.q
	if !u.begun {
		u.begun = true
		q.unlocking = false
	}
	for {
		var a action
		switch {
		case u.putter != nil:
			// Its item has been added, or could not be compared.
			w := u.putter
			u.putter, u.turn = nil, 1
			if w.over {
				continue
			}
			if e != nil {
				a = greenlet.Hand(t, w.g, "throw", value{}, e)
			} else {
				a = w.wake(t)
			}
		case e != nil:
			return vm.Raise(e)
		case u.turn == 0:
			u.turn = 1
			if len(q.putters) == 0 || !q.hasRoom() {
				continue
			}
			u.any = true
			u.putter = q.putters[0]
			q.putters = q.putters[1:]
			a = q.add(t, u.putter.item)
		default:
			u.turn = 0
			if len(q.getters) == 0 || q.size() == 0 {
				if !u.any {
					return vm.ReturnNone()
				}
				u.any = false
				continue
			}
			u.any = true
			w := q.getters[0]
			q.getters = q.getters[1:]
			if w.over {
				continue
			}
			a = w.wake(t)
		}
		var ok bool
		if _, e, ok = a.Immediate(); !ok {
			return vm.AfterNative(t, a, u)
		}
	}
}

// put is Queue.put.
func (q *Queue) put(t *thread, item, block, timeout, full value) action {
	if q.hasRoom() {
		a := q.add(t, item)
		if _, e, ok := a.Immediate(); ok {
			if e == nil && len(q.getters) > 0 {
				q.unlockLater(t)
			}
			return a
		}
		return vm.OnValue(t, a, func(t *thread, v value) action {
			if len(q.getters) > 0 {
				q.unlockLater(t)
			}
			return vm.ReturnNone()
		})
	}
	if !block.IsNull() {
		if on, _ := object.Truth(t.RT.Ctx, block); !on {
			return vm.OnValue(t, vm.Call(full), func(t *thread, v value) action { return vm.Raise(object.AsExc(v)) })
		}
	}
	ns, forever, e := timeoutOf(t, timeout)
	if e != nil {
		return vm.Raise(e)
	}
	return q.wait(t, &queueWait{q: q, put: true, item: item, full: full}, ns, forever)
}

// get is Queue.get and Queue.peek.
func (q *Queue) get(t *thread, block, timeout, empty value, peek bool) action {
	if q.size() > 0 {
		if len(q.putters) > 0 {
			q.unlockLater(t)
		}
		return q.take(t, peek)
	}
	if !block.IsNull() {
		if on, _ := object.Truth(t.RT.Ctx, block); !on {
			return vm.OnValue(t, vm.Call(empty), func(t *thread, v value) action { return vm.Raise(object.AsExc(v)) })
		}
	}
	ns, forever, e := timeoutOf(t, timeout)
	if e != nil {
		return vm.Raise(e)
	}
	return q.wait(t, &queueWait{q: q, peek: peek, full: empty}, ns, forever)
}

func (q *Queue) items() []value {
	if q.kind == priority {
		return append([]value(nil), q.list.Elems...)
	}
	return append([]value(nil), q.buf[q.head:]...)
}

func initQueue() {
	tp := queueType
	tp.Alloc = func(c *ctx, k *object.Type) value {
		q := &Queue{max: -1, name: "queue"}
		q.Header.Type, q.Shape = k, k.Root
		return q.value()
	}
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *thread, a []value, _ []*str) action {
		k := object.AsType(a[0])
		return vm.Return(k.Alloc(t.RT.Ctx, k))
	})
	tp.Traverse = func(v value, visit func(value)) {
		q := asQueue(v)
		for _, x := range q.buf[q.head:] {
			visit(x)
		}
		if q.list != nil {
			visit(object.Obj(&q.list.Header))
		}
		for _, w := range q.getters {
			visit(w.g.Value())
		}
		for _, w := range q.putters {
			visit(w.g.Value())
			visit(w.item)
		}
		visitAttrs(&q.Attrs, visit)
	}
	tp.Bool = func(c *ctx, v value) (bool, *exc) { return true, nil }
	tp.Len = func(c *ctx, v value) (int, *exc) { return asQueue(v).size(), nil }
	// _set_up(kind, maxsize, items, what, heappush, heappop) is what __init__ is made of.
	method(tp, "_set_up", "kind, maxsize, items, what, push, pop", func(t *thread, a []value, _ []*str) action {
		q := asQueue(a[0])
		n, _ := object.ToInt64(a[1])
		q.kind = queueKind(n)
		q.max = -1
		if n, ok := object.ToInt64(a[2]); ok && n > 0 {
			q.max = int(n)
		}
		l := object.AsList(a[3])
		if q.kind == priority {
			q.list, q.push, q.pop = l, a[5], a[6]
		} else {
			q.buf = append([]value(nil), l.Elems...)
		}
		q.entity, q.name = thing(t, object.AsStr(a[4]).Text, trace.Queue)
		return vm.ReturnNone()
	})
	method(tp, "_put", "item, /", func(t *thread, a []value, _ []*str) action { return asQueue(a[0]).addPlain(t, a[1]) })
	method(tp, "_get", "", func(t *thread, a []value, _ []*str) action { return asQueue(a[0]).takePlain(t, false) })
	method(tp, "_peek", "", func(t *thread, a []value, _ []*str) action { return asQueue(a[0]).takePlain(t, true) })
	leaf(tp, "_use_hooks", "", func(c *ctx, a []value) (value, *exc) {
		asQueue(a[0]).hooks = true
		return object.None, nil
	})
	method(tp, "put", "item, block=True, timeout=None", func(t *thread, a []value, _ []*str) action {
		return asQueue(a[0]).put(t, a[1], a[2], a[3], processOf(t).full)
	})
	method(tp, "put_nowait", "item", func(t *thread, a []value, _ []*str) action {
		return asQueue(a[0]).put(t, a[1], object.False, value{}, processOf(t).full)
	})
	method(tp, "get", "block=True, timeout=None", func(t *thread, a []value, _ []*str) action {
		return asQueue(a[0]).get(t, a[1], a[2], processOf(t).empty, false)
	})
	method(tp, "get_nowait", "", func(t *thread, a []value, _ []*str) action {
		return asQueue(a[0]).get(t, object.False, value{}, processOf(t).empty, false)
	})
	method(tp, "peek", "block=True, timeout=None", func(t *thread, a []value, _ []*str) action {
		return asQueue(a[0]).get(t, a[1], a[2], processOf(t).empty, true)
	})
	method(tp, "peek_nowait", "", func(t *thread, a []value, _ []*str) action {
		return asQueue(a[0]).get(t, object.False, value{}, processOf(t).empty, true)
	})
	tp.Iter = func(c *ctx, v value) (value, *exc) { return v, nil }
	next := func(t *thread, a []value, _ []*str) action {
		return vm.OnValue(t, asQueue(a[0]).get(t, value{}, value{}, processOf(t).empty, false), func(t *thread, v value) action {
			if v == object.StopIteration.Value() {
				return vm.Raise(object.ExcArgs(object.StopIteration))
			}
			if e := object.AsExc(v); e != nil && e.Type.IsSubtype(object.StopIteration) {
				return vm.Return(v)
			}
			return vm.Return(v)
		})
	}
	method(tp, "__next__", "", next)
	method(tp, "next", "", next)
	method(tp, "__iter__", "", func(t *thread, a []value, _ []*str) action { return vm.Return(a[0]) })
	leaf(tp, "qsize", "", func(c *ctx, a []value) (value, *exc) { return object.Int(int64(asQueue(a[0]).size())), nil })
	leaf(tp, "empty", "", func(c *ctx, a []value) (value, *exc) { return object.Bool(asQueue(a[0]).size() == 0), nil })
	leaf(tp, "full", "", func(c *ctx, a []value) (value, *exc) {
		q := asQueue(a[0])
		return object.Bool(q.max >= 0 && q.size() >= q.max), nil
	})
	leaf(tp, "_items", "", func(c *ctx, a []value) (value, *exc) { return object.NewList(asQueue(a[0]).items()), nil })
	leaf(tp, "_waiting", "", func(c *ctx, a []value) (value, *exc) {
		q := asQueue(a[0])
		return object.TupleOf(object.Int(int64(len(q.getters))), object.Int(int64(len(q.putters)))), nil
	})
	tp.AddGetSet("maxsize", func(c *ctx, v value) (value, *exc) {
		if q := asQueue(v); q.max >= 0 {
			return object.Int(int64(q.max)), nil
		}
		return object.None, nil
	}, nil)
	tp.AddGetSet("_name", func(c *ctx, v value) (value, *exc) { return object.NewStr(asQueue(v).name), nil }, nil)
}
