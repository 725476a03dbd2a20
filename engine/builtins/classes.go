package builtins

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Classes: type() and super().

func init() {
	setNative(object.TypeType, "__new__", typeNew)
	setNative(object.TypeType, "__call__", func(t *Thread, a []Value, kw []*Str) Action {
		cls := object.AsType(a[0])
		if cls == nil {
			return vm.Raisef(object.TypeError, "descriptor '__call__' requires a 'type' object but received a '%s'", typeName(a[0]))
		}
		return vm.Instantiate(t, cls, keep(a[1:]), kw)
	})
	for _, n := range [...]string{"__new__", "__call__"} {
		v, _ := object.TypeType.Dict.GetStr(intern(n))
		object.AsBuiltin(v).Leaf = nil
	}
	initSuper()
}

// typeNew is type.__new__(meta, name, bases, namespace, **keywords).
func typeNew(t *Thread, a []Value, kw []*Str) Action {
	n := len(a) - len(kw)
	if n == 0 {
		return vm.Raisef(object.TypeError, "type.__new__(): not enough arguments")
	}
	meta := object.AsType(a[0])
	if meta == nil {
		return vm.Raisef(object.TypeError, "type.__new__(X): X is not a type object (%s)", typeName(a[0]))
	}
	if n == 2 && meta == object.TypeType && len(kw) == 0 {
		return vm.Return(object.TypeOf(a[1]).Value())
	}
	if n != 4 {
		return vm.Raisef(object.TypeError, "type() takes 1 or 3 arguments")
	}
	if object.AsStr(a[1]) == nil {
		return vm.Raisef(object.TypeError, "type.__new__() argument 1 must be str, not %s", typeName(a[1]))
	}
	bases := object.AsTuple(a[2])
	if bases == nil {
		return vm.Raisef(object.TypeError, "type.__new__() argument 2 must be tuple, not %s", typeName(a[2]))
	}
	ns := object.AsDict(a[3])
	if ns == nil {
		return vm.Raisef(object.TypeError, "type.__new__() argument 3 must be dict, not %s", typeName(a[3]))
	}
	for _, b := range bases.Elems {
		if object.AsType(b) == nil && !vm.Special(b, intern("__mro_entries__")).IsNull() {
			return vm.Raisef(object.TypeError, "type() doesn't support MRO entry resolution; use types.new_class()")
		}
	}
	best, e := object.BestMeta(meta, bases.Elems)
	if e != nil {
		return vm.Raise(e)
	}
	if best != meta {
		if fn := best.Lookup(intern("__new__")); object.AsBuiltin(fn) == nil && !fn.IsNull() {
			all := append([]Value{best.Value()}, a[1:]...)
			return vm.OnValue(t, vm.GetAttr(t, best.Value(), intern("__new__")), func(t *Thread, f Value) Action {
				return vm.CallKw(f, all, kw)
			})
		}
		meta = best
	}
	ns = ns.Copy()
	if _, ok := ns.GetStr(intern("__module__")); !ok {
		if f := t.CallerFrame(0); f != nil {
			if m, ok := f.Globals.GetStr(intern("__name__")); ok {
				ns.SetStr(intern("__module__"), m)
			}
		}
	}
	return vm.NewClass(t, meta, a[1], bases.Elems, ns, keep(a[n:]), append([]*Str(nil), kw...))
}

func initSuper() {
	tp := object.SuperType
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", superNew)
	tp.Slots.GetAttr = superGetAttr
	// A super object without an instance is a descriptor that binds one.
	tp.Slots.Get = func(c *Ctx, d, obj Value, owner *object.Type) (Value, *Exc) {
		s := object.AsSuper(d)
		if obj.IsNull() || obj.IsNone() || !s.Obj.IsNull() {
			return d, nil
		}
		return vm.BoundSuper(s.Type, obj)
	}
	tp.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		s := object.AsSuper(v)
		if s.Obj.IsNull() {
			return "<super: <class '" + s.Type.Name + "'>, NULL>", nil
		}
		return "<super: <class '" + s.Type.Name + "'>, <" + s.ObjType.Name + " object>>", nil
	}
	tp.AddGetSet("__thisclass__", func(c *Ctx, v Value) (Value, *Exc) { return object.AsSuper(v).Type.Value(), nil }, nil)
	tp.AddGetSet("__self__", func(c *Ctx, v Value) (Value, *Exc) { return noneOr(object.AsSuper(v).Obj), nil }, nil)
	tp.AddGetSet("__self_class__", func(c *Ctx, v Value) (Value, *Exc) {
		if s := object.AsSuper(v); s.ObjType != nil {
			return s.ObjType.Value(), nil
		}
		return object.None, nil
	}, nil)
}

func noneOr(v Value) Value {
	if v.IsNull() {
		return object.None
	}
	return v
}

// superNew is super(type, object), or super() in a method.
func superNew(t *Thread, a []Value, kw []*Str) Action {
	if len(kw) > 0 {
		return vm.Raisef(object.TypeError, "super() takes no keyword arguments")
	}
	if len(a) > 3 {
		return vm.Raisef(object.TypeError, "super expected at most 2 arguments, got %d", len(a)-1)
	}
	return vm.ReturnOr(vm.NewSuper(t, a[1:]))
}

func superGetAttr(c *Ctx, v Value, name *Str) (Value, *Exc) {
	s := object.AsSuper(v)
	d := vm.SuperLookup(s, name)
	if d.IsNull() {
		return Value{}, nil
	}
	obj := s.Obj
	if k := object.AsType(obj); k != nil && k == s.ObjType {
		obj = Value{} // super(C, cls): attributes of the class itself
	}
	return object.DescrGet(c, d, obj, s.ObjType)
}
