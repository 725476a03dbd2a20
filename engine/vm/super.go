package vm

import "loopscope/engine/object"

// SuperLookup finds name in the MRO of the object's class behind the super's class.
func SuperLookup(s *object.Super, name *Str) Value {
	if s.ObjType == nil || name.Text == "__class__" {
		return Value{}
	}
	mro := s.ObjType.MRO
	i := 0
	for i < len(mro) && mro[i] != s.Type {
		i++
	}
	for i++; i < len(mro); i++ {
		if v, ok := mro[i].Dict.GetStr(name); ok {
			return v
		}
	}
	return Value{}
}

// superAttr is the attribute of a super object whose descriptor is written in Python.
func superAttr(t *Thread, s *object.Super, name *Str) Action {
	d := SuperLookup(s, name)
	if d.IsNull() {
		return Raise(AttrError(object.Obj(&s.Header), name))
	}
	obj := s.Obj
	if k := object.AsType(obj); k != nil && k == s.ObjType {
		obj = Value{} // super(C, cls): attributes of the class itself
	}
	return descrGet(t, d, obj, s.ObjType)
}

// NewSuper is super(type, object), or super() in a method.
func NewSuper(t *Thread, a []Value) (Value, *Exc) {
	s := &object.Super{Header: object.Header{Type: object.SuperType}}
	if len(a) == 0 {
		var e *Exc
		if s.Type, s.Obj, e = callerClass(t); e != nil {
			return Value{}, e
		}
	} else {
		if s.Type = object.AsType(a[0]); s.Type == nil {
			return Value{}, object.NewExc(object.TypeError, "super() argument 1 must be a type, not %s", object.TypeOf(a[0]).Label())
		}
		if len(a) == 2 && !a[1].IsNone() {
			s.Obj = a[1]
		}
	}
	if s.Obj.IsNull() {
		return object.Obj(&s.Header), nil
	}
	return BoundSuper(s.Type, s.Obj)
}

// BoundSuper is super(tp, obj).
func BoundSuper(tp *object.Type, obj Value) (Value, *Exc) {
	s := &object.Super{Header: object.Header{Type: object.SuperType}, Type: tp, Obj: obj}
	if k := object.AsType(obj); k != nil && k.IsSubtype(tp) {
		s.ObjType = k
	} else if k := object.TypeOf(obj); k.IsSubtype(tp) {
		s.ObjType = k
	} else {
		return Value{}, object.NewExc(object.TypeError, "super(type, obj): obj must be an instance or subtype of type")
	}
	return object.Obj(&s.Header), nil
}

// callerClass is the class and the first argument that super() without arguments means.
func callerClass(t *Thread) (*object.Type, Value, *Exc) {
	f := t.CallerFrame(0)
	if f == nil || f.Fn == nil {
		return nil, Value{}, object.NewExc(object.RuntimeError, "super(): no arguments")
	}
	code := f.Code
	if code.ArgCount == 0 {
		return nil, Value{}, object.NewExc(object.RuntimeError, "super(): no arguments")
	}
	self := f.Slots[0]
	if c := object.AsCell(self); c != nil {
		self = c.V
	} else if self.IsNull() {
		// The argument may have moved into a cell of its own.
		for i, n := range code.CellVars {
			if n == code.VarNames[0] {
				if c := object.AsCell(f.Slots[len(code.VarNames)+i]); c != nil {
					self = c.V
				}
			}
		}
	}
	if self.IsNull() {
		return nil, Value{}, object.NewExc(object.RuntimeError, "super(): arg[0] deleted")
	}
	at := len(code.VarNames) + len(code.CellVars)
	for i, n := range code.FreeVars {
		if n != "__class__" {
			continue
		}
		c := object.AsCell(f.Slots[at+i])
		if c == nil || c.V.IsNull() {
			return nil, Value{}, object.NewExc(object.RuntimeError, "super(): empty __class__ cell")
		}
		k := object.AsType(c.V)
		if k == nil {
			return nil, Value{}, object.NewExc(object.RuntimeError, "super(): __class__ is not a type (%s)", object.TypeOf(c.V).Label())
		}
		return k, self, nil
	}
	return nil, Value{}, object.NewExc(object.RuntimeError, "super(): __class__ cell not found")
}
