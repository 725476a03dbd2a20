package object

// How classes made by a program get their slots: those of the built-in classes
// they inherit from, except where a class on the way defines the method in
// Python. Such a slot answers NeedVM.

// pySlot is a set of slots that are written in Python.
type pySlot uint32

const (
	pyRepr pySlot = 1 << iota
	pyStr
	pyHash
	pyCmp
	pyBool
	pyLen
	pyNeg
	pyPos
	pyInvert
	pyGetItem
	pySetItem
	pyDelItem
	pyContains
	pyIter
	pyNext
	pyGet
	pySet
	pyFormat
)

// pyCompare tells whether the class compares in Python.
func (t *Type) pyCompare() bool { return t.pySlots&pyCmp != 0 }

// The slots of methods written in Python.
func pyString(*Ctx, Value) (string, *Exc)          { return "", NeedVM }
func pyUnary(*Ctx, Value) (Value, *Exc)            { return Null, NeedVM }
func pyBinary(*Ctx, Value, Value) (Value, *Exc)    { return Null, NeedVM }
func pySetItemSlot(*Ctx, Value, Value, Value) *Exc { return NeedVM }
func pyDelItemSlot(*Ctx, Value, Value) *Exc        { return NeedVM }

// slotDef connects the name of a method with its slot: how to copy it from one
// Slots to another, and how to mark it as Python's.
type slotDef struct {
	bit  pySlot
	copy func(to, from *Slots)
	py   func(s *Slots)
	none func(s *Slots) // what the class's saying None means, nil for nothing
}

var (
	slotDefs    map[*Str]*slotDef
	binSlots    map[*Str]BinOp // __add__ and __radd__
	inplaceDefs map[*Str]BinOp // __iadd__
)

var binMethodNames = [NumBinOps]string{"add", "sub", "mul", "matmul", "truediv", "mod", "pow",
	"lshift", "rshift", "or", "xor", "and", "floordiv"}

func initSlotDefs() {
	binSlots = make(map[*Str]BinOp, 32)
	inplaceDefs = make(map[*Str]BinOp, 16)
	for i, n := range binMethodNames {
		binSlots[Intern("__"+n+"__")] = BinOp(i)
		binSlots[Intern("__r"+n+"__")] = BinOp(i)
		inplaceDefs[Intern("__i"+n+"__")] = BinOp(i)
	}
	slotDefs = make(map[*Str]*slotDef, 32)
	def := func(name string, bit pySlot, cp func(to, from *Slots), py func(s *Slots)) *slotDef {
		d := &slotDef{bit: bit, copy: cp, py: py}
		slotDefs[Intern(name)] = d
		return d
	}
	def("__repr__", pyRepr, func(to, from *Slots) { to.Repr = from.Repr }, func(s *Slots) { s.Repr = pyString })
	def("__str__", pyStr, func(to, from *Slots) { to.Str = from.Str }, func(s *Slots) { s.Str = pyString })
	def("__hash__", pyHash, func(to, from *Slots) { to.Hash = from.Hash }, func(s *Slots) {
		s.Hash = func(*Ctx, Value) (int64, *Exc) { return 0, NeedVM }
	}).none = func(s *Slots) { s.Hash = nil }
	for _, n := range [...]string{"lt", "le", "eq", "ne", "gt", "ge"} {
		def("__"+n+"__", pyCmp, func(to, from *Slots) { to.Compare = from.Compare }, func(s *Slots) {
			s.Compare = func(*Ctx, Value, Value, int) (Value, *Exc) { return Null, NeedVM }
		})
	}
	def("__bool__", pyBool, func(to, from *Slots) { to.Bool = from.Bool }, func(s *Slots) {
		s.Bool = func(*Ctx, Value) (bool, *Exc) { return false, NeedVM }
	})
	def("__len__", pyLen, func(to, from *Slots) { to.Len = from.Len }, func(s *Slots) {
		s.Len = func(*Ctx, Value) (int, *Exc) { return 0, NeedVM }
	})
	def("__neg__", pyNeg, func(to, from *Slots) { to.Neg = from.Neg }, func(s *Slots) { s.Neg = pyUnary })
	def("__pos__", pyPos, func(to, from *Slots) { to.Pos = from.Pos }, func(s *Slots) { s.Pos = pyUnary })
	def("__invert__", pyInvert, func(to, from *Slots) { to.Invert = from.Invert }, func(s *Slots) { s.Invert = pyUnary })
	def("__getitem__", pyGetItem, func(to, from *Slots) { to.GetItem = from.GetItem }, func(s *Slots) { s.GetItem = pyBinary })
	def("__setitem__", pySetItem, func(to, from *Slots) { to.SetItem = from.SetItem }, func(s *Slots) { s.SetItem = pySetItemSlot })
	def("__delitem__", pyDelItem, func(to, from *Slots) { to.DelItem = from.DelItem }, func(s *Slots) { s.DelItem = pyDelItemSlot })
	def("__contains__", pyContains, func(to, from *Slots) { to.Contains = from.Contains }, func(s *Slots) {
		s.Contains = func(*Ctx, Value, Value) (bool, *Exc) { return false, NeedVM }
	})
	def("__iter__", pyIter, func(to, from *Slots) { to.Iter = from.Iter }, func(s *Slots) { s.Iter = pyUnary })
	def("__next__", pyNext, func(to, from *Slots) { to.Next = from.Next }, func(s *Slots) { s.Next = pyUnary })
	def("__get__", pyGet, func(to, from *Slots) { to.Get = from.Get }, func(s *Slots) {
		s.Get = func(*Ctx, Value, Value, *Type) (Value, *Exc) { return Null, NeedVM }
	})
	pyset := func(s *Slots) { s.Set = func(*Ctx, Value, Value, Value) *Exc { return NeedVM } }
	def("__set__", pySet, func(to, from *Slots) { to.Set = from.Set }, pyset)
	def("__delete__", pySet, func(to, from *Slots) { to.Set = from.Set }, pyset)
	def("__format__", pyFormat, func(to, from *Slots) { to.Format = from.Format }, func(s *Slots) {
		s.Format = func(*Ctx, Value, string) (string, *Exc) { return "", NeedVM }
	})
}

// mergeSlots copies into s what from has.
func mergeSlots(s, from *Slots) {
	for _, d := range slotList {
		d.merge(s, from)
	}
	for i := range from.Binary {
		if from.Binary[i] != nil {
			s.Binary[i] = from.Binary[i]
		}
		if from.InPlace[i] != nil {
			s.InPlace[i] = from.InPlace[i]
		}
	}
}

// slotMerger copies one slot when the source has it.
type slotMerger struct{ merge func(to, from *Slots) }

var slotList = []slotMerger{
	{func(to, from *Slots) {
		if from.Repr != nil {
			to.Repr = from.Repr
			to.Str = from.Str
		} else if from.Str != nil {
			to.Str = from.Str
		}
	}},
	{func(to, from *Slots) {
		if from.Compare != nil { // a class that compares decides about hashing, too
			to.Compare, to.Hash = from.Compare, from.Hash
		} else if from.Hash != nil {
			to.Hash = from.Hash
		}
	}},
	{func(to, from *Slots) {
		if from.Bool != nil {
			to.Bool = from.Bool
		}
		if from.Len != nil {
			to.Len = from.Len
		}
		if from.Neg != nil {
			to.Neg = from.Neg
		}
		if from.Pos != nil {
			to.Pos = from.Pos
		}
		if from.Invert != nil {
			to.Invert = from.Invert
		}
	}},
	{func(to, from *Slots) {
		if from.GetItem != nil {
			to.GetItem = from.GetItem
		}
		if from.SetItem != nil {
			to.SetItem = from.SetItem
		}
		if from.DelItem != nil {
			to.DelItem = from.DelItem
		}
		if from.Contains != nil {
			to.Contains = from.Contains
		}
		if from.Iter != nil {
			to.Iter = from.Iter
		}
		if from.Next != nil {
			to.Next = from.Next
		}
	}},
	{func(to, from *Slots) {
		if from.GetAttr != nil {
			to.GetAttr = from.GetAttr
		}
		if from.SetAttr != nil {
			to.SetAttr = from.SetAttr
		}
		if from.Get != nil {
			to.Get = from.Get
		}
		if from.Set != nil {
			to.Set = from.Set
		}
		if from.Format != nil {
			to.Format = from.Format
		}
		if from.Traverse != nil {
			to.Traverse = from.Traverse
		}
		if from.Memory != nil {
			to.Memory = from.Memory
		}
	}},
}

// inheritSlots gives a built-in class the slots of its base that it lacks.
func inheritSlots(t *Type) {
	if t.Base == nil {
		return
	}
	own := t.Slots
	t.Slots = t.Base.Slots
	mergeSlots(&t.Slots, &own)
	if t.Base.leafIter {
		t.leafIter = true
	}
}

// deriveSlots computes the slots of a program's class from its MRO.
func (t *Type) deriveSlots() {
	t.Slots = Slots{}
	t.pySlots, t.pyBin = 0, 0
	t.Flags &^= HasGetattr | HasGetattribute | HasSetattr | HasDel
	for i := len(t.MRO) - 1; i >= 0; i-- {
		k := t.MRO[i]
		if !k.IsHeap() {
			str := t.Str
			mergeSlots(&t.Slots, &k.Slots)
			if _, own := k.Dict.GetStr(strStr); !own && t.pySlots&pyStr != 0 {
				t.Str = str // as with float, that has a __repr__ only
			}
			continue
		}
		for j := range k.Dict.entries {
			e := &k.Dict.entries[j]
			if e.Key.H == nil || e.Key.H.Type != StrType {
				continue
			}
			name := ptr[Str](e.Key)
			if len(name.Text) > 4 && name.Text[0] == '_' && name.Text[1] == '_' {
				t.applyMethod(InternStr(name), e.Val)
			}
		}
	}
}

// applyMethod takes one entry of a class dictionary into account.
func (t *Type) applyMethod(name *Str, v Value) {
	b := AsBuiltin(v)
	if d, ok := slotDefs[name]; ok {
		switch {
		case v.IsNone() && d.none != nil:
			d.none(&t.Slots)
			t.pySlots &^= d.bit
		case b != nil && (b.Kind == KindSlot || b.Kind == KindMethod && plainMethod(b.Owner, b.Name)) && b.Owner != nil && b.Name == name.Text:
			d.copy(&t.Slots, &b.Owner.Slots)
			t.pySlots &^= d.bit
		default:
			d.py(&t.Slots)
			t.pySlots |= d.bit
			if d.bit == pyRepr && t.pySlots&pyStr == 0 && t.Str != nil && isObjectStr(t) {
				t.Str = nil
			}
		}
		return
	}
	if op, ok := binSlots[name]; ok {
		t.Binary[op] = pyBinary
		t.pyBin |= 1 << op
		return
	}
	if op, ok := inplaceDefs[name]; ok {
		t.InPlace[op] = pyBinary
		return
	}
	switch name {
	case strGetattr:
		t.Flags |= HasGetattr
	case strGetattribute:
		if b == nil {
			t.Flags |= HasGetattribute
		} else {
			t.Flags &^= HasGetattribute
		}
	case strSetattr, strDelattr:
		if b == nil {
			t.Flags |= HasSetattr
		}
	case strDel:
		t.Flags |= HasDel
	}
}

// isObjectStr tells whether no class of t's MRO has a __str__ but object, so that
// str() is repr().
func isObjectStr(t *Type) bool {
	for _, k := range t.MRO {
		if k == ObjectType {
			return true
		}
		if _, ok := k.Dict.GetStr(strStr); ok {
			return false
		}
	}
	return true
}

// builtinBase is the first class of the MRO that is not the program's.
func (t *Type) builtinBase() *Type {
	for _, k := range t.MRO {
		if !k.IsHeap() && k != ObjectType {
			return k
		}
	}
	return ObjectType
}

// BuiltinBase is the built-in class whose struct begins the instances.
func (t *Type) BuiltinBase() *Type {
	if !t.IsHeap() {
		return t
	}
	for b := t.Base; b != nil; b = b.Base {
		if !b.IsHeap() {
			return b
		}
	}
	return ObjectType
}

// Names that the package looks up itself.
var (
	strEq           = Intern("__eq__")
	strHash         = Intern("__hash__")
	strIndex        = Intern("__index__")
	strStr          = Intern("__str__")
	strGetattr      = Intern("__getattr__")
	strGetattribute = Intern("__getattribute__")
	strSetattr      = Intern("__setattr__")
	strDelattr      = Intern("__delattr__")
	strDel          = Intern("__del__")
	strDict         = Intern("__dict__")
	strDoc          = Intern("__doc__")
	strModule       = Intern("__module__")
	strQualName     = Intern("__qualname__")
	strName         = Intern("__name__")
	strSlots        = Intern("__slots__")
	strNew          = Intern("__new__")
	strInit         = Intern("__init__")
	strWeakRef      = Intern("__weakref__")
	strInitSubclass = Intern("__init_subclass__")
	strClassGetItem = Intern("__class_getitem__")
	strAbstract     = Intern("__abstractmethods__")
	strMissing      = Intern("__missing__")
	strFloat        = Intern("__float__")
	strInt          = Intern("__int__")
	strComplex      = Intern("__complex__")
	strTrunc        = Intern("__trunc__")
	strBytesMethod  = Intern("__bytes__")
	strKeys         = Intern("keys")
)
