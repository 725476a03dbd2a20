package vm

import (
	"unsafe"

	"loopscope/engine/object"
)

// The inline caches of attributes that the evaluation loop leaves to the general
// forms of its instructions: those need no look-up by name.

// cached is what the cache of LOAD_ATTR or LOAD_METHOD knows of obj, and its kind;
// cacheNone when it knows nothing.
func cached(obj Value, c *object.Cache) (Value, uint8) {
	tp := obj.H.Type
	switch c.Kind {
	case cacheProperty:
		if c.Type == tp && c.Version == tp.Version {
			return c.V, cacheProperty
		}
	case cacheShape:
		if c.Type == tp && c.Version == tp.Version {
			if at := attrsAt(obj, tp); at.Dict == nil && at.Shape == c.Shape {
				if v := at.Vals[c.Index]; v.H != nil {
					return v, cacheShape
				}
			}
		}
	case cacheClassValue, cacheClassMethod:
		if c.Type == tp && c.Version == tp.Version {
			if tp.AttrOffset == 0 {
				return c.V, c.Kind
			}
			if at := attrsAt(obj, tp); at.Dict == nil && at.Shape == c.Shape {
				return c.V, c.Kind
			}
		}
	case cacheTypeValue, cacheTypeMethod:
		if cls := (*object.Type)(unsafe.Pointer(obj.H)); tp == object.TypeType && c.Type == cls && c.Version == cls.Version {
			return c.V, c.Kind
		}
	case cacheModule:
		if tp == object.ModuleType {
			if d := (*object.Module)(unsafe.Pointer(obj.H)).Dict; d.KeysVersion == c.Version {
				return d.EntryAt(int(c.Index)).Val, cacheModule
			}
		}
	}
	return Value{}, cacheNone
}

// fillLoad fills the cache of an instruction that reads an attribute, where there
// is a kind for what it finds; the value is Null where a call is needed, or the general form.
func fillLoad(obj Value, name *Str, c *object.Cache) Value {
	tp := obj.H.Type
	switch tp {
	case object.TypeType:
		return fillType((*object.Type)(unsafe.Pointer(obj.H)), name, c)
	case object.ModuleType:
		d := (*object.Module)(unsafe.Pointer(obj.H)).Dict
		if i := d.FindStr(name); i >= 0 && name.Text[0] != '_' {
			c.Kind, c.Version, c.Index = cacheModule, d.KeysVersion, int32(i)
			return d.EntryAt(i).Val
		}
		return Value{}
	}
	if tp.GetAttr != nil || tp.Flags&object.HasGetattribute != 0 || tp.Layout == object.LayoutType {
		return Value{}
	}
	d := tp.Lookup(name)
	var at *object.Attrs
	var shape *object.Shape
	if tp.AttrOffset != 0 {
		at = attrsAt(obj, tp)
		shape = at.Shape
	}
	if d.H != nil && isDataDescr(d) {
		if g := object.AsGetSet(d); g != nil && g.Slot == nil {
			if tp.Flags&object.HasGetattr == 0 && tp.IsSubtype(g.Owner) {
				c.Kind, c.Type, c.Version, c.V = cacheGetSet, tp, tp.Version, d
			}
		} else if g != nil && at != nil && at.Dict == nil && shape != nil {
			if i := shape.Find(g.Slot); i >= 0 && at.Vals[i].H != nil {
				c.Kind, c.Type, c.Version, c.Shape, c.Index = cacheShape, tp, tp.Version, shape, int32(i)
				return at.Vals[i]
			}
		}
		if d.H.Type == object.PropertyType && tp.Flags&object.HasGetattr == 0 {
			if fn := object.AsFunction(object.AsProperty(d).Getter); fn != nil {
				c.Kind, c.Type, c.Version, c.V = cacheProperty, tp, tp.Version, object.Obj(&fn.Header)
			}
		}
		return Value{}
	}
	if at != nil {
		if at.Dict != nil {
			return Value{}
		}
		if shape != nil {
			if i := shape.Find(name); i >= 0 {
				c.Kind, c.Type, c.Version, c.Shape, c.Index = cacheShape, tp, tp.Version, shape, int32(i)
				return at.Vals[i]
			}
		}
	}
	if d.H == nil {
		return Value{}
	}
	v, kind := classEntry(d)
	switch kind {
	case attrValue:
		c.Kind, c.Type, c.Version, c.Shape, c.V = cacheClassValue, tp, tp.Version, shape, v
		return v
	case attrFunction:
		c.Kind, c.Type, c.Version, c.Shape, c.V = cacheClassMethod, tp, tp.Version, shape, v
	}
	return Value{}
}

// fillType is fillLoad for attributes of classes without a metaclass.
func fillType(cls *object.Type, name *Str, c *object.Cache) Value {
	if object.TypeType.Lookup(name).H != nil {
		return Value{}
	}
	d := cls.Lookup(name)
	if d.H == nil {
		return Value{}
	}
	v, kind := classEntry(d)
	if d.H.Type == object.FunctionType {
		v, kind = d, attrValue
	}
	switch kind {
	case attrValue:
		c.Kind, c.Type, c.Version, c.V = cacheTypeValue, cls, cls.Version, v
		return v
	case attrFunction:
		c.Kind, c.Type, c.Version, c.V = cacheTypeMethod, cls, cls.Version, v
	}
	return Value{}
}

// classEntry is what an entry of a class is read as, wherever that is the same for
// ever: a value of a built-in class that is no descriptor or a static method's function (attrValue),
// or the function of a class method (attrFunction).
func classEntry(d Value) (Value, attrKind) {
	dt := d.H.Type
	switch {
	case dt == object.StaticMethodType:
		return wrappedFunc(d), attrValue
	case dt == object.ClassMethodType:
		if fn := wrappedFunc(d); fn.H.Type == object.FunctionType {
			return fn, attrFunction
		}
	case dt.Get == nil && !dt.IsHeap():
		if object.AsBuiltin(d) == nil {
			return d, attrValue
		}
	}
	return Value{}, attrMissing
}

// fillStore fills the cache of an instruction that sets an attribute for which the class has the data descriptor d.
func fillStore(obj Value, tp *object.Type, d Value, c *object.Cache) {
	if g := object.AsGetSet(d); g != nil && g.Slot != nil {
		at := attrsAt(obj, tp)
		if at.Dict != nil || at.Shape == nil {
			return
		}
		if i := at.Shape.Find(g.Slot); i >= 0 {
			c.Kind, c.Type, c.Version, c.Shape, c.Index = cacheShape, tp, tp.Version, at.Shape, int32(i)
		} else if next := at.Shape.Add(g.Slot); next != nil {
			c.Kind, c.Type, c.Version, c.Shape, c.Next = cacheAdd, tp, tp.Version, at.Shape, next
		}
		return
	}
	if d.H.Type == object.PropertyType {
		if fn := object.AsFunction(object.AsProperty(d).Setter); fn != nil {
			c.Kind, c.Type, c.Version, c.V = cacheProperty, tp, tp.Version, object.Obj(&fn.Header)
		}
	}
}
