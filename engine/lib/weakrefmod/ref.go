// Package weakrefmod is the module weakref. A weak reference does not keep its
// target alive: tracing (vm/watch.go) does not follow it, and the target is
// watched, so that its end is seen. References and their registry are Go;
// proxies, weak collections and finalizers are Python.
package weakrefmod

import (
	_ "embed"
	"unsafe"

	"loopscope/engine/bytecode"
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

//go:embed weakref.py
var source string

// ref is weakref.ref. target is Null when it has ended.
type ref struct {
	object.Header
	object.Attrs
	target   value
	callback value // Null for none
	hash     int64
	hashed   bool
}

var refType = newRefType()

func newRefType() *object.Type {
	offset := unsafe.Offsetof(ref{}.Attrs)
	tp := object.NewStaticType("ReferenceType", "weakref", object.ObjectType, object.LayoutOther, 0)
	tp.AttrOffset = offset
	tp.Alloc = func(c *ctx, t *object.Type) value {
		r := &ref{Header: object.Header{Type: t}}
		r.Attrs.Shape = t.Root
		return object.Obj(&r.Header)
	}
	return tp
}

func asRef(v value) *ref { return (*ref)(unsafe.Pointer(v.H)) }

func (r *ref) value() value { return object.Obj(&r.Header) }

// registry knows the references to each target, in the order in which they were made.
type registry struct {
	of map[*object.Header][]*ref
	// fresh says that there is a target which may have ended unseen: the argument of
	// the call that made the reference.
	fresh bool
}

func registryOf(rt *vm.Runtime) *registry {
	if g, ok := rt.Extra["weakref"].(*registry); ok {
		return g
	}
	g := &registry{of: make(map[*object.Header][]*ref)}
	rt.Extra["weakref"] = g
	rt.BeforeEnd = beforeEnd
	rt.ClearRefs = clearRefs
	return g
}

// add makes r a reference to v.
func (g *registry) add(t *thread, r *ref, v value) {
	r.target, g.fresh = v, true
	g.of[v.H] = append(g.of[v.H], r)
	v.H.Flags |= object.FlagReferenced
	t.Watch(v)
}

// beforeEnd forgets the references that end together with their target: nobody
// is told through these.
func beforeEnd(rt *vm.Runtime, dead []*object.Header, reached func(value) bool) {
	g := registryOf(rt)
	for _, h := range dead {
		refs := g.of[h]
		kept := refs[:0]
		for _, r := range refs {
			if reached(r.value()) {
				kept = append(kept, r)
			} else {
				r.target = value{}
			}
		}
		clear(refs[len(kept):])
		if refs != nil {
			g.of[h] = kept
		}
	}
}

// clearRefs ends the references to v, and calls their callbacks, that of the newest first.
func clearRefs(t *thread, v value) action {
	g := registryOf(t.RT)
	refs := g.of[v.H]
	delete(g.of, v.H)
	for _, r := range refs {
		r.target = value{}
	}
	i := len(refs)
	return vm.Repeat(t, func(t *thread) action {
		for i > 0 {
			i--
			r := refs[i]
			if r.callback.IsNull() {
				continue
			}
			fn := r.callback
			return vm.After(t, vm.Call(fn, r.value()), func(t *thread, _ value, e *exc) action {
				if e == nil {
					return vm.Continue()
				}
				return vm.After(t, vm.Unraisable(t, e, value{}, fn), func(t *thread, _ value, _ *exc) action { return vm.Continue() })
			})
		}
		return vm.ReturnNone()
	})
}

// weakable tells whether the class of v allows weak references to its instances.
func weakable(v value) bool { return object.TypeOf(v).Weakable() }

func init() {
	initRef()
	tb := &lib.Table{Name: "weakref"}
	tb.Const("ref", refType.Value())
	tb.Type(refType)
	tb.Native("getweakrefcount", "object, /", func(t *thread, a []value, _ []*str) action {
		return vm.Return(object.Int(int64(len(living(t, a[0])))))
	})
	tb.Native("getweakrefs", "object, /", func(t *thread, a []value, _ []*str) action {
		return vm.Return(object.NewList(living(t, a[0])))
	})
	lib.Register("weakref", tb.Spec(source))
	lib.Register("_weakref", tb.Spec(""))
}

// living are the references to v that something still holds.
func living(t *thread, v value) []value {
	var out []value
	refs := registryOf(t.RT).of[v.H]
	if len(refs) == 0 {
		return nil
	}
	reached, known := t.Reached(v)
	for _, r := range refs {
		if !known || reached(r.value()) {
			out = append(out, r.value())
		}
	}
	return out
}

func initRef() {
	tp := refType
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *thread, a []value, kw []*str) action {
		cls := object.AsType(a[0])
		if cls == nil || len(a)-len(kw) < 2 {
			return vm.Raisef(object.TypeError, "__new__ expected at least 1 argument, got 0")
		}
		if len(kw) > 0 && cls == tp {
			return vm.Raisef(object.TypeError, "ref() takes no keyword arguments")
		}
		if n := len(a) - len(kw) - 1; n > 2 {
			return vm.Raisef(object.TypeError, "__new__ expected at most 2 arguments, got %d", n)
		}
		target := a[1]
		if !weakable(target) {
			return vm.Raisef(object.TypeError, "cannot create weak reference to '%s' object", object.TypeOf(target).Label())
		}
		callback := value{}
		if len(a)-len(kw) > 2 && !a[2].IsNone() {
			callback = a[2]
		}
		g := registryOf(t.RT)
		if cls == tp && callback.IsNull() {
			for _, r := range g.of[target.H] {
				if r.Type == tp && r.callback.IsNull() {
					return vm.Return(r.value())
				}
			}
		}
		r := asRef(tp.Alloc(t.RT.Ctx, cls))
		r.callback = callback
		g.add(t, r, target)
		return vm.Return(r.value())
	})
	tp.AddMethod(object.KindSlot, "__init__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.None, nil })
	vm.AddNative(tp, object.KindSlot, "__call__", "", func(t *thread, a []value, kw []*str) action {
		r := asRef(a[0])
		if n := len(a) - 1 - len(kw); len(kw) > 0 {
			return vm.Raisef(object.TypeError, "weakref() takes no keyword arguments")
		} else if n > 0 {
			return vm.Raisef(object.TypeError, "weakref expected 0 arguments, got %d", n)
		}
		if g := registryOf(t.RT); g.fresh && !r.target.IsNull() {
			g.fresh = false
			return t.Collect(r.value(), func(int) action { return vm.Return(noneOr(r.target)) })
		}
		return vm.Return(noneOr(r.target))
	})
	tp.AddGetSet("__callback__", func(c *ctx, v value) (value, *exc) { return noneOr(asRef(v).callback), nil }, nil)
	tp.AddMethod(object.KindClassMethod, "__class_getitem__", "item, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.NewGenericAlias(a[0], a[1]), nil
	})
	tp.Slots.Hash = func(c *ctx, v value) (int64, *exc) {
		r := asRef(v)
		if r.hashed {
			return r.hash, nil
		}
		if r.target.IsNull() {
			return 0, object.NewExc(object.TypeError, "weak object has gone away")
		}
		h, e := object.KeyHash(c, r.target)
		if e == nil {
			r.hash, r.hashed = h, true
		}
		return h, e
	}
	tp.AddMethod(object.KindSlot, "__hash__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		h, e := tp.Slots.Hash(c, a[0])
		return object.Int(h), e
	})
	tp.Slots.Compare = func(c *ctx, a, b value, op int) (value, *exc) {
		if !object.TypeOf(a).IsSubtype(tp) || !object.TypeOf(b).IsSubtype(tp) || op != bytecode.CmpEQ && op != bytecode.CmpNE {
			return object.NotImplemented, nil
		}
		x, y := asRef(a), asRef(b)
		same := x == y
		if !x.target.IsNull() && !y.target.IsNull() {
			var e *exc
			if same, e = object.KeyEqual(c, x.target, y.target); e != nil {
				return value{}, e
			}
		}
		return object.Bool(same == (op == bytecode.CmpEQ)), nil
	}
	for i, name := range [...]string{"__eq__", "__ne__"} {
		op := [...]int{bytecode.CmpEQ, bytecode.CmpNE}[i]
		tp.AddMethod(object.KindSlot, name, "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			return tp.Slots.Compare(c, a[0], a[1], op)
		})
	}
	tp.Slots.Repr = func(c *ctx, v value) (string, *exc) {
		r := asRef(v)
		if r.target.IsNull() {
			return object.Sprintf("<weakref at %s; dead>", object.Address(c, v)), nil
		}
		text := object.Sprintf("<weakref at %s; to '%s' at %s", object.Address(c, v), object.TypeOf(r.target).Name, object.Address(c, r.target))
		if name, e := object.GetAttr(c, r.target, object.Intern("__name__")); e == nil {
			if s := object.AsStr(name); s != nil {
				text += " (" + s.Text + ")"
			}
		}
		return text + ">", nil
	}
	tp.AddMethod(object.KindSlot, "__repr__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		s, e := tp.Slots.Repr(c, a[0])
		return object.NewStr(s), e
	})
	tp.Slots.Traverse = func(v value, visit func(value)) {
		if cb := asRef(v).callback; !cb.IsNull() {
			visit(cb)
		}
	}
}

func noneOr(v value) value {
	if v.IsNull() {
		return object.None
	}
	return v
}
