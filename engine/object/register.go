package object

// def is one line of a class's method table. Sig is the text of a Signature
// without the receiver; "..." leaves the arguments as the caller wrote them.
type def struct {
	name string
	sig  string
	leaf LeafFunc
}

// NewBuiltin makes a built-in function for a package further up.
func NewBuiltin(module, name, sig string, leaf LeafFunc) *Builtin {
	b := &Builtin{Header: Header{Type: BuiltinType}, Name: name, Module: module, Leaf: leaf}
	if sig != "..." {
		b.Sig = Sig(sig)
	}
	return b
}

// AddMethods fills the dictionary of a built-in class with methods.
func (t *Type) addDefs(kind BuiltinKind, defs []def) {
	slab := make([]Builtin, len(defs))
	sigs := make([]Signature, len(defs))
	for i := range defs {
		d := &defs[i]
		b := &slab[i]
		b.Header.Type = descriptorType(kind)
		b.Name, b.Leaf, b.Owner, b.Kind = d.name, d.leaf, t, kind
		b.Module = t.Module
		if d.sig != "..." {
			sigs[i].Text = d.sig
			b.Sig = &sigs[i]
		} else if d.leaf != nil {
			b.Leaf = func(c *Ctx, args []Value, kw []*Str) (Value, *Exc) {
				if e := b.CheckSelf(args); e != nil {
					return Null, e
				}
				return d.leaf(c, args, kw)
			}
		}
		t.Dict.SetStr(Intern(d.name), b.Value())
		t.forget()
	}
}

// CheckSelf tells whether the first argument of an unbound method can be its
// receiver. Bodies rely on it: they take the receiver's struct for granted.
func (b *Builtin) CheckSelf(args []Value) *Exc {
	switch b.Kind {
	case KindMethod, KindSlot:
		if len(args) > 0 && (args[0].H.Type == b.Owner || args[0].H.Type.IsSubtype(b.Owner)) {
			return nil
		}
		if len(args) == 0 {
			if b.Kind == KindSlot {
				return NewExc(TypeError, "descriptor '%s' of '%s' object needs an argument", b.Name, b.Owner)
			}
			return NewExc(TypeError, "unbound method %s.%s() needs an argument", b.Owner.Name, b.Name)
		}
		if b.Kind == KindSlot {
			return NewExc(TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", b.Name, b.Owner, args[0].H.Type)
		}
		return NewExc(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.Name, b.Owner, args[0].H.Type)
	case KindClassMethod:
		if len(args) == 0 {
			return NewExc(TypeError, "descriptor '%s' of '%s' object needs an argument", b.Name, b.Owner)
		}
		if t := AsType(args[0]); t == nil || !t.IsSubtype(b.Owner) {
			return NewExc(TypeError, "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", b.Name, b.Owner, args[0].H.Type)
		}
	case KindStaticMethod:
		if b.Name != "__new__" {
			return nil
		}
		if len(args) == 0 {
			return NewExc(TypeError, "%s.__new__(): not enough arguments", b.Owner)
		}
		t := AsType(args[0])
		if t == nil {
			return NewExc(TypeError, "%s.__new__(X): X is not a type object (%s)", b.Owner, args[0].H.Type)
		}
		if !t.IsSubtype(b.Owner) {
			return NewExc(TypeError, "%s.__new__(%s): %s is not a subtype of %s", b.Owner, t, t, b.Owner)
		}
		if k := t.BuiltinBase(); k != b.Owner && k.Layout != b.Owner.Layout {
			return NewExc(TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", b.Owner, t, k)
		}
	}
	return nil
}

func descriptorType(kind BuiltinKind) *Type {
	switch kind {
	case KindMethod:
		return MethodDescriptorType
	case KindClassMethod:
		return ClassMethodDescrType
	case KindSlot:
		return SlotWrapperType
	}
	return BuiltinType
}

//go:noinline
func (t *Type) methods(defs []def) { t.addDefs(KindMethod, defs) }

//go:noinline
func (t *Type) classMethods(defs []def) { t.addDefs(KindClassMethod, defs) }

//go:noinline
func (t *Type) staticMethods(defs []def) { t.addDefs(KindStaticMethod, defs) }

// AddMethod gives a built-in class a method; for packages further up, while they
// are initialised.
func (t *Type) AddMethod(kind BuiltinKind, name, sig string, leaf LeafFunc) *Builtin {
	t.addDefs(kind, []def{{name, sig, leaf}})
	v, _ := t.Dict.GetStr(Intern(name))
	return AsBuiltin(v)
}

// iterables marks the arguments (by index in what Leaf gets) that take any iterable.
func (t *Type) iterables(mask uint32, names ...string) {
	for _, n := range names {
		v, _ := t.Dict.GetStr(Intern(n))
		AsBuiltin(v).Iterables = mask
	}
}

// iterError words the error for an argument that is not iterable.
func (t *Type) iterError(message string, names ...string) {
	for _, n := range names {
		v, _ := t.Dict.GetStr(Intern(n))
		AsBuiltin(v).IterError = message
	}
}

// Bind makes a bound method of a method descriptor.
func (b *Builtin) Bind(self Value) Value {
	n := *b
	n.Self = self
	n.Header = Header{Type: BuiltinType}
	if b.Kind == KindSlot {
		n.Header.Type = MethodWrapperType
	}
	return n.Value()
}

// GetSet is an attribute of a built-in class that is computed.
type GetSet struct {
	Header
	Name  string
	Get   func(c *Ctx, obj Value) (Value, *Exc)
	Set   func(c *Ctx, obj, val Value) *Exc // nil when read-only; val is Null for deletion
	Owner *Type
	Doc   string
	Slot  *Str // the key of a value of __slots__, nil for others
}

// AsGetSet is the GetSet that v is.
func AsGetSet(v Value) *GetSet {
	if v.H != nil && (v.H.Type == GetSetDescriptorType || v.H.Type == MemberDescriptorType) {
		return ptr[GetSet](v)
	}
	return nil
}

// AddGetSet gives a built-in class a computed attribute.
//
//go:noinline
func (t *Type) AddGetSet(name string, get func(c *Ctx, obj Value) (Value, *Exc), set func(c *Ctx, obj, val Value) *Exc) {
	t.addGetSet(GetSetDescriptorType, name, get, set)
}

// AddDict gives the instances of a built-in class with HasDict their __dict__.
func (t *Type) AddDict() { t.AddGetSet("__dict__", getInstanceDict, setInstanceDict) }

// AddMember is AddGetSet for an attribute that is a member of the reference's struct, as messages tell.
func (t *Type) AddMember(name string, get func(c *Ctx, obj Value) (Value, *Exc)) {
	t.addMember(name, get, nil)
}

//go:noinline
func (t *Type) addMember(name string, get func(c *Ctx, obj Value) (Value, *Exc), set func(c *Ctx, obj, val Value) *Exc) {
	t.addGetSet(MemberDescriptorType, name, get, set)
}

func (t *Type) addGetSet(kind *Type, name string, get func(c *Ctx, obj Value) (Value, *Exc), set func(c *Ctx, obj, val Value) *Exc) {
	g := &GetSet{Header: Header{Type: kind}, Name: name, Get: get, Set: set, Owner: t}
	t.Dict.SetStr(Intern(name), Obj(&g.Header))
	t.forget()
}

// getSetGet reads a GetSet of obj; through the class it is the descriptor itself.
func getSetGet(c *Ctx, descr, obj Value, owner *Type) (Value, *Exc) {
	g := ptr[GetSet](descr)
	if obj.IsNull() {
		return descr, nil
	}
	if !obj.H.Type.IsSubtype(g.Owner) {
		return Null, NewExc(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name, g.Owner, obj.H.Type)
	}
	return g.Get(c, obj)
}

func getSetSet(c *Ctx, descr, obj, val Value) *Exc {
	g := ptr[GetSet](descr)
	if !obj.H.Type.IsSubtype(g.Owner) {
		return NewExc(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name, g.Owner, obj.H.Type)
	}
	if g.Set == nil {
		if descr.H.Type == MemberDescriptorType {
			return NewExc(AttributeError, "readonly attribute")
		}
		return NewAttributeError(obj, Intern(g.Name), "attribute '%s' of '%s' objects is not writable", g.Name, g.Owner)
	}
	return g.Set(c, obj, val)
}

// builtinGet binds methods.
func builtinGet(c *Ctx, descr, obj Value, owner *Type) (Value, *Exc) {
	b := ptr[Builtin](descr)
	switch b.Kind {
	case KindMethod, KindSlot:
		if obj.IsNull() {
			return descr, nil
		}
		if b.Owner != nil && !obj.H.Type.IsSubtype(b.Owner) {
			return Null, NewExc(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.Name, b.Owner, obj.H.Type)
		}
		return b.Bind(obj), nil
	case KindClassMethod:
		if owner == nil {
			owner = obj.H.Type
		}
		return b.Bind(owner.Value()), nil
	}
	return descr, nil
}
