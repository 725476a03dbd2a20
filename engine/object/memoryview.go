package object

func (m *MemoryView) byteAt(i int) *byte {
	if b := AsByteArray(m.Obj); b != nil {
		if at := m.Start + i*m.Step; at < len(b.Data) {
			return &b.Data[at]
		}
	}
	return nil
}

func (m *MemoryView) writable() bool { return AsByteArray(m.Obj) != nil && !m.ReadOnly }

// text is a snapshot of what the view shows.
func (m *MemoryView) text() string {
	data := ""
	if b := AsBytes(m.Obj); b != nil {
		data = b.Data
	} else if b := AsByteArray(m.Obj); b != nil {
		data = string(b.Data)
	}
	if m.Step == 1 && m.Start+m.Len <= len(data) {
		return data[m.Start : m.Start+m.Len]
	}
	out := make([]byte, 0, m.Len)
	for i := range m.Len {
		if at := m.Start + i*m.Step; at < len(data) {
			out = append(out, data[at])
		}
	}
	return string(out)
}

func (m *MemoryView) check() *Exc {
	if m.Obj.IsNull() {
		return NewExc(ValueError, "operation forbidden on released memoryview object")
	}
	return nil
}

// NewMemoryView makes a view of a bytes or bytearray.
func NewMemoryView(v Value) (Value, *Exc) {
	m := &MemoryView{Header: Header{Type: MemoryViewType}, Obj: v, Step: 1, Format: "B"}
	switch {
	case AsBytes(v) != nil:
		m.Len = len(AsBytes(v).Data)
	case AsByteArray(v) != nil:
		m.Len = len(AsByteArray(v).Data)
	case v.H.Type == MemoryViewType:
		*m = *ptr[MemoryView](v)
		m.Flags = 0
		if e := m.check(); e != nil {
			return Null, e
		}
	default:
		return Null, NewExc(TypeError, "memoryview: a bytes-like object is required, not '%s'", v.H.Type)
	}
	return Obj(&m.Header), nil
}

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
	s.Len = func(c *Ctx, v Value) (int, *Exc) { return mv(v).Len, mv(v).check() }
	s.Compare = bytesCompare
	s.Hash = func(c *Ctx, v Value) (int64, *Exc) {
		if mv(v).writable() {
			return 0, NewExc(ValueError, "cannot hash writable memoryview object")
		}
		return mixHash(hashText(mv(v).text()), c.HashSeed), mv(v).check()
	}
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) {
		return newIter(BytesIterType, NewBytes(mv(v).text())), mv(v).check()
	}
	s.GetItem = func(c *Ctx, v, key Value) (Value, *Exc) {
		m := mv(v)
		if e := m.check(); e != nil {
			return Null, e
		}
		if k := AsSlice(key); k != nil {
			start, _, step, n, e := SliceIndices(c, k, m.Len)
			if e != nil {
				return Null, e
			}
			return Obj(&(&MemoryView{m.Header, m.Obj, m.Start + start*m.Step, n, m.Step * step, m.Format, m.ReadOnly}).Header), nil
		}
		if !IsIntLike(key) {
			return Null, NewExc(TypeError, "memoryview: invalid slice key")
		}
		i, e := sequenceIndex(c, v, key, m.Len, "memoryview")
		if e != nil {
			return Null, e
		}
		if i < 0 {
			return Null, NewExc(IndexError, "index out of bounds on dimension 1")
		}
		if b := m.byteAt(i); b != nil {
			return Int(int64(*b)), nil
		}
		return Int(int64(m.text()[i])), nil
	}
	s.SetItem = func(c *Ctx, v, key, item Value) *Exc {
		m := mv(v)
		if e := m.check(); e != nil {
			return e
		}
		if !m.writable() {
			return NewExc(TypeError, "cannot modify read-only memory")
		}
		if k := AsSlice(key); k != nil {
			start, _, step, n, e := SliceIndices(c, k, m.Len)
			if e != nil {
				return e
			}
			data, ok := BytesLike(item)
			if !ok {
				return NewExc(TypeError, "a bytes-like object is required, not '%s'", item.H.Type)
			}
			if len(data) != n {
				return NewExc(ValueError, "memoryview assignment: lvalue and rvalue have different structures")
			}
			for i := range n {
				*m.byteAt(start + i*step) = data[i]
			}
			return nil
		}
		i, e := sequenceIndex(c, v, key, m.Len, "memoryview")
		if e != nil {
			return e
		}
		if i < 0 {
			return NewExc(IndexError, "index out of bounds on dimension 1")
		}
		if !IsIntLike(item) {
			return NewExc(TypeError, "memoryview: invalid type for format 'B'")
		}
		n, ok := ToInt64(item)
		if !ok || n < 0 || n > 255 {
			return NewExc(ValueError, "memoryview: invalid value for format 'B'")
		}
		*m.byteAt(i) = byte(n)
		return nil
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
	t.staticMethods([]def{{"__new__", "object", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return NewMemoryView(a[1]) }}})
	t.methods([]def{
		{"tobytes", "order=None", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return NewBytes(mv(a[0]).text()), mv(a[0]).check()
		}},
		{"tolist", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			var out []Value
			for _, b := range []byte(mv(a[0]).text()) {
				out = append(out, Int(int64(b)))
			}
			return NewList(out), mv(a[0]).check()
		}},
		{"hex", "sep=None, bytes_per_sep=1", bytesHex},
		{"toreadonly", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			m := mv(a[0])
			if e := m.check(); e != nil {
				return Null, e
			}
			return Obj(&(&MemoryView{Header{Type: MemoryViewType}, m.Obj, m.Start, m.Len, m.Step, m.Format, true}).Header), nil
		}},
		{"release", "", release},
		{"__enter__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return a[0], mv(a[0]).check() }},
		{"__exit__", "...", release},
	})
	attr := func(name string, f func(m *MemoryView) Value) {
		t.AddGetSet(name, func(c *Ctx, v Value) (Value, *Exc) { return f(mv(v)), mv(v).check() }, nil)
	}
	attr("obj", func(m *MemoryView) Value { return m.Obj })
	attr("nbytes", func(m *MemoryView) Value { return Int(int64(m.Len)) })
	attr("itemsize", func(m *MemoryView) Value { return Int(1) })
	attr("ndim", func(m *MemoryView) Value { return Int(1) })
	attr("format", func(m *MemoryView) Value { return NewStr(m.Format) })
	attr("readonly", func(m *MemoryView) Value { return Bool(!m.writable()) })
	attr("shape", func(m *MemoryView) Value { return TupleOf(Int(int64(m.Len))) })
	attr("strides", func(m *MemoryView) Value { return TupleOf(Int(int64(m.Step))) })
	for _, name := range []string{"contiguous", "c_contiguous", "f_contiguous"} {
		attr(name, func(m *MemoryView) Value { return Bool(m.Step == 1 || m.Len <= 1) })
	}
	attr("suboffsets", func(m *MemoryView) Value { return TupleOf() })
}
