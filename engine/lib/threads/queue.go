package threads

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Queue is a queue.Queue, LifoQueue, PriorityQueue or SimpleQueue. Its items lie
// in a list that the program can see as the attribute queue.
type Queue struct {
	object.Header
	object.Attrs
	kind       queueKind
	items      *object.List
	max        int64
	unfinished int64
	getters    kernel.WaitQueue
	putters    kernel.WaitQueue
	joiners    kernel.WaitQueue
	// The items of a priority queue may compare in Python, which can be preempted:
	// until a change is complete the queue is busy, and others wait.
	busy    bool
	waiting kernel.WaitQueue
	name    string
	entity  trace.Entity
}

type queueKind uint8

const (
	fifo queueKind = iota
	lifo
	priority
	simple
	custom // a class of the program defines what putting and getting mean: all is Python
)

var queueKinds = map[string]queueKind{"fifo": fifo, "lifo": lifo, "priority": priority, "custom": custom}

func allocQueue(k *object.Type) value {
	q := &Queue{}
	q.Header.Type, q.Shape = k, k.Root
	return object.Obj(&q.Header)
}

// The classes.
var (
	QueueType       = class("_Queue", "_thread", unsafe.Offsetof(Queue{}.Attrs), allocQueue)
	SimpleQueueType = class("SimpleQueue", "_queue", unsafe.Offsetof(Queue{}.Attrs), allocQueue)
	emptyError      = exception("Empty", "_queue", object.Exception)
	fullError       = exception("Full", "queue", object.Exception)
)

func asQueue(v value) *Queue { return (*Queue)(unsafe.Pointer(v.H)) }

func (q *Queue) setup(t *vm.Thread, items *object.List) {
	q.items = items
	q.name = name(t, "queue")
	th := sim.Of(t)
	m := machine(t)
	q.entity = m.Rec.NewEntity(m.Now(), trace.Queue, q.name, parent(t), th.Lane(), th.Loc())
}

func (q *Queue) size() int64 { return int64(len(q.items.Elems)) }

// note records that the thread has put something in, or taken something out.
func (q *Queue) note(t *vm.Thread, kind trace.Kind) {
	m := machine(t)
	n := uint32(q.size())
	m.Emit(kind, sim.Of(t).Lane(), q.entity, n)
	m.Emit(trace.COUNT, q.entity, 0, n)
}

// put is put(item, block, timeout); timeout Null or None is for ever.
func (q *Queue) put(t *vm.Thread, item value, wait bool, until int64) action {
	if q.busy {
		return q.afterBusy(t, func(t *vm.Thread) action { return q.put(t, item, wait, until) })
	}
	m := machine(t)
	if q.max > 0 && q.size() >= q.max {
		if !wait {
			return vm.Raise(object.ExcArgs(fullError))
		}
		w := kernel.Wait{Reason: m.Str("put into " + q.name), Obj: q.entity, Deadline: until}
		return after(t, parkIn(t, &q.putters, w), func(t *vm.Thread, _ value) action {
			return q.put(t, item, !timedOut(t), until)
		}, object.Obj(&q.Header), item)
	}
	added := func(t *vm.Thread) action {
		q.unfinished++
		q.note(t, trace.PUT)
		if q.getters.Len() > 0 {
			q.getters.WakeOne(machine(t), wake(t, "put"))
		}
		return vm.ReturnNone()
	}
	if e := t.RT.Ctx.Reserve(16); e != nil {
		return vm.Raise(e)
	}
	if q.kind == priority {
		return q.change(t, q.heapPush(t, item), func(t *vm.Thread, _ value) action { return added(t) })
	}
	q.items.Elems = append(q.items.Elems, item)
	return added(t)
}

// get is get(block, timeout).
func (q *Queue) get(t *vm.Thread, wait bool, until int64) action {
	if q.busy {
		return q.afterBusy(t, func(t *vm.Thread) action { return q.get(t, wait, until) })
	}
	m := machine(t)
	if q.size() == 0 {
		if !wait {
			return vm.Raise(object.ExcArgs(emptyError))
		}
		w := kernel.Wait{Reason: m.Str("get from " + q.name), Obj: q.entity, Deadline: until}
		return after(t, parkIn(t, &q.getters, w), func(t *vm.Thread, _ value) action {
			return q.get(t, !timedOut(t), until)
		}, object.Obj(&q.Header))
	}
	taken := func(t *vm.Thread, v value) action {
		t.RT.Ctx.MemUsed -= 16
		q.note(t, trace.GET)
		if q.putters.Len() > 0 {
			q.putters.WakeOne(machine(t), wake(t, "get"))
		}
		return vm.Return(v)
	}
	items := q.items.Elems
	last := len(items) - 1
	switch q.kind {
	case priority:
		return q.change(t, q.heapPop(t), taken)
	case lifo:
		v := items[last]
		items[last] = value{}
		q.items.Elems = items[:last]
		return taken(t, v)
	}
	v := items[0]
	items[0] = value{}
	if q.items.Elems = items[1:]; last == 0 {
		q.items.Elems = nil
	}
	return taken(t, v)
}

// afterBusy goes on when the change under way is complete.
func (q *Queue) afterBusy(t *vm.Thread, then func(t *vm.Thread) action) action {
	w := kernel.Wait{Reason: machine(t).Str(q.name), Obj: q.entity, Lock: true}
	return after(t, parkIn(t, &q.waiting, w), func(t *vm.Thread, _ value) action { return then(t) })
}

// change carries out a, during which the queue is busy if it does not end at once.
func (q *Queue) change(t *vm.Thread, a action, then func(t *vm.Thread, v value) action) action {
	if v, e, ok := a.Immediate(); ok {
		if e != nil {
			return vm.Raise(e)
		}
		return then(t, v)
	}
	q.busy = true
	return vm.After(t, a, func(t *vm.Thread, v value, e *exc) action {
		q.busy = false
		q.waiting.WakeAll(machine(t), wake(t, "release"))
		if e != nil {
			return vm.Raise(e)
		}
		return then(t, v)
	})
}

// heapPush adds an item to the heap: it rises while it is less than what is above it.
func (q *Queue) heapPush(t *vm.Thread, item value) action {
	q.items.Elems = append(q.items.Elems, item)
	return vm.OnValue(t, q.rise(t, 0, len(q.items.Elems)-1), func(*vm.Thread, value) action { return vm.ReturnNone() })
}

func (q *Queue) rise(t *vm.Thread, top, at int) action {
	item := q.items.Elems[at]
	return vm.Repeat(t, func(t *vm.Thread) action {
		if at <= top {
			q.items.Elems[at] = item
			return vm.ReturnNone()
		}
		up := (at - 1) / 2
		return less(t, item, q.items.Elems[up], func(t *vm.Thread, is bool) action {
			if !is {
				q.items.Elems[at] = item
				return vm.ReturnNone()
			}
			q.items.Elems[at] = q.items.Elems[up]
			at = up
			return vm.Continue()
		})
	})
}

// heapPop takes the least item: the hole goes down to a leaf along the lesser
// children, the last item goes in there, and rises.
func (q *Queue) heapPop(t *vm.Thread) action {
	h := q.items.Elems
	n := len(h) - 1
	last := h[n]
	h[n] = value{}
	h = h[:n]
	q.items.Elems = h
	if n == 0 {
		return vm.Return(last)
	}
	first := h[0]
	at := 0
	return vm.OnValue(t, vm.Repeat(t, func(t *vm.Thread) action {
		child := 2*at + 1
		if child >= n {
			return vm.ReturnNone()
		}
		down := func(c int) action {
			h[at] = h[c]
			at = c
			return vm.Continue()
		}
		if child+1 >= n {
			return down(child)
		}
		return less(t, h[child], h[child+1], func(t *vm.Thread, is bool) action {
			if is {
				return down(child)
			}
			return down(child + 1)
		})
	}), func(t *vm.Thread, _ value) action {
		h[at] = last
		return vm.OnValue(t, q.rise(t, 0, at), func(*vm.Thread, value) action { return vm.Return(first) })
	})
}

// less goes on with the truth of a < b.
func less(t *vm.Thread, a, b value, then func(t *vm.Thread, is bool) action) action {
	return vm.OnValue(t, vm.Compare(t, a, b, bytecode.CmpLT), func(t *vm.Thread, v value) action {
		return vm.OnTruth(t, v, then)
	})
}

// blocking reads the arguments block and timeout.
func blocking(t *vm.Thread, block, timeout value, then func(t *vm.Thread, wait bool, until int64) action) action {
	do := func(t *vm.Thread, wait bool) action {
		if !wait || timeout.IsNull() || timeout.IsNone() {
			return then(t, wait, 0)
		}
		f, ok, e := object.NumFloat(timeout)
		if e != nil {
			return vm.Raise(e)
		}
		if !ok {
			return vm.Raisef(object.TypeError, "'<' not supported between instances of '%s' and 'int'", object.TypeOf(timeout).Label())
		}
		if f < 0 {
			return vm.Raisef(object.ValueError, "'timeout' must be a non-negative number")
		}
		ns := sim.Nanoseconds(f)
		return then(t, ns > 0, deadline(machine(t), ns, false))
	}
	if block.IsNull() {
		return do(t, true)
	}
	return vm.OnTruth(t, block, do)
}

func init() {
	for _, tp := range [...]*object.Type{QueueType, SimpleQueueType} {
		tp.Traverse = func(v value, visit func(value)) {
			q := asQueue(v)
			if q.items != nil {
				visit(object.Obj(&q.items.Header))
			}
			visitAttrs(&q.Attrs, visit)
		}
		queueMethods(tp)
	}
	method(SimpleQueueType, "__init__", "", func(t *vm.Thread, a []value, _ []*str) action {
		q := asQueue(a[0])
		q.kind = simple
		q.setup(t, object.AsList(object.NewList(nil)))
		return vm.ReturnNone()
	})
	tp := QueueType
	method(tp, "_setup", "maxsize, items, kind", func(t *vm.Thread, a []value, _ []*str) action {
		q := asQueue(a[0])
		q.max, _ = object.ToInt64(a[1])
		q.kind = queueKinds[object.AsStr(a[3]).Text]
		q.setup(t, object.AsList(a[2]))
		return vm.ReturnNone()
	})
	// _note records for the Python form that something was put or taken, and the size.
	method(tp, "_note", "put, size", func(t *vm.Thread, a []value, _ []*str) action {
		q := asQueue(a[0])
		m := machine(t)
		kind := trace.GET
		if a[1] == object.True {
			kind = trace.PUT
		}
		m.Emit(kind, sim.Of(t).Lane(), q.entity, uint32(a[2].Int64()))
		m.Emit(trace.COUNT, q.entity, 0, uint32(a[2].Int64()))
		return vm.ReturnNone()
	})
	method(tp, "task_done", "", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		q := asQueue(a[0])
		if q.kind == custom {
			return vm.CallMethod(t, a[0], "_task_done")
		}
		if q.unfinished <= 0 {
			return vm.Raisef(object.ValueError, "task_done() called too many times")
		}
		if q.unfinished--; q.unfinished == 0 {
			q.joiners.WakeAll(machine(t), wake(t, "task_done"))
		}
		return vm.ReturnNone()
	}))
	method(tp, "join", "", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		if asQueue(a[0]).kind == custom {
			return vm.CallMethod(t, a[0], "_join")
		}
		return asQueue(a[0]).join(t)
	}))
	method(tp, "full", "", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		q := asQueue(a[0])
		if q.kind == custom {
			return vm.CallMethod(t, a[0], "_full")
		}
		return vm.Return(object.Bool(q.max > 0 && q.size() >= q.max))
	}))
	tp.AddGetSet("maxsize", func(c *object.Ctx, v value) (value, *exc) { return object.Int(asQueue(v).max), nil },
		func(c *object.Ctx, v, x value) *exc {
			if n, ok := object.ToInt64(x); ok {
				asQueue(v).max = n
			}
			return nil
		})
	tp.AddGetSet("unfinished_tasks", func(c *object.Ctx, v value) (value, *exc) { return object.Int(asQueue(v).unfinished), nil },
		func(c *object.Ctx, v, x value) *exc {
			asQueue(v).unfinished, _ = object.ToInt64(x)
			return nil
		})
	threadTable.Type(tp)
	threadTable.Const("_SimpleQueue", SimpleQueueType.Value())
	threadTable.Const("_Empty", emptyError.Value())
	threadTable.Const("_Full", fullError.Value())
}

func queueMethods(tp *object.Type) {
	add := func(name, sig string, slow string, fn func(t *vm.Thread, q *Queue, a []value) action) {
		method(tp, name, sig, inTurn(func(t *vm.Thread, a []value, _ []*str) action {
			q := asQueue(a[0])
			if q.items == nil {
				return vm.Raisef(object.AttributeError, "'%s' object has no attribute 'queue'", object.TypeOf(a[0]).Label())
			}
			if q.kind == custom {
				var args []value
				for i, x := range a[1:] {
					switch {
					case !x.IsNull():
						args = append(args, x)
					case i+2 < len(a) && !a[i+2].IsNull():
						args = append(args, object.True) // block, when only timeout is given
					}
				}
				return vm.CallMethod(t, a[0], slow, args...)
			}
			return fn(t, q, a)
		}))
	}
	add("put", "item, block=True, timeout=None", "_slow_put", func(t *vm.Thread, q *Queue, a []value) action {
		item := a[1]
		if q.kind == simple || a[2].IsNull() && a[3].IsNull() {
			return q.put(t, item, true, 0)
		}
		return blocking(t, a[2], a[3], func(t *vm.Thread, wait bool, until int64) action { return q.put(t, item, wait, until) })
	})
	add("get", "block=True, timeout=None", "_slow_get", func(t *vm.Thread, q *Queue, a []value) action {
		if a[1].IsNull() && a[2].IsNull() {
			return q.get(t, true, 0)
		}
		return blocking(t, a[1], a[2], q.get)
	})
	add("put_nowait", "item", "_slow_put_nowait", func(t *vm.Thread, q *Queue, a []value) action { return q.put(t, a[1], false, 0) })
	add("get_nowait", "", "_slow_get_nowait", func(t *vm.Thread, q *Queue, a []value) action { return q.get(t, false, 0) })
	add("qsize", "", "_size", func(t *vm.Thread, q *Queue, a []value) action { return vm.Return(object.Int(q.size())) })
	add("empty", "", "_is_empty", func(t *vm.Thread, q *Queue, a []value) action { return vm.Return(object.Bool(q.size() == 0)) })
}

func (q *Queue) join(t *vm.Thread) action {
	if q.unfinished == 0 {
		return vm.ReturnNone()
	}
	w := kernel.Wait{Reason: machine(t).Str("join " + q.name), Obj: q.entity}
	return after(t, parkIn(t, &q.joiners, w), func(t *vm.Thread, _ value) action { return q.join(t) }, object.Obj(&q.Header))
}
