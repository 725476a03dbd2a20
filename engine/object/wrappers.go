package object

import "loopscope/engine/bytecode"

// Slot wrappers: the entries of a built-in class's dictionary that stand for its
// slots, such as int.__add__, so that dir(), super() and explicit calls find them.

// addSlotWrappers adds the wrappers of the slots that t has and its base has not,
// or has in another form.
func addSlotWrappers(t *Type) {
	own := func(name, sig string, leaf LeafFunc) {
		n := Intern(name)
		if _, ok := t.Dict.GetStr(n); ok {
			return
		}
		kind := KindSlot
		if plainMethod(t, name) {
			kind = KindMethod
		}
		b := &Builtin{Header: Header{Type: descriptorType(kind)}, Name: name, Leaf: leaf, Owner: t, Kind: kind, Sig: Sig(sig), Module: t.Module}
		t.Dict.SetStr(n, b.Value())
	}
	base := &Slots{}
	if t.Base != nil {
		base = &t.Base.Slots
	}
	s := &t.Slots
	if s.Repr != nil && !sameFunc(s.Repr, base.Repr) {
		own("__repr__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return strResult(s.Repr(c, a[0])) })
	}
	if s.Str != nil && !sameFunc(s.Str, base.Str) {
		own("__str__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return strResult(s.Str(c, a[0])) })
	}
	if s.Hash != nil && !sameFunc(s.Hash, base.Hash) {
		own("__hash__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			h, e := s.Hash(c, a[0])
			return Int(h), e
		})
	} else if s.Hash == nil && base.Hash != nil {
		t.Dict.SetStr(strHash, None)
	}
	if s.Compare != nil && !sameFunc(s.Compare, base.Compare) {
		for op, n := range [...]string{"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"} {
			own(n, "value, /", compareWrapper(s, op))
		}
	}
	if s.Bool != nil && !sameFunc(s.Bool, base.Bool) {
		own("__bool__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			r, e := s.Bool(c, a[0])
			return Bool(r), e
		})
	}
	if s.Len != nil && !sameFunc(s.Len, base.Len) {
		own("__len__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			n, e := s.Len(c, a[0])
			return Int(int64(n)), e
		})
	}
	for op := range NumBinOps {
		n := binMethodNames[op]
		if s.Binary[op] != nil && !sameFunc(s.Binary[op], base.Binary[op]) {
			own("__"+n+"__", binarySig(op), func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
				r, e := s.Binary[op](c, a[0], a[1])
				if r == NotImplemented && op == OpAdd && isSequence(a[0]) {
					return Null, sequenceOperand(op, a[0], a[1])
				}
				return r, e
			})
			if !t.leafIter || op == OpMul || op == OpMod && isSequenceType(t) || t.Layout == LayoutDict || t.Layout == LayoutSet {
				if !(t.leafIter && op == OpAdd) {
					own("__r"+n+"__", binarySig(op), func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return s.Binary[op](c, a[1], a[0]) })
				}
			}
		}
		if s.InPlace[op] != nil && !sameFunc(s.InPlace[op], base.InPlace[op]) {
			own("__i"+n+"__", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return s.InPlace[op](c, a[0], a[1]) })
		}
	}
	unary := func(name string, f, g func(*Ctx, Value) (Value, *Exc)) {
		if f != nil && !sameFunc(f, g) {
			own(name, "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return f(c, a[0]) })
		}
	}
	unary("__neg__", s.Neg, base.Neg)
	unary("__pos__", s.Pos, base.Pos)
	unary("__invert__", s.Invert, base.Invert)
	unary("__iter__", s.Iter, base.Iter)
	if s.Next != nil && !sameFunc(s.Next, base.Next) {
		own("__next__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			v, e := s.Next(c, a[0])
			if e == nil && v.IsNull() {
				return Null, NewStopIteration(None)
			}
			return v, e
		})
	}
	addItemWrappers(s, base, own)
}

func binarySig(op BinOp) string {
	if op == OpPow {
		return "value, mod=None, /"
	}
	return "value, /"
}

func addItemWrappers(s, base *Slots, own func(name, sig string, leaf LeafFunc)) {
	if s.GetItem != nil && !sameFunc(s.GetItem, base.GetItem) {
		own("__getitem__", "key, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return s.GetItem(c, a[0], a[1]) })
	}
	if s.SetItem != nil && !sameFunc(s.SetItem, base.SetItem) {
		own("__setitem__", "key, value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return None, s.SetItem(c, a[0], a[1], a[2]) })
	}
	if s.DelItem != nil && !sameFunc(s.DelItem, base.DelItem) {
		own("__delitem__", "key, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return None, s.DelItem(c, a[0], a[1]) })
	}
	if s.Contains != nil && !sameFunc(s.Contains, base.Contains) {
		own("__contains__", "key, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			r, e := s.Contains(c, a[0], a[1])
			return Bool(r), e
		})
	}
	if s.Format != nil && !sameFunc(s.Format, base.Format) {
		own("__format__", "format_spec, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			spec := AsStr(a[1])
			if spec == nil {
				return Null, NewExc(TypeError, "__format__() argument must be str, not %s", a[1].H.Type)
			}
			return strResult(s.Format(c, a[0], spec.Text))
		})
	}
	if s.Get != nil && !sameFunc(s.Get, base.Get) {
		own("__get__", "instance, owner=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			obj := a[1]
			if obj.IsNone() {
				obj = Null
			}
			var owner *Type
			if !a[2].IsNull() {
				owner = AsType(a[2])
			}
			if obj.IsNull() && owner == nil {
				return Null, NewExc(TypeError, "__get__(None, None) is invalid")
			}
			v, e := s.Get(c, a[0], obj, owner)
			if p := AsProperty(a[0]); p != nil && e == NeedVM {
				return Invoke(c, p.Getter, obj)
			}
			return v, e
		})
	}
	if s.Set != nil && !sameFunc(s.Set, base.Set) {
		own("__set__", "instance, value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			e := s.Set(c, a[0], a[1], a[2])
			if p := AsProperty(a[0]); p != nil && e == NeedVM {
				_, e = Invoke(c, p.Setter, a[1], a[2])
			}
			return None, e
		})
		own("__delete__", "instance, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			e := s.Set(c, a[0], a[1], Null)
			if p := AsProperty(a[0]); p != nil && e == NeedVM {
				_, e = Invoke(c, p.Deleter, a[1])
			}
			return None, e
		})
	}
}

// plainMethod tells of special methods that the reference has as ordinary methods beside the slots.
func plainMethod(t *Type, name string) bool {
	switch name {
	case "__format__":
		return true
	case "__getitem__":
		return t == ListType || t == DictType
	case "__contains__":
		return t == DictType || t == SetType || t == FrozenSetType
	}
	return false
}

func compareWrapper(s *Slots, op int) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return s.Compare(c, a[0], a[1], op) }
}

func strResult(s string, e *Exc) (Value, *Exc) {
	if e != nil {
		return Null, e
	}
	return NewStr(s), nil
}

// objectCompare is object's ==, != and refusal to order.
func objectCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	switch op {
	case bytecode.CmpEQ:
		if a == b {
			return True, nil
		}
	case bytecode.CmpNE:
		if a == b {
			return False, nil
		}
		r, e := a.H.Type.Compare(c, a, b, bytecode.CmpEQ)
		if e != nil || r == NotImplemented {
			return r, e
		}
		t, e := Truth(c, r)
		return Bool(!t), e
	}
	return NotImplemented, nil
}
