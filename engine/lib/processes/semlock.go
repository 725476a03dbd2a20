package processes

import (
	"strconv"
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// The kinds of a SemLock.
const (
	recursiveMutex = 0
	semaphoreKind  = 1
)

// semaphore is what processes share of a SemLock.
type semaphore struct {
	handle int
	k      *kernel.Semaphore
	holder *kernel.Agent // of the last one who took it; only told while it is taken and there is one permit
	max    int
	name   string
	// recursive: its owner can take it again.
	recursive bool
}

// SemLock is a semaphore, or a lock that its owner can take again, shared by processes.
type SemLock struct {
	object.Header
	s     *semaphore
	kind  int
	count int         // how often the owner has it, less how often it was released; as multiprocessing counts, per process
	owner *sim.Thread // the last of this process that took it
}

// SemLockType is its class.
var SemLockType = object.NewStaticType("SemLock", "_processes", nil, object.LayoutOther, object.NotBase)

func asSemLock(v value) *SemLock { return (*SemLock)(unsafe.Pointer(v.H)) }

func newSemLock(s *semaphore, kind int) value {
	l := &SemLock{s: s, kind: kind}
	l.Header.Type = SemLockType
	return object.Obj(&l.Header)
}

// makeSemLock is SemLock(kind, value, maxvalue, name=None); the name is for readers.
func makeSemLock(t *vm.Thread, a []value) action {
	var n [3]int
	for i := range n {
		var e *exc
		if n[i], e = number(t, a[i], 0); e != nil {
			return vm.Raise(e)
		}
	}
	if n[1] < 0 || n[1] > n[2] {
		return osError(22, "Invalid argument")
	}
	th := sim.Of(t)
	sh := sharedOf(th.Proc.Run)
	name := ""
	if x := object.AsStr(a[3]); !a[3].IsNull() && x != nil {
		name = x.Text
	} else if v := sim.AssignedName(t.UserFrame()); v != "" {
		name = "shared lock " + v
	} else {
		sh.numbers["lock"]++
		name = "shared lock " + strconv.Itoa(sh.numbers["lock"])
	}
	m := machine(t)
	s := &semaphore{k: m.NewSemaphore(name, n[1], m.Entity, th.Lane()), max: n[2], name: name, recursive: n[0] == recursiveMutex}
	if s.max == 1 {
		m.Holder(s.k.Entity, func() *kernel.Agent {
			if s.k.Value() == 0 {
				return s.holder
			}
			return nil
		})
	}
	s.handle = sh.add(s)
	return vm.Return(newSemLock(s, n[0]))
}

func (l *SemLock) mine(t *vm.Thread) bool { return l.count > 0 && l.owner == sim.Of(t) }

func (l *SemLock) took(t *vm.Thread) action {
	l.count++
	l.owner = sim.Of(t)
	l.s.holder = &l.owner.K.Agent
	return vm.Return(object.True)
}

// acquireSem is SemLock.acquire(block=True, timeout=None).
func acquireSem(t *vm.Thread, a []value) action {
	self := a[0]
	l := asSemLock(self)
	block := a[1].IsNull() || a[1] == object.True || a[1].IsInt() && a[1].N != 0
	until, e := deadline(t, a[2])
	if e != nil {
		return vm.Raise(e)
	}
	if l.kind == recursiveMutex && l.mine(t) {
		l.count++
		return vm.Return(object.True)
	}
	return sim.InOrder(t, func(t *vm.Thread) action {
		th := sim.Of(t)
		m := machine(t)
		k := &th.K.Agent
		if l.s.k.TryAcquire(m, k) {
			return l.took(t)
		}
		if !block || until != 0 && until <= m.Now() {
			return vm.Return(object.False)
		}
		reason := l.s.name
		if h := l.s.holder; l.s.max == 1 && h != nil && h.Thread() != nil {
			reason += ", held by " + h.Thread().Proc.Name
		}
		l.s.k.Acquire(m, k, m.Str(reason), until)
		return vm.AfterHolding(t, th.Parked(), func(t *vm.Thread, _ value, e *exc) action {
			if e != nil {
				return vm.Raise(e)
			}
			if th.K.TimedOut() {
				return vm.Return(object.False)
			}
			return l.took(t)
		}, self)
	})
}

// releaseSem is SemLock.release().
func releaseSem(t *vm.Thread, a []value) action {
	l := asSemLock(a[0])
	if l.kind == recursiveMutex {
		if !l.mine(t) {
			return vm.Raisef(object.AssertionError, "attempt to release recursive lock not owned by thread")
		}
		if l.count > 1 {
			l.count--
			return vm.ReturnNone()
		}
	}
	return sim.InOrder(t, func(t *vm.Thread) action {
		if l.kind != recursiveMutex && l.s.k.Value() >= l.s.max {
			return vm.Raisef(object.ValueError, "semaphore or lock released too many times")
		}
		l.count--
		l.s.k.Release(machine(t), &sim.Of(t).K.Agent, 1)
		return vm.ReturnNone()
	})
}

func init() {
	tp := SemLockType
	tp.Traverse = func(value, func(value)) {}
	function("SemLock", "kind, value, maxvalue, name=None", makeSemLock)
	table.Const("RECURSIVE_MUTEX", object.Int(recursiveMutex))
	table.Const("SEMAPHORE", object.Int(semaphoreKind))
	table.Const("SEM_VALUE_MAX", object.Int(1<<31-1))
	method(tp, "acquire", "block=True, timeout=None", acquireSem)
	method(tp, "release", "", releaseSem)
	method(tp, "__enter__", "", func(t *vm.Thread, a []value) action {
		return acquireSem(t, []value{a[0], object.Null, object.Null})
	})
	method(tp, "__exit__", "*args", releaseSem)
	method(tp, "_is_mine", "", func(t *vm.Thread, a []value) action { return vm.Return(object.Bool(asSemLock(a[0]).mine(t))) })
	method(tp, "_count", "", func(t *vm.Thread, a []value) action { return vm.Return(object.Int(int64(asSemLock(a[0]).count))) })
	method(tp, "_get_value", "", func(t *vm.Thread, a []value) action {
		return sim.InOrder(t, func(t *vm.Thread) action { return vm.Return(object.Int(int64(asSemLock(a[0]).s.k.Value()))) })
	})
	method(tp, "_is_zero", "", func(t *vm.Thread, a []value) action {
		return sim.InOrder(t, func(t *vm.Thread) action { return vm.Return(object.Bool(asSemLock(a[0]).s.k.Value() == 0)) })
	})
	get := func(name string, fn func(l *SemLock) value) {
		tp.AddGetSet(name, func(_ *object.Ctx, v value) (value, *exc) { return fn(asSemLock(v)), nil }, nil)
	}
	get("handle", func(l *SemLock) value { return object.Int(int64(l.s.handle)) })
	get("kind", func(l *SemLock) value { return object.Int(int64(l.kind)) })
	get("maxvalue", func(l *SemLock) value { return object.Int(int64(l.s.max)) })
}
