package object

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

func initFloatMethods() {
	t := FloatType
	t.staticMethods([]def{{"__new__", "x=0, /", floatNew}})
	t.methods([]def{
		{"is_integer", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _ := ToFloat(a[0])
			return Bool(f == math.Floor(f) && !math.IsInf(f, 0)), nil
		}},
		{"as_integer_ratio", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _ := ToFloat(a[0])
			if math.IsInf(f, 0) {
				return Null, NewExc(OverflowError, "cannot convert Infinity to integer ratio")
			}
			if f != f {
				return Null, NewExc(ValueError, "cannot convert NaN to integer ratio")
			}
			r := new(big.Rat).SetFloat64(f)
			return TupleOf(NewBigInt(new(big.Int).Set(r.Num())), NewBigInt(new(big.Int).Set(r.Denom()))), nil
		}},
		{"hex", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _ := ToFloat(a[0])
			return NewStr(floatHex(f)), nil
		}},
		{"conjugate", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return floatPos(c, a[0]) }},
		{"__trunc__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { f, _ := ToFloat(a[0]); return intOfFloat(f) }},
		{"__floor__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _ := ToFloat(a[0])
			return intOfFloat(math.Floor(f))
		}},
		{"__ceil__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _ := ToFloat(a[0])
			return intOfFloat(math.Ceil(f))
		}},
		{"__round__", "ndigits=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _ := ToFloat(a[0])
			if a[1].IsNone() {
				a[1] = Null
			}
			return roundFloat(c, f, a[1])
		}},
		{"__getnewargs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _ := ToFloat(a[0])
			return TupleOf(Float(f)), nil
		}},
	})
	t.addDefs(KindSlot, []def{
		{"__int__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { f, _ := ToFloat(a[0]); return intOfFloat(f) }},
		{"__float__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return floatPos(c, a[0]) }},
		{"__abs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f, _ := ToFloat(a[0])
			return Float(math.Abs(f)), nil
		}},
		{"__divmod__", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return floatDivModSlot(c, a[0], a[1]) }},
		{"__rdivmod__", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return floatDivModSlot(c, a[1], a[0]) }},
	})
	t.classMethods([]def{
		{"fromhex", "string, /", floatFromHex},
		{"__getformat__", "typestr, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return NewStr("IEEE, little-endian"), nil
		}},
	})
	t.AddGetSet("real", floatPos, nil)
	t.AddGetSet("imag", func(c *Ctx, v Value) (Value, *Exc) { return Float(0), nil }, nil)
}

func floatDivModSlot(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, ok, e := floatPair(a, b)
	if !ok || e != nil {
		return NotImplemented, e
	}
	if y == 0 {
		return Null, NewExc(ZeroDivisionError, "float divmod()")
	}
	q, m := floatDivMod(x, y)
	return TupleOf(Float(q), Float(m)), nil
}

func floatNew(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	k := AsType(a[0])
	if k == nil {
		return Null, NewExc(TypeError, "float.__new__(X): X is not a type object (%s)", a[0].H.Type)
	}
	f := 0.0
	if !a[1].IsNull() {
		var e *Exc
		if f, e = floatArg(c, a[1]); e != nil {
			return Null, e
		}
	}
	if k == FloatType {
		if f != f && !isFloatValue(a[1]) {
			f = c.newNaN()
		}
		return Float(f), nil
	}
	o := NewInstance(k)
	ptr[FloatInstance](o).V = f
	return o, nil
}

func isFloatValue(v Value) bool { return v.H == &FloatHeader }

// newNaN is a NaN that is identical to no other: containers compare by identity
// first, and programs tell one NaN from another that way. The number lies in the
// bits of a NaN that mean nothing.
func (c *Ctx) newNaN() float64 {
	c.nans++
	return math.Float64frombits(math.Float64bits(math.NaN())&^0xffffffff | uint64(c.nans+1))
}

func floatArg(c *Ctx, x Value) (float64, *Exc) {
	t := x.H.Type
	if t.IsHeap() && !t.Lookup(strFloat).IsNull() && !IsLeafMethod(t, strFloat) {
		return 0, NeedVM
	}
	if f, ok, e := NumFloat(x); ok || e != nil {
		return f, e
	}
	if s := AsStr(x); s != nil {
		f, ok := ParseFloat(asciiDigits(s.Text))
		if !ok {
			return 0, NewExc(ValueError, "could not convert string to float: %s", QuoteStr(s.Text))
		}
		return f, nil
	}
	if data, ok := BytesLike(x); ok {
		f, ok := ParseFloat(data)
		if !ok {
			return 0, NewExc(ValueError, "could not convert string to float: %s", quoteBytes(data))
		}
		return f, nil
	}
	if t.IsHeap() && !t.Lookup(strIndex).IsNull() {
		return 0, NeedVM
	}
	return 0, NewExc(TypeError, "float() argument must be a string or a real number, not '%s'", t)
}

// ParseFloat is float(text).
func ParseFloat(text string) (float64, bool) {
	s := trimRightSpace(trimLeftSpace(text))
	if s == "" {
		return 0, false
	}
	body := strings.ToLower(strings.TrimLeft(s, "+-"))
	if len(s)-len(body) > 1 {
		return 0, false
	}
	switch body {
	case "inf", "infinity":
		if s[0] == '-' {
			return math.Inf(-1), true
		}
		return math.Inf(1), true
	case "nan":
		if s[0] == '-' {
			return math.Copysign(math.NaN(), -1), true
		}
		return math.NaN(), true
	}
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := 0; i < len(s); i++ {
		switch ch := s[i]; {
		case ch >= '0' && ch <= '9', ch == '.', ch == 'e', ch == 'E', ch == '+', ch == '-':
		case ch == '_':
			if !digit(i-1) || !digit(i+1) {
				return 0, false
			}
		default:
			return 0, false
		}
	}
	s = strings.ReplaceAll(s, "_", "")
	if len(s) > 300 {
		s = shortDecimal(s)
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil && !math.IsInf(f, 0) {
		return 0, false
	}
	return f, true
}

// shortDecimal writes a long decimal number with at most 800 digits that round as it does, and with an
// exponent that package strconv reads: what it has of both is bounded.
func shortDecimal(s string) string {
	sign := ""
	if s[0] == '-' || s[0] == '+' {
		sign, s = s[:1], s[1:]
	}
	exp := 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		n, err := strconv.Atoi(s[i+1:])
		if err != nil && (s[i+1:] == "" || s[len(s)-1] < '0') {
			return sign + s // not a number
		}
		exp = max(-1<<40, min(n, 1<<40))
		s = s[:i]
	}
	whole, frac, dotted := strings.Cut(s, ".")
	if strings.Contains(frac, ".") || strings.ContainsAny(whole+frac, "+-") || dotted && whole+frac == "" {
		return sign + s + "."
	}
	exp += len(whole)
	digits := strings.TrimLeft(whole+frac, "0")
	exp -= len(whole) + len(frac) - len(digits)
	if len(digits) > 800 {
		if strings.Trim(digits[800:], "0") != "" {
			digits = digits[:800] + "1"
		} else {
			digits = digits[:800]
		}
	}
	return sign + "0." + digits + "0e" + strconv.Itoa(max(-5000, min(exp, 5000)))
}

// roundFloat is round(f) to an int, or round(f, digits) to a float, half to even.
func roundFloat(c *Ctx, f float64, digits Value) (Value, *Exc) {
	if digits.IsNull() {
		return intOfFloat(math.RoundToEven(f))
	}
	n, e := IndexValue(c, digits)
	if e != nil {
		return Null, e
	}
	if math.IsInf(f, 0) || f != f {
		return Float(f), nil
	}
	if n.H != &IntHeader {
		if bigOf(n).Sign() > 0 {
			return Float(f), nil
		}
		return Float(math.Copysign(0, f)), nil
	}
	d := n.Int64()
	switch {
	case d > 323:
		return Float(f), nil
	case d < -308:
		return Float(math.Copysign(0, f)), nil
	}
	var r float64
	if d >= 0 {
		r, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'f', int(d), 64), 64)
	} else {
		// Exactly: f as a fraction, rounded to a multiple of 10**-d.
		q := new(big.Rat).SetFloat64(math.Abs(f))
		p := new(big.Int).Exp(big.NewInt(10), big.NewInt(-d), nil)
		q.Quo(q, new(big.Rat).SetInt(p))
		whole, rem := new(big.Int).QuoRem(q.Num(), q.Denom(), new(big.Int))
		if k := new(big.Int).Lsh(rem, 1).Cmp(q.Denom()); k > 0 || k == 0 && whole.Bit(0) == 1 {
			whole.Add(whole, big.NewInt(1))
		}
		r, _ = new(big.Float).SetInt(whole.Mul(whole, p)).Float64()
		r = math.Copysign(r, f)
	}
	if math.IsInf(r, 0) {
		return Null, NewExc(OverflowError, "rounded value too large to represent")
	}
	return Float(r), nil
}

func floatHex(f float64) string {
	switch {
	case math.IsInf(f, 0) || f != f:
		return FloatRepr(f)
	case f == 0:
		if math.Signbit(f) {
			return "-0x0.0p+0"
		}
		return "0x0.0p+0"
	}
	bits := math.Float64bits(f)
	mant := bits & (1<<52 - 1)
	exp := int(bits >> 52 & 0x7FF)
	lead := "0x1."
	if exp == 0 {
		lead, exp = "0x0.", 1
	}
	hex := strconv.FormatUint(mant, 16)
	s := lead + strings.Repeat("0", 13-len(hex)) + hex + "p"
	if exp -= 1023; exp >= 0 {
		s += "+"
	}
	if f < 0 {
		s = "-" + s
	}
	return s + strconv.Itoa(exp)
}

func floatFromHex(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	s := AsStr(a[1])
	if s == nil {
		return Null, NewExc(TypeError, "bad argument type for built-in operation")
	}
	bad := NewExc(ValueError, "invalid hexadecimal floating-point string")
	text := strings.ToLower(trimRightSpace(trimLeftSpace(s.Text)))
	sign := ""
	if text != "" && (text[0] == '-' || text[0] == '+') {
		sign, text = text[:1], text[1:]
	}
	var f float64
	switch text {
	case "inf", "infinity":
		f = math.Inf(1)
	case "nan":
		f = math.NaN()
	default:
		text = strings.TrimPrefix(text, "0x")
		if text == "" || strings.ContainsAny(text, "_x+-") && !strings.Contains(text, "p") {
			return Null, bad
		}
		if !strings.Contains(text, "p") {
			text += "p0"
		}
		var err error
		if f, err = strconv.ParseFloat("0x"+text, 64); err != nil {
			if math.IsInf(f, 0) {
				return Null, NewExc(OverflowError, "hexadecimal value too large to represent as a float")
			}
			return Null, bad
		}
	}
	if sign == "-" {
		f = -f
	}
	if AsType(a[0]) != FloatType {
		return Invoke(c, a[0], Float(f))
	}
	return Float(f), nil
}
