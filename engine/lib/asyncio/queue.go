package asyncio

import (
	"math"
	"unsafe"

	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
)

// queue is the core of asyncio.Queue. Subclasses that keep their items in
// another way use the methods written in Python instead (py/queues.py).
type queue struct {
	object.Header
	attrs      object.Attrs
	max        int64
	maxV       value
	items      []value // a ring
	head, n    int
	getters    []*Future
	putters    []*Future
	joiners    []*Future
	unfinished int64
	closed     bool // shut down
	loop       *Loop
	entity     trace.Entity
	name       string
	labels     [3]trace.Str // of those who wait in put(), get() and join()
}

var (
	queueType   = newQueueType()
	queueEmpty  = object.NewStaticType("QueueEmpty", "asyncio.queues", object.Exception, object.LayoutExc, object.HasDict|object.IsExc)
	queueFull   = object.NewStaticType("QueueFull", "asyncio.queues", object.Exception, object.LayoutExc, object.HasDict|object.IsExc)
	queueClosed = object.NewStaticType("QueueShutDown", "asyncio.queues", object.Exception, object.LayoutExc, object.HasDict|object.IsExc)
)

func newQueueType() *object.Type {
	tp := object.NewStaticType("QueueCore", "_asyncio", nil, object.LayoutOther, object.HasDict)
	tp.AttrOffset = unsafe.Offsetof(queue{}.attrs)
	return tp
}

func (q *queue) value() value { return object.Obj(&q.Header) }

func (q *queue) full() bool { return q.max > 0 && int64(q.n) >= q.max }

func (q *queue) push(v value) {
	if q.n == len(q.items) {
		items := make([]value, max(8, 2*len(q.items)))
		for i := 0; i < q.n; i++ {
			items[i] = q.items[(q.head+i)&(len(q.items)-1)]
		}
		q.items, q.head = items, 0
	}
	q.items[(q.head+q.n)&(len(q.items)-1)] = v
	q.n++
}

func (q *queue) pop() value {
	v := q.items[q.head]
	q.items[q.head] = value{}
	q.head = (q.head + 1) & (len(q.items) - 1)
	q.n--
	return v
}

// wakeNext ends the wait of the first who still waits.
func wakeNext(t *thread, waiters *[]*Future) {
	for len(*waiters) > 0 {
		f := (*waiters)[0]
		*waiters = (*waiters)[1:]
		if !f.done() {
			f.setResult(t, object.None)
			return
		}
	}
}

func (q *queue) record(t *thread, kind trace.Kind) {
	if q.entity == 0 {
		return
	}
	th := sim.Of(t)
	th.Proc.Run.M.Emit(kind, th.Lane(), q.entity, uint32(q.n))
}

func (q *queue) putNow(t *thread, v value) {
	q.push(v)
	q.unfinished++
	q.record(t, trace.PUT)
	wakeNext(t, &q.getters)
}

func (q *queue) getNow(t *thread) value {
	v := q.pop()
	q.record(t, trace.GET)
	wakeNext(t, &q.putters)
	return v
}

// finish wakes those who wait in join().
func (q *queue) finish(t *thread) {
	for _, f := range q.joiners {
		if !f.done() {
			f.setResult(t, object.None)
		}
	}
	q.joiners = nil
}

// wait makes the future that put(), get() or join() awaits.
func (q *queue) wait(t *thread, which coroKind) (*Future, *exc) {
	l, e := runningLoop(t)
	if e != nil {
		return nil, e
	}
	if q.loop == nil {
		q.loop = l
	}
	if q.loop != l {
		return nil, object.NewExc(object.RuntimeError, "%s is bound to a different event loop", object.ReprText(t.RT.Ctx, q.value()))
	}
	i := which - coroPut
	if q.labels[i] == 0 {
		q.labels[i] = l.m.Str(q.name + [...]string{".put()", ".get()", ".join()"}[i])
	}
	f := newFuture(l)
	f.label, f.entity, f.borrowed, f.blocking = q.labels[i], q.entity, true, true
	return f, nil
}

func (q *queue) waiters(which coroKind) *[]*Future {
	switch which {
	case coroPut:
		return &q.putters
	case coroGet:
		return &q.getters
	}
	return &q.joiners
}

// resumeQueue goes on with a coroutine of put(), get() or join().
func (co *coro) resumeQueue(t *thread, e *exc) (value, bool, *exc) {
	q := co.q
	waiters := q.waiters(co.kind)
	if co.state == coroSleeps {
		f := co.f
		co.f = nil
		if e == nil && f.state == pending {
			e = object.NewExc(object.RuntimeError, "await wasn't used with future")
		}
		if e == nil {
			_, e = f.get(t)
		}
		if e != nil {
			f.cancel(t, object.None)
			for i, w := range *waiters {
				if w == f {
					*waiters = append((*waiters)[:i:i], (*waiters)[i+1:]...)
					break
				}
			}
			if f.state != cancelled && (co.kind == coroPut && !q.full() || co.kind == coroGet && q.n > 0) {
				// It was woken and cancelled: the next one's turn.
				wakeNext(t, waiters)
			}
		} else if co.kind == coroJoin {
			return object.None, true, nil
		}
	}
	if e != nil {
		return value{}, false, e
	}
	ready := false
	switch co.kind {
	case coroPut:
		ready = !q.full()
		if q.closed {
			return value{}, false, object.ExcArgs(queueClosed)
		}
	case coroGet:
		ready = q.n > 0
		if q.closed && !ready {
			return value{}, false, object.ExcArgs(queueClosed)
		}
	default:
		ready = q.unfinished == 0
	}
	if !ready {
		f, e := q.wait(t, co.kind)
		if e != nil {
			return value{}, false, e
		}
		*waiters = append(*waiters, f)
		co.f, co.state = f, coroSleeps
		return f.value(), false, nil
	}
	switch co.kind {
	case coroPut:
		q.putNow(t, co.result)
		co.result = value{}
	case coroGet:
		co.result = q.getNow(t)
	}
	return orNone(co.result), true, nil
}

func initQueue() {
	me := func(a []value) *queue { return (*queue)(unsafe.Pointer(a[0].H)) }
	queueType.Alloc = func(c *ctx, tp *object.Type) value {
		q := &queue{maxV: object.Int(0), name: "queue"}
		q.Type = tp
		q.attrs.Shape = tp.Root
		return q.value()
	}
	queueType.Traverse = func(v value, visit func(value)) {
		q := (*queue)(unsafe.Pointer(v.H))
		for _, x := range q.items {
			visit(x)
		}
		for _, list := range [...][]*Future{q.getters, q.putters, q.joiners} {
			for _, f := range list {
				visit(f.value())
			}
		}
		for _, x := range q.attrs.Vals {
			visit(x)
		}
		if q.attrs.Dict != nil {
			visit(object.Obj(&q.attrs.Dict.Header))
		}
	}
	leaf(queueType, "_begin", "maxsize, entity, name, /", func(t *thread, a []value) (value, *exc) {
		q := me(a)
		q.maxV = a[1]
		f, e := number(t.RT.Ctx, a[1])
		if e != nil {
			return value{}, e
		}
		q.max = int64(math.Ceil(f))
		q.entity, q.name = trace.Entity(a[2].Int64()), object.AsStr(a[3]).Text
		return object.None, nil
	})
	leaf(queueType, "qsize", "", func(t *thread, a []value) (value, *exc) { return object.Int(int64(me(a).n)), nil })
	leaf(queueType, "empty", "", func(t *thread, a []value) (value, *exc) { return object.Bool(me(a).n == 0), nil })
	leaf(queueType, "full", "", func(t *thread, a []value) (value, *exc) { return object.Bool(me(a).full()), nil })
	queueType.AddGetSet("maxsize", func(c *ctx, v value) (value, *exc) { return (*queue)(unsafe.Pointer(v.H)).maxV, nil }, nil)
	// _waiting lists the futures of those who wait in get(), or in put().
	leaf(queueType, "_waiting", "in_put, /", func(t *thread, a []value) (value, *exc) {
		list := me(a).getters
		if a[1] == object.True {
			list = me(a).putters
		}
		var out []value
		for _, f := range list {
			out = append(out, f.value())
		}
		return object.NewList(out), nil
	})
	leaf(queueType, "put_nowait", "item", func(t *thread, a []value) (value, *exc) {
		q := me(a)
		switch {
		case q.closed:
			return value{}, object.ExcArgs(queueClosed)
		case q.full():
			return value{}, object.ExcArgs(queueFull)
		}
		q.putNow(t, a[1])
		return object.None, nil
	})
	leaf(queueType, "get_nowait", "", func(t *thread, a []value) (value, *exc) {
		q := me(a)
		if q.n == 0 {
			if q.closed {
				return value{}, object.ExcArgs(queueClosed)
			}
			return value{}, object.ExcArgs(queueEmpty)
		}
		return q.getNow(t), nil
	})
	leaf(queueType, "task_done", "", func(t *thread, a []value) (value, *exc) {
		q := me(a)
		if q.unfinished <= 0 {
			return value{}, object.NewExc(object.ValueError, "task_done() called too many times")
		}
		if q.unfinished--; q.unfinished == 0 {
			q.finish(t)
		}
		return object.None, nil
	})
	leaf(queueType, "shutdown", "immediate=False", func(t *thread, a []value) (value, *exc) {
		q := me(a)
		q.closed = true
		if a[1] == object.True {
			for q.n > 0 {
				q.pop()
				q.unfinished = max(q.unfinished-1, 0)
			}
			if q.unfinished == 0 {
				q.finish(t)
			}
		}
		for len(q.getters) > 0 {
			wakeNext(t, &q.getters)
		}
		for len(q.putters) > 0 {
			wakeNext(t, &q.putters)
		}
		return object.None, nil
	})
	// _contents answers what a repr shows: the items, and how many wait and are unfinished.
	leaf(queueType, "_contents", "", func(t *thread, a []value) (value, *exc) {
		q := me(a)
		items := make([]value, q.n)
		for i := range items {
			items[i] = q.items[(q.head+i)&(len(q.items)-1)]
		}
		return object.TupleOf(object.NewList(items), object.Int(int64(len(q.getters))), object.Int(int64(len(q.putters))), object.Int(q.unfinished)), nil
	})
	start := func(name, sig string, kind coroKind) {
		leaf(queueType, name, sig, func(t *thread, a []value) (value, *exc) {
			co := &coro{Header: object.Header{Type: coroType}, kind: kind, q: me(a)}
			if kind == coroPut {
				co.result = a[1]
			}
			v := object.Obj(&co.Header)
			t.Watch(v)
			return v, nil
		})
	}
	start("put", "item", coroPut)
	start("get", "", coroGet)
	start("join", "", coroJoin)
}
