package object

import "strings"

func initTuple() {
	t := TupleType
	t.leafIter = true
	t.Slots.Repr = tupleRepr
	t.Slots.Hash = func(c *Ctx, v Value) (int64, *Exc) {
		if e := c.enter("in hash"); e != nil {
			return 0, e
		}
		defer c.leave()
		return hashTuple(c, ptr[Tuple](v).Elems, Hash)
	}
	t.Slots.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if AsTuple(a) == nil || AsTuple(b) == nil {
			return NotImplemented, nil
		}
		return compareElems(c, a, b, op)
	}
	t.Slots.Len = func(c *Ctx, v Value) (int, *Exc) { return len(ptr[Tuple](v).Elems), nil }
	t.Slots.Binary[OpAdd] = func(c *Ctx, a, b Value) (Value, *Exc) {
		x, y := AsTuple(a), AsTuple(b)
		if x == nil || y == nil {
			return NotImplemented, nil
		}
		if len(x.Elems) == 0 && b.H.Type == TupleType {
			return b, nil
		}
		if len(y.Elems) == 0 && a.H.Type == TupleType {
			return a, nil
		}
		n := len(x.Elems) + len(y.Elems)
		if n >= 1<<12 {
			if e := c.Reserve(int64(n) * 16); e != nil {
				return Null, e
			}
		}
		return NewTuple(append(append(make([]Value, 0, n), x.Elems...), y.Elems...)), nil
	}
	t.Slots.Binary[OpMul] = func(c *Ctx, a, b Value) (Value, *Exc) {
		x, by := AsTuple(a), b
		if x == nil {
			x, by = AsTuple(b), a
		}
		if x == nil {
			return NotImplemented, nil
		}
		n, ok, e := repeatCount(c, by, len(x.Elems), 16)
		if e != nil || !ok {
			return NotImplemented, e
		}
		return NewTuple(repeatElems(x.Elems, n)), nil
	}
	t.Slots.GetItem = func(c *Ctx, v, key Value) (Value, *Exc) {
		x := ptr[Tuple](v)
		if s := AsSlice(key); s != nil {
			start, _, step, n, e := SliceIndices(c, s, len(x.Elems))
			if e != nil {
				return Null, e
			}
			if n == len(x.Elems) && step == 1 && v.H.Type == TupleType {
				return v, nil
			}
			return NewTuple(sliceElems(x.Elems, start, step, n)), nil
		}
		i, e := sequenceIndex(c, v, key, len(x.Elems), "tuple")
		if e != nil {
			return Null, e
		}
		if i < 0 {
			return Null, NewExc(IndexError, "tuple index out of range")
		}
		return x.Elems[i], nil
	}
	t.Slots.Contains = containsElem
	t.Slots.Iter = func(c *Ctx, v Value) (Value, *Exc) { return newTupleIter(v), nil }
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		for _, x := range ptr[Tuple](v).Elems {
			visit(x)
		}
	}
	t.staticMethods([]def{{"__new__", "iterable=(), /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		k := AsType(a[0])
		if k == nil {
			return Null, NewExc(TypeError, "tuple.__new__(X): X is not a type object (%s)", a[0].H.Type)
		}
		var elems []Value
		if !a[1].IsNull() {
			if k == TupleType && a[1].H.Type == TupleType {
				return a[1], nil
			}
			var e *Exc
			if elems, e = DrainCopy(c, a[1]); e != nil {
				return Null, e
			}
		}
		if k == TupleType {
			return NewTuple(elems), nil
		}
		v := NewInstance(k)
		AsTuple(v).Elems = elems
		return v, nil
	}}})
	t.iterables(1<<1, "__new__")
	t.methods([]def{
		{"count", "value, /", elemCount},
		{"index", "value, start=0, stop=9223372036854775807, /", elemIndex},
		{"__getnewargs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return TupleOf(NewTuple(ptr[Tuple](a[0]).Elems)), nil
		}},
	})
	t.classMethods([]def{{"__class_getitem__", "item, /", classGetItem}})
}

func tupleRepr(c *Ctx, v Value) (string, *Exc) {
	x := ptr[Tuple](v)
	if len(x.Elems) == 0 {
		return "()", nil
	}
	fresh, e := c.markRepr(v)
	if e != nil {
		return "", e
	}
	if !fresh {
		return "(...)", nil
	}
	defer c.unmarkRepr()
	var b strings.Builder
	b.WriteByte('(')
	if e := reprElems(c, &b, func() []Value { return x.Elems }); e != nil {
		return "", e
	}
	if len(x.Elems) == 1 {
		b.WriteByte(',')
	}
	b.WriteByte(')')
	return b.String(), nil
}
