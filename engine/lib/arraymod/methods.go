package arraymod

import (
	"math"
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

func initMethods() {
	tp := arrayType
	b := tp.AddMethod(object.KindStaticMethod, "__new__", "typecode, initializer=(), /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return construct(c, object.AsType(a[0]), a[1], a[2])
	})
	b.Iterables = 1 << 2
	method := func(name, sig string, fn func(c *ctx, s *array, a []value) (value, *exc)) *object.Builtin {
		return tp.AddMethod(object.KindMethod, name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) { return fn(c, self(a), a[1:]) })
	}
	add := func(c *ctx, s *array, at int, v value) *exc {
		b := make([]byte, s.size)
		if e := s.put(c, b, v); e != nil {
			return e
		}
		return s.splice(c, at*s.size, at*s.size, b)
	}
	method("append", "v, /", func(c *ctx, s *array, a []value) (value, *exc) { return object.None, add(c, s, s.len(), a[0]) })
	method("insert", "i, v, /", func(c *ctx, s *array, a []value) (value, *exc) {
		i, e := object.Index(c, a[0])
		if e != nil {
			return value{}, e
		}
		if i < 0 {
			i = max(i+int64(s.len()), 0)
		}
		return object.None, add(c, s, int(min(i, int64(s.len()))), a[1])
	})
	method("extend", "bb, /", func(c *ctx, s *array, a []value) (value, *exc) {
		if o := asArray(a[0]); o != nil {
			if o.code != s.code {
				return value{}, object.NewExc(object.TypeError, "can only extend with array of same kind")
			}
			return object.None, s.splice(c, len(s.data), len(s.data), append([]byte(nil), o.data...))
		}
		items, e := object.Drain(c, a[0])
		if e != nil {
			return value{}, e
		}
		for _, v := range items {
			if e := add(c, s, s.len(), v); e != nil {
				return value{}, e
			}
		}
		return object.None, nil
	}).Iterables = 1 << 1
	method("fromlist", "list, /", func(c *ctx, s *array, a []value) (value, *exc) {
		l := object.AsList(a[0])
		if l == nil {
			return value{}, object.NewExc(object.TypeError, "arg must be list")
		}
		data, e := s.pack(c, l.Elems)
		if e != nil {
			return value{}, e
		}
		return object.None, s.splice(c, len(s.data), len(s.data), data)
	})
	method("pop", "i=-1, /", func(c *ctx, s *array, a []value) (value, *exc) {
		if len(s.data) == 0 {
			return value{}, object.NewExc(object.IndexError, "pop from empty array")
		}
		k := a[0]
		if k.IsNull() {
			k = object.Int(-1)
		}
		i, e := s.index(c, k, "pop index out of range")
		if e != nil {
			return value{}, e
		}
		v := s.at(i)
		return v, s.splice(c, i*s.size, (i+1)*s.size, nil)
	})
	method("remove", "v, /", func(c *ctx, s *array, a []value) (value, *exc) {
		i, e := s.find(c, a[0], 0, s.len())
		if e == nil && i < 0 {
			e = object.NewExc(object.ValueError, "array.remove(x): x not in array")
		}
		if e != nil {
			return value{}, e
		}
		return object.None, s.splice(c, i*s.size, (i+1)*s.size, nil)
	})
	method("index", "v, start=0, stop=9223372036854775807, /", func(c *ctx, s *array, a []value) (value, *exc) {
		bounds := [2]int{0, s.len()}
		for i, v := range a[1:] {
			if v.IsNull() {
				continue
			}
			x, e := object.IndexValue(c, v)
			if e != nil {
				return value{}, e
			}
			n := object.ToBig(x)
			at := int64(math.MaxInt64)
			if n.IsInt64() {
				at = n.Int64()
			} else if n.Sign() < 0 {
				at = math.MinInt64 / 2
			}
			if at < 0 {
				at = max(at+int64(s.len()), 0)
			}
			bounds[i] = int(min(at, int64(s.len())))
		}
		i, e := s.find(c, a[0], bounds[0], bounds[1])
		if e == nil && i < 0 {
			e = object.NewExc(object.ValueError, "array.index(x): x not in array")
		}
		return object.Int(int64(i)), e
	})
	method("count", "v, /", func(c *ctx, s *array, a []value) (value, *exc) {
		n := 0
		for at := 0; ; n++ {
			i, e := s.find(c, a[0], at, s.len())
			if e != nil {
				return value{}, e
			}
			if i < 0 {
				return object.Int(int64(n)), nil
			}
			at = i + 1
		}
	})
	method("reverse", "", func(c *ctx, s *array, a []value) (value, *exc) {
		old := append([]byte(nil), s.data...)
		for i := range s.len() {
			copy(s.data[i*s.size:], old[len(old)-(i+1)*s.size:len(old)-i*s.size])
		}
		return object.None, nil
	})
	method("byteswap", "", func(c *ctx, s *array, a []value) (value, *exc) {
		for i := 0; i < len(s.data); i += s.size {
			for p, q := i, i+s.size-1; p < q; p, q = p+1, q-1 {
				s.data[p], s.data[q] = s.data[q], s.data[p]
			}
		}
		return object.None, nil
	})
	method("buffer_info", "", func(c *ctx, s *array, a []value) (value, *exc) {
		return object.TupleOf(object.NewUint64(c.ID(s.value())+64), object.Int(int64(s.len()))), nil
	})
	clone := func(c *ctx, s *array, a []value) (value, *exc) {
		return newArray(arrayType, s.code, append([]byte(nil), s.data...)).value(), nil
	}
	method("__copy__", "", clone)
	method("__deepcopy__", "memo, /", clone)
	method("__reduce_ex__", "protocol, /", func(c *ctx, s *array, a []value) (value, *exc) {
		state := object.None
		if attrs := object.AttrsOf(s.value()); attrs != nil && attrs.Len() > 0 {
			state = attrs.ToDict().Value()
		}
		return object.TupleOf(s.Type.Value(), object.TupleOf(object.NewStr(string(s.code)), object.NewList(s.items())), state), nil
	})
	tp.AddGetSet("typecode", func(c *ctx, v value) (value, *exc) { return object.NewStr(string(asArray(v).code)), nil }, nil)
	tp.AddGetSet("itemsize", func(c *ctx, v value) (value, *exc) { return object.Int(int64(asArray(v).size)), nil }, nil)
}

func construct(c *ctx, t *object.Type, code, init value) (value, *exc) {
	s := object.AsStr(code)
	if s == nil || s.Len != 1 {
		what := "not " + object.TypeOf(code).Name
		return value{}, object.NewExc(object.TypeError, "array() argument 1 must be a unicode character, %s", what)
	}
	if !strings.Contains(typecodes, s.Text) {
		return value{}, object.NewExc(object.ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
	}
	a := newArray(t, s.Text[0], nil)
	if init.IsNull() {
		return a.value(), nil
	}
	text, o := object.AsStr(init), asArray(init)
	switch {
	case text != nil && a.code != 'u':
		return value{}, object.NewExc(object.TypeError, "cannot use a str to initialize an array with typecode '%s'", s.Text)
	case o != nil && o.code == 'u' && a.code != 'u':
		return value{}, object.NewExc(object.TypeError, "cannot use a unicode array to initialize an array with typecode '%s'", s.Text)
	case o != nil && o.code == a.code:
		a.data = append([]byte(nil), o.data...)
		return a.value(), nil
	case object.AsBytes(init) != nil || object.AsByteArray(init) != nil:
		data, _ := object.BytesLike(init)
		return a.value(), a.addBytes(c, data)
	}
	items, e := object.Drain(c, init)
	if e != nil {
		return value{}, e
	}
	if n := int64(len(items) * a.size); n > 1<<16 {
		if e := c.Reserve(n); e != nil {
			return value{}, e
		}
	}
	a.data, e = a.pack(c, items)
	return a.value(), e
}

func (a *array) addBytes(c *ctx, data string) *exc {
	if len(data)%a.size != 0 {
		return object.NewExc(object.ValueError, "bytes length not a multiple of item size")
	}
	return a.splice(c, len(a.data), len(a.data), []byte(data))
}

// text is the text of an array of characters.
func (a *array) text() value {
	var b strings.Builder
	for _, v := range a.items() {
		b.WriteString(object.AsStr(v).Text)
	}
	return object.NewStr(b.String())
}

func initConversions() {
	tp := arrayType
	method := func(name, sig string, fn func(c *ctx, s *array, a []value) (value, *exc)) {
		tp.AddMethod(object.KindMethod, name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) { return fn(c, self(a), a[1:]) })
	}
	method("tolist", "", func(c *ctx, s *array, a []value) (value, *exc) { return object.NewList(s.items()), nil })
	method("tobytes", "", func(c *ctx, s *array, a []value) (value, *exc) { return object.NewBytes(string(s.data)), nil })
	method("frombytes", "buffer, /", func(c *ctx, s *array, a []value) (value, *exc) {
		data, ok := object.BytesLike(a[0])
		if !ok {
			return value{}, object.NewExc(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[0]))
		}
		return object.None, s.addBytes(c, data)
	})
	method("tounicode", "", func(c *ctx, s *array, a []value) (value, *exc) {
		if s.code != 'u' {
			return value{}, object.NewExc(object.ValueError, "tounicode() may only be called on unicode type arrays")
		}
		return s.text(), nil
	})
	method("fromunicode", "ustr, /", func(c *ctx, s *array, a []value) (value, *exc) {
		if object.AsStr(a[0]) == nil {
			return value{}, object.NewExc(object.TypeError, "fromunicode() argument must be str, not %s", object.TypeOf(a[0]))
		}
		if s.code != 'u' {
			return value{}, object.NewExc(object.ValueError, "fromunicode() may only be called on unicode type arrays")
		}
		items, e := object.Drain(c, a[0])
		if e != nil {
			return value{}, e
		}
		data, e := s.pack(c, items)
		if e != nil {
			return value{}, e
		}
		return object.None, s.splice(c, len(s.data), len(s.data), data)
	})
	vm.AddNative(tp, object.KindMethod, "tofile", "f, /", func(t *thread, a []value, _ []*str) action {
		return vm.OnValue(t, vm.CallMethod(t, a[1], "write", object.NewBytes(string(self(a).data))), func(t *thread, _ value) action {
			return vm.ReturnNone()
		})
	})
	vm.AddNative(tp, object.KindMethod, "fromfile", "f, n, /", func(t *thread, a []value, _ []*str) action {
		s := self(a)
		n, e := object.Index(t.RT.Ctx, a[2])
		if e != nil {
			return vm.Raise(e)
		}
		if n < 0 {
			return vm.Raisef(object.ValueError, "negative count")
		}
		return vm.OnValue(t, vm.CallMethod(t, a[1], "read", object.Int(n*int64(s.size))), func(t *thread, r value) action {
			b := object.AsBytes(r)
			if b == nil {
				return vm.Raisef(object.TypeError, "read() didn't return bytes")
			}
			short := int64(len(b.Data)) != n*int64(s.size)
			if e := s.addBytes(t.RT.Ctx, b.Data); e != nil {
				return vm.Raise(e)
			}
			if short {
				return vm.Raisef(object.EOFError, "read() didn't return enough bytes")
			}
			return vm.ReturnNone()
		})
	})
}
