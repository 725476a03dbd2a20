package builtins

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Attributes, namespaces, and what classes an object belongs to.

func init() {
	native("getattr", "...", getattrNative)
	native("hasattr", "obj, name, /", func(t *Thread, a []Value, _ []*Str) Action {
		name, e := attrName(a[1])
		if e != nil {
			return vm.Raisef(object.TypeError, "attribute name must be string, not '%s'", typeName(a[1]))
		}
		return vm.After(t, vm.GetAttr(t, a[0], name), func(t *Thread, _ Value, exc *Exc) Action {
			if exc != nil && !exc.Is(object.AttributeError) {
				return vm.Raise(exc)
			}
			return vm.Return(object.Bool(exc == nil))
		})
	})
	native("setattr", "obj, name, value, /", func(t *Thread, a []Value, _ []*Str) Action {
		name, e := attrName(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return vm.SetAttr(t, a[0], name, a[2])
	})
	native("delattr", "obj, name, /", func(t *Thread, a []Value, _ []*Str) Action {
		name, e := attrName(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return vm.SetAttr(t, a[0], name, Value{})
	})
	both("isinstance", "obj, class_or_tuple, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		return isInstanceLeaf(a[0], a[1])
	}, func(t *Thread, a []Value, _ []*Str) Action { return vm.IsInstance(t, a[0], a[1]) })
	native("issubclass", "cls, class_or_tuple, /", func(t *Thread, a []Value, _ []*Str) Action { return vm.IsSubclass(t, a[0], a[1]) })
	native("vars", "...", varsNative)
	native("dir", "...", dirNative)
	native("globals", "", func(t *Thread, a []Value, _ []*Str) Action {
		f := t.CallerFrame(0)
		if f == nil {
			return vm.Raisef(object.SystemError, "globals(): no frame")
		}
		return vm.Return(f.Globals.Value())
	})
	native("locals", "", func(t *Thread, a []Value, _ []*Str) Action {
		f := t.CallerFrame(0)
		if f == nil {
			return vm.Raisef(object.SystemError, "locals(): no frame")
		}
		return vm.Return(FrameLocals(f))
	})
	setNative(object.ObjectType, "__getattribute__", func(t *Thread, a []Value, _ []*Str) Action {
		name, e := attrName(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return vm.GenericGetAttr(t, a[0], name)
	})
	setNative(object.ObjectType, "__setattr__", func(t *Thread, a []Value, _ []*Str) Action {
		name, e := attrName(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return vm.GenericSetAttr(t, a[0], name, a[2])
	})
	setNative(object.ObjectType, "__delattr__", func(t *Thread, a []Value, _ []*Str) Action {
		name, e := attrName(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return vm.GenericSetAttr(t, a[0], name, Value{})
	})
	for _, n := range [...]string{"__getattribute__", "__setattr__", "__delattr__"} {
		// The virtual machine's own form also notices objects that end.
		v, _ := object.ObjectType.Dict.GetStr(intern(n))
		object.AsBuiltin(v).Leaf = nil
	}
}

func attrName(v Value) (*Str, *Exc) {
	s := object.AsStr(v)
	if s == nil {
		return nil, object.NewExc(object.TypeError, "attribute name must be string, not '%s'", typeName(v))
	}
	return object.InternStr(s), nil
}

func getattrNative(t *Thread, a []Value, kw []*Str) Action {
	switch {
	case len(kw) > 0:
		return vm.Raisef(object.TypeError, "getattr() takes no keyword arguments")
	case len(a) < 2:
		return vm.Raisef(object.TypeError, "getattr expected at least 2 arguments, got %d", len(a))
	case len(a) > 3:
		return vm.Raisef(object.TypeError, "getattr expected at most 3 arguments, got %d", len(a))
	}
	name, e := attrName(a[1])
	if e != nil {
		return vm.Raise(e)
	}
	if len(a) == 2 {
		return vm.GetAttr(t, a[0], name)
	}
	def := a[2]
	return vm.After(t, vm.GetAttr(t, a[0], name), func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil && exc.Is(object.AttributeError) {
			return vm.Return(def)
		}
		return vm.ReturnOr(v, exc)
	})
}

// isInstanceLeaf answers for plain classes and tuples of them.
func isInstanceLeaf(v, cls Value) (Value, *Exc) {
	tp := object.TypeOf(v)
	if k := object.AsType(cls); k != nil && k.Header.Type == object.TypeType {
		if tp.IsSubtype(k) {
			return object.True, nil
		}
		if tp.IsHeap() {
			return Value{}, object.NeedVM // it may lie about its __class__
		}
		return object.False, nil
	}
	if tup := object.AsTuple(cls); tup != nil && len(tup.Elems) < 50 {
		for _, x := range tup.Elems {
			r, e := isInstanceLeaf(v, x)
			if e != nil || r == object.True {
				return r, e
			}
		}
		return object.False, nil
	}
	return Value{}, object.NeedVM
}

// FrameLocals is what locals() answers in frame f: the namespace of a module or
// class; for a function a dictionary of the call, brought up to date.
func FrameLocals(f *vm.Frame) Value {
	if !f.NS.IsNull() {
		return f.NS
	}
	if f.Locals != nil {
		return f.Locals.Value()
	}
	d := f.Snapshot()
	code := f.Code
	names := len(code.VarNames)
	put := func(name string, i int) {
		v := f.Slots[i]
		if c := object.AsCell(v); c != nil {
			v = c.V
		}
		if !v.IsNull() {
			d.SetStr(intern(name), v)
		} else if d.FindStr(intern(name)) >= 0 {
			d.DelStr(intern(name))
		}
	}
	for i, n := range code.VarNames {
		put(n, i)
	}
	for i, n := range code.CellVars {
		put(n, names+i)
	}
	for i, n := range code.FreeVars {
		if n != "__class__" {
			put(n, names+len(code.CellVars)+i)
		}
	}
	return d.Value()
}

func varsNative(t *Thread, a []Value, kw []*Str) Action {
	if len(kw) > 0 || len(a) > 1 {
		return vm.Raisef(object.TypeError, "vars expected at most 1 argument, got %d", len(a))
	}
	if len(a) == 0 {
		f := t.CallerFrame(0)
		return vm.Return(FrameLocals(f))
	}
	return vm.After(t, vm.GetAttr(t, a[0], intern("__dict__")), func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil && exc.Is(object.AttributeError) {
			return vm.Raisef(object.TypeError, "vars() argument must have __dict__ attribute")
		}
		return vm.ReturnOr(v, exc)
	})
}

func dirNative(t *Thread, a []Value, kw []*Str) Action {
	if len(kw) > 0 || len(a) > 1 {
		return vm.Raisef(object.TypeError, "dir expected at most 1 argument, got %d", len(a))
	}
	if len(a) == 0 {
		ns := FrameLocals(t.CallerFrame(0))
		return vm.OnValue(t, vm.Collect(t, ns), func(t *Thread, l Value) Action {
			return sortInto(t, object.AsList(l).Elems, object.None, false, func(t *Thread, xs []Value) Action { return vm.Return(object.NewList(xs)) })
		})
	}
	v := a[0]
	if m := object.AsModule(v); m != nil {
		if fn, ok := m.Dict.GetStr(intern("__dir__")); ok {
			return sortedResult(t, vm.Call(fn))
		}
	}
	fn := vm.Special(v, intern("__dir__"))
	if fn.IsNull() || object.AsBuiltin(fn) != nil {
		return vm.Return(object.Dir(t.RT.Ctx, v))
	}
	return sortedResult(t, vm.CallSpecial(t, fn, v))
}

func sortedResult(t *Thread, a Action) Action {
	return vm.OnValue(t, a, func(t *Thread, r Value) Action {
		return vm.OnValue(t, vm.Collect(t, r), func(t *Thread, l Value) Action {
			return sortInto(t, keep(object.AsList(l).Elems), object.None, false, func(t *Thread, xs []Value) Action { return vm.Return(object.NewList(xs)) })
		})
	})
}
