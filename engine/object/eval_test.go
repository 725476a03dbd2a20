package object_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"loopscope/engine/bytecode"
	. "loopscope/engine/object"
	"loopscope/engine/syntax"
)

// A small evaluator of expressions over leaf operations, for the cases in
// testdata: each is an expression with what the reference implementation
// answered, recorded by testdata/record.py.

type evaluator struct {
	c     *Ctx
	names map[string]Value
}

func (ev *evaluator) exprs(xs []syntax.Expr) ([]Value, *Exc) {
	var out []Value
	for _, x := range xs {
		if s, ok := x.(*syntax.Starred); ok {
			v, e := ev.eval(s.Value)
			if e != nil {
				return nil, e
			}
			items, e := Drain(ev.c, v)
			if e != nil {
				return nil, e
			}
			out = append(out, items...)
			continue
		}
		v, e := ev.eval(x)
		if e != nil {
			return nil, e
		}
		out = append(out, v)
	}
	return out, nil
}

var cmpOps = map[syntax.CmpOp]int{syntax.Eq: bytecode.CmpEQ, syntax.NotEq: bytecode.CmpNE, syntax.Lt: bytecode.CmpLT,
	syntax.LtE: bytecode.CmpLE, syntax.Gt: bytecode.CmpGT, syntax.GtE: bytecode.CmpGE}

func (ev *evaluator) eval(x syntax.Expr) (Value, *Exc) {
	c := ev.c
	switch x := x.(type) {
	case *syntax.NameConst:
		return map[syntax.ConstKind]Value{syntax.None: None, syntax.True: True, syntax.False: False, syntax.Ellipsis: Ellipsis}[x.Kind], nil
	case *syntax.Int:
		if x.Big != nil {
			return NewBigInt(x.Big), nil
		}
		return Int(x.V), nil
	case *syntax.Float:
		return Float(x.V), nil
	case *syntax.Imag:
		return NewComplex(complex(0, x.V)), nil
	case *syntax.Str:
		return NewStr(x.V), nil
	case *syntax.Bytes:
		return NewBytes(x.V), nil
	case *syntax.Name:
		if v, ok := ev.names[x.Id]; ok {
			return v, nil
		}
		return Null, NewExc(NameError, "name '%s' is not defined", x.Id)
	case *syntax.Tuple:
		xs, e := ev.exprs(x.Elts)
		return NewTuple(xs), e
	case *syntax.List:
		xs, e := ev.exprs(x.Elts)
		return NewList(xs), e
	case *syntax.Set:
		xs, e := ev.exprs(x.Elts)
		s := NewSet()
		for i := 0; i < len(xs) && e == nil; i++ {
			e = s.Add(c, xs[i])
		}
		return s.Value(), e
	case *syntax.Dict:
		d := NewDict()
		for i := range x.Keys {
			k, e := ev.eval(x.Keys[i])
			if e != nil {
				return Null, e
			}
			v, e := ev.eval(x.Values[i])
			if e == nil {
				e = d.Set(c, k, v)
			}
			if e != nil {
				return Null, e
			}
		}
		return d.Value(), nil
	case *syntax.BinOp:
		a, e := ev.eval(x.Left)
		if e != nil {
			return Null, e
		}
		b, e := ev.eval(x.Right)
		if e != nil {
			return Null, e
		}
		return Binary(c, BinOp(x.Op), a, b, false)
	case *syntax.UnaryOp:
		v, e := ev.eval(x.Operand)
		if e != nil {
			return Null, e
		}
		switch x.Op {
		case syntax.Not:
			b, e := Truth(c, v)
			return Bool(!b), e
		case syntax.USub:
			return Neg(c, v)
		case syntax.UAdd:
			return Pos(c, v)
		}
		return Invert(c, v)
	case *syntax.Compare:
		return ev.compare(x)
	case *syntax.Subscript:
		v, e := ev.eval(x.Value)
		if e != nil {
			return Null, e
		}
		k, e := ev.eval(x.Index)
		if e != nil {
			return Null, e
		}
		return GetItem(c, v, k)
	case *syntax.Slice:
		part := func(x syntax.Expr) Value {
			if x == nil {
				return None
			}
			v, _ := ev.eval(x)
			return v
		}
		return NewSlice(part(x.Lower), part(x.Upper), part(x.Step)), nil
	case *syntax.Attribute:
		v, e := ev.eval(x.Value)
		if e != nil {
			return Null, e
		}
		return GetAttr(c, v, Intern(x.Attr))
	case *syntax.Call:
		fn, e := ev.eval(x.Func)
		if e != nil {
			return Null, e
		}
		args, e := ev.exprs(x.Args)
		if e != nil {
			return Null, e
		}
		var kw []*Str
		for _, k := range x.Keywords {
			v, e := ev.eval(k.Value)
			if e != nil {
				return Null, e
			}
			kw = append(kw, Intern(k.Name))
			args = append(args, v)
		}
		return ev.call(fn, args, kw)
	}
	return Null, NewExc(SystemError, "cannot evaluate this expression")
}

func (ev *evaluator) compare(x *syntax.Compare) (Value, *Exc) {
	a, e := ev.eval(x.Left)
	if e != nil {
		return Null, e
	}
	for i, op := range x.Ops {
		b, e := ev.eval(x.Comparators[i])
		if e != nil {
			return Null, e
		}
		var r Value
		switch op {
		case syntax.In, syntax.NotIn:
			in, e := Contains(ev.c, b, a)
			if e != nil {
				return Null, e
			}
			r = Bool(in == (op == syntax.In))
		case syntax.Is, syntax.IsNot:
			r = Bool(Is(a, b) == (op == syntax.Is))
		default:
			if r, e = Compare(ev.c, a, b, cmpOps[op]); e != nil {
				return Null, e
			}
		}
		if t, e := Truth(ev.c, r); e != nil || !t || i == len(x.Ops)-1 {
			return r, e
		}
		a = b
	}
	return Null, nil
}

func (ev *evaluator) call(fn Value, args []Value, kw []*Str) (Value, *Exc) {
	c := ev.c
	if t := AsType(fn); t != nil {
		if t == TypeType && len(args) == 1 {
			return TypeOf(args[0]).Value(), nil
		}
		v, e := AsBuiltin(t.Lookup(Intern("__new__"))).Call(c, append([]Value{fn}, args...), kw)
		if e != nil {
			return Null, e
		}
		init := t.Lookup(Intern("__init__"))
		if init != ObjectInit() {
			_, e = AsBuiltin(init).Call(c, append([]Value{v}, args...), kw)
		}
		return v, e
	}
	b := AsBuiltin(fn)
	if b == nil {
		return Null, NewExc(TypeError, "'%s' object is not callable", TypeOf(fn))
	}
	if !b.Self.IsNull() {
		args = append([]Value{b.Self}, args...)
	}
	return b.Call(c, args, kw)
}

func newEvaluator() *evaluator {
	ev := &evaluator{c: NewCtx(7, 64<<20), names: map[string]Value{}}
	for _, t := range append([]*Type{ObjectType, TypeType, IntType, BoolType, FloatType, ComplexType, StrType, BytesType,
		ByteArrayType, MemoryViewType, TupleType, ListType, DictType, SetType, FrozenSetType, SliceType, RangeType,
		EnumerateType, ZipType, ReversedType, PropertyType, ClassMethodType, StaticMethodType, SuperType}, ExcTypes...) {
		ev.names[t.Name] = t.Value()
	}
	one := func(name string, f func(c *Ctx, v Value) (Value, *Exc)) {
		ev.names[name] = NewBuiltin("builtins", name, "object, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return f(c, a[0]) }).Value()
	}
	text := func(f func(c *Ctx, v Value) (string, *Exc)) func(c *Ctx, v Value) (Value, *Exc) {
		return func(c *Ctx, v Value) (Value, *Exc) {
			s, e := f(c, v)
			return NewStr(s), e
		}
	}
	one("repr", text(Repr))
	one("ascii", func(c *Ctx, v Value) (Value, *Exc) { s, e := Repr(c, v); return NewStr(ASCII(s)), e })
	one("len", func(c *Ctx, v Value) (Value, *Exc) { n, e := Len(c, v); return Int(int64(n)), e })
	one("hash", func(c *Ctx, v Value) (Value, *Exc) { h, e := Hash(c, v); return Int(h), e })
	one("abs", Abs)
	one("iter", Iter)
	one("sorted", func(c *Ctx, v Value) (Value, *Exc) {
		xs, e := DrainCopy(c, v)
		if e == nil {
			e = SortValues(c, xs, nil, false)
		}
		return NewList(xs), e
	})
	ev.names["divmod"] = NewBuiltin("builtins", "divmod", "x, y, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return DivMod(c, a[0], a[1]) }).Value()
	ev.names["pow"] = NewBuiltin("builtins", "pow", "base, exp, mod=None", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return PowMod(c, a[0], a[1], a[2]) }).Value()
	ev.names["round"] = NewBuiltin("builtins", "round", "number, ndigits=None", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Round(c, a[0], a[1]) }).Value()
	ev.names["format"] = NewBuiltin("builtins", "format", "value, format_spec='', /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		spec := ""
		if !a[1].IsNull() {
			spec = AsStr(a[1]).Text
		}
		s, e := Format(c, a[0], spec)
		return NewStr(s), e
	}).Value()
	return ev
}

// answer is the repr of an expression's value, or the exception as it is reported.
func (ev *evaluator) answer(src string) string {
	x, _, err := syntax.ParseExpr(syntax.NewFile("case", src))
	if err != nil {
		return "cannot parse"
	}
	v, e := ev.eval(x)
	var s string
	if e == nil {
		s, e = Repr(ev.c, v)
	}
	if e == NeedVM {
		return "NeedVM"
	}
	if e != nil {
		return "!" + e.Type.Name + ": " + e.Message(ev.c)
	}
	return s
}

func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.json")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			var cases [][2]string
			if err := json.Unmarshal(data, &cases); err != nil {
				t.Fatal(err)
			}
			ev := newEvaluator()
			for _, k := range cases {
				if got := ev.answer(k[0]); got != k[1] {
					t.Errorf("%s\n got %s\nwant %s", k[0], got, k[1])
				}
			}
		})
	}
}
