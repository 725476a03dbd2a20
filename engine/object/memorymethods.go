package object

import "math"

func initMemoryView() {
	t := MemoryViewType
	s := &t.Slots
	mv := ptr[MemoryView]
	t.leafIter = true
	s.Repr = func(c *Ctx, v Value) (string, *Exc) {
		if mv(v).Obj.IsNull() {
			return "<released memory at " + hexID(c, v) + ">", nil
		}
		return "<memory at " + hexID(c, v) + ">", nil
	}
	s.Len = func(c *Ctx, v Value) (int, *Exc) {
		if len(mv(v).Dims) == 0 {
			return 1, mv(v).check()
		}
		return mv(v).Dims[0].n, mv(v).check()
	}
	s.Compare = memoryCompare
	s.Hash = memoryHash
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) {
		if e := mv(v).check(); e != nil {
			return Null, e
		}
		switch len(mv(v).Dims) {
		case 0:
			return Null, NewExc(TypeError, "invalid indexing of 0-dim memory")
		case 1:
			return newIter(MemoryIterType, v), nil
		}
		return Null, NewExc(NotImplementedError, "multi-dimensional sub-views are not implemented")
	}
	s.GetItem = memoryGetItem
	s.SetItem = memorySetItem
	s.DelItem = func(c *Ctx, v, key Value) *Exc { return memorySetItem(c, v, key, Null) }
	s.Memory = func(v Value) Memory {
		m := mv(v)
		x := m.Obj.H.Type.Memory(m.Obj)
		x.Format, x.Size = m.Format, m.Size
		if n := m.items() * m.Size; m.contiguous(false) && m.Start+n <= len(x.Data)+len(x.Text) {
			if x.Data != nil {
				x.Data = x.Data[m.Start : m.Start+n]
			} else {
				x.Text = x.Text[m.Start : m.Start+n]
			}
		} else {
			x = Memory{Text: m.text(), Format: m.Format, Size: m.Size}
		}
		if m.ReadOnly && x.Data != nil {
			x.Text, x.Data = string(x.Data), nil
		}
		return x
	}
	s.Traverse = func(v Value, visit func(Value)) {
		if o := mv(v).Obj; o.H != nil {
			visit(o)
		}
	}
	release := func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		mv(a[0]).Obj = Null
		return None, nil
	}
	t.staticMethods([]def{{"__new__", "object", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return NewMemoryView(c, a[1]) }}})
	t.methods([]def{
		{"tobytes", "order=None", memoryToBytes},
		{"tolist", "", memoryToList},
		{"cast", "format, shape=None", memoryCast},
		{"hex", "sep=None, bytes_per_sep=1", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
			if e := mv(a[0]).check(); e != nil {
				return Null, e
			}
			return bytesHex(c, a, kw)
		}},
		{"toreadonly", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if e := mv(a[0]).check(); e != nil {
				return Null, e
			}
			m := mv(a[0]).sub(c)
			m.ReadOnly = true
			return Obj(&m.Header), nil
		}},
		{"release", "", release},
		{"__enter__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return a[0], mv(a[0]).check() }},
		{"__exit__", "...", release},
	})
	attr := func(name string, f func(m *MemoryView) Value) {
		t.AddGetSet(name, func(c *Ctx, v Value) (Value, *Exc) {
			if e := mv(v).check(); e != nil {
				return Null, e
			}
			return f(mv(v)), nil
		}, nil)
	}
	dims := func(f func(d dim) int) func(m *MemoryView) Value {
		return func(m *MemoryView) Value {
			out := make([]Value, len(m.Dims))
			for i, d := range m.Dims {
				out[i] = Int(int64(f(d)))
			}
			return TupleOf(out...)
		}
	}
	attr("obj", func(m *MemoryView) Value { return m.Obj })
	attr("nbytes", func(m *MemoryView) Value { return Int(int64(m.items() * m.Size)) })
	attr("itemsize", func(m *MemoryView) Value { return Int(int64(m.Size)) })
	attr("ndim", func(m *MemoryView) Value { return Int(int64(len(m.Dims))) })
	attr("format", func(m *MemoryView) Value { return NewStr(m.Format) })
	attr("readonly", func(m *MemoryView) Value { return Bool(!m.writable()) })
	attr("shape", dims(func(d dim) int { return d.n }))
	attr("strides", dims(func(d dim) int { return d.step }))
	attr("contiguous", func(m *MemoryView) Value { return Bool(m.contiguous(false) || m.contiguous(true)) })
	attr("c_contiguous", func(m *MemoryView) Value { return Bool(m.contiguous(false)) })
	attr("f_contiguous", func(m *MemoryView) Value { return Bool(m.contiguous(true)) })
	attr("suboffsets", func(m *MemoryView) Value { return TupleOf() })
}

func memoryToBytes(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	m := ptr[MemoryView](a[0])
	if e := m.check(); e != nil {
		return Null, e
	}
	order := "C"
	if !a[1].IsNull() && !a[1].IsNone() {
		s := AsStr(a[1])
		if s == nil {
			return Null, NewExc(TypeError, "tobytes() argument 'order' must be str or None, not %s", a[1].H.Type)
		}
		order = s.Text
	}
	switch order {
	case "F":
		if len(m.Dims) > 1 {
			turned := *m
			turned.Dims = make([]dim, len(m.Dims))
			for i, d := range m.Dims {
				turned.Dims[len(m.Dims)-1-i] = d
			}
			return NewBytes(turned.text()), nil
		}
	case "C":
	case "A":
		if !m.contiguous(false) && m.contiguous(true) {
			n := m.items() * m.Size
			return NewBytes(string(m.data()[m.Start : m.Start+n])), nil
		}
	default:
		return Null, NewExc(ValueError, "order must be 'C', 'F' or 'A'")
	}
	return NewBytes(m.text()), nil
}

func memoryToList(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	m := ptr[MemoryView](a[0])
	if e := m.check(); e != nil {
		return Null, e
	}
	code, e := m.code()
	if e != nil {
		return Null, e
	}
	data := m.data()
	var build func(at int, dims []dim) Value
	build = func(at int, dims []dim) Value {
		if len(dims) == 0 {
			if at < 0 || at+m.Size > len(data) {
				return None
			}
			return LoadItem(code, data[at:])
		}
		out := make([]Value, dims[0].n)
		for i := range out {
			out[i] = build(at, dims[1:])
			at += dims[0].step
		}
		return NewList(out)
	}
	return build(m.Start, m.Dims), nil
}

// memoryCast is cast(format, shape): the same memory with items of another format, or in a grid.
func memoryCast(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	m := ptr[MemoryView](a[0])
	if e := m.check(); e != nil {
		return Null, e
	}
	f := AsStr(a[1])
	if f == nil {
		return Null, NewExc(TypeError, "cast() argument 'format' must be str, not %s", a[1].H.Type)
	}
	if !m.contiguous(false) {
		return Null, NewExc(TypeError, "memoryview: casts are restricted to C-contiguous views")
	}
	shaped := !a[2].IsNull()
	if shaped || len(m.Dims) != 1 {
		for _, d := range m.Dims {
			if d.n == 0 {
				return Null, NewExc(TypeError, "memoryview: cannot cast view with zeros in shape or strides")
			}
		}
	}
	var shape []Value
	if shaped {
		if AsList(a[2]) == nil && AsTuple(a[2]) == nil {
			return Null, NewExc(TypeError, "shape must be a list or a tuple")
		}
		shape, _ = Drain(c, a[2])
		if len(shape) > maxDims {
			return Null, NewExc(ValueError, "memoryview: number of dimensions must not exceed %d", maxDims)
		}
		if len(m.Dims) != 1 && len(shape) != 1 {
			return Null, NewExc(TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D")
		}
	}
	const native = "format must be a native single character format prefixed with an optional '@'"
	from, to := nativeCode(m.Format), nativeCode(f.Text)
	if from == 0 || from == 'e' {
		return Null, NewExc(ValueError, "memoryview: source "+native)
	}
	if to == 0 || to == 'e' {
		return Null, NewExc(ValueError, "memoryview: destination "+native)
	}
	if !isByteCode(from) && !isByteCode(to) {
		return Null, NewExc(TypeError, "memoryview: cannot cast between two non-byte formats")
	}
	total, size := m.items()*m.Size, ItemSize(to)
	if total%size != 0 {
		return Null, NewExc(TypeError, "memoryview: length is not a multiple of itemsize")
	}
	dims := []dim{{total / size, size}}
	if shaped {
		var e *Exc
		if dims, e = gridOf(shape, size, total); e != nil {
			return Null, e
		}
	}
	n := m.sub(c)
	n.Dims, n.Format, n.Size = dims, f.Text, size
	return Obj(&n.Header), nil
}

// gridOf is the shape of a view of total bytes.
func gridOf(shape []Value, size, total int) ([]dim, *Exc) {
	dims := make([]dim, len(shape))
	room := size
	for i, v := range shape {
		if !IsIntLike(v) {
			return nil, NewExc(TypeError, "memoryview.cast(): elements of shape must be integers")
		}
		n, ok := ToInt64(v)
		if !ok || n <= 0 {
			return nil, NewExc(ValueError, "memoryview.cast(): elements of shape must be integers > 0")
		}
		if n > int64(math.MaxInt64/room) {
			return nil, NewExc(ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX")
		}
		dims[i].n = int(n)
		room *= int(n)
	}
	if room != total {
		return nil, NewExc(TypeError, "memoryview: product(shape) * itemsize != buffer size")
	}
	step := size
	for i := len(dims) - 1; i >= 0; i-- {
		dims[i].step = step
		step *= dims[i].n
	}
	return dims, nil
}
