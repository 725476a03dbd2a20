package operatormod

import (
	"strings"
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// getter is an itemgetter, an attrgetter or a methodcaller. They are Go because
// sort() and map() call them once for each item.
type getter struct {
	object.Header
	given  []value  // the arguments that it was made of, keywords' values last
	names  []*str   // the keywords
	paths  [][]*str // attrgetter: the names along the way, for each attribute
	method *str     // methodcaller: the method's name
}

func asGetter(v value) *getter { return (*getter)(unsafe.Pointer(v.H)) }

func newGetterType(name string) *object.Type {
	tp := object.NewStaticType(name, "operator", object.ObjectType, object.LayoutOther, object.NotBase)
	object.Describe[getter](tp)
	tp.Slots.Traverse = func(v value, visit func(value)) {
		for _, x := range asGetter(v).given {
			visit(x)
		}
	}
	vm.AddNative(tp, object.KindSlot, "__repr__", "", func(t *vm.Thread, a []value, _ []*str) action { return showGetter(t, asGetter(a[0])) })
	tp.Slots.Repr = func(c *ctx, v value) (string, *exc) { return "", object.NeedVM }
	return tp
}

var (
	itemType   = newGetterType("itemgetter")
	attrType   = newGetterType("attrgetter")
	methodType = newGetterType("methodcaller")
)

// calls gives a getter class its __call__, with a leaf form where there is one.
func calls(tp *object.Type, leaf func(c *ctx, g *getter, obj value) (value, *exc), fn func(t *vm.Thread, g *getter, obj value) action) {
	check := func(a []value, kw []*str) *exc {
		if len(kw) > 0 {
			return object.NewExc(object.TypeError, "%s() takes no keyword arguments", tp.Name)
		}
		if len(a) != 2 {
			return object.NewExc(object.TypeError, "%s expected 1 argument, got %d", tp.Name, len(a)-1)
		}
		return nil
	}
	b := vm.AddNative(tp, object.KindSlot, "__call__", "...", func(t *vm.Thread, a []value, kw []*str) action {
		if e := check(a, kw); e != nil {
			return vm.Raise(e)
		}
		return fn(t, asGetter(a[0]), a[1])
	})
	if leaf != nil {
		b.Leaf = func(c *ctx, a []value, kw []*str) (value, *exc) {
			if e := check(a, kw); e != nil {
				return value{}, e
			}
			return leaf(c, asGetter(a[0]), a[1])
		}
	}
}

// makes gives a getter class its __new__.
func makes(tp *object.Type, check func(g *getter) *exc) {
	tp.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, kw []*str) (value, *exc) {
		g := &getter{Header: object.Header{Type: tp}, given: append([]value(nil), a[1:]...), names: append([]*str(nil), kw...)}
		if len(kw) > 0 && tp != methodType {
			return value{}, object.NewExc(object.TypeError, "%s() takes no keyword arguments", tp.Name)
		}
		return object.Obj(&g.Header), check(g)
	})
}

// each collects what one asks for each of n things: that itself for one, a tuple for more.
func each(t *vm.Thread, n int, one func(t *vm.Thread, i int) action) action {
	if n == 1 {
		return one(t, 0)
	}
	var got []value
	return vm.Repeat(t, func(t *vm.Thread) action {
		if len(got) == n {
			return vm.Return(object.NewTuple(got))
		}
		return vm.OnValue(t, one(t, len(got)), func(t *vm.Thread, v value) action {
			got = append(got, v)
			return vm.Continue()
		})
	})
}

func initGetters() {
	some := func(g *getter) *exc {
		if len(g.given) == 0 {
			return object.NewExc(object.TypeError, "%s expected 1 argument, got 0", g.Type.Name)
		}
		return nil
	}
	makes(itemType, some)
	calls(itemType, func(c *ctx, g *getter, obj value) (value, *exc) {
		if len(g.given) == 1 {
			return object.GetItem(c, obj, g.given[0])
		}
		got := make([]value, len(g.given))
		for i, k := range g.given {
			v, e := object.GetItem(c, obj, k)
			if e != nil {
				return value{}, e
			}
			got[i] = v
		}
		return object.NewTuple(got), nil
	}, func(t *vm.Thread, g *getter, obj value) action {
		return each(t, len(g.given), func(t *vm.Thread, i int) action { return vm.GetItem(t, obj, g.given[i]) })
	})

	makes(attrType, func(g *getter) *exc {
		for _, v := range g.given {
			s := object.AsStr(v)
			if s == nil {
				return object.NewExc(object.TypeError, "attribute name must be a string")
			}
			var path []*str
			for _, part := range strings.Split(s.Text, ".") {
				path = append(path, object.Intern(part))
			}
			g.paths = append(g.paths, path)
		}
		return some(g)
	})
	calls(attrType, nil, func(t *vm.Thread, g *getter, obj value) action {
		return each(t, len(g.paths), func(t *vm.Thread, i int) action {
			path := g.paths[i]
			if len(path) == 1 {
				return vm.GetAttr(t, obj, path[0])
			}
			at, v := 0, obj
			return vm.Repeat(t, func(t *vm.Thread) action {
				if at == len(path) {
					return vm.Return(v)
				}
				return vm.OnValue(t, vm.GetAttr(t, v, path[at]), func(t *vm.Thread, r value) action {
					v = r
					at++
					return vm.Continue()
				})
			})
		})
	})

	makes(methodType, func(g *getter) *exc {
		if len(g.given) == len(g.names) {
			return object.NewExc(object.TypeError, "methodcaller needs at least one argument, the method name")
		}
		s := object.AsStr(g.given[0])
		if s == nil {
			return object.NewExc(object.TypeError, "method name must be a string")
		}
		g.method = object.InternStr(s)
		return nil
	})
	calls(methodType, nil, func(t *vm.Thread, g *getter, obj value) action {
		return vm.OnValue(t, vm.GetAttr(t, obj, g.method), func(t *vm.Thread, m value) action {
			return vm.CallKw(m, append([]value(nil), g.given[1:]...), append([]*str(nil), g.names...))
		})
	})
	for _, tp := range [...]*object.Type{itemType, attrType} {
		tp.AddMethod(object.KindMethod, "__reduce__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
			return object.TupleOf(a[0].H.Type.Value(), object.NewTuple(asGetter(a[0]).given)), nil
		})
	}
	vm.AddNative(methodType, object.KindMethod, "__reduce__", "", func(t *vm.Thread, a []value, _ []*str) action {
		g := asGetter(a[0])
		n := len(g.given) - len(g.names)
		if len(g.names) == 0 {
			return vm.Return(object.TupleOf(g.Type.Value(), object.NewTuple(g.given)))
		}
		return vm.OnValue(t, t.Import("functools"), func(t *vm.Thread, m value) action {
			return vm.OnValue(t, vm.GetAttr(t, m, object.Intern("partial")), func(t *vm.Thread, partial value) action {
				args := append([]value{g.Type.Value(), g.given[0]}, g.given[n:]...)
				return vm.OnValue(t, vm.CallKw(partial, args, append([]*str(nil), g.names...)), func(t *vm.Thread, p value) action {
					return vm.Return(object.TupleOf(p, object.NewTuple(append([]value(nil), g.given[1:n]...))))
				})
			})
		})
	})
}

// showGetter is repr(): the call that makes the same one.
func showGetter(t *vm.Thread, g *getter) action {
	n := len(g.given) - len(g.names)
	out, i := "operator."+g.Type.Name+"(", 0
	return vm.Repeat(t, func(t *vm.Thread) action {
		if i == len(g.given) {
			return vm.Return(object.NewStr(out + ")"))
		}
		return vm.OnValue(t, vm.Repr(t, g.given[i]), func(t *vm.Thread, s value) action {
			if i > 0 {
				out += ", "
			}
			if i >= n {
				out += g.names[i-n].Text + "="
			}
			out += object.AsStr(s).Text
			i++
			return vm.Continue()
		})
	})
}
