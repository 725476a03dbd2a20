package object

func initDescriptors() {
	for _, t := range [...]*Type{GetSetDescriptorType, MemberDescriptorType} {
		what := "attribute"
		if t == MemberDescriptorType {
			what = "member"
		}
		t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
			g := ptr[GetSet](v)
			return "<" + what + " '" + g.Name + "' of '" + g.Owner.Name + "' objects>", nil
		}
		t.Slots.Get = getSetGet
		t.Slots.Set = getSetSet
		t.addMember("__name__", func(c *Ctx, v Value) (Value, *Exc) { return NewStr(ptr[GetSet](v).Name), nil }, nil)
		t.addMember("__objclass__", func(c *Ctx, v Value) (Value, *Exc) { return ptr[GetSet](v).Owner.Value(), nil }, nil)
		t.addMember("__qualname__", func(c *Ctx, v Value) (Value, *Exc) {
			return NewStr(ptr[GetSet](v).Owner.QualName + "." + ptr[GetSet](v).Name), nil
		}, nil)
		t.addMember("__doc__", func(c *Ctx, v Value) (Value, *Exc) {
			if d := ptr[GetSet](v).Doc; d != "" {
				return NewStr(d), nil
			}
			return None, nil
		}, nil)
	}
	initProperty()
	initWrapper(ClassMethodType, "classmethod")
	initWrapper(StaticMethodType, "staticmethod")
	ClassMethodType.Slots.Get = func(c *Ctx, d, obj Value, owner *Type) (Value, *Exc) {
		if owner == nil {
			owner = obj.H.Type
		}
		fn := ptr[ClassMethod](d).Func
		if f := fn.H.Type.Get; f != nil && fn.H.Type != FunctionType {
			if e := c.enter("while getting an attribute"); e != nil {
				return Null, e
			}
			defer c.leave()
			return f(c, fn, owner.Value(), owner.Header.Type)
		}
		return NewBoundMethod(fn, owner.Value()), nil
	}
	StaticMethodType.Slots.Get = func(c *Ctx, d, obj Value, owner *Type) (Value, *Exc) {
		return ptr[ClassMethod](d).Func, nil
	}
	initSuper()
}

func initWrapper(t *Type, name string) {
	w := ptr[ClassMethod]
	t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		s, e := Repr(c, w(v).Func)
		return "<" + name + "(" + s + ")>", e
	}
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		if f := w(v).Func; f.H != nil {
			visit(f)
		}
	}
	t.staticMethods([]def{{"__new__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
		if len(a)-len(kw) != 2 && AsType(a[0]) == t {
			return Null, NewExc(TypeError, "%s expected 1 argument, got %d", name, len(a)-1)
		}
		o := &ClassMethod{Header: Header{Type: AsType(a[0])}, Func: None}
		if len(a) > 1 {
			o.Func = a[1]
		}
		return Obj(&o.Header), nil
	}}})
	t.methods([]def{{"__init__", "function, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		w(a[0]).Func = a[1]
		return None, nil
	}}})
	t.addMember("__func__", func(c *Ctx, v Value) (Value, *Exc) { return w(v).Func, nil }, nil)
	t.addMember("__wrapped__", func(c *Ctx, v Value) (Value, *Exc) { return w(v).Func, nil }, nil)
	t.Flags |= HasDict
	for _, n := range [...]string{"__name__", "__qualname__", "__doc__", "__module__", "__annotations__"} {
		s := Intern(n)
		t.AddGetSet(n, func(c *Ctx, v Value) (Value, *Exc) { return GetAttr(c, w(v).Func, s) }, nil)
	}
	abstract := Intern("__isabstractmethod__")
	t.AddGetSet("__isabstractmethod__", func(c *Ctx, v Value) (Value, *Exc) { return isAbstract(c, w(v).Func, abstract) }, nil)
	t.AddGetSet("__dict__", getInstanceDict, setInstanceDict)
}

// isAbstract reads __isabstractmethod__ of a function.
func isAbstract(c *Ctx, fn Value, name *Str) (Value, *Exc) {
	if fn.IsNull() || fn.IsNone() {
		return False, nil
	}
	v, e := GetAttr(c, fn, name)
	if e != nil {
		return False, onlyNeedVM(e)
	}
	r, e := Truth(c, v)
	return Bool(r), e
}

func initProperty() {
	t := PropertyType
	p := ptr[Property]
	t.Slots.Get = func(c *Ctx, d, obj Value, owner *Type) (Value, *Exc) {
		if obj.IsNull() || obj.IsNone() {
			return d, nil
		}
		if g := p(d).Getter; g.IsNull() || g.IsNone() {
			return Null, NewExc(AttributeError, "property%s of '%s' object has no getter", quotedName(p(d)), obj.H.Type.QualName)
		}
		return Null, NeedVM
	}
	t.Slots.Set = func(c *Ctx, d, obj, x Value) *Exc {
		what, f := "setter", p(d).Setter
		if x.IsNull() {
			what, f = "deleter", p(d).Deleter
		}
		if f.IsNull() || f.IsNone() {
			return NewExc(AttributeError, "property%s of '%s' object has no %s", quotedName(p(d)), obj.H.Type.QualName, what)
		}
		return NeedVM
	}
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		for _, x := range [...]Value{p(v).Getter, p(v).Setter, p(v).Deleter, p(v).Doc} {
			if x.H != nil {
				visit(x)
			}
		}
	}
	t.staticMethods([]def{{"__new__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
		o := NewInstance(AsType(a[0]))
		return o, nil
	}}})
	t.methods([]def{
		{"__init__", "fget=None, fset=None, fdel=None, doc=None", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			x := p(a[0])
			x.Getter, x.Setter, x.Deleter, x.Doc = a[1], a[2], a[3], a[4]
			if (x.Doc.IsNull() || x.Doc.IsNone()) && !x.Getter.IsNull() && !x.Getter.IsNone() {
				if d, e := GetAttr(c, x.Getter, strDoc); e == nil {
					x.Doc = d
				}
			}
			return None, nil
		}},
		{"getter", "fget, /", copyProperty(func(x *Property, f Value) { x.Getter = f })},
		{"setter", "fset, /", copyProperty(func(x *Property, f Value) { x.Setter = f })},
		{"deleter", "fdel, /", copyProperty(func(x *Property, f Value) { x.Deleter = f })},
		{"__set_name__", "owner, name, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			p(a[0]).Name = AsStr(a[2])
			return None, nil
		}},
	})
	field := func(name string, at func(x *Property) *Value) {
		t.addMember(name, func(c *Ctx, v Value) (Value, *Exc) { return orNone(*at(p(v))), nil }, nil)
	}
	field("fget", func(x *Property) *Value { return &x.Getter })
	field("fset", func(x *Property) *Value { return &x.Setter })
	field("fdel", func(x *Property) *Value { return &x.Deleter })
	t.addMember("__doc__", func(c *Ctx, v Value) (Value, *Exc) { return orNone(p(v).Doc), nil }, func(c *Ctx, v, x Value) *Exc {
		p(v).Doc = x
		return nil
	})
	abstract := Intern("__isabstractmethod__")
	t.AddGetSet("__isabstractmethod__", func(c *Ctx, v Value) (Value, *Exc) {
		for _, f := range [...]Value{p(v).Getter, p(v).Setter, p(v).Deleter} {
			r, e := isAbstract(c, f, abstract)
			if e != nil || r == True {
				return r, e
			}
		}
		return False, nil
	}, nil)
}

func quotedName(p *Property) string {
	if p.Name == nil {
		return ""
	}
	return " '" + p.Name.Text + "'"
}

func copyProperty(set func(x *Property, f Value)) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		old := ptr[Property](a[0])
		v := NewInstance(old.Type)
		x := ptr[Property](v)
		x.Getter, x.Setter, x.Deleter, x.Doc, x.Name = old.Getter, old.Setter, old.Deleter, old.Doc, old.Name
		set(x, a[1])
		if d, e := GetAttr(c, orNone(x.Getter), strDoc); e == nil && (x.Doc.IsNull() || x.Doc.IsNone()) {
			x.Doc = d
		}
		return v, nil
	}
}

func initSuper() {
	t := SuperType
	s := ptr[Super]
	t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		x := s(v)
		if x.ObjType == nil {
			return "<super: <class '" + x.Type.Name + "'>, NULL>", nil
		}
		return "<super: <class '" + x.Type.Name + "'>, <" + x.ObjType.Name + " object>>", nil
	}
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		if o := s(v).Obj; o.H != nil {
			visit(o)
		}
	}
	t.addMember("__thisclass__", func(c *Ctx, v Value) (Value, *Exc) { return s(v).Type.Value(), nil }, nil)
	t.addMember("__self__", func(c *Ctx, v Value) (Value, *Exc) { return orNone(s(v).Obj), nil }, nil)
	t.addMember("__self_class__", func(c *Ctx, v Value) (Value, *Exc) {
		if s(v).ObjType == nil {
			return None, nil
		}
		return s(v).ObjType.Value(), nil
	}, nil)
}
