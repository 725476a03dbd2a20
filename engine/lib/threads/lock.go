package threads

import (
	"strconv"
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Lock is a _thread.lock, or with recursive set an RLock.
type Lock struct {
	object.Header
	k         *kernel.Lock
	name      string
	recursive bool
	count     int // how often its holder has acquired an RLock
	owner     *sim.Thread
}

// LockType and RLockType are the classes of locks.
var (
	LockType  = object.NewStaticType("lock", "_thread", nil, object.LayoutOther, object.NotBase)
	RLockType = object.NewStaticType("RLock", "_thread", nil, object.LayoutOther, object.NotBase)
)

func newLock(t *vm.Thread, name string, recursive bool) *Lock {
	l := &Lock{name: name, recursive: recursive}
	l.Header.Type = LockType
	if recursive {
		l.Header.Type = RLockType
	}
	l.k = machine(t).NewLock(name, parent(t), sim.Of(t).Lane())
	return l
}

func (l *Lock) value() value { return object.Obj(&l.Header) }

func asLock(v value) *Lock {
	if v.H != nil && (v.H.Type == LockType || v.H.Type == RLockType) {
		return (*Lock)(unsafe.Pointer(v.H))
	}
	return nil
}

// owned tells whether the thread holds the lock; of a plain one any thread does.
func (l *Lock) owned(t *vm.Thread) bool {
	if l.recursive {
		return l.k.Holder() == self(t)
	}
	return l.k.Locked()
}

// take acquires the lock, waiting for it until the deadline (0: for ever). The
// result is whether it has it.
func (l *Lock) take(t *vm.Thread, until int64, wait bool) action {
	th := sim.Of(t)
	m := machine(t)
	a := &th.K.Agent
	if l.recursive && l.k.Holder() == a {
		l.count++
		return vm.Return(object.True)
	}
	if l.k.TryAcquire(m, a) {
		l.count, l.owner = 1, th
		return vm.Return(object.True)
	}
	if !wait {
		return vm.Return(object.False)
	}
	m.Show(l.k, l.name, parent(t), th.Lane())
	reason := l.name
	if h := l.k.Holder(); h != nil {
		reason += ", held by " + h.Thread().Name
	}
	if l.k.Acquire(m, a, m.Str(reason), until) {
		l.count, l.owner = 1, th
		return vm.Return(object.True)
	}
	return after(t, th.Parked(), func(t *vm.Thread, _ value) action {
		if timedOut(t) {
			return vm.Return(object.False)
		}
		l.count, l.owner = 1, th
		return vm.Return(object.True)
	})
}

// drop releases the lock once, or altogether.
func (l *Lock) drop(t *vm.Thread, whole bool) *exc {
	if l.recursive {
		if l.k.Holder() != self(t) {
			return object.NewExc(object.RuntimeError, "cannot release un-acquired lock")
		}
		if l.count--; l.count > 0 && !whole {
			return nil
		}
		l.count = 0
	}
	if !l.k.Release(machine(t), self(t)) {
		return object.NewExc(object.RuntimeError, "release unlocked lock")
	}
	return nil
}

// acquire is Lock.acquire(blocking=True, timeout=-1).
func acquire(t *vm.Thread, a []value, _ []*str) action {
	l := asLock(a[0])
	blocking, timeout := object.Null, object.Null
	if len(a) > 2 {
		blocking, timeout = a[1], a[2]
	}
	if blocking.IsNull() && timeout.IsNull() {
		return l.take(t, 0, true)
	}
	wait, ok := truthOr(blocking, true)
	if !ok {
		return vm.Raisef(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(blocking).Label())
	}
	ns, forever := int64(0), true
	if !timeout.IsNull() {
		f, num, e := object.NumFloat(timeout)
		if e != nil {
			return vm.Raise(e)
		}
		switch {
		case !num:
			return vm.Raisef(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(timeout).Label())
		case f == -1:
		case !wait:
			return vm.Raisef(object.ValueError, "can't specify a timeout for a non-blocking call")
		case f < 0:
			return vm.Raisef(object.ValueError, "timeout value must be positive")
		case f > maxTimeout:
			return vm.Raisef(object.OverflowError, "timestamp too large to convert to C _PyTime_t")
		default:
			forever = false
			if ns = sim.Nanoseconds(f); ns == 0 {
				wait = false
			}
		}
	}
	return l.take(t, deadline(machine(t), ns, forever), wait)
}

func release(t *vm.Thread, a []value, _ []*str) action {
	return vm.ReturnOr(object.None, asLock(a[0]).drop(t, false))
}

func init() {
	for _, tp := range [...]*object.Type{LockType, RLockType} {
		method(tp, "acquire", "blocking=True, timeout=-1", inTurn(acquire))
		method(tp, "release", "", inTurn(release))
		method(tp, "__enter__", "...", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
			return asLock(a[0]).take(t, 0, true)
		}))
		method(tp, "__exit__", "...", inTurn(release))
		tp.Traverse = func(value, func(value)) {}
		tp.Repr = lockRepr
	}
	locked := func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return object.Bool(asLock(a[0]).k.Locked()), nil
	}
	LockType.AddMethod(object.KindMethod, "locked", "", locked)
	LockType.AddMethod(object.KindMethod, "locked_lock", "", locked)
	method(LockType, "acquire_lock", "blocking=True, timeout=-1", inTurn(acquire))
	method(LockType, "release_lock", "", inTurn(release))
	method(RLockType, "_is_owned", "", func(t *vm.Thread, a []value, _ []*str) action {
		return vm.Return(object.Bool(asLock(a[0]).owned(t)))
	})
	newLockFn := func(t *vm.Thread, _ []value, _ []*str) action {
		return vm.Return(newLock(t, name(t, "lock"), false).value())
	}
	threadTable.Native("allocate_lock", "...", newLockFn)
	threadTable.Native("allocate", "...", newLockFn)
	vm.AddNative(RLockType, object.KindStaticMethod, "__new__", "...", func(t *vm.Thread, _ []value, _ []*str) action {
		return vm.Return(newLock(t, name(t, "lock"), true).value())
	})
	threadTable.Const("LockType", LockType.Value())
	threadTable.Const("RLock", RLockType.Value())
	threadTable.Const("TIMEOUT_MAX", object.Float(maxTimeout))
	threadTable.Const("error", object.RuntimeError.Value())
}

func lockRepr(c *object.Ctx, v value) (string, *exc) {
	l := asLock(v)
	s := "<unlocked "
	if l.k.Locked() {
		s = "<locked "
	}
	if !l.recursive {
		return s + "_thread.lock object at " + object.Address(c, v) + ">", nil
	}
	owner, count := int64(0), 0
	if h := l.k.Holder(); h != nil {
		count = l.count
		owner = l.owner.Ident
	}
	return s + "_thread.RLock object owner=" + strconv.FormatInt(owner, 10) + " count=" + strconv.Itoa(count) + " at " + object.Address(c, v) + ">", nil
}
