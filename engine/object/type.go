package object

import (
	"reflect"
	"unsafe"
)

// TypeFlags describe a class.
type TypeFlags uint32

// The flags of a class.
const (
	// HeapType marks a class made by a class statement or type().
	HeapType TypeFlags = 1 << iota
	// NotBase marks a class that cannot be subclassed (bool, NoneType, function …).
	NotBase
	// HasDict says that instances take arbitrary attributes.
	HasDict
	// AbstractClass says that __abstractmethods__ is not empty.
	AbstractClass
	// IsExc marks BaseException and its subclasses.
	IsExc
	// SequencePattern and MappingPattern say which patterns of match accept instances.
	SequencePattern
	MappingPattern
	// HasGetattr says that the class defines __getattr__ (not __getattribute__).
	HasGetattr
	// HasGetattribute says that the class overrides object.__getattribute__ in Python.
	HasGetattribute
	// HasSetattr says that the class overrides __setattr__ or __delattr__ in Python.
	HasSetattr
	// Pairs marks an iterator whose items are pairs: see NextPair.
	Pairs
	// HasDel says that the class defines __del__.
	HasDel
	// HasWeakRef says that a class made by a program has room for weak references to its instances.
	HasWeakRef
)

// Layout says which Go struct begins an instance.
type Layout uint8

// The layouts that a user's class can inherit.
const (
	LayoutObject Layout = iota // Instance
	LayoutInt                  // IntInstance (subclasses only)
	LayoutFloat
	LayoutComplex
	LayoutStr
	LayoutBytes
	LayoutByteArray
	LayoutTuple
	LayoutList
	LayoutDict
	LayoutSet
	LayoutExc
	LayoutType
	LayoutModule
	LayoutProperty
	LayoutClassMethod
	LayoutOther // a struct of its own that AttrOffset describes
)

// BinOp numbers the binary operators; the order is that of bytecode's OpBinary….
type BinOp uint8

// The binary operators.
const (
	OpAdd BinOp = iota
	OpSub
	OpMul
	OpMatMul
	OpTrueDiv
	OpMod
	OpPow
	OpLShift
	OpRShift
	OpOr
	OpXor
	OpAnd
	OpFloorDiv
	NumBinOps
)

// Slots are the leaf operations of a built-in class; nil means that the class
// has none. All get an instance of the class (or of a subclass) as v. A binary
// operator gets both operands in source order, either of which may be the
// instance, and answers NotImplemented when it does not know the other. See the
// package comment for NeedVM.
type Slots struct {
	Repr     func(c *Ctx, v Value) (string, *Exc)
	Str      func(c *Ctx, v Value) (string, *Exc)
	Hash     func(c *Ctx, v Value) (int64, *Exc)
	Compare  func(c *Ctx, a, b Value, op int) (Value, *Exc) // op is bytecode's Cmp…
	Bool     func(c *Ctx, v Value) (bool, *Exc)
	Len      func(c *Ctx, v Value) (int, *Exc)
	Binary   [NumBinOps]func(c *Ctx, a, b Value) (Value, *Exc)
	InPlace  [NumBinOps]func(c *Ctx, a, b Value) (Value, *Exc)
	Neg      func(c *Ctx, v Value) (Value, *Exc)
	Pos      func(c *Ctx, v Value) (Value, *Exc)
	Invert   func(c *Ctx, v Value) (Value, *Exc)
	GetItem  func(c *Ctx, v, key Value) (Value, *Exc)
	SetItem  func(c *Ctx, v, key, item Value) *Exc
	DelItem  func(c *Ctx, v, key Value) *Exc
	Contains func(c *Ctx, v, item Value) (bool, *Exc)
	Iter     func(c *Ctx, v Value) (Value, *Exc)
	// Next answers Null when the iterator is exhausted.
	Next func(c *Ctx, v Value) (Value, *Exc)
	// Send resumes an awaitable's iterator with v (PEP 342, the am_send slot): it
	// answers what the iterator yields, or, with done set, what it returns.
	Send func(c *Ctx, it, v Value) (r Value, done bool, e *Exc)
	// Await answers the iterator of an awaitable. It only counts for the class itself, and is a
	// short cut: the class has a method __await__ that does the same.
	Await func(c *Ctx, v Value) (Value, *Exc)
	// GetAttr replaces the generic attribute lookup (modules, proxies); it
	// answers Null without an exception to fall back to the generic one.
	GetAttr func(c *Ctx, v Value, name *Str) (Value, *Exc)
	// SetAttr replaces the generic assignment; item is Null for deletion.
	SetAttr func(c *Ctx, v Value, name *Str, item Value) *Exc
	// Get and Set make the class a descriptor. obj is Null for access through the
	// class; item is Null for deletion.
	Get func(c *Ctx, descr, obj Value, owner *Type) (Value, *Exc)
	Set func(c *Ctx, descr, obj, item Value) *Exc
	// Format is __format__.
	Format func(c *Ctx, v Value, spec string) (string, *Exc)
	// Memory is what the object shows of itself to memoryviews; see buffer.go.
	Memory func(v Value) Memory
	// Traverse visits every value that the object refers to.
	Traverse func(v Value, visit func(Value))
}

// Type is a class.
type Type struct {
	Header
	Name     string
	QualName string
	Module   string
	// Full is how messages name the class where that differs from Name: classes that the reference
	// writes in C outside of builtins go by their module, too.
	Full   string
	Doc    string
	Base   *Type
	Bases  []*Type
	MRO    []*Type
	Dict   *Dict
	Flags  TypeFlags
	Layout Layout
	// AttrOffset is where the Attrs of an instance lie from its header; 0 when it has none.
	AttrOffset uintptr
	// SubAttrs is that of a program's subclasses, where the class has a struct of its own and instances
	// of the class itself have no attributes.
	SubAttrs uintptr
	// Version changes whenever a lookup on the class could give another result.
	Version uint32
	// SlotNames are the names of __slots__, those of the bases first.
	SlotNames []*Str
	// Root is the shape of an instance without attributes.
	Root *Shape
	// ValsHint is how many attributes instances tend to have.
	ValsHint int
	// Alloc makes an empty instance of class t with the layout of this
	// (built-in) class; heap types inherit it.
	Alloc func(c *Ctx, t *Type) Value
	Slots
	// LeafCall is the virtual machine's: what a call of a built-in class comes down to, once CallKnown.
	LeafCall  *Builtin
	CallKnown bool
	cache     map[*Str]Value
	recent    *[recentNames]recentName
	// structure is the Go struct of the instances, see Describe; nil where they need no copy.
	structure reflect.Type
	// pySlots and pyBin say which slots stand for methods written in Python.
	pySlots pySlot
	pyBin   uint32
	// leafIter says that iterating over an instance runs no Python code.
	leafIter bool
	// excForm is what PlainExc found when the class had excVersion; 0 for nothing yet.
	excForm    uint8
	excVersion uint32
	// excArgsOnly says, when excForm is known, that an instance has no fields that are set from the arguments.
	excArgsOnly bool
	// Attrs holds what a metaclass's instances keep besides the class dictionary.
	MetaAttrs *Dict
}

// TypeValue is the class as a value.
func (t *Type) Value() Value { return Value{H: &t.Header} }

// Label is how messages name the class.
func (t *Type) Label() string {
	if t.Full != "" {
		return t.Full
	}
	return t.Name
}

// Lookup finds name in the MRO; Null when no class has it.
func (t *Type) Lookup(name *Str) Value {
	if r := t.recent; r != nil {
		if e := &r[uint32(uintptr(unsafe.Pointer(name))>>5)%recentNames]; e.name == name {
			return e.v
		}
	}
	if v, ok := t.cache[name]; ok {
		t.remember(name, v)
		return v
	}
	var found Value
	for _, k := range t.MRO {
		if v, ok := k.Dict.GetStr(name); ok {
			found = v
			break
		}
	}
	if t.cache == nil {
		t.cache = make(map[*Str]Value)
	}
	t.cache[name] = found
	return found
}

// recentName is an entry of a small table in front of the cache, found by the name's address.
type recentName struct {
	name *Str
	v    Value
}

const recentNames = 16

// remember puts what the cache knows of a name into the small table. (A name that is asked for once only
// does not get there.)
func (t *Type) remember(name *Str, v Value) {
	if t.recent == nil {
		t.recent = new([recentNames]recentName)
	}
	t.recent[uint32(uintptr(unsafe.Pointer(name))>>5)%recentNames] = recentName{name, v}
}

// forget empties the caches.
func (t *Type) forget() { t.cache, t.recent = nil, nil }

// IsSubtype tells whether t is k or inherits from it.
func (t *Type) IsSubtype(k *Type) bool {
	if t == k {
		return true
	}
	for _, m := range t.MRO {
		if m == k {
			return true
		}
	}
	return false
}

// Modified must be called after the dictionary or the bases of t changed.
func (t *Type) Modified(c *Ctx) {
	c.versions++
	t.Version = c.versions
	t.forget()
	if t.IsHeap() {
		t.deriveSlots()
	}
	for _, s := range c.subclasses[t] {
		s.Modified(c)
	}
}

// IsHeap tells whether t was made by a program.
func (t *Type) IsHeap() bool { return t.Flags&HeapType != 0 }

// AsType is the class that v is, or nil.
func AsType(v Value) *Type {
	if v.H != nil && v.H.Type.Layout == LayoutType {
		return (*Type)(unsafe.Pointer(v.H))
	}
	return nil
}
