package object

import "loopscope/engine/bytecode"

func initSet() {
	for _, t := range [...]*Type{SetType, FrozenSetType} {
		initAnySet(t)
	}
	t := SetType
	t.staticMethods([]def{{"__new__", "...", newEmpty}})
	t.Slots.InPlace[OpOr] = setInPlace(func(c *Ctx, s *Set, o Value) *Exc { return s.Update(c, o) })
	t.Slots.InPlace[OpAnd] = setInPlace(setIntersect)
	t.Slots.InPlace[OpSub] = setInPlace(setDifference)
	t.Slots.InPlace[OpXor] = setInPlace(setSymmetric)
	t.methods([]def{
		{"__init__", "iterable=(), /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			s := ptr[Set](a[0])
			s.Clear()
			if a[1].IsNull() {
				return None, nil
			}
			return None, s.Update(c, a[1])
		}},
		{"add", "object, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return None, ptr[Set](a[0]).Add(c, a[1]) }},
		{"discard", "object, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			_, e := ptr[Set](a[0]).Discard(c, setKey(a[1]))
			return None, e
		}},
		{"remove", "object, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			ok, e := ptr[Set](a[0]).Discard(c, setKey(a[1]))
			if e == nil && !ok {
				e = NewKeyError(a[1])
			}
			return None, e
		}},
		{"pop", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			v := ptr[Set](a[0]).pop()
			if v.IsNull() {
				return Null, NewKeyError(NewStr("pop from an empty set"))
			}
			return v, nil
		}},
		{"clear", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			ptr[Set](a[0]).Clear()
			return None, nil
		}},
		{"update", "*others", setEach(func(c *Ctx, s *Set, o Value) *Exc { return s.Update(c, o) })},
		{"intersection_update", "*others", setEach(setIntersect)},
		{"difference_update", "*others", setEach(setDifference)},
		{"symmetric_difference_update", "other, /", setEach(setSymmetric)},
	})
	t.iterables(1<<1, "__init__", "symmetric_difference_update")
	t.iterables(^uint32(1), "update", "intersection_update", "difference_update")
	FrozenSetType.Slots.Hash = func(c *Ctx, v Value) (int64, *Exc) { return ptr[Set](v).hashFrozen(), nil }
	FrozenSetType.staticMethods([]def{{"__new__", "iterable=(), /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		k := AsType(a[0])
		if k == nil {
			return Null, NewExc(TypeError, "frozenset.__new__(X): X is not a type object (%s)", a[0].H.Type)
		}
		if k == FrozenSetType && !a[1].IsNull() && a[1].H.Type == FrozenSetType {
			return a[1], nil
		}
		s := newSetOf(FrozenSetType)
		if k != FrozenSetType {
			s = AsSet(NewInstance(k))
			s.init()
		}
		if !a[1].IsNull() {
			if e := s.Update(c, a[1]); e != nil {
				return Null, e
			}
		}
		return s.Value(), nil
	}}})
	FrozenSetType.iterables(1<<1, "__new__")
}

// initAnySet gives set and frozenset what they share.
func initAnySet(t *Type) {
	t.leafIter = true
	s := &t.Slots
	s.Repr = containerRepr
	s.Compare = setCompare
	s.Len = func(c *Ctx, v Value) (int, *Exc) { return ptr[Set](v).used, nil }
	s.Contains = func(c *Ctx, v, k Value) (bool, *Exc) { return ptr[Set](v).Contains(c, setKey(k)) }
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) { return newSetIter(ptr[Set](v)), nil }
	s.Binary[OpAnd], s.Binary[OpOr], s.Binary[OpSub], s.Binary[OpXor] = setAnd, setOr, setSub, setXor
	s.Traverse = func(v Value, visit func(Value)) {
		for _, x := range ptr[Set](v).Elems() {
			visit(x)
		}
	}
	t.methods([]def{
		{"copy", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if a[0].H.Type == FrozenSetType {
				return a[0], nil
			}
			return ptr[Set](a[0]).Copy(c, ptr[Set](a[0]).plain()).Value(), nil
		}},
		{"union", "*others", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			s := ptr[Set](a[0])
			n := s.Copy(c, s.plain())
			for _, o := range a[1:] {
				if e := n.Update(c, o); e != nil {
					return Null, e
				}
			}
			return n.Value(), nil
		}},
		{"intersection", "*others", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			s := ptr[Set](a[0])
			if len(a) == 1 {
				return s.Copy(c, s.plain()).Value(), nil
			}
			for _, o := range a[1:] {
				n, e := intersection(c, s, o)
				if e != nil {
					return Null, e
				}
				s = n
			}
			return s.Value(), nil
		}},
		{"difference", "*others", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			s := ptr[Set](a[0])
			if len(a) == 1 {
				return s.Copy(c, s.plain()).Value(), nil
			}
			n, e := difference(c, s, a[1])
			for _, o := range a[2:] {
				if e == nil {
					e = setDifference(c, n, o)
				}
			}
			if e != nil {
				return Null, e
			}
			return n.Value(), nil
		}},
		{"symmetric_difference", "other, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return symmetric(c, ptr[Set](a[0]), a[1])
		}},
		{"issubset", "other, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			o, e := asSetOf(c, a[1])
			if e != nil {
				return Null, e
			}
			r, e := ptr[Set](a[0]).subsetOf(c, o)
			return Bool(r), e
		}},
		{"issuperset", "other, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			o, e := asSetOf(c, a[1])
			if e != nil {
				return Null, e
			}
			r, e := o.subsetOf(c, ptr[Set](a[0]))
			return Bool(r), e
		}},
		{"isdisjoint", "other, /", setIsDisjoint},
	})
	t.iterables(1<<1, "symmetric_difference", "issubset", "issuperset", "isdisjoint")
	t.iterables(^uint32(1), "union", "intersection", "difference")
	t.classMethods([]def{{"__class_getitem__", "item, /", classGetItem}})
}

// plain is set or frozenset, whichever s is an instance of.
func (s *Set) plain() *Type {
	if s.Type.IsSubtype(FrozenSetType) {
		return FrozenSetType
	}
	return SetType
}

// setKey makes a set that is looked for in a set hashable.
func setKey(k Value) Value {
	if s := AsSet(k); s != nil && s.plain() == SetType && k.H.Type.pySlots&pyHash == 0 {
		n := newSetOf(FrozenSetType)
		n.table, n.mask, n.fill, n.used = s.table, s.mask, s.fill, s.used
		return n.Value()
	}
	return k
}

func asSetOf(c *Ctx, v Value) (*Set, *Exc) {
	if s := AsSet(v); s != nil && v.H.Type.pySlots&pyIter == 0 {
		return s, nil
	}
	return setFrom(c, v)
}

func setEach(f func(c *Ctx, s *Set, o Value) *Exc) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		for _, o := range a[1:] {
			if e := f(c, ptr[Set](a[0]), o); e != nil {
				return Null, e
			}
		}
		return None, nil
	}
}

func setInPlace(f func(c *Ctx, s *Set, o Value) *Exc) func(c *Ctx, a, b Value) (Value, *Exc) {
	return func(c *Ctx, a, b Value) (Value, *Exc) {
		if AsSet(b) == nil {
			return NotImplemented, nil
		}
		return a, f(c, ptr[Set](a), b)
	}
}

// take replaces the contents of s.
func (s *Set) take(o *Set) {
	s.mods++
	s.mask, s.fill, s.used, s.finger = o.mask, o.fill, o.used, 0
	if len(o.table) == setMinSize {
		s.small = o.small
		s.table = s.small[:]
		return
	}
	s.table = o.table
}

func setIntersect(c *Ctx, s *Set, o Value) *Exc {
	n, e := intersection(c, s, o)
	if e == nil {
		s.take(n)
	}
	return e
}

// intersection walks over the smaller of two sets, or over any other iterable.
func intersection(c *Ctx, s *Set, o Value) (*Set, *Exc) {
	n := newSetOf(s.plain())
	if t := AsSet(o); t != nil {
		if t == s {
			return s.Copy(c, s.plain()), nil
		}
		small, large := t, s
		if t.used > s.used {
			small, large = s, t
		}
		for i := 0; i < len(small.table); i++ {
			e := small.table[i]
			if e.key.H == nil {
				continue
			}
			j, x := large.lookup(c, e.key, e.hash)
			if x != nil {
				return nil, x
			}
			if j >= 0 {
				if x := n.addHashed(c, e.key, e.hash); x != nil {
					return nil, x
				}
			}
		}
		return n, nil
	}
	items, e := Drain(c, o)
	if e != nil {
		return nil, e
	}
	for _, k := range items {
		h, e := dictHash(c, k)
		if e != nil {
			return nil, e
		}
		j, e := s.lookup(c, k, h)
		if e != nil {
			return nil, e
		}
		if j >= 0 {
			if e := n.addHashed(c, k, h); e != nil {
				return nil, e
			}
		}
	}
	return n, nil
}

// setDifference removes the items of o from s.
func setDifference(c *Ctx, s *Set, o Value) *Exc {
	s.init()
	if t := AsSet(o); t != nil {
		if t == s {
			s.Clear()
			return nil
		}
		if t.used>>3 > s.used {
			n, e := intersection(c, s, o)
			if e != nil {
				return e
			}
			t = n
		}
		for i := 0; i < len(t.table); i++ {
			if e := t.table[i]; e.key.H != nil {
				if _, x := s.discardHashed(c, e.key, e.hash); x != nil {
					return x
				}
			}
		}
	} else {
		items, e := Drain(c, o)
		if e != nil {
			return e
		}
		for _, k := range items {
			if _, e := s.Discard(c, k); e != nil {
				return e
			}
		}
	}
	if s.fill-s.used > s.mask/5 {
		s.resize(s.growth())
	}
	return nil
}

// difference is s - o as a new set.
func difference(c *Ctx, s *Set, o Value) (*Set, *Exc) {
	t := AsSet(o)
	d := AsDict(o)
	if t == nil && d == nil {
		n := s.Copy(c, s.plain())
		return n, setDifference(c, n, o)
	}
	size := 0
	if t != nil {
		size = t.used
	} else {
		size = d.used
	}
	if s.used>>2 > size {
		n := s.Copy(c, s.plain())
		return n, setDifference(c, n, o)
	}
	n := newSetOf(s.plain())
	for i := 0; i < len(s.table); i++ {
		e := s.table[i]
		if e.key.H == nil {
			continue
		}
		var j int
		var x *Exc
		if t != nil {
			j, x = t.lookup(c, e.key, e.hash)
		} else {
			j, x = d.find(c, e.key, e.hash)
		}
		if x != nil {
			return nil, x
		}
		if j < 0 {
			if x := n.addHashed(c, e.key, e.hash); x != nil {
				return nil, x
			}
		}
	}
	return n, nil
}

// setSymmetric changes s to hold what is in s or o but not in both.
func setSymmetric(c *Ctx, s *Set, o Value) *Exc {
	s.init()
	t := AsSet(o)
	if t == s {
		s.Clear()
		return nil
	}
	if t == nil {
		var e *Exc
		if t, e = setFrom(c, o); e != nil {
			return e
		}
	}
	for i := 0; i < len(t.table); i++ {
		e := t.table[i]
		if e.key.H == nil {
			continue
		}
		there, x := s.discardHashed(c, e.key, e.hash)
		if x == nil && !there {
			x = s.addHashed(c, e.key, e.hash)
		}
		if x != nil {
			return x
		}
	}
	return nil
}

func symmetric(c *Ctx, s *Set, o Value) (Value, *Exc) {
	n := newSetOf(s.plain())
	if e := n.Update(c, o); e != nil {
		return Null, e
	}
	if e := setSymmetric(c, n, s.Value()); e != nil {
		return Null, e
	}
	return n.Value(), nil
}

func setPair(a, b Value) (x, y *Set) { return AsSet(a), AsSet(b) }

func setAnd(c *Ctx, a, b Value) (Value, *Exc) {
	x, y := setPair(a, b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	n, e := intersection(c, x, b)
	if e != nil {
		return Null, e
	}
	return n.Value(), nil
}

func setOr(c *Ctx, a, b Value) (Value, *Exc) {
	x, y := setPair(a, b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	n := x.Copy(c, x.plain())
	return n.Value(), n.merge(c, y)
}

func setSub(c *Ctx, a, b Value) (Value, *Exc) {
	x, y := setPair(a, b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	n, e := difference(c, x, b)
	if e != nil {
		return Null, e
	}
	return n.Value(), nil
}

func setXor(c *Ctx, a, b Value) (Value, *Exc) {
	x, y := setPair(a, b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	return symmetric(c, x, b)
}

func (s *Set) subsetOf(c *Ctx, o *Set) (bool, *Exc) {
	if s.used > o.used {
		return false, nil
	}
	for i := 0; i < len(s.table); i++ {
		e := s.table[i]
		if e.key.H == nil {
			continue
		}
		if j, x := o.lookup(c, e.key, e.hash); x != nil || j < 0 {
			return false, x
		}
	}
	return true, nil
}

func setCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	x, y := AsSet(a), AsSet(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	var r bool
	var e *Exc
	switch op {
	case bytecode.CmpEQ, bytecode.CmpNE:
		if x.used == y.used {
			r, e = x.subsetOf(c, y)
		}
		r = r == (op == bytecode.CmpEQ)
	case bytecode.CmpLE:
		r, e = x.subsetOf(c, y)
	case bytecode.CmpGE:
		r, e = y.subsetOf(c, x)
	case bytecode.CmpLT:
		if x.used < y.used {
			r, e = x.subsetOf(c, y)
		}
	case bytecode.CmpGT:
		if y.used < x.used {
			r, e = y.subsetOf(c, x)
		}
	}
	return Bool(r), e
}

func setIsDisjoint(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	n, e := intersection(c, ptr[Set](a[0]), a[1])
	if e != nil {
		return Null, e
	}
	return Bool(n.used == 0), nil
}
