package vm

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// The protocols of the data model for any object: a leaf operation where the
// class is built in, the user's method otherwise.

func intern(s string) *Str { return object.Intern(s) }

var (
	strInit         = intern("__init__")
	strNew          = intern("__new__")
	strIter         = intern("__iter__")
	strNext         = intern("__next__")
	strGetitem      = intern("__getitem__")
	strSetitem      = intern("__setitem__")
	strDelitem      = intern("__delitem__")
	strLen          = intern("__len__")
	strBool         = intern("__bool__")
	strContains     = intern("__contains__")
	strCall         = intern("__call__")
	strGet          = intern("__get__")
	strSet          = intern("__set__")
	strDelete       = intern("__delete__")
	strGetattr      = intern("__getattr__")
	strGetattribute = intern("__getattribute__")
	strSetattr      = intern("__setattr__")
	strDelattr      = intern("__delattr__")
	strRepr         = intern("__repr__")
	strStr          = intern("__str__")
	strFormat       = intern("__format__")
	strEq           = intern("__eq__")
	strAwait        = intern("__await__")
	strClass        = intern("__class__")
	strMissing      = intern("__missing__")
)

// special finds a dunder method on the class of v; Null when there is none.
func special(v Value, name *Str) Value { return object.TypeOf(v).Lookup(name) }

// callSpecial calls fn, found on the class of self, as its method.
func callSpecial(t *Thread, fn, self Value, args ...Value) Action {
	switch object.TypeOf(fn) {
	case object.FunctionType:
		return Call(fn, append([]Value{self}, args...)...)
	}
	if b := object.AsBuiltin(fn); b != nil && b.Self.IsNull() && (b.Kind == object.KindMethod || b.Kind == object.KindSlot) {
		return Call(fn, append([]Value{self}, args...)...)
	}
	return OnValue(t, bind(t, fn, self), func(t *Thread, m Value) Action { return Call(m, args...) })
}

// Truth is bool(v) as True or False.
func Truth(t *Thread, v Value) Action {
	b, e := object.Truth(t.RT.Ctx, v)
	if e != object.NeedVM {
		return ReturnOr(object.Bool(b), e)
	}
	if v == object.NotImplemented {
		return OnValue(t, Warn(t, object.DeprecationWarning, "NotImplemented should not be used in a boolean context"), func(t *Thread, _ Value) Action {
			return Return(object.True)
		})
	}
	if fn := special(v, strBool); !fn.IsNull() {
		return OnValue(t, callSpecial(t, fn, v), func(t *Thread, r Value) Action {
			if !r.IsBool() {
				return Raisef(object.TypeError, "__bool__ should return bool, returned %s", object.TypeOf(r).Label())
			}
			return Return(r)
		})
	}
	if fn := special(v, strLen); !fn.IsNull() {
		return OnValue(t, Len(t, v), func(t *Thread, r Value) Action {
			return Return(object.Bool(r.Int64() != 0))
		})
	}
	return Return(object.True)
}

// OnTruth goes on with the truth of v.
func OnTruth(t *Thread, v Value, then func(t *Thread, b bool) Action) Action {
	return OnValue(t, Truth(t, v), func(t *Thread, r Value) Action { return then(t, r == object.True) })
}

// Len is len(v).
func Len(t *Thread, v Value) Action {
	n, e := object.Len(t.RT.Ctx, v)
	if e != object.NeedVM {
		return ReturnOr(object.Int(int64(n)), e)
	}
	fn := special(v, strLen)
	if fn.IsNull() {
		return Raisef(object.TypeError, "object of type '%s' has no len()", object.TypeOf(v).Label())
	}
	return OnValue(t, callSpecial(t, fn, v), func(t *Thread, r Value) Action {
		n, e := object.Index(t.RT.Ctx, r)
		if e != nil {
			return Raise(e)
		}
		if n < 0 {
			return Raisef(object.ValueError, "__len__() should return >= 0")
		}
		return Return(object.Int(n))
	})
}

// Iter is iter(v).
func Iter(t *Thread, v Value) Action {
	it, e := object.Iter(t.RT.Ctx, v)
	if e != object.NeedVM {
		return ReturnOr(it, e)
	}
	fn := special(v, strIter)
	if fn.IsNull() {
		if g := special(v, strGetitem); !g.IsNull() {
			return Return(object.NewSeqIter(v))
		}
		return Raisef(object.TypeError, "'%s' object is not iterable", object.TypeOf(v).Label())
	}
	if fn.IsNone() {
		return Raisef(object.TypeError, "'%s' object is not iterable", object.TypeOf(v).Label())
	}
	return OnValue(t, callSpecial(t, fn, v), func(t *Thread, it Value) Action {
		if !IsIterator(it) {
			return Raisef(object.TypeError, "iter() returned non-iterator of type '%s'", object.TypeOf(it).Label())
		}
		return Return(it)
	})
}

// IsIterator tells whether v has __next__.
func IsIterator(v Value) bool {
	tp := object.TypeOf(v)
	return tp.Next != nil && !tp.IsHeap() || !tp.Lookup(strNext).IsNull()
}

// Next is next(it); it raises StopIteration at the end.
func Next(t *Thread, it Value) Action {
	tp := object.TypeOf(it)
	if tp == object.GeneratorType {
		return Resume(asGen(it), object.None, nil)
	}
	if tp.Next != nil && (!tp.IsHeap() || isLeaf(tp, strNext)) {
		v, e := tp.Next(t.RT.Ctx, it)
		if e != object.NeedVM {
			if e == nil && v.IsNull() {
				e = object.NewExc(object.StopIteration, "")
			}
			return ReturnOr(v, e)
		}
	}
	fn := special(it, strNext)
	if fn.IsNull() {
		return Raisef(object.TypeError, "'%s' object is not an iterator", tp.Label())
	}
	return callSpecial(t, fn, it)
}

// ForEach calls body for each item of an iterable; body answers Continue to go
// on, or anything else to end with that. done is what happens at the end.
func ForEach(t *Thread, iterable Value, body func(t *Thread, v Value) Action, done func(t *Thread) Action) Action {
	return OnValue(t, Iter(t, iterable), func(t *Thread, it Value) Action {
		return ForEachIn(t, it, body, done)
	})
}

// Continue, answered by the body of ForEach, goes on with the next item.
func Continue() Action { return Action{} }

// ForEachIn is ForEach over an iterator.
func ForEachIn(t *Thread, it Value, body func(t *Thread, v Value) Action, done func(t *Thread) Action) Action {
	l := &forEach{it: it, body: body, done: done, inBody: true}
	return l.Resume(t, Value{}, nil)
}

func stopIteration(v Value) *Exc {
	e := object.NewExc(object.StopIteration, "")
	if !v.IsNull() && !v.IsNone() {
		e.Args = []Value{v}
	}
	e.Val = v
	if v.IsNull() {
		e.Val = object.None
	}
	return e
}

// Collect drains an iterable into a list.
func Collect(t *Thread, iterable Value) Action {
	if object.IsLeafIterable(iterable) {
		el, e := object.Drain(t.RT.Ctx, iterable)
		return ReturnOr(object.NewList(el), e)
	}
	return extend(t, object.AsList(object.NewList(nil)), iterable)
}

// extend puts the items of an iterable at the end of a list one by one, as they come, then answers the list.
func extend(t *Thread, l *object.List, iterable Value) Action {
	var grown object.Growing
	return ForEach(t, iterable, func(t *Thread, v Value) Action {
		l.Elems = append(l.Elems, v)
		if e := grown.Grown(t.RT.Ctx, len(l.Elems), v); e != nil {
			return Raise(e)
		}
		return Continue()
	}, func(t *Thread) Action { return Return(object.Obj(&l.Header)) })
}

// ExtendList is l.extend(iterable); the result is l.
func ExtendList(t *Thread, l, iterable Value) Action {
	return sized(t, iterable, func(t *Thread, it Value) Action { return extend(t, object.AsList(l), it) })
}

// CollectSized is Collect for what asks an object how many items to expect, as
// making a list does: its __len__ runs, and may fail.
func CollectSized(t *Thread, iterable Value) Action { return sized(t, iterable, Collect) }

func sized(t *Thread, iterable Value, collect func(t *Thread, iterable Value) Action) Action {
	tp := object.TypeOf(iterable)
	hint := Value{}
	if tp.IsHeap() {
		hint = tp.Lookup(intern("__len__"))
	}
	if hint.IsNull() || object.AsBuiltin(hint) != nil || hint.IsNone() {
		return collect(t, iterable)
	}
	return OnValue(t, Iter(t, iterable), func(t *Thread, it Value) Action {
		return After(t, Len(t, iterable), func(t *Thread, n Value, exc *Exc) Action {
			if exc != nil && !exc.Type.IsSubtype(object.TypeError) {
				return Raise(exc)
			}
			return collect(t, it)
		})
	})
}

// GetItem is o[k].
func GetItem(t *Thread, o, k Value) Action {
	v, e := object.GetItem(t.RT.Ctx, o, k)
	if e != object.NeedVM {
		return ReturnOr(v, e)
	}
	tp := object.TypeOf(o)
	if tp == object.GenericAliasType {
		return OnValue(t, t.Import("typing"), func(t *Thread, m Value) Action { return CallMethod(t, m, "_fill_alias", o, k) })
	}
	if d := object.AsDict(o); d != nil && isLeaf(tp, strGetitem) {
		// A dict subclass: __missing__ answers for absent keys.
		if v, ok, e := d.Get(t.RT.Ctx, k); ok || e != nil {
			return ReturnOr(v, e)
		}
		if m := tp.Lookup(strMissing); !m.IsNull() {
			return callSpecial(t, m, o, k)
		}
		return Raise(object.ExcArgs(object.KeyError, k))
	}
	if fn := tp.Lookup(strGetitem); !fn.IsNull() {
		return callSpecial(t, fn, o, k)
	}
	if cls := object.AsType(o); cls != nil {
		if fn := cls.Lookup(intern("__class_getitem__")); !fn.IsNull() {
			return OnValue(t, GetAttr(t, o, intern("__class_getitem__")), func(t *Thread, m Value) Action { return Call(m, k) })
		}
		return Raisef(object.TypeError, "type '%s' is not subscriptable", cls.Label())
	}
	return Raisef(object.TypeError, "'%s' object is not subscriptable", tp.Label())
}

// SetItem is o[k] = v, or del o[k] when v is Null. The result is None.
func SetItem(t *Thread, o, k, v Value) Action {
	c := t.RT.Ctx
	var e *Exc
	if v.IsNull() {
		e = object.DelItem(c, o, k)
	} else {
		e = object.SetItem(c, o, k, v)
	}
	if e != object.NeedVM {
		return ReturnOr(object.None, e)
	}
	tp := object.TypeOf(o)
	if v.IsNull() {
		if fn := tp.Lookup(strDelitem); !fn.IsNull() {
			return callSpecial(t, fn, o, k)
		}
		return Raisef(object.TypeError, "'%s' object doesn't support item deletion", tp.Label())
	}
	if fn := tp.Lookup(strSetitem); !fn.IsNull() {
		return callSpecial(t, fn, o, k, v)
	}
	return Raisef(object.TypeError, "'%s' object does not support item assignment", tp.Label())
}

// storeItem is SetItem for the evaluation loop.
func (t *Thread) storeItem(o, k, v Value) *Exc {
	old, known := Value{}, false
	if t.RT.watching != 0 {
		old, known = replaced(t.RT.Ctx, o, k)
	}
	a := SetItem(t, o, k, v)
	switch a.kind {
	case actReturn:
		if known {
			t.dropped(old)
		} else {
			t.changed()
		}
		return nil
	case actRaise:
		return a.exc
	}
	t.perform(a, retDrop)
	return nil
}

// Contains is item in o; any object whose truth counts.
func Contains(t *Thread, o, item Value) Action {
	r, e := object.Contains(t.RT.Ctx, o, item)
	if e != object.NeedVM {
		return ReturnOr(object.Bool(r), e)
	}
	if fn := special(o, strContains); !fn.IsNull() && !isLeaf(object.TypeOf(o), strContains) {
		if fn.IsNone() {
			return Raisef(object.TypeError, "'%s' object is not a container", object.TypeOf(o).Label())
		}
		return callSpecial(t, fn, o, item)
	}
	if it := special(o, strIter); it.IsNone() || it.IsNull() && special(o, strGetitem).IsNull() {
		return Raisef(object.TypeError, "argument of type '%s' is not iterable", object.TypeOf(o).Label())
	}
	return ForEach(t, o, func(t *Thread, v Value) Action {
		return OnValue(t, Equal(t, v, item), func(t *Thread, r Value) Action {
			if r == object.True {
				return Return(object.True)
			}
			return Continue()
		})
	}, func(t *Thread) Action { return Return(object.False) })
}

// Equal is a is b or a == b, as True or False.
func Equal(t *Thread, a, b Value) Action {
	if object.Is(a, b) {
		return Return(object.True)
	}
	return OnValue(t, Compare(t, a, b, bytecode.CmpEQ), func(t *Thread, r Value) Action { return Truth(t, r) })
}

var cmpNames = [...][2]*Str{
	bytecode.CmpLT: {intern("__lt__"), intern("__gt__")},
	bytecode.CmpLE: {intern("__le__"), intern("__ge__")},
	bytecode.CmpEQ: {intern("__eq__"), intern("__eq__")},
	bytecode.CmpNE: {intern("__ne__"), intern("__ne__")},
	bytecode.CmpGT: {intern("__gt__"), intern("__lt__")},
	bytecode.CmpGE: {intern("__ge__"), intern("__le__")},
}

var cmpSigns = [...]string{"<", "<=", "==", "!=", ">", ">="}

// Compare is a op b, op being one of bytecode's Cmp….
func Compare(t *Thread, a, b Value, op int) Action { return compare2(t, a, b, op, false) }

// compare2 is Compare; with again, the method that comes first has been tried.
func compare2(t *Thread, a, b Value, op int, again bool) Action {
	v, e := object.Compare(t.RT.Ctx, a, b, op)
	if e != object.NeedVM {
		return ReturnOr(v, e)
	}
	if x, y, ok := bothSequences(a, b); ok {
		return compareSeq(t, x, y, op)
	}
	if x, y := object.AsDict(a), object.AsDict(b); x != nil && y != nil && (op == bytecode.CmpEQ || op == bytecode.CmpNE) && leafCompare(a, b) {
		return compareDicts(t, x, y, op)
	}
	type try struct{ fn, self, other Value }
	var tries [2]try
	n := 0
	ta, tb := object.TypeOf(a), object.TypeOf(b)
	fa, fb := ta.Lookup(cmpNames[op][0]), tb.Lookup(cmpNames[op][1])
	if ta != tb && tb.IsSubtype(ta) && !fb.IsNull() && fb != ta.Lookup(cmpNames[op][1]) {
		tries[0] = try{fb, b, a}
		n = 1
		if !fa.IsNull() {
			tries[1] = try{fa, a, b}
			n = 2
		}
	} else {
		if !fa.IsNull() {
			tries[n] = try{fa, a, b}
			n++
		}
		if !fb.IsNull() {
			tries[n] = try{fb, b, a}
			n++
		}
	}
	var next func(t *Thread, i int) Action
	next = func(t *Thread, i int) Action {
		if i == n {
			switch op {
			case bytecode.CmpEQ:
				return Return(object.Bool(object.Is(a, b)))
			case bytecode.CmpNE:
				return Return(object.Bool(!object.Is(a, b)))
			}
			return Raisef(object.TypeError, "'%s' not supported between instances of '%s' and '%s'", cmpSigns[op], ta.Label(), tb.Label())
		}
		if op == bytecode.CmpNE && tries[i].fn == objectNE {
			// object.__ne__ inverts __eq__ of the same object.
			self, other := tries[i].self, tries[i].other
			eq := special(self, strEq)
			return OnValue(t, callSpecial(t, eq, self, other), func(t *Thread, r Value) Action {
				if r == object.NotImplemented {
					return next(t, i+1)
				}
				return OnTruth(t, r, func(t *Thread, b bool) Action { return Return(object.Bool(!b)) })
			})
		}
		return OnValue(t, callSpecial(t, tries[i].fn, tries[i].self, tries[i].other), func(t *Thread, r Value) Action {
			if r == object.NotImplemented {
				return next(t, i+1)
			}
			return Return(r)
		})
	}
	if again {
		return next(t, 1)
	}
	return next(t, 0)
}

// leafCompare tells whether neither class overrides comparison in Python.
func leafCompare(a, b Value) bool {
	return isLeaf(object.TypeOf(a), strEq) && isLeaf(object.TypeOf(b), strEq)
}

func bothSequences(a, b Value) (x, y []Value, ok bool) {
	if !leafCompare(a, b) {
		return nil, nil, false
	}
	if l, m := object.AsList(a), object.AsList(b); l != nil && m != nil {
		return l.Elems, m.Elems, true
	}
	if l, m := object.AsTuple(a), object.AsTuple(b); l != nil && m != nil {
		return l.Elems, m.Elems, true
	}
	return nil, nil, false
}

// compareSeq compares sequences some of whose items compare in Python.
func compareSeq(t *Thread, x, y []Value, op int) Action {
	if len(x) != len(y) && (op == bytecode.CmpEQ || op == bytecode.CmpNE) {
		return Return(object.Bool(op == bytecode.CmpNE))
	}
	var from func(t *Thread, i int) Action
	from = func(t *Thread, i int) Action {
		for i < len(x) && i < len(y) {
			if object.Is(x[i], y[i]) {
				i++
				continue
			}
			a := Equal(t, x[i], y[i])
			if a.kind == actReturn && a.v == object.True {
				i++
				continue
			}
			return OnValue(t, a, func(t *Thread, r Value) Action {
				if r == object.True {
					return from(t, i+1)
				}
				switch op {
				case bytecode.CmpEQ:
					return Return(object.False)
				case bytecode.CmpNE:
					return Return(object.True)
				}
				return Compare(t, x[i], y[i], op)
			})
		}
		return Return(object.Bool(compareInts(op, int64(len(x)), int64(len(y)))))
	}
	return from(t, 0)
}

func compareDicts(t *Thread, x, y *object.Dict, op int) Action {
	unequal := object.Bool(op == bytecode.CmpNE)
	if x.Len() != y.Len() {
		return Return(unequal)
	}
	pos := 0
	var from func(t *Thread) Action
	from = func(t *Thread) Action {
		for {
			k, v, ok := x.Next(&pos)
			if !ok {
				return Return(object.Bool(op == bytecode.CmpEQ))
			}
			w, ok, e := y.Get(t.RT.Ctx, k)
			if e != nil {
				return Raise(e)
			}
			if !ok {
				return Return(unequal)
			}
			a := Equal(t, v, w)
			if a.kind == actReturn && a.v == object.True {
				continue
			}
			return OnValue(t, a, func(t *Thread, r Value) Action {
				if r != object.True {
					return Return(unequal)
				}
				return from(t)
			})
		}
	}
	return from(t)
}

// compareOp is Compare for the evaluation loop.
func (t *Thread) compareOp(f *Frame, op int, a, b Value, mode retMode) *Exc {
	if fn := ownCompare(op, a, b); fn != nil {
		return t.call2(f, fn, a, b, retTried)
	}
	v, e := object.Compare(t.RT.Ctx, a, b, op)
	if e == object.NeedVM {
		t.perform(Compare(t, a, b, op), mode)
		return nil
	}
	if e != nil {
		return e
	}
	return t.accept(f, mode, v)
}

var binNames = [object.NumBinOps][3]*Str{}

func init() {
	for i, n := range [object.NumBinOps]string{"add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "floordiv"} {
		binNames[i] = [3]*Str{intern("__" + n + "__"), intern("__r" + n + "__"), intern("__i" + n + "__")}
	}
}

// Binary is a op b, or a op= b.
func Binary(t *Thread, op object.BinOp, a, b Value, inplace bool) Action {
	return binary2(t, op, a, b, inplace, false)
}

// binary2 is Binary; with again, the method that comes first has been tried.
func binary2(t *Thread, op object.BinOp, a, b Value, inplace, again bool) Action {
	v, e := object.Binary(t.RT.Ctx, op, a, b, inplace)
	if e != object.NeedVM {
		return ReturnOr(v, e)
	}
	type try struct{ fn, self, other Value }
	tries := make([]try, 0, 3)
	ta, tb := object.TypeOf(a), object.TypeOf(b)
	fa, fb := ta.Lookup(binNames[op][0]), tb.Lookup(binNames[op][1])
	if ta == tb {
		fb = Value{}
	}
	// The + and * of built-in sequences are no number operations: the other operand's come first.
	concat := func(fn Value, form int) bool {
		base := sequenceBase(ta)
		return base != nil && (op == object.OpAdd || op == object.OpMul) && fn == base.Lookup(binNames[op][form])
	}
	if !fb.IsNull() && concat(fa, 0) && sequenceBase(tb) == nil {
		tries = append(tries, try{fb, b, a})
		fb = Value{}
	}
	if inplace {
		if fn := ta.Lookup(binNames[op][2]); !fn.IsNull() {
			if len(tries) > 0 && !concat(fn, 2) {
				tries = append([]try{{fn, a, b}}, tries...)
			} else {
				tries = append(tries, try{fn, a, b})
			}
		}
	}
	if !fb.IsNull() && ta != tb && tb.IsSubtype(ta) && fb != ta.Lookup(binNames[op][1]) {
		tries = append(tries, try{fb, b, a})
		fb = Value{}
	}
	if !fa.IsNull() {
		tries = append(tries, try{fa, a, b})
	}
	if !fb.IsNull() {
		tries = append(tries, try{fb, b, a})
	}
	var next func(t *Thread, i int) Action
	next = func(t *Thread, i int) Action {
		if i == len(tries) {
			return Raise(object.OperandError(op, a, b, inplace))
		}
		return OnValue(t, callSpecial(t, tries[i].fn, tries[i].self, tries[i].other), func(t *Thread, r Value) Action {
			if r == object.NotImplemented {
				return next(t, i+1)
			}
			return Return(r)
		})
	}
	if again {
		return next(t, 1)
	}
	return next(t, 0)
}

// sequenceBase is the built-in sequence that a class is or extends, or nil.
func sequenceBase(tp *object.Type) *object.Type {
	switch tp.Layout {
	case object.LayoutStr:
		return object.StrType
	case object.LayoutList:
		return object.ListType
	case object.LayoutTuple:
		return object.TupleType
	case object.LayoutBytes:
		return object.BytesType
	case object.LayoutByteArray:
		return object.ByteArrayType
	}
	return nil
}

// binary is Binary for the evaluation loop.
func (t *Thread) binary(f *Frame, op bytecode.Op, a, b Value, inplace bool, mode retMode) *Exc {
	if op == bytecode.OpBinaryAdd && a.H.Type == object.StrType && b.H.Type == object.StrType {
		if v, e := object.Concat(t.RT.Ctx, a, b); e == nil {
			return t.accept(f, mode, v)
		}
	}
	bop := object.BinOp(op - bytecode.OpBinaryAdd)
	if fn := ownBinary(bop, a, b, inplace); fn != nil {
		return t.call2(f, fn, a, b, retTried)
	}
	v, e := object.Binary(t.RT.Ctx, bop, a, b, inplace)
	if e == object.NeedVM {
		t.perform(Binary(t, bop, a, b, inplace), mode)
		return nil
	}
	if e != nil {
		return e
	}
	return t.accept(f, mode, v)
}

// unary is -x, +x or ~x for the evaluation loop.
func (t *Thread) unary(f *Frame, op bytecode.Op) *Exc {
	x := f.pop()
	var v Value
	var e *Exc
	var name, sign string
	switch op {
	case bytecode.OpUnaryNegative:
		v, e = object.Neg(t.RT.Ctx, x)
		name, sign = "__neg__", "-"
	case bytecode.OpUnaryPositive:
		v, e = object.Pos(t.RT.Ctx, x)
		name, sign = "__pos__", "+"
	default:
		v, e = object.Invert(t.RT.Ctx, x)
		name, sign = "__invert__", "~"
	}
	if e == object.NeedVM {
		fn := special(x, intern(name))
		if fn.IsNull() {
			return object.NewExc(object.TypeError, "bad operand type for unary %s: '%s'", sign, object.TypeOf(x).Label())
		}
		t.perform(callSpecial(t, fn, x), retPush)
		return nil
	}
	if e != nil {
		return e
	}
	f.push(v)
	return nil
}
