// Package functoolsmod is the module functools: partial, reduce and the caches
// in Go, the rest in Python.
package functoolsmod

import (
	_ "embed"
	"unsafe"

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

//go:embed functools.py
var source string

func init() {
	initPartial()
	initCache()
	initKey()
	tb := &lib.Table{Name: "functools"}
	tb.Type(partialType)
	tb.Const("_lru_cache_wrapper", cacheType.Value())
	tb.Leaf("cmp_to_key", "mycmp", func(c *ctx, a []value, _ []*str) (value, *exc) { return newKey(a[0], value{}), nil })
	tb.Native("reduce", "function, sequence, initial=None, /", reduce)
	lib.Register("functools", tb.Spec(source))
}

func reduce(t *thread, a []value, _ []*str) action {
	fn, total := a[0], a[2]
	return vm.After(t, vm.Iter(t, a[1]), func(t *thread, it value, e *exc) action {
		if e != nil {
			if e.Is(object.TypeError) && e.Traceback == nil {
				return vm.Raisef(object.TypeError, "reduce() arg 2 must support iteration")
			}
			return vm.Raise(e)
		}
		return vm.ForEachIn(t, it, func(t *thread, x value) action {
			if total.IsNull() {
				total = x
				return vm.Continue()
			}
			return vm.OnValue(t, vm.Call(fn, total, x), func(t *thread, r value) action {
				total = r
				return vm.Continue()
			})
		}, func(t *thread) action {
			if total.IsNull() {
				return vm.Raisef(object.TypeError, "reduce() of empty iterable with no initial value")
			}
			return vm.Return(total)
		})
	})
}

// partial is functools.partial.
type partial struct {
	object.Header
	object.Attrs
	fn      value
	args    []value
	kw      *object.Dict
	showing bool // while repr() is under way
}

var partialType = newType("partial", unsafe.Offsetof(partial{}.Attrs), func() *object.Header { return &(&partial{}).Header })

// newType makes a class whose instances have attributes and which can be inherited from.
func newType(name string, offset uintptr, alloc func() *object.Header) *object.Type {
	tp := object.NewStaticType(name, "functools", object.ObjectType, object.LayoutOther, object.HasDict)
	tp.AttrOffset = offset
	tp.Alloc = func(c *ctx, t *object.Type) value {
		h := alloc()
		h.Type = t
		v := object.Obj(h)
		(*object.Attrs)(unsafe.Add(unsafe.Pointer(h), offset)).Shape = t.Root
		return v
	}
	tp.AddGetSet("__dict__", func(c *ctx, v value) (value, *exc) {
		return (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), offset)).ToDict().Value(), nil
	}, nil)
	return tp
}

func asPartial(v value) *partial {
	if v.H != nil && v.H.Type.IsSubtype(partialType) {
		return (*partial)(unsafe.Pointer(v.H))
	}
	return nil
}

// callable is callable(v).
func callable(v value) bool {
	return !vm.Special(v, object.Intern("__call__")).IsNull() || object.AsFunction(v) != nil || object.AsBuiltin(v) != nil || object.AsType(v) != nil || object.AsBoundMethod(v) != nil
}

func initPartial() {
	tp := partialType
	tp.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, kw []*str) (value, *exc) {
		n := len(a) - len(kw)
		if n < 2 {
			return value{}, object.NewExc(object.TypeError, "type 'partial' takes at least one argument")
		}
		if !callable(a[1]) {
			return value{}, object.NewExc(object.TypeError, "the first argument must be callable")
		}
		v := tp.Alloc(c, object.AsType(a[0]))
		p := asPartial(v)
		p.kw = object.NewDict()
		p.fn, p.args = a[1], append([]value{}, a[2:n]...)
		if inner := asPartial(a[1]); inner != nil && inner.Attrs.Len() == 0 {
			p.fn = inner.fn
			p.args = append(append([]value{}, inner.args...), p.args...)
			p.kw = inner.kw.Copy()
		}
		for i, k := range kw {
			p.kw.SetStr(object.InternStr(k), a[n+i])
		}
		return v, nil
	})
	vm.AddNative(tp, object.KindSlot, "__call__", "...", func(t *thread, a []value, kw []*str) action {
		p := asPartial(a[0])
		n := len(a) - len(kw)
		args := make([]value, 0, len(p.args)+len(a))
		args = append(append(args, p.args...), a[1:n]...)
		if p.kw.Len() == 0 {
			return vm.CallKw(p.fn, append(args, a[n:]...), append([]*str(nil), kw...))
		}
		merged := p.kw.Copy()
		for i, k := range kw {
			merged.SetStr(object.InternStr(k), a[n+i])
		}
		names := make([]*str, 0, merged.Len())
		for pos := 0; ; {
			k, v, ok := merged.Next(&pos)
			if !ok {
				break
			}
			names = append(names, object.AsStr(k))
			args = append(args, v)
		}
		return vm.CallKw(p.fn, args, names)
	})
	tp.AddMember("func", func(c *ctx, v value) (value, *exc) { return asPartial(v).fn, nil })
	tp.AddMember("args", func(c *ctx, v value) (value, *exc) { return object.NewTuple(asPartial(v).args), nil })
	tp.AddMember("keywords", func(c *ctx, v value) (value, *exc) { return asPartial(v).kw.Value(), nil })
	tp.AddMethod(object.KindClassMethod, "__class_getitem__", "item, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.NewGenericAlias(a[0], a[1]), nil
	})
	tp.Slots.Repr = func(c *ctx, v value) (string, *exc) { return "", object.NeedVM }
	vm.AddNative(tp, object.KindSlot, "__repr__", "", func(t *thread, a []value, _ []*str) action {
		p := asPartial(a[0])
		if p.showing {
			return vm.Return(object.NewStr("..."))
		}
		name := "functools.partial"
		if p.Type != tp {
			name = p.Type.QualName
		}
		texts := []value{p.fn}
		prefix := []string{""}
		for _, x := range p.args {
			texts, prefix = append(texts, x), append(prefix, ", ")
		}
		for pos := 0; ; {
			k, v, ok := p.kw.Next(&pos)
			if !ok {
				break
			}
			texts, prefix = append(texts, v), append(prefix, ", "+object.AsStr(k).Text+"=")
		}
		out, i := name+"(", 0
		p.showing = true
		return vm.After(t, vm.Repeat(t, func(t *thread) action {
			if i == len(texts) {
				return vm.Return(object.NewStr(out + ")"))
			}
			return vm.OnValue(t, vm.Repr(t, texts[i]), func(t *thread, s value) action {
				out += prefix[i] + object.AsStr(s).Text
				i++
				return vm.Continue()
			})
		}), func(t *thread, v value, e *exc) action {
			p.showing = false
			return vm.ReturnOr(v, e)
		})
	})
	tp.AddMethod(object.KindMethod, "__reduce__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		p := asPartial(a[0])
		attrs := object.None
		if p.Attrs.Len() > 0 {
			attrs = p.Attrs.ToDict().Value()
		}
		state := object.TupleOf(p.fn, object.NewTuple(p.args), p.kw.Value(), attrs)
		return object.TupleOf(p.Type.Value(), object.TupleOf(p.fn), state), nil
	})
	tp.AddMethod(object.KindMethod, "__setstate__", "state, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		p, s := asPartial(a[0]), object.AsTuple(a[1])
		if s == nil || len(s.Elems) != 4 || !callable(s.Elems[0]) || object.AsTuple(s.Elems[1]) == nil || object.AsDict(s.Elems[2]) == nil && !s.Elems[2].IsNone() {
			return value{}, object.NewExc(object.TypeError, "invalid partial state")
		}
		p.fn, p.args, p.kw = s.Elems[0], object.AsTuple(s.Elems[1]).Elems, object.NewDict()
		if d := object.AsDict(s.Elems[2]); d != nil {
			p.kw = d
			if d.Type != object.DictType {
				p.kw = d.Copy()
			}
		}
		if d := object.AsDict(s.Elems[3]); d != nil {
			p.Attrs.SetDict(d)
		}
		return object.None, nil
	})
	tp.Slots.Traverse = func(v value, visit func(value)) {
		p := asPartial(v)
		visit(p.fn)
		for _, x := range p.args {
			visit(x)
		}
		if p.kw != nil {
			visit(p.kw.Value())
		}
	}
}
