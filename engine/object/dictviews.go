package object

import "loopscope/engine/bytecode"

// MappingProxy is a read-only view of a mapping.
type MappingProxy struct {
	Header
	Mapping Value
}

// NewMappingProxy makes a view of a mapping.
func NewMappingProxy(v Value) Value {
	if v.H.Type == MappingProxyType { // never a view of a view, so that none is deep
		return v
	}
	return Obj(&(&MappingProxy{Header{Type: MappingProxyType}, v}).Header)
}

// dictView is dict.keys(), values() or items().
type dictView struct {
	Header
	dict *Dict
}

func newDictView(t *Type, d Value) Value {
	return Obj(&(&dictView{Header{Type: t}, ptr[Dict](d)}).Header)
}

// dictIter walks over a dict, in either direction, and notices when it changes size.
type dictIter struct {
	Header
	dict *Dict // nil when exhausted
	pos  int
	used int
	left int // keys that it has not given yet, as far as it knows
}

func newDictIter(t *Type, d *Dict) Value {
	it := &dictIter{Header: Header{Type: t}, dict: d, used: d.used, left: d.used}
	switch t {
	case DictReverseKeyIterType, DictReverseValIterType, DictReverseItemIter:
		it.pos = len(d.entries) - 1
	}
	return Obj(&it.Header)
}

// step is the next entry, nil when there is none.
func (it *dictIter) step(back bool) (*Entry, *Exc) {
	d := it.dict
	if d == nil {
		return nil, nil
	}
	if d.used != it.used {
		it.used = -1
		for _, k := range d.Type.MRO {
			if k.Full == "collections.OrderedDict" {
				return nil, NewExc(RuntimeError, "OrderedDict mutated during iteration")
			}
		}
		return nil, NewExc(RuntimeError, "dictionary changed size during iteration")
	}
	if back {
		for it.pos = min(it.pos, len(d.entries)-1); it.pos >= 0; {
			e := &d.entries[it.pos]
			it.pos--
			if e.Key.H != nil {
				return e, nil
			}
		}
	} else {
		for it.pos < len(d.entries) {
			e := &d.entries[it.pos]
			it.pos++
			if e.Key.H != nil {
				if it.left == 0 {
					it.dict = nil
					return nil, NewExc(RuntimeError, "dictionary keys changed during iteration")
				}
				it.left--
				return e, nil
			}
		}
	}
	it.dict = nil
	return nil, nil
}

func dictNext(back bool, pick func(e *Entry) Value) func(c *Ctx, v Value) (Value, *Exc) {
	return func(c *Ctx, v Value) (Value, *Exc) {
		e, x := ptr[dictIter](v).step(back)
		if e == nil {
			return Null, x
		}
		return pick(e), nil
	}
}

func entryKey(e *Entry) Value  { return e.Key }
func entryVal(e *Entry) Value  { return e.Val }
func entryItem(e *Entry) Value { return NewPair(e.Key, e.Val) }

func initDictViews() {
	iter := func(t *Type, back bool, pick func(e *Entry) Value) {
		t.leafIter = true
		t.Slots.Iter = selfIter
		t.Slots.Next = dictNext(back, pick)
		t.methods([]def{{"__length_hint__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			it := ptr[dictIter](a[0])
			if it.dict == nil || it.dict.used != it.used {
				return Int(0), nil
			}
			n := 0
			for cp := *it; ; n++ {
				if e, _ := cp.step(back); e == nil {
					return Int(int64(n)), nil
				}
			}
		}}})
	}
	iter(DictKeyIterType, false, entryKey)
	iter(DictValueIterType, false, entryVal)
	iter(DictItemIterType, false, entryItem)
	iter(DictReverseKeyIterType, true, entryKey)
	iter(DictReverseValIterType, true, entryVal)
	iter(DictReverseItemIter, true, entryItem)

	view := func(t, it, back *Type) {
		t.leafIter = true
		t.Slots.Repr = containerRepr
		t.Slots.Len = func(c *Ctx, v Value) (int, *Exc) { return ptr[dictView](v).dict.used, nil }
		t.Slots.Iter = func(c *Ctx, v Value) (Value, *Exc) { return newDictIter(it, ptr[dictView](v).dict), nil }
		t.Slots.Traverse = func(v Value, visit func(Value)) { visit(ptr[dictView](v).dict.Value()) }
		t.methods([]def{{"__reversed__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return newDictIter(back, ptr[dictView](a[0]).dict), nil
		}}})
		t.AddGetSet("mapping", func(c *Ctx, v Value) (Value, *Exc) {
			return NewMappingProxy(ptr[dictView](v).dict.Value()), nil
		}, nil)
	}
	view(DictKeysType, DictKeyIterType, DictReverseKeyIterType)
	view(DictValuesType, DictValueIterType, DictReverseValIterType)
	view(DictItemsType, DictItemIterType, DictReverseItemIter)
	DictKeysType.Slots.Contains = func(c *Ctx, v, k Value) (bool, *Exc) {
		_, ok, e := ptr[dictView](v).dict.Get(c, k)
		return ok, e
	}
	DictItemsType.Slots.Contains = func(c *Ctx, v, item Value) (bool, *Exc) {
		t := AsTuple(item)
		if t == nil || len(t.Elems) != 2 {
			return false, nil
		}
		x, ok, e := ptr[dictView](v).dict.Get(c, t.Elems[0])
		if e != nil || !ok {
			return false, e
		}
		return Equal(c, x, t.Elems[1])
	}
	for _, t := range [...]*Type{DictKeysType, DictItemsType} {
		t.Slots.Compare = viewCompare
		t.Slots.Binary[OpAnd] = viewAnd
		t.Slots.Binary[OpOr] = viewOp(func(c *Ctx, s *Set, o Value) *Exc { return s.Update(c, o) })
		t.Slots.Binary[OpSub] = viewOp(setDifference)
		t.Slots.Binary[OpXor] = viewOp(setSymmetric)
		t.methods([]def{{"isdisjoint", "other, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			s, e := setFrom(c, a[0])
			if e != nil {
				return Null, e
			}
			return setIsDisjoint(c, []Value{s.Value(), a[1]}, nil)
		}}})
		t.iterables(1<<1, "isdisjoint")
	}
	initMappingProxy()
}

// viewOp makes a set of the left operand, a keys or items view in most cases, and
// changes it by the right one.
func viewOp(op func(c *Ctx, s *Set, o Value) *Exc) func(c *Ctx, a, b Value) (Value, *Exc) {
	return func(c *Ctx, a, b Value) (Value, *Exc) {
		if a.H.Type.Iter == nil {
			return NotImplemented, nil
		}
		s, e := setFrom(c, a)
		if e == nil {
			e = op(c, s, b)
		}
		if e != nil {
			return Null, e
		}
		return s.Value(), nil
	}
}

// viewAnd looks the items of one operand up in the other: in a set those of a
// smaller view, otherwise in the view those of whatever the other operand is.
func viewAnd(c *Ctx, a, b Value) (Value, *Exc) {
	if a.H.Type != DictKeysType && a.H.Type != DictItemsType {
		a, b = b, a
	}
	n := ptr[dictView](a).dict.used
	if s := AsSet(b); s != nil && b.H.Type == SetType && n <= s.used {
		r, e := intersection(c, s, a)
		if e != nil {
			return Null, e
		}
		return r.Value(), nil
	}
	if b.H.Type == DictKeysType || b.H.Type == DictItemsType {
		if ptr[dictView](b).dict.used > n {
			a, b = b, a
		}
	}
	items, e := Drain(c, b)
	if e != nil {
		return Null, e
	}
	r := NewSet()
	for _, x := range items {
		in, e := Contains(c, a, x)
		if e == nil && in {
			e = r.Add(c, x)
		}
		if e != nil {
			return Null, e
		}
	}
	return r.Value(), nil
}

func onlyNeedVM(e *Exc) *Exc {
	if e == needVM {
		return e
	}
	return nil
}

// setFrom makes a set of the items of a leaf iterable.
func setFrom(c *Ctx, v Value) (*Set, *Exc) {
	s := NewSet()
	return s, s.Update(c, v)
}

func isSetLike(v Value) bool {
	return v.H.Type == DictKeysType || v.H.Type == DictItemsType || v.H.Type.Layout == LayoutSet
}

func viewCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	if !isSetLike(a) || !isSetLike(b) {
		return NotImplemented, nil
	}
	x, e := setFrom(c, a)
	if e != nil {
		return Null, e
	}
	y, e := setFrom(c, b)
	if e != nil {
		return Null, e
	}
	return setCompare(c, x.Value(), y.Value(), op)
}

func initMappingProxy() {
	t := MappingProxyType
	s := &t.Slots
	inner := func(v Value) Value { return ptr[MappingProxy](v).Mapping }
	s.Repr = containerRepr
	s.Str = func(c *Ctx, v Value) (string, *Exc) { return StrOf(c, inner(v)) }
	s.Len = func(c *Ctx, v Value) (int, *Exc) { return Len(c, inner(v)) }
	s.GetItem = func(c *Ctx, v, k Value) (Value, *Exc) { return GetItem(c, inner(v), k) }
	s.Contains = func(c *Ctx, v, k Value) (bool, *Exc) { return Contains(c, inner(v), k) }
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) { return Iter(c, inner(v)) }
	t.leafIter = true
	s.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if op != bytecode.CmpEQ && op != bytecode.CmpNE {
			return NotImplemented, nil
		}
		if a.H.Type == MappingProxyType {
			a = inner(a)
		}
		if b.H.Type == MappingProxyType {
			b = inner(b)
		}
		return Compare(c, a, b, op)
	}
	s.Binary[OpOr] = func(c *Ctx, a, b Value) (Value, *Exc) {
		if a.H.Type == MappingProxyType {
			a = inner(a)
		}
		if b.H.Type == MappingProxyType {
			b = inner(b)
		}
		return Binary(c, OpOr, a, b, false)
	}
	s.Traverse = func(v Value, visit func(Value)) { visit(inner(v)) }
	t.staticMethods([]def{{"__new__", "mapping", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		if AsDict(a[1]) == nil && a[1].H.Type != MappingProxyType && (!a[1].H.Type.IsHeap() || a[1].H.Type.GetItem == nil) {
			return Null, NewExc(TypeError, "mappingproxy() argument must be a mapping, not %s", a[1].H.Type)
		}
		return NewMappingProxy(a[1]), nil
	}}})
	for _, name := range [...]string{"get", "keys", "values", "items", "copy", "__reversed__"} {
		sig := ""
		if name == "get" {
			sig = "key, default=None, /"
		}
		n := Intern(name)
		t.methods([]def{{name, sig, func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
			m := ptr[MappingProxy](a[0]).Mapping
			b := AsBuiltin(m.H.Type.Lookup(n))
			if b == nil {
				return Null, NeedVM
			}
			args := append([]Value{m}, a[1:]...)
			for len(args) > 1 && args[len(args)-1].IsNull() {
				args = args[:len(args)-1]
			}
			return b.Call(c, args, nil)
		}}})
	}
}
