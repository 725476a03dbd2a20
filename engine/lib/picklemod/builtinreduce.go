package picklemod

import (
	"loopscope/engine/object"
)

// The reductions of built-in classes that no opcode writes.
func init() {
	reduce := func(tp *object.Type, fn func(c *ctx, v value) (value, *exc)) {
		method(tp, "__reduce__", "", func(c *ctx, a []value, _ []*str) (value, *exc) { return fn(c, a[0]) })
	}
	builtin := func(c *ctx, name string) value {
		v, _ := c.Builtins.GetStr(intern(name))
		return v
	}
	reduce(object.RangeType, func(c *ctx, v value) (value, *exc) {
		var parts [3]value
		for i, n := range [...]string{"start", "stop", "step"} {
			x, e := object.GetAttr(c, v, intern(n))
			if e != nil {
				return value{}, e
			}
			parts[i] = x
		}
		return object.TupleOf(object.RangeType.Value(), object.NewTuple(parts[:])), nil
	})
	reduce(object.SliceType, func(c *ctx, v value) (value, *exc) {
		s := object.AsSlice(v)
		return object.TupleOf(object.SliceType.Value(), object.TupleOf(s.Start, s.Stop, s.Step)), nil
	})
	for _, tp := range [...]*object.Type{object.SetType, object.FrozenSetType} {
		reduce(tp, func(c *ctx, v value) (value, *exc) {
			state, e := getState(c, v)
			if e != nil {
				return value{}, e
			}
			return object.TupleOf(v.H.Type.Value(), object.TupleOf(object.NewList(object.AsSet(v).Elems())), state), nil
		})
	}
	byteArray := func(c *ctx, v value, proto int64) (value, *exc) {
		state, e := getState(c, v)
		if e != nil {
			return value{}, e
		}
		data := string(object.AsByteArray(v).Data)
		args := object.TupleOf()
		switch {
		case data == "":
		case proto >= 3:
			args = object.TupleOf(object.NewBytes(data))
		default:
			args = object.TupleOf(latin1(data), object.NewStr("latin-1"))
		}
		return object.TupleOf(v.H.Type.Value(), args, state), nil
	}
	reduce(object.ByteArrayType, func(c *ctx, v value) (value, *exc) { return byteArray(c, v, 2) })
	method(object.ByteArrayType, "__reduce_ex__", "proto=0, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if a[1].IsNull() {
			return byteArray(c, a[0], 0)
		}
		n, e := object.Index(c, a[1])
		if e != nil {
			return value{}, e
		}
		return byteArray(c, a[0], n)
	})
	reduce(object.MethodType, func(c *ctx, v value) (value, *exc) {
		m := object.AsBoundMethod(v)
		name, e := object.GetAttr(c, m.Func, strName)
		if e != nil {
			return value{}, e
		}
		return object.TupleOf(builtin(c, "getattr"), object.TupleOf(m.Self, name)), nil
	})
	// A built-in function is its name; a method taken from an object is taken from there again.
	for _, tp := range [...]*object.Type{object.BuiltinType, object.MethodWrapperType} {
		reduce(tp, func(c *ctx, v value) (value, *exc) {
			b := object.AsBuiltin(v)
			if b.Self.IsNull() && b.Owner != nil {
				return object.TupleOf(builtin(c, "getattr"), object.TupleOf(b.Owner.Value(), object.NewASCII(b.Name))), nil
			}
			if b.Self.IsNull() || object.AsModule(b.Self) != nil {
				return object.NewASCII(b.Name), nil
			}
			return object.TupleOf(builtin(c, "getattr"), object.TupleOf(b.Self, object.NewASCII(b.Name))), nil
		})
	}
	for _, tp := range [...]*object.Type{object.MethodDescriptorType, object.ClassMethodDescrType, object.SlotWrapperType} {
		reduce(tp, func(c *ctx, v value) (value, *exc) {
			b := object.AsBuiltin(v)
			return object.TupleOf(builtin(c, "getattr"), object.TupleOf(b.Owner.Value(), intern(b.Name).Value())), nil
		})
	}
	reduce(object.EllipsisType, func(c *ctx, v value) (value, *exc) { return object.NewASCII("Ellipsis"), nil })
	reduce(object.NotImplementedType, func(c *ctx, v value) (value, *exc) { return object.NewASCII("NotImplemented"), nil })
	reduce(object.GenericAliasType, func(c *ctx, v value) (value, *exc) {
		g := object.AsGenericAlias(v)
		return object.TupleOf(object.GenericAliasType.Value(), object.TupleOf(g.Origin, object.NewTuple(append([]value(nil), g.Args...)))), nil
	})
}
