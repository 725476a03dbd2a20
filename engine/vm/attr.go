package vm

import (
	"unsafe"

	"loopscope/engine/object"
)

// The kinds of inline caches.
const (
	cacheNone        uint8 = iota
	cacheGlobal            // entry Index of the globals whose KeysVersion is Version
	cacheBuiltin           // entry Index of the builtins (Version2), the globals (Version) not having the name
	cacheShape             // attribute Index of instances of Type (Version) with Shape
	cacheMethod            // function V of Type (Version), whose instances have no attributes of their own
	cacheMethodShape       // function V of Type (Version) for instances with Shape, which has not the name
	cacheAdd               // instances of Type (Version) with Shape get Next when the attribute is set
	cacheProperty          // getter or setter V of a property of Type (Version)
	cacheClassValue        // value V of Type (Version) for instances with Shape, which has not the name
	cacheClassMethod       // function V of a classmethod, likewise
	cacheTypeValue         // value V of the class Type (Version) itself
	cacheTypeMethod        // function V of a classmethod of the class Type (Version) itself
	cacheGetSet            // attribute V, computed by built-in code, of Type (Version)
	cacheModule            // entry Index of the module dictionary whose KeysVersion is Version
)

// attrKind says what lookup found.
type attrKind uint8

const (
	attrValue    attrKind = iota // the value itself
	attrFunction                 // a function of the class, to be bound to the object
	attrGet                      // a descriptor, whose __get__ must be called
	attrMissing
	attrHook // the class defines __getattribute__ in Python
)

// lookup finds an attribute as object.__getattribute__ does, without calling
// Python code.
func (t *Thread) lookup(obj Value, name *Str) (Value, attrKind, *Exc) {
	c := t.RT.Ctx
	tp := obj.H.Type
	if tp.Flags&object.HasGetattribute != 0 {
		return Value{}, attrHook, nil
	}
	if tp.GetAttr != nil {
		v, e := tp.GetAttr(c, obj, name)
		if e != nil || !v.IsNull() {
			return v, attrValue, e
		}
	}
	if cls := object.AsType(obj); cls != nil {
		return t.lookupInClass(cls, name)
	}
	d := tp.Lookup(name)
	if !d.IsNull() {
		dt := d.H.Type
		if dt == object.FunctionType {
			if v, ok := instAttr(obj, tp, name); ok {
				return v, attrValue, nil
			}
			return d, attrFunction, nil
		}
		if b := object.AsBuiltin(d); b != nil {
			if v, ok := instAttr(obj, tp, name); ok {
				return v, attrValue, nil
			}
			if b.Self.IsNull() && (b.Kind == object.KindMethod || b.Kind == object.KindSlot) {
				return d, attrFunction, nil
			}
			if b.Self.IsNull() && b.Kind == object.KindClassMethod {
				return b.Bind(tp.Value()), attrValue, nil
			}
			return d, attrValue, nil
		}
		if isDataDescr(d) {
			if dt.Get != nil && dt.Flags&object.HeapType == 0 {
				v, e := dt.Get(c, d, obj, tp)
				if e == object.NeedVM {
					return d, attrGet, nil
				}
				return v, attrValue, e
			}
			if !dt.Lookup(strGet).IsNull() {
				return d, attrGet, nil
			}
		}
	}
	if v, ok := instAttr(obj, tp, name); ok {
		return v, attrValue, nil
	}
	if !d.IsNull() {
		dt := d.H.Type
		if dt.Get != nil && dt.Flags&object.HeapType == 0 {
			v, e := dt.Get(c, d, obj, tp)
			if e == object.NeedVM {
				return d, attrGet, nil
			}
			return v, attrValue, e
		}
		if dt.Flags&object.HeapType != 0 && !dt.Lookup(strGet).IsNull() {
			return d, attrGet, nil
		}
		return d, attrValue, nil
	}
	return Value{}, attrMissing, nil
}

// isDataDescr tells whether d decides before the instance's own attributes do.
func isDataDescr(d Value) bool {
	dt := d.H.Type
	if dt.Flags&object.HeapType == 0 {
		return dt.Set != nil
	}
	return !dt.Lookup(strSet).IsNull() || !dt.Lookup(strDelete).IsNull()
}

// instAttr looks into the object's own attributes.
func instAttr(obj Value, tp *object.Type, name *Str) (Value, bool) {
	if tp.AttrOffset == 0 {
		return Value{}, false
	}
	return attrsAt(obj, tp).Get(name)
}

func attrsAt(obj Value, tp *object.Type) *object.Attrs {
	return (*object.Attrs)(unsafe.Add(unsafe.Pointer(obj.H), tp.AttrOffset))
}

// lookupInClass finds an attribute of a class: its own MRO, and its metaclass.
func (t *Thread) lookupInClass(cls *object.Type, name *Str) (Value, attrKind, *Exc) {
	c := t.RT.Ctx
	meta := cls.Header.Type
	md := meta.Lookup(name)
	if !md.IsNull() && isDataDescr(md) {
		mt := md.H.Type
		if mt.Get != nil && !mt.IsHeap() {
			v, e := mt.Get(c, md, cls.Value(), meta)
			if e == object.NeedVM {
				return md, attrGet, nil
			}
			return v, attrValue, e
		}
		return md, attrGet, nil
	}
	d := cls.Lookup(name)
	if !d.IsNull() {
		dt := d.H.Type
		if b := object.AsBuiltin(d); b != nil {
			if b.Self.IsNull() && b.Kind == object.KindClassMethod {
				return b.Bind(cls.Value()), attrValue, nil
			}
			return d, attrValue, nil
		}
		if dt == object.FunctionType {
			return d, attrValue, nil
		}
		if dt.Get != nil && !dt.IsHeap() {
			v, e := dt.Get(c, d, Value{}, cls)
			if e == object.NeedVM {
				return d, attrGet, nil
			}
			return v, attrValue, e
		}
		if dt.IsHeap() && !dt.Lookup(strGet).IsNull() {
			return d, attrGet, nil
		}
		return d, attrValue, nil
	}
	if !md.IsNull() {
		mt := md.H.Type
		if mt == object.FunctionType {
			return md, attrFunction, nil
		}
		if b := object.AsBuiltin(md); b != nil {
			if b.Self.IsNull() && b.Kind == object.KindClassMethod {
				return b.Bind(meta.Value()), attrValue, nil
			}
			if b.Kind == object.KindMethod || b.Kind == object.KindSlot {
				return md, attrFunction, nil
			}
			return md, attrValue, nil
		}
		if mt.Get != nil && !mt.IsHeap() {
			v, e := mt.Get(c, md, cls.Value(), meta)
			if e == object.NeedVM {
				return md, attrGet, nil
			}
			return v, attrValue, e
		}
		if mt.IsHeap() && !mt.Lookup(strGet).IsNull() {
			return md, attrGet, nil
		}
		return md, attrValue, nil
	}
	return Value{}, attrMissing, nil
}

// bindFunc makes the bound method of a function found on the class of obj.
func bindFunc(fn, obj Value) Value {
	if b := object.AsBuiltin(fn); b != nil {
		return b.Bind(obj)
	}
	m := &object.BoundMethod{Header: object.Header{Type: object.MethodType}, Func: fn, Self: obj}
	return object.Obj(&m.Header)
}

// bind is the descriptor protocol for what was found on the class of obj.
func bind(t *Thread, d, obj Value) Action {
	if d.H.Type == object.FunctionType {
		return Return(bindFunc(d, obj))
	}
	if b := object.AsBuiltin(d); b != nil {
		switch b.Kind {
		case object.KindMethod, object.KindSlot:
			if b.Self.IsNull() {
				return Return(bindFunc(d, obj))
			}
		case object.KindClassMethod:
			if b.Self.IsNull() {
				return Return(b.Bind(object.TypeOf(obj).Value()))
			}
		}
		return Return(d)
	}
	return descrGet(t, d, obj, object.TypeOf(obj))
}

// descrGet calls __get__ of a descriptor; obj is Null for access through the class owner.
func descrGet(t *Thread, d, obj Value, owner *object.Type) Action {
	dt := d.H.Type
	if dt.Get != nil && !dt.IsHeap() {
		v, e := dt.Get(t.RT.Ctx, d, obj, owner)
		if e != object.NeedVM {
			return ReturnOr(v, e)
		}
	}
	switch dt {
	case object.PropertyType:
		p := object.AsProperty(d)
		if p.Getter.IsNull() || p.Getter.IsNone() {
			return Raisef(object.AttributeError, "property '%s' of '%s' object has no getter", propName(p), owner.Name)
		}
		return Call(p.Getter, obj)
	case object.ClassMethodType:
		return bind2(t, wrappedFunc(d), owner.Value())
	}
	get := dt.Lookup(strGet)
	if get.IsNull() {
		return Return(d)
	}
	o := obj
	if o.IsNull() {
		o = object.None
	}
	return callSpecial(t, get, d, o, owner.Value())
}

// bind2 binds any callable with __get__ to obj.
func bind2(t *Thread, fn, obj Value) Action {
	if fn.H.Type == object.FunctionType {
		return Return(bindFunc(fn, obj))
	}
	if p := fn.H.Type; p == object.PropertyType {
		return descrGet(t, fn, obj, object.TypeOf(obj))
	}
	return Return(bindFunc(fn, obj))
}

// GetAttr is obj.name.
func GetAttr(t *Thread, obj Value, name *Str) Action {
	v, kind, e := t.lookup(obj, name)
	var a Action
	switch kind {
	case attrValue:
		if e == nil {
			return Return(v)
		}
		a = Raise(e)
		if e == object.NeedVM {
			// A module with a __getattr__ of its own (PEP 562), or super().
			a = Raise(AttrError(obj, name))
			if sup := object.AsSuper(obj); sup != nil {
				a = superAttr(t, sup, name)
			} else if m := object.AsModule(obj); m != nil {
				if fn, ok := m.Dict.GetStr(strGetattr); ok {
					a = Call(fn, strValue(name))
				}
			}
		}
	case attrFunction:
		return Return(bindFunc(v, obj))
	case attrGet:
		if cls := object.AsType(obj); cls != nil {
			if md := cls.Header.Type.Lookup(name); md == v {
				a = descrGet(t, v, obj, cls.Header.Type)
			} else {
				a = descrGet(t, v, Value{}, cls)
			}
		} else {
			a = descrGet(t, v, obj, obj.H.Type)
		}
	case attrMissing:
		a = Raise(AttrError(obj, name))
	case attrHook:
		a = aboutAttr(callSpecial(t, obj.H.Type.Lookup(strGetattribute), obj, strValue(name)), t, obj, name)
	}
	if obj.H.Type.Flags&object.HasGetattr != 0 {
		return After(t, a, func(t *Thread, v Value, exc *Exc) Action {
			if exc != nil && exc.Type.IsSubtype(object.AttributeError) {
				hook := obj.H.Type.Lookup(strGetattr)
				if hook.IsNull() { // __getattribute__ has deleted it
					return Raise(exc)
				}
				return aboutAttr(callSpecial(t, hook, obj, strValue(name)), t, obj, name)
			}
			return ReturnOr(v, exc)
		})
	}
	return a
}

// aboutAttr is a, the call of a hook for attributes; an AttributeError that it
// raises without saying what was asked of whom is told, as its name and obj.
func aboutAttr(a Action, t *Thread, obj Value, name *Str) Action {
	return After(t, a, func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil && exc.Type.IsSubtype(object.AttributeError) && exc.Val.IsNull() && exc.Extra == nil {
			exc.Val, exc.Extra = strValue(name), []Value{obj}
		}
		return ReturnOr(v, exc)
	})
}

// GenericGetAttr is object.__getattribute__(obj, name): without __getattr__ and the hook.
func GenericGetAttr(t *Thread, obj Value, name *Str) Action {
	tp := obj.H.Type
	flags := tp.Flags
	tp.Flags &^= object.HasGetattribute | object.HasGetattr
	a := GetAttr(t, obj, name)
	tp.Flags = flags
	return a
}

// AttrError is the AttributeError for a missing attribute.
func AttrError(obj Value, name *Str) *Exc {
	var e *Exc
	if cls := object.AsType(obj); cls != nil {
		e = object.NewExc(object.AttributeError, "type object '%s' has no attribute '%s'", cls.Label(), name.Text)
	} else if m := object.AsModule(obj); m != nil {
		e = object.NewExc(object.AttributeError, "%s", m.Missing(name))
	} else {
		e = object.NewExc(object.AttributeError, "'%s' object has no attribute '%s'", object.TypeOf(obj).Label(), name.Text)
	}
	e.Val = strValue(name)
	e.Extra = []Value{obj}
	return e
}

// loadAttr is LOAD_ATTR when its cache does not answer; it fills the cache.
func (t *Thread) loadAttr(f *Frame, obj Value, name *Str, c *object.Cache) *Exc {
	if tp := obj.H.Type; c.Kind == cacheGetSet && c.Type == tp && c.Version == tp.Version {
		v, exc := (*object.GetSet)(unsafe.Pointer(c.V.H)).Get(t.RT.Ctx, obj)
		if exc == nil {
			f.push(v)
			return nil
		}
		if exc != object.NeedVM {
			return exc
		}
	}
	if v, kind := cached(obj, c); kind != cacheNone {
		if kind == cacheProperty {
			f.Slots[f.sp] = obj
			return t.pushCall((*object.Function)(unsafe.Pointer(v.H)), f.Slots[f.sp:f.sp+1], nil, retPush)
		}
		if kind != cacheClassMethod && kind != cacheTypeMethod {
			f.push(v)
			return nil
		}
	}
	if v := fillLoad(obj, name, c); v.H != nil {
		f.push(v)
		return nil
	}
	a := GetAttr(t, obj, name)
	switch a.kind {
	case actReturn:
		f.push(a.v)
		return nil
	case actRaise:
		return a.exc
	}
	t.perform(a, retPush)
	return nil
}

// loadMethod is LOAD_METHOD: it pushes a function and its self, or nothing and
// a value, so that a call needs no bound method.
func (t *Thread) loadMethod(f *Frame, obj Value, name *Str, c *object.Cache) *Exc {
	if s := object.AsSuper(obj); s != nil {
		if d := SuperLookup(s, name); d.H != nil && d.H.Type == object.FunctionType && s.Obj.H != nil && s.ObjType != object.AsType(s.Obj) {
			f.push(d)
			f.push(s.Obj)
			return nil
		}
	}
	if v, kind := cached(obj, c); kind != cacheNone && kind != cacheProperty {
		self := obj
		switch kind {
		case cacheClassMethod:
			self = obj.H.Type.Value()
		case cacheTypeMethod:
		default:
			v, self = Value{}, v
		}
		f.push(v)
		f.push(self)
		return nil
	}
	v, kind, e := t.lookup(obj, name)
	if kind == attrFunction {
		tp := obj.H.Type
		if tp.Layout != object.LayoutType && tp.GetAttr == nil {
			if tp.AttrOffset == 0 {
				c.Kind, c.Type, c.Version, c.V = cacheMethod, tp, tp.Version, v
			} else if at := attrsAt(obj, tp); at.Dict == nil {
				c.Kind, c.Type, c.Version, c.V, c.Shape = cacheMethodShape, tp, tp.Version, v, at.Shape
			}
		}
		f.push(v)
		f.push(obj)
		return nil
	}
	f.push(Value{})
	fillLoad(obj, name, c)
	if kind == attrValue && e == nil {
		f.push(v)
		return nil
	}
	a := GetAttr(t, obj, name)
	switch a.kind {
	case actReturn:
		f.push(a.v)
		return nil
	case actRaise:
		return a.exc
	}
	t.perform(a, retPush)
	return nil
}

// storeAttr is STORE_ATTR when its cache does not answer.
func (t *Thread) storeAttr(f *Frame, obj Value, name *Str, v Value, c *object.Cache) *Exc {
	tp := obj.H.Type
	if tp.AttrOffset != 0 && tp.SetAttr == nil && tp.Flags&object.HasSetattr == 0 && tp.Layout != object.LayoutType {
		if c.Kind == cacheProperty && c.Type == tp && c.Version == tp.Version {
			f.Slots[f.sp], f.Slots[f.sp+1] = obj, v
			return t.pushCall((*object.Function)(unsafe.Pointer(c.V.H)), f.Slots[f.sp:f.sp+2], nil, retDrop)
		}
		if d := tp.Lookup(name); d.H != nil && isDataDescr(d) {
			fillStore(obj, tp, d, c)
		}
	}
	if tp.AttrOffset != 0 && tp.SetAttr == nil && tp.Flags&object.HasSetattr == 0 && tp.Flags&object.HasDict != 0 && tp.Layout != object.LayoutType {
		d := tp.Lookup(name)
		if d.IsNull() || !isDataDescr(d) {
			at := attrsAt(obj, tp)
			old := Value{}
			if t.RT.watching != 0 {
				old, _ = at.Get(name)
			}
			before := at.Shape
			at.Set(tp, name, v)
			if at.Dict == nil {
				if before != nil && at.Shape != before {
					c.Kind, c.Type, c.Version, c.Shape, c.Next = cacheAdd, tp, tp.Version, before, at.Shape
				} else if i := at.Shape.Find(name); i >= 0 {
					c.Kind, c.Type, c.Version, c.Shape, c.Index = cacheShape, tp, tp.Version, at.Shape, int32(i)
				}
			}
			t.dropped(old)
			return nil
		}
	}
	a := SetAttr(t, obj, name, v)
	switch a.kind {
	case actReturn:
		return nil
	case actRaise:
		return a.exc
	}
	t.perform(a, retDrop)
	return nil
}

// SetAttr is obj.name = v, or del obj.name when v is Null. The result is None.
func SetAttr(t *Thread, obj Value, name *Str, v Value) Action {
	tp := obj.H.Type
	if tp.Flags&object.HasSetattr != 0 {
		if v.IsNull() {
			if fn := tp.Lookup(strDelattr); object.AsBuiltin(fn) == nil {
				return callSpecial(t, fn, obj, strValue(name))
			}
		} else if fn := tp.Lookup(strSetattr); object.AsBuiltin(fn) == nil {
			return callSpecial(t, fn, obj, strValue(name), v)
		}
	}
	return GenericSetAttr(t, obj, name, v)
}

// GenericSetAttr is object.__setattr__ (and __delattr__ when v is Null).
func GenericSetAttr(t *Thread, obj Value, name *Str, v Value) Action {
	c := t.RT.Ctx
	tp := obj.H.Type
	if tp.SetAttr != nil {
		e := tp.SetAttr(c, obj, name, v)
		if e != object.NeedVM {
			return ReturnOr(object.None, e)
		}
	}
	if d := tp.Lookup(name); !d.IsNull() && isDataDescr(d) {
		dt := d.H.Type
		if dt.Set != nil && !dt.IsHeap() {
			e := dt.Set(c, d, obj, v)
			if e != object.NeedVM {
				return ReturnOr(object.None, e)
			}
		}
		if dt == object.PropertyType {
			p := object.AsProperty(d)
			if v.IsNull() {
				if p.Deleter.IsNull() || p.Deleter.IsNone() {
					return Raisef(object.AttributeError, "property '%s' of '%s' object has no deleter", propName(p), tp.Label())
				}
				return Call(p.Deleter, obj)
			}
			if p.Setter.IsNull() || p.Setter.IsNone() {
				return Raisef(object.AttributeError, "property '%s' of '%s' object has no setter", propName(p), tp.Label())
			}
			return Call(p.Setter, obj, v)
		}
		if v.IsNull() {
			if fn := dt.Lookup(strDelete); !fn.IsNull() {
				return callSpecial(t, fn, d, obj)
			}
			return Raisef(object.AttributeError, "__delete__")
		}
		if fn := dt.Lookup(strSet); !fn.IsNull() {
			return callSpecial(t, fn, d, obj, v)
		}
		return Raisef(object.AttributeError, "__set__")
	}
	if cls := object.AsType(obj); cls != nil {
		return ReturnOr(object.None, object.SetTypeAttr(c, cls, name, v))
	}
	if tp.AttrOffset == 0 || tp.Flags&object.HasDict == 0 {
		if tp.Lookup(name).IsNull() {
			return Raise(AttrError(obj, name))
		}
		return Raisef(object.AttributeError, "'%s' object attribute '%s' is read-only", tp.Label(), name.Text)
	}
	at := attrsAt(obj, tp)
	old, had := Value{}, false
	if v.IsNull() || t.RT.watching != 0 {
		old, had = at.Get(name)
	}
	if v.IsNull() {
		if !had {
			return Raise(AttrError(obj, name))
		}
		at.Del(name)
		t.dropped(old)
		return ReturnNone()
	}
	at.Set(tp, name, v)
	t.dropped(old)
	return ReturnNone()
}
