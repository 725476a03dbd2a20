package object

import (
	le "encoding/binary"
	"math"
)

// Items of memory: numbers and the like in the machine's own format, by the code that module struct
// gives them. The simulated machine is little-endian, with 8 bytes to a long.

// ItemSize is the number of bytes of an item; 0 for a code that is not known.
func ItemSize(code byte) int {
	switch code {
	case 'b', 'B', 'c', '?':
		return 1
	case 'h', 'H', 'e':
		return 2
	case 'i', 'I', 'f':
		return 4
	case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P':
		return 8
	}
	return 0
}

// nativeCode is the code of a native format of one character, which may have an @ before it.
func nativeCode(format string) byte {
	if len(format) == 2 && format[0] == '@' {
		format = format[1:]
	}
	if len(format) == 1 && ItemSize(format[0]) > 0 {
		return format[0]
	}
	return 0
}

// LoadItem reads an item.
func LoadItem(code byte, b []byte) Value {
	switch code {
	case 'b':
		return Int(int64(int8(b[0])))
	case 'B':
		return Int(int64(b[0]))
	case 'c':
		return NewBytes(string(b[:1]))
	case '?':
		return Bool(b[0] != 0)
	case 'h':
		return Int(int64(int16(le.LittleEndian.Uint16(b))))
	case 'H':
		return Int(int64(le.LittleEndian.Uint16(b)))
	case 'i':
		return Int(int64(int32(le.LittleEndian.Uint32(b))))
	case 'I':
		return Int(int64(le.LittleEndian.Uint32(b)))
	case 'l', 'q', 'n':
		return Int(int64(le.LittleEndian.Uint64(b)))
	case 'L', 'Q', 'N', 'P':
		return NewUint64(le.LittleEndian.Uint64(b))
	case 'f':
		return Float(float64(math.Float32frombits(le.LittleEndian.Uint32(b))))
	case 'd':
		return Float(math.Float64frombits(le.LittleEndian.Uint64(b)))
	case 'e':
		return Float(halfFloat(le.LittleEndian.Uint16(b)))
	}
	return Null
}

// halfFloat is the value of an IEEE 754 number of 16 bits.
func halfFloat(h uint16) float64 {
	sign, exp, frac := 1.0, int(h>>10&31), float64(h&1023)
	if h>>15 != 0 {
		sign = -1
	}
	switch exp {
	case 0:
		return sign * math.Ldexp(frac, -24)
	case 31:
		if frac != 0 {
			return math.NaN()
		}
		return math.Inf(int(sign))
	}
	return sign * math.Ldexp(1024+frac, exp-25)
}

// itemRange is the least and the greatest int of a code; signed is false for codes from 0 on, whose
// greatest may not fit an int64 and is then math.MaxUint64.
func itemRange(code byte) (low int64, high uint64) {
	bits := uint(8 * ItemSize(code))
	switch code {
	case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		return 0, math.MaxUint64 >> (64 - bits)
	}
	return -1 << (bits - 1), 1<<(bits-1) - 1
}

// StoreInt writes an int, which is what IndexValue answers; over is 1 when it is too large for the
// code, and -1 when it is too small.
func StoreInt(code byte, b []byte, n Value) (over int) {
	low, high := itemRange(code)
	var u uint64
	if n.H == &IntHeader {
		i := n.Int64()
		if i < low {
			return -1
		}
		if i > 0 && uint64(i) > high {
			return 1
		}
		u = uint64(i)
	} else {
		x := ToBig(n)
		if x.Sign() < 0 {
			return -1
		}
		if !x.IsUint64() || x.Uint64() > high {
			return 1
		}
		u = x.Uint64()
	}
	switch ItemSize(code) {
	case 1:
		b[0] = byte(u)
	case 2:
		le.LittleEndian.PutUint16(b, uint16(u))
	case 4:
		le.LittleEndian.PutUint32(b, uint32(u))
	default:
		le.LittleEndian.PutUint64(b, u)
	}
	return 0
}

// StoreFloat writes a float as one of 4 or 8 bytes.
func StoreFloat(code byte, b []byte, f float64) {
	if code == 'f' {
		le.LittleEndian.PutUint32(b, math.Float32bits(float32(f)))
		return
	}
	le.LittleEndian.PutUint64(b, math.Float64bits(f))
}

// RealNumber is the value of a float, an int, or an object with __float__ or __index__.
func RealNumber(c *Ctx, v Value) (float64, *Exc) {
	f, ok, e := NumFloat(v)
	if ok || e != nil {
		return f, e
	}
	if !v.H.Type.IsHeap() || v.H.Type.Lookup(strFloat).IsNull() && v.H.Type.Lookup(strIndex).IsNull() {
		return 0, NewExc(TypeError, "must be real number, not %s", v.H.Type)
	}
	r, e := c.ask(Ask{Kind: AskFloat, A: v})
	if e != nil {
		return 0, e
	}
	f, _, e = NumFloat(r)
	return f, e
}

// LeafIterator says of a built-in class that iterating over an instance runs no Python code.
func LeafIterator(t *Type) { t.leafIter = true }
