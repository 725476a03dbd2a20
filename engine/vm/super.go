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
