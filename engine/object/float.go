package object

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"loopscope/engine/bytecode"
)

// floatPair reads two numbers of which at least one is a float.
func floatPair(a, b Value) (x, y float64, ok bool, e *Exc) {
	if a.H == &FloatHeader && b.H == &FloatHeader {
		return a.Float64(), b.Float64(), true, nil
	}
	x, ok, e = NumFloat(a)
	if !ok || e != nil {
		return
	}
	y, ok, e = NumFloat(b)
	return
}

func floatAdd(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, ok, e := floatPair(a, b)
	if !ok || e != nil {
		return NotImplemented, e
	}
	return Float(x + y), nil
}

func floatSub(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, ok, e := floatPair(a, b)
	if !ok || e != nil {
		return NotImplemented, e
	}
	return Float(x - y), nil
}

func floatMul(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, ok, e := floatPair(a, b)
	if !ok || e != nil {
		return NotImplemented, e
	}
	return Float(x * y), nil
}

func floatTrueDiv(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, ok, e := floatPair(a, b)
	if !ok || e != nil {
		return NotImplemented, e
	}
	if y == 0 {
		return Null, NewExc(ZeroDivisionError, "float division by zero")
	}
	return Float(x / y), nil
}

// floatDivMod is the floored quotient and the remainder with y's sign.
func floatDivMod(x, y float64) (q, m float64) {
	m = math.Mod(x, y)
	q = (x - m) / y
	if m != 0 {
		if (y < 0) != (m < 0) {
			m += y
			q--
		}
	} else {
		m = math.Copysign(0, y)
	}
	if q != 0 {
		f := math.Floor(q)
		if q-f > 0.5 {
			f++
		}
		return f, m
	}
	return math.Copysign(0, x/y), m
}

func floatFloorDiv(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, ok, e := floatPair(a, b)
	if !ok || e != nil {
		return NotImplemented, e
	}
	if y == 0 {
		return Null, NewExc(ZeroDivisionError, "float floor division by zero")
	}
	q, _ := floatDivMod(x, y)
	return Float(q), nil
}

func floatMod(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, ok, e := floatPair(a, b)
	if !ok || e != nil {
		return NotImplemented, e
	}
	if y == 0 {
		return Null, NewExc(ZeroDivisionError, "float modulo")
	}
	_, m := floatDivMod(x, y)
	return Float(m), nil
}

func floatPow(c *Ctx, a, b Value) (Value, *Exc) {
	x, y, ok, e := floatPair(a, b)
	if !ok || e != nil {
		return NotImplemented, e
	}
	return floatPower(c, x, y)
}

func floatPower(c *Ctx, x, y float64) (Value, *Exc) {
	switch {
	case y == 0 || x == 1:
		return Float(1), nil
	case math.IsNaN(x) || math.IsNaN(y):
		return Float(math.NaN()), nil
	case x == 0 && y < 0 && !math.IsInf(y, 0):
		return Null, NewExc(ZeroDivisionError, "0.0 cannot be raised to a negative power")
	case x < 0 && y != math.Floor(y) && !math.IsInf(x, 0) && !math.IsInf(y, 0):
		return complexPower(complex(x, 0), complex(y, 0))
	}
	r := PowFloat(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return Null, ExcArgs(OverflowError, Int(34), NewStr("Numerical result out of range"))
	}
	return Float(r), nil
}

func floatNeg(c *Ctx, v Value) (Value, *Exc) { f, _ := ToFloat(v); return Float(-f), nil }
func floatPos(c *Ctx, v Value) (Value, *Exc) { f, _ := ToFloat(v); return Float(f), nil }
func floatBool(c *Ctx, v Value) (bool, *Exc) { f, _ := ToFloat(v); return f != 0, nil }

func floatCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	x, xok := ToFloat(a)
	y, yok := ToFloat(b)
	switch {
	case xok && yok:
		if x != x || y != y {
			return Bool(op == bytecode.CmpNE), nil
		}
		order := 0
		if x < y {
			order = -1
		} else if x > y {
			order = 1
		}
		return Bool(cmpResult(order, op)), nil
	case xok:
		n, ok := intValue(b)
		if !ok {
			return NotImplemented, nil
		}
		if x != x {
			return Bool(op == bytecode.CmpNE), nil
		}
		return Bool(cmpResult(-cmpIntFloat(n, x), op)), nil
	case yok:
		n, ok := intValue(a)
		if !ok {
			return NotImplemented, nil
		}
		if y != y {
			return Bool(op == bytecode.CmpNE), nil
		}
		return Bool(cmpResult(cmpIntFloat(n, y), op)), nil
	}
	return NotImplemented, nil
}

// hashFloat is the hash of a number given as a float: that of the equal int or
// fraction, computed modulo 2**61-1.
func hashFloat(c *Ctx, f float64, self Value) int64 {
	if math.IsInf(f, 0) {
		if f > 0 {
			return 314159
		}
		return -314159
	}
	if f != f {
		return int64(math.Float64bits(f)>>4 + 1000003)
	}
	frac, exp := math.Frexp(f)
	sign := int64(1)
	if frac < 0 {
		sign, frac = -1, -frac
	}
	var x uint64
	for frac != 0 {
		x = (x<<28)&hashModulus | x>>(61-28)
		frac *= 1 << 28
		exp -= 28
		y := uint64(frac)
		frac -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	if exp >= 0 {
		exp %= 61
	} else {
		exp = 61 - 1 - (-1-exp)%61
	}
	x = (x<<exp)&hashModulus | x>>(61-exp)
	h := int64(x) * sign
	if h == -1 {
		return -2
	}
	return h
}

func floatHash(c *Ctx, v Value) (int64, *Exc) {
	f, _ := ToFloat(v)
	return hashFloat(c, f, v), nil
}

// FloatRepr is repr(f): the shortest text that reads back as f.
func FloatRepr(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case f != f:
		return "nan"
	}
	var buf [32]byte
	b := strconv.AppendFloat(buf[:0], f, 'e', -1, 64)
	// The exponent decides about the form: positional from 1e-4 to below 1e16.
	e := strings.LastIndexByte(string(b), 'e')
	exp, _ := strconv.Atoi(string(b[e+1:]))
	if exp >= -4 && exp < 16 {
		b = strconv.AppendFloat(buf[:0], f, 'f', -1, 64)
		s := string(b)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return s
	}
	return string(b)
}

func floatRepr(c *Ctx, v Value) (string, *Exc) { f, _ := ToFloat(v); return FloatRepr(f), nil }

// intOfFloat truncates a float to an int.
func intOfFloat(f float64) (Value, *Exc) {
	if math.IsInf(f, 0) {
		return Null, NewExc(OverflowError, "cannot convert float infinity to integer")
	}
	if f != f {
		return Null, NewExc(ValueError, "cannot convert float NaN to integer")
	}
	if f > -1<<62 && f < 1<<62 {
		return Int(int64(f)), nil
	}
	x, _ := big.NewFloat(f).Int(nil)
	return NewBigInt(x), nil
}
