package builtins

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Functions have a dictionary for attributes of their own.
func init() {
	tp := object.FunctionType
	tp.Slots.GetAttr = func(c *Ctx, v Value, name *Str) (Value, *Exc) {
		if d := object.AsFunction(v).Dict; d != nil {
			if x, ok := d.GetStr(name); ok && tp.Lookup(name).IsNull() {
				return x, nil
			}
		}
		return Value{}, nil
	}
	tp.Slots.SetAttr = func(c *Ctx, v Value, name *Str, x Value) *Exc {
		if g := object.AsGetSet(tp.Lookup(name)); g != nil {
			if g.Set == nil {
				return object.NewExc(object.AttributeError, "readonly attribute")
			}
			return g.Set(c, v, x)
		}
		f := object.AsFunction(v)
		if x.IsNull() {
			if f.Dict == nil || !f.Dict.DelStr(name) {
				return object.NewAttributeError(v, name, "'function' object has no attribute '%s'", name)
			}
			return nil
		}
		if f.Dict == nil {
			f.Dict = object.NewDict()
		}
		f.Dict.SetStr(name, x)
		return nil
	}
}

// All callables have a __call__.
func init() {
	for _, tp := range [...]*object.Type{
		object.FunctionType, object.BuiltinType, object.MethodDescriptorType, object.ClassMethodDescrType,
		object.SlotWrapperType, object.MethodWrapperType, object.MethodType, object.StaticMethodType,
	} {
		vm.AddNative(tp, object.KindSlot, "__call__", "...", func(t *Thread, a []Value, kw []*Str) Action {
			return vm.CallKw(a[0], keep(a[1:]), append([]*Str(nil), kw...))
		})
	}
	vm.AddNative(object.GenericAliasType, object.KindSlot, "__call__", "...", func(t *Thread, a []Value, kw []*Str) Action {
		alias, args, names := a[0], keep(a[1:]), append([]*Str(nil), kw...)
		return vm.OnValue(t, vm.GetAttr(t, alias, intern("__origin__")), func(t *Thread, origin Value) Action {
			return vm.OnValue(t, vm.CallKw(origin, args, names), func(t *Thread, obj Value) Action {
				return vm.After(t, vm.SetAttr(t, obj, intern("__orig_class__"), alias), func(t *Thread, _ Value, _ *Exc) Action {
					return vm.Return(obj) // where it has no room for attributes, it goes without
				})
			})
		})
	})
}
