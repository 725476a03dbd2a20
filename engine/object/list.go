package object

import (
	"strings"

	"loopscope/engine/bytecode"
)

func initList() {
	t := ListType
	t.leafIter = true
	t.Slots.Repr = listRepr
	t.Slots.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if AsList(a) == nil || AsList(b) == nil {
			return NotImplemented, nil
		}
		return compareElems(c, a, b, op)
	}
	t.Slots.Len = func(c *Ctx, v Value) (int, *Exc) { return len(ptr[List](v).Elems), nil }
	t.Slots.Binary[OpAdd] = listAdd
	t.Slots.Binary[OpMul] = listMul
	t.Slots.InPlace[OpAdd] = func(c *Ctx, a, b Value) (Value, *Exc) {
		if e := listExtend(c, ptr[List](a), b); e != nil {
			return Null, e
		}
		return a, nil
	}
	t.Slots.InPlace[OpMul] = func(c *Ctx, a, b Value) (Value, *Exc) {
		l := ptr[List](a)
		n, ok, e := repeatCount(c, b, len(l.Elems), 16)
		if e != nil || !ok {
			return NotImplemented, e
		}
		l.Elems = repeatElems(l.Elems, n)
		return a, nil
	}
	t.Slots.GetItem = listGetItem
	t.Slots.SetItem = listSetItem
	t.Slots.DelItem = listDelItem
	t.Slots.Contains = containsElem
	t.Slots.Iter = func(c *Ctx, v Value) (Value, *Exc) { return newListIter(v), nil }
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		for _, x := range ptr[List](v).Elems {
			visit(x)
		}
	}
	t.staticMethods([]def{{"__new__", "...", newEmpty}})
	t.methods([]def{
		{"__init__", "iterable=(), /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			l := ptr[List](a[0])
			if a[1].IsNull() {
				l.Elems = nil
				return None, nil
			}
			xs, e := DrainCopy(c, a[1])
			if e != nil {
				return Null, e
			}
			l.Elems = xs
			return None, nil
		}},
		{"append", "object, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			l := ptr[List](a[0])
			if len(l.Elems) == cap(l.Elems) && len(l.Elems) >= 1<<15 {
				if e := c.Reserve(int64(len(l.Elems)) * 4); e != nil {
					return Null, e
				}
			}
			if cap(l.Elems) == 0 {
				l.Elems = make([]Value, 0, 4) // a list that grows has more than one item
			}
			l.Elems = append(l.Elems, a[1])
			return None, nil
		}},
		{"extend", "iterable, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return None, listExtend(c, ptr[List](a[0]), a[1])
		}},
		{"insert", "index, object, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			l := ptr[List](a[0])
			i, e := indexInt(c, a[1], false)
			if e != nil && e.Type == IndexError {
				e = NewExc(OverflowError, "Python int too large to convert to C ssize_t")
			}
			if e != nil {
				return Null, e
			}
			n := int64(len(l.Elems))
			if i < 0 {
				i = max(i+n, 0)
			}
			i = min(i, n)
			l.Elems = append(l.Elems, Null)
			copy(l.Elems[i+1:], l.Elems[i:])
			l.Elems[i] = a[2]
			return None, nil
		}},
		{"pop", "index=-1, /", listPop},
		{"remove", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			l := ptr[List](a[0])
			for i := 0; i < len(l.Elems); i++ {
				eq, e := Equal(c, l.Elems[i], a[1])
				if e != nil {
					return Null, e
				}
				if eq {
					l.removeAt(i)
					return None, nil
				}
			}
			return Null, NewExc(ValueError, "list.remove(x): x not in list")
		}},
		{"clear", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			ptr[List](a[0]).Elems = nil
			return None, nil
		}},
		{"copy", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return NewList(append([]Value(nil), ptr[List](a[0]).Elems...)), nil
		}},
		{"count", "value, /", elemCount},
		{"index", "value, start=0, stop=9223372036854775807, /", elemIndex},
		{"reverse", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			x := ptr[List](a[0]).Elems
			for i, j := 0, len(x)-1; i < j; i, j = i+1, j-1 {
				x[i], x[j] = x[j], x[i]
			}
			return None, nil
		}},
		{"sort", "*, key=None, reverse=False", listSort},
		{"__reversed__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return newListReverseIter(a[0]), nil }},
	})
	t.iterables(1<<1, "__init__")
	t.classMethods([]def{{"__class_getitem__", "item, /", classGetItem}})
}

// newEmpty is the __new__ of mutable containers: an empty instance; __init__ fills it.
func newEmpty(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	if len(a) == 0 {
		return Null, NewExc(TypeError, "__new__(): not enough arguments")
	}
	t := AsType(a[0])
	if t == nil {
		return Null, NewExc(TypeError, "__new__(X): X is not a type object (%s)", a[0].H.Type)
	}
	switch t {
	case ListType:
		return NewList(nil), nil
	case DictType:
		return NewDict().Value(), nil
	case SetType:
		return NewSet().Value(), nil
	case ByteArrayType:
		return NewByteArray(nil), nil
	}
	if t.Flags&AbstractClass != 0 {
		if e := abstractError(c, t); e != nil {
			return Null, e
		}
	}
	return NewInstance(t), nil
}

func (l *List) removeAt(i int) {
	copy(l.Elems[i:], l.Elems[i+1:])
	l.Elems[len(l.Elems)-1] = Null
	l.Elems = l.Elems[:len(l.Elems)-1]
}

func listRepr(c *Ctx, v Value) (string, *Exc) {
	l := ptr[List](v)
	if len(l.Elems) == 0 {
		return "[]", nil
	}
	fresh, e := c.markRepr(v)
	if e != nil {
		return "", e
	}
	if !fresh {
		return "[...]", nil
	}
	defer c.unmarkRepr()
	var b strings.Builder
	b.WriteByte('[')
	if e := reprElems(c, &b, func() []Value { return l.Elems }); e != nil {
		return "", e
	}
	b.WriteByte(']')
	return b.String(), nil
}

func listAdd(c *Ctx, a, b Value) (Value, *Exc) {
	x, y := AsList(a), AsList(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	n := len(x.Elems) + len(y.Elems)
	if n >= 1<<12 {
		if e := c.Reserve(int64(n) * 16); e != nil {
			return Null, e
		}
	}
	return NewList(append(append(make([]Value, 0, n), x.Elems...), y.Elems...)), nil
}

func listMul(c *Ctx, a, b Value) (Value, *Exc) {
	x, by := AsList(a), b
	if x == nil {
		x, by = AsList(b), a
	}
	if x == nil {
		return NotImplemented, nil
	}
	n, ok, e := repeatCount(c, by, len(x.Elems), 16)
	if e != nil || !ok {
		return NotImplemented, e
	}
	return NewList(repeatElems(x.Elems, n)), nil
}

func listExtend(c *Ctx, l *List, v Value) *Exc {
	xs, e := Drain(c, v)
	if e != nil {
		return e
	}
	if len(xs) >= 1<<12 {
		if e := c.Reserve(int64(len(xs)) * 16); e != nil {
			return e
		}
	}
	l.Elems = append(l.Elems, xs...)
	return nil
}

func listGetItem(c *Ctx, v, key Value) (Value, *Exc) {
	l := ptr[List](v)
	if key.H == &IntHeader {
		i := key.Int64()
		if i < 0 {
			i += int64(len(l.Elems))
		}
		if uint64(i) < uint64(len(l.Elems)) {
			return l.Elems[i], nil
		}
		return Null, NewExc(IndexError, "list index out of range")
	}
	if s := AsSlice(key); s != nil {
		start, _, step, n, e := SliceIndices(c, s, len(l.Elems))
		if e != nil {
			return Null, e
		}
		if n >= 1<<12 {
			if e := c.Reserve(int64(n) * 16); e != nil {
				return Null, e
			}
		}
		return NewList(sliceElems(l.Elems, start, step, n)), nil
	}
	i, e := sequenceIndex(c, v, key, len(l.Elems), "list")
	if e != nil {
		return Null, e
	}
	if i < 0 {
		return Null, NewExc(IndexError, "list index out of range")
	}
	return l.Elems[i], nil
}

func listSetItem(c *Ctx, v, key, item Value) *Exc {
	l := ptr[List](v)
	if s := AsSlice(key); s != nil {
		return listSetSlice(c, l, s, item)
	}
	i, e := sequenceIndex(c, v, key, len(l.Elems), "list")
	if e != nil {
		return e
	}
	if i < 0 {
		return NewExc(IndexError, "list assignment index out of range")
	}
	l.Elems[i] = item
	return nil
}

func listSetSlice(c *Ctx, l *List, s *Slice, item Value) *Exc {
	if item.H.Type.Iter == nil && item.H.Type.GetItem == nil {
		return NewExc(TypeError, "%s", sliceAssignMessage(s))
	}
	xs, e := DrainCopy(c, item)
	if e != nil {
		return e
	}
	start, stop, step, n, e := SliceIndices(c, s, len(l.Elems))
	if e != nil {
		return e
	}
	if step == 1 {
		stop = max(start, stop)
		tail := l.Elems[stop:]
		if len(xs) <= stop-start {
			copy(l.Elems[start:], xs)
			end := start + len(xs) + copy(l.Elems[start+len(xs):], tail)
			clear(l.Elems[end:])
			l.Elems = l.Elems[:end]
			return nil
		}
		out := make([]Value, 0, len(l.Elems)+len(xs))
		out = append(append(append(out, l.Elems[:start]...), xs...), tail...)
		l.Elems = out
		return nil
	}
	if len(xs) != n {
		return NewExc(ValueError, "attempt to assign sequence of size %d to extended slice of size %d", len(xs), n)
	}
	for _, x := range xs {
		l.Elems[start] = x
		start += step
	}
	return nil
}

func sliceAssignMessage(s *Slice) string {
	if s.Step.IsNone() || s.Step == Int(1) {
		return "can only assign an iterable"
	}
	return "must assign iterable to extended slice"
}

func listDelItem(c *Ctx, v, key Value) *Exc {
	l := ptr[List](v)
	if s := AsSlice(key); s != nil {
		start, _, step, n, e := SliceIndices(c, s, len(l.Elems))
		if e != nil || n == 0 {
			return e
		}
		if step < 0 {
			start, step = start+(n-1)*step, -step
		}
		out := l.Elems[:start]
		for i := start; i < len(l.Elems); i++ {
			if k := i - start; k%step != 0 || k/step >= n {
				out = append(out, l.Elems[i])
			}
		}
		clear(l.Elems[len(out):])
		l.Elems = out
		return nil
	}
	i, e := sequenceIndex(c, v, key, len(l.Elems), "list")
	if e != nil {
		return e
	}
	if i < 0 {
		return NewExc(IndexError, "list assignment index out of range")
	}
	l.removeAt(i)
	return nil
}

func listPop(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	l := ptr[List](a[0])
	n := len(l.Elems)
	i := int64(-1)
	if !a[1].IsNull() {
		var e *Exc
		if i, e = indexInt(c, a[1], false); e != nil {
			return Null, e
		}
	}
	if n == 0 {
		return Null, NewExc(IndexError, "pop from empty list")
	}
	if i < 0 {
		i += int64(n)
	}
	if i < 0 || i >= int64(n) {
		return Null, NewExc(IndexError, "pop index out of range")
	}
	v := l.Elems[i]
	l.removeAt(int(i))
	return v, nil
}

func elemCount(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	n := 0
	for i := 0; i < len(elemsOf(a[0])); i++ {
		eq, e := Equal(c, elemsOf(a[0])[i], a[1])
		if e != nil {
			return Null, e
		}
		if eq {
			n++
		}
	}
	return Int(int64(n)), nil
}

func elemIndex(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	n := int64(len(elemsOf(a[0])))
	start, stop := int64(0), n
	var e *Exc
	if !a[2].IsNull() {
		if start, e = sliceBoundStrict(c, a[2]); e != nil {
			return Null, e
		}
		if start < 0 {
			start = max(start+n, 0)
		}
	}
	if !a[3].IsNull() {
		if stop, e = sliceBoundStrict(c, a[3]); e != nil {
			return Null, e
		}
		if stop < 0 {
			stop = max(stop+n, 0)
		}
	}
	for i := start; i < stop && i < int64(len(elemsOf(a[0]))); i++ {
		eq, e := Equal(c, elemsOf(a[0])[i], a[1])
		if e != nil {
			return Null, e
		}
		if eq {
			return Int(i), nil
		}
	}
	if AsTuple(a[0]) != nil {
		return Null, NewExc(ValueError, "tuple.index(x): x not in tuple")
	}
	s, e := Repr(c, a[1])
	if e != nil {
		return Null, e
	}
	return Null, NewExc(ValueError, "%s is not in list", s)
}

// sliceBoundStrict is a start or stop argument: an int, clipped.
func sliceBoundStrict(c *Ctx, v Value) (int64, *Exc) {
	if !IsIntLike(v) && !v.H.Type.IsHeap() {
		return 0, NewExc(TypeError, "slice indices must be integers or have an __index__ method")
	}
	return indexInt(c, v, true)
}

func listSort(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	if !a[1].IsNull() && !a[1].IsNone() {
		return Null, NeedVM
	}
	reverse := false
	if !a[2].IsNull() {
		n, ok := ToInt64(a[2])
		if !ok {
			if a[2].H.Type.Layout != LayoutInt {
				return Null, NewExc(TypeError, "'%s' object cannot be interpreted as an integer", a[2].H.Type)
			}
			n = 1
		}
		reverse = n != 0
	}
	l := ptr[List](a[0])
	out := append([]Value(nil), l.Elems...)
	if e := SortValues(c, out, nil, reverse); e != nil {
		return Null, e
	}
	l.Elems = out
	return None, nil
}

// SortValues sorts vals stably by keys (or by themselves when keys is nil), both
// in place; NeedVM when a comparison is written in Python, with vals in an
// arbitrary order.
func SortValues(c *Ctx, vals, keys []Value, reverse bool) *Exc {
	by := keys
	if by == nil {
		by = vals
	}
	less := sortLess(by)
	if reverse { // a stable descending sort: reverse, sort, reverse
		reverseValues(vals)
		if keys != nil {
			reverseValues(keys)
		}
	}
	e := mergeSort(c, vals, keys, less)
	if reverse {
		reverseValues(vals)
		if keys != nil {
			reverseValues(keys)
		}
	}
	return e
}

func reverseValues(v []Value) {
	for i, j := 0, len(v)-1; i < j; i, j = i+1, j-1 {
		v[i], v[j] = v[j], v[i]
	}
}

// sortLess picks a comparison for the keys' common class.
func sortLess(by []Value) func(c *Ctx, a, b Value) (bool, *Exc) {
	ints, floats, strs := true, true, true
	for _, v := range by {
		ints = ints && v.H == &IntHeader
		floats = floats && v.H == &FloatHeader
		strs = strs && v.H.Type == StrType
		if !ints && !floats && !strs {
			break
		}
	}
	switch {
	case ints:
		return func(c *Ctx, a, b Value) (bool, *Exc) { return a.Int64() < b.Int64(), nil }
	case floats:
		return func(c *Ctx, a, b Value) (bool, *Exc) { return a.Float64() < b.Float64(), nil }
	case strs:
		return func(c *Ctx, a, b Value) (bool, *Exc) { return ptr[Str](a).Text < ptr[Str](b).Text, nil }
	}
	return func(c *Ctx, a, b Value) (bool, *Exc) {
		r, e := Compare(c, a, b, bytecode.CmpLT)
		if e != nil {
			return false, e
		}
		return Truth(c, r)
	}
}

// mergeSort sorts vals by keys (vals itself when nil): runs of insertion sort,
// merged bottom up. It looks for an ordered run first, since sorted input is common.
func mergeSort(c *Ctx, vals, keys []Value, less func(c *Ctx, a, b Value) (bool, *Exc)) *Exc {
	by := keys
	if by == nil {
		by = vals
	}
	n := len(by)
	sorted := 1
	for sorted < n {
		lt, e := less(c, by[sorted], by[sorted-1])
		if e != nil {
			return e
		}
		if lt {
			break
		}
		sorted++
	}
	if sorted >= n {
		return nil
	}
	idx := make([]int32, n)
	for i := range idx {
		idx[i] = int32(i)
	}
	const run = 16
	for lo := 0; lo < n; lo += run {
		hi := min(lo+run, n)
		for i := lo + 1; i < hi; i++ {
			x := idx[i]
			a, b := lo, i
			for a < b {
				m := (a + b) / 2
				lt, e := less(c, by[x], by[idx[m]])
				if e != nil {
					return e
				}
				if lt {
					b = m
				} else {
					a = m + 1
				}
			}
			copy(idx[a+1:i+1], idx[a:i])
			idx[a] = x
		}
	}
	buf := make([]int32, n)
	for w := run; w < n; w *= 2 {
		for lo := 0; lo < n; lo += 2 * w {
			mid, hi := min(lo+w, n), min(lo+2*w, n)
			i, j := lo, mid
			for k := lo; k < hi; k++ {
				takeRight := i >= mid
				if !takeRight && j < hi {
					lt, e := less(c, by[idx[j]], by[idx[i]])
					if e != nil {
						return e
					}
					takeRight = lt
				}
				if takeRight {
					buf[k] = idx[j]
					j++
				} else {
					buf[k] = idx[i]
					i++
				}
			}
		}
		idx, buf = buf, idx
	}
	permute(vals, idx)
	if keys != nil {
		permute(keys, idx)
	}
	return nil
}

func permute(v []Value, idx []int32) {
	out := make([]Value, len(v))
	for i, k := range idx {
		out[i] = v[k]
	}
	copy(v, out)
}
