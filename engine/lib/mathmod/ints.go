package mathmod

import (
	"math"
	"math/big"

	"loopscope/engine/builtins"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

func initInts() {
	tb := table
	rounding := func(name, special string, fn func(float64) float64) {
		leaf := func(c *ctx, a []value, _ []*str) (value, *exc) {
			v := a[0]
			if object.IsIntLike(v) && !object.TypeOf(v).IsHeap() {
				return builtins.Plain(v), nil
			}
			f, ok := object.ToFloat(v)
			if !ok || object.TypeOf(v).IsHeap() {
				return value{}, object.NeedVM
			}
			return builtins.IntOfFloat(fn(f))
		}
		tb.Both(name, "x, /", leaf, func(t *vm.Thread, a []value, _ []*str) action {
			v := a[0]
			m := vm.Special(v, object.Intern(special))
			if !m.IsNull() {
				return vm.CallSpecial(t, m, v)
			}
			if name == "trunc" {
				return vm.Raisef(object.TypeError, "type %s doesn't define __trunc__ method", object.TypeOf(v).Label())
			}
			return onFloats(t, []value{v}, func(t *vm.Thread, a []value) action {
				f, e := number(t.RT.Ctx, a[0])
				if e != nil {
					return vm.Raise(e)
				}
				return vm.ReturnOr(builtins.IntOfFloat(fn(f)))
			})
		})
	}
	rounding("floor", "__floor__", math.Floor)
	rounding("ceil", "__ceil__", math.Ceil)
	rounding("trunc", "__trunc__", math.Trunc)

	ints("gcd", "*integers", func(c *ctx, xs []*big.Int) (value, *exc) {
		g := new(big.Int)
		for _, x := range xs {
			g.GCD(nil, nil, g, new(big.Int).Abs(x))
		}
		return object.NewBigInt(g), nil
	})
	ints("lcm", "*integers", func(c *ctx, xs []*big.Int) (value, *exc) {
		l := big.NewInt(1)
		for _, x := range xs {
			if x.Sign() == 0 {
				return object.Int(0), nil
			}
			a := new(big.Int).Abs(x)
			g := new(big.Int).GCD(nil, nil, l, a)
			l.Mul(l, a.Quo(a, g))
		}
		return object.NewBigInt(l), nil
	})
	ints("isqrt", "n, /", func(c *ctx, xs []*big.Int) (value, *exc) {
		if xs[0].Sign() < 0 {
			return value{}, object.NewExc(object.ValueError, "isqrt() argument must be nonnegative")
		}
		return object.NewBigInt(new(big.Int).Sqrt(xs[0])), nil
	})
	ints("factorial", "n, /", func(c *ctx, xs []*big.Int) (value, *exc) {
		n := xs[0]
		if n.Sign() < 0 {
			return value{}, object.NewExc(object.ValueError, "factorial() not defined for negative values")
		}
		if !n.IsInt64() || n.Int64() > 100_000 {
			return value{}, object.NewExc(object.OverflowError, "factorial() argument should not exceed %d", 100_000)
		}
		if e := c.Reserve(n.Int64() * 2); e != nil {
			return value{}, e
		}
		return object.NewBigInt(new(big.Int).MulRange(1, n.Int64())), nil
	})
	ints("comb", "n, k, /", func(c *ctx, xs []*big.Int) (value, *exc) {
		n, k, e := choose(xs)
		if e != nil {
			return value{}, e
		}
		if k.Cmp(n) > 0 {
			return object.Int(0), nil
		}
		if d := new(big.Int).Sub(n, k); d.Cmp(k) < 0 {
			k = d
		}
		if !k.IsInt64() || k.Int64() > 1_000_000 {
			return value{}, object.NewExc(object.OverflowError, "min(n - k, k) must not exceed %d", math.MaxInt64)
		}
		r := big.NewInt(1)
		for i := int64(0); i < k.Int64(); i++ {
			r.Mul(r, new(big.Int).Sub(n, big.NewInt(i)))
			r.Quo(r, big.NewInt(i+1))
		}
		return object.NewBigInt(r), nil
	})
	permLeaf := func(c *ctx, xs []*big.Int) (value, *exc) {
		n, k, e := choose(xs)
		if e != nil {
			return value{}, e
		}
		if k.Cmp(n) > 0 {
			return object.Int(0), nil
		}
		if !k.IsInt64() || k.Int64() > 1_000_000 {
			return value{}, object.NewExc(object.OverflowError, "k must not exceed %d", math.MaxInt64)
		}
		r := big.NewInt(1)
		for i := int64(0); i < k.Int64(); i++ {
			r.Mul(r, new(big.Int).Sub(n, big.NewInt(i)))
		}
		return object.NewBigInt(r), nil
	}
	ints("perm", "n, k=None, /", permLeaf)
}

func choose(xs []*big.Int) (n, k *big.Int, e *exc) {
	n = xs[0]
	k = n
	if len(xs) > 1 {
		k = xs[1]
	}
	if n.Sign() < 0 {
		return nil, nil, object.NewExc(object.ValueError, "n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return nil, nil, object.NewExc(object.ValueError, "k must be a non-negative integer")
	}
	return n, k, nil
}

// ints registers a function of integers, whose arguments may have an __index__ in Python.
func ints(name, sig string, fn func(c *ctx, xs []*big.Int) (value, *exc)) {
	leaf := func(c *ctx, a []value, _ []*str) (value, *exc) {
		xs := make([]*big.Int, 0, len(a))
		for _, v := range a {
			if v.IsNull() || v.IsNone() && name == "perm" && len(xs) == 1 {
				continue
			}
			n, e := object.IndexValue(c, v)
			if e != nil {
				return value{}, e
			}
			xs = append(xs, object.ToBig(n))
		}
		return fn(c, xs)
	}
	table.Both(name, sig, leaf, func(t *vm.Thread, a []value, _ []*str) action {
		in := append([]value(nil), a...)
		i := 0
		return vm.Repeat(t, func(t *vm.Thread) action {
			if i == len(in) {
				return vm.ReturnOr(leaf(t.RT.Ctx, in, nil))
			}
			if in[i].IsNull() || in[i].IsNone() {
				i++
				return vm.Continue()
			}
			return builtins.OnIndex(t, in[i], func(t *vm.Thread, n value) action {
				in[i] = n
				i++
				return vm.Continue()
			})
		})
	})
}
