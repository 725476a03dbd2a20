package itertoolsmod

import (
	"math"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Products, permutations and combinations, in lexicographic order of positions.

// pools collects iterables into slices.
func pools(t *thread, iterables []value, then func(t *thread, pools [][]value) action) action {
	var out [][]value
	return vm.Repeat(t, func(t *thread) action {
		if len(out) == len(iterables) {
			return then(t, out)
		}
		return vm.OnValue(t, vm.Collect(t, iterables[len(out)]), func(t *thread, l value) action {
			out = append(out, append([]value(nil), object.AsList(l).Elems...))
			return vm.Continue()
		})
	})
}

// choices makes an iterator over tuples: pick answers the positions of the first
// tuple and moves them on to the next, false when there is none.
func choices(tp *object.Type, from func(i, pos int) value, idx []int, empty bool, args value, advance func(idx []int) bool) value {
	first, done := true, empty
	taken := int64(0)
	move := func() {
		if !first && !done {
			done = !advance(idx)
		}
		first = false
		taken++
	}
	v := newIterator(tp, func(t *thread) action {
		move()
		if done {
			return stop()
		}
		out := make([]value, len(idx))
		for i, p := range idx {
			out[i] = from(i, p)
		}
		return vm.Return(object.NewTuple(out))
	}, &args)
	of(v).reduce = func(c *ctx) (value, *exc) {
		if taken == 0 {
			return object.TupleOf(tp.Value(), args), nil
		}
		return object.TupleOf(tp.Value(), args, object.Int(taken)), nil
	}
	of(v).skip = func(n int64) {
		for ; n > 0 && !done; n-- {
			move()
		}
	}
	return v
}

// tuples are the pools as arguments.
func tuples(pools [][]value) []value {
	out := make([]value, len(pools))
	for i, p := range pools {
		out[i] = object.NewTuple(append([]value(nil), p...))
	}
	return out
}

func initProducts() {
	class("product", "*iterables, repeat=1", func(t *thread, tp *object.Type, a []value) action {
		repeat := int64(1)
		if !a[0].IsNull() {
			var e *exc
			if repeat, e = object.Index(t.RT.Ctx, a[0]); e != nil {
				return vm.Raise(e)
			}
			if repeat < 0 {
				return vm.Raisef(object.ValueError, "repeat argument cannot be negative")
			}
		}
		if repeat > math.MaxInt32 || int64(len(a)-1)*repeat > 1<<20 {
			return vm.Raisef(object.OverflowError, "repeat argument too large")
		}
		return pools(t, a[1:], func(t *thread, once [][]value) action {
			var all [][]value
			for range repeat {
				all = append(all, once...)
			}
			empty := false
			for _, p := range all {
				empty = empty || len(p) == 0
			}
			return vm.Return(choices(tp, func(i, pos int) value { return all[i][pos] }, make([]int, len(all)), empty, object.NewTuple(tuples(all)), func(idx []int) bool {
				for i := len(idx) - 1; i >= 0; i-- {
					if idx[i]++; idx[i] < len(all[i]) {
						return true
					}
					idx[i] = 0
				}
				return false
			}))
		})
	})
	class("permutations", "iterable, r=None", func(t *thread, tp *object.Type, a []value) action {
		return pools(t, a[:1], func(t *thread, ps [][]value) action {
			pool := ps[0]
			n := len(pool)
			r := int64(n)
			if !a[1].IsNull() && !a[1].IsNone() {
				var e *exc
				if !object.IsIntLike(a[1]) {
					return vm.Raisef(object.TypeError, "Expected int as r")
				}
				if r, e = object.Index(t.RT.Ctx, a[1]); e != nil {
					return vm.Raise(e)
				}
				if r < 0 {
					return vm.Raisef(object.ValueError, "r must be non-negative")
				}
			}
			k := int(min(r, int64(n)+1))
			order := make([]int, n)
			for i := range order {
				order[i] = i
			}
			cycles := make([]int, min(k, n))
			for i := range cycles {
				cycles[i] = n - i
			}
			idx := append([]int(nil), order[:min(k, n)]...)
			return vm.Return(choices(tp, func(i, pos int) value { return pool[pos] }, idx, k > n, object.TupleOf(tuples(ps)[0], object.Int(r)), func(idx []int) bool {
				for i := len(idx) - 1; i >= 0; i-- {
					if cycles[i]--; cycles[i] > 0 {
						j := n - cycles[i]
						order[i], order[j] = order[j], order[i]
						copy(idx, order)
						return true
					}
					first := order[i]
					copy(order[i:], order[i+1:])
					order[n-1] = first
					cycles[i] = n - i
				}
				return false
			}))
		})
	})
	combining := func(name string, repeated bool) {
		class(name, "iterable, r", func(t *thread, tp *object.Type, a []value) action {
			return pools(t, a[:1], func(t *thread, ps [][]value) action {
				pool := ps[0]
				n := len(pool)
				r, e := object.Index(t.RT.Ctx, a[1])
				if e != nil {
					return vm.Raise(e)
				}
				if r < 0 {
					return vm.Raisef(object.ValueError, "r must be non-negative")
				}
				if repeated && r > 1<<20 {
					return vm.Raise(object.NewExc(object.MemoryError, ""))
				}
				empty := !repeated && r > int64(n) || repeated && n == 0 && r > 0
				k := int(r)
				if empty {
					k = 0
				}
				idx := make([]int, k)
				for i := range idx {
					if !repeated {
						idx[i] = i
					}
				}
				return vm.Return(choices(tp, func(i, pos int) value { return pool[pos] }, idx, empty, object.TupleOf(tuples(ps)[0], object.Int(r)), func(idx []int) bool {
					for i := k - 1; i >= 0; i-- {
						limit := n - 1
						if !repeated {
							limit = n - k + i
						}
						if idx[i] == limit {
							continue
						}
						idx[i]++
						for j := i + 1; j < k; j++ {
							idx[j] = idx[i]
							if !repeated {
								idx[j] = idx[j-1] + 1
							}
						}
						return true
					}
					return false
				}))
			})
		})
	}
	combining("combinations", false)
	combining("combinations_with_replacement", true)
}
