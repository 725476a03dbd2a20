package gevent

import (
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Waiter is gevent.hub.Waiter: one greenlet waits for one value.
type Waiter struct {
	object.Header
	object.Attrs
	hub   *Hub
	set   bool // it has a value or an exception that nobody waited for
	val   value
	exc   *exc
	b     *blocked // of the greenlet that waits
	multi bool     // MultipleWaiter: values queue up
	why   string   // what it waits for, in the words of the recording
	queue []value
}

// WaiterType is the class Waiter.
var (
	WaiterType   = newType("Waiter", "gevent._gevent_c_waiter", unsafe.Offsetof(Waiter{}.Attrs))
	multipleType = object.NewStaticType("MultipleWaiter", "gevent._gevent_c_waiter", WaiterType, object.LayoutOther, object.HasDict)
)

func asWaiter(v value) *Waiter {
	if v.H != nil && v.H.Type.IsSubtype(WaiterType) {
		return (*Waiter)(unsafe.Pointer(v.H))
	}
	return nil
}

func (w *Waiter) value() value { return object.Obj(&w.Header) }

func newWaiter(t *thread) *Waiter {
	w := &Waiter{hub: hubOf(t), why: "waiter"}
	w.Header.Type, w.Shape = WaiterType, WaiterType.Root
	return w
}

// waiterSwitch is the Waiter whose method switch fn is, or nil.
func waiterSwitch(fn value) *Waiter {
	if b := object.AsBuiltin(fn); b != nil && b.Name == "switch" && !b.Self.IsNull() {
		return asWaiter(b.Self)
	}
	return nil
}

// switchTo hands over a value, in the hub.
func (w *Waiter) switchTo(t *thread, args []value) action {
	v := object.None
	if len(args) > 0 {
		v = args[0]
	}
	return w.give(t, v, nil)
}

func (w *Waiter) give(t *thread, v value, e *exc) action {
	if w.b == nil || w.b.over {
		if w.multi {
			w.queue = append(w.queue, v)
			return vm.ReturnNone()
		}
		w.set, w.val, w.exc = true, v, e
		return vm.ReturnNone()
	}
	if greenlet.Current(t) != &w.hub.Greenlet {
		return vm.Raisef(object.AssertionError, "Can only use Waiter.switch method from the Hub greenlet")
	}
	if e != nil {
		return greenlet.Hand(t, w.b.g, "throw", value{}, e)
	}
	w.b.val = v
	return w.b.wake(t)
}

// get waits for the value.
func (w *Waiter) get(t *thread) action {
	if w.multi {
		if len(w.queue) > 0 {
			v := w.queue[0]
			w.queue = w.queue[1:]
			return vm.Return(v)
		}
	} else if w.set {
		return vm.ReturnOr(w.val, w.exc)
	}
	if w.b != nil && !w.b.over {
		return vm.Raisef(concurrentUse, "This Waiter is already used by %s", object.ReprText(t.RT.Ctx, w.b.g.Value()))
	}
	w.b = &blocked{}
	return w.hub.block(t, w.b, kernel.Wait{Reason: w.hub.m.Str(w.why)})
}

var concurrentUse = object.NewStaticType("ConcurrentObjectUseError", "gevent.exceptions", object.AssertionError, object.LayoutExc, object.HasDict|object.IsExc)

func initWaiter() {
	for _, tp := range [...]*object.Type{WaiterType, multipleType} {
		multi := tp == multipleType
		tp.Alloc = func(c *ctx, k *object.Type) value {
			w := &Waiter{multi: multi, why: "waiter"}
			w.Header.Type, w.Shape = k, k.Root
			return w.value()
		}
		vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *thread, a []value, _ []*str) action {
			k := object.AsType(a[0])
			w := asWaiter(k.Alloc(t.RT.Ctx, k))
			w.hub = hubOf(t)
			return vm.Return(w.value())
		})
		tp.Traverse = func(v value, visit func(value)) {
			w := asWaiter(v)
			visit(w.val)
			for _, x := range w.queue {
				visit(x)
			}
			if w.exc != nil {
				visit(w.exc.Value())
			}
			if w.b != nil {
				visit(w.b.g.Value())
			}
			visitAttrs(&w.Attrs, visit)
		}
	}
	tp := WaiterType
	method(tp, "__init__", "hub=None", func(t *thread, a []value, _ []*str) action {
		if h := asHub(a[1]); h != nil {
			asWaiter(a[0]).hub = h
		}
		return vm.ReturnNone()
	})
	vm.AddNative(tp, object.KindMethod, "switch", "value=None, /", func(t *thread, a []value, _ []*str) action {
		return asWaiter(a[0]).give(t, none(a[1]), nil)
	})
	leaf(tp, "_describe", "text", func(c *ctx, a []value) (value, *exc) {
		asWaiter(a[0]).why = object.AsStr(a[1]).Text
		return object.None, nil
	})
	method(tp, "switch_args", "...", func(t *thread, a []value, _ []*str) action {
		return asWaiter(a[0]).give(t, object.NewTuple(append([]value(nil), a[1:]...)), nil)
	})
	vm.AddNative(tp, object.KindMethod, "throw", "...", func(t *thread, a []value, _ []*str) action {
		w := asWaiter(a[0])
		args := append([]value(nil), a[1:]...)
		return vm.OnValue(t, makeExc(t, args), func(t *thread, v value) action {
			return w.give(t, object.None, object.AsExc(v))
		})
	})
	method(tp, "get", "", func(t *thread, a []value, _ []*str) action { return asWaiter(a[0]).get(t) })
	method(tp, "__call__", "source", func(t *thread, a []value, _ []*str) action {
		w := asWaiter(a[0])
		src := a[1]
		return vm.OnValue(t, vm.GetAttr(t, src, object.Intern("exception")), func(t *thread, x value) action {
			if e := object.AsExc(x); e != nil {
				return w.give(t, object.None, e)
			}
			return vm.OnValue(t, vm.GetAttr(t, src, object.Intern("value")), func(t *thread, v value) action { return w.give(t, v, nil) })
		})
	})
	leaf(tp, "clear", "", func(c *ctx, a []value) (value, *exc) {
		w := asWaiter(a[0])
		w.set, w.val, w.exc, w.b, w.queue = false, value{}, nil, nil, nil
		return object.None, nil
	})
	leaf(tp, "ready", "", func(c *ctx, a []value) (value, *exc) { return object.Bool(asWaiter(a[0]).set), nil })
	leaf(tp, "successful", "", func(c *ctx, a []value) (value, *exc) {
		w := asWaiter(a[0])
		return object.Bool(w.set && w.exc == nil), nil
	})
	get := func(name string, f func(w *Waiter) value) {
		tp.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return f(asWaiter(v)), nil }, nil)
	}
	get("hub", func(w *Waiter) value { return w.hub.Value() })
	get("value", func(w *Waiter) value { return none(w.val) })
	get("exc_info", func(w *Waiter) value {
		if w.exc == nil {
			return object.None
		}
		return excInfo(w.exc)
	})
	get("greenlet", func(w *Waiter) value {
		if w.b == nil || w.b.over {
			return object.None
		}
		return w.b.g.Value()
	})
	tp.Repr = func(c *ctx, v value) (string, *exc) {
		w := asWaiter(v)
		s := "<" + w.Header.Type.Name + " greenlet="
		if w.b == nil || w.b.over {
			s += "None"
		} else {
			s += object.ReprText(c, w.b.g.Value())
		}
		if w.set && w.exc == nil {
			s += " value=" + object.ReprText(c, w.val)
		}
		if w.exc != nil {
			s += " exc_info=" + object.ReprText(c, excInfo(w.exc))
		}
		return s + ">", nil
	}
	multipleType.Repr = tp.Repr
}

// excInfo is the triple of sys.exc_info.
func excInfo(e *exc) value { return object.TupleOf(e.Type.Value(), e.Value(), traceback(e)) }

func traceback(e *exc) value {
	if e.Traceback == nil {
		return object.None
	}
	return object.Obj(&e.Traceback.Header)
}

// makeExc answers the exception that throw(*args) raises.
func makeExc(t *thread, args []value) action {
	typ, val := greenlet.Exit.Value(), object.None
	if len(args) > 0 {
		typ = args[0]
	}
	if len(args) > 1 {
		val = args[1]
	}
	if e := object.AsExc(typ); e != nil {
		return vm.Return(typ)
	}
	cls := object.AsType(typ)
	if cls == nil || cls.Flags&object.IsExc == 0 {
		return vm.Raisef(object.TypeError, "exceptions must be classes, or instances, not %s", object.TypeOf(typ).Label())
	}
	if e := object.AsExc(val); e != nil && e.Type.IsSubtype(cls) {
		if len(args) > 2 {
			if tb := object.AsTraceback(args[2]); tb != nil {
				e.Traceback = tb
			}
		}
		return vm.Return(val)
	}
	switch tup := object.AsTuple(val); {
	case tup != nil:
		return vm.Call(typ, tup.Elems...)
	case val.IsNone():
		return vm.Call(typ)
	}
	return vm.Call(typ, val)
}
