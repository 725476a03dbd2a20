// Package mathmod is the module math. Its functions give the same bits on every
// host, so that recordings agree.
package mathmod

import (
	"math"
	"math/big"

	"loopscope/engine/builtins"
	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
)

var table = &lib.Table{Name: "math"}

func init() {
	tb := table
	tb.Const("pi", object.Float(math.Pi))
	tb.Const("e", object.Float(math.E))
	tb.Const("tau", object.Float(2*math.Pi))
	tb.Const("inf", object.Float(math.Inf(1)))
	tb.Const("nan", object.Float(math.NaN()))
	initFloats()
	initInts()
	initSums()
	lib.Register("math", tb.Spec(""))
}

// number is an argument as a float: an int, a float, or what __float__ answers.
func number(c *ctx, v value) (float64, *exc) {
	f, ok, e := object.NumFloat(v)
	if e != nil || ok {
		return f, e
	}
	if object.TypeOf(v).IsHeap() && (has(v, "__float__") || has(v, "__index__")) {
		return 0, object.NeedVM
	}
	return 0, object.NewExc(object.TypeError, "must be real number, not %s", object.TypeOf(v).Label())
}

func has(v value, name string) bool { return !vm.Special(v, object.Intern(name)).IsNull() }

// floats registers a function of floats, whose arguments may have a __float__ in Python.
func floats(name, sig string, fn func(a []float64) (float64, *exc)) {
	leaf := func(c *ctx, a []value, _ []*str) (value, *exc) {
		var buf [4]float64
		args := buf[:0]
		for _, v := range a {
			f, e := number(c, v)
			if e != nil {
				return value{}, e
			}
			args = append(args, f)
		}
		r, e := fn(args)
		return object.Float(r), e
	}
	table.Both(name, sig, leaf, func(t *vm.Thread, a []value, _ []*str) action {
		return onFloats(t, a, func(t *vm.Thread, a []value) action { return vm.ReturnOr(leaf(t.RT.Ctx, a, nil)) })
	})
}

// onFloats goes on with the arguments made floats by their __float__ or __index__.
func onFloats(t *vm.Thread, a []value, then func(t *vm.Thread, a []value) action) action {
	in := append([]value(nil), a...)
	i := 0
	return vm.Repeat(t, func(t *vm.Thread) action {
		for ; i < len(in); i++ {
			_, e := number(t.RT.Ctx, in[i])
			if e == nil {
				continue
			}
			if e != object.NeedVM {
				return vm.Raise(e)
			}
			v := in[i]
			fn := vm.Special(v, object.Intern("__float__"))
			if fn.IsNull() {
				return builtins.OnIndex(t, v, func(t *vm.Thread, r value) action {
					in[i] = r
					i++
					return vm.Continue()
				})
			}
			return vm.OnValue(t, vm.CallSpecial(t, fn, v), func(t *vm.Thread, r value) action {
				if _, ok := object.ToFloat(r); !ok {
					return vm.Raisef(object.TypeError, "%s.__float__ returned non-float (type %s)", object.TypeOf(v).Label(), object.TypeOf(r).Label())
				}
				in[i] = r
				i++
				return vm.Continue()
			})
		}
		return then(t, in)
	})
}

func domain() *exc   { return object.NewExc(object.ValueError, "math domain error") }
func overflow() *exc { return object.NewExc(object.OverflowError, "math range error") }

// checked applies the usual rules: NaN out of a number is a domain error,
// infinity out of a finite number an overflow.
func checked(fn func(float64) float64, infinite bool) func(a []float64) (float64, *exc) {
	return func(a []float64) (float64, *exc) {
		r := fn(a[0])
		if math.IsNaN(r) && !math.IsNaN(a[0]) {
			return 0, domain()
		}
		if math.IsInf(r, 0) && !math.IsInf(a[0], 0) {
			if infinite {
				return 0, overflow()
			}
			return 0, domain()
		}
		return r, nil
	}
}

type named struct {
	name string
	fn   func(float64) float64
}

// The functions of package object are exact to the last place, and the same on every
// platform; those of package math are neither.
func exp2(x float64) float64 { return object.PowFloat(2, x) }

func initFloats() {
	for _, f := range [...]named{
		{"sin", object.SinFloat}, {"cos", object.CosFloat}, {"tan", object.TanFloat},
		{"asin", object.AsinFloat}, {"acos", object.AcosFloat}, {"atan", object.AtanFloat},
		{"sinh", object.SinhFloat}, {"cosh", object.CoshFloat}, {"tanh", object.TanhFloat}, {"asinh", asinh}, {"acosh", acosh},
		{"atanh", atanh}, {"exp", object.ExpFloat}, {"exp2", exp2}, {"expm1", object.Expm1Float}, {"sqrt", math.Sqrt}, {"cbrt", object.CbrtFloat},
		{"fabs", math.Abs}, {"log1p", object.Log1pFloat}, {"erf", math.Erf}, {"erfc", math.Erfc},
	} {
		infinite := f.name != "atanh" && f.name != "log1p"
		floats(f.name, "x, /", checked(f.fn, infinite))
	}
	floats("degrees", "x, /", func(a []float64) (float64, *exc) { return a[0] * (180 / math.Pi), nil })
	floats("radians", "x, /", func(a []float64) (float64, *exc) { return a[0] * (math.Pi / 180), nil })
	floats("atan2", "y, x, /", func(a []float64) (float64, *exc) { return object.Atan2Float(a[0], a[1]), nil })
	floats("copysign", "x, y, /", func(a []float64) (float64, *exc) { return math.Copysign(a[0], a[1]), nil })
	floats("nextafter", "x, y, /", func(a []float64) (float64, *exc) { return math.Nextafter(a[0], a[1]), nil })
	floats("ulp", "x, /", func(a []float64) (float64, *exc) {
		x := math.Abs(a[0])
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return x, nil
		}
		n := math.Nextafter(x, math.Inf(1))
		if math.IsInf(n, 0) {
			return x - math.Nextafter(x, 0), nil
		}
		return n - x, nil
	})
	floats("gamma", "x, /", func(a []float64) (float64, *exc) {
		x := a[0]
		if x == math.Trunc(x) && x <= 0 || math.IsInf(x, -1) {
			return 0, domain()
		}
		r := gamma(x)
		if math.IsInf(r, 0) && !math.IsInf(x, 0) {
			return 0, overflow()
		}
		return r, nil
	})
	floats("lgamma", "x, /", func(a []float64) (float64, *exc) {
		x := a[0]
		if x == math.Trunc(x) && x <= 0 && !math.IsInf(x, 0) {
			return 0, domain()
		}
		r := lgamma(x)
		if math.IsInf(r, 0) && !math.IsInf(x, 0) {
			return 0, overflow()
		}
		return r, nil
	})
	floats("fmod", "x, y, /", func(a []float64) (float64, *exc) {
		r := math.Mod(a[0], a[1])
		if math.IsNaN(r) && !math.IsNaN(a[0]) && !math.IsNaN(a[1]) {
			return 0, domain()
		}
		return r, nil
	})
	floats("remainder", "x, y, /", func(a []float64) (float64, *exc) {
		r := math.Remainder(a[0], a[1])
		if math.IsNaN(r) && !math.IsNaN(a[0]) && !math.IsNaN(a[1]) {
			return 0, domain()
		}
		return r, nil
	})
	floats("pow", "x, y, /", func(a []float64) (float64, *exc) {
		r := object.PowFloat(a[0], a[1])
		if math.IsNaN(r) && !math.IsNaN(a[0]) && !math.IsNaN(a[1]) {
			return 0, domain()
		}
		if math.IsInf(r, 0) && !math.IsInf(a[0], 0) && !math.IsInf(a[1], 0) {
			if a[0] == 0 {
				return 0, domain()
			}
			return 0, overflow()
		}
		return r, nil
	})
	tb := table
	test := func(name string, fn func(float64) bool) {
		tb.Leaf(name, "x, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			f, e := number(c, a[0])
			if e == object.NeedVM {
				e = object.NewExc(object.TypeError, "must be real number, not %s", object.TypeOf(a[0]).Label())
			}
			return object.Bool(fn(f)), e
		})
	}
	test("isnan", math.IsNaN)
	test("isinf", func(f float64) bool { return math.IsInf(f, 0) })
	test("isfinite", func(f float64) bool { return !math.IsInf(f, 0) && !math.IsNaN(f) })
	tb.Leaf("frexp", "x, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		f, e := number(c, a[0])
		if e != nil {
			return value{}, e
		}
		m, n := math.Frexp(f)
		return object.TupleOf(object.Float(m), object.Int(int64(n))), nil
	})
	tb.Leaf("modf", "x, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		f, e := number(c, a[0])
		if e != nil {
			return value{}, e
		}
		if math.IsInf(f, 0) {
			return object.TupleOf(object.Float(math.Copysign(0, f)), object.Float(f)), nil
		}
		i, fr := math.Modf(f)
		return object.TupleOf(object.Float(math.Copysign(fr, f)), object.Float(i)), nil
	})
	tb.Leaf("ldexp", "x, i, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		f, e := number(c, a[0])
		if e != nil {
			return value{}, e
		}
		if !object.IsIntLike(a[1]) {
			return value{}, object.NewExc(object.TypeError, "Expected an int as second argument to ldexp.")
		}
		n, ok := object.ToInt64(a[1])
		if !ok || n > 100000 {
			n = 100000
			if object.ToBig(a[1]).Sign() < 0 {
				n = -n
			}
		}
		r := math.Ldexp(f, int(max(n, -100000)))
		if math.IsInf(r, 0) && !math.IsInf(f, 0) {
			return value{}, overflow()
		}
		return object.Float(r), nil
	})
	tb.Both("log", "*args", logLeaf, func(t *vm.Thread, a []value, _ []*str) action {
		return onFloats(t, a, func(t *vm.Thread, a []value) action { return vm.ReturnOr(logLeaf(t.RT.Ctx, a, nil)) })
	})
	for _, f := range [...]named{{"log2", object.Log2Float}, {"log10", object.Log10Float}} {
		fn := f.fn
		tb.Leaf(f.name, "x, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			r, e := logOf(c, a[0], fn)
			return object.Float(r), e
		})
	}
}

// logOf is a logarithm that also takes ints of any size.
func logOf(c *ctx, v value, fn func(float64) float64) (float64, *exc) {
	if object.IsIntLike(v) {
		x := object.ToBig(v)
		if x.Sign() <= 0 {
			return 0, domain()
		}
		if n := x.BitLen(); n > 1000 {
			shift := uint(n - 64)
			f, _ := new(big.Float).SetInt(new(big.Int).Rsh(x, shift)).Float64()
			return fn(f) + float64(shift)*fn(2), nil
		}
		f, _ := new(big.Float).SetInt(x).Float64()
		return fn(f), nil
	}
	f, e := number(c, v)
	if e != nil {
		return 0, e
	}
	if f <= 0 {
		return 0, domain()
	}
	return fn(f), nil
}

func logLeaf(c *ctx, a []value, _ []*str) (value, *exc) {
	if len(a) < 1 || len(a) > 2 {
		return value{}, object.NewExc(object.TypeError, "math.log requires 1 to 2 arguments")
	}
	x, e := logOf(c, a[0], object.LogFloat)
	if e != nil {
		return value{}, e
	}
	if len(a) == 1 {
		return object.Float(x), nil
	}
	b, e := logOf(c, a[1], object.LogFloat)
	if e != nil {
		return value{}, e
	}
	if b == 0 {
		return value{}, object.NewExc(object.ZeroDivisionError, "float division by zero")
	}
	return object.Float(x / b), nil
}

// The inverse hyperbolic functions, by the formulas of FreeBSD's library, which the reference's C library has, too.

func asinh(x float64) float64 {
	a := math.Abs(x)
	var w float64
	switch {
	case a != a || math.IsInf(a, 0) || a < 0x1p-28:
		return x
	case a > 0x1p28:
		w = object.LogFloat(a) + math.Ln2
	case a > 2:
		w = object.LogFloat(float64(2*a) + 1/(math.Sqrt(float64(a*a)+1)+a))
	default:
		t := float64(a * a)
		w = object.Log1pFloat(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

func acosh(x float64) float64 {
	switch {
	case x < 1:
		return math.NaN()
	case x == 1:
		return 0
	case x >= 0x1p28:
		return object.LogFloat(x) + math.Ln2
	case x > 2:
		return object.LogFloat(float64(2*x) - 1/(x+math.Sqrt(float64(x*x)-1)))
	}
	t := x - 1
	return object.Log1pFloat(t + math.Sqrt(float64(2*t)+float64(t*t)))
}

func atanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a > 1 || a != a:
		return math.NaN()
	case a == 1:
		return math.Copysign(math.Inf(1), x)
	case a < 0x1p-28:
		return x
	case a < 0.5:
		t := a + a
		return math.Copysign(0.5*object.Log1pFloat(t+float64(t*a)/(1-a)), x)
	}
	return math.Copysign(0.5*object.Log1pFloat((a+a)/(1-a)), x)
}
