package object

import (
	"math"
	"unsafe"
)

// Header begins every object.
type Header struct {
	Type  *Type
	Flags uint32
	Mark  uint32 // scratch of whoever traverses the heap
}

// Flags of an object. The bits above them hold the object's number, see Ctx.ID.
const (
	// FlagWatched marks an object whose end can be seen (a suspended generator
	// with a finally, an instance with __del__, a weakly referenced object …).
	FlagWatched uint32 = 1 << iota
	// FlagFinalized says that its finaliser has run.
	FlagFinalized
	// FlagInterned marks a Str that is the only one with its text among the
	// interned ones, so that pointers can be compared.
	FlagInterned
	// FlagShared marks an object that processes share: a fork does not copy it.
	FlagShared
	// FlagReferenced marks the target of a weak reference: it stays watched until it ends.
	FlagReferenced
)

// Value is any Python value, or nothing (H == nil: unbound, absent, exhausted).
type Value struct {
	H *Header
	N uint64
}

// Static headers of the unboxed values.
var (
	IntHeader            = Header{Type: &intType}
	FloatHeader          = Header{Type: &floatType}
	BoolHeader           = Header{Type: &boolType}
	noneHeader           = Header{Type: &noneType}
	ellipsisHeader       = Header{Type: &ellipsisType}
	notImplementedHeader = Header{Type: &notImplementedType}
)

// The singletons.
var (
	None           = Value{H: &noneHeader}
	True           = Value{H: &BoolHeader, N: 1}
	False          = Value{H: &BoolHeader, N: 0}
	Ellipsis       = Value{H: &ellipsisHeader}
	NotImplemented = Value{H: &notImplementedHeader}
	// Null is the absence of a value.
	Null = Value{}
)

// Int makes an int.
func Int(i int64) Value { return Value{&IntHeader, uint64(i)} }

// Float makes a float.
func Float(f float64) Value { return Value{&FloatHeader, math.Float64bits(f)} }

// Bool makes a bool.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// IsNull tells whether there is no value.
func (v Value) IsNull() bool { return v.H == nil }

// IsNone tells whether v is None.
func (v Value) IsNone() bool { return v.H == &noneHeader }

// IsInt tells whether v is an unboxed int (not a bool, not a big one, not a subclass's).
func (v Value) IsInt() bool { return v.H == &IntHeader }

// IsFloat tells whether v is an unboxed float.
func (v Value) IsFloat() bool { return v.H == &FloatHeader }

// IsBool tells whether v is True or False.
func (v Value) IsBool() bool { return v.H == &BoolHeader }

// Int64 is the value of an unboxed int or bool.
func (v Value) Int64() int64 { return int64(v.N) }

// Float64 is the value of an unboxed float.
func (v Value) Float64() float64 { return math.Float64frombits(v.N) }

// TypeOf is the class of v, which must not be Null.
func TypeOf(v Value) *Type { return v.H.Type }

// Obj makes a Value of an object's header.
func Obj(h *Header) Value { return Value{H: h} }

// Is tells whether a and b are the same object.
func Is(a, b Value) bool { return a == b }

// ptr reinterprets the object behind v; the caller has checked the type's layout.
func ptr[T any](v Value) *T { return (*T)(unsafe.Pointer(v.H)) }
