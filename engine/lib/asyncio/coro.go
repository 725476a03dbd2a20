package asyncio

import (
	"strings"
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// coro is a coroutine written in Go: that of sleep() or of a queue's methods,
// which are awaited most. For a program it is a coroutine like any other.
type coro struct {
	object.Header
	kind   coroKind
	q      *queue
	state  coroState
	delay  float64
	result value
	f      *Future
}

type coroKind uint8

const (
	coroSleep coroKind = iota
	coroPut
	coroGet
	coroJoin
)

// name is that of the function in messages.
func (co *coro) name() string {
	return [...]string{"sleep", "Queue.put", "Queue.get", "Queue.join"}[co.kind]
}

type coroState uint8

const (
	coroNew coroState = iota
	coroGaveWay
	coroSleeps
	coroDone
)

var coroType = object.NewStaticType("coroutine", "builtins", nil, object.LayoutOther, object.NotBase)

func asCoro(v value) *coro {
	if v.H != nil && v.H.Type == coroType {
		return (*coro)(unsafe.Pointer(v.H))
	}
	return nil
}

// resume goes on with v, or e: the result is what it yields, or, with done set, what it returns.
func (co *coro) resume(t *thread, e *exc) (r value, done bool, _ *exc) {
	if co.kind != coroSleep && co.state != coroDone {
		if co.state == coroNew {
			t.Unwatch(object.Obj(&co.Header))
		}
		r, done, e = co.resumeQueue(t, e)
		if done || e != nil {
			co.state = coroDone
		}
		return r, done, e
	}
	switch co.state {
	case coroNew:
		t.Unwatch(object.Obj(&co.Header))
		if e != nil {
			break
		}
		if co.delay <= 0 {
			co.state = coroGaveWay
			return object.None, false, nil
		}
		l, x := runningLoop(t)
		if x != nil {
			e = x
			break
		}
		co.f = l.sleep(t, co.delay, co.result)
		co.f.blocking = true
		co.state = coroSleeps
		return co.f.value(), false, nil
	case coroGaveWay:
	case coroSleeps:
		f := co.f
		co.f = nil
		if e == nil && f.state == pending {
			e = object.NewExc(object.RuntimeError, "await wasn't used with future")
		}
		if e == nil {
			_, e = f.get(t)
		}
		if f.timed && !f.untimed {
			f.loop.cancelSleep(f)
		}
	case coroDone:
		if e == nil || !e.Type.IsSubtype(object.GeneratorExit) {
			e = object.NewExc(object.RuntimeError, "cannot reuse already awaited coroutine")
		}
	}
	co.state = coroDone
	if e != nil {
		return value{}, false, e
	}
	return orNone(co.result), true, nil
}

// sleepCoro is the function sleep().
var sleepCoro = object.NewBuiltin("asyncio.tasks", "sleep", "...", func(c *ctx, a []value, kw []*str) (value, *exc) {
	co := &coro{Header: object.Header{Type: coroType}}
	if len(kw) > 0 || len(a) == 0 || len(a) > 2 {
		return value{}, object.NeedVM // the Python form binds the arguments, or says why not
	}
	if len(a) == 2 {
		co.result = a[1]
	}
	if a[0].IsInt() {
		co.delay = float64(a[0].Int64())
	} else {
		d, ok, e := object.NumFloat(a[0])
		if e != nil {
			return value{}, e
		}
		if !ok {
			return value{}, object.NeedVM // the Python form says what is wrong with it
		}
		co.delay = d
	}
	v := object.Obj(&co.Header)
	threadOf(c).Watch(v)
	return v, nil
})

func initCoro() {
	sleepCoro.Native = vm.NativeFunc(func(t *thread, a []value, kw []*str) action {
		m, _ := t.RT.Modules.GetStr(object.Intern("asyncio.tasks"))
		a, kw = append([]value(nil), a...), append([]*str(nil), kw...)
		return vm.OnValue(t, vm.GetAttr(t, m, object.Intern("_general_sleep")), func(t *thread, fn value) action { return vm.CallKw(fn, a, kw) })
	})
	coroType.Traverse = func(v value, visit func(value)) {
		co := asCoro(v)
		visit(co.result)
		if co.f != nil {
			visit(co.f.value())
		}
		if co.q != nil {
			visit(co.q.value())
		}
	}
	coroType.Repr = func(c *ctx, v value) (string, *exc) {
		return "<coroutine object " + asCoro(v).name() + " at " + object.Address(c, v) + ">", nil
	}
	coroType.Send = func(c *ctx, it, v value) (value, bool, *exc) {
		co := asCoro(it)
		if co.state == coroNew && !v.IsNone() {
			return value{}, false, object.NewExc(object.TypeError, "can't send non-None value to a just-started coroutine")
		}
		return co.resume(threadOf(c), nil)
	}
	outcome := func(r value, done bool, e *exc) (value, *exc) {
		if e == nil && done {
			e = object.NewStopIteration(r)
		}
		return r, e
	}
	coroType.Await = func(c *ctx, v value) (value, *exc) {
		co := asCoro(v)
		if co.state == coroGaveWay || co.state == coroSleeps {
			return value{}, object.NewExc(object.RuntimeError, "coroutine is being awaited already")
		}
		return v, nil
	}
	coroType.AddMethod(object.KindMethod, "__await__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return coroType.Await(c, a[0])
	})
	coroType.Iter = func(_ *ctx, v value) (value, *exc) { return v, nil }
	coroType.Next = func(c *ctx, v value) (value, *exc) { return outcome(coroType.Send(c, v, object.None)) }
	leaf(coroType, "send", "value, /", func(t *thread, a []value) (value, *exc) {
		return outcome(coroType.Send(t.RT.Ctx, a[0], a[1]))
	})
	native(coroType, "throw", "type, value=None, traceback=None, /", func(t *thread, a []value, _ []*str) action {
		co := asCoro(a[0])
		throw := func(t *thread, v value) action {
			e := object.AsExc(v)
			if e == nil {
				return vm.Raisef(object.TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", object.TypeOf(v).Label())
			}
			return vm.ReturnOr(outcome(co.resume(t, e)))
		}
		if object.AsType(a[1]) != nil {
			return vm.OnValue(t, vm.Call(a[1]), throw)
		}
		return throw(t, a[1])
	})
	leaf(coroType, "close", "", func(t *thread, a []value) (value, *exc) {
		co := asCoro(a[0])
		if co.state != coroDone {
			co.resume(t, object.ExcArgs(object.GeneratorExit))
		}
		return object.None, nil
	})
	get := func(name string, fn func(co *coro) value) {
		coroType.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return fn(asCoro(v)), nil }, nil)
	}
	get("__name__", func(co *coro) value { return object.NewStr(strings.TrimPrefix(co.name(), "Queue.")) })
	get("__qualname__", func(co *coro) value { return object.NewStr(co.name()) })
	get("cr_running", func(*coro) value { return object.False })
	get("cr_frame", func(*coro) value { return object.None })
	get("cr_code", func(*coro) value { return object.None })
	get("cr_origin", func(*coro) value { return object.None })
	get("cr_await", func(co *coro) value {
		if co.f != nil {
			return co.f.value()
		}
		return object.None
	})
}
