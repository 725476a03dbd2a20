package object

import "strings"

// What the virtual machine needs to do itself what leaf operations cannot.

func objectEntry(name *Str) Value {
	v, _ := ObjectType.Dict.GetStr(name)
	return v
}

var objectInitValue Value

// ObjectInit is object.__init__.
func ObjectInit() Value { return objectInitValue }

// AbstractError is the refusal to make an instance of an abstract class, nil
// when it is not abstract after all.
func AbstractError(c *Ctx, t *Type) *Exc { return abstractError(c, t) }

// IsLeafMethod tells whether a class has its method from a built-in class.
func IsLeafMethod(t *Type, name *Str) bool {
	if !t.IsHeap() {
		return true
	}
	return AsBuiltin(t.Lookup(name)) != nil
}

// MatchSelf tells whether a class pattern with one positional sub-pattern matches
// the subject itself.
func MatchSelf(t *Type) bool {
	switch t.BuiltinBase() {
	case BoolType, ByteArrayType, BytesType, DictType, FloatType, FrozenSetType, IntType,
		ListType, SetType, StrType, TupleType:
		return true
	}
	return false
}

// ReprText is repr(v) for messages; the default form where Python code would run.
func ReprText(c *Ctx, v Value) string {
	s, e := Repr(c, v)
	if e != nil {
		return DefaultRepr(c, v)
	}
	return s
}

// DefaultRepr is object.__repr__(v).
func DefaultRepr(c *Ctx, v Value) string {
	s, _ := objectRepr(c, v)
	return s
}

// ReprCycle is how a container shows itself inside itself.
func ReprCycle(v Value) string {
	switch v.H.Type.Layout {
	case LayoutList:
		return "[...]"
	case LayoutTuple:
		return "(...)"
	case LayoutDict:
		return "{...}"
	case LayoutSet:
		return v.H.Type.Name + "(...)"
	}
	if v.H.Type == SimpleNamespaceType {
		return "namespace(...)"
	}
	return "..."
}

// ReprPart is a piece of a container's repr: text, then the repr of V unless it is Null.
type ReprPart struct {
	Text string
	V    Value
}

// ReprParts takes the repr of a container apart.
func ReprParts(c *Ctx, v Value) ([]ReprPart, bool) {
	t := v.H.Type
	switch t.Layout {
	case LayoutList:
		return listParts("[", ptr[List](v).Elems, "]"), true
	case LayoutTuple:
		elems := ptr[Tuple](v).Elems
		if len(elems) == 1 {
			return listParts("(", elems, ",)"), true
		}
		return listParts("(", elems, ")"), true
	case LayoutSet:
		s := ptr[Set](v)
		if s.used == 0 {
			return []ReprPart{{t.Name + "()", Null}}, true
		}
		if t == SetType {
			return listParts("{", s.Elems(), "}"), true
		}
		return listParts(t.Name+"({", s.Elems(), "})"), true
	case LayoutDict:
		return dictParts("{", ptr[Dict](v), "}"), true
	case LayoutExc:
		return listParts(t.Name+"(", ptr[Exc](v).Args, ")"), true
	}
	switch t {
	case DictKeysType, DictValuesType:
		elems, e := Drain(c, v)
		return listParts(t.Name+"([", elems, "])"), e == nil
	case DictItemsType:
		elems, e := Drain(c, v)
		return listParts("dict_items([", elems, "])"), e == nil
	case MappingProxyType:
		if d := AsDict(ptr[MappingProxy](v).Mapping); d != nil {
			return dictParts("mappingproxy({", d, "})"), true
		}
		return []ReprPart{{"mappingproxy(", ptr[MappingProxy](v).Mapping}, {")", Null}}, true
	case MethodType:
		m := ptr[BoundMethod](v)
		return []ReprPart{{"<bound method " + calleeName(c, m.Func) + " of ", m.Self}, {">", Null}}, true
	case ClassMethodType, StaticMethodType:
		return []ReprPart{{"<" + t.Name + "(", ptr[ClassMethod](v).Func}, {")>", Null}}, true
	case SliceType:
		s := ptr[Slice](v)
		return listParts("slice(", []Value{s.Start, s.Stop, s.Step}, ")"), true
	case SimpleNamespaceType:
		return namespaceParts(v), true
	case GenericAliasType:
		g := ptr[GenericAlias](v)
		parts := append(typeParts("", "", g.Origin), typeParts("[", ", ", g.Args...)...)
		if len(g.Args) == 0 {
			parts = append(parts, ReprPart{"[()", Null})
		}
		return append(parts, ReprPart{"]", Null}), true
	case UnionType:
		return append(typeParts("", " | ", ptr[Union](v).Args...), ReprPart{"", Null}), true
	}
	return nil, false
}

// listParts separates items by commas.
func listParts(open string, elems []Value, end string) []ReprPart {
	parts := make([]ReprPart, 0, len(elems)+1)
	text := open
	for _, x := range elems {
		parts = append(parts, ReprPart{text, x})
		text = ", "
	}
	if len(elems) == 0 {
		end = open + end
	}
	return append(parts, ReprPart{end, Null})
}

// typeParts shows types as aliases and unions do: classes by their names.
func typeParts(open, between string, types ...Value) []ReprPart {
	var parts []ReprPart
	for _, x := range types {
		switch t := AsType(x); {
		case x == Ellipsis:
			parts = append(parts, ReprPart{open + "...", Null})
		case t == NoneType:
			parts = append(parts, ReprPart{open + "None", Null})
		case t != nil:
			parts = append(parts, ReprPart{open + t.fullName(), Null})
		default:
			parts = append(parts, ReprPart{open, x})
		}
		open = between
	}
	return parts
}

func dictParts(open string, d *Dict, end string) []ReprPart {
	parts := make([]ReprPart, 0, 2*d.used+1)
	text := open
	for pos := 0; ; {
		k, x, ok := d.Next(&pos)
		if !ok {
			break
		}
		parts = append(parts, ReprPart{text, k}, ReprPart{": ", x})
		text = ", "
	}
	if d.used == 0 {
		end = open + end
	}
	return append(parts, ReprPart{end, Null})
}

func namespaceParts(v Value) []ReprPart {
	var parts []ReprPart
	name := "namespace"
	if v.H.Type != SimpleNamespaceType {
		name = v.H.Type.Name
	}
	text := name + "("
	d := AttrsOf(v).ToDict()
	for pos := 0; ; {
		k, x, ok := d.Next(&pos)
		if !ok {
			break
		}
		parts = append(parts, ReprPart{text + AsStr(k).Text + "=", x})
		text = ", "
	}
	if len(parts) == 0 {
		return []ReprPart{{text + ")", Null}}
	}
	return append(parts, ReprPart{")", Null})
}

// joinParts is the repr that parts describe, made by leaf operations.
func joinParts(c *Ctx, parts []ReprPart) (string, *Exc) {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
		if !p.V.IsNull() {
			s, e := Repr(c, p.V)
			if e != nil {
				return "", e
			}
			b.WriteString(s)
		}
	}
	return b.String(), nil
}

// containerRepr is the repr of containers that ReprParts knows.
func containerRepr(c *Ctx, v Value) (string, *Exc) {
	fresh, e := c.markRepr(v)
	if e != nil {
		return "", e
	}
	if !fresh {
		return ReprCycle(v), nil
	}
	defer c.unmarkRepr()
	parts, ok := ReprParts(c, v)
	if !ok {
		return "", NeedVM
	}
	return joinParts(c, parts)
}

// IsEmptyContainer tells whether v is a built-in container without items.
func IsEmptyContainer(v Value) bool {
	switch v.H.Type.Layout {
	case LayoutList:
		return len(ptr[List](v).Elems) == 0
	case LayoutTuple:
		return len(ptr[Tuple](v).Elems) == 0
	case LayoutDict:
		return ptr[Dict](v).used == 0
	case LayoutSet:
		return ptr[Set](v).used == 0
	}
	return false
}

// NewGroup makes an exception group: an ExceptionGroup unless a member is not an Exception.
func NewGroup(message string, members []Value) *Exc {
	t := ExceptionGroup
	for _, m := range members {
		if x := AsExc(m); x != nil && !x.Is(Exception) {
			t = BaseExceptionGroup
		}
	}
	return ExcArgs(t, NewStr(message), NewList(members))
}

// SetLeafIter says of a built-in class that iterating over its instances runs no
// Python code.
func SetLeafIter(t *Type) { t.leafIter = true }
