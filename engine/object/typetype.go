package object

import "strings"

func initType() {
	t := TypeType
	t.Slots.Repr = typeRepr
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		k := AsType(v)
		if !k.IsHeap() {
			return // what the built-in classes hold lives as long as the process
		}
		for pos := 0; ; {
			_, x, ok := k.Dict.Next(&pos)
			if !ok {
				break
			}
			visit(x)
		}
		for _, b := range k.Bases {
			visit(b.Value())
		}
		if k.MetaAttrs != nil {
			visit(k.MetaAttrs.Value())
		}
	}
	t.Slots.Binary[OpOr] = typeOr
	t.staticMethods([]def{{"__new__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) { return Null, NeedVM }}})
	t.classMethods([]def{{"__prepare__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) { return NewDict().Value(), nil }}})
	t.addDefs(KindSlot, []def{
		{"__init__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
			if n := len(a) - len(kw); n != 2 && n != 4 {
				return Null, NewExc(TypeError, "type.__init__() takes 1 or 3 arguments")
			}
			return None, nil
		}},
		{"__call__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) { return Null, NeedVM }},
		{"__getattribute__", "name, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			n, e := attrName(a[1])
			if e != nil {
				return Null, e
			}
			return GenericGetAttr(c, a[0], n)
		}},
		{"__setattr__", "name, value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			n, e := attrName(a[1])
			if e != nil {
				return Null, e
			}
			return None, SetTypeAttr(c, AsType(a[0]), n, a[2])
		}},
		{"__delattr__", "name, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			n, e := attrName(a[1])
			if e != nil {
				return Null, e
			}
			return None, SetTypeAttr(c, AsType(a[0]), n, Null)
		}},
	})
	t.methods([]def{
		{"mro", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return NewList(typeValues(AsType(a[0]).MRO)), nil }},
		{"__subclasses__", "", typeSubclasses},
		{"__instancecheck__", "instance, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return Bool(a[1].H.Type.IsSubtype(AsType(a[0]))), nil
		}},
		{"__subclasscheck__", "subclass, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			k := AsType(a[1])
			if k == nil {
				return Null, NewExc(TypeError, "issubclass() arg 1 must be a class")
			}
			return Bool(k.IsSubtype(AsType(a[0]))), nil
		}},
		{"__dir__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Dir(c, a[0]), nil }},
	})
	initTypeAttrs(t)
}

func initTypeAttrs(t *Type) {
	t.AddGetSet("__name__", func(c *Ctx, v Value) (Value, *Exc) { return NewStr(AsType(v).Name), nil },
		func(c *Ctx, v, val Value) *Exc {
			s, e := typeStrAttr(v, val, "__name__")
			if e == nil {
				AsType(v).Name = s
			}
			return e
		})
	t.AddGetSet("__qualname__", func(c *Ctx, v Value) (Value, *Exc) { return NewStr(AsType(v).QualName), nil },
		func(c *Ctx, v, val Value) *Exc {
			s, e := typeStrAttr(v, val, "__qualname__")
			if e == nil {
				AsType(v).QualName = s
			}
			return e
		})
	t.AddGetSet("__module__", func(c *Ctx, v Value) (Value, *Exc) {
		k := AsType(v)
		if k.IsHeap() {
			if m, ok := k.Dict.GetStr(strModule); ok {
				return m, nil
			}
		}
		return NewStr(k.Module), nil
	}, func(c *Ctx, v, val Value) *Exc {
		k := AsType(v)
		if !k.IsHeap() {
			return immutable(k, "__module__")
		}
		if val.IsNull() {
			return NewExc(TypeError, "cannot delete '__module__' attribute of immutable type '%s'", k)
		}
		k.Dict.SetStr(strModule, val)
		if s := AsStr(val); s != nil {
			k.Module = s.Text
		}
		k.Modified(c)
		return nil
	})
	t.AddGetSet("__bases__", func(c *Ctx, v Value) (Value, *Exc) { return NewTuple(typeValues(AsType(v).Bases)), nil }, setTypeBases)
	t.addMember("__base__", func(c *Ctx, v Value) (Value, *Exc) {
		if b := AsType(v).Base; b != nil {
			return b.Value(), nil
		}
		return None, nil
	}, nil)
	t.addMember("__mro__", func(c *Ctx, v Value) (Value, *Exc) { return NewTuple(typeValues(AsType(v).MRO)), nil }, nil)
	t.AddGetSet("__dict__", func(c *Ctx, v Value) (Value, *Exc) { return NewMappingProxy(AsType(v).Dict.Value()), nil }, nil)
	t.AddGetSet("__doc__", func(c *Ctx, v Value) (Value, *Exc) {
		k := AsType(v)
		if d, ok := k.Dict.GetStr(strDoc); ok {
			return d, nil
		}
		if k.Doc != "" {
			return NewStr(k.Doc), nil
		}
		return None, nil
	}, func(c *Ctx, v, val Value) *Exc {
		k := AsType(v)
		if !k.IsHeap() {
			return immutable(k, "__doc__")
		}
		k.Dict.SetStr(strDoc, val)
		return nil
	})
	t.AddGetSet("__abstractmethods__", func(c *Ctx, v Value) (Value, *Exc) {
		if d, ok := AsType(v).Dict.GetStr(strAbstract); ok && AsType(v) != TypeType {
			return d, nil
		}
		return Null, NewAttributeError(v, strAbstract, "__abstractmethods__")
	}, func(c *Ctx, v, val Value) *Exc {
		k := AsType(v)
		k.Flags &^= AbstractClass
		if val.IsNull() {
			k.Dict.DelStr(strAbstract)
			return nil
		}
		k.Dict.SetStr(strAbstract, val)
		k.Modified(c)
		yes, e := Truth(c, val)
		if yes {
			k.Flags |= AbstractClass
		}
		return e
	})
	t.addMember("__basicsize__", func(c *Ctx, v Value) (Value, *Exc) { return Int(16), nil }, nil)
	t.addMember("__itemsize__", func(c *Ctx, v Value) (Value, *Exc) { return Int(0), nil }, nil)
	t.addMember("__dictoffset__", func(c *Ctx, v Value) (Value, *Exc) { return Int(offsetOf(AsType(v).Flags&HasDict != 0, 16)), nil }, nil)
	t.addMember("__weakrefoffset__", func(c *Ctx, v Value) (Value, *Exc) { return Int(offsetOf(AsType(v).Weakable(), 24)), nil }, nil)
	t.addMember("__flags__", func(c *Ctx, v Value) (Value, *Exc) { return Int(int64(AsType(v).Flags)), nil }, nil)
	t.AddGetSet("__annotations__", func(c *Ctx, v Value) (Value, *Exc) {
		k := AsType(v)
		name := Intern("__annotations__")
		if !k.IsHeap() {
			return Null, NewAttributeError(v, name, "type object '%s' has no attribute '__annotations__'", k)
		}
		if d, ok := k.Dict.GetStr(name); ok {
			return d, nil
		}
		d := NewDict().Value()
		k.Dict.SetStr(name, d)
		return d, nil
	}, func(c *Ctx, v, val Value) *Exc {
		k := AsType(v)
		name := Intern("__annotations__")
		if !k.IsHeap() {
			return immutable(k, "__annotations__")
		}
		if val.IsNull() {
			if !k.Dict.DelStr(name) {
				return NewAttributeError(v, name, "__annotations__")
			}
			return nil
		}
		k.Dict.SetStr(name, val)
		return nil
	})
}

// offsetOf is where instances keep something, which programs only ask to know whether they do: 0 when not.
func offsetOf(kept bool, n int64) int64 {
	if kept {
		return n
	}
	return 0
}

func immutable(k *Type, name string) *Exc {
	return NewExc(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, k)
}

func typeStrAttr(v, val Value, name string) (string, *Exc) {
	k := AsType(v)
	if !k.IsHeap() {
		return "", immutable(k, name)
	}
	if val.IsNull() {
		return "", NewExc(TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, k)
	}
	s := AsStr(val)
	if s == nil {
		return "", NewExc(TypeError, "can only assign string to %s.%s, not '%s'", k, name, val.H.Type)
	}
	if strings.IndexByte(s.Text, 0) >= 0 && name == "__name__" {
		return "", NewExc(ValueError, "type name must not contain null characters")
	}
	return s.Text, nil
}

func setTypeBases(c *Ctx, v, val Value) *Exc {
	k := AsType(v)
	if !k.IsHeap() {
		return immutable(k, "__bases__")
	}
	if val.IsNull() {
		return NewExc(TypeError, "cannot delete '__bases__' attribute of immutable type '%s'", k)
	}
	tup := AsTuple(val)
	if tup == nil {
		return NewExc(TypeError, "can only assign tuple to %s.__bases__, not %s", k, TypeOf(val))
	}
	if len(tup.Elems) == 0 {
		return NewExc(TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", k)
	}
	var bases []*Type
	for _, x := range tup.Elems {
		b := AsType(x)
		if b == nil {
			return NewExc(TypeError, "%s.__bases__ must be tuple of classes, not '%s'", k, x.H.Type)
		}
		if b.IsSubtype(k) {
			return NewExc(TypeError, "a __bases__ item causes an inheritance cycle")
		}
		bases = append(bases, b)
	}
	return k.SetBases(c, bases)
}

func typeValues(ts []*Type) []Value {
	out := make([]Value, len(ts))
	for i, t := range ts {
		out[i] = t.Value()
	}
	return out
}

func typeRepr(c *Ctx, v Value) (string, *Exc) {
	t := AsType(v)
	var b strings.Builder
	b.WriteString("<class '")
	if t.IsHeap() {
		m, _ := t.Dict.GetStr(strModule)
		switch s := AsStr(m); {
		case s == nil: // the class says no more than its name
			b.WriteString(t.Name)
		case s.Text == "builtins":
			b.WriteString(t.Name)
		default:
			b.WriteString(s.Text + "." + t.QualName)
		}
	} else {
		b.WriteString(t.fullName())
	}
	b.WriteString("'>")
	return b.String(), nil
}

func typeSubclasses(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	t := AsType(a[0])
	var out []Value
	for _, d := range builtinTypeDefs {
		if d.t.Base == t && d.t != t {
			out = append(out, d.t.Value())
		}
	}
	for _, x := range ExcTypes {
		if x.Base == t || x == ExceptionGroup && t == Exception {
			out = append(out, x.Value())
		}
	}
	return NewList(append(out, typeValues(c.Subclasses(t))...)), nil
}
