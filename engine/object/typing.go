package object

import (
	"strings"

	"loopscope/engine/bytecode"
)

// GenericAlias is list[int]; Union is int | None.
type GenericAlias struct {
	Header
	Origin Value
	Args   []Value
	params Value // type variables among Args, a tuple, computed when asked for
	star   bool  // *tuple[int], as it stands among the arguments of another form
}

// Union is a union type.
type Union struct {
	Header
	Args []Value
}

// NewGenericAlias makes origin[args].
func NewGenericAlias(origin, args Value) Value {
	g := &GenericAlias{Header: Header{Type: GenericAliasType}, Origin: origin}
	if t := AsTuple(args); t != nil {
		g.Args = t.Elems
	} else {
		g.Args = []Value{args}
	}
	aliasParams(g) // now, while those of the arguments are known
	return Obj(&g.Header)
}

// AsGenericAlias is the GenericAlias that v is.
func AsGenericAlias(v Value) *GenericAlias { return exact[GenericAlias](v, GenericAliasType) }

func classGetItem(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return NewGenericAlias(a[0], a[1]), nil }

// typeGetItem is t[key] for a class.
func typeGetItem(c *Ctx, t *Type, key Value) (Value, *Exc) {
	m := t.Lookup(strClassGetItem)
	if b := AsBuiltin(m); b != nil {
		return b.Call(c, []Value{t.Value(), key}, nil)
	}
	if !m.IsNull() {
		return Null, NeedVM
	}
	if t == TypeType {
		return NewGenericAlias(t.Value(), key), nil
	}
	return Null, NewExc(TypeError, "type '%s' is not subscriptable", t)
}

// typeOr is X | Y for classes, None, aliases and unions.
func typeOr(c *Ctx, a, b Value) (Value, *Exc) {
	if !unionable(a) || !unionable(b) {
		return NotImplemented, nil
	}
	return NewUnion(c, a, b)
}

func unionable(v Value) bool {
	return v.IsNone() || AsType(v) != nil || v.H.Type == GenericAliasType || v.H.Type == UnionType
}

// NewUnion makes the union of types, without duplicates; of one it is that type.
func NewUnion(c *Ctx, members ...Value) (Value, *Exc) {
	var args []Value
	var add func(v Value) *Exc
	add = func(v Value) *Exc {
		if u := exact[Union](v, UnionType); u != nil {
			for _, x := range u.Args {
				if e := add(x); e != nil {
					return e
				}
			}
			return nil
		}
		if v.IsNone() {
			v = NoneType.Value()
		}
		for _, x := range args {
			if eq, e := Equal(c, x, v); e != nil || eq {
				return e
			}
		}
		args = append(args, v)
		return nil
	}
	for _, m := range members {
		if e := add(m); e != nil {
			return Null, e
		}
	}
	if len(args) == 1 {
		return args[0], nil
	}
	return Obj(&(&Union{Header{Type: UnionType}, args}).Header), nil
}

// typeArgText is how an alias shows one of its arguments.
func typeArgText(c *Ctx, v Value) (string, *Exc) {
	if v == Ellipsis {
		return "...", nil
	}
	if t := AsType(v); t != nil {
		if t == NoneType {
			return "None", nil
		}
		return t.fullName(), nil
	}
	return Repr(c, v)
}

func initTyping() {
	t := GenericAliasType
	g := ptr[GenericAlias]
	t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		if e := c.enter("while getting the repr of an object"); e != nil {
			return "", e
		}
		defer c.leave()
		s, e := typeArgText(c, g(v).Origin)
		if e != nil {
			return "", e
		}
		parts := make([]string, len(g(v).Args))
		for i, x := range g(v).Args {
			if parts[i], e = typeArgText(c, x); e != nil {
				return "", e
			}
		}
		if len(parts) == 0 {
			parts = []string{"()"}
		}
		if g(v).star {
			s = "*" + s
		}
		return s + "[" + strings.Join(parts, ", ") + "]", nil
	}
	t.Slots.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if a.H.Type != t || b.H.Type != t || op != bytecode.CmpEQ && op != bytecode.CmpNE {
			return NotImplemented, nil
		}
		eq, e := Equal(c, g(a).Origin, g(b).Origin)
		if eq = eq && g(a).star == g(b).star; e == nil && eq {
			eq, e = Equal(c, NewTuple(g(a).Args), NewTuple(g(b).Args))
		}
		return Bool(eq == (op == bytecode.CmpEQ)), e
	}
	t.Slots.Hash = func(c *Ctx, v Value) (int64, *Exc) {
		return hashTuple(c, append([]Value{g(v).Origin}, g(v).Args...), Hash)
	}
	t.Slots.Binary[OpOr] = typeOr
	t.Slots.GetItem = aliasGetItem
	t.Slots.Iter = func(c *Ctx, v Value) (Value, *Exc) {
		starred := *g(v)
		starred.star = true
		return Iter(c, NewList([]Value{Obj(&starred.Header)}))
	}
	t.Slots.GetAttr = func(c *Ctx, v Value, name *Str) (Value, *Exc) {
		switch name.Text {
		case "__origin__", "__args__", "__parameters__", "__class__", "__mro_entries__", "__reduce__",
			"__reduce_ex__", "__copy__", "__deepcopy__", "__unpacked__", "__instancecheck__", "__subclasscheck__", "__typing_unpacked_tuple_args__":
			return Null, nil
		}
		return GetAttr(c, g(v).Origin, name)
	}
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		visit(g(v).Origin)
		for _, x := range g(v).Args {
			visit(x)
		}
	}
	t.addMember("__origin__", func(c *Ctx, v Value) (Value, *Exc) { return g(v).Origin, nil }, nil)
	t.addMember("__args__", func(c *Ctx, v Value) (Value, *Exc) { return NewTuple(g(v).Args), nil }, nil)
	t.AddGetSet("__unpacked__", func(c *Ctx, v Value) (Value, *Exc) { return Bool(g(v).star), nil }, nil)
	t.AddGetSet("__typing_unpacked_tuple_args__", func(c *Ctx, v Value) (Value, *Exc) {
		if o := AsType(g(v).Origin); g(v).star && o != nil && o.IsSubtype(TupleType) {
			return NewTuple(g(v).Args), nil
		}
		return None, nil
	}, nil)
	t.AddGetSet("__parameters__", func(c *Ctx, v Value) (Value, *Exc) { return aliasParams(g(v)), nil }, nil)
	t.staticMethods([]def{{"__new__", "origin, args, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		return NewGenericAlias(a[1], a[2]), nil
	}}})
	t.methods([]def{
		{"__mro_entries__", "bases, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return TupleOf(g(a[0]).Origin), nil }},
		{"__instancecheck__", "instance, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return Null, NewExc(TypeError, "isinstance() argument 2 cannot be a parameterized generic")
		}},
		{"__subclasscheck__", "subclass, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return Null, NewExc(TypeError, "issubclass() argument 2 cannot be a parameterized generic")
		}},
	})
	initUnion()
	initNamespace()
}

// isTypeVar tells whether v is a type variable of module typing.
func isTypeVar(v Value) bool {
	n := v.H.Type.Name
	return n == "TypeVar" || n == "ParamSpec" || n == "TypeVarTuple"
}

func aliasParams(g *GenericAlias) Value {
	if g.params.IsNull() {
		var out []Value
		add := func(v Value) {
			for _, x := range out {
				if x == v {
					return
				}
			}
			out = append(out, v)
		}
		for _, a := range g.Args {
			if isTypeVar(a) {
				add(a)
			} else if x := AsGenericAlias(a); x != nil && x != g {
				for _, p := range AsTuple(aliasParams(x)).Elems {
					add(p)
				}
			} else if attrs := AttrsOf(a); attrs != nil && a.H.Type.IsHeap() && AsType(a) == nil {
				// A form of module typing, such as List[T].
				v, _ := attrs.Get(Intern("__parameters__"))
				if t := AsTuple(v); t != nil {
					for _, p := range t.Elems {
						add(p)
					}
				}
			}
		}
		g.params = NewTuple(out)
	}
	return g.params
}

// aliasGetItem fills in type variables: list[T][int].
func aliasGetItem(c *Ctx, v, key Value) (Value, *Exc) {
	g := ptr[GenericAlias](v)
	params := AsTuple(aliasParams(g)).Elems
	s, e := Repr(c, v)
	if e != nil {
		return Null, e
	}
	if len(params) == 0 {
		return Null, NewExc(TypeError, "%s is not a generic class", s)
	}
	given := []Value{key}
	if t := AsTuple(key); t != nil {
		given = t.Elems
	}
	if !simpleAlias(g, 0) || !allTypes(given) {
		return Null, NeedVM // module typing does it
	}
	if len(given) != len(params) {
		how := "many"
		if len(given) < len(params) {
			how = "few"
		}
		return Null, NewExc(TypeError, "Too %s arguments for %s; actual %d, expected %d", how, s, len(given), len(params))
	}
	return NewGenericAlias(g.Origin, NewTuple(substitute(g.Args, params, given, 0))), nil
}

// simpleAlias tells whether all that can be filled in are type variables, here or in aliases of built-in classes inside.
func simpleAlias(g *GenericAlias, depth int) bool {
	for _, a := range g.Args {
		switch x := AsGenericAlias(a); {
		case isTypeVar(a):
			if a.H.Type.Name != "TypeVar" {
				return false
			}
		case x != nil:
			if x.star || depth == maxNesting || !simpleAlias(x, depth+1) {
				return false
			}
		case AsType(a) == nil && a != Ellipsis && a.H.Type.IsHeap():
			return false
		}
	}
	return true
}

func allTypes(vs []Value) bool {
	for _, v := range vs {
		if AsType(v) == nil {
			return false
		}
	}
	return true
}

func substitute(args, params, given []Value, depth int) []Value {
	out := make([]Value, len(args))
	for i, a := range args {
		out[i] = a
		for j, p := range params {
			if a == p {
				out[i] = given[j]
			}
		}
		if x := AsGenericAlias(a); x != nil && depth < maxNesting {
			out[i] = NewGenericAlias(x.Origin, NewTuple(substitute(x.Args, params, given, depth+1)))
		}
	}
	return out
}

func initUnion() {
	t := UnionType
	u := ptr[Union]
	t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		parts := make([]string, len(u(v).Args))
		for i, x := range u(v).Args {
			s, e := typeArgText(c, x)
			if e != nil {
				return "", e
			}
			parts[i] = s
		}
		return strings.Join(parts, " | "), nil
	}
	t.Slots.Binary[OpOr] = typeOr
	t.Slots.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if a.H.Type != t || b.H.Type != t || op != bytecode.CmpEQ && op != bytecode.CmpNE {
			return NotImplemented, nil
		}
		x, y := NewSet(), NewSet()
		if e := x.Update(c, NewTuple(u(a).Args)); e != nil {
			return Null, e
		}
		if e := y.Update(c, NewTuple(u(b).Args)); e != nil {
			return Null, e
		}
		return setCompare(c, x.Value(), y.Value(), op)
	}
	t.Slots.Hash = func(c *Ctx, v Value) (int64, *Exc) {
		s := newSetOf(FrozenSetType)
		e := s.Update(c, NewTuple(u(v).Args))
		return s.hashFrozen(), e
	}
	t.addMember("__args__", func(c *Ctx, v Value) (Value, *Exc) { return NewTuple(u(v).Args), nil }, nil)
	t.AddGetSet("__parameters__", func(c *Ctx, v Value) (Value, *Exc) {
		return aliasParams(&GenericAlias{Args: u(v).Args}), nil
	}, nil)
	check := func(sub bool) LeafFunc {
		return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			for _, x := range u(a[0]).Args {
				k := AsType(x)
				if k == nil {
					if sub {
						return Null, NewExc(TypeError, "issubclass() argument 2 cannot be a parameterized generic")
					}
					return Null, NewExc(TypeError, "isinstance() argument 2 cannot be a parameterized generic")
				}
				s := a[1].H.Type
				if sub {
					if s = AsType(a[1]); s == nil {
						return Null, NewExc(TypeError, "issubclass() arg 1 must be a class")
					}
				}
				if s.IsSubtype(k) {
					return True, nil
				}
			}
			return False, nil
		}
	}
	t.methods([]def{
		{"__instancecheck__", "instance, /", check(false)},
		{"__subclasscheck__", "subclass, /", check(true)},
	})
}

func initNamespace() {
	SimpleNamespaceType.Full = "types.SimpleNamespace"
	t := SimpleNamespaceType
	t.Slots.Repr = containerRepr
	t.Slots.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if !a.H.Type.IsSubtype(t) || !b.H.Type.IsSubtype(t) {
			return NotImplemented, nil
		}
		if op != bytecode.CmpEQ && op != bytecode.CmpNE {
			// What is compared are the dictionaries, which have no order.
			return Compare(c, AttrsOf(a).ToDict().Value(), AttrsOf(b).ToDict().Value(), op)
		}
		eq, e := dictsEqual(c, AttrsOf(a).ToDict(), AttrsOf(b).ToDict())
		return Bool(eq == (op == bytecode.CmpEQ)), e
	}
	t.staticMethods([]def{{"__new__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
		return NewInstance(AsType(a[0])), nil
	}}})
	t.addDefs(KindSlot, []def{{"__init__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
		if n := len(a) - len(kw); n > 1 {
			return Null, NewExc(TypeError, "no positional arguments expected")
		}
		at := AttrsOf(a[0])
		for i, k := range kw {
			at.Set(a[0].H.Type, InternStr(k), a[1+i])
		}
		return None, nil
	}}})
	t.AddGetSet("__dict__", getInstanceDict, setInstanceDict)
	NoneType.Slots.Binary[OpOr] = func(c *Ctx, a, b Value) (Value, *Exc) {
		if a.IsNone() && b.IsNone() {
			return NotImplemented, nil
		}
		return typeOr(c, a, b)
	}
}
