package object

import (
	"unsafe"

	"loopscope/engine/bytecode"
)

// MemoryView is a view of the memory of another object: items of one format in a grid of any number
// of dimensions (PEP 3118). Slices of a view have strides.
type MemoryView struct {
	Header
	Obj      Value  // what it shows; Null once released
	Start    int    // where the first item lies, in bytes
	Dims     []dim  // mostly one
	Format   string // of an item
	Size     int    // of an item, in bytes
	ReadOnly bool   // by toreadonly(); a view of bytes is so anyway
	hashed   bool   // hash is known, and stays known after a release
	hash     int64
}

// dim is one dimension of a view: n items, each step bytes after the one before.
type dim struct{ n, step int }

const maxDims = 64

// data is the memory that the view looks at, not to be changed unless the view is writable.
func (m *MemoryView) data() []byte {
	if m.Obj.IsNull() {
		return nil
	}
	x := m.Obj.H.Type.Memory(m.Obj)
	if x.Data == nil && x.Text != "" {
		return unsafe.Slice(unsafe.StringData(x.Text), len(x.Text))
	}
	return x.Data
}

func (m *MemoryView) writable() bool {
	if m.ReadOnly || m.Obj.IsNull() {
		return false
	}
	x := m.Obj.H.Type.Memory(m.Obj)
	return x.writable()
}

// items is how many there are in all.
func (m *MemoryView) items() int {
	n := 1
	for _, d := range m.Dims {
		n *= d.n
	}
	return n
}

// contiguous tells whether the items lie one after the other, the last index moving fastest, or
// (with first) the first one.
func (m *MemoryView) contiguous(first bool) bool {
	if m.items() == 0 {
		return true
	}
	step := m.Size
	for i := range m.Dims {
		d := m.Dims[i]
		if !first {
			d = m.Dims[len(m.Dims)-1-i]
		}
		if d.n > 1 && d.step != step {
			return false
		}
		step *= d.n
	}
	return true
}

// each calls fn with the bytes of every item.
func (m *MemoryView) each(fn func(item []byte)) {
	data := m.data()
	var walk func(at int, dims []dim)
	walk = func(at int, dims []dim) {
		if len(dims) == 0 {
			if at >= 0 && at+m.Size <= len(data) {
				fn(data[at : at+m.Size])
			}
			return
		}
		for range dims[0].n {
			walk(at, dims[1:])
			at += dims[0].step
		}
	}
	walk(m.Start, m.Dims)
}

// text is a snapshot of what the view shows.
func (m *MemoryView) text() string {
	n := m.items() * m.Size
	if data := m.data(); m.contiguous(false) && m.Start+n <= len(data) {
		return string(data[m.Start : m.Start+n])
	}
	out := make([]byte, 0, n)
	m.each(func(item []byte) { out = append(out, item...) })
	return string(out)
}

func (m *MemoryView) check() *Exc {
	if m.Obj.IsNull() {
		return NewExc(ValueError, "operation forbidden on released memoryview object")
	}
	return nil
}

// code is the code of the format, where items can be read and written.
func (m *MemoryView) code() (byte, *Exc) {
	code := nativeCode(m.Format)
	if code == 0 || code == 'e' {
		return 0, NewExc(NotImplementedError, "memoryview: format %s not supported", m.Format)
	}
	return code, nil
}

// sub is a view of the same object.
func (m *MemoryView) sub(c *Ctx) *MemoryView {
	n := *m
	n.Header = Header{Type: MemoryViewType}
	n.hashed = false
	n.Dims = append([]dim(nil), m.Dims...)
	n.export(c)
	return &n
}

// export tells the object of a new view.
func (m *MemoryView) export(c *Ctx) {
	if x := m.Obj.H.Type.Memory(m.Obj).Exports; x != nil && m.Obj.H.Flags&FlagShared == 0 {
		x.add(c, m)
	}
}

// NewMemoryView makes a view of a bytes-like object.
func NewMemoryView(c *Ctx, v Value) (Value, *Exc) {
	if m := exact[MemoryView](v, MemoryViewType); m != nil {
		if e := m.check(); e != nil {
			return Null, e
		}
		return Obj(&m.sub(c).Header), nil
	}
	x, ok := MemoryOf(v)
	if !ok {
		return Null, NewExc(TypeError, "memoryview: a bytes-like object is required, not '%s'", v.H.Type)
	}
	n := len(x.Data) + len(x.Text)
	m := &MemoryView{Header: Header{Type: MemoryViewType}, Obj: v, Dims: []dim{{n / x.Size, x.Size}}, Format: x.Format, Size: x.Size}
	m.export(c)
	return Obj(&m.Header), nil
}

// itemAt reads one item; at is its place in the memory.
func (m *MemoryView) itemAt(at int) (Value, *Exc) {
	code, e := m.code()
	if e != nil {
		return Null, e
	}
	data := m.data()
	if at < 0 || at+m.Size > len(data) {
		return Null, NewExc(IndexError, "index out of bounds on dimension 1")
	}
	return LoadItem(code, data[at:]), nil
}

// place finds an item by its indexes, one for each dimension.
func (m *MemoryView) place(c *Ctx, keys []Value) (int, *Exc) {
	at := m.Start
	for i, k := range keys {
		n, e := indexInt(c, k, false)
		if e != nil {
			return 0, e
		}
		d := m.Dims[i]
		if n < 0 {
			n += int64(d.n)
		}
		if n < 0 || n >= int64(d.n) {
			return 0, NewExc(IndexError, "index out of bounds on dimension %d", i+1)
		}
		at += int(n) * d.step
	}
	return at, nil
}

// isIndex tells whether key can be asked for an index.
func isIndex(key Value) bool {
	return IsIntLike(key) || key.H.Type.IsHeap() && !key.H.Type.Lookup(strIndex).IsNull()
}

// indexes are the keys that a subscript names, when it names an item: one, or a tuple of them.
func (m *MemoryView) indexes(key Value) ([]Value, *Exc) {
	if isIndex(key) {
		switch {
		case len(m.Dims) == 0:
			return nil, NewExc(TypeError, "invalid indexing of 0-dim memory")
		case len(m.Dims) > 1:
			return nil, NewExc(NotImplementedError, "multi-dimensional sub-views are not implemented")
		}
		return []Value{key}, nil
	}
	t := AsTuple(key)
	if t == nil {
		return nil, NewExc(TypeError, "memoryview: invalid slice key")
	}
	slices := 0
	for _, k := range t.Elems {
		switch {
		case AsSlice(k) != nil:
			slices++
		case !isIndex(k):
			return nil, NewExc(TypeError, "memoryview: invalid slice key")
		}
	}
	switch {
	case slices > 0 && slices == len(t.Elems):
		return nil, NewExc(NotImplementedError, "multi-dimensional slicing is not implemented")
	case slices > 0:
		return nil, NewExc(TypeError, "memoryview: invalid slice key")
	case len(t.Elems) < len(m.Dims):
		return nil, NewExc(NotImplementedError, "sub-views are not implemented")
	case len(t.Elems) > len(m.Dims):
		return nil, NewExc(TypeError, "cannot index %d-dimension view with %d-element tuple", len(m.Dims), len(t.Elems))
	}
	return t.Elems, nil
}

func memoryGetItem(c *Ctx, v, key Value) (Value, *Exc) {
	m := ptr[MemoryView](v)
	if e := m.check(); e != nil {
		return Null, e
	}
	if key.H == &IntHeader && len(m.Dims) == 1 {
		if i := key.Int64(); i >= 0 && i < int64(m.Dims[0].n) {
			return m.itemAt(m.Start + int(i)*m.Dims[0].step)
		}
	}
	if len(m.Dims) == 0 && key == Ellipsis {
		return v, nil
	}
	if k := AsSlice(key); k != nil && len(m.Dims) > 0 {
		start, _, step, n, e := SliceIndices(c, k, m.Dims[0].n)
		if e != nil {
			return Null, e
		}
		s := m.sub(c)
		s.Start += start * s.Dims[0].step
		s.Dims[0] = dim{n, step * s.Dims[0].step}
		return Obj(&s.Header), nil
	}
	keys, e := m.indexes(key)
	if e != nil {
		return Null, e
	}
	at, e := m.place(c, keys)
	if e != nil {
		return Null, e
	}
	return m.itemAt(at)
}

func memorySetItem(c *Ctx, v, key, item Value) *Exc {
	m := ptr[MemoryView](v)
	if e := m.check(); e != nil {
		return e
	}
	code, e := m.code()
	if e != nil {
		return e
	}
	if !m.writable() {
		return NewExc(TypeError, "cannot modify read-only memory")
	}
	if item.IsNull() {
		return NewExc(TypeError, "cannot delete memory")
	}
	if k := AsSlice(key); k != nil && len(m.Dims) > 0 {
		if len(m.Dims) > 1 {
			return NewExc(NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
		}
		return m.setSlice(c, k, item)
	}
	at := m.Start
	if len(m.Dims) > 0 || key != Ellipsis {
		keys, e := m.indexes(key)
		if e != nil {
			if e.Type == NotImplementedError && len(m.Dims) > 1 && isIndex(key) {
				e = NewExc(NotImplementedError, "sub-views are not implemented")
			}
			return e
		}
		if at, e = m.place(c, keys); e != nil {
			return e
		}
	}
	return m.store(c, code, at, item)
}

// store writes one item.
func (m *MemoryView) store(c *Ctx, code byte, at int, item Value) *Exc {
	badType := func() *Exc { return NewExc(TypeError, "memoryview: invalid type for format '%s'", m.Format) }
	badValue := func() *Exc { return NewExc(ValueError, "memoryview: invalid value for format '%s'", m.Format) }
	room := func() []byte {
		if data := m.data(); at >= 0 && at+m.Size <= len(data) {
			return data[at : at+m.Size]
		}
		return make([]byte, m.Size) // what the view showed is gone
	}
	switch code {
	case 'c':
		b := AsBytes(item)
		if b == nil {
			return badType()
		}
		if len(b.Data) != 1 {
			return badValue()
		}
		room()[0] = b.Data[0]
	case '?':
		t, e := Truth(c, item)
		if e != nil {
			return e
		}
		room()[0] = 0
		if t {
			room()[0] = 1
		}
	case 'f', 'd':
		f, ok, e := NumFloat(item)
		if !ok && e == nil {
			if !item.H.Type.IsHeap() || item.H.Type.Lookup(strFloat).IsNull() && item.H.Type.Lookup(strIndex).IsNull() {
				return badType()
			}
			r, e := c.ask(Ask{Kind: AskFloat, A: item})
			if e != nil {
				return e
			}
			f, _, _ = NumFloat(r)
		}
		if e != nil {
			return e
		}
		StoreFloat(code, room(), f)
	default:
		if !isIndex(item) {
			return badType()
		}
		n, e := IndexValue(c, item)
		if e != nil {
			return e
		}
		if e := m.check(); e != nil {
			return e
		}
		if StoreInt(code, room(), n) != 0 {
			return badValue()
		}
	}
	return nil
}

func (m *MemoryView) setSlice(c *Ctx, k *Slice, item Value) *Exc {
	x, ok := MemoryOf(item)
	if !ok {
		return NewExc(TypeError, "a bytes-like object is required, not '%s'", item.H.Type)
	}
	start, _, step, n, e := SliceIndices(c, k, m.Dims[0].n)
	if e != nil {
		return e
	}
	text, _ := BytesLike(item)
	dims := 1
	if s := exact[MemoryView](item, MemoryViewType); s != nil {
		dims = len(s.Dims)
	}
	if dims != 1 || len(text) != n*m.Size || !sameFormat(x.Format, m.Format) {
		return NewExc(ValueError, "memoryview assignment: lvalue and rvalue have different structures")
	}
	data := m.data()
	at := m.Start + start*m.Dims[0].step
	for i := range n {
		if at+m.Size <= len(data) {
			copy(data[at:at+m.Size], text[i*m.Size:])
		}
		at += step * m.Dims[0].step
	}
	return nil
}

func sameFormat(a, b string) bool {
	x, y := nativeCode(a), nativeCode(b)
	return a == b || x != 0 && x == y
}

// memoryCompare knows == and != only: views are equal that have the same shape and equal items,
// whatever their formats.
func memoryCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	if op != bytecode.CmpEQ && op != bytecode.CmpNE {
		return NotImplemented, nil
	}
	eq, known, e := memoriesEqual(c, a, b)
	if e != nil || !known {
		return NotImplemented, e
	}
	return Bool(eq == (op == bytecode.CmpEQ)), nil
}

func memoriesEqual(c *Ctx, a, b Value) (eq, known bool, e *Exc) {
	for _, v := range [...]Value{a, b} {
		if m := exact[MemoryView](v, MemoryViewType); m != nil && m.Obj.IsNull() {
			return a == b, true, nil
		}
	}
	x, y := wholeView(a), wholeView(b)
	if x == nil || y == nil {
		return false, false, nil
	}
	if len(x.Dims) != len(y.Dims) {
		return false, true, nil
	}
	for i := range x.Dims {
		if x.Dims[i].n != y.Dims[i].n {
			return false, true, nil
		}
		if x.Dims[i].n == 0 {
			return true, true, nil
		}
	}
	p, q := nativeCode(x.Format), nativeCode(y.Format)
	if p == 0 || q == 0 || p == 'e' || q == 'e' {
		return false, true, nil
	}
	xt, yt := x.text(), y.text()
	if p == q && p != 'f' && p != 'd' && p != '?' {
		return xt == yt, true, nil
	}
	for i := range x.items() {
		l, r := LoadItem(p, []byte(xt[i*x.Size:(i+1)*x.Size])), LoadItem(q, []byte(yt[i*y.Size:(i+1)*y.Size]))
		if f, ok := ToFloat(l); ok && f != f {
			return false, true, nil
		}
		if same, e := Equal(c, l, r); e != nil || !same {
			return false, true, e
		}
	}
	return true, true, nil
}

// wholeView is v, or a view of all of it that nobody else sees; nil for what has no memory.
func wholeView(v Value) *MemoryView {
	if m := exact[MemoryView](v, MemoryViewType); m != nil {
		return m
	}
	x, ok := MemoryOf(v)
	if !ok {
		return nil
	}
	return &MemoryView{Obj: v, Dims: []dim{{(len(x.Data) + len(x.Text)) / x.Size, x.Size}}, Format: x.Format, Size: x.Size}
}

func memoryHash(c *Ctx, v Value) (int64, *Exc) {
	m := ptr[MemoryView](v)
	if m.hashed {
		return m.hash, nil
	}
	if e := m.check(); e != nil {
		return 0, e
	}
	if m.writable() {
		return 0, NewExc(ValueError, "cannot hash writable memoryview object")
	}
	if !isByteCode(nativeCode(m.Format)) {
		return 0, NewExc(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
	}
	if _, e := Hash(c, m.Obj); e != nil {
		return 0, e
	}
	m.hash, m.hashed = mixHash(hashText(m.text()), c.HashSeed), true
	return m.hash, nil
}

func isByteCode(code byte) bool { return code == 'B' || code == 'b' || code == 'c' }

func memoryIterNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[seqIter](v)
	if it.seq.H == nil {
		return Null, nil
	}
	m := ptr[MemoryView](it.seq)
	if e := m.check(); e != nil {
		return Null, e
	}
	if it.pos < m.Dims[0].n {
		it.pos++
		return m.itemAt(m.Start + (it.pos-1)*m.Dims[0].step)
	}
	it.seq = Null
	return Null, nil
}
