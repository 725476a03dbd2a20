package threads

import (
	"math"
	"strconv"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	action = vm.Action
)

// process is what the package keeps for a process.
type process struct {
	numbers map[string]int // of what has no name of its own: "lock 1"
	pools   []*Pool
	// ending: the main module is over, and pools take no more work.
	ending     bool
	atEnd      []value         // called at the end of the process, the latest first
	deprecated map[string]bool // warnings given, by text and line
}

func processOf(p *sim.Process) *process {
	s, ok := p.Data["threads"].(*process)
	if !ok {
		s = &process{numbers: map[string]int{}, deprecated: map[string]bool{}}
		p.Data["threads"] = s
		p.AddRoots(func(p *sim.Process, visit func(value)) {
			for _, th := range p.Threads {
				visit(th.Object)
			}
			for _, pool := range processOf(p).pools {
				visit(object.Obj(&pool.Header))
			}
		})
	}
	return s
}

func init() {
	object.Describe[Lock](LockType, RLockType)
	object.Describe[Thread](ThreadType)
	object.Describe[Event](EventType)
	object.Describe[Semaphore](SemaphoreType)
	object.Describe[Condition](ConditionType)
	object.Describe[Queue](QueueType, SimpleQueueType)
	object.Describe[Future](FutureType)
	object.Describe[watcher](watcherType)
	object.Describe[Pool](poolType)
}

// machine is the computer that t runs on.
func machine(t *vm.Thread) *kernel.Machine { return sim.Of(t).Proc.Run.M }

// ordered does what other threads can see, in its turn: without a GIL the
// thread may be ahead of others, and lets them catch up first.
func ordered(t *vm.Thread, do func(t *vm.Thread) action) action {
	m := machine(t)
	if m.Config.GIL || m.SyncPoint() {
		return do(t)
	}
	return vm.After(t, sim.Of(t).Resync(), func(t *vm.Thread, _ value, e *exc) action {
		if e != nil {
			return vm.Raise(e)
		}
		return ordered(t, do)
	})
}

// inTurn makes a method ordered.
func inTurn(fn vm.NativeFunc) vm.NativeFunc {
	return func(t *vm.Thread, a []value, kw []*str) action {
		m := machine(t)
		if m.Config.GIL || m.SyncPoint() {
			return fn(t, a, kw)
		}
		a = append([]value(nil), a...)
		return ordered(t, func(t *vm.Thread) action { return fn(t, a, kw) })
	}
}

// name is what a reader calls a new object: the variable that it is assigned
// to, if the instruction after the program's call says so, else a number.
func name(t *vm.Thread, kind string) string {
	if n := sim.AssignedName(t.UserFrame()); n != "" {
		return kind + " " + n
	}
	s := processOf(sim.ProcessOf(t))
	s.numbers[kind]++
	return kind + " " + strconv.Itoa(s.numbers[kind])
}

// maxTimeout is threading.TIMEOUT_MAX in seconds.
const maxTimeout = 9223372036.0

// seconds reads a timeout. Forever is None, or Null where there is none.
func seconds(c *object.Ctx, v value) (ns int64, forever bool, e *exc) {
	if v.IsNull() || v.IsNone() {
		return 0, true, nil
	}
	f, ok, e := object.NumFloat(v)
	if e != nil {
		return 0, false, e
	}
	if !ok {
		return 0, false, object.NewExc(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Label())
	}
	if math.IsNaN(f) {
		return 0, false, object.NewExc(object.ValueError, "Invalid value NaN (not a number)")
	}
	if f > maxTimeout {
		return 0, false, object.NewExc(object.OverflowError, "timestamp too large to convert to C _PyTime_t")
	}
	if f <= 0 {
		return 0, false, nil
	}
	return sim.Nanoseconds(f), false, nil
}

// deadline is the time at which a wait of ns ends.
func deadline(m *kernel.Machine, ns int64, forever bool) int64 {
	if forever {
		return 0
	}
	return m.Now() + max(ns, 1)
}

// self is the thread's agent, by which the kernel knows it.
func self(t *vm.Thread) *kernel.Agent { return &sim.Of(t).K.Agent }

// parkIn lets the thread wait in q.
func parkIn(t *vm.Thread, q *kernel.WaitQueue, w kernel.Wait) action {
	th := sim.Of(t)
	q.Park(machine(t), &th.K.Agent, w)
	return th.Parked()
}

// after goes on with the value of a, during which the program may do much else: held
// are the values that only then knows.
func after(t *vm.Thread, a action, then func(t *vm.Thread, v value) action, held ...value) action {
	return vm.AfterHolding(t, a, func(t *vm.Thread, v value, e *exc) action {
		if e != nil {
			return vm.Raise(e)
		}
		return then(t, v)
	}, held...)
}

// repeat is vm.Repeat for a body that takes long and holds nothing that its object does not.
func repeat(t *vm.Thread, body func(t *vm.Thread) action, held ...value) action {
	var step vm.Then
	step = func(t *vm.Thread, v value, e *exc) action {
		for {
			if e != nil {
				return vm.Raise(e)
			}
			if !v.IsNull() {
				return vm.Return(v)
			}
			a := body(t)
			var ok bool
			if v, e, ok = a.Immediate(); !ok {
				return vm.AfterHolding(t, a, step, held...)
			}
		}
	}
	return step(t, value{}, nil)
}

// timedOut tells whether the thread's last wait ended at its deadline.
func timedOut(t *vm.Thread) bool { return sim.Of(t).K.TimedOut() }

// wake is how a wait ends that this thread ends.
func wake(t *vm.Thread, cause string) kernel.Wake {
	return kernel.Wake{Cause: machine(t).Str(cause), By: sim.Of(t).Lane()}
}

// parent is the entity that objects of the process live in.
func parent(t *vm.Thread) trace.Entity { return sim.ProcessOf(t).K.Entity }

// class makes a class whose instances are Go structs with attributes.
func class(name, module string, attrs uintptr, alloc func(k *object.Type) value) *object.Type {
	tp := object.NewStaticType(name, module, nil, object.LayoutOther, object.HasDict)
	tp.AttrOffset = attrs
	tp.AddDict()
	tp.Alloc = func(c *object.Ctx, k *object.Type) value { return alloc(k) }
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *vm.Thread, a []value, _ []*str) action {
		return vm.Return(alloc(object.AsType(a[0])))
	})
	return tp
}

// visitAttrs traverses the attributes of an instance.
func visitAttrs(a *object.Attrs, visit func(value)) {
	for _, x := range a.Vals {
		visit(x)
	}
	if a.Dict != nil {
		visit(object.Obj(&a.Dict.Header))
	}
}

func method(tp *object.Type, name, sig string, fn vm.NativeFunc) {
	vm.AddNative(tp, object.KindMethod, name, sig, fn)
}

func truthOr(v value, def bool) (bool, bool) {
	if v.IsNull() {
		return def, true
	}
	if v.IsBool() || v.IsInt() {
		return v.N != 0, true
	}
	if v.IsNone() {
		return false, true
	}
	return def, false
}
