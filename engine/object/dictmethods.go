package object

import "loopscope/engine/bytecode"

func initDict() {
	t := DictType
	t.leafIter = true
	s := &t.Slots
	s.Repr = containerRepr
	s.Compare = dictCompare
	s.Len = func(c *Ctx, v Value) (int, *Exc) { return ptr[Dict](v).used, nil }
	s.GetItem = dictGetItem
	s.SetItem = func(c *Ctx, v, k, x Value) *Exc { return ptr[Dict](v).Set(c, k, x) }
	s.DelItem = func(c *Ctx, v, k Value) *Exc {
		ok, e := ptr[Dict](v).Delete(c, k)
		if e == nil && !ok {
			return NewKeyError(k)
		}
		return e
	}
	s.Contains = func(c *Ctx, v, k Value) (bool, *Exc) {
		_, ok, e := ptr[Dict](v).Get(c, k)
		return ok, e
	}
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) { return newDictIter(DictKeyIterType, ptr[Dict](v)), nil }
	s.Binary[OpOr] = dictOr
	s.InPlace[OpOr] = func(c *Ctx, a, b Value) (Value, *Exc) {
		return a, dictUpdate(c, ptr[Dict](a), b)
	}
	s.Traverse = func(v Value, visit func(Value)) {
		d := ptr[Dict](v)
		for i := range d.entries {
			if e := &d.entries[i]; e.Key.H != nil {
				visit(e.Key)
				visit(e.Val)
			}
		}
	}
	t.staticMethods([]def{{"__new__", "...", newEmpty}})
	t.methods([]def{
		{"__init__", "...", dictInit},
		{"get", "key, default=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			v, ok, e := ptr[Dict](a[0]).Get(c, a[1])
			if e != nil || ok {
				return v, e
			}
			if a[2].IsNull() {
				return None, nil
			}
			return a[2], nil
		}},
		{"setdefault", "key, default=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			d := ptr[Dict](a[0])
			v, ok, e := d.Get(c, a[1])
			if e != nil || ok {
				return v, e
			}
			if a[2].IsNull() {
				a[2] = None
			}
			return a[2], d.Set(c, a[1], a[2])
		}},
		{"popitem", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			d := ptr[Dict](a[0])
			for i := len(d.entries) - 1; i >= 0; i-- {
				if e := d.entries[i]; e.Key.H != nil {
					d.removeAt(i)
					return TupleOf(e.Key, e.Val), nil
				}
			}
			return Null, NewKeyError(NewStr("popitem(): dictionary is empty"))
		}},
		{"keys", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return newDictView(DictKeysType, a[0]), nil }},
		{"values", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return newDictView(DictValuesType, a[0]), nil }},
		{"items", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return newDictView(DictItemsType, a[0]), nil }},
		{"update", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
			return dictFill(c, "update", a, kw)
		}},
		{"clear", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			ptr[Dict](a[0]).Clear()
			return None, nil
		}},
		{"copy", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return ptr[Dict](a[0]).Copy().Value(), nil }},
		{"__reversed__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return newDictIter(DictReverseKeyIterType, ptr[Dict](a[0])), nil
		}},
	})
	t.methods([]def{{"pop", "key, default=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		if ptr[Dict](a[0]).Len() == 0 { // without asking for a hash
			if a[2].IsNull() {
				return Null, NewKeyError(a[1])
			}
			return a[2], nil
		}
		v, ok, e := ptr[Dict](a[0]).pop(c, a[1])
		if e != nil || ok {
			return v, e
		}
		if a[2].IsNull() {
			return Null, NewKeyError(a[1])
		}
		return a[2], nil
	}}})
	t.classMethods([]def{
		{"fromkeys", "iterable, value=None, /", dictFromKeys},
		{"__class_getitem__", "item, /", classGetItem},
	})
	t.iterables(1<<1, "fromkeys")
	initDictViews()
}

func dictGetItem(c *Ctx, v, k Value) (Value, *Exc) {
	x, ok, e := ptr[Dict](v).Get(c, k)
	if e != nil || ok {
		return x, e
	}
	if v.H.Type != DictType {
		if m := v.H.Type.Lookup(strMissing); !m.IsNull() {
			if b := AsBuiltin(m); b != nil && b.Leaf != nil {
				return b.Call(c, []Value{v, k}, nil)
			}
			return c.ask(Ask{Kind: AskCall, A: m, Args: []Value{v, k}})
		}
	}
	return Null, NewKeyError(k)
}

func dictCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	x, y := AsDict(a), AsDict(b)
	if x == nil || y == nil || op != bytecode.CmpEQ && op != bytecode.CmpNE {
		return NotImplemented, nil
	}
	eq, e := dictsEqual(c, x, y)
	return Bool(eq == (op == bytecode.CmpEQ)), e
}

func dictsEqual(c *Ctx, x, y *Dict) (bool, *Exc) {
	if x.used != y.used {
		return false, nil
	}
	if e := c.enter("in comparison"); e != nil {
		return false, e
	}
	defer c.leave()
	for pos := 0; ; {
		k, v, ok := x.Next(&pos)
		if !ok {
			return true, nil
		}
		i, e := y.find(c, k, x.entries[pos-1].Hash)
		if e != nil || i < 0 {
			return false, e
		}
		if eq, e := Equal(c, v, y.entries[i].Val); e != nil || !eq {
			return false, e
		}
	}
}

func dictOr(c *Ctx, a, b Value) (Value, *Exc) {
	x, y := AsDict(a), AsDict(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	n := x.Copy()
	return n.Value(), n.Update(c, y)
}

// dictInit is dict.__init__; dictFill does its work and update's.
func dictInit(c *Ctx, a []Value, kw []*Str) (Value, *Exc) { return dictFill(c, "dict", a, kw) }

func dictFill(c *Ctx, name string, a []Value, kw []*Str) (Value, *Exc) {
	n := len(a) - len(kw)
	if n > 2 {
		return Null, NewExc(TypeError, "%s expected at most 1 argument, got %d", name, n-1)
	}
	d := ptr[Dict](a[0])
	if n == 2 {
		if e := dictUpdate(c, d, a[1]); e != nil {
			return Null, e
		}
	}
	for i, k := range kw {
		d.SetStr(k, a[n+i])
	}
	return None, nil
}

// dictUpdate adds the items of a mapping or of an iterable of pairs.
func dictUpdate(c *Ctx, d *Dict, v Value) *Exc {
	if o := AsDict(v); o != nil && v.H.Type.pySlots&pyIter == 0 {
		return d.Update(c, o)
	}
	if v.H.Type == MappingProxyType {
		return dictUpdate(c, d, ptr[MappingProxy](v).Mapping)
	}
	pairs, e := pairsOf(c, v)
	if e != nil {
		return e
	}
	for i := 0; i < len(pairs); i += 2 {
		if e := d.Set(c, pairs[i], pairs[i+1]); e != nil {
			return e
		}
	}
	return nil
}

// pairsOf lists keys and values in turn. All of them are read before any is used,
// since reading may have to be replayed.
func pairsOf(c *Ctx, v Value) ([]Value, *Exc) {
	var out []Value
	if v.H.Type.IsHeap() && !v.H.Type.Lookup(strKeys).IsNull() {
		m, e := GetAttr(c, v, strKeys)
		if e != nil {
			return nil, e
		}
		ks, e := Invoke(c, m)
		if e != nil {
			return nil, e
		}
		keys, e := Drain(c, ks)
		if e != nil {
			return nil, e
		}
		for _, k := range keys {
			x, e := GetItem(c, v, k)
			if e != nil {
				return nil, e
			}
			out = append(out, k, x)
		}
		return out, nil
	}
	items, e := Drain(c, v)
	if e != nil {
		return nil, e
	}
	for i, x := range items {
		pair, e := Drain(c, x)
		if e != nil {
			if e != needVM && e.Type == TypeError {
				return nil, NewExc(TypeError, "cannot convert dictionary update sequence element #%d to a sequence", i)
			}
			return nil, e
		}
		if len(pair) != 2 {
			return nil, NewExc(ValueError, "dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
		}
		out = append(out, pair[0], pair[1])
	}
	return out, nil
}

func dictFromKeys(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	if AsType(a[0]) != DictType {
		return Null, NeedVM
	}
	v := a[2]
	if v.IsNull() {
		v = None
	}
	keys, e := Drain(c, a[1])
	if e != nil {
		return Null, e
	}
	d := NewDict()
	for _, k := range keys {
		if e := d.Set(c, k, v); e != nil {
			return Null, e
		}
	}
	return d.Value(), nil
}
