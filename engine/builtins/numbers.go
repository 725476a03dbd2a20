package builtins

import (
	"math"
	"math/big"
	"math/cmplx"
	"strconv"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

func absLeaf(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	v := a[0]
	switch {
	case v.IsFloat():
		return object.Float(math.Abs(v.Float64())), nil
	case object.IsIntLike(v) && !object.TypeOf(v).IsHeap():
		if v.IsInt() && v.Int64() > math.MinInt64 || v.IsBool() {
			i := v.Int64()
			if i < 0 {
				i = -i
			}
			return object.Int(i), nil
		}
		return object.NewBigInt(new(big.Int).Abs(object.ToBig(v))), nil
	}
	if z := object.AsComplex(v); z != nil && !z.Type.IsHeap() {
		r := cmplx.Abs(z.V)
		if math.IsInf(r, 0) && !cmplx.IsInf(z.V) {
			return Value{}, object.NewExc(object.OverflowError, "absolute value too large")
		}
		return object.Float(r), nil
	}
	return Value{}, object.NeedVM
}

// absNative asks the class; instances of subclasses of numbers without a method of their own are numbers.
func absNative(t *Thread, a []Value, _ []*Str) Action {
	v := a[0]
	if fn := vm.Special(v, intern("__abs__")); !fn.IsNull() {
		return vm.CallSpecial(t, fn, v)
	}
	if object.IsIntLike(v) {
		return vm.ReturnOr(absLeaf(t.RT.Ctx, []Value{object.NewBigInt(object.ToBig(v))}, nil))
	}
	if f, ok := object.ToFloat(v); ok {
		return vm.Return(object.Float(math.Abs(f)))
	}
	return vm.Raisef(object.TypeError, "bad operand type for abs(): '%s'", typeName(v))
}

func roundLeaf(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	v := a[0]
	if object.TypeOf(v).IsHeap() {
		return Value{}, object.NeedVM
	}
	return RoundNumber(c, v, a[1])
}

// RoundNumber is round(v, digits) of an int or float; NeedVM for anything else.
func RoundNumber(c *Ctx, v, digits Value) (Value, *Exc) {
	none := digits.IsNull() || digits.IsNone()
	n := int64(0)
	if !none {
		d, e := object.IndexValue(c, digits)
		if e != nil {
			return Value{}, e
		}
		var ok bool
		if n, ok = object.ToInt64(d); !ok {
			n = math.MaxInt32
			if object.ToBig(d).Sign() < 0 {
				n = -n
			}
		}
	}
	if f, ok := object.ToFloat(v); ok {
		if none {
			if math.IsNaN(f) {
				return Value{}, object.NewExc(object.ValueError, "cannot convert float NaN to integer")
			}
			if math.IsInf(f, 0) {
				return Value{}, object.NewExc(object.OverflowError, "cannot convert float infinity to integer")
			}
			return floatToInt(math.RoundToEven(f)), nil
		}
		r, over := roundFloat(f, n)
		if over {
			return Value{}, object.NewExc(object.OverflowError, "rounded value too large to represent")
		}
		return object.Float(r), nil
	}
	if !object.IsIntLike(v) {
		return Value{}, object.NeedVM
	}
	x := object.ToBig(v)
	if none || n >= 0 {
		return object.NewBigInt(x), nil
	}
	if n < -10000 {
		return object.Int(0), nil
	}
	return object.NewBigInt(roundInt(x, -n)), nil
}

// roundInt rounds to a multiple of 10**n, half to even.
func roundInt(x *big.Int, n int64) *big.Int {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
	q, r := new(big.Int).DivMod(x, p, new(big.Int)) // r >= 0
	twice := new(big.Int).Lsh(r, 1)
	if c := twice.Cmp(p); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return q.Mul(q, p)
}

// roundFloat rounds to n decimal digits, correctly by the exact value.
func roundFloat(f float64, n int64) (r float64, overflow bool) {
	switch {
	case f == 0 || math.IsNaN(f) || math.IsInf(f, 0) || n > 323:
		return f, false
	case n < -308:
		return math.Copysign(0, f), false
	case n >= 0:
		r, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'f', int(n), 64), 64)
		return r, math.IsInf(r, 0)
	}
	// Digits before the point: exact in integers, whose fraction only breaks ties.
	whole, frac := math.Modf(math.Abs(f))
	x, _ := new(big.Float).SetFloat64(whole).Int(nil)
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(-n), nil)
	q, rem := new(big.Int).DivMod(x, p, new(big.Int))
	c := new(big.Int).Lsh(rem, 1).Cmp(p)
	if c > 0 || c == 0 && (frac > 0 || q.Bit(0) == 1) {
		q.Add(q, big.NewInt(1))
	}
	r, _ = new(big.Float).SetInt(q.Mul(q, p)).Float64()
	return math.Copysign(r, f), math.IsInf(r, 0)
}

// floatToInt is the int of an integral float.
func floatToInt(f float64) Value {
	if math.Abs(f) < 1<<62 {
		return object.Int(int64(f))
	}
	x, _ := new(big.Float).SetFloat64(f).Int(nil)
	return object.NewBigInt(x)
}

func roundNative(t *Thread, a []Value, _ []*Str) Action {
	v := a[0]
	fn := vm.Special(v, intern("__round__"))
	if b := object.AsBuiltin(fn); b != nil || fn.IsNull() {
		r, e := RoundNumber(t.RT.Ctx, v, a[1])
		if e == object.NeedVM {
			if !fn.IsNull() && !a[1].IsNull() {
				return vm.CallSpecial(t, fn, v, a[1]) // whose __index__ says how many digits
			}
			if !fn.IsNull() {
				return vm.CallSpecial(t, fn, v)
			}
			return vm.Raisef(object.TypeError, "type %s doesn't define __round__ method", typeName(v))
		}
		return vm.ReturnOr(r, e)
	}
	if a[1].IsNull() || a[1].IsNone() {
		return vm.CallSpecial(t, fn, v)
	}
	return vm.CallSpecial(t, fn, v, a[1])
}

func divmodLeaf(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	x, y := a[0], a[1]
	if object.TypeOf(x).IsHeap() || object.TypeOf(y).IsHeap() {
		return Value{}, object.NeedVM
	}
	_, fx := object.ToFloat(x)
	_, fy := object.ToFloat(y)
	if !(fx || object.IsIntLike(x)) || !(fy || object.IsIntLike(y)) {
		if object.AsComplex(x) != nil || object.AsComplex(y) != nil {
			return Value{}, object.NewExc(object.TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", typeName(x), typeName(y))
		}
		return Value{}, object.NeedVM
	}
	q, e := object.Binary(c, object.OpFloorDiv, x, y, false)
	if e != nil {
		if e != object.NeedVM && e.Is(object.ZeroDivisionError) && (fx || fy) {
			return Value{}, object.NewExc(object.ZeroDivisionError, "float divmod()")
		}
		return Value{}, e
	}
	r, e := object.Binary(c, object.OpMod, x, y, false)
	if e != nil {
		return Value{}, e
	}
	return object.TupleOf(q, r), nil
}

// divmodNative tries __divmod__ and __rdivmod__ in the order of binary operators.
func divmodNative(t *Thread, a []Value, _ []*Str) Action {
	x, y := a[0], a[1]
	return reflected(t, x, y, "__divmod__", "__rdivmod__", func(t *Thread) Action {
		if (object.IsIntLike(x) || isFloat(x)) && (object.IsIntLike(y) || isFloat(y)) {
			return vm.ReturnOr(divmodLeaf(t.RT.Ctx, []Value{Plain(x), Plain(y)}, nil))
		}
		return vm.Raisef(object.TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", typeName(x), typeName(y))
	})
}

func isFloat(v Value) bool { _, ok := object.ToFloat(v); return ok }

// Plain is the number that an instance of a subclass of int or float stands for.
func Plain(v Value) Value {
	if f, ok := object.ToFloat(v); ok {
		return object.Float(f)
	}
	if object.IsIntLike(v) {
		return object.NewBigInt(object.ToBig(v))
	}
	return v
}

// reflected calls a binary method of x, or its reflection of y; none where both decline.
func reflected(t *Thread, x, y Value, name, rname string, none func(t *Thread) Action) Action {
	fx, fy := vm.Special(x, intern(name)), vm.Special(y, intern(rname))
	tx, ty := object.TypeOf(x), object.TypeOf(y)
	if object.AsBuiltin(fx) != nil {
		fx = Value{}
	}
	if object.AsBuiltin(fy) != nil || tx == ty {
		fy = Value{}
	}
	try := func(fn, self, other Value, then func(t *Thread) Action) Action {
		if fn.IsNull() {
			return then(t)
		}
		return vm.OnValue(t, vm.CallSpecial(t, fn, self, other), func(t *Thread, r Value) Action {
			if r == object.NotImplemented {
				return then(t)
			}
			return vm.Return(r)
		})
	}
	if tx != ty && ty.IsSubtype(tx) {
		return try(fy, y, x, func(t *Thread) Action { return try(fx, x, y, none) })
	}
	return try(fx, x, y, func(t *Thread) Action { return try(fy, y, x, none) })
}

func powLeaf(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	if a[2].IsNull() || a[2].IsNone() {
		r, e := object.Binary(c, object.OpPow, a[0], a[1], false)
		if e != nil && e != object.NeedVM && e.Is(object.TypeError) {
			e = object.NewExc(object.TypeError, "unsupported operand type(s) for ** or pow(): '%s' and '%s'", typeName(a[0]), typeName(a[1]))
		}
		return r, e
	}
	if !object.IsIntLike(a[0]) || !object.IsIntLike(a[1]) || !object.IsIntLike(a[2]) {
		for _, v := range a {
			if object.TypeOf(v).IsHeap() {
				return Value{}, object.NeedVM
			}
		}
		if object.AsComplex(a[0]) != nil || object.AsComplex(a[1]) != nil || object.AsComplex(a[2]) != nil {
			return Value{}, object.NewExc(object.ValueError, "complex modulo")
		}
		if isFloat(a[0]) || isFloat(a[1]) || isFloat(a[2]) {
			return Value{}, object.NewExc(object.TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
		}
		return Value{}, object.NewExc(object.TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", typeName(a[0]), typeName(a[1]), typeName(a[2]))
	}
	b, x, m := object.ToBig(a[0]), object.ToBig(a[1]), object.ToBig(a[2])
	if m.Sign() == 0 {
		return Value{}, object.NewExc(object.ValueError, "pow() 3rd argument cannot be 0")
	}
	abs := new(big.Int).Abs(m)
	b = new(big.Int).Mod(b, abs)
	if x.Sign() < 0 {
		if b = new(big.Int).ModInverse(b, abs); b == nil {
			return Value{}, object.NewExc(object.ValueError, "base is not invertible for the given modulus")
		}
		x = new(big.Int).Neg(x)
	}
	r := new(big.Int).Exp(b, x, abs)
	if m.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, m)
	}
	return object.NewBigInt(r), nil
}

func powNative(t *Thread, a []Value, _ []*Str) Action {
	if a[2].IsNull() || a[2].IsNone() {
		return vm.Binary(t, object.OpPow, a[0], a[1], false)
	}
	x, y, m := a[0], a[1], a[2]
	fail := func(t *Thread) Action {
		return vm.Raisef(object.TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", typeName(x), typeName(y), typeName(m))
	}
	fn := vm.Special(x, intern("__pow__"))
	if fn.IsNull() || object.AsBuiltin(fn) != nil {
		return fail(t)
	}
	return vm.OnValue(t, vm.CallSpecial(t, fn, x, y, m), func(t *Thread, r Value) Action {
		if r == object.NotImplemented {
			return fail(t)
		}
		return vm.Return(r)
	})
}

// IntOfFloat is the int of an integral float; NaN and infinities have none.
func IntOfFloat(f float64) (Value, *Exc) {
	if math.IsNaN(f) {
		return Value{}, object.NewExc(object.ValueError, "cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return Value{}, object.NewExc(object.OverflowError, "cannot convert float infinity to integer")
	}
	return floatToInt(f), nil
}
