package object

import "unsafe"

// Instances of subclasses of built-in classes: the built-in's struct, then the
// attributes. An int or float in a subclass is boxed.

// IntInstance is an instance of a subclass of int; V is an Int or a BigInt.
type IntInstance struct {
	Header
	V Value
	Attrs
}

// FloatInstance is an instance of a subclass of float.
type FloatInstance struct {
	Header
	V float64
	Attrs
}

// The others embed the struct of their built-in class.
type (
	ComplexInstance struct {
		Complex
		Attrs
	}
	StrInstance struct {
		Str
		Attrs
	}
	BytesInstance struct {
		Bytes
		Attrs
	}
	ByteArrayInstance struct {
		ByteArray
		Attrs
	}
	TupleInstance struct {
		Tuple
		Attrs
	}
	ListInstance struct {
		List
		Attrs
	}
	DictInstance struct {
		Dict
		Attrs
	}
	SetInstance struct {
		Set
		Attrs
	}
	ModuleInstance struct {
		Module
		Attrs
	}
	PropertyInstance struct {
		Property
		Attrs
	}
)

// attrOffset is where an instance of a program's class of that layout keeps its attributes.
func attrOffset(l Layout) uintptr {
	switch l {
	case LayoutObject:
		return unsafe.Offsetof(Instance{}.Attrs)
	case LayoutInt:
		return unsafe.Offsetof(IntInstance{}.Attrs)
	case LayoutFloat:
		return unsafe.Offsetof(FloatInstance{}.Attrs)
	case LayoutComplex:
		return unsafe.Offsetof(ComplexInstance{}.Attrs)
	case LayoutStr:
		return unsafe.Offsetof(StrInstance{}.Attrs)
	case LayoutBytes:
		return unsafe.Offsetof(BytesInstance{}.Attrs)
	case LayoutByteArray:
		return unsafe.Offsetof(ByteArrayInstance{}.Attrs)
	case LayoutTuple:
		return unsafe.Offsetof(TupleInstance{}.Attrs)
	case LayoutList:
		return unsafe.Offsetof(ListInstance{}.Attrs)
	case LayoutDict:
		return unsafe.Offsetof(DictInstance{}.Attrs)
	case LayoutSet:
		return unsafe.Offsetof(SetInstance{}.Attrs)
	case LayoutExc:
		return unsafe.Offsetof(Exc{}.Attrs)
	case LayoutModule:
		return unsafe.Offsetof(ModuleInstance{}.Attrs)
	case LayoutProperty:
		return unsafe.Offsetof(PropertyInstance{}.Attrs)
	case LayoutClassMethod:
		return unsafe.Offsetof(ClassMethod{}.Attrs)
	}
	return 0
}

// NewInstance makes an instance of class t with the contents of a fresh, empty
// built-in: what object.__new__ and the immutable classes' __new__ build on.
func NewInstance(t *Type) Value {
	switch t.Layout {
	case LayoutObject:
		return newPlain(t)
	case LayoutInt:
		o := &IntInstance{V: Int(0)}
		o.Type = t
		return Obj(&o.Header)
	case LayoutFloat:
		o := &FloatInstance{}
		o.Type = t
		return Obj(&o.Header)
	case LayoutComplex:
		o := &ComplexInstance{}
		o.Type = t
		return Obj(&o.Complex.Header)
	case LayoutStr:
		o := &StrInstance{}
		o.Type = t
		return Obj(&o.Str.Header)
	case LayoutBytes:
		o := &BytesInstance{}
		o.Type = t
		return Obj(&o.Bytes.Header)
	case LayoutByteArray:
		o := &ByteArrayInstance{}
		o.Type = t
		return Obj(&o.ByteArray.Header)
	case LayoutTuple:
		o := &TupleInstance{}
		o.Type = t
		return Obj(&o.Tuple.Header)
	case LayoutList:
		o := &ListInstance{}
		o.Type = t
		return Obj(&o.List.Header)
	case LayoutDict:
		o := &DictInstance{}
		o.Type = t
		o.changed()
		return Obj(&o.Dict.Header)
	case LayoutSet:
		o := &SetInstance{}
		o.Type = t
		return Obj(&o.Set.Header)
	case LayoutExc:
		o := &Exc{}
		o.Type = t
		return Obj(&o.Header)
	case LayoutModule:
		o := &ModuleInstance{}
		o.Type = t
		o.Module.Dict = NewDict()
		o.Attrs.SetDict(o.Module.Dict) // a module's attributes are its dictionary, in a subclass too
		return Obj(&o.Module.Header)
	case LayoutProperty:
		o := &PropertyInstance{}
		o.Type = t
		return Obj(&o.Property.Header)
	case LayoutClassMethod:
		o := &ClassMethod{}
		o.Type = t
		return Obj(&o.Header)
	}
	return Null
}

// newPlain makes an instance of a class whose base is object. Where the class is known to have
// few attributes, they lie behind it, in the same piece of memory.
func newPlain(t *Type) Value {
	switch n := t.ValsHint; {
	case n == 0:
		o := &Instance{}
		o.Type, o.Shape = t, t.Root
		return Obj(&o.Header)
	case n <= 2:
		o := &struct {
			Instance
			room [2]Value
		}{}
		o.Type, o.Shape, o.Vals = t, t.Root, o.room[:0]
		return Obj(&o.Header)
	case n <= 4:
		o := &struct {
			Instance
			room [4]Value
		}{}
		o.Type, o.Shape, o.Vals = t, t.Root, o.room[:0]
		return Obj(&o.Header)
	default:
		o := &Instance{}
		o.Type, o.Shape, o.Vals = t, t.Root, make([]Value, 0, n)
		return Obj(&o.Header)
	}
}

// allocInstance is the Alloc of classes whose layout this package knows.
func allocInstance(c *Ctx, t *Type) Value { return NewInstance(t) }
