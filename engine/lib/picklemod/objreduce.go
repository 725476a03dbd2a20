package picklemod

import (
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// The methods of object that reductions begin with. They are made here, not in
// package object, since they call what classes define.
var (
	objectReduceEx = native(object.ObjectType, "__reduce_ex__", "protocol, /", func(t *thread, a []value, _ []*str) action {
		n, e := object.Index(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return reduceEx(t, a[0], int(n))
	})
	objectReduce = native(object.ObjectType, "__reduce__", "", func(t *thread, a []value, _ []*str) action {
		return commonReduce(t, a[0], 0)
	})
	objectGetState = method(object.ObjectType, "__getstate__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return getState(c, a[0])
	})
)

func native(tp *object.Type, name, sig string, fn vm.NativeFunc) value {
	return vm.AddNative(tp, object.KindMethod, name, sig, fn).Value()
}

func method(tp *object.Type, name, sig string, fn object.LeafFunc) value {
	return tp.AddMethod(object.KindMethod, name, sig, fn).Value()
}

// reduceEx is object.__reduce_ex__: the class's own __reduce__ where it has one.
func reduceEx(t *thread, v value, proto int) action {
	tp := v.H.Type
	if fn := tp.Lookup(strReduce); !fn.IsNull() && fn != objectReduce {
		return vm.OnValue(t, vm.GetAttr(t, v, strReduce), func(t *thread, m value) action { return vm.Call(m) })
	}
	return commonReduce(t, v, proto)
}

func commonReduce(t *thread, v value, proto int) action {
	if proto < 2 {
		return vm.OnValue(t, t.Import("copyreg"), func(t *thread, m value) action {
			return vm.CallMethod(t, m, "_reduce_ex", v, object.Int(int64(proto)))
		})
	}
	return reduceNew(t, v)
}

// reduceNew is how protocol 2 and later make an object: by its class's __new__,
// then its state and its items (PEP 307).
func reduceNew(t *thread, v value) action {
	tp := v.H.Type
	return vm.OnValue(t, newArgs(t, v), func(t *thread, got value) action {
		hasArgs := !got.IsNone()
		if !hasArgs && !constructible(tp) {
			return vm.Raise(cannot(tp))
		}
		return vm.OnValue(t, stateOf(t, v), func(t *thread, state value) action {
			return vm.OnValue(t, t.Import("copyreg"), func(t *thread, reg value) action {
				name := "__newobj__"
				args := []value{tp.Value()}
				if hasArgs {
					pair := object.AsTuple(got).Elems
					if kw := object.AsDict(pair[1]); kw != nil && kw.Len() > 0 {
						name = "__newobj_ex__"
						args = append(args, pair...)
					} else {
						args = append(args, object.AsTuple(pair[0]).Elems...)
					}
				}
				items, pairs := object.None, object.None
				finish := func(t *thread, fn value) action {
					return vm.Return(object.TupleOf(fn, object.NewTuple(args), state, items, pairs))
				}
				return vm.OnValue(t, vm.GetAttr(t, reg, intern(name)), func(t *thread, fn value) action {
					switch tp.Layout {
					case object.LayoutList:
						return vm.OnValue(t, vm.Iter(t, v), func(t *thread, it value) action {
							items = it
							return finish(t, fn)
						})
					case object.LayoutDict:
						return vm.OnValue(t, vm.CallMethod(t, v, "items"), func(t *thread, view value) action {
							return vm.OnValue(t, vm.Iter(t, view), func(t *thread, it value) action {
								pairs = it
								return finish(t, fn)
							})
						})
					}
					return finish(t, fn)
				})
			})
		})
	})
}

// newArgs are the arguments for __new__ as a pair of tuple and dict; None where the class names none.
func newArgs(t *thread, v value) action {
	tp := v.H.Type
	if !tp.Lookup(strNewArgsEx).IsNull() {
		return vm.OnValue(t, vm.CallMethod(t, v, "__getnewargs_ex__"), func(t *thread, r value) action {
			tu := object.AsTuple(r)
			switch {
			case tu == nil:
				return vm.Raisef(object.TypeError, "__getnewargs_ex__ should return a tuple, not '%s'", object.TypeOf(r))
			case len(tu.Elems) != 2:
				return vm.Raisef(object.ValueError, "__getnewargs_ex__ should return a tuple of length 2, not %d", len(tu.Elems))
			case object.AsTuple(tu.Elems[0]) == nil:
				return vm.Raisef(object.TypeError, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", object.TypeOf(tu.Elems[0]))
			case object.AsDict(tu.Elems[1]) == nil:
				return vm.Raisef(object.TypeError, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", object.TypeOf(tu.Elems[1]))
			}
			return vm.Return(r)
		})
	}
	if !tp.Lookup(strNewArgs).IsNull() {
		return vm.OnValue(t, vm.CallMethod(t, v, "__getnewargs__"), func(t *thread, r value) action {
			if object.AsTuple(r) == nil {
				return vm.Raisef(object.TypeError, "__getnewargs__ should return a tuple, not '%s'", object.TypeOf(r))
			}
			return vm.Return(object.TupleOf(r, object.None))
		})
	}
	return vm.ReturnNone()
}

// stateOf is what the object's __getstate__ answers.
func stateOf(t *thread, v value) action {
	if v.H.Type.Lookup(strGetState) == objectGetState {
		return vm.ReturnOr(getState(t.RT.Ctx, v))
	}
	return vm.OnValue(t, vm.GetAttr(t, v, strGetState), func(t *thread, m value) action { return vm.Call(m) })
}

// getState is object.__getstate__: the dictionary (None when it is empty), and, with __slots__,
// a pair of that and the slots' values.
func getState(c *ctx, v value) (value, *exc) {
	state := object.None
	a := object.AttrsOf(v)
	if a != nil && v.H.Type.Flags&object.HasDict != 0 && v.H.Type.Layout != object.LayoutType {
		if a.Dict != nil || a.Len() > 0 {
			if d := a.ToDict(); d.Len() > 0 {
				state = d.Value()
			}
		}
	}
	if len(v.H.Type.SlotNames) == 0 {
		return state, nil
	}
	slots := object.NewDict()
	for _, k := range v.H.Type.MRO {
		if k.Base == nil {
			continue
		}
		for _, n := range declared(k, k.SlotNames[min(len(k.Base.SlotNames), len(k.SlotNames)):]) {
			g := object.AsGetSet(v.H.Type.Lookup(n))
			if g == nil {
				continue
			}
			if x, e := g.Get(c, v); e == nil {
				slots.SetStr(n, x)
			}
		}
	}
	if slots.Len() > 0 {
		return object.TupleOf(state, slots.Value()), nil
	}
	return state, nil
}

// declared is a class's own slots in the order of its __slots__.
func declared(k *object.Type, names []*str) []*str {
	v, _ := k.Dict.GetStr(intern("__slots__"))
	var order []value
	if t := object.AsTuple(v); t != nil {
		order = t.Elems
	} else if l := object.AsList(v); l != nil {
		order = l.Elems
	}
	if len(names) < 2 || len(order) < 2 {
		return names
	}
	prefix := "_" + strings.TrimLeft(k.Name, "_")
	var out []*str
	for _, v := range order {
		s := object.AsStr(v)
		for _, n := range names {
			if s != nil && (n.Text == s.Text || n.Text == prefix+s.Text) {
				out = append(out, n)
			}
		}
	}
	return out
}

// constructible tells whether an instance is no more than what __new__ of its class makes without
// arguments, and its state.
func constructible(tp *object.Type) bool {
	for _, k := range tp.MRO {
		if k.Module == "threading" && k.Name == "local" {
			return false
		}
	}
	switch tp.Layout {
	case object.LayoutList, object.LayoutDict:
		return true
	}
	return tp.BuiltinBase() == object.ObjectType || tp.BuiltinBase() == object.SimpleNamespaceType
}

// insides are classes that are Go here and Python in the reference, where what
// cannot be pickled is a lock inside them.
var insides = map[string]string{
	"threading.local":                  "_thread._local",
	"threading.Event":                  "_thread.lock",
	"threading.Condition":              "_thread.RLock",
	"threading.Semaphore":              "_thread.lock",
	"threading.BoundedSemaphore":       "_thread.lock",
	"threading.Barrier":                "_thread.lock",
	"threading.Thread":                 "_thread.lock",
	"threading.Timer":                  "_thread.lock",
	"queue.Queue":                      "_thread.lock",
	"queue.LifoQueue":                  "_thread.lock",
	"queue.PriorityQueue":              "_thread.lock",
	"queue.SimpleQueue":                "_queue.SimpleQueue",
	"concurrent.futures._base.Future":  "_thread.RLock",
	"concurrent.futures.thread.Future": "_thread.RLock",
	"_thread._Pool":                    "_queue.SimpleQueue",
	"_thread._Future":                  "_thread.RLock",
	"_thread.Event":                    "_thread.lock",
	"_thread.Condition":                "_thread.RLock",
	"_thread.Semaphore":                "_thread.lock",
	"_queue.Queue":                     "_thread.lock",
}

// cannot is the error for an instance of a class that brings no reduction.
func cannot(tp *object.Type) *exc {
	for _, k := range tp.MRO {
		if what, ok := insides[k.Module+"."+k.Name]; ok {
			return object.NewExc(object.TypeError, "cannot pickle '%s' object", what)
		}
	}
	switch tp.Name {
	case "memoryview", "code":
		if tp.Module == "builtins" {
			return object.NewExc(object.TypeError, "cannot pickle %s objects", tp.Label())
		}
	}
	name := tp.Label()
	if !tp.IsHeap() && tp.Module != "builtins" && tp.Full == "" {
		name = tp.Module + "." + tp.Name
		if tp.Module == "queue" { // written in C
			name = "_" + name
		}
	}
	return object.NewExc(object.TypeError, "cannot pickle '%s' object", name)
}
