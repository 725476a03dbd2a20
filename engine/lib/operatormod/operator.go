// Package operatormod is the module operator: the operators as functions, in Go
// because sorting and mapping call them often.
package operatormod

import (
	_ "embed"

	"loopscope/engine/builtins"
	"loopscope/engine/bytecode"
	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
)

//go:embed operator.py
var source string

func init() {
	tb := &lib.Table{Name: "_operator"}
	alias := func(names []string, sig string, leaf object.LeafFunc, fn vm.NativeFunc) {
		first := tb.Both(names[0], sig, leaf, fn)
		for _, n := range names[1:] {
			tb.Const(n, first.Value())
		}
	}
	for op, n := range [...]string{"add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or_", "xor", "and_", "floordiv"} {
		op := object.BinOp(op)
		plain := n
		if n[len(n)-1] == '_' {
			plain = n[:len(n)-1]
		}
		alias([]string{n, "__" + plain + "__"}, "a, b, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			return object.Binary(c, op, a[0], a[1], false)
		}, func(t *vm.Thread, a []value, _ []*str) action { return vm.Binary(t, op, a[0], a[1], false) })
		alias([]string{"i" + plain, "__i" + plain + "__"}, "a, b, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			return object.Binary(c, op, a[0], a[1], true)
		}, func(t *vm.Thread, a []value, _ []*str) action { return vm.Binary(t, op, a[0], a[1], true) })
	}
	for op, n := range [...]string{bytecode.CmpLT: "lt", bytecode.CmpLE: "le", bytecode.CmpEQ: "eq", bytecode.CmpNE: "ne", bytecode.CmpGT: "gt", bytecode.CmpGE: "ge"} {
		alias([]string{n, "__" + n + "__"}, "a, b, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			return object.Compare(c, a[0], a[1], op)
		}, func(t *vm.Thread, a []value, _ []*str) action { return vm.Compare(t, a[0], a[1], op) })
	}
	type unary struct {
		names []string
		leaf  func(c *ctx, v value) (value, *exc)
		dun   string
		sign  string
	}
	for _, u := range [...]unary{
		{[]string{"neg", "__neg__"}, object.Neg, "__neg__", "-"},
		{[]string{"pos", "__pos__"}, object.Pos, "__pos__", "+"},
		{[]string{"invert", "inv", "__invert__", "__inv__"}, object.Invert, "__invert__", "~"},
	} {
		alias(u.names, "a, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return u.leaf(c, a[0]) },
			func(t *vm.Thread, a []value, _ []*str) action {
				fn := vm.Special(a[0], object.Intern(u.dun))
				if fn.IsNull() {
					return vm.Raisef(object.TypeError, "bad operand type for unary %s: '%s'", u.sign, object.TypeOf(a[0]).Label())
				}
				return vm.CallSpecial(t, fn, a[0])
			})
	}
	native := func(name, sig string, fn vm.NativeFunc) { tb.Native(name, sig, fn) }
	native("truth", "a, /", func(t *vm.Thread, a []value, _ []*str) action { return vm.Truth(t, a[0]) })
	alias([]string{"not_", "__not__"}, "a, /", nil, func(t *vm.Thread, a []value, _ []*str) action {
		return vm.OnTruth(t, a[0], func(t *vm.Thread, b bool) action { return vm.Return(object.Bool(!b)) })
	})
	tb.Leaf("is_", "a, b, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.Bool(object.Is(a[0], a[1])), nil })
	tb.Leaf("is_not", "a, b, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.Bool(!object.Is(a[0], a[1])), nil })
	alias([]string{"index", "__index__"}, "a, /", nil, func(t *vm.Thread, a []value, _ []*str) action {
		return builtins.OnIndex(t, a[0], func(t *vm.Thread, n value) action { return vm.Return(n) })
	})
	alias([]string{"getitem", "__getitem__"}, "a, b, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.GetItem(c, a[0], a[1])
	}, func(t *vm.Thread, a []value, _ []*str) action { return vm.GetItem(t, a[0], a[1]) })
	alias([]string{"setitem", "__setitem__"}, "a, b, c, /", nil, func(t *vm.Thread, a []value, _ []*str) action {
		return vm.OnValue(t, vm.SetItem(t, a[0], a[1], a[2]), func(t *vm.Thread, _ value) action { return vm.ReturnNone() })
	})
	alias([]string{"delitem", "__delitem__"}, "a, b, /", nil, func(t *vm.Thread, a []value, _ []*str) action {
		return vm.OnValue(t, vm.SetItem(t, a[0], a[1], value{}), func(t *vm.Thread, _ value) action { return vm.ReturnNone() })
	})
	alias([]string{"contains", "__contains__"}, "a, b, /", nil, func(t *vm.Thread, a []value, _ []*str) action {
		return vm.OnTruthOf(t, vm.Contains(t, a[0], a[1]), func(t *vm.Thread, b bool) action { return vm.Return(object.Bool(b)) })
	})
	initGetters()
	for _, tp := range [...]*object.Type{itemType, attrType, methodType} {
		tb.Type(tp)
	}
	lib.Register("_operator", tb.Spec(""))
	lib.Register("operator", tb.Spec(source))
}
