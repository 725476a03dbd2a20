package itertoolsmod

import (
	"math"

	"loopscope/engine/builtins"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Iterators that take some of the items of others.

func initSlices() {
	chain := class("chain", "*iterables", func(t *thread, tp *object.Type, a []value) action {
		return onIter(t, object.NewTuple(a), func(t *thread, outer value) action { return vm.Return(newChain(tp, outer)) })
	})
	vm.AddNative(chain, object.KindClassMethod, "from_iterable", "iterable, /", func(t *thread, a []value, _ []*str) action {
		return onIter(t, a[1], func(t *thread, outer value) action { return vm.Return(newChain(chain, outer)) })
	})
	class("islice", "iterable, start, stop=None, step=None, /", islice)
	predicate := func(name string, next func(t *thread, fn, it value, done *bool) action) {
		class(name, "function, iterable, /", func(t *thread, tp *object.Type, a []value) action {
			fn := a[0]
			return onIter(t, a[1], func(t *thread, it value) action {
				done := false
				return vm.Return(newIterator(tp, func(t *thread) action { return next(t, fn, it, &done) }, &fn, &it))
			})
		})
	}
	test := func(t *thread, fn, x value, then func(t *thread, yes bool) action) action {
		if fn.IsNone() {
			return vm.OnTruth(t, x, then)
		}
		return vm.OnTruthOf(t, vm.Call(fn, x), then)
	}
	predicate("takewhile", func(t *thread, fn, it value, done *bool) action {
		if *done {
			return stop()
		}
		return vm.OnValue(t, vm.Next(t, it), func(t *thread, x value) action {
			return test(t, fn, x, func(t *thread, yes bool) action {
				if yes {
					return vm.Return(x)
				}
				*done = true
				return stop()
			})
		})
	})
	predicate("dropwhile", func(t *thread, fn, it value, done *bool) action {
		if *done {
			return vm.Next(t, it)
		}
		return vm.ForEachIn(t, it, func(t *thread, x value) action {
			return test(t, fn, x, func(t *thread, yes bool) action {
				if yes {
					return vm.Continue()
				}
				*done = true
				return vm.Return(x)
			})
		}, func(t *thread) action { return stop() })
	})
	predicate("filterfalse", func(t *thread, fn, it value, done *bool) action {
		return vm.ForEachIn(t, it, func(t *thread, x value) action {
			return test(t, fn, x, func(t *thread, yes bool) action {
				if yes {
					return vm.Continue()
				}
				return vm.Return(x)
			})
		}, func(t *thread) action { return stop() })
	})
	class("starmap", "function, iterable, /", func(t *thread, tp *object.Type, a []value) action {
		fn := a[0]
		return onIter(t, a[1], func(t *thread, it value) action {
			return vm.Return(newIterator(tp, func(t *thread) action {
				return vm.OnValue(t, vm.Next(t, it), func(t *thread, x value) action {
					return vm.OnValue(t, vm.Collect(t, x), func(t *thread, l value) action {
						return vm.Call(fn, append([]value(nil), object.AsList(l).Elems...)...)
					})
				})
			}, &fn, &it))
		})
	})
	class("compress", "data, selectors", func(t *thread, tp *object.Type, a []value) action {
		return builtins.OnIters(t, a, func(t *thread, iters []value) action {
			data, sel := iters[0], iters[1]
			return vm.Return(newIterator(tp, func(t *thread) action {
				return vm.ForEachIn(t, data, func(t *thread, x value) action {
					return vm.After(t, vm.Next(t, sel), func(t *thread, s value, e *exc) action {
						if e != nil {
							return vm.Raise(e) // its StopIteration is ours
						}
						return vm.OnTruth(t, s, func(t *thread, yes bool) action {
							if yes {
								return vm.Return(x)
							}
							return vm.Continue()
						})
					})
				}, func(t *thread) action { return stop() })
			}, &data, &sel))
		})
	})
	class("accumulate", "iterable, func=None, *, initial=None", func(t *thread, tp *object.Type, a []value) action {
		fn, initial := a[1], a[2]
		return onIter(t, a[0], func(t *thread, it value) action {
			var total value
			return vm.Return(newIterator(tp, func(t *thread) action {
				if !initial.IsNull() && !initial.IsNone() {
					total, initial = initial, value{}
					return vm.Return(total)
				}
				return vm.OnValue(t, vm.Next(t, it), func(t *thread, x value) action {
					if total.IsNull() {
						total = x
						return vm.Return(x)
					}
					var act action
					if fn.IsNull() || fn.IsNone() {
						act = vm.Binary(t, object.OpAdd, total, x, false)
					} else {
						act = vm.Call(fn, total, x)
					}
					return vm.OnValue(t, act, func(t *thread, r value) action {
						total = r
						return vm.Return(r)
					})
				})
			}, &fn, &it, &total, &initial))
		})
	})
	class("pairwise", "iterable, /", func(t *thread, tp *object.Type, a []value) action {
		return onIter(t, a[0], func(t *thread, it value) action {
			var last value
			pair := func(t *thread) action {
				return vm.OnValue(t, vm.Next(t, it), func(t *thread, x value) action {
					p := object.TupleOf(last, x)
					last = x
					return vm.Return(p)
				})
			}
			return vm.Return(newIterator(tp, func(t *thread) action {
				if !last.IsNull() {
					return pair(t)
				}
				return vm.OnValue(t, vm.Next(t, it), func(t *thread, x value) action {
					last = x
					return pair(t)
				})
			}, &it, &last))
		})
	})
	longest := class("zip_longest", "*iterables, fillvalue=None", func(t *thread, tp *object.Type, a []value) action {
		fill := a[0]
		if fill.IsNull() {
			fill = object.None
		}
		return builtins.OnIters(t, a[1:], func(t *thread, iters []value) action {
			alive := len(iters)
			return vm.Return(newIterator(tp, func(t *thread) action {
				if alive == 0 {
					return stop()
				}
				out := make([]value, 0, len(iters))
				return vm.Repeat(t, func(t *thread) action {
					i := len(out)
					if i == len(iters) {
						return vm.Return(object.NewTuple(out))
					}
					if iters[i].IsNull() {
						out = append(out, fill)
						return vm.Continue()
					}
					return vm.After(t, vm.Next(t, iters[i]), func(t *thread, x value, e *exc) action {
						if e != nil {
							if !e.Is(object.StopIteration) {
								alive = 0
								return vm.Raise(e)
							}
							if alive--; alive == 0 {
								return stop()
							}
							iters[i], x = value{}, fill
						}
						out = append(out, x)
						return vm.Continue()
					})
				})
			}))
		})
	})
	made := object.AsBuiltin(longest.Lookup(object.Intern("__new__")))
	body, sig := made.Native.(vm.NativeFunc), made.Sig
	made.Sig = nil
	made.Native = vm.NativeFunc(func(t *thread, a []value, kw []*str) action {
		for _, k := range kw {
			if k.Text != "fillvalue" {
				return vm.Raisef(object.TypeError, "zip_longest() got an unexpected keyword argument")
			}
		}
		bound, e := sig.Bind(t.RT.Ctx, made, a, kw)
		if e != nil {
			return vm.Raise(e)
		}
		return body(t, bound, nil)
	})
	table.Native("tee", "iterable, n=2, /", tee)
}

func newChain(tp *object.Type, outer value) value {
	var inner value
	return newIterator(tp, func(t *thread) action {
		return vm.Repeat(t, func(t *thread) action {
			if outer.IsNull() {
				return stop()
			}
			if inner.IsNull() {
				return vm.After(t, vm.Next(t, outer), func(t *thread, x value, e *exc) action {
					if e != nil {
						outer = value{}
						return vm.Raise(e)
					}
					return onIter(t, x, func(t *thread, it value) action {
						inner = it
						return vm.Continue()
					})
				})
			}
			return vm.After(t, vm.Next(t, inner), func(t *thread, x value, e *exc) action {
				if e != nil && e.Is(object.StopIteration) {
					inner = value{}
					return vm.Continue()
				}
				return vm.ReturnOr(x, e)
			})
		})
	}, &outer, &inner)
}

func islice(t *thread, tp *object.Type, a []value) action {
	startV, stopV, stepV := a[1], a[2], a[3]
	if stopV.IsNull() {
		startV, stopV = value{}, startV
	}
	const indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	start, e := countArg(t, startV, 0, indices)
	if e != nil {
		return vm.Raise(e)
	}
	end, e := countArg(t, stopV, math.MaxInt64, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	if e != nil {
		return vm.Raise(e)
	}
	step, e := countArg(t, stepV, 1, "Step for islice() must be a positive integer or None.")
	if e == nil && step < 1 {
		e = object.NewExc(object.ValueError, "Step for islice() must be a positive integer or None.")
	}
	if e != nil {
		return vm.Raise(e)
	}
	return onIter(t, a[0], func(t *thread, it value) action {
		pos, want := int64(0), start
		return vm.Return(newIterator(tp, func(t *thread) action {
			return vm.Repeat(t, func(t *thread) action {
				if it.IsNull() {
					return stop()
				}
				if pos >= end {
					it = value{}
					return stop()
				}
				return vm.After(t, vm.Next(t, it), func(t *thread, x value, e *exc) action {
					if e != nil {
						it = value{}
						return vm.Raise(e)
					}
					pos++
					if pos <= want {
						return vm.Continue()
					}
					if want += step; want > end || want < 0 {
						want = end
					}
					return vm.Return(x)
				})
			})
		}, &it))
	})
}

// teeLink is a piece of what several iterators of tee() share: an item, fetched by whoever is first.
type teeLink struct {
	item value
	next *teeLink
}

var teeType = object.NewStaticType("_tee", "itertools", object.ObjectType, object.LayoutOther, object.NotBase)

func init() {
	object.Describe[iterator](teeType)
	builtins.Iterator(teeType, func(t *thread, v value) action { return of(v).next(t) })
	teeType.AddMethod(object.KindMethod, "__copy__", "", func(c *ctx, a []value, _ []*str) (value, *exc) { return of(a[0]).reduce(c) })
}

func tee(t *thread, a []value, _ []*str) action {
	n := int64(2)
	if !a[1].IsNull() {
		var e *exc
		if n, e = object.Index(t.RT.Ctx, a[1]); e != nil {
			return vm.Raise(e)
		}
		if n < 0 {
			return vm.Raisef(object.ValueError, "n must be >= 0")
		}
	}
	return onIter(t, a[0], func(t *thread, it value) action {
		head := &teeLink{}
		out := make([]value, n)
		for i := range out {
			out[i] = newTee(it, head)
		}
		return vm.Return(object.NewTuple(out))
	})
}

// newTee is an iterator over what comes from at on.
func newTee(it value, at *teeLink) value {
	v := newIterator(teeType, func(t *thread) action {
		if at.next != nil {
			v := at.item
			at = at.next
			return vm.Return(v)
		}
		mine := at
		return vm.OnValue(t, vm.Next(t, it), func(t *thread, x value) action {
			mine.item, mine.next = x, &teeLink{}
			at = mine.next
			return vm.Return(x)
		})
	}, &it)
	of(v).reduce = func(c *ctx) (value, *exc) { return newTee(it, at), nil }
	return v
}
