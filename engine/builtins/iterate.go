package builtins

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Iteration: iter, next and their asynchronous kin, and what consumes iterables.

func init() {
	native("iter", "...", iterNative)
	native("next", "...", nextNative).Resumes = 1
	native("aiter", "async_iterable, /", aiterNative)
	native("anext", "...", anextNative)
	native("sum", "iterable, /, start=0", sumNative)
	native("any", "iterable, /", func(t *Thread, a []Value, _ []*Str) Action { return search(t, a[0], true) })
	native("all", "iterable, /", func(t *Thread, a []Value, _ []*Str) Action { return search(t, a[0], false) })
	native("min", "...", func(t *Thread, a []Value, kw []*Str) Action { return extreme(t, "min", a, kw) })
	native("max", "...", func(t *Thread, a []Value, kw []*Str) Action { return extreme(t, "max", a, kw) })
}

func iterNative(t *Thread, a []Value, kw []*Str) Action {
	switch {
	case len(kw) > 0:
		return vm.Raisef(object.TypeError, "iter() takes no keyword arguments")
	case len(a) == 1:
		return vm.Iter(t, a[0])
	case len(a) == 0:
		return vm.Raisef(object.TypeError, "iter expected at least 1 argument, got 0")
	case len(a) > 2:
		return vm.Raisef(object.TypeError, "iter expected at most 2 arguments, got %d", len(a))
	}
	if !IsCallable(a[0]) {
		return vm.Raisef(object.TypeError, "iter(v, w): v must be callable")
	}
	return vm.Return(object.NewCallIter(a[0], a[1]))
}

func nextNative(t *Thread, a []Value, kw []*Str) Action {
	switch {
	case len(kw) > 0:
		return vm.Raisef(object.TypeError, "next() takes no keyword arguments")
	case len(a) == 0:
		return vm.Raisef(object.TypeError, "next expected at least 1 argument, got 0")
	case len(a) > 2:
		return vm.Raisef(object.TypeError, "next expected at most 2 arguments, got %d", len(a))
	}
	if !vm.IsIterator(a[0]) {
		return vm.Raisef(object.TypeError, "'%s' object is not an iterator", typeName(a[0]))
	}
	act := vm.Next(t, a[0])
	if len(a) == 1 {
		return act
	}
	def := a[1]
	return vm.After(t, act, func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil && exc.Is(object.StopIteration) {
			return vm.Return(def)
		}
		return vm.ReturnOr(v, exc)
	})
}

func aiterNative(t *Thread, a []Value, _ []*Str) Action {
	v := a[0]
	fn := vm.Special(v, intern("__aiter__"))
	if fn.IsNull() {
		return vm.Raisef(object.TypeError, "'%s' object is not an async iterable", typeName(v))
	}
	return vm.OnValue(t, vm.CallSpecial(t, fn, v), func(t *Thread, it Value) Action {
		if vm.Special(it, intern("__anext__")).IsNull() {
			return vm.Raisef(object.TypeError, "aiter() returned not an async iterator of type '%s'", typeName(it))
		}
		return vm.Return(it)
	})
}

func anextNative(t *Thread, a []Value, kw []*Str) Action {
	if len(kw) > 0 {
		return vm.Raisef(object.TypeError, "anext() takes no keyword arguments")
	}
	if len(a) == 0 || len(a) > 2 {
		if len(a) == 0 {
			return vm.Raisef(object.TypeError, "anext expected at least 1 argument, got 0")
		}
		return vm.Raisef(object.TypeError, "anext expected at most 2 arguments, got %d", len(a))
	}
	v := a[0]
	fn := vm.Special(v, intern("__anext__"))
	if fn.IsNull() {
		return vm.Raisef(object.TypeError, "'%s' object is not an async iterator", typeName(v))
	}
	act := vm.CallSpecial(t, fn, v)
	if len(a) == 1 {
		return act
	}
	def := a[1]
	return vm.OnValue(t, act, func(t *Thread, aw Value) Action {
		return preludeCall(t, "anext_default", aw, def)
	})
}

// search is any (for want true) and all (for want false).
func search(t *Thread, iterable Value, want bool) Action {
	var odd Value
	if object.IsLeafIterable(iterable) && object.TypeOf(iterable).Next == nil {
		xs, e := object.Drain(t.RT.Ctx, iterable)
		if e != nil {
			return vm.Raise(e)
		}
		for _, x := range xs {
			b, e := object.Truth(t.RT.Ctx, x)
			if e == object.NeedVM {
				odd = x
				break
			}
			if e != nil {
				return vm.Raise(e)
			}
			if b == want {
				return vm.Return(object.Bool(want))
			}
		}
		if odd.IsNull() {
			return vm.Return(object.Bool(!want))
		}
	}
	return vm.ForEach(t, iterable, func(t *Thread, x Value) Action {
		b, e := object.Truth(t.RT.Ctx, x)
		if e == object.NeedVM {
			return vm.OnTruth(t, x, func(t *Thread, b bool) Action {
				if b == want {
					return vm.Return(object.Bool(want))
				}
				return vm.Continue()
			})
		}
		if e != nil {
			return vm.Raise(e)
		}
		if b == want {
			return vm.Return(object.Bool(want))
		}
		return vm.Continue()
	}, func(t *Thread) Action { return vm.Return(object.Bool(!want)) })
}

func sumNative(t *Thread, a []Value, _ []*Str) Action {
	total := arg(a, 1, object.Int(0))
	switch {
	case object.AsStr(total) != nil:
		return vm.Raisef(object.TypeError, "sum() can't sum strings [use ''.join(seq) instead]")
	case object.AsBytes(total) != nil:
		return vm.Raisef(object.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	case object.AsByteArray(total) != nil:
		return vm.Raisef(object.TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	c := t.RT.Ctx
	var rest []Value
	if object.IsLeafIterable(a[0]) {
		xs, e := object.Drain(c, a[0])
		if e != nil {
			return vm.Raise(e)
		}
		t.Charge(int64(len(xs) / 4))
		for i, x := range xs {
			if total.IsInt() && x.IsInt() {
				p, q := total.Int64(), x.Int64()
				if s := p + q; (s > p) == (q > 0) {
					total = object.Int(s)
					continue
				}
			} else if total.IsFloat() && x.IsFloat() {
				total = object.Float(total.Float64() + x.Float64())
				continue
			}
			r, e := object.Binary(c, object.OpAdd, total, x, false)
			if e == object.NeedVM {
				rest = append([]Value(nil), xs[i:]...)
				break
			}
			if e != nil {
				return vm.Raise(e)
			}
			total = r
		}
		if rest == nil {
			return vm.Return(total)
		}
		a = []Value{object.NewList(rest)}
	}
	return vm.ForEach(t, a[0], func(t *Thread, x Value) Action {
		r, e := object.Binary(c, object.OpAdd, total, x, false)
		if e == nil {
			total = r
			return vm.Continue()
		}
		if e != object.NeedVM {
			return vm.Raise(e)
		}
		return vm.OnValue(t, vm.Binary(t, object.OpAdd, total, x, false), func(t *Thread, r Value) Action {
			total = r
			return vm.Continue()
		})
	}, func(t *Thread) Action { return vm.Return(total) })
}

// extreme is min and max.
func extreme(t *Thread, name string, a []Value, kw []*Str) Action {
	var key, def Value
	n := len(a) - len(kw)
	for i, k := range kw {
		switch k.Text {
		case "key":
			key = a[n+i]
		case "default":
			def = a[n+i]
		default:
			return vm.Raisef(object.TypeError, "'%s' is an invalid keyword argument for %s()", k.Text, name)
		}
	}
	if key.H != nil && key.IsNone() {
		key = Value{}
	}
	if n == 0 {
		return vm.Raisef(object.TypeError, "%s expected at least 1 argument, got 0", name)
	}
	source := a[0]
	if n > 1 {
		if !def.IsNull() {
			return vm.Raisef(object.TypeError, "Cannot specify a default for %s() with multiple positional arguments", name)
		}
		if key.IsNull() {
			if v, ok := extremeNumber(a[:n], name == "max"); ok {
				return vm.Return(v)
			}
		}
		source = object.NewTuple(keep(a[:n]))
	} else if key.IsNull() && object.IsLeafIterable(source) && object.TypeOf(source).Next == nil {
		xs, e := object.Drain(t.RT.Ctx, source)
		if e != nil {
			return vm.Raise(e)
		}
		if v, ok := extremeNumber(xs, name == "max"); ok {
			return vm.Return(v)
		}
	}
	op := cmpGT
	if name == "min" {
		op = cmpLT
	}
	var best, bestKey Value
	consider := func(t *Thread, x, k Value) Action {
		if best.IsNull() {
			best, bestKey = x, k
			return vm.Continue()
		}
		r, e := object.Compare(t.RT.Ctx, k, bestKey, op)
		if e == nil && r.IsBool() {
			if r == object.True {
				best, bestKey = x, k
			}
			return vm.Continue()
		}
		if e != nil && e != object.NeedVM {
			return vm.Raise(e)
		}
		return vm.OnTruthOf(t, vm.Compare(t, k, bestKey, op), func(t *Thread, better bool) Action {
			if better {
				best, bestKey = x, k
			}
			return vm.Continue()
		})
	}
	return vm.ForEach(t, source, func(t *Thread, x Value) Action {
		if key.IsNull() {
			return consider(t, x, x)
		}
		return vm.OnValue(t, vm.CallOne(t, key, x), func(t *Thread, k Value) Action { return consider(t, x, k) })
	}, func(t *Thread) Action {
		if !best.IsNull() {
			return vm.Return(best)
		}
		if !def.IsNull() {
			return vm.Return(def)
		}
		return vm.Raisef(object.ValueError, "%s() arg is an empty sequence", name)
	})
}

// extremeNumber is the extreme of values that are all small ints or all floats.
func extremeNumber(xs []Value, largest bool) (Value, bool) {
	if len(xs) == 0 {
		return Value{}, false
	}
	best := xs[0]
	switch {
	case best.IsInt():
		for _, x := range xs[1:] {
			if !x.IsInt() {
				return Value{}, false
			}
			if largest && x.Int64() > best.Int64() || !largest && x.Int64() < best.Int64() {
				best = x
			}
		}
		return best, true
	case best.IsFloat():
		for _, x := range xs[1:] {
			if !x.IsFloat() {
				return Value{}, false
			}
			if largest && x.Float64() > best.Float64() || !largest && x.Float64() < best.Float64() {
				best = x
			}
		}
		return best, true
	}
	return Value{}, false
}
