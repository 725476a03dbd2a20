package vm

import (
	"math"
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// arith computes the common cases of a binary operator on ints and floats
// without allocating; ok is false where the general form must decide.
func arith(op bytecode.Op, a, b Value) (v Value, ok bool) {
	if a.H == &object.IntHeader && b.H == &object.IntHeader {
		x, y := int64(a.N), int64(b.N)
		switch op {
		case bytecode.OpBinaryAdd:
			r := x + y
			return object.Int(r), (x^r)&(y^r) >= 0
		case bytecode.OpBinarySub:
			r := x - y
			return object.Int(r), (x^y)&(x^r) >= 0
		case bytecode.OpBinaryMul:
			if int64(int32(x)) == x && int64(int32(y)) == y {
				return object.Int(x * y), true
			}
			if x == 0 || y == 0 {
				return object.Int(0), true
			}
			r := x * y
			return object.Int(r), r/y == x && !(x == -1<<63 && y == -1) && !(y == -1<<63 && x == -1)
		case bytecode.OpBinaryMod:
			if y == 0 || y == -1 {
				return Value{}, false
			}
			r := x % y
			if r != 0 && (r < 0) != (y < 0) {
				r += y
			}
			return object.Int(r), true
		case bytecode.OpBinaryFloorDiv:
			if y == 0 || y == -1 {
				return Value{}, false
			}
			q := x / y
			if x%y != 0 && (x < 0) != (y < 0) {
				q--
			}
			return object.Int(q), true
		case bytecode.OpBinaryTrueDiv:
			const exact = 1 << 53
			if y == 0 || x > exact || x < -exact || y > exact || y < -exact {
				return Value{}, false
			}
			return object.Float(float64(x) / float64(y)), true
		case bytecode.OpBinaryAnd:
			return object.Int(x & y), true
		case bytecode.OpBinaryOr:
			return object.Int(x | y), true
		case bytecode.OpBinaryXor:
			return object.Int(x ^ y), true
		case bytecode.OpBinaryLShift:
			if y < 0 || y > 62 {
				return Value{}, false
			}
			r := x << uint(y)
			return object.Int(r), r>>uint(y) == x
		case bytecode.OpBinaryRShift:
			if y < 0 {
				return Value{}, false
			}
			if y > 63 {
				y = 63
			}
			return object.Int(x >> uint(y)), true
		}
		return Value{}, false
	}
	var x, y float64
	switch {
	case a.H == &object.FloatHeader && b.H == &object.FloatHeader:
		x, y = a.Float64(), b.Float64()
	case a.H == &object.FloatHeader && b.H == &object.IntHeader:
		x, y = a.Float64(), float64(int64(b.N))
	case a.H == &object.IntHeader && b.H == &object.FloatHeader:
		x, y = float64(int64(a.N)), b.Float64()
	default:
		return Value{}, false
	}
	switch op {
	case bytecode.OpBinaryAdd:
		return object.Float(x + y), true
	case bytecode.OpBinarySub:
		return object.Float(x - y), true
	case bytecode.OpBinaryMul:
		// The conversion forbids fusing into a multiply-add, which would differ between platforms.
		return object.Float(float64(x * y)), true
	case bytecode.OpBinaryTrueDiv:
		if y != 0 {
			return object.Float(x / y), true
		}
	}
	return Value{}, false
}

// compareInts compares two ints by bytecode's Cmp… operator.
func compareInts(op int, x, y int64) bool {
	switch op {
	case bytecode.CmpLT:
		return x < y
	case bytecode.CmpLE:
		return x <= y
	case bytecode.CmpEQ:
		return x == y
	case bytecode.CmpNE:
		return x != y
	case bytecode.CmpGT:
		return x > y
	}
	return x >= y
}

// compare decides the common comparisons of ints, floats and short strings.
func compare(op int, a, b Value) (r, ok bool) {
	if a.H == &object.IntHeader && b.H == &object.IntHeader {
		return compareInts(op, int64(a.N), int64(b.N)), true
	}
	if a.H == &object.FloatHeader && b.H == &object.FloatHeader {
		x, y := a.Float64(), b.Float64()
		switch op {
		case bytecode.CmpLT:
			return x < y, true
		case bytecode.CmpLE:
			return x <= y, true
		case bytecode.CmpEQ:
			return x == y, true
		case bytecode.CmpNE:
			return x != y, true
		case bytecode.CmpGT:
			return x > y, true
		}
		return x >= y, true
	}
	if a.H.Type == object.StrType && b.H.Type == object.StrType {
		if op == bytecode.CmpEQ || op == bytecode.CmpNE {
			same := a.H == b.H || (*Str)(unsafe.Pointer(a.H)).Text == (*Str)(unsafe.Pointer(b.H)).Text
			return same == (op == bytecode.CmpEQ), true
		}
	}
	return false, false
}

// subscr indexes lists and tuples by int, and dicts by str.
func subscr(a, k Value) (Value, bool) {
	switch a.H.Type {
	case object.ListType:
		if k.H == &object.IntHeader {
			el := (*object.List)(unsafe.Pointer(a.H)).Elems
			i := int64(k.N)
			if i < 0 {
				i += int64(len(el))
			}
			if uint64(i) < uint64(len(el)) {
				return el[i], true
			}
		}
	case object.TupleType:
		if k.H == &object.IntHeader {
			el := (*object.Tuple)(unsafe.Pointer(a.H)).Elems
			i := int64(k.N)
			if i < 0 {
				i += int64(len(el))
			}
			if uint64(i) < uint64(len(el)) {
				return el[i], true
			}
		}
	case object.DictType:
		if k.H.Type == object.StrType {
			return (*object.Dict)(unsafe.Pointer(a.H)).GetStr((*Str)(unsafe.Pointer(k.H)))
		}
	}
	return Value{}, false
}

// IsNaN tells whether v is a float NaN.
func IsNaN(v Value) bool { return v.IsFloat() && math.IsNaN(v.Float64()) }
