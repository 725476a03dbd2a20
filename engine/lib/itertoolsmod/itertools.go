// Package itertoolsmod is the module itertools. Every iterator can draw from
// iterables written in Python: its next item is an action, not a value.
package itertoolsmod

import (
	"unsafe"

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
	thread = vm.Thread
)

// iterator is the object of every class of the module: a function that answers
// the next item, and what it refers to.
type iterator struct {
	object.Header
	next func(t *thread) action
	refs func(visit func(value))
	show func(t *thread, c *ctx) (string, *exc) // its repr, nil for the usual one
	// again makes the same iterator for a forked process, in the state that this one is in; nil when it cannot go on there.
	again func(c *object.Copier) value
	// reduce is how copy and pickle make the same one (PEP 307), nil where they cannot; skip moves one on by some items.
	reduce func(c *ctx) (value, *exc)
	skip   func(n int64)
}

func of(v value) *iterator { return (*iterator)(unsafe.Pointer(v.H)) }

var table = &lib.Table{Name: "itertools"}

func init() {
	// What the functions hold is the old process's, so the copy gets others.
	object.CopyKeeping[iterator]("next", "refs", "show", "again", "reduce", "skip")
	object.CopyPrepared(func(c *object.Copier, it *iterator) {
		if it.again == nil {
			it.next, it.refs, it.reduce, it.skip = lost, nil, nil, nil
			return
		}
		n := of(it.again(c))
		it.next, it.refs, it.show, it.again, it.reduce, it.skip = n.next, n.refs, n.show, n.again, n.reduce, n.skip
	})
}

func lost(t *thread) action {
	return vm.Raisef(object.UnsupportedError, "an iterator of itertools goes on in a forked process; make it there")
}

// class makes a class of iterators; make gets the arguments without the class.
func class(name, sig string, make func(t *thread, tp *object.Type, a []value) action) *object.Type {
	tp := object.NewStaticType(name, "itertools", object.ObjectType, object.LayoutOther, object.NotBase)
	builtins.Iterator(tp, func(t *thread, v value) action { return of(v).next(t) })
	object.Describe[iterator](tp)
	tp.Slots.Traverse = func(v value, visit func(value)) {
		if f := of(v).refs; f != nil {
			f(visit)
		}
	}
	tp.AddMethod(object.KindMethod, "__reduce__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if f := of(a[0]).reduce; f != nil {
			return f(c)
		}
		return value{}, object.NewExc(object.TypeError, "cannot pickle '%s' object", tp)
	})
	tp.AddMethod(object.KindMethod, "__setstate__", "state, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		n, e := object.Index(c, a[1])
		if f := of(a[0]).skip; f != nil && e == nil {
			f(n)
		}
		return object.None, e
	})
	vm.AddNative(tp, object.KindStaticMethod, "__new__", sig, func(t *thread, a []value, _ []*str) action {
		return make(t, tp, append([]value(nil), a[1:]...))
	})
	table.Type(tp)
	return tp
}

// newIterator makes an iterator that refers to vals.
func newIterator(tp *object.Type, next func(t *thread) action, vals ...*value) value {
	it := &iterator{next: next}
	it.Type = tp
	it.refs = func(visit func(value)) {
		for _, v := range vals {
			if v.H != nil {
				visit(*v)
			}
		}
	}
	return object.Obj(&it.Header)
}

func stop() action { return builtins.Stop() }

// onIter makes an iterator out of an iterable.
func onIter(t *thread, iterable value, then func(t *thread, it value) action) action {
	return vm.OnValue(t, vm.Iter(t, iterable), then)
}

// countArg is an optional argument that must be a number of items; def when it is absent.
func countArg(t *thread, v value, def int64, message string) (int64, *exc) {
	if v.IsNull() || v.IsNone() {
		return def, nil
	}
	n, e := object.Index(t.RT.Ctx, v)
	if e == object.NeedVM || e != nil && e.Is(object.TypeError) || e == nil && n < 0 {
		return 0, object.NewExc(object.ValueError, message)
	}
	return n, e
}

func init() {
	initInfinite()
	initSlices()
	initGroups()
	initProducts()
	lib.Register("itertools", table.Spec(""))
}

func initInfinite() {
	count := class("count", "start=0, step=1", func(t *thread, tp *object.Type, a []value) action {
		cur, step := orInt(a[0], 0), orInt(a[1], 1)
		for _, v := range [...]value{cur, step} {
			if !isNumber(v) {
				return vm.Raisef(object.TypeError, "a number is required")
			}
		}
		return vm.Return(newCount(tp, cur, step))
	})
	repeat := class("repeat", "object, times=None", func(t *thread, tp *object.Type, a []value) action {
		item, left := a[0], int64(-1)
		if !a[1].IsNull() {
			var e *exc
			if left, e = object.Index(t.RT.Ctx, a[1]); e != nil {
				return vm.Raise(e)
			}
			left = max(left, 0)
		}
		return vm.Return(newRepeat(tp, item, left))
	})
	repeat.AddMethod(object.KindMethod, "__length_hint__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		made, e := of(a[0]).reduce(c)
		if e != nil {
			return value{}, e
		}
		if args := object.AsTuple(object.AsTuple(made).Elems[1]).Elems; len(args) == 2 {
			return args[1], nil
		}
		return value{}, object.NewExc(object.TypeError, "len() of unsized object")
	})
	for _, tp := range [...]*object.Type{count, repeat} {
		tp.Slots.Repr = func(c *ctx, v value) (string, *exc) { return of(v).show(nil, c) }
		vm.AddNative(tp, object.KindSlot, "__repr__", "", func(t *thread, a []value, _ []*str) action {
			made, e := of(a[0]).reduce(t.RT.Ctx)
			if e != nil {
				return vm.Raise(e)
			}
			args := object.AsTuple(object.AsTuple(made).Elems[1]).Elems
			text, i := tp.Name+"(", 0
			return vm.Repeat(t, func(t *thread) action {
				if i == len(args) {
					return vm.Return(object.NewStr(text + ")"))
				}
				return vm.OnValue(t, vm.Repr(t, args[i]), func(t *thread, s value) action {
					if i > 0 {
						text += ", "
					}
					text += object.AsStr(s).Text
					i++
					return vm.Continue()
				})
			})
		})
	}
	class("cycle", "iterable, /", func(t *thread, tp *object.Type, a []value) action {
		return onIter(t, a[0], func(t *thread, it value) action {
			return vm.Return(newCycle(tp, it, nil, 0, false))
		})
	})
}

func newCount(tp *object.Type, cur, step value) value {
	v := newIterator(tp, nil, &cur, &step)
	it := of(v)
	it.next = func(t *thread) action {
		r := cur
		if cur.IsInt() && step.IsInt() {
			if s := cur.Int64() + step.Int64(); (s > cur.Int64()) == (step.Int64() > 0) {
				cur = object.Int(s)
				return vm.Return(r)
			}
		}
		return vm.OnValue(t, vm.Binary(t, object.OpAdd, cur, step, false), func(t *thread, n value) action {
			cur = n
			return vm.Return(r)
		})
	}
	it.show = func(t *thread, c *ctx) (string, *exc) {
		s, e := object.Repr(c, cur)
		if e != nil {
			return "", e
		}
		if step.IsInt() && step.Int64() == 1 {
			return "count(" + s + ")", nil
		}
		s2, e := object.Repr(c, step)
		return "count(" + s + ", " + s2 + ")", e
	}
	it.reduce = func(c *ctx) (value, *exc) {
		if step.IsInt() && step.Int64() == 1 {
			return object.TupleOf(tp.Value(), object.TupleOf(cur)), nil
		}
		return object.TupleOf(tp.Value(), object.TupleOf(cur, step)), nil
	}
	it.again = func(c *object.Copier) value { return newCount(tp, c.Value(cur), c.Value(step)) }
	return v
}

func newRepeat(tp *object.Type, item value, left int64) value {
	v := newIterator(tp, func(t *thread) action {
		if left == 0 {
			return stop()
		}
		if left > 0 {
			left--
		}
		return vm.Return(item)
	}, &item)
	of(v).show = func(t *thread, c *ctx) (string, *exc) {
		s, e := object.Repr(c, item)
		if left >= 0 {
			s += ", " + object.Sprintf("%d", left)
		}
		return "repeat(" + s + ")", e
	}
	of(v).reduce = func(c *ctx) (value, *exc) {
		if left < 0 {
			return object.TupleOf(tp.Value(), object.TupleOf(item)), nil
		}
		return object.TupleOf(tp.Value(), object.TupleOf(item, object.Int(left))), nil
	}
	of(v).again = func(c *object.Copier) value { return newRepeat(tp, c.Value(item), left) }
	return v
}

func newCycle(tp *object.Type, it value, saved []value, pos int, ended bool) value {
	again := func() action {
		if len(saved) == 0 {
			return stop()
		}
		v := saved[pos]
		pos = (pos + 1) % len(saved)
		return vm.Return(v)
	}
	v := newIterator(tp, func(t *thread) action {
		if ended {
			return again()
		}
		return vm.After(t, vm.Next(t, it), func(t *thread, v value, e *exc) action {
			if e == nil {
				saved = append(saved, v)
				return vm.Return(v)
			}
			if !e.Is(object.StopIteration) {
				return vm.Raise(e)
			}
			ended = true
			return again()
		})
	}, &it)
	of(v).again = func(c *object.Copier) value {
		var copies []value
		for _, x := range saved {
			copies = append(copies, c.Value(x))
		}
		return newCycle(tp, c.Value(it), copies, pos, ended)
	}
	return v
}

func orInt(v value, def int64) value {
	if v.IsNull() {
		return object.Int(def)
	}
	return v
}

func isNumber(v value) bool {
	if _, ok := object.ToFloat(v); ok || object.IsIntLike(v) || object.AsComplex(v) != nil {
		return true
	}
	return !vm.Special(v, object.Intern("__index__")).IsNull() || !vm.Special(v, object.Intern("__float__")).IsNull() ||
		!vm.Special(v, object.Intern("__add__")).IsNull() && !vm.Special(v, object.Intern("__int__")).IsNull()
}
