package object

import (
	"strconv"
	"strings"
)

func initObject() {
	t := ObjectType
	t.Slots.Repr = objectRepr
	t.Slots.Hash = objectHash
	t.Slots.Compare = objectCompare
	t.Slots.Format = objectFormat
	t.Slots.Str = objectStr
	t.staticMethods([]def{{"__new__", "...", objectNew}})
	t.addDefs(KindSlot, []def{
		{"__init__", "...", objectInit},
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
			return None, GenericSetAttr(c, a[0], n, a[2])
		}},
		{"__delattr__", "name, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			n, e := attrName(a[1])
			if e != nil {
				return Null, e
			}
			return None, GenericSetAttr(c, a[0], n, Null)
		}},
	})
	t.methods([]def{
		{"__dir__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Dir(c, a[0]), nil }},
		{"__sizeof__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Int(SizeOf(c, a[0])), nil }},
	})
	t.classMethods([]def{
		{"__init_subclass__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
			if len(kw) > 0 {
				return Null, NewExc(TypeError, "%s.__init_subclass__() takes no keyword arguments", AsType(a[0]))
			}
			return None, nil
		}},
		{"__subclasshook__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) { return NotImplemented, nil }},
	})
	t.AddGetSet("__class__", func(c *Ctx, v Value) (Value, *Exc) { return v.H.Type.Value(), nil }, setClass)
	t.Dict.SetStr(strDoc, None)
}

func attrName(v Value) (*Str, *Exc) {
	s := AsStr(v)
	if s == nil {
		return nil, NewExc(TypeError, "attribute name must be string, not '%s'", v.H.Type)
	}
	return InternStr(s), nil
}

func hexID(c *Ctx, v Value) string { return "0x" + strconv.FormatUint(c.ID(v), 16) }

// Address is how a repr shows where v lies.
func Address(c *Ctx, v Value) string { return hexID(c, v) }

func objectRepr(c *Ctx, v Value) (string, *Exc) {
	return "<" + v.H.Type.fullName() + " object at " + hexID(c, v) + ">", nil
}

// objectStr is repr(v), whatever that is for the class.
func objectStr(c *Ctx, v Value) (string, *Exc) { return Repr(c, v) }

func objectHash(c *Ctx, v Value) (int64, *Exc) {
	id := c.ID(v)
	return int64(id>>4 | id<<60), nil
}

// objectNew is object.__new__.
func objectNew(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	if len(a) == 0 {
		return Null, NewExc(TypeError, "object.__new__(): not enough arguments")
	}
	t := AsType(a[0])
	if t == nil {
		return Null, NewExc(TypeError, "object.__new__(X): X is not a type object (%s)", a[0].H.Type)
	}
	if len(a) > 1 {
		if !isObjects(t, strNew) {
			return Null, NewExc(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if isObjects(t, strInit) {
			return Null, NewExc(TypeError, "%s() takes no arguments", t)
		}
	}
	b := t.BuiltinBase()
	if b != SimpleNamespaceType && !isObjects(b, strNew) {
		return Null, NewExc(TypeError, "object.__new__(%s) is not safe, use %s.__new__()", t, b)
	}
	if t.Flags&AbstractClass != 0 {
		if e := abstractError(c, t); e != nil {
			return Null, e
		}
	}
	if b.Layout == LayoutOther && b.Alloc != nil {
		return b.Alloc(c, t), nil
	}
	return NewInstance(t), nil
}

// isObjects tells whether name is object's own in class t.
func isObjects(t *Type, name *Str) bool {
	v, _ := ObjectType.Dict.GetStr(name)
	return t.Lookup(name) == v
}

func abstractError(c *Ctx, t *Type) *Exc {
	v, ok := t.Dict.GetStr(strAbstract)
	if !ok {
		return nil
	}
	items, e := Drain(c, v)
	if e != nil || len(items) == 0 {
		return e
	}
	names := make([]string, 0, len(items))
	for _, x := range items {
		if s := AsStr(x); s != nil {
			names = append(names, s.Text)
		}
	}
	sortStrings(names)
	return NewExc(TypeError, "Can't instantiate abstract class %s with abstract method%s %s", t, plural(len(names)), strings.Join(names, ", "))
}

func sortStrings(s []string) {
	for i := 1; i < len(s); i++ {
		for j := i; j > 0 && s[j] < s[j-1]; j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
}

func objectInit(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	if len(a) == 0 {
		return Null, NewExc(TypeError, "descriptor '__init__' of 'object' object needs an argument")
	}
	if len(a) > 1 {
		t := a[0].H.Type
		if !isObjects(t, strInit) {
			return Null, NewExc(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
		}
		if isObjects(t, strNew) {
			return Null, NewExc(TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)", t)
		}
	}
	return None, nil
}

func setClass(c *Ctx, v, val Value) *Exc {
	if val.IsNull() {
		return NewExc(TypeError, "can't delete __class__ attribute")
	}
	t := AsType(val)
	if t == nil {
		return NewExc(TypeError, "__class__ must be set to a class, not '%s' object", val.H.Type)
	}
	old := v.H.Type
	if !old.IsHeap() || !t.IsHeap() {
		return NewExc(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if !sameLayout(old, t) {
		return NewExc(TypeError, "__class__ assignment: '%s' object layout differs from '%s'", t, old)
	}
	v.H.Type = t
	return nil
}

// sameLayout tells whether an instance of one class may become one of the other: both add the same to the same base.
func sameLayout(a, b *Type) bool {
	for a.IsHeap() && !addsLayout(a) {
		a = a.Base
	}
	for b.IsHeap() && !addsLayout(b) {
		b = b.Base
	}
	if a == b {
		return true
	}
	if !a.IsHeap() || !b.IsHeap() || a.Base != b.Base || len(a.SlotNames) != len(b.SlotNames) || (a.Flags^b.Flags)&(HasDict|HasWeakRef) != 0 {
		return false
	}
	switch a.Layout {
	case LayoutInt, LayoutTuple, LayoutBytes: // what is added lies behind a part of variable size
		return false
	}
	for i, n := range a.SlotNames {
		if b.SlotNames[i] != n {
			return false
		}
	}
	return true
}

// addsLayout tells whether instances hold more than those of the base.
func addsLayout(t *Type) bool {
	return len(t.SlotNames) != len(t.Base.SlotNames) || (t.Flags^t.Base.Flags)&HasDict != 0 || t.Weakable() != t.Base.Weakable()
}

// Dir lists the names of v's attributes: those of its dictionary, its class and the bases.
func Dir(c *Ctx, v Value) Value {
	names := NewDict()
	if t := AsType(v); t != nil {
		for _, k := range t.MRO {
			addNames(names, k.Dict)
		}
	} else {
		if m := AsModule(v); m != nil {
			addNames(names, m.Dict)
			return sortedNames(names)
		}
		if f := AsFunction(v); f != nil && f.Dict != nil {
			addNames(names, f.Dict)
		}
		if a := AttrsOf(v); a != nil {
			if a.Dict != nil {
				addNames(names, a.Dict)
			} else if a.Shape != nil {
				for _, n := range a.Shape.Names() {
					if !isSlotName(n) {
						names.SetStr(n, None)
					}
				}
			}
		}
		for _, k := range v.H.Type.MRO {
			addNames(names, k.Dict)
		}
	}
	return sortedNames(names)
}

func addNames(to, from *Dict) {
	for i := range from.entries {
		// __notes__ counts as an attribute of the exceptions that have notes only.
		if s := AsStr(from.entries[i].Key); s != nil && s.Text != "__notes__" {
			to.SetStr(s, None)
		}
	}
}

func sortedNames(d *Dict) Value {
	vals := make([]Value, 0, d.used)
	for i := range d.entries {
		vals = append(vals, d.entries[i].Key)
	}
	mergeSortBy(vals, func(a, b Value) bool { return AsStr(a).Text < AsStr(b).Text })
	return NewList(vals)
}

// mergeSortBy sorts stably with a comparison that cannot fail.
func mergeSortBy(v []Value, less func(a, b Value) bool) {
	if len(v) < 2 {
		return
	}
	buf := make([]Value, len(v))
	for w := 1; w < len(v); w *= 2 {
		for i := 0; i < len(v); i += 2 * w {
			a, b, end := i, min(i+w, len(v)), min(i+2*w, len(v))
			mid := b
			for k := i; k < end; k++ {
				if a < mid && (b >= end || !less(v[b], v[a])) {
					buf[k] = v[a]
					a++
				} else {
					buf[k] = v[b]
					b++
				}
			}
		}
		copy(v, buf)
	}
}

// SizeOf is an estimate of what sys.getsizeof(v) says, exact for common classes.
func SizeOf(c *Ctx, v Value) int64 {
	switch v.H.Type.Layout {
	case LayoutInt:
		n := ToBig(v)
		digits := int64(n.BitLen()+29) / 30
		return 24 + 4*max(digits, 0)
	case LayoutFloat:
		return 24
	case LayoutComplex:
		return 32
	case LayoutStr:
		s := AsStr(v)
		if s.ASCII() {
			return 49 + int64(s.Len)
		}
		width := int64(1)
		for _, r := range s.codePoints() {
			if r > 0xFFFF {
				width = 4
				break
			} else if r > 0xFF {
				width = 2
			}
		}
		if width == 1 {
			return 73 + int64(s.Len)
		}
		return 74 + width*int64(s.Len)
	case LayoutBytes:
		return 33 + int64(len(AsBytes(v).Data))
	case LayoutByteArray:
		return 57 + int64(len(AsByteArray(v).Data))
	case LayoutTuple:
		return 40 + 8*int64(len(AsTuple(v).Elems))
	case LayoutList:
		return 56 + 8*int64(len(AsList(v).Elems))
	case LayoutDict:
		n := AsDict(v).Len()
		if n == 0 {
			return 64
		}
		size := int64(8)
		for size*2/3 < int64(n) {
			size *= 2
		}
		return 64 + size + 24*(size*2/3) + 48
	case LayoutSet:
		if s := AsSet(v); s.mask > 7 {
			return 216 + 16*int64(s.mask+1)
		}
		return 216
	case LayoutType:
		return 1064
	}
	if v.H == &BoolHeader {
		return 24 + 4*int64(v.N)
	}
	return 48
}
