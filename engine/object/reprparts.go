package object

// ReprPart is a piece of the repr of a container: a text, then, unless V is
// Null, the repr of V.
type ReprPart struct {
	Text string
	V    Value
}

// ReprParts says of what the repr of a container is made, for containers some
// of whose items have a __repr__ in Python; false for everything else.
func ReprParts(c *Ctx, v Value) ([]ReprPart, bool) {
	prefix, suffix := "", ""
	heapName := func(base *Type) {
		if v.H.Type != base {
			prefix = v.H.Type.Name + "("
			suffix = ")"
		}
	}
	switch v.H.Type.Layout {
	case LayoutList:
		return seqParts("[", AsList(v).Elems, "]"), true
	case LayoutTuple:
		el := AsTuple(v).Elems
		if len(el) == 1 {
			return seqParts("(", el, ",)"), true
		}
		return seqParts("(", el, ")"), true
	case LayoutDict:
		return dictParts(AsDict(v)), true
	case LayoutSet:
		if v.H.Type.IsSubtype(FrozenSetType) {
			prefix, suffix = v.H.Type.Name+"(", ")"
		} else {
			heapName(SetType)
		}
		el, e := Drain(c, v)
		if e != nil {
			return nil, false
		}
		return seqParts(prefix+"{", el, "}"+suffix), true
	case LayoutExc:
		x := AsExc(v)
		return seqParts(v.H.Type.Name+"(", x.Args, ")"), true
	}
	switch v.H.Type {
	case DictKeysType, DictValuesType, DictItemsType:
		el, e := Drain(c, v)
		if e != nil {
			return nil, false
		}
		return seqParts(v.H.Type.Name+"([", el, "])"), true
	case MethodType:
		m := AsBoundMethod(v)
		name := "?"
		if f := AsFunction(m.Func); f != nil {
			name = f.QualName.Text
		}
		return []ReprPart{{"<bound method " + name + " of ", m.Self}, {">", Null}}, true
	case SliceType:
		s := AsSlice(v)
		return seqParts("slice(", []Value{s.Start, s.Stop, s.Step}, ")"), true
	}
	return nil, false
}

func seqParts(open string, el []Value, end string) []ReprPart {
	parts := make([]ReprPart, 0, len(el)+1)
	for i, v := range el {
		text := ", "
		if i == 0 {
			text = open
		}
		parts = append(parts, ReprPart{text, v})
	}
	if len(el) == 0 {
		end = open + end
	}
	return append(parts, ReprPart{end, Null})
}

func dictParts(d *Dict) []ReprPart {
	parts := make([]ReprPart, 0, 2*d.Len()+1)
	pos := 0
	text := "{"
	for {
		k, v, ok := d.Next(&pos)
		if !ok {
			break
		}
		parts = append(parts, ReprPart{text, k}, ReprPart{": ", v})
		text = ", "
	}
	end := "}"
	if len(parts) == 0 {
		end = "{}"
	}
	return append(parts, ReprPart{end, Null})
}

// ReprCycle is what stands in a repr for a container inside itself.
func ReprCycle(v Value) string {
	switch v.H.Type.Layout {
	case LayoutList:
		return "[...]"
	case LayoutTuple:
		return "(...)"
	case LayoutDict:
		return "{...}"
	}
	return "..."
}

// DefaultRepr is object.__repr__(v).
func DefaultRepr(c *Ctx, v Value) string {
	s, _ := objectRepr(c, v)
	return s
}

// ReprText is repr(v) where v is known to be of a built-in class; the default repr otherwise.
func ReprText(c *Ctx, v Value) string {
	s, e := Repr(c, v)
	if e != nil {
		return DefaultRepr(c, v)
	}
	return s
}

// NewGroup makes an exception group of the class that its members ask for.
func NewGroup(message string, members []Value) *Exc {
	t := ExceptionGroup
	for _, m := range members {
		if x := AsExc(m); x != nil && !x.Is(Exception) {
			t = BaseExceptionGroup
		}
	}
	return ExcArgs(t, NewStr(message), NewList(members))
}

// IsEmptyContainer tells whether v is a list, tuple or dict without items.
func IsEmptyContainer(v Value) bool {
	switch v.H.Type {
	case ListType:
		return len(ptr[List](v).Elems) == 0
	case TupleType:
		return len(ptr[Tuple](v).Elems) == 0
	case DictType:
		return ptr[Dict](v).Len() == 0
	}
	return false
}

// MatchSelf tells whether a class pattern with one positional sub-pattern
// matches the object itself (PEP 634).
func MatchSelf(t *Type) bool {
	switch t.Layout {
	case LayoutInt, LayoutFloat, LayoutStr, LayoutBytes, LayoutByteArray, LayoutTuple, LayoutList, LayoutDict, LayoutSet:
		return true
	}
	return false
}

// AbstractError is the TypeError of instantiating a class with abstract methods.
func AbstractError(c *Ctx, t *Type) *Exc { return abstractError(c, t) }

// SetTypeAttr is type.__setattr__ (__delattr__ when v is Null).
func SetTypeAttr(c *Ctx, t *Type, name *Str, v Value) *Exc { return typeSetAttr(c, t, name, v) }
