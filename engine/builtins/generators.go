package builtins

import (
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Generators, coroutines and async generators: their methods and attributes.

func init() {
	gt, ct, at := object.GeneratorType, object.CoroutineType, object.AsyncGeneratorType
	for _, tp := range [...]*object.Type{gt, ct, at} {
		tp.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
			g := vm.AsGenerator(v)
			return "<" + g.Type.Name + " object " + g.QualName.Text + " at " + object.Address(c, v) + ">", nil
		}
		genNames(tp)
	}
	Iterator(gt, func(t *Thread, v Value) Action { return vm.Resume(vm.AsGenerator(v), object.None, nil) })
	object.AsBuiltin(gt.Lookup(object.Intern("__next__"))).Resumes = 1
	for _, tp := range [...]*object.Type{gt, ct} {
		resumable(tp)
	}
	genAttrs(gt, "gi_", "gi_yieldfrom")
	genAttrs(ct, "cr_", "cr_await")
	genAttrs(at, "ag_", "ag_await")
	ct.AddGetSet("cr_origin", func(c *Ctx, v Value) (Value, *Exc) { return noneOr(vm.AsGenerator(v).Origin), nil }, nil)
	ct.AddMethod(object.KindSlot, "__await__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		w := &coroutineWrapper{coro: vm.AsGenerator(a[0])}
		w.Type = coroutineWrapperType
		return object.Obj(&w.Header), nil
	})

	at.AddMethod(object.KindSlot, "__aiter__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return a[0], nil })
	vm.AddNative(at, object.KindSlot, "__anext__", "", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.ANext(t, vm.AsGenerator(a[0]))
	})
	vm.AddNative(at, object.KindMethod, "asend", "value, /", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.ASend(t, vm.AsGenerator(a[0]), a[1])
	})
	vm.AddNative(at, object.KindMethod, "athrow", "...", func(t *Thread, a []Value, kw []*Str) Action {
		g := vm.AsGenerator(a[0])
		return onThrown(t, "athrow", a[1:], kw, func(t *Thread, exc *Exc) Action { return vm.AThrow(t, g, exc) })
	})
	vm.AddNative(at, object.KindMethod, "aclose", "", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.AClose(t, vm.AsGenerator(a[0]))
	})
	for _, tp := range vm.AsyncStepTypes() {
		Iterator(tp, func(t *Thread, v Value) Action { return vm.SendStep(t, v, object.None) })
		tp.AddMethod(object.KindSlot, "__await__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return a[0], nil })
		vm.AddNative(tp, object.KindMethod, "send", "value, /", func(t *Thread, a []Value, _ []*Str) Action {
			return vm.SendStep(t, a[0], a[1])
		})
		vm.AddNative(tp, object.KindMethod, "throw", "...", func(t *Thread, a []Value, kw []*Str) Action {
			step := a[0]
			return onThrown(t, "throw", a[1:], kw, func(t *Thread, exc *Exc) Action { return vm.ThrowStep(t, step, exc) })
		})
		tp.AddMethod(object.KindMethod, "close", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			vm.CloseStep(a[0])
			return object.None, nil
		})
	}
	wt := coroutineWrapperType
	of := func(v Value) *vm.Generator { return (*coroutineWrapper)(unsafe.Pointer(v.H)).coro }
	Iterator(wt, func(t *Thread, v Value) Action { return vm.Resume(of(v), object.None, nil) })
	vm.AddNative(wt, object.KindMethod, "send", "value, /", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.Resume(of(a[0]), a[1], nil)
	})
	vm.AddNative(wt, object.KindMethod, "throw", "...", func(t *Thread, a []Value, kw []*Str) Action {
		g := of(a[0])
		return onThrown(t, "throw", a[1:], kw, func(t *Thread, exc *Exc) Action { return vm.Resume(g, Value{}, exc) })
	})
	vm.AddNative(wt, object.KindMethod, "close", "", func(t *Thread, a []Value, _ []*Str) Action { return vm.CloseGen(t, of(a[0])) })
	wt.Slots.Traverse = func(v Value, visit func(Value)) { visit(of(v).Value()) }
}

// coroutineWrapper is what a coroutine's __await__() answers.
type coroutineWrapper struct {
	object.Header
	coro *vm.Generator
}

var coroutineWrapperType = object.NewStaticType("coroutine_wrapper", "builtins", object.ObjectType, object.LayoutOther, object.NotBase)

// resumable gives generators and coroutines send, throw and close.
func resumable(tp *object.Type) {
	vm.AddNative(tp, object.KindMethod, "send", "value, /", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.Resume(vm.AsGenerator(a[0]), a[1], nil)
	}).Resumes = 2
	vm.AddNative(tp, object.KindMethod, "throw", "...", func(t *Thread, a []Value, kw []*Str) Action {
		g := vm.AsGenerator(a[0])
		return onThrown(t, "throw", a[1:], kw, func(t *Thread, exc *Exc) Action { return vm.Resume(g, Value{}, exc) })
	})
	vm.AddNative(tp, object.KindMethod, "close", "", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.CloseGen(t, vm.AsGenerator(a[0]))
	})
}

// onThrown goes on with the exception that the arguments of throw() mean: an
// exception, or a class with a value and a traceback.
func onThrown(t *Thread, name string, a []Value, kw []*Str, then func(t *Thread, exc *Exc) Action) Action {
	if len(kw) > 0 {
		return vm.Raisef(object.TypeError, "%s() takes no keyword arguments", name)
	}
	if len(a) == 0 {
		return vm.Raisef(object.TypeError, "%s expected at least 1 argument, got 0", name)
	}
	if len(a) > 3 {
		return vm.Raisef(object.TypeError, "%s expected at most 3 arguments, got %d", name, len(a))
	}
	var tb *object.Traceback
	if len(a) == 3 && !a[2].IsNone() {
		if tb = object.AsTraceback(a[2]); tb == nil {
			return vm.Raisef(object.TypeError, "throw() third argument must be a traceback object")
		}
	}
	end := func(t *Thread, v Value) Action {
		exc := object.AsExc(v)
		if exc == nil {
			return vm.Raisef(object.TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", typeName(v))
		}
		if tb != nil {
			exc.Traceback = tb
		}
		exc.Reraised = false
		return then(t, exc)
	}
	if object.AsExc(a[0]) != nil {
		if len(a) > 1 && !a[1].IsNone() {
			return vm.Raisef(object.TypeError, "instance exception may not have a separate value")
		}
		return end(t, a[0])
	}
	cls := object.AsType(a[0])
	if cls == nil || cls.Flags&object.IsExc == 0 {
		return vm.Raisef(object.TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", typeName(a[0]))
	}
	var args []Value
	if len(a) > 1 && !a[1].IsNone() {
		if object.AsExc(a[1]) != nil && object.TypeOf(a[1]).IsSubtype(cls) {
			return end(t, a[1])
		}
		if tup := object.AsTuple(a[1]); tup != nil {
			args = tup.Elems
		} else {
			args = []Value{a[1]}
		}
	}
	return vm.OnValue(t, vm.Call(a[0], args...), end)
}

// genNames are __name__ and __qualname__.
func genNames(tp *object.Type) {
	name := func(attr string, at func(g *vm.Generator) **Str) {
		tp.AddGetSet(attr, func(c *Ctx, v Value) (Value, *Exc) { return (*at(vm.AsGenerator(v))).Value(), nil },
			func(c *Ctx, v, val Value) *Exc {
				s := Value{}
				if !val.IsNull() {
					s = val
				}
				if s.IsNull() || object.AsStr(s) == nil {
					return object.NewExc(object.TypeError, "%s must be set to a string object", attr)
				}
				*at(vm.AsGenerator(v)) = object.AsStr(s)
				return nil
			})
	}
	name("__name__", func(g *vm.Generator) **Str { return &g.Name })
	name("__qualname__", func(g *vm.Generator) **Str { return &g.QualName })
}

func genAttrs(tp *object.Type, prefix, await string) {
	get := func(name string, fn func(g *vm.Generator) Value) {
		tp.AddGetSet(name, func(c *Ctx, v Value) (Value, *Exc) { return fn(vm.AsGenerator(v)), nil }, nil)
	}
	get(prefix+"frame", func(g *vm.Generator) Value {
		if g.Frame == nil {
			return object.None
		}
		return NewFrame(g.Frame)
	})
	tp.AddMember(prefix+"code", func(c *Ctx, v Value) (Value, *Exc) { return vm.AsGenerator(v).Code.Value(), nil })
	get(prefix+"running", func(g *vm.Generator) Value {
		return object.Bool(g.Running || g.Type == object.AsyncGeneratorType && g.AsyncRunning())
	})
	get(prefix+"suspended", func(g *vm.Generator) Value { return object.Bool(g.Started && g.Frame != nil && !g.Running) })
	get(await, func(g *vm.Generator) Value { return noneOr(g.Await()) })
}
