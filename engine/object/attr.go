package object

// Attribute access without Python code. The virtual machine has its own, with
// caches; this is for built-ins that need an attribute of a value, and answers
// NeedVM where a descriptor or hook is written in Python.

// isData tells whether a class attribute takes precedence over the instance's.
func isData(v Value) bool {
	t := v.H.Type
	return t.Set != nil || t.pySlots&pySet != 0
}

// GetAttr is getattr(v, name).
func GetAttr(c *Ctx, v Value, name *Str) (Value, *Exc) {
	if e := c.enter("while getting an attribute"); e != nil { // methods of methods of methods
		return Null, e
	}
	r, e := getAttr(c, v, name)
	c.leave()
	if e == needVM {
		return c.ask(Ask{Kind: AskAttr, A: v, Text: name.Text})
	}
	return r, e
}

func getAttr(c *Ctx, v Value, name *Str) (Value, *Exc) {
	t := v.H.Type
	if t.Flags&(HasGetattribute|HasGetattr) != 0 {
		if t.Flags&HasGetattribute == 0 {
			if r, e := GenericGetAttr(c, v, name); e == nil || e == needVM || !e.Is(AttributeError) {
				return r, e
			}
		}
		return Null, NeedVM
	}
	return GenericGetAttr(c, v, name)
}

// GenericGetAttr is object.__getattribute__, or type's for classes.
func GenericGetAttr(c *Ctx, v Value, name *Str) (Value, *Exc) {
	t := v.H.Type
	if t.GetAttr != nil {
		r, e := t.GetAttr(c, v, name)
		if e != nil || !r.IsNull() {
			return r, e
		}
	}
	name = InternStr(name)
	if k := AsType(v); k != nil {
		return typeGetAttr(c, k, name)
	}
	d := t.Lookup(name)
	if d.H != nil && isData(d) {
		return DescrGet(c, d, v, t)
	}
	if a := AttrsOf(v); a != nil {
		if r, ok := a.Get(name); ok {
			return r, nil
		}
	} else if f := AsFunction(v); f != nil && f.Dict != nil {
		if r, ok := f.Dict.GetStr(name); ok {
			return r, nil
		}
	}
	if d.H != nil {
		return DescrGet(c, d, v, t)
	}
	return Null, NewAttributeError(v, name, "'%s' object has no attribute '%s'", t, name)
}

// DescrGet is what reading class attribute d through obj gives; obj is Null for
// access through the class owner.
func DescrGet(c *Ctx, d, obj Value, owner *Type) (Value, *Exc) {
	if d.H.Type == FunctionType {
		if obj.IsNull() {
			return d, nil
		}
		return NewBoundMethod(d, obj), nil
	}
	if f := d.H.Type.Get; f != nil {
		return f(c, d, obj, owner)
	}
	return d, nil
}

// typeGetAttr is type.__getattribute__.
func typeGetAttr(c *Ctx, k *Type, name *Str) (Value, *Exc) {
	meta := k.Header.Type
	d := meta.Lookup(name)
	if d.H != nil && isData(d) {
		return DescrGet(c, d, k.Value(), meta)
	}
	if r := k.Lookup(name); r.H != nil {
		return DescrGet(c, r, Null, k)
	}
	if k.MetaAttrs != nil {
		if r, ok := k.MetaAttrs.GetStr(name); ok {
			return r, nil
		}
	}
	if d.H != nil {
		return DescrGet(c, d, k.Value(), meta)
	}
	return Null, NewAttributeError(k.Value(), name, "type object '%s' has no attribute '%s'", k, name)
}

// GenericSetAttr is object.__setattr__ (and __delattr__, for a Null item), or
// type's for classes.
func GenericSetAttr(c *Ctx, v Value, name *Str, item Value) *Exc {
	t := v.H.Type
	name = InternStr(name)
	if k := AsType(v); k != nil {
		return SetTypeAttr(c, k, name, item)
	}
	if t.SetAttr != nil {
		return t.SetAttr(c, v, name, item)
	}
	d := t.Lookup(name)
	if d.H != nil && isData(d) {
		if d.H.Type.Set == nil {
			return NeedVM
		}
		return d.H.Type.Set(c, d, v, item)
	}
	if f := AsFunction(v); f != nil {
		if f.Dict == nil {
			f.Dict = NewDict()
		}
		if item.IsNull() {
			if !f.Dict.DelStr(name) {
				return NewAttributeError(v, name, "'function' object has no attribute '%s'", name)
			}
			return nil
		}
		f.Dict.SetStr(name, item)
		return nil
	}
	a := AttrsOf(v)
	if a == nil || t.Flags&HasDict == 0 {
		if d.H != nil {
			return NewAttributeError(v, name, "'%s' object attribute '%s' is read-only", t, name)
		}
		return NewAttributeError(v, name, "'%s' object has no attribute '%s'", t, name)
	}
	if item.IsNull() {
		if !a.Del(name) {
			return NewAttributeError(v, name, "'%s' object has no attribute '%s'", t, name)
		}
		return nil
	}
	a.Set(t, name, item)
	return nil
}

// SetTypeAttr is type.__setattr__.
func SetTypeAttr(c *Ctx, k *Type, name *Str, item Value) *Exc {
	name = InternStr(name)
	if !k.IsHeap() {
		return NewExc(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, k)
	}
	if d := k.Header.Type.Lookup(name); d.H != nil && isData(d) {
		if d.H.Type.Set == nil {
			return NeedVM
		}
		return d.H.Type.Set(c, d, k.Value(), item)
	}
	if item.IsNull() {
		if !k.Dict.DelStr(name) {
			return NewAttributeError(k.Value(), name, "type object '%s' has no attribute '%s'", k, name)
		}
	} else {
		k.Dict.SetStr(name, item)
	}
	k.Modified(c)
	return nil
}

// getInstanceDict is the __dict__ of instances.
func getInstanceDict(c *Ctx, v Value) (Value, *Exc) {
	a := AttrsOf(v)
	if a == nil {
		return Null, NewAttributeError(v, strDict, "'%s' object has no attribute '__dict__'", v.H.Type)
	}
	return a.ToDict().Value(), nil
}

func setInstanceDict(c *Ctx, v, val Value) *Exc {
	a := AttrsOf(v)
	if a == nil {
		return NewAttributeError(v, strDict, "attribute '__dict__' of '%s' objects is not writable", v.H.Type)
	}
	if val.IsNull() {
		a.SetDict(NewDict())
		return nil
	}
	d := AsDict(val)
	if d == nil {
		return NewExc(TypeError, "__dict__ must be set to a dictionary, not a '%s'", val.H.Type)
	}
	a.SetDict(d)
	return nil
}

func getWeakRef(c *Ctx, v Value) (Value, *Exc) { return None, nil }
