package threads

import (
	"strconv"
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Pool is what a ThreadPoolExecutor works with: its queue of work and its threads.
type Pool struct {
	object.Header
	entity  trace.Entity
	name    string
	prefix  string
	limit   int
	class   *object.Type // threading.Thread
	set     value        // the threads, as a Python set
	init    value        // the initializer, None without
	args    []value      // its arguments
	work    []work
	head    int
	idle    kernel.WaitQueue // workers that wait for work
	spare   int              // how often a worker has finished work since the last submit that relied on one
	workers []*Thread
	labels  int // futures named with their arguments
	closed  bool
	broken  string
	errType *object.Type // BrokenThreadPool
}

// work is an item of a pool's queue.
type work struct {
	future *Future
	fn     value
	args   []value
	kw     []*str
}

var poolType = object.NewStaticType("_Pool", "_thread", nil, object.LayoutOther, object.NotBase)

func asPool(v value) *Pool { return (*Pool)(unsafe.Pointer(v.H)) }

// size is how much work is waiting.
func (p *Pool) size() int { return len(p.work) - p.head }

func (p *Pool) count(t *vm.Thread) { machine(t).Emit(trace.COUNT, p.entity, 0, uint32(p.size())) }

func (p *Pool) push(t *vm.Thread, w work) {
	p.work = append(p.work, w)
	p.count(t)
	p.idle.WakeOne(machine(t), wake(t, "submit"))
}

func (p *Pool) pop(t *vm.Thread) work {
	w := p.work[p.head]
	p.work[p.head] = work{}
	if p.head++; p.head == len(p.work) {
		p.work, p.head = p.work[:0], 0
	} else if p.head > 1024 && p.head*2 > len(p.work) {
		n := copy(p.work, p.work[p.head:])
		clear(p.work[n:])
		p.work, p.head = p.work[:n], 0
	}
	p.count(t)
	return w
}

// close lets no more work in; the workers end when the queue is empty.
func (p *Pool) close(t *vm.Thread) {
	if p.closed {
		return
	}
	p.closed = true
	p.idle.WakeAll(machine(t), wake(t, "shutdown"))
}

// submit is Executor.submit.
func (p *Pool) submit(t *vm.Thread, fn value, args []value, kw []*str) action {
	m := machine(t)
	switch {
	case p.broken != "":
		return vm.Raise(object.NewExc(p.errType, "%s", p.broken))
	case p.closed:
		return vm.Raisef(object.RuntimeError, "cannot schedule new futures after shutdown")
	case processOf(sim.ProcessOf(t)).ending:
		return vm.Raisef(object.RuntimeError, "cannot schedule new futures after interpreter shutdown")
	}
	callable := callableName(fn)
	f := newFuture(t, p.label(t, callable, args), p.entity)
	m.EmitString(trace.SUBMIT, sim.Of(t).Lane(), f.entity, callable)
	p.push(t, work{f, fn, args, kw})
	// A worker that has finished something counts as spare, once.
	if p.spare > 0 {
		p.spare--
		return vm.Return(f.value())
	}
	if len(p.workers) >= p.limit {
		return vm.Return(f.value())
	}
	th := asThread(p.class.Alloc(t.RT.Ctx, p.class))
	th.initialised = true
	th.name = p.prefix + "_" + strconv.Itoa(len(p.workers))
	p.workers = append(p.workers, th)
	if s := object.AsSet(p.set); s != nil {
		s.Add(t.RT.Ctx, th.value())
	}
	return after(t, th.start(t, p.entity, func(t *vm.Thread, _ []value, _ []*str) action { return p.begin(t, th) }),
		func(*vm.Thread, value) action { return vm.Return(f.value()) }, f.value())
}

// begin is what a worker does: the initializer, then work until the pool is closed.
func (p *Pool) begin(t *vm.Thread, th *Thread) action {
	if p.init.IsNull() || p.init.IsNone() {
		return p.loop(t)
	}
	return vm.After(t, vm.Call(p.init, p.args...), func(t *vm.Thread, _ value, x *exc) action {
		if x == nil {
			return p.loop(t)
		}
		writeErr(t, "Exception in initializer:\n"+vm.FormatException(t, x))
		p.broken = "A thread initializer failed, the thread pool is not usable anymore"
		return vm.Repeat(t, func(t *vm.Thread) action {
			if p.size() == 0 {
				return vm.ReturnNone()
			}
			f := p.pop(t).future
			if f.state.done() {
				return vm.Continue()
			}
			f.exc = object.NewExc(p.errType, "%s", p.broken)
			return vm.OnValue(t, f.settle(t, finished, "exception"), func(*vm.Thread, value) action { return vm.Continue() })
		})
	})
}

func (p *Pool) loop(t *vm.Thread) action {
	return repeat(t, func(t *vm.Thread) action { return ordered(t, p.next) })
}

// next does one piece of work, or waits for it.
func (p *Pool) next(t *vm.Thread) action {
	m := machine(t)
	if p.size() == 0 {
		if p.closed || p.broken != "" || processOf(sim.ProcessOf(t)).ending {
			return vm.ReturnNone()
		}
		w := kernel.Wait{Reason: m.Str("idle"), Obj: p.entity}
		return after(t, parkIn(t, &p.idle, w), func(*vm.Thread, value) action { return vm.Continue() })
	}
	w := p.pop(t)
	f := w.future
	ok, _ := f.startRun(t)
	if !ok {
		p.spare++
		return vm.Continue()
	}
	m.Emit(trace.PICKUP, sim.Of(t).Lane(), f.entity, 0)
	return vm.AfterHolding(t, vm.CallKw(w.fn, w.args, w.kw), func(t *vm.Thread, v value, x *exc) action {
		return after(t, ordered(t, func(t *vm.Thread) action {
			if x != nil {
				f.exc = x
				return f.settle(t, finished, "exception")
			}
			f.result = v
			return f.settle(t, finished, "result")
		}), func(*vm.Thread, value) action {
			p.spare++
			return vm.Continue()
		}, f.value())
	}, f.value())
}

var strWorkQueue = object.Intern("_work_queue")

func submitMethod(t *vm.Thread, a []value, kw []*str) action {
	if len(a) == len(kw) {
		return vm.Raisef(object.TypeError, "ThreadPoolExecutor.submit() missing 2 required positional arguments: 'self' and 'fn'")
	}
	tp := object.TypeOf(a[0])
	if tp.AttrOffset == 0 {
		return vm.Raisef(object.AttributeError, "'%s' object has no attribute '_work_queue'", tp.Label())
	}
	v, ok := (*object.Attrs)(unsafe.Add(unsafe.Pointer(a[0].H), tp.AttrOffset)).Get(strWorkQueue)
	if !ok || object.TypeOf(v) != poolType {
		return vm.Raisef(object.AttributeError, "'%s' object has no attribute '_work_queue'", tp.Label())
	}
	if len(a)-len(kw) < 2 {
		return vm.Raisef(object.TypeError, "ThreadPoolExecutor.submit() missing 1 required positional argument: 'fn'")
	}
	p, fn := asPool(v), a[1]
	args := append([]value(nil), a[2:]...)
	if len(kw) > 0 {
		kw = append([]*str(nil), kw...)
	}
	if m := machine(t); m.Config.GIL || m.SyncPoint() {
		return p.submit(t, fn, args, kw)
	}
	return ordered(t, func(t *vm.Thread) action { return p.submit(t, fn, args, kw) })
}

// maxLabels is how many futures of a pool get names that tell their arguments.
const maxLabels = 1000

// label names a future for a reader: the call, if its first argument is short.
func (p *Pool) label(t *vm.Thread, name string, args []value) string {
	if p.labels >= maxLabels || len(args) == 0 {
		return name
	}
	p.labels++
	switch object.TypeOf(args[0]) {
	case object.IntType, object.StrType, object.FloatType, object.BoolType:
		text := object.ReprText(t.RT.Ctx, args[0])
		if len(text) > 24 {
			return name
		}
		if len(args) > 1 {
			text += ", …"
		}
		return name + "(" + text + ")"
	}
	return name
}

// shutdown is Executor.shutdown.
func (p *Pool) shutdown(t *vm.Thread, wait, cancel bool) action {
	rest := func(t *vm.Thread) action {
		p.close(t)
		if !wait {
			return vm.ReturnNone()
		}
		i := 0
		return repeat(t, func(t *vm.Thread) action {
			if i == len(p.workers) {
				return vm.ReturnNone()
			}
			th := p.workers[i].sim
			if th == sim.Of(t) {
				return vm.Raisef(object.RuntimeError, "cannot join current thread")
			}
			i++
			return after(t, join(t, th, 0), func(*vm.Thread, value) action { return vm.Continue() })
		})
	}
	if !cancel {
		return rest(t)
	}
	p.closed = true
	return vm.OnValue(t, vm.Repeat(t, func(t *vm.Thread) action {
		if p.size() == 0 {
			p.closed = false
			return vm.ReturnNone()
		}
		return vm.OnValue(t, p.pop(t).future.cancel(t), func(*vm.Thread, value) action { return vm.Continue() })
	}), func(t *vm.Thread, _ value) action { return rest(t) })
}

func init() {
	tp := poolType
	tp.Traverse = func(v value, visit func(value)) {
		p := asPool(v)
		visit(p.set)
		visit(p.init)
		for _, x := range p.args {
			visit(x)
		}
		for _, w := range p.work[p.head:] {
			visit(w.fn)
			visit(w.future.value())
			for _, x := range w.args {
				visit(x)
			}
		}
	}
	threadTable.Native("_pool", "limit, prefix, init, args, thread, threads, error", func(t *vm.Thread, a []value, _ []*str) action {
		p := &Pool{limit: int(a[0].Int64()), prefix: object.AsStr(a[1]).Text, init: a[2], class: object.AsType(a[4]), set: a[5], errType: object.AsType(a[6])}
		p.Header.Type = tp
		p.args = append(p.args, object.AsTuple(a[3]).Elems...)
		p.name = sim.AssignedName(t.UserFrame())
		if p.name == "" {
			p.name = p.prefix
		}
		m := machine(t)
		th := sim.Of(t)
		p.entity = m.Rec.NewEntity(m.Now(), trace.Pool, p.name, parent(t), th.Lane(), th.Loc())
		s := processOf(th.Proc)
		s.pools = append(s.pools, p)
		return vm.Return(object.Obj(&p.Header))
	})
	// _submit is the method submit of executors, which keep their pool as _work_queue.
	submit := vm.NewNative("_thread", "submit", "...", submitMethod)
	submit.Kind = object.KindMethod
	submit.Header.Type = object.MethodDescriptorType
	threadTable.Const("_submit", submit.Value())
	method(tp, "shutdown", "wait, cancel_futures", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		wait, _ := truthOr(a[1], true)
		cancel, _ := truthOr(a[2], false)
		return asPool(a[0]).shutdown(t, wait, cancel)
	}))
	tp.AddMethod(object.KindMethod, "qsize", "", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return object.Int(int64(asPool(a[0]).size())), nil
	})
	tp.AddMethod(object.KindMethod, "is_shutdown", "", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return object.Bool(asPool(a[0]).closed), nil
	})
}
