package object

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// maxIntBits bounds the size of ints; a result beyond is a MemoryError, raised
// before the work is done.
const maxIntBits = 1 << 25

func tooBig() *Exc { return NewExc(MemoryError, "") }

// smallBig makes a scratch big.Int of a plain int.
func bigOf(v Value) *big.Int {
	if v.H == &IntHeader {
		return big.NewInt(v.Int64())
	}
	return ptr[BigInt](v).V
}

// intPair reads both operands; ok is false when one is no int.
func intPair(a, b Value) (x, y Value, small, ok bool) {
	x, ok = intValue(a)
	if !ok {
		return
	}
	y, ok = intValue(b)
	small = x.H == &IntHeader && y.H == &IntHeader
	return
}

func intAdd(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if small {
		p, q := x.Int64(), y.Int64()
		if s := p + q; (s > p) == (q > 0) {
			return Int(s), nil
		}
	}
	p, q := bigOf(x), bigOf(y)
	if max(p.BitLen(), q.BitLen()) >= maxIntBits {
		return Null, tooBig()
	}
	return NewBigInt(new(big.Int).Add(p, q)), nil
}

func intSub(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if small {
		p, q := x.Int64(), y.Int64()
		if s := p - q; (s < p) == (q > 0) {
			return Int(s), nil
		}
	}
	p, q := bigOf(x), bigOf(y)
	if max(p.BitLen(), q.BitLen()) >= maxIntBits {
		return Null, tooBig()
	}
	return NewBigInt(new(big.Int).Sub(p, q)), nil
}

// MulInt64 multiplies; ok is false on overflow.
func MulInt64(p, q int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(p), uint64(q))
	h := int64(hi)
	if p < 0 {
		h -= q
	}
	if q < 0 {
		h -= p
	}
	r := int64(lo)
	return r, h == r>>63
}

func intMul(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if small {
		if r, ok := MulInt64(x.Int64(), y.Int64()); ok {
			return Int(r), nil
		}
	}
	p, q := bigOf(x), bigOf(y)
	if p.BitLen()+q.BitLen() > maxIntBits {
		return Null, tooBig()
	}
	return NewBigInt(new(big.Int).Mul(p, q)), nil
}

// FloorDiv64 and FloorMod64 round as Python does; q is not 0, nor -1 when p is the smallest int.
func FloorDiv64(p, q int64) int64 {
	r := p / q
	if (p%q != 0) && ((p < 0) != (q < 0)) {
		r--
	}
	return r
}

// FloorMod64 is the remainder that goes with FloorDiv64.
func FloorMod64(p, q int64) int64 {
	r := p % q
	if r != 0 && (r < 0) != (q < 0) {
		r += q
	}
	return r
}

func floorDivModBig(p, q *big.Int) (*big.Int, *big.Int) {
	d, m := new(big.Int).QuoRem(p, q, new(big.Int))
	if m.Sign() != 0 && m.Sign() != q.Sign() {
		d.Sub(d, big.NewInt(1))
		m.Add(m, q)
	}
	return d, m
}

func intFloorDiv(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if y.H == &IntHeader && y.N == 0 {
		return Null, NewExc(ZeroDivisionError, "integer division or modulo by zero")
	}
	if small && !(y.Int64() == -1 && x.Int64() == math.MinInt64) {
		return Int(FloorDiv64(x.Int64(), y.Int64())), nil
	}
	d, _ := floorDivModBig(bigOf(x), bigOf(y))
	return NewBigInt(d), nil
}

func intMod(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if y.H == &IntHeader && y.N == 0 {
		return Null, NewExc(ZeroDivisionError, "integer modulo by zero")
	}
	if small && y.Int64() != -1 {
		return Int(FloorMod64(x.Int64(), y.Int64())), nil
	}
	_, m := floorDivModBig(bigOf(x), bigOf(y))
	return NewBigInt(m), nil
}

// DivMod is divmod(a, b) for built-in numbers.
func DivMod(c *Ctx, a, b Value) (Value, *Exc) {
	if _, _, _, ok := intPair(a, b); ok {
		if IsZero(b) {
			return Null, NewExc(ZeroDivisionError, "integer division or modulo by zero")
		}
	} else if f, ok, e := NumFloat(b); ok && e == nil && f == 0 {
		if _, ok, _ := NumFloat(a); ok {
			return Null, NewExc(ZeroDivisionError, "float divmod()")
		}
	}
	if a.H.Type.pyBin|b.H.Type.pyBin != 0 || a.H.Type.IsHeap() || b.H.Type.IsHeap() {
		return Null, NeedVM
	}
	if a.H.Type.Binary[OpFloorDiv] == nil && b.H.Type.Binary[OpFloorDiv] == nil ||
		AsComplex(a) != nil || AsComplex(b) != nil || AsSet(a) != nil {
		return Null, NewExc(TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", a.H.Type, b.H.Type)
	}
	q, e := Binary(c, OpFloorDiv, a, b, false)
	if e != nil {
		return Null, divmodError(a, b, e)
	}
	m, e := Binary(c, OpMod, a, b, false)
	if e != nil {
		return Null, divmodError(a, b, e)
	}
	return TupleOf(q, m), nil
}

func divmodError(a, b Value, e *Exc) *Exc {
	if e != needVM && e.Type == TypeError {
		return NewExc(TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", a.H.Type, b.H.Type)
	}
	return e
}

// IsZero tells whether v is the int 0.
func IsZero(v Value) bool { n, ok := intValue(v); return ok && n.H == &IntHeader && n.N == 0 }

func intTrueDiv(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if y.H == &IntHeader && y.N == 0 {
		return Null, NewExc(ZeroDivisionError, "division by zero")
	}
	if x.H == &IntHeader && x.N == 0 {
		return Float(math.Copysign(0, float64(bigOf(y).Sign()))), nil
	}
	if small {
		p, q := x.Int64(), y.Int64()
		const exact = 1 << 53
		if -exact <= p && p <= exact && -exact <= q && q <= exact {
			return Float(float64(p) / float64(q)), nil
		}
	}
	f, _ := new(big.Rat).SetFrac(bigOf(x), bigOf(y)).Float64()
	if math.IsInf(f, 0) {
		return Null, NewExc(OverflowError, "integer division result too large for a float")
	}
	return Float(f), nil
}

func intPow(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if bigOf(y).Sign() < 0 {
		p, e := bigToFloat(bigOf(x))
		if e != nil {
			return Null, e
		}
		q, e := bigToFloat(bigOf(y))
		if e != nil {
			return Null, e
		}
		return floatPower(c, p, q)
	}
	if small {
		if r, ok := powInt64(x.Int64(), y.Int64()); ok {
			return Int(r), nil
		}
	}
	p := bigOf(x)
	if y.H != &IntHeader {
		if p.BitLen() <= 1 { // 0, 1, -1
			if p.Sign() < 0 && bigOf(y).Bit(0) == 0 {
				return Int(1), nil
			}
			return NewBigInt(p), nil
		}
		return Null, tooBig()
	}
	n := y.Int64()
	if p.BitLen() <= 1 {
		if p.Sign() < 0 && n&1 == 0 || n == 0 {
			return Int(1), nil
		}
		return NewBigInt(p), nil
	}
	if n > maxIntBits || int64(p.BitLen()-1)*n > maxIntBits {
		return Null, tooBig()
	}
	return NewBigInt(new(big.Int).Exp(p, y2big(n), nil)), nil
}

func y2big(n int64) *big.Int { return big.NewInt(n) }

// powInt64 raises to a power of 0 or more; ok is false on overflow.
func powInt64(base, n int64) (int64, bool) {
	r := int64(1)
	for {
		var ok bool
		if n&1 != 0 {
			if r, ok = MulInt64(r, base); !ok {
				return 0, false
			}
		}
		n >>= 1
		if n == 0 {
			return r, true
		}
		if base, ok = MulInt64(base, base); !ok {
			return 0, false
		}
	}
}

// PowMod is pow(a, b, m).
func PowMod(c *Ctx, a, b, m Value) (Value, *Exc) {
	if m.IsNull() || m.IsNone() {
		return Binary(c, OpPow, a, b, false)
	}
	x, y, _, ok := intPair(a, b)
	z, ok2 := intValue(m)
	if !ok || !ok2 {
		if a.H.Type.pyBin|b.H.Type.pyBin|m.H.Type.pyBin != 0 {
			return Null, NeedVM
		}
		if _, isF := ToFloat(a); isF || IsIntLike(a) {
			_, bF := ToFloat(b)
			_, mF := ToFloat(m)
			if isF || bF || mF {
				return Null, NewExc(TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
			}
		}
		return Null, NewExc(TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", a.H.Type, b.H.Type, m.H.Type)
	}
	p, q, mod := bigOf(x), bigOf(y), bigOf(z)
	if mod.Sign() == 0 {
		return Null, NewExc(ValueError, "pow() 3rd argument cannot be 0")
	}
	abs := new(big.Int).Abs(mod)
	if q.Sign() < 0 {
		p = new(big.Int).ModInverse(p, abs)
		if p == nil {
			return Null, NewExc(ValueError, "base is not invertible for the given modulus")
		}
		q = new(big.Int).Neg(q)
	}
	if int64(q.BitLen())*int64(abs.BitLen())*int64(abs.BitLen()) > 1<<38 {
		return Null, tooBig()
	}
	r := new(big.Int).Exp(new(big.Int).Mod(p, abs), q, abs)
	if mod.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, mod)
	}
	return NewBigInt(r), nil
}

func intShift(c *Ctx, a, b Value, left bool) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if bigOf(y).Sign() < 0 {
		return Null, NewExc(ValueError, "negative shift count")
	}
	if x.H == &IntHeader && x.N == 0 {
		return Int(0), nil
	}
	if y.H != &IntHeader || y.Int64() > maxIntBits {
		if left {
			if y.H != &IntHeader {
				return Null, NewExc(OverflowError, "too many digits in integer")
			}
			return Null, tooBig()
		}
		if bigOf(x).Sign() < 0 {
			return Int(-1), nil
		}
		return Int(0), nil
	}
	n := uint(y.Int64())
	if small {
		p := x.Int64()
		if !left {
			return Int(p >> min(n, 63)), nil
		}
		if n < 63 && p<<n>>n == p {
			return Int(p << n), nil
		}
	}
	if left {
		if bigOf(x).BitLen()+int(n) > maxIntBits {
			return Null, tooBig()
		}
		return NewBigInt(new(big.Int).Lsh(bigOf(x), n)), nil
	}
	return NewBigInt(new(big.Int).Rsh(bigOf(x), n)), nil
}

func intLShift(c *Ctx, a, b Value) (Value, *Exc) { return intShift(c, a, b, true) }
func intRShift(c *Ctx, a, b Value) (Value, *Exc) { return intShift(c, a, b, false) }

func intOr(c *Ctx, a, b Value) (Value, *Exc) {
	if a.H == &BoolHeader && b.H == &BoolHeader {
		return Bool(a.N|b.N != 0), nil
	}
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if small {
		return Int(x.Int64() | y.Int64()), nil
	}
	return NewBigInt(new(big.Int).Or(bigOf(x), bigOf(y))), nil
}

func intXor(c *Ctx, a, b Value) (Value, *Exc) {
	if a.H == &BoolHeader && b.H == &BoolHeader {
		return Bool(a.N^b.N != 0), nil
	}
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if small {
		return Int(x.Int64() ^ y.Int64()), nil
	}
	return NewBigInt(new(big.Int).Xor(bigOf(x), bigOf(y))), nil
}

func intAnd(c *Ctx, a, b Value) (Value, *Exc) {
	if a.H == &BoolHeader && b.H == &BoolHeader {
		return Bool(a.N&b.N != 0), nil
	}
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if small {
		return Int(x.Int64() & y.Int64()), nil
	}
	return NewBigInt(new(big.Int).And(bigOf(x), bigOf(y))), nil
}

func intNeg(c *Ctx, v Value) (Value, *Exc) {
	n, _ := intValue(v)
	if n.H == &IntHeader && n.Int64() != math.MinInt64 {
		return Int(-n.Int64()), nil
	}
	return NewBigInt(new(big.Int).Neg(bigOf(n))), nil
}

func intPos(c *Ctx, v Value) (Value, *Exc) { n, _ := intValue(v); return n, nil }

func intInvert(c *Ctx, v Value) (Value, *Exc) {
	n, _ := intValue(v)
	if n.H == &IntHeader {
		return Int(^n.Int64()), nil
	}
	return NewBigInt(new(big.Int).Not(bigOf(n))), nil
}

// Abs is abs(v) for built-in numbers.
func Abs(c *Ctx, v Value) (Value, *Exc) {
	if n, ok := intValue(v); ok {
		if n.H == &IntHeader && n.Int64() >= 0 {
			return n, nil
		}
		if bigOf(n).Sign() < 0 {
			return intNeg(c, n)
		}
		return n, nil
	}
	if f, ok := ToFloat(v); ok {
		return Float(math.Abs(f)), nil
	}
	if z := AsComplex(v); z != nil {
		r := HypotFloat(real(z.V), imag(z.V))
		if math.IsInf(r, 0) && !math.IsInf(real(z.V), 0) && !math.IsInf(imag(z.V), 0) {
			return Null, NewExc(OverflowError, "absolute value too large")
		}
		return Float(r), nil
	}
	if v.H.Type.IsHeap() {
		return Null, NeedVM
	}
	return Null, NewExc(TypeError, "bad operand type for abs(): '%s'", v.H.Type)
}

func cmpInt64(p, q int64) int {
	switch {
	case p < q:
		return -1
	case p > q:
		return 1
	}
	return 0
}

func intCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	x, y, small, ok := intPair(a, b)
	if !ok {
		return NotImplemented, nil
	}
	if small {
		return Bool(cmpResult(cmpInt64(x.Int64(), y.Int64()), op)), nil
	}
	return Bool(cmpResult(bigOf(x).Cmp(bigOf(y)), op)), nil
}

// The modulus of numeric hashes.
const hashModulus = 1<<61 - 1

func hashInt64(i int64) int64 {
	if i >= 0 {
		if i < hashModulus {
			return i
		}
		return i % hashModulus
	}
	h := -int64(uint64(-i) % hashModulus)
	if h == -1 {
		return -2
	}
	return h
}

func hashBig(x *big.Int) int64 {
	m := new(big.Int).Mod(new(big.Int).Abs(x), big.NewInt(hashModulus)).Int64()
	if x.Sign() < 0 {
		m = -m
	}
	if m == -1 {
		return -2
	}
	return m
}

func intHash(c *Ctx, v Value) (int64, *Exc) {
	n, _ := intValue(v)
	if n.H == &IntHeader {
		return hashInt64(n.Int64()), nil
	}
	return hashBig(bigOf(n)), nil
}

func intBool(c *Ctx, v Value) (bool, *Exc) { return !IsZero(v), nil }

// maxStrDigits is what sys.get_int_max_str_digits() is at first.
const maxStrDigits = 4300

func intRepr(c *Ctx, v Value) (string, *Exc) {
	if v.H == &BoolHeader {
		return boolRepr(c, v)
	}
	n, _ := intValue(v)
	if n.H == &IntHeader {
		return strconv.FormatInt(n.Int64(), 10), nil
	}
	return bigText(c, bigOf(n))
}

func bigText(c *Ctx, x *big.Int) (string, *Exc) {
	if c.IntDigits > 0 && x.BitLen() > c.IntDigits*3 {
		limit := NewExc(ValueError, "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", c.IntDigits)
		if x.BitLen() > c.IntDigits*4 {
			return "", limit
		}
		s := x.String()
		if len(s) > c.IntDigits && (s[0] != '-' || len(s) > c.IntDigits+1) {
			return "", limit
		}
		return s, nil
	}
	return x.String(), nil
}

func boolRepr(c *Ctx, v Value) (string, *Exc) {
	if v.N != 0 {
		return "True", nil
	}
	return "False", nil
}

// cmpIntFloat orders an int and a float exactly; NaN is the caller's to handle.
func cmpIntFloat(n Value, f float64) int {
	if math.IsInf(f, 1) {
		return -1
	}
	if math.IsInf(f, -1) {
		return 1
	}
	if n.H == &IntHeader {
		p := n.Int64()
		if -1<<53 <= p && p <= 1<<53 {
			switch g := float64(p); {
			case g < f:
				return -1
			case g > f:
				return 1
			}
			return 0
		}
	}
	x := new(big.Float).SetInt(bigOf(n))
	return x.Cmp(big.NewFloat(f))
}
