package object

import (
	"sort"
	"strconv"
	"strings"
)

// NewType makes a class: what type.__new__ does before __set_name__ and
// __init_subclass__, which are the virtual machine's to call. meta is the most
// derived metaclass (see BestMeta). The dictionary is kept.
func NewType(c *Ctx, meta *Type, name string, baseVals []Value, dict *Dict) (*Type, *Exc) {
	bases := []*Type{ObjectType}
	if len(baseVals) > 0 {
		bases = make([]*Type, len(baseVals))
	}
	for i, v := range baseVals {
		if bases[i] = AsType(v); bases[i] == nil {
			return nil, NewExc(TypeError, "bases must be types")
		}
	}
	t := &Type{Name: name, Bases: append([]*Type(nil), bases...), Dict: dict, Flags: HeapType}
	t.Header.Type = meta
	if meta.Flags&HeapType != 0 {
		t.MetaAttrs = nil
	}
	for _, b := range bases {
		if b.Flags&NotBase != 0 {
			return nil, NewExc(TypeError, "type '%s' is not an acceptable base type", b.fullName())
		}
	}
	base, e := bestBase(bases)
	if e != nil {
		return nil, e
	}
	if strings.IndexByte(name, 0) >= 0 {
		return nil, NewExc(ValueError, "type name must not contain null characters")
	}
	t.Base = base
	if t.MRO, e = linearize(t, bases); e != nil {
		return nil, e
	}
	if e := t.setBody(c, dict); e != nil {
		return nil, e
	}
	for _, b := range bases {
		t.Flags |= b.Flags & IsExc
	}
	for _, b := range t.MRO[1:] { // the first class that knows decides which patterns match
		if t.Flags&(SequencePattern|MappingPattern) == 0 {
			t.Flags |= b.Flags & (SequencePattern | MappingPattern)
		}
	}
	t.Flags |= base.Flags & (HasDict | HasWeakRef)
	t.Layout = base.Layout
	t.Alloc = base.Alloc
	if t.Alloc == nil {
		t.Alloc = allocInstance
	}
	t.AttrOffset = base.AttrOffset
	if off := attrOffset(t.Layout); off != 0 {
		t.AttrOffset = off
	}
	if base.SubAttrs != 0 {
		t.AttrOffset, t.SubAttrs = base.SubAttrs, base.SubAttrs
	}
	t.Root = NewRoot()
	if e := t.makeSlots(c, dict); e != nil {
		return nil, e
	}
	c.versions++
	t.Version = c.versions
	t.deriveSlots()
	for _, b := range t.Bases {
		c.AddSubclass(b, t)
	}
	return t, nil
}

// setBody takes out of a class body what is kept in the Type itself.
func (t *Type) setBody(c *Ctx, dict *Dict) *Exc {
	t.QualName = t.Name
	if v, ok := dict.GetStr(strQualName); ok {
		s := AsStr(v)
		if s == nil {
			return NewExc(TypeError, "type __qualname__ must be a str, not %s", v.H.Type)
		}
		t.QualName = s.Text
		dict.DelStr(strQualName)
	}
	if v, ok := dict.GetStr(strModule); ok {
		if s := AsStr(v); s != nil {
			t.Module = s.Text
			t.setFull()
		}
	} else {
		t.Module = "builtins"
	}
	if v, ok := dict.GetStr(strDoc); ok {
		if s := AsStr(v); s != nil {
			t.Doc = s.Text
		}
	} else {
		dict.SetStr(strDoc, None)
	}
	if v, ok := dict.GetStr(strNew); ok && AsFunction(v) != nil {
		dict.SetStr(strNew, NewStaticMethod(v))
	}
	for _, name := range [...]*Str{strInitSubclass, strClassGetItem} {
		if v, ok := dict.GetStr(name); ok && AsFunction(v) != nil {
			dict.SetStr(name, NewClassMethod(v))
		}
	}
	if _, ok := dict.GetStr(strEq); ok {
		if _, ok := dict.GetStr(strHash); !ok {
			dict.SetStr(strHash, None)
		}
	}
	return nil
}

// makeSlots handles __slots__, or gives instances a dictionary and weak references.
func (t *Type) makeSlots(c *Ctx, dict *Dict) *Exc {
	t.SlotNames = append([]*Str(nil), t.Base.SlotNames...)
	variable := false // instances of one class differ in size
	switch t.Layout {
	case LayoutInt, LayoutTuple, LayoutBytes:
		variable = true
	}
	mayDict := t.Base.Flags&HasDict == 0 && t.Layout != LayoutType
	mayWeak := !t.Base.Weakable() && !variable
	v, ok := dict.GetStr(strSlots)
	if !ok {
		if mayDict {
			t.addDict(dict)
		}
		if mayWeak {
			t.addWeakRef(dict)
		}
		t.Flags |= HasDict
		return nil
	}
	names, e := slotNames(c, v)
	if e != nil {
		return e
	}
	if len(names) > 0 && variable {
		return NewExc(TypeError, "nonempty __slots__ not supported for subtype of '%s'", t.Base)
	}
	var own []*Str
	for _, n := range names {
		switch {
		case !IsIdentifier(n.Text):
			return NewExc(TypeError, "__slots__ must be identifiers")
		case n == strDict:
			if !mayDict {
				return NewExc(TypeError, "__dict__ slot disallowed: we already got one")
			}
			mayDict = false
			t.addDict(dict)
			continue
		case n == strWeakRef:
			if !mayWeak {
				return NewExc(TypeError, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0")
			}
			mayWeak = false
			t.addWeakRef(dict)
			continue
		}
		name := Intern(t.mangle(n.Text))
		if v, ok := dict.GetStr(name); ok && !(name == strDoc && v.IsNone()) { // no docstring is no conflict
			return NewExc(ValueError, "'%s' in __slots__ conflicts with class variable", name)
		}
		own = append(own, name)
	}
	for _, b := range t.Bases { // secondary bases may bring what the first has not
		if mayDict && b.Flags&HasDict != 0 {
			mayDict = false
			t.addDict(dict)
		}
		if mayWeak && b.Weakable() {
			mayWeak = false
			t.addWeakRef(dict)
		}
	}
	sort.Slice(own, func(i, j int) bool { return own[i].Text < own[j].Text })
	for i, name := range own {
		if i > 0 && name == own[i-1] {
			continue
		}
		t.SlotNames = append(t.SlotNames, name)
		dict.SetStr(name, Obj(&newSlotMember(t, name, len(t.SlotNames)).Header))
	}
	return nil
}

func (t *Type) addDict(dict *Dict) {
	t.Flags |= HasDict
	dict.SetStr(strDict, Obj(&(&GetSet{Header: Header{Type: GetSetDescriptorType}, Name: "__dict__", Get: getInstanceDict, Set: setInstanceDict, Owner: t}).Header))
}

func (t *Type) addWeakRef(dict *Dict) {
	t.Flags |= HasWeakRef
	dict.SetStr(strWeakRef, Obj(&(&GetSet{Header: Header{Type: GetSetDescriptorType}, Name: "__weakref__", Get: getWeakRef, Owner: t}).Header))
}

// Weakable tells whether weak references to instances are possible.
func (t *Type) Weakable() bool {
	if t.Flags&HasWeakRef != 0 {
		return true
	}
	for ; t != nil && t != ObjectType; t = t.Base {
		switch {
		case t.IsHeap():
			continue
		case t.Module != "builtins":
			return t.Layout == LayoutOther
		}
		switch t {
		case FunctionType, MethodType, BuiltinType, ModuleType, TypeType, SetType, FrozenSetType, CodeType, MemoryViewType,
			GeneratorType, CoroutineType, AsyncGeneratorType:
			return true
		}
	}
	return false
}

// mangle is how a private name is written inside class t.
func (t *Type) mangle(n string) string {
	cls := strings.TrimLeft(t.Name, "_")
	if !strings.HasPrefix(n, "__") || strings.HasSuffix(n, "__") || cls == "" {
		return n
	}
	return "_" + cls + n
}

func slotNames(c *Ctx, v Value) ([]*Str, *Exc) {
	if s := AsStr(v); s != nil {
		return []*Str{InternStr(s)}, nil
	}
	items, e := Drain(c, v)
	if e != nil {
		return nil, e
	}
	out := make([]*Str, len(items))
	for i, x := range items {
		s := AsStr(x)
		if s == nil {
			return nil, NewExc(TypeError, "__slots__ items must be strings, not '%s'", x.H.Type)
		}
		out[i] = InternStr(s)
	}
	return out, nil
}

// newSlotMember makes the descriptor of a name in __slots__. Its key is the number of the slot, so that a subclass may
// have a slot of the same name, and an instance may change to a class with the same slots.
func newSlotMember(t *Type, name *Str, n int) *GetSet {
	key := Intern(slotPrefix + strconv.Itoa(n) + "\x00" + name.Text)
	return &GetSet{
		Header: Header{Type: MemberDescriptorType}, Name: name.Text, Owner: t, Slot: key,
		Get: func(c *Ctx, obj Value) (Value, *Exc) {
			if v, ok := AttrsOf(obj).slot(key); ok {
				return v, nil
			}
			return Null, NewAttributeError(obj, name, "'%s' object has no attribute '%s'", obj.H.Type, name)
		},
		Set: func(c *Ctx, obj, val Value) *Exc {
			a := AttrsOf(obj)
			if val.IsNull() {
				if _, ok := a.slot(key); !ok {
					return NewAttributeError(obj, name, "%s", name)
				}
			}
			a.setSlot(key, val)
			if n := len(a.Vals); n > obj.H.Type.ValsHint {
				obj.H.Type.ValsHint = n
			}
			return nil
		},
	}
}

// solid is the class that decides the struct of t's instances.
func (t *Type) solid() *Type {
	for b := t; b != nil; b = b.Base {
		if !b.IsHeap() && b.Layout != LayoutObject && (b.Base == nil || b.Base.Layout != b.Layout || b.Layout == LayoutOther) {
			return b
		}
		if b.IsHeap() && len(b.SlotNames) > len(b.Base.SlotNames) {
			return b
		}
	}
	return ObjectType
}

// bestBase picks the base whose struct the new class's instances get.
func bestBase(bases []*Type) (*Type, *Exc) {
	best := bases[0]
	winner := best.solid()
	for _, b := range bases[1:] {
		s := b.solid()
		switch {
		case winner.IsSubtype(s):
		case s.IsSubtype(winner):
			winner, best = s, b
		default:
			return nil, NewExc(TypeError, "multiple bases have instance lay-out conflict")
		}
	}
	return best, nil
}

// linearize computes the MRO (C3).
func linearize(t *Type, bases []*Type) ([]*Type, *Exc) {
	for i, b := range bases {
		for _, o := range bases[:i] {
			if b == o {
				return nil, NewExc(TypeError, "duplicate base class %s", b.Name)
			}
		}
	}
	mro := []*Type{t}
	if len(bases) == 1 {
		return append(mro, bases[0].MRO...), nil
	}
	lists := make([][]*Type, 0, len(bases)+1)
	for _, b := range bases {
		lists = append(lists, b.MRO)
	}
	lists = append(lists, bases)
	for {
		var next *Type
		left := false
		for _, l := range lists {
			if len(l) == 0 {
				continue
			}
			left = true
			if !inTail(l[0], lists) {
				next = l[0]
				break
			}
		}
		if !left {
			return mro, nil
		}
		if next == nil {
			return nil, mroConflict(lists)
		}
		mro = append(mro, next)
		for i, l := range lists {
			if len(l) > 0 && l[0] == next {
				lists[i] = l[1:]
			}
		}
	}
}

func inTail(t *Type, lists [][]*Type) bool {
	for _, l := range lists {
		for i := 1; i < len(l); i++ {
			if l[i] == t {
				return true
			}
		}
	}
	return false
}

// mroConflict names the heads of what could not be merged.
func mroConflict(lists [][]*Type) *Exc {
	var names []string
	var seen []*Type
outer:
	for _, l := range lists {
		if len(l) == 0 {
			continue
		}
		for _, s := range seen {
			if s == l[0] {
				continue outer
			}
		}
		seen = append(seen, l[0])
		names = append(names, l[0].Name)
	}
	return NewExc(TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases %s", strings.Join(names, ", "))
}

// BestMeta is the most derived of a metaclass and those of the bases.
func BestMeta(meta *Type, bases []Value) (*Type, *Exc) {
	for _, b := range bases {
		m := b.H.Type
		switch {
		case meta.IsSubtype(m):
		case m.IsSubtype(meta):
			meta = m
		default:
			return nil, NewExc(TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return meta, nil
}

// fullName is module.qualname, without the module for built-ins.
func (t *Type) fullName() string {
	if t.Module == "builtins" || t.Module == "" {
		return t.QualName
	}
	return t.Module + "." + t.QualName
}

// SetBases assigns __bases__.
func (t *Type) SetBases(c *Ctx, bases []*Type) *Exc {
	base, e := bestBase(bases)
	if e != nil {
		return e
	}
	if base.Layout != t.Layout {
		return NewExc(TypeError, "__bases__ assignment: '%s' object layout differs from '%s'", base, t.Base)
	}
	// The orders of the subclasses change with it; when one has none any more, nothing changes.
	old := [...][]*Type{t.Bases, t.MRO}
	t.Bases = append([]*Type(nil), bases...)
	below := []*Type{t}
	var orders [][]*Type
	for i := 0; i < len(below); i++ {
		k := below[i]
		saved := k.MRO
		mro, e := linearize(k, k.Bases)
		if e != nil {
			for n := len(orders) - 1; n >= 0; n-- {
				below[n].MRO = orders[n]
			}
			t.Bases, t.MRO = old[0], old[1]
			return e
		}
		orders = append(orders, saved)
		k.MRO = mro
		below = append(below, c.subclasses[k]...)
	}
	t.Bases = old[0]
	for _, b := range t.Bases {
		subs := c.subclasses[b]
		for i, s := range subs {
			if s == t {
				c.subclasses[b] = append(subs[:i:i], subs[i+1:]...)
				break
			}
		}
	}
	t.Base, t.Bases = base, append([]*Type(nil), bases...)
	for _, b := range bases {
		c.AddSubclass(b, t)
	}
	t.Modified(c)
	return nil
}

// MatchLike makes instances of t and of its subclasses match what those of like match.
func (t *Type) MatchLike(c *Ctx, like *Type) {
	const both = SequencePattern | MappingPattern
	if flags := like.Flags & both; flags != 0 && t.Flags&both != flags && t.IsHeap() {
		t.Flags = t.Flags&^both | flags
		for _, k := range c.subclasses[t] {
			k.MatchLike(c, like)
		}
	}
}
