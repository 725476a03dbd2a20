package mathmod

import (
	"math"
	"math/big"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Functions of many numbers.

func initSums() {
	tb := table
	tb.Native("fsum", "seq, /", func(t *vm.Thread, a []value, _ []*str) action {
		return onNumbers(t, a[0], func(t *vm.Thread, xs []float64) action { return exactSum(xs) })
	})
	tb.Native("prod", "iterable, /, *, start=1", func(t *vm.Thread, a []value, _ []*str) action {
		total := object.Int(1)
		if !a[1].IsNull() {
			total = a[1]
		}
		return vm.ForEach(t, a[0], func(t *vm.Thread, x value) action {
			return vm.OnValue(t, vm.Binary(t, object.OpMul, total, x, false), func(t *vm.Thread, r value) action {
				total = r
				return vm.Continue()
			})
		}, func(t *vm.Thread) action { return vm.Return(total) })
	})
	tb.Native("dist", "p, q, /", func(t *vm.Thread, a []value, _ []*str) action {
		q := a[1]
		return onNumbers(t, a[0], func(t *vm.Thread, xs []float64) action {
			return onNumbers(t, q, func(t *vm.Thread, ys []float64) action {
				if len(xs) != len(ys) {
					return vm.Raisef(object.ValueError, "both points must have the same number of dimensions")
				}
				d := make([]float64, len(xs))
				for i := range xs {
					d[i] = xs[i] - ys[i]
				}
				return vm.Return(object.Float(norm(d)))
			})
		})
	})
	tb.Native("hypot", "*coordinates", func(t *vm.Thread, a []value, _ []*str) action {
		return onNumbers(t, object.NewTuple(append([]value(nil), a...)), func(t *vm.Thread, xs []float64) action {
			return vm.Return(object.Float(norm(xs)))
		})
	})
	tb.Native("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", func(t *vm.Thread, a []value, _ []*str) action {
		in := append([]value(nil), a...)
		for i, d := range [...]float64{2: 1e-9, 3: 0} {
			if i >= 2 && in[i].IsNull() {
				in[i] = object.Float(d)
			}
		}
		return onFloats(t, in, func(t *vm.Thread, a []value) action {
			var f [4]float64
			for i := range f {
				f[i], _ = number(t.RT.Ctx, a[i])
			}
			x, y, rel, abs := f[0], f[1], f[2], f[3]
			if rel < 0 || abs < 0 {
				return vm.Raisef(object.ValueError, "tolerances must be non-negative")
			}
			if x == y {
				return vm.Return(object.True)
			}
			if math.IsInf(x, 0) || math.IsInf(y, 0) {
				return vm.Return(object.False)
			}
			d := math.Abs(y - x)
			return vm.Return(object.Bool(d <= math.Abs(rel*y) || d <= math.Abs(rel*x) || d <= abs))
		})
	})
}

// onNumbers goes on with the items of an iterable as floats.
func onNumbers(t *vm.Thread, iterable value, then func(t *vm.Thread, xs []float64) action) action {
	return vm.OnValue(t, vm.Collect(t, iterable), func(t *vm.Thread, l value) action {
		return onFloats(t, object.AsList(l).Elems, func(t *vm.Thread, vs []value) action {
			xs := make([]float64, len(vs))
			for i, v := range vs {
				var e *exc
				if xs[i], e = number(t.RT.Ctx, v); e != nil {
					return vm.Raise(e)
				}
			}
			return then(t, xs)
		})
	})
}

// exactSum adds without rounding in between.
func exactSum(xs []float64) action {
	total := new(big.Float).SetPrec(2200)
	special, inf := 0.0, 0
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			if math.IsInf(x, 1) {
				inf |= 1
			} else if math.IsInf(x, -1) {
				inf |= 2
			}
			special += x
			continue
		}
		total.Add(total, new(big.Float).SetFloat64(x))
		if f, _ := total.Float64(); math.IsInf(f, 0) {
			return vm.Raisef(object.OverflowError, "intermediate overflow in fsum")
		}
	}
	if inf == 3 {
		return vm.Raisef(object.ValueError, "-inf + inf in fsum")
	}
	if special != 0 {
		return vm.Return(object.Float(special))
	}
	f, _ := total.Float64()
	return vm.Return(object.Float(f))
}

// norm is the Euclidean length, correctly rounded.
func norm(xs []float64) float64 {
	nan := false
	for _, x := range xs {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		nan = nan || math.IsNaN(x)
	}
	if nan {
		return math.NaN()
	}
	total := new(big.Float).SetPrec(300)
	for _, x := range xs {
		f := new(big.Float).SetPrec(300).SetFloat64(x)
		total.Add(total, f.Mul(f, f))
	}
	if total.Sign() == 0 {
		return 0
	}
	f, _ := total.Sqrt(total).Float64()
	return f
}
