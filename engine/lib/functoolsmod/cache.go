package functoolsmod

import (
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// cache is what lru_cache makes of a function: results by arguments. The
// dictionary is in the order of use; the first entry is the one that goes.
type cache struct {
	object.Header
	object.Attrs
	fn           value
	results      *object.Dict
	max          int // -1 for no bound
	typed        bool
	hits, misses int64
	info         value // the class of cache_info()
}

var cacheType = newType("_lru_cache_wrapper", unsafe.Offsetof(cache{}.Attrs), func() *object.Header { return &(&cache{}).Header })

func asCache(v value) *cache { return (*cache)(unsafe.Pointer(v.H)) }

// keywordMark stands in a key between positional arguments and keywords.
var keywordMark = object.Obj(&(&object.Instance{Header: object.Header{Type: object.ObjectType}}).Header)

// key is what a call is remembered by.
func (k *cache) key(a []value, kw []*str) value {
	n := len(a) - len(kw)
	if len(kw) == 0 && n == 1 && !k.typed && (a[0].IsInt() || a[0].H.Type == object.StrType) {
		return a[0]
	}
	parts := append([]value{}, a[:n]...)
	if len(kw) > 0 {
		parts = append(parts, keywordMark)
		for i, name := range kw {
			parts = append(parts, name.Value(), a[n+i])
		}
	}
	if k.typed {
		for _, v := range a {
			parts = append(parts, object.TypeOf(v).Value())
		}
	}
	return object.NewTuple(parts)
}

func initCache() {
	tp := cacheType
	object.Describe[cache](cacheType)
	object.Describe[partial](partialType)
	tp.AddMethod(object.KindStaticMethod, "__new__", "user_function, maxsize, typed, cache_info_type", func(c *ctx, a []value, _ []*str) (value, *exc) {
		v := tp.Alloc(c, object.AsType(a[0]))
		k := asCache(v)
		k.fn, k.info, k.results, k.max = a[1], a[4], object.NewDict(), -1
		if !a[2].IsNone() {
			n, e := object.Index(c, a[2])
			if e != nil {
				return value{}, e
			}
			k.max = int(max(n, 0))
		}
		var e *exc
		k.typed, e = object.Truth(c, a[3])
		return v, e
	})
	vm.AddNative(tp, object.KindSlot, "__call__", "...", func(t *thread, a []value, kw []*str) action {
		k := asCache(a[0])
		args := append([]value(nil), a[1:]...)
		names := append([]*str(nil), kw...)
		if k.max == 0 {
			k.misses++
			return vm.CallKw(k.fn, args, names)
		}
		c := t.RT.Ctx
		key := k.key(args, names)
		v, ok, e := k.results.Get(c, key)
		if e != nil {
			return vm.Raise(e)
		}
		if ok {
			k.hits++
			if k.max > 0 {
				if _, e := k.results.Delete(c, key); e != nil {
					return vm.Raise(e)
				}
				if e := k.results.Set(c, key, v); e != nil {
					return vm.Raise(e)
				}
			}
			return vm.Return(v)
		}
		k.misses++
		return vm.OnValue(t, vm.CallKw(k.fn, args, names), func(t *thread, r value) action {
			if _, ok, e := k.results.Get(c, key); e != nil || ok {
				return vm.ReturnOr(r, e) // the call itself has brought it
			}
			if k.max > 0 && k.results.Len() >= k.max {
				pos := 0
				if oldest, _, ok := k.results.Next(&pos); ok {
					if _, e := k.results.Delete(c, oldest); e != nil {
						return vm.Raise(e)
					}
				}
			}
			if e := k.results.Set(c, key, r); e != nil {
				return vm.Raise(e)
			}
			return vm.Return(r)
		})
	})
	vm.AddNative(tp, object.KindMethod, "cache_info", "", func(t *thread, a []value, _ []*str) action {
		k := asCache(a[0])
		size := object.None
		if k.max >= 0 {
			size = object.Int(int64(k.max))
		}
		return vm.Call(k.info, object.Int(k.hits), object.Int(k.misses), size, object.Int(int64(k.results.Len())))
	})
	tp.AddMethod(object.KindMethod, "cache_clear", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		k := asCache(a[0])
		k.results.Clear()
		k.hits, k.misses = 0, 0
		return object.None, nil
	})
	self := func(c *ctx, a []value, _ []*str) (value, *exc) { return a[0], nil }
	tp.AddMethod(object.KindMethod, "__copy__", "", self)
	tp.AddMethod(object.KindMethod, "__deepcopy__", "memo, /", self)
	tp.Slots.Get = func(c *ctx, d, obj value, owner *object.Type) (value, *exc) {
		if obj.IsNull() {
			return d, nil
		}
		return object.NewBoundMethod(d, obj), nil
	}
	tp.Slots.Traverse = func(v value, visit func(value)) {
		k := asCache(v)
		visit(k.fn)
		visit(k.info)
		visit(k.results.Value())
	}
}
