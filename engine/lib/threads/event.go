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

// Event is a threading.Event.
type Event struct {
	object.Header
	object.Attrs
	set    bool
	q      kernel.WaitQueue
	name   string
	entity trace.Entity
}

// Semaphore is a threading.Semaphore or BoundedSemaphore.
type Semaphore struct {
	object.Header
	object.Attrs
	k       *kernel.Semaphore
	name    string
	initial int64
}

// Condition is a threading.Condition: a lock, and those who wait to be notified.
type Condition struct {
	object.Header
	object.Attrs
	lock   value
	q      kernel.WaitQueue
	name   string
	entity trace.Entity
}

// The classes; the Python part of threading completes Condition and makes BoundedSemaphore.
var (
	EventType = class("Event", "threading", unsafe.Offsetof(Event{}.Attrs), func(k *object.Type) value {
		x := &Event{}
		x.Header.Type, x.Shape = k, k.Root
		return object.Obj(&x.Header)
	})
	SemaphoreType = class("Semaphore", "threading", unsafe.Offsetof(Semaphore{}.Attrs), func(k *object.Type) value {
		x := &Semaphore{}
		x.Header.Type, x.Shape = k, k.Root
		return object.Obj(&x.Header)
	})
	ConditionType = class("_Condition", "_thread", unsafe.Offsetof(Condition{}.Attrs), func(k *object.Type) value {
		x := &Condition{}
		x.Header.Type, x.Shape = k, k.Root
		return object.Obj(&x.Header)
	})
)

func asEvent(v value) *Event         { return (*Event)(unsafe.Pointer(v.H)) }
func asSemaphore(v value) *Semaphore { return (*Semaphore)(unsafe.Pointer(v.H)) }
func asCondition(v value) *Condition { return (*Condition)(unsafe.Pointer(v.H)) }

// entity records a new object of kind lock.
func entity(t *vm.Thread, name string) trace.Entity {
	m := machine(t)
	th := sim.Of(t)
	return m.Rec.NewEntity(m.Now(), trace.Lock, name, parent(t), th.Lane(), th.Loc())
}

func init() {
	initEvent()
	initSemaphore()
	initCondition()
	threadTable.Const("_Event", EventType.Value())
	threadTable.Const("_Semaphore", SemaphoreType.Value())
	threadTable.Const("_Condition", ConditionType.Value())
}

func initEvent() {
	tp := EventType
	tp.Traverse = func(v value, visit func(value)) { visitAttrs(&asEvent(v).Attrs, visit) }
	method(tp, "__init__", "", func(t *vm.Thread, a []value, _ []*str) action {
		e := asEvent(a[0])
		e.name = name(t, "event")
		e.entity = entity(t, e.name)
		return vm.ReturnNone()
	})
	isSet := func(c *object.Ctx, a []value, _ []*str) (value, *exc) { return object.Bool(asEvent(a[0]).set), nil }
	tp.AddMethod(object.KindMethod, "is_set", "", isSet)
	method(tp, "isSet", "", func(t *vm.Thread, a []value, _ []*str) action {
		deprecated(t, "isSet() is deprecated, use is_set() instead")
		return vm.Return(object.Bool(asEvent(a[0]).set))
	})
	method(tp, "set", "", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		e := asEvent(a[0])
		e.set = true
		e.q.WakeAll(machine(t), wake(t, "set"))
		return vm.ReturnNone()
	}))
	method(tp, "clear", "", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		asEvent(a[0]).set = false
		return vm.ReturnNone()
	}))
	method(tp, "wait", "timeout=None", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		e := asEvent(a[0])
		if e.set {
			return vm.Return(object.True)
		}
		ns, forever, x := seconds(t.RT.Ctx, a[1])
		if x != nil {
			return vm.Raise(x)
		}
		if !forever && ns == 0 {
			return vm.Return(object.False)
		}
		m := machine(t)
		w := kernel.Wait{Reason: m.Str(e.name), Obj: e.entity, Deadline: deadline(m, ns, forever)}
		return after(t, parkIn(t, &e.q, w), func(t *vm.Thread, _ value) action {
			return vm.Return(object.Bool(!timedOut(t)))
		}, object.Obj(&e.Header))
	}))
	tp.Repr = func(c *object.Ctx, v value) (string, *exc) {
		s := "unset"
		if asEvent(v).set {
			s = "set"
		}
		return "<" + fullName(v) + " at " + object.Address(c, v) + ": " + s + ">", nil
	}
}

// fullName is the name of the class of v with its module.
func fullName(v value) string {
	tp := object.TypeOf(v)
	if tp.QualName != "" {
		return tp.Module + "." + tp.QualName
	}
	return tp.Module + "." + tp.Name
}

func initSemaphore() {
	tp := SemaphoreType
	tp.Traverse = func(v value, visit func(value)) { visitAttrs(&asSemaphore(v).Attrs, visit) }
	method(tp, "__init__", "value=1", func(t *vm.Thread, a []value, _ []*str) action {
		s := asSemaphore(a[0])
		n := int64(1)
		if !a[1].IsNull() {
			var ok bool
			if n, ok = object.ToInt64(a[1]); !ok {
				return vm.Raisef(object.TypeError, "'<' not supported between instances of '%s' and 'int'", object.TypeOf(a[1]).Label())
			}
		}
		if n < 0 {
			return vm.Raisef(object.ValueError, "semaphore initial value must be >= 0")
		}
		s.initial = n
		s.name = name(t, "semaphore")
		s.k = machine(t).NewSemaphore(s.name, int(n), parent(t), sim.Of(t).Lane())
		return vm.ReturnNone()
	})
	take := inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		s := asSemaphore(a[0])
		if s.k == nil {
			return vm.Raisef(object.RuntimeError, "Semaphore.__init__() was not called")
		}
		wait, forever, ns := true, true, int64(0)
		if len(a) > 2 {
			wait, _ = truthOr(a[1], true)
			if !wait && !a[2].IsNull() && !a[2].IsNone() {
				return vm.Raisef(object.ValueError, "can't specify timeout for non-blocking acquire")
			}
			var e *exc
			if ns, forever, e = seconds(t.RT.Ctx, a[2]); e != nil {
				return vm.Raise(e)
			}
		}
		m := machine(t)
		if s.k.TryAcquire(m, self(t)) {
			return vm.Return(object.True)
		}
		if !wait || !forever && ns == 0 {
			return vm.Return(object.False)
		}
		s.k.Acquire(m, self(t), m.Str(s.name), deadline(m, ns, forever))
		return after(t, sim.Of(t).Parked(), func(t *vm.Thread, _ value) action {
			return vm.Return(object.Bool(!timedOut(t)))
		}, object.Obj(&s.Header))
	})
	method(tp, "acquire", "blocking=True, timeout=None", take)
	method(tp, "__enter__", "blocking=True, timeout=None", take)
	give := func(t *vm.Thread, a []value, n int64) action {
		s := asSemaphore(a[0])
		if n < 1 {
			return vm.Raisef(object.ValueError, "n must be one or more")
		}
		if isBounded(a[0]) && int64(s.k.Value())+n > s.initial {
			return vm.Raisef(object.ValueError, "Semaphore released too many times")
		}
		s.k.Release(machine(t), self(t), int(n))
		return vm.ReturnNone()
	}
	method(tp, "release", "n=1", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		n := int64(1)
		if !a[1].IsNull() {
			var ok bool
			if n, ok = object.ToInt64(a[1]); !ok {
				return vm.Raisef(object.TypeError, "'<' not supported between instances of '%s' and 'int'", object.TypeOf(a[1]).Label())
			}
		}
		return give(t, a, n)
	}))
	method(tp, "__exit__", "t, v, tb", inTurn(func(t *vm.Thread, a []value, _ []*str) action { return give(t, a, 1) }))
	tp.AddGetSet("_value", func(c *object.Ctx, v value) (value, *exc) { return object.Int(int64(asSemaphore(v).k.Value())), nil }, nil)
	tp.Repr = func(c *object.Ctx, v value) (string, *exc) {
		s := asSemaphore(v)
		text := "<" + fullName(v) + " at " + object.Address(c, v) + ": value=" + strconv.Itoa(s.k.Value())
		if isBounded(v) {
			text += "/" + strconv.FormatInt(s.initial, 10)
		}
		return text + ">", nil
	}
}

// isBounded tells whether the semaphore's class, or one that it comes from, is bounded.
func isBounded(v value) bool {
	return !object.TypeOf(v).Lookup(strBounded).IsNull()
}

var strBounded = object.Intern("_bounded")

// wholly gives up a lock that a condition stands on; the result is for retake.
func (cd *Condition) wholly(t *vm.Thread) (restore int, a action) {
	if l := asLock(cd.lock); l != nil {
		n := l.count
		if e := l.drop(t, true); e != nil {
			return 0, vm.Raise(e)
		}
		return n, vm.ReturnNone()
	}
	return 1, vm.CallMethod(t, cd.lock, "release")
}

func (cd *Condition) retake(t *vm.Thread, n int) action {
	if l := asLock(cd.lock); l != nil {
		return vm.OnValue(t, ordered(t, func(t *vm.Thread) action { return l.take(t, 0, true) }), func(t *vm.Thread, _ value) action {
			l.count = n
			return vm.ReturnNone()
		})
	}
	return vm.CallMethod(t, cd.lock, "acquire")
}

// ifOwned does something if the thread owns the condition's lock.
func (cd *Condition) ifOwned(t *vm.Thread, what string, do func(t *vm.Thread) action) action {
	if l := asLock(cd.lock); l != nil {
		if !l.owned(t) {
			return vm.Raisef(object.RuntimeError, "cannot %s on un-acquired lock", what)
		}
		return do(t)
	}
	if cd.lock.IsNull() {
		return vm.Raisef(object.RuntimeError, "Condition.__init__() was not called")
	}
	// Any object with acquire and release will do: it is owned if it cannot be acquired.
	return vm.OnValue(t, vm.CallMethod(t, cd.lock, "acquire", object.False), func(t *vm.Thread, v value) action {
		return vm.OnTruth(t, v, func(t *vm.Thread, got bool) action {
			if !got {
				return do(t)
			}
			return vm.OnValue(t, vm.CallMethod(t, cd.lock, "release"), func(t *vm.Thread, _ value) action {
				return vm.Raisef(object.RuntimeError, "cannot %s on un-acquired lock", what)
			})
		})
	})
}

func initCondition() {
	tp := ConditionType
	tp.Traverse = func(v value, visit func(value)) {
		cd := asCondition(v)
		visit(cd.lock)
		visitAttrs(&cd.Attrs, visit)
	}
	method(tp, "_setup", "lock, kind", func(t *vm.Thread, a []value, _ []*str) action {
		cd := asCondition(a[0])
		cd.name = name(t, object.AsStr(a[2]).Text)
		cd.entity = entity(t, cd.name)
		cd.lock = a[1]
		if a[1].IsNone() {
			cd.lock = newLock(t, "lock of "+cd.name, true).value()
		}
		return vm.ReturnNone()
	})
	tp.AddGetSet("_lock", func(c *object.Ctx, v value) (value, *exc) {
		if l := asCondition(v).lock; !l.IsNull() {
			return l, nil
		}
		return object.None, nil
	}, nil)
	forward := func(name string) {
		method(tp, name, "...", func(t *vm.Thread, a []value, kw []*str) action {
			args := append([]value(nil), a[1:]...)
			return vm.OnValue(t, vm.GetAttr(t, asCondition(a[0]).lock, object.Intern(name)), func(t *vm.Thread, fn value) action {
				return vm.CallKw(fn, args, kw)
			})
		})
	}
	forward("acquire")
	forward("release")
	method(tp, "__enter__", "...", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		cd := asCondition(a[0])
		if l := asLock(cd.lock); l != nil {
			return l.take(t, 0, true)
		}
		return vm.CallMethod(t, cd.lock, "__enter__")
	}))
	method(tp, "__exit__", "...", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		cd := asCondition(a[0])
		if l := asLock(cd.lock); l != nil {
			return vm.ReturnOr(object.None, l.drop(t, false))
		}
		return vm.CallMethod(t, cd.lock, "__exit__", append([]value(nil), a[1:]...)...)
	}))
	method(tp, "wait", "timeout=None", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		cd, timeout := asCondition(a[0]), a[1]
		return cd.ifOwned(t, "wait", func(t *vm.Thread) action { return cd.wait(t, timeout) })
	}))
	method(tp, "notify", "n=1", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		cd := asCondition(a[0])
		n := int64(1)
		if !a[1].IsNull() {
			n, _ = object.ToInt64(a[1])
		}
		return cd.ifOwned(t, "notify", func(t *vm.Thread) action { return cd.notify(t, n) })
	}))
	method(tp, "notify_all", "", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		cd := asCondition(a[0])
		return cd.ifOwned(t, "notify", func(t *vm.Thread) action { return cd.notify(t, int64(cd.q.Len())) })
	}))
	tp.AddMethod(object.KindMethod, "_waiting", "", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return object.Int(int64(asCondition(a[0]).q.Len())), nil
	})
}

func (cd *Condition) notify(t *vm.Thread, n int64) action {
	m := machine(t)
	for ; n > 0 && cd.q.Len() > 0; n-- {
		cd.q.WakeOne(m, wake(t, "notify"))
	}
	return vm.ReturnNone()
}

// wait gives the lock up, waits to be notified, and takes the lock again.
func (cd *Condition) wait(t *vm.Thread, timeout value) action {
	ns, forever, e := seconds(t.RT.Ctx, timeout)
	if e != nil {
		return vm.Raise(e)
	}
	n, a := cd.wholly(t)
	return vm.OnValue(t, a, func(t *vm.Thread, _ value) action {
		m := machine(t)
		notified := true
		if forever || ns > 0 {
			w := kernel.Wait{Reason: m.Str(cd.name), Obj: cd.entity, Deadline: deadline(m, ns, forever)}
			return after(t, parkIn(t, &cd.q, w), func(t *vm.Thread, _ value) action {
				notified = !timedOut(t)
				return after(t, cd.retake(t, n), func(t *vm.Thread, _ value) action {
					return vm.Return(object.Bool(notified))
				}, cd.lock)
			}, object.Obj(&cd.Header))
		}
		return after(t, cd.retake(t, n), func(t *vm.Thread, _ value) action { return vm.Return(object.False) }, cd.lock)
	})
}
