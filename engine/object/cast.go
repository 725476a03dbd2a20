package object

import (
	"math"
	"math/big"
)

// The casts answer the struct behind a value, nil when it is of another class.
// Instances of subclasses are accepted.

// AsStr is the Str behind v.
func AsStr(v Value) *Str {
	if v.H != nil && v.H.Type.Layout == LayoutStr {
		return ptr[Str](v)
	}
	return nil
}

// AsList is the List behind v.
func AsList(v Value) *List {
	if v.H != nil && v.H.Type.Layout == LayoutList {
		return ptr[List](v)
	}
	return nil
}

// AsTuple is the Tuple behind v.
func AsTuple(v Value) *Tuple {
	if v.H != nil && v.H.Type.Layout == LayoutTuple {
		return ptr[Tuple](v)
	}
	return nil
}

// AsDict is the Dict behind v.
func AsDict(v Value) *Dict {
	if v.H != nil && v.H.Type.Layout == LayoutDict {
		return ptr[Dict](v)
	}
	return nil
}

// AsSet is the Set behind v, a set or frozenset.
func AsSet(v Value) *Set {
	if v.H != nil && v.H.Type.Layout == LayoutSet {
		return ptr[Set](v)
	}
	return nil
}

// AsBytes is the Bytes behind v.
func AsBytes(v Value) *Bytes {
	if v.H != nil && v.H.Type.Layout == LayoutBytes {
		return ptr[Bytes](v)
	}
	return nil
}

// AsByteArray is the ByteArray behind v.
func AsByteArray(v Value) *ByteArray {
	if v.H != nil && v.H.Type.Layout == LayoutByteArray {
		return ptr[ByteArray](v)
	}
	return nil
}

// AsExc is the exception that v is.
func AsExc(v Value) *Exc {
	if v.H != nil && v.H.Type.Layout == LayoutExc {
		return ptr[Exc](v)
	}
	return nil
}

// AsModule is the Module behind v.
func AsModule(v Value) *Module {
	if v.H != nil && v.H.Type.Layout == LayoutModule {
		return ptr[Module](v)
	}
	return nil
}

// AsProperty is the Property behind v.
func AsProperty(v Value) *Property {
	if v.H != nil && v.H.Type.Layout == LayoutProperty {
		return ptr[Property](v)
	}
	return nil
}

func exact[T any](v Value, t *Type) *T {
	if v.H != nil && v.H.Type == t {
		return ptr[T](v)
	}
	return nil
}

// AsFunction is the Function that v is.
func AsFunction(v Value) *Function { return exact[Function](v, FunctionType) }

// AsBuiltin is the Builtin that v is, whatever it binds to.
func AsBuiltin(v Value) *Builtin {
	if v.H == nil {
		return nil
	}
	switch v.H.Type {
	case BuiltinType, MethodDescriptorType, SlotWrapperType, MethodWrapperType, ClassMethodDescrType:
		return ptr[Builtin](v)
	}
	return nil
}

// AsBoundMethod is the BoundMethod that v is.
func AsBoundMethod(v Value) *BoundMethod { return exact[BoundMethod](v, MethodType) }

// AsCode is the Code that v is.
func AsCode(v Value) *Code { return exact[Code](v, CodeType) }

// AsCell is the Cell that v is.
func AsCell(v Value) *Cell { return exact[Cell](v, CellType) }

// AsSlice is the Slice that v is.
func AsSlice(v Value) *Slice { return exact[Slice](v, SliceType) }

// AsRange is the Range that v is; nil for those that need a RangeBig.
func AsRange(v Value) *Range {
	if r := exact[Range](v, RangeType); r != nil && r.Big == nil {
		return r
	}
	return nil
}

// AsSuper is the Super that v is.
func AsSuper(v Value) *Super { return exact[Super](v, SuperType) }

// AsTraceback is the Traceback that v is.
func AsTraceback(v Value) *Traceback { return exact[Traceback](v, TracebackType) }

// AsClassMethod is the ClassMethod behind v.
func AsClassMethod(v Value) *ClassMethod {
	if v.H != nil && v.H.Type.Layout == LayoutClassMethod && v.H.Type.IsSubtype(ClassMethodType) {
		return ptr[ClassMethod](v)
	}
	return nil
}

// AsStaticMethod is the StaticMethod behind v.
func AsStaticMethod(v Value) *StaticMethod {
	if v.H != nil && v.H.Type.Layout == LayoutClassMethod && v.H.Type.IsSubtype(StaticMethodType) {
		return ptr[StaticMethod](v)
	}
	return nil
}

// AsComplex is the Complex behind v.
func AsComplex(v Value) *Complex {
	if v.H != nil && v.H.Type.Layout == LayoutComplex {
		return ptr[Complex](v)
	}
	return nil
}

// IsIntLike tells whether v is an int, a bool or an instance of a subclass.
func IsIntLike(v Value) bool { return v.H != nil && v.H.Type.Layout == LayoutInt }

// intValue is the plain int (Int or BigInt) that an int, bool or instance of a
// subclass stands for; ok is false for anything else.
func intValue(v Value) (Value, bool) {
	switch {
	case v.H == &IntHeader:
		return v, true
	case v.H == &BoolHeader:
		return Int(int64(v.N)), true
	case v.H == nil || v.H.Type.Layout != LayoutInt:
		return Null, false
	case v.H.Type == &intType:
		return v, true
	}
	return ptr[IntInstance](v).V, true
}

// ToInt64 is the value of an int that fits; for others ok is false.
func ToInt64(v Value) (i int64, ok bool) {
	if v.H == &IntHeader || v.H == &BoolHeader {
		return int64(v.N), true
	}
	v, ok = intValue(v)
	return int64(v.N), ok && v.H == &IntHeader
}

// ToBig is the value of any int; the result must not be changed. It is nil when
// v is no int.
func ToBig(v Value) *big.Int {
	v, ok := intValue(v)
	if !ok {
		return nil
	}
	if v.H == &IntHeader {
		return big.NewInt(v.Int64())
	}
	return ptr[BigInt](v).V
}

// NewBigInt makes an int; a small one is unboxed. x is kept.
func NewBigInt(x *big.Int) Value {
	if x.IsInt64() {
		return Int(x.Int64())
	}
	return Obj(&(&BigInt{Header: Header{Type: &intType}, V: x}).Header)
}

// NewUint64 makes an int.
func NewUint64(u uint64) Value {
	if u <= math.MaxInt64 {
		return Int(int64(u))
	}
	return NewBigInt(new(big.Int).SetUint64(u))
}

// ToFloat is the value of a float (or of an instance of a subclass).
func ToFloat(v Value) (float64, bool) {
	if v.H == &FloatHeader {
		return v.Float64(), true
	}
	if v.H != nil && v.H.Type.Layout == LayoutFloat {
		return ptr[FloatInstance](v).V, true
	}
	return 0, false
}

// NumFloat is the value of a float or an int as a float. ok is false for other
// classes; too large an int is an OverflowError.
func NumFloat(v Value) (f float64, ok bool, e *Exc) {
	if f, ok := ToFloat(v); ok {
		return f, true, nil
	}
	n, ok := intValue(v)
	if !ok {
		return 0, false, nil
	}
	if n.H == &IntHeader {
		return float64(n.Int64()), true, nil
	}
	f, e = bigToFloat(ptr[BigInt](n).V)
	return f, true, e
}

func bigToFloat(x *big.Int) (float64, *Exc) {
	f, _ := new(big.Float).SetInt(x).Float64()
	if math.IsInf(f, 0) {
		return 0, NewExc(OverflowError, "int too large to convert to float")
	}
	return f, nil
}
