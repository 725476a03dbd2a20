package builtins

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// int(), float(), complex() and bytes() of objects that say themselves what
// number or bytes they are; dict.fromkeys() of subclasses, which make their own dict.

func init() {
	setNative(object.IntType, "__new__", func(t *Thread, a []Value, kw []*Str) Action {
		return convert(t, object.IntType, a, kw, "__int__", "__index__", "__trunc__")
	})
	setNative(object.FloatType, "__new__", func(t *Thread, a []Value, kw []*Str) Action {
		return convert(t, object.FloatType, a, kw, "__float__", "__index__")
	})
	setNative(object.ComplexType, "__new__", func(t *Thread, a []Value, kw []*Str) Action {
		return convert(t, object.ComplexType, a, kw, "__complex__", "__float__", "__index__")
	})
	setNative(object.DictType, "fromkeys", func(t *Thread, a []Value, _ []*Str) Action {
		args := keep(a)
		if args[2].IsNull() {
			args[2] = object.None
		}
		return preludeCall(t, "dict_fromkeys", args...)
	})
	setNative(object.BytesType, "__new__", func(t *Thread, a []Value, kw []*Str) Action {
		return convert(t, object.BytesType, a, kw, "__bytes__", "__index__")
	})
}

// convert replaces the arguments that have one of the methods by what it answers,
// and calls the leaf form of tp's __new__ again.
func convert(t *Thread, tp *object.Type, a []Value, kw []*Str, methods ...string) Action {
	args, names := keep(a), append([]*Str(nil), kw...)
	i := 1
	return vm.Repeat(t, func(t *Thread) Action {
		for ; i < len(args); i++ {
			v := args[i]
			if v.IsNull() || !object.TypeOf(v).IsHeap() {
				continue
			}
			for _, m := range methods {
				fn := vm.Special(v, intern(m))
				if fn.IsNull() || fn.IsNone() || object.AsBuiltin(fn) != nil || m == "__complex__" && i == 2 {
					continue
				}
				return vm.OnValue(t, vm.CallSpecial(t, fn, v), func(t *Thread, r Value) Action {
					if e := checkConverted(v, m, r); e != nil {
						return vm.Raise(e)
					}
					args[i] = Plain(r)
					i++
					return vm.OnValue(t, deprecatedConversion(t, m, r), func(t *Thread, _ Value) Action { return vm.Continue() })
				})
			}
		}
		fn, _ := tp.Dict.GetStr(intern("__new__"))
		return vm.Replay(t, object.AsBuiltin(fn), args, names)
	})
}

// deprecatedConversion warns of results that a conversion will not take for ever.
func deprecatedConversion(t *Thread, method string, r Value) Action {
	exact := func(tp *object.Type) bool { return object.TypeOf(r) == tp }
	kind := ""
	switch {
	case method == "__trunc__":
		return vm.Warn(t, object.DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.")
	case (method == "__int__" || method == "__index__") && !exact(object.IntType):
		kind = "int"
	case method == "__float__" && !exact(object.FloatType):
		kind = "float"
	case method == "__complex__" && !exact(object.ComplexType):
		kind = "complex"
	default:
		return vm.ReturnNone()
	}
	return vm.Warn(t, object.DeprecationWarning, method+" returned non-"+kind+" (type "+typeName(r)+").  "+
		"The ability to return an instance of a strict subclass of "+kind+" is deprecated, and may be removed in a future version of Python.")
}

func checkConverted(v Value, method string, r Value) *Exc {
	switch method {
	case "__int__", "__index__", "__trunc__":
		if !object.IsIntLike(r) {
			if method == "__trunc__" {
				return object.NewExc(object.TypeError, "__trunc__ returned non-Integral (type %s)", typeName(r))
			}
			return object.NewExc(object.TypeError, "%s returned non-int (type %s)", method, typeName(r))
		}
	case "__float__":
		if !isFloat(r) {
			return object.NewExc(object.TypeError, "%s.__float__ returned non-float (type %s)", typeName(v), typeName(r))
		}
	case "__complex__":
		if object.AsComplex(r) == nil {
			return object.NewExc(object.TypeError, "__complex__ returned non-complex (type %s)", typeName(r))
		}
	case "__bytes__":
		if object.AsBytes(r) == nil {
			return object.NewExc(object.TypeError, "__bytes__ returned non-bytes (type %s)", typeName(r))
		}
	}
	return nil
}
