package arraymod

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// index is the place of an item.
func (a *array) index(c *ctx, k value, message string) (int, *exc) {
	i, e := object.Index(c, k)
	if e != nil {
		if e != object.NeedVM && e.Is(object.OverflowError) {
			e = object.NewExc(object.IndexError, "cannot fit 'int' into an index-sized integer")
		}
		return 0, e
	}
	if i < 0 {
		i += int64(a.len())
	}
	if i < 0 || i >= int64(a.len()) {
		return 0, object.NewExc(object.IndexError, message)
	}
	return int(i), nil
}

func isIndex(k value) bool {
	return object.IsIntLike(k) || object.TypeOf(k).IsHeap() && !object.TypeOf(k).Lookup(object.Intern("__index__")).IsNull()
}

func initSlots() {
	tp := arrayType
	s := &tp.Slots
	get := func(v value) *array { return (*array)(unsafe.Pointer(v.H)) }
	s.Hash = nil
	tp.Dict.SetStr(object.Intern("__hash__"), object.None)
	s.Len = func(c *ctx, v value) (int, *exc) { return get(v).len(), nil }
	s.Memory = func(v value) object.Memory {
		a := get(v)
		if a.data == nil {
			a.data = []byte{}
		}
		format := string(a.code)
		if a.code == 'u' {
			format = "w"
		}
		return object.Memory{Data: a.data, Exports: &a.exports, Format: format, Size: a.size}
	}
	s.Repr = func(c *ctx, v value) (string, *exc) {
		a := get(v)
		text := v.H.Type.Name + "('" + string(a.code) + "'"
		if len(a.data) > 0 {
			list := object.NewList(a.items())
			if a.code == 'u' {
				list = a.text()
			}
			r, e := object.Repr(c, list)
			if e != nil {
				return "", e
			}
			text += ", " + r
		}
		return text + ")", nil
	}
	s.GetItem = func(c *ctx, v, k value) (value, *exc) {
		a := get(v)
		if sl := object.AsSlice(k); sl != nil {
			start, _, step, n, e := object.SliceIndices(c, sl, a.len())
			if e != nil {
				return value{}, e
			}
			out := make([]byte, 0, n*a.size)
			for ; n > 0; n-- {
				out = append(out, a.data[start*a.size:(start+1)*a.size]...)
				start += step
			}
			return newArray(arrayType, a.code, out).value(), nil
		}
		if !isIndex(k) {
			return value{}, object.NewExc(object.TypeError, "array indices must be integers")
		}
		i, e := a.index(c, k, "array index out of range")
		if e != nil {
			return value{}, e
		}
		return a.at(i), nil
	}
	s.SetItem = func(c *ctx, v, k, item value) *exc { return get(v).set(c, k, item) }
	s.DelItem = func(c *ctx, v, k value) *exc { return get(v).set(c, k, value{}) }
	object.LeafIterator(tp)
	s.Contains = func(c *ctx, v, x value) (bool, *exc) {
		i, e := get(v).find(c, x, 0, get(v).len())
		return i >= 0, e
	}
	s.Iter = func(c *ctx, v value) (value, *exc) {
		it := &arrayIter{a: get(v)}
		it.Type = iterType
		return object.Obj(&it.Header), nil
	}
	s.Compare = compare
	s.Binary[object.OpAdd] = func(c *ctx, x, y value) (value, *exc) {
		a, b := asArray(x), asArray(y)
		if a == nil {
			return object.NotImplemented, nil
		}
		if b == nil {
			return value{}, object.NewExc(object.TypeError, "can only append array (not \"%s\") to array", object.TypeOf(y))
		}
		if a.code != b.code {
			return value{}, object.NewExc(object.TypeError, "bad argument type for built-in operation")
		}
		return newArray(arrayType, a.code, append(append([]byte(nil), a.data...), b.data...)).value(), nil
	}
	repeat := func(c *ctx, x, y value) (*array, []byte, *exc) {
		a, by := asArray(x), y
		if a == nil {
			a, by = asArray(y), x
		}
		if !isIndex(by) {
			return nil, nil, nil
		}
		n, e := object.Index(c, by)
		if e != nil {
			return nil, nil, e
		}
		n = max(n, 0)
		total, fits := object.MulInt64(int64(len(a.data)), n)
		if !fits {
			return nil, nil, object.NewExc(object.MemoryError, "")
		}
		if e := c.Reserve(total); e != nil {
			return nil, nil, e
		}
		out := make([]byte, 0, total)
		for ; n > 0 && len(a.data) > 0; n-- {
			out = append(out, a.data...)
		}
		return a, out, nil
	}
	s.Binary[object.OpMul] = func(c *ctx, x, y value) (value, *exc) {
		a, data, e := repeat(c, x, y)
		if a == nil || e != nil {
			return object.NotImplemented, e
		}
		return newArray(arrayType, a.code, data).value(), nil
	}
	s.InPlace[object.OpMul] = func(c *ctx, x, y value) (value, *exc) {
		a, data, e := repeat(c, x, y)
		if a == nil || e != nil {
			return object.NotImplemented, e
		}
		return x, a.splice(c, 0, len(a.data), data)
	}
	s.InPlace[object.OpAdd] = func(c *ctx, x, y value) (value, *exc) {
		a, b := asArray(x), asArray(y)
		if b == nil {
			return value{}, object.NewExc(object.TypeError, "can only extend array with array (not \"%s\")", object.TypeOf(y))
		}
		if a.code != b.code {
			return value{}, object.NewExc(object.TypeError, "can only extend with array of same kind")
		}
		return x, a.splice(c, len(a.data), len(a.data), append([]byte(nil), b.data...))
	}
	for _, n := range [...]struct {
		name, sig string
		leaf      object.LeafFunc
	}{
		{"__len__", "", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.Int(int64(self(a).len())), nil }},
		{"__getitem__", "key, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.GetItem(c, a[0], a[1]) }},
		{"__setitem__", "key, value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.None, s.SetItem(c, a[0], a[1], a[2]) }},
		{"__delitem__", "key, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.None, s.DelItem(c, a[0], a[1]) }},
		{"__contains__", "key, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			ok, e := s.Contains(c, a[0], a[1])
			return object.Bool(ok), e
		}},
		{"__iter__", "", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.Iter(c, a[0]) }},
		{"__repr__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
			r, e := s.Repr(c, a[0])
			return object.NewStr(r), e
		}},
		{"__add__", "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.Binary[object.OpAdd](c, a[0], a[1]) }},
		{"__iadd__", "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.InPlace[object.OpAdd](c, a[0], a[1]) }},
		{"__mul__", "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.Binary[object.OpMul](c, a[0], a[1]) }},
		{"__rmul__", "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.Binary[object.OpMul](c, a[0], a[1]) }},
		{"__imul__", "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.InPlace[object.OpMul](c, a[0], a[1]) }},
	} {
		tp.AddMethod(object.KindSlot, n.name, n.sig, n.leaf)
	}
	for op, n := range [...]string{"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"} {
		tp.AddMethod(object.KindSlot, n, "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return compare(c, a[0], a[1], op) })
	}
	initIter()
}

func initIter() {
	it := func(v value) *arrayIter { return (*arrayIter)(unsafe.Pointer(v.H)) }
	next := func(c *ctx, v value) (value, *exc) {
		i := it(v)
		if i.a == nil || i.pos >= i.a.len() {
			i.a = nil
			return value{}, nil
		}
		i.pos++
		return i.a.at(i.pos - 1), nil
	}
	s := &iterType.Slots
	s.Iter = func(c *ctx, v value) (value, *exc) { return v, nil }
	s.Next = next
	s.Traverse = func(v value, visit func(value)) {
		if a := it(v).a; a != nil {
			visit(a.value())
		}
	}
	object.LeafIterator(iterType)
	iterType.AddMethod(object.KindSlot, "__iter__", "", func(c *ctx, a []value, _ []*str) (value, *exc) { return a[0], nil })
	vm.AddNative(iterType, object.KindSlot, "__next__", "", func(t *thread, a []value, _ []*str) action {
		v, e := next(t.RT.Ctx, a[0])
		if e == nil && v.IsNull() {
			return vm.Raise(object.NewStopIteration(object.None))
		}
		return vm.ReturnOr(v, e)
	})
	iterType.AddMethod(object.KindMethod, "__reduce__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		fn, _ := c.Builtins.GetStr(object.Intern("iter"))
		i := it(a[0])
		if i.a == nil {
			return object.TupleOf(fn, object.TupleOf(object.TupleOf())), nil
		}
		return object.TupleOf(fn, object.TupleOf(i.a.value()), object.Int(int64(i.pos))), nil
	})
	iterType.AddMethod(object.KindMethod, "__setstate__", "state, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		n, e := object.Index(c, a[1])
		if i := it(a[0]); e == nil && i.a != nil {
			i.pos = int(max(0, min(n, int64(i.a.len()))))
		}
		return object.None, e
	})
}

// set is a[k] = item, or del a[k] where item is Null.
func (a *array) set(c *ctx, k, item value) *exc {
	sl := object.AsSlice(k)
	if sl == nil {
		if !isIndex(k) {
			return object.NewExc(object.TypeError, "array indices must be integers")
		}
		i, e := a.index(c, k, "array assignment index out of range")
		if e != nil {
			return e
		}
		if item.IsNull() {
			return a.splice(c, i*a.size, (i+1)*a.size, nil)
		}
		b := make([]byte, a.size)
		if e := a.put(c, b, item); e != nil {
			return e
		}
		copy(a.data[i*a.size:], b)
		return nil
	}
	var data []byte
	if !item.IsNull() {
		o := asArray(item)
		if o == nil {
			return object.NewExc(object.TypeError, "can only assign array (not \"%s\") to array slice", object.TypeOf(item))
		}
		if o.code != a.code {
			return object.NewExc(object.TypeError, "bad argument type for built-in operation")
		}
		data = append([]byte(nil), o.data...)
	}
	start, stop, step, n, e := object.SliceIndices(c, sl, a.len())
	if e != nil {
		return e
	}
	if step == 1 {
		return a.splice(c, start*a.size, max(start, stop)*a.size, data)
	}
	if item.IsNull() {
		gone := make([]bool, a.len())
		for range n {
			gone[start] = true
			start += step
		}
		var kept []byte
		for i, g := range gone {
			if !g {
				kept = append(kept, a.data[i*a.size:(i+1)*a.size]...)
			}
		}
		return a.splice(c, 0, len(a.data), kept)
	}
	if len(data) != n*a.size {
		return object.NewExc(object.ValueError, "attempt to assign array of size %d to extended slice of size %d", len(data)/a.size, n)
	}
	for i := range n {
		copy(a.data[start*a.size:(start+1)*a.size], data[i*a.size:])
		start += step
	}
	return nil
}

// find is the index of the first item between two that equals x, or -1.
func (a *array) find(c *ctx, x value, from, to int) (int, *exc) {
	for i := from; i < min(to, a.len()); i++ {
		same, e := object.Equal(c, a.at(i), x)
		if e != nil {
			return 0, e
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}

func compare(c *ctx, x, y value, op int) (value, *exc) {
	a, b := asArray(x), asArray(y)
	if a == nil || b == nil {
		return object.NotImplemented, nil
	}
	if a.len() != b.len() && (op == bytecode.CmpEQ || op == bytecode.CmpNE) {
		return object.Bool(op == bytecode.CmpNE), nil
	}
	for i := range min(a.len(), b.len()) {
		p, q := a.at(i), b.at(i)
		same, e := object.Equal(c, p, q)
		if e != nil {
			return value{}, e
		}
		if !same {
			switch op {
			case bytecode.CmpEQ, bytecode.CmpNE:
				return object.Bool(op == bytecode.CmpNE), nil
			}
			return object.Compare(c, p, q, op)
		}
	}
	return object.Compare(c, object.Int(int64(a.len())), object.Int(int64(b.len())), op)
}
