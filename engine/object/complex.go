package object

import (
	"math"
	"strings"

	"loopscope/engine/bytecode"
)

// toComplex reads a built-in number as a complex one.
func toComplex(v Value) (complex128, bool, *Exc) {
	if z := AsComplex(v); z != nil {
		return z.V, true, nil
	}
	f, ok, e := NumFloat(v)
	return complex(f, 0), ok, e
}

func complexOp(f func(x, y complex128) (Value, *Exc)) func(c *Ctx, a, b Value) (Value, *Exc) {
	return func(c *Ctx, a, b Value) (Value, *Exc) {
		x, ok, e := toComplex(a)
		if !ok || e != nil {
			return NotImplemented, e
		}
		y, ok, e := toComplex(b)
		if !ok || e != nil {
			return NotImplemented, e
		}
		return f(x, y)
	}
}

// mulComplex multiplies by the schoolbook formula, in this order of operations on
// every platform.
func mulComplex(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	ac, bd, ad, bc := a*c, b*d, a*d, b*c
	return complex(float64(ac)-float64(bd), float64(ad)+float64(bc))
}

// divComplex divides after scaling by the larger part of the divisor.
func divComplex(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	if math.Abs(c) >= math.Abs(d) {
		ratio := d / c
		denom := c + float64(d*ratio)
		return complex((a+float64(b*ratio))/denom, (b-float64(a*ratio))/denom)
	}
	if math.Abs(d) >= math.Abs(c) {
		ratio := c / d
		denom := float64(c*ratio) + d
		return complex((float64(a*ratio)+b)/denom, (float64(b*ratio)-a)/denom)
	}
	return complex(math.NaN(), math.NaN())
}

func complexPower(x, y complex128) (Value, *Exc) {
	if y == 0 {
		return NewComplex(1), nil
	}
	if x == 0 {
		if imag(y) != 0 || real(y) < 0 {
			return Null, NewExc(ZeroDivisionError, "0.0 to a negative or complex power")
		}
		return NewComplex(0), nil
	}
	if n := real(y); imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 100 {
		r, p := complex128(1), x
		for k := int(math.Abs(n)); k > 0; k >>= 1 {
			if k&1 != 0 {
				r = mulComplex(r, p)
			}
			p = mulComplex(p, p)
		}
		if n < 0 {
			r = divComplex(1, r)
		}
		return NewComplex(r), nil
	}
	abs := HypotFloat(real(x), imag(x))
	size := PowFloat(abs, real(y))
	at := Atan2Float(imag(x), real(x))
	phase := at * real(y)
	if imag(y) != 0 {
		size *= ExpFloat(-at * imag(y))
		phase += imag(y) * LogFloat(abs)
	}
	r := complex(size*CosFloat(phase), size*SinFloat(phase))
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return Null, NewExc(OverflowError, "complex exponentiation")
	}
	return NewComplex(r), nil
}

// complexText is repr(z).
func complexText(z complex128) string {
	part := func(f float64) string { return strings.TrimSuffix(FloatRepr(f), ".0") }
	re, im := real(z), imag(z)
	if re == 0 && !math.Signbit(re) {
		return part(im) + "j"
	}
	sign := ""
	if !math.Signbit(im) || im != im {
		sign = "+"
	}
	return "(" + part(re) + sign + part(im) + "j)"
}

func initComplex() {
	t := ComplexType
	s := &t.Slots
	s.Repr = func(c *Ctx, v Value) (string, *Exc) { return complexText(AsComplex(v).V), nil }
	s.Hash = func(c *Ctx, v Value) (int64, *Exc) {
		z := AsComplex(v).V
		h := hashFloat(c, real(z), v) + hashFloat(c, imag(z), v)*1000003
		if h == -1 {
			h = -2
		}
		return h, nil
	}
	s.Bool = func(c *Ctx, v Value) (bool, *Exc) { return AsComplex(v).V != 0, nil }
	s.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if op != bytecode.CmpEQ && op != bytecode.CmpNE {
			return NotImplemented, nil
		}
		x, ok, e := toComplex(a)
		y, ok2, e2 := toComplex(b)
		if e != nil || e2 != nil {
			return Bool(op == bytecode.CmpNE), nil
		}
		if !ok || !ok2 {
			return NotImplemented, nil
		}
		return Bool((x == y) == (op == bytecode.CmpEQ)), nil
	}
	s.Neg = func(c *Ctx, v Value) (Value, *Exc) { return NewComplex(-AsComplex(v).V), nil }
	s.Pos = func(c *Ctx, v Value) (Value, *Exc) { return NewComplex(AsComplex(v).V), nil }
	s.Binary[OpAdd] = complexOp(func(x, y complex128) (Value, *Exc) { return NewComplex(x + y), nil })
	s.Binary[OpSub] = complexOp(func(x, y complex128) (Value, *Exc) { return NewComplex(x - y), nil })
	s.Binary[OpMul] = complexOp(func(x, y complex128) (Value, *Exc) { return NewComplex(mulComplex(x, y)), nil })
	s.Binary[OpTrueDiv] = complexOp(func(x, y complex128) (Value, *Exc) {
		if y == 0 {
			return Null, NewExc(ZeroDivisionError, "complex division by zero")
		}
		return NewComplex(divComplex(x, y)), nil
	})
	s.Binary[OpPow] = complexOp(complexPower)
	s.Format = complexFormat
	t.staticMethods([]def{{"__new__", "real=0, imag=0", complexNew}})
	t.methods([]def{
		{"conjugate", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return NewComplex(complex(real(AsComplex(a[0]).V), -imag(AsComplex(a[0]).V))), nil
		}},
		{"__complex__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return NewComplex(AsComplex(a[0]).V), nil }},
		{"__abs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Abs(c, a[0]) }},
		{"__getnewargs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			z := AsComplex(a[0]).V
			return TupleOf(Float(real(z)), Float(imag(z))), nil
		}},
	})
	t.addMember("real", func(c *Ctx, v Value) (Value, *Exc) { return Float(real(AsComplex(v).V)), nil }, nil)
	t.addMember("imag", func(c *Ctx, v Value) (Value, *Exc) { return Float(imag(AsComplex(v).V)), nil }, nil)
}

func complexNew(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	k := AsType(a[0])
	var z complex128
	if !a[1].IsNull() {
		if s := AsStr(a[1]); s != nil {
			if !a[2].IsNull() {
				return Null, NewExc(TypeError, "complex() can't take second arg if first is a string")
			}
			var ok bool
			if z, ok = parseComplex(asciiDigits(s.Text)); !ok {
				return Null, NewExc(ValueError, "complex() arg is a malformed string")
			}
		} else {
			x, e := complexArg(a[1], "complex() first argument must be a string or a number, not '%s'")
			if e != nil {
				return Null, e
			}
			z = x
		}
	}
	if !a[2].IsNull() {
		if AsStr(a[2]) != nil {
			return Null, NewExc(TypeError, "complex() second arg can't be a string")
		}
		const message = "complex() second argument must be a number, not '%s'"
		if t := a[2].H.Type; t.IsHeap() && AsComplex(a[2]) == nil && t.Lookup(strFloat).IsNull() && t.Lookup(strIndex).IsNull() {
			return Null, NewExc(TypeError, message, t) // a __complex__ does not count here
		}
		y, e := complexArg(a[2], message)
		if e != nil {
			return Null, e
		}
		im := imag(z) + real(y)
		if AsComplex(a[1]) == nil {
			im = real(y) // as it is, a negative zero included
		}
		z = complex(real(z)-imag(y), im)
	}
	if k == ComplexType {
		return NewComplex(z), nil
	}
	o := NewInstance(k)
	AsComplex(o).V = z
	return o, nil
}

func complexArg(v Value, message string) (complex128, *Exc) {
	t := v.H.Type
	if t.IsHeap() && (!t.Lookup(strComplex).IsNull() && !IsLeafMethod(t, strComplex) || !t.Lookup(strFloat).IsNull() && !IsLeafMethod(t, strFloat) || !t.Lookup(strIndex).IsNull() && !IsLeafMethod(t, strIndex)) {
		return 0, NeedVM
	}
	z, ok, e := toComplex(v)
	if e == nil && !ok {
		e = NewExc(TypeError, message, t)
	}
	return z, e
}

func parseComplex(text string) (complex128, bool) {
	s := trimRightSpace(trimLeftSpace(text))
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = trimRightSpace(trimLeftSpace(s[1 : len(s)-1]))
	}
	if s == "" {
		return 0, false
	}
	if last := s[len(s)-1]; last != 'j' && last != 'J' {
		f, ok := ParseFloat(s)
		return complex(f, 0), ok
	}
	s = s[:len(s)-1]
	// The imaginary part begins at the last sign that is not an exponent's.
	i := len(s) - 1
	for ; i > 0; i-- {
		if (s[i] == '+' || s[i] == '-') && s[i-1] != 'e' && s[i-1] != 'E' {
			break
		}
	}
	if i < 0 {
		i = 0
	}
	im := s[i:]
	if im == "" || im == "+" || im == "-" {
		im += "1"
	}
	y, ok := ParseFloat(im)
	if !ok || strings.ContainsAny(s, " \t") {
		return 0, false
	}
	if i == 0 {
		return complex(0, y), true
	}
	x, ok := ParseFloat(s[:i])
	return complex(x, y), ok
}
