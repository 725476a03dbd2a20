package object

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
)

func initIntMethods() {
	t := IntType
	t.staticMethods([]def{{"__new__", "x=0, /, base=10", intNew}})
	BoolType.staticMethods([]def{{"__new__", "x=False, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		if a[1].IsNull() {
			return False, nil
		}
		r, e := Truth(c, a[1])
		return Bool(r), e
	}}})
	plain := func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return intPos(c, a[0]) }
	t.methods([]def{
		{"bit_length", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Int(int64(ToBig(a[0]).BitLen())), nil }},
		{"bit_count", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			n := 0
			for _, w := range new(big.Int).Abs(ToBig(a[0])).Bits() {
				for ; w != 0; w &= w - 1 {
					n++
				}
			}
			return Int(int64(n)), nil
		}},
		{"conjugate", "", plain},
		{"to_bytes", "length=1, byteorder='big', *, signed=False", intToBytes},
		{"as_integer_ratio", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			n, e := intPos(c, a[0])
			return TupleOf(n, Int(1)), e
		}},
		{"__getnewargs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			n, e := intPos(c, a[0])
			return TupleOf(n), e
		}},
	})
	t.classMethods([]def{{"from_bytes", "bytes, byteorder='big', *, signed=False", intFromBytes}})
	t.addDefs(KindSlot, []def{
		{"__int__", "", plain},
		{"__index__", "", plain},
		{"__float__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _, e := NumFloat(a[0])
			return Float(f), e
		}},
		{"__abs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { n, _ := intValue(a[0]); return Abs(c, n) }},
		{"__divmod__", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return intDivModSlot(c, a[0], a[1]) }},
		{"__rdivmod__", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return intDivModSlot(c, a[1], a[0]) }},
		{"__pow__", "value, mod=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if a[2].IsNull() || a[2].IsNone() {
				return intPow(c, a[0], a[1])
			}
			return PowMod(c, a[0], a[1], a[2])
		}},
	})
	t.methods([]def{
		{"__trunc__", "", plain}, {"__floor__", "", plain}, {"__ceil__", "", plain},
		{"__round__", "ndigits=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if a[1].IsNull() {
				return intPos(c, a[0])
			}
			return roundInt(c, a[0], a[1])
		}},
	})
	self := func(c *Ctx, v Value) (Value, *Exc) { return intPos(c, v) }
	t.AddGetSet("real", self, nil)
	t.AddGetSet("numerator", self, nil)
	t.AddGetSet("imag", func(c *Ctx, v Value) (Value, *Exc) { return Int(0), nil }, nil)
	t.AddGetSet("denominator", func(c *Ctx, v Value) (Value, *Exc) { return Int(1), nil }, nil)
}

func intDivModSlot(c *Ctx, a, b Value) (Value, *Exc) {
	if _, _, _, ok := intPair(a, b); !ok {
		return NotImplemented, nil
	}
	q, e := intFloorDiv(c, a, b)
	if e != nil {
		return Null, e
	}
	m, e := intMod(c, a, b)
	return TupleOf(q, m), e
}

// roundInt is round(n, digits): to a multiple of a power of ten, half to even.
func roundInt(c *Ctx, v, digits Value) (Value, *Exc) {
	d, e := IndexValue(c, digits)
	if e != nil {
		return Null, e
	}
	n, _ := intValue(v)
	if bigOf(d).Sign() >= 0 {
		return n, nil
	}
	if d.H != &IntHeader || -d.Int64() > int64(bigOf(n).BitLen())/3+2 {
		return Int(0), nil
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(-d.Int64()), nil)
	q, m := floorDivModBig(bigOf(n), p)
	twice := new(big.Int).Lsh(m, 1)
	if k := twice.Cmp(p); k > 0 || k == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return NewBigInt(q.Mul(q, p)), nil
}

// Round is round(v, digits) for built-in numbers; digits may be Null or None.
func Round(c *Ctx, v, digits Value) (Value, *Exc) {
	if digits.IsNone() {
		digits = Null
	}
	if v.H.Type.IsHeap() && !IsLeafMethod(v.H.Type, Intern("__round__")) {
		return Null, NeedVM
	}
	if IsIntLike(v) {
		if digits.IsNull() {
			return intPos(c, v)
		}
		return roundInt(c, v, digits)
	}
	if f, ok := ToFloat(v); ok {
		return roundFloat(c, f, digits)
	}
	return Null, NewExc(TypeError, "type %s doesn't define __round__ method", v.H.Type)
}

func intNew(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	k := AsType(a[0])
	if k == nil {
		return Null, NewExc(TypeError, "int.__new__(X): X is not a type object (%s)", a[0].H.Type)
	}
	v, e := intArg(c, a[1], a[2])
	if e != nil || k == IntType {
		return v, e
	}
	if k == BoolType {
		return Null, NewExc(TypeError, "int.__new__(bool) is not safe, use bool.__new__()")
	}
	o := NewInstance(k)
	ptr[IntInstance](o).V = v
	return o, nil
}

func intArg(c *Ctx, x, base Value) (Value, *Exc) {
	if x.IsNull() {
		if !base.IsNull() {
			return Null, NewExc(TypeError, "int() missing string argument")
		}
		return Int(0), nil
	}
	if !base.IsNull() {
		n, e := IndexValue(c, base)
		if e != nil {
			return Null, e
		}
		b := int64(1)
		if n.H == &IntHeader {
			b = n.Int64()
		}
		if b != 0 && (b < 2 || b > 36) {
			return Null, NewExc(ValueError, "int() base must be >= 2 and <= 36, or 0")
		}
		if s := AsStr(x); s != nil {
			return parseInt(c, s.Text, int(b), func() string { return QuoteStr(s.Text) })
		}
		if AsBytes(x) != nil || AsByteArray(x) != nil {
			data, _ := BytesLike(x)
			return parseInt(c, data, int(b), func() string { return quoteBytes(data) })
		}
		return Null, NewExc(TypeError, "int() can't convert non-string with explicit base")
	}
	if t := x.H.Type; t.IsHeap() && !t.Lookup(strInt).IsNull() && !IsLeafMethod(t, strInt) {
		return Null, NeedVM
	}
	if n, ok := intValue(x); ok {
		return n, nil
	}
	if f, ok := ToFloat(x); ok {
		return intOfFloat(f)
	}
	if s := AsStr(x); s != nil {
		return parseInt(c, s.Text, 10, func() string { return QuoteStr(s.Text) })
	}
	if data, ok := BytesLike(x); ok {
		return parseInt(c, data, 10, func() string { return quoteBytes(data) })
	}
	if t := x.H.Type; t.IsHeap() && (!t.Lookup(strIndex).IsNull() || !t.Lookup(strTrunc).IsNull()) {
		return Null, NeedVM
	}
	return Null, NewExc(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", x.H.Type)
}

// asciiDigits replaces decimal digits of other scripts, and spaces, by ASCII ones.
func asciiDigits(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			var b []byte
			for _, r := range toRunes(s) {
				switch {
				case r < 0x80:
					b = append(b, byte(r))
				case unicode.IsSpace(r):
					b = append(b, ' ')
				case unicode.IsDigit(r):
					// Decimal digits come in runs of ten that begin with their zero.
					zero := r
					for zero > r-9 && unicode.IsDigit(zero-1) {
						zero--
					}
					b = append(b, '0'+byte(r-zero))
				default:
					b = append(b, '?')
				}
			}
			return string(b)
		}
	}
	return s
}

// parseInt is int(text, base).
func parseInt(c *Ctx, text string, base int, shown func() string) (Value, *Exc) {
	fail := func() (Value, *Exc) {
		s := shown()
		if len(s) > 202 {
			s = s[:200]
		}
		return Null, NewExc(ValueError, "invalid literal for int() with base %d: %s", base, s)
	}
	given := base
	s := trimRightSpace(trimLeftSpace(asciiDigits(text)))
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	prefix := 0
	if len(s) > 1 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'x':
			prefix = 16
		case 'o':
			prefix = 8
		case 'b':
			prefix = 2
		}
	}
	if prefix != 0 && (base == prefix || base == 0) {
		base = prefix
		s = strings.TrimPrefix(s[2:], "_")
	} else if base == 0 {
		base = 10
		if len(s) > 1 && s[0] == '0' && strings.Trim(s, "0_") != "" {
			base = given
			return fail()
		}
	}
	if s == "" || s[0] == '_' || s[len(s)-1] == '_' || strings.Contains(s, "__") {
		base = given
		return fail()
	}
	digits := s
	if strings.IndexByte(s, '_') >= 0 {
		digits = strings.ReplaceAll(s, "_", "")
	}
	for i := 0; i < len(digits); i++ {
		d := 99
		switch ch := digits[i]; {
		case ch >= '0' && ch <= '9':
			d = int(ch - '0')
		case ch|0x20 >= 'a' && ch|0x20 <= 'z':
			d = int(ch|0x20-'a') + 10
		}
		if d >= base {
			base = given
			return fail()
		}
	}
	if len(digits) <= 12 {
		n, err := strconv.ParseInt(digits, base, 64)
		if err != nil {
			base = given
			return fail()
		}
		if neg {
			n = -n
		}
		return Int(n), nil
	}
	if base&(base-1) != 0 && c.IntDigits > 0 && len(digits) > c.IntDigits {
		return Null, NewExc(ValueError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", c.IntDigits, len(digits))
	}
	if len(digits)*5 > maxIntBits {
		return Null, tooBig()
	}
	x, ok := new(big.Int).SetString(digits, base)
	if !ok {
		base = given
		return fail()
	}
	if neg {
		x.Neg(x)
	}
	return NewBigInt(x), nil
}

func byteOrder(v Value, method string) (bigEndian bool, e *Exc) {
	if v.IsNull() {
		return true, nil
	}
	s := AsStr(v)
	if s == nil {
		return false, NewExc(TypeError, "%s() argument 'byteorder' must be str, not %s", method, typeNameOf(v))
	}
	switch s.Text {
	case "big":
		return true, nil
	case "little":
		return false, nil
	}
	return false, NewExc(ValueError, "byteorder must be either 'little' or 'big'")
}

func intToBytes(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	n := int64(1)
	var e *Exc
	if !a[1].IsNull() {
		if n, e = Index(c, a[1]); e != nil {
			return Null, e
		}
	}
	bigEndian, e := byteOrder(a[2], "to_bytes")
	if e != nil {
		return Null, e
	}
	signed := false
	if !a[3].IsNull() {
		if signed, e = Truth(c, a[3]); e != nil {
			return Null, e
		}
	}
	if n < 0 {
		return Null, NewExc(ValueError, "length argument must be non-negative")
	}
	if e := c.Reserve(n); e != nil {
		return Null, e
	}
	x := ToBig(a[0])
	if x.Sign() < 0 && !signed {
		return Null, NewExc(OverflowError, "can't convert negative int to unsigned")
	}
	bits := x.BitLen()
	if signed {
		if x.Sign() < 0 {
			bits = new(big.Int).Not(x).BitLen()
		}
		bits++
	}
	if int64(bits) > n*8 && x.Sign() != 0 {
		return Null, NewExc(OverflowError, "int too big to convert")
	}
	if x.Sign() < 0 {
		x = new(big.Int).Add(x, new(big.Int).Lsh(big.NewInt(1), uint(n*8)))
	}
	out := x.FillBytes(make([]byte, n))
	if !bigEndian {
		reverseBytes(out)
	}
	return NewBytes(string(out)), nil
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

func intFromBytes(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	data, ok := BytesLike(a[1])
	if !ok {
		if AsStr(a[1]) != nil {
			return Null, NewExc(TypeError, "cannot convert 'str' object to bytes")
		}
		items, e := Drain(c, a[1])
		if e != nil {
			if e != needVM {
				e = NewExc(TypeError, "cannot convert '%s' object to bytes", a[1].H.Type)
			}
			return Null, e
		}
		if data, e = bytesOfInts(c, items); e != nil {
			return Null, e
		}
	}
	bigEndian, e := byteOrder(a[2], "from_bytes")
	if e != nil {
		return Null, e
	}
	signed := false
	if !a[3].IsNull() {
		if signed, e = Truth(c, a[3]); e != nil {
			return Null, e
		}
	}
	b := []byte(data)
	if !bigEndian {
		reverseBytes(b)
	}
	x := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0]&0x80 != 0 {
		x.Sub(x, new(big.Int).Lsh(big.NewInt(1), uint(len(b)*8)))
	}
	v := NewBigInt(x)
	if k := AsType(a[0]); k != IntType {
		if !k.IsHeap() || !IsLeafMethod(k, strNew) || !IsLeafMethod(k, strInit) {
			return Invoke(c, a[0], v)
		}
		return intNew(c, []Value{a[0], v, Null}, nil)
	}
	return v, nil
}
