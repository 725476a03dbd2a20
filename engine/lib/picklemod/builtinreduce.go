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
	// state is the dictionary of an exception, with the fields of that name that are set.
	state := func(c *ctx, v value, fields ...string) (value, *exc) {
		var d *object.Dict
		if a := object.AttrsOf(v); a.Len() > 0 {
			d = a.ToDict().Copy()
		}
		for _, f := range fields {
			x, e := object.GetAttr(c, v, intern(f))
			if e != nil {
				return value{}, e
			}
			if x.IsNone() {
				continue
			}
			if d == nil {
				d = object.NewDict()
			}
			d.SetStr(intern(f), x)
		}
		if d == nil {
			return object.None, nil
		}
		return d.Value(), nil
	}
	notes := func(c *ctx, v, st value) value {
		n := object.AsExc(v).Notes
		if n.IsNull() {
			return st
		}
		d := object.AsDict(st)
		if d == nil {
			d = object.NewDict()
		} else {
			d = d.Copy()
		}
		d.SetStr(intern("__notes__"), n)
		return d.Value()
	}
	reduced := func(v, args, state value) value {
		if state.IsNone() {
			return object.TupleOf(v.H.Type.Value(), args)
		}
		return object.TupleOf(v.H.Type.Value(), args, state)
	}
	reduce(object.ImportError, func(c *ctx, v value) (value, *exc) {
		st, e := state(c, v, "name", "path")
		if e != nil {
			return value{}, e
		}
		return reduced(v, object.NewTuple(object.AsExc(v).Args), notes(c, v, st)), nil
	})
	reduce(object.BaseException, func(c *ctx, v value) (value, *exc) {
		st, e := state(c, v)
		if e != nil {
			return value{}, e
		}
		return reduced(v, object.NewTuple(object.AsExc(v).Args), notes(c, v, st)), nil
	})
	method(object.BaseException, "__setstate__", "state, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		d := object.AsDict(a[1])
		if d == nil {
			if a[1].IsNone() {
				return object.None, nil
			}
			return value{}, object.NewExc(object.TypeError, "state is not a dictionary")
		}
		pos := 0
		for {
			k, x, ok := d.Next(&pos)
			if !ok {
				return object.None, nil
			}
			s := object.AsStr(k)
			if s == nil {
				return value{}, object.NewExc(object.TypeError, "attribute name must be string, not '%s'", object.TypeOf(k))
			}
			if s.Text == "__notes__" {
				object.AsExc(a[0]).Notes = x
			} else if e := object.GenericSetAttr(c, a[0], object.InternStr(s), x); e != nil {
				return value{}, e
			}
		}
	})
	// The file names of an OSError are no part of its args, and arguments all the same.
	reduce(object.OSError, func(c *ctx, v value) (value, *exc) {
		args := append([]value(nil), object.AsExc(v).Args...)
		if len(args) == 2 {
			one, e := object.GetAttr(c, v, intern("filename"))
			if e != nil {
				return value{}, e
			}
			two, e := object.GetAttr(c, v, intern("filename2"))
			if e != nil {
				return value{}, e
			}
			if !one.IsNone() {
				args = append(args, one)
				if !two.IsNone() {
					args = append(args, object.None, two)
				}
			}
		}
		st, e := state(c, v)
		if e != nil {
			return value{}, e
		}
		return reduced(v, object.NewTuple(args), notes(c, v, st)), nil
	})
}
