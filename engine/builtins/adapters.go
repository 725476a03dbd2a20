package builtins

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

const (
	cmpLT = bytecode.CmpLT
	cmpGT = bytecode.CmpGT
	cmpEQ = bytecode.CmpEQ
)

// Iterators over other iterators: map, filter, zip, enumerate, reversed,
// iter(callable, sentinel) and the iterator over an object with a __getitem__.
// Where what they draw from is leaf, so are they; otherwise their __next__ is
// resumable.

// Map is map(fn, *iterables).
type Map struct {
	object.Header
	fn    Value
	iters []Value
	item  Value // taken from the iterator, and not yet given to fn
	object.Attrs
}

// Filter is filter(fn, iterable); fn is Null for filter(None, …).
type Filter struct {
	object.Header
	fn, it Value
	object.Attrs
}

// The classes map and filter.
var (
	MapType    = object.NewStaticType("map", "builtins", object.ObjectType, object.LayoutOther, 0)
	FilterType = object.NewStaticType("filter", "builtins", object.ObjectType, object.LayoutOther, 0)
)

// Iterator makes tp a class of iterators whose next item, a StopIteration at the
// end, next gives.
func Iterator(tp *object.Type, next func(t *Thread, v Value) Action) {
	tp.Slots.Iter = func(c *Ctx, v Value) (Value, *Exc) { return v, nil }
	tp.Slots.Next = func(c *Ctx, v Value) (Value, *Exc) { return Value{}, object.NeedVM }
	tp.AddMethod(object.KindSlot, "__iter__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return a[0], nil })
	vm.AddNative(tp, object.KindSlot, "__next__", "", func(t *Thread, a []Value, _ []*Str) Action { return next(t, a[0]) })
}

// Stop ends an iterator.
func Stop() Action { return vm.Raise(object.NewStopIteration(object.None)) }

// OnIters goes on with the iterators of several iterables.
func OnIters(t *Thread, iterables []Value, then func(t *Thread, iters []Value) Action) Action {
	iters := make([]Value, 0, len(iterables))
	return vm.Repeat(t, func(t *Thread) Action {
		for len(iters) < len(iterables) {
			a := vm.Iter(t, iterables[len(iters)])
			if v, e, ok := a.Immediate(); ok {
				if e != nil {
					return vm.Raise(e)
				}
				iters = append(iters, v)
				continue
			}
			return vm.OnValue(t, a, func(t *Thread, v Value) Action {
				iters = append(iters, v)
				return vm.Continue()
			})
		}
		return then(t, iters)
	})
}

// NextAll goes on with the next item of each iterator; ended gets the number of
// the first that has none.
func NextAll(t *Thread, iters []Value, then func(t *Thread, items []Value) Action, ended func(t *Thread, i int) Action) Action {
	items := make([]Value, 0, len(iters))
	take := func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil {
			if exc.Is(object.StopIteration) {
				return ended(t, len(items))
			}
			return vm.Raise(exc)
		}
		items = append(items, v)
		return vm.Continue()
	}
	var more func(t *Thread) Action
	more = func(t *Thread) Action {
		for len(items) < len(iters) {
			a := vm.Next(t, iters[len(items)])
			v, e, ok := a.Immediate()
			if !ok {
				return vm.After(t, a, func(t *Thread, v Value, exc *Exc) Action {
					r := take(t, v, exc)
					if w, e, ok := r.Immediate(); ok && e == nil && w.IsNull() {
						return more(t)
					}
					return r
				})
			}
			r := take(t, v, e)
			if w, e, ok := r.Immediate(); !ok || e != nil || !w.IsNull() {
				return r
			}
		}
		return then(t, items)
	}
	return more(t)
}

func init() {
	vm.AddNative(MapType, object.KindStaticMethod, "__new__", "...", func(t *Thread, a []Value, kw []*Str) Action {
		cls := object.AsType(a[0])
		if a = a[:len(a)-len(kw)]; len(kw) > 0 && (cls == MapType || object.IsLeafMethod(cls, intern("__init__"))) {
			return vm.Raisef(object.TypeError, "map() takes no keyword arguments")
		}
		if len(a) < 3 {
			return vm.Raisef(object.TypeError, "map() must have at least two arguments.")
		}
		fn := a[1]
		return OnIters(t, keep(a[2:]), func(t *Thread, iters []Value) Action {
			m := &Map{fn: fn, iters: iters}
			m.Type, m.Shape = cls, cls.Root
			return vm.Return(object.Obj(&m.Header))
		})
	})
	Iterator(MapType, func(t *Thread, v Value) Action {
		m := (*Map)(unsafe.Pointer(v.H))
		if len(m.iters) == 1 {
			if x := m.item; !x.IsNull() {
				m.item = Value{}
				return vm.Call(m.fn, x)
			}
			a := vm.Next(t, m.iters[0])
			if x, e, ok := a.Immediate(); ok {
				if e != nil {
					return vm.Raise(e)
				}
				return vm.Call(m.fn, x)
			}
			return vm.OnValue(t, a, func(t *Thread, x Value) Action { return vm.Call(m.fn, x) })
		}
		return NextAll(t, m.iters, func(t *Thread, items []Value) Action { return vm.Call(m.fn, items...) },
			func(t *Thread, i int) Action { return Stop() })
	})
	MapType.AddMethod(object.KindMethod, "__reduce__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		m := (*Map)(unsafe.Pointer(a[0].H))
		return object.TupleOf(m.Type.Value(), object.NewTuple(append([]Value{m.fn}, m.iters...))), nil
	})
	FilterType.AddMethod(object.KindMethod, "__reduce__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		f := (*Filter)(unsafe.Pointer(a[0].H))
		fn := f.fn
		if fn.IsNull() {
			fn = object.None
		}
		return object.TupleOf(f.Type.Value(), object.TupleOf(fn, f.it)), nil
	})
	MapType.Slots.Next = func(c *Ctx, v Value) (Value, *Exc) {
		m := (*Map)(unsafe.Pointer(v.H))
		if len(m.iters) != 1 || !m.item.IsNull() || object.AsFunction(m.fn) != nil || !object.IsLeafIterable(m.iters[0]) {
			return Value{}, object.NeedVM
		}
		x, e := object.Next(c, m.iters[0])
		if e != nil || x.IsNull() {
			return Value{}, e
		}
		r, e := vm.LeafCall(c, m.fn, x)
		if e == object.NeedVM {
			m.item = x
		}
		return r, e
	}
	MapType.Slots.Traverse = func(v Value, visit func(Value)) {
		m := (*Map)(unsafe.Pointer(v.H))
		visit(m.fn)
		for _, it := range m.iters {
			visit(it)
		}
	}
	vm.AddNative(FilterType, object.KindStaticMethod, "__new__", "...", func(t *Thread, a []Value, kw []*Str) Action {
		cls := object.AsType(a[0])
		if a = a[:len(a)-len(kw)]; len(kw) > 0 && (cls == FilterType || object.IsLeafMethod(cls, intern("__init__"))) {
			return vm.Raisef(object.TypeError, "filter() takes no keyword arguments")
		}
		if len(a) != 3 {
			return vm.Raisef(object.TypeError, "filter expected 2 arguments, got %d", len(a)-1)
		}
		fn := a[1]
		return vm.OnValue(t, vm.Iter(t, a[2]), func(t *Thread, it Value) Action {
			f := &Filter{fn: fn, it: it}
			f.Type, f.Shape = cls, cls.Root
			return vm.Return(object.Obj(&f.Header))
		})
	})
	Iterator(FilterType, func(t *Thread, v Value) Action {
		f := (*Filter)(unsafe.Pointer(v.H))
		return vm.ForEachIn(t, f.it, func(t *Thread, x Value) Action {
			test := vm.Return(x)
			if !f.fn.IsNone() && f.fn != object.BoolType.Value() {
				test = vm.CallOne(t, f.fn, x)
			}
			return vm.OnTruthOf(t, test, func(t *Thread, b bool) Action {
				if b {
					return vm.Return(x)
				}
				return vm.Continue()
			})
		}, func(t *Thread) Action { return Stop() })
	})
	FilterType.Slots.Traverse = func(v Value, visit func(Value)) {
		f := (*Filter)(unsafe.Pointer(v.H))
		visit(f.fn)
		visit(f.it)
	}

	if join, ok := object.StrType.Dict.GetStr(intern("join")); ok {
		object.AsBuiltin(join).IterError = "can only join an iterable"
	}
	MapType.SubAttrs, FilterType.SubAttrs = unsafe.Offsetof(Map{}.Attrs), unsafe.Offsetof(Filter{}.Attrs)
	setNative(object.ZipType, "__new__", func(t *Thread, a []Value, _ []*Str) Action {
		cls := object.AsType(a[0])
		return vm.OnTruth(t, arg(a, 1, object.False), func(t *Thread, strict bool) Action {
			return OnIters(t, keep(a[2:]), func(t *Thread, iters []Value) Action {
				return vm.Return(object.NewZip(cls, iters, strict))
			})
		})
	})
	setNative(object.ZipType, "__next__", func(t *Thread, a []Value, _ []*Str) Action {
		z := object.AsZip(a[0])
		return NextAll(t, z.Iters, func(t *Thread, items []Value) Action { return vm.Return(object.NewTuple(items)) },
			func(t *Thread, i int) Action { return zipEnd(t, z, i) })
	})
	setNative(object.EnumerateType, "__new__", func(t *Thread, a []Value, _ []*Str) Action {
		iterable, cls := a[1], object.AsType(a[0])
		return OnIndex(t, arg(a, 2, object.Int(0)), func(t *Thread, start Value) Action {
			return vm.OnValue(t, vm.Iter(t, iterable), func(t *Thread, it Value) Action {
				return vm.Return(object.NewEnumerate(cls, it, start))
			})
		})
	})
	setNative(object.EnumerateType, "__next__", func(t *Thread, a []Value, _ []*Str) Action {
		en := object.AsEnumerate(a[0])
		return vm.OnValue(t, vm.Next(t, en.Iter), func(t *Thread, x Value) Action {
			n := en.N
			r, e := object.Binary(t.RT.Ctx, object.OpAdd, n, object.Int(1), false)
			if e != nil {
				return vm.Raise(e)
			}
			en.N = r
			return vm.Return(object.TupleOf(n, x))
		})
	})
	setNative(object.ReversedType, "__new__", func(t *Thread, a []Value, _ []*Str) Action {
		v := a[1]
		if fn := vm.Special(v, intern("__reversed__")); !fn.IsNull() && object.AsBuiltin(fn) == nil {
			return vm.CallSpecial(t, fn, v)
		}
		return vm.OnValue(t, vm.Len(t, v), func(t *Thread, n Value) Action {
			return vm.Return(object.NewReversed(v, int(n.Int64())))
		})
	})
	setNative(object.ReversedType, "__next__", func(t *Thread, a []Value, _ []*Str) Action {
		seq, pos := object.ReversedState(a[0])
		if seq.IsNull() || *pos < 0 {
			*seq = Value{}
			return Stop()
		}
		return vm.After(t, vm.GetItem(t, *seq, object.Int(int64(*pos))), func(t *Thread, x Value, exc *Exc) Action {
			if exc != nil {
				if exc.Is(object.IndexError) || exc.Is(object.StopIteration) {
					*seq = Value{}
					return Stop()
				}
				return vm.Raise(exc)
			}
			*pos--
			return vm.Return(x)
		})
	})
	setNative(object.CallIterType, "__next__", func(t *Thread, a []Value, _ []*Str) Action {
		it := object.AsCallIter(a[0])
		if it.Fn.IsNull() {
			return Stop()
		}
		return vm.After(t, vm.Call(it.Fn), func(t *Thread, x Value, exc *Exc) Action {
			if exc != nil {
				if exc.Is(object.StopIteration) {
					it.Fn = Value{}
				}
				return vm.Raise(exc)
			}
			return vm.OnTruthOf(t, vm.Equal(t, x, it.Sentinel), func(t *Thread, same bool) Action {
				if same {
					it.Fn = Value{}
					return Stop()
				}
				return vm.Return(x)
			})
		})
	})
	setNative(object.SeqIterType, "__next__", func(t *Thread, a []Value, _ []*Str) Action {
		v := a[0]
		seq, pos := object.SeqIter(v)
		if seq.IsNull() {
			return Stop()
		}
		return vm.After(t, vm.GetItem(t, seq, object.Int(int64(*pos))), func(t *Thread, x Value, exc *Exc) Action {
			if exc != nil {
				if exc.Is(object.IndexError) || exc.Is(object.StopIteration) {
					object.EndSeqIter(v)
					return Stop()
				}
				return vm.Raise(exc)
			}
			*pos++
			return vm.Return(x)
		})
	})
}

// zipEnd is the end of zip: iterator i has no more items.
func zipEnd(t *Thread, z *object.Zip, i int) Action {
	if !z.Strict {
		return Stop()
	}
	if i > 0 {
		return vm.Raise(object.ZipError(i, "shorter"))
	}
	j := 1
	return vm.Repeat(t, func(t *Thread) Action {
		if j >= len(z.Iters) {
			return Stop()
		}
		return vm.After(t, vm.Next(t, z.Iters[j]), func(t *Thread, _ Value, exc *Exc) Action {
			if exc == nil {
				return vm.Raise(object.ZipError(j, "longer"))
			}
			if !exc.Is(object.StopIteration) {
				return vm.Raise(exc)
			}
			j++
			return vm.Continue()
		})
	})
}
