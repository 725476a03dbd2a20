package object

// NewTuple makes a tuple of elems, which it keeps.
//
//go:noinline
func NewTuple(elems []Value) Value {
	if len(elems) == 0 {
		return Obj(&emptyTuple.Header)
	}
	return Obj(&(&Tuple{Header: Header{Type: TupleType}, Elems: elems}).Header)
}

var emptyTuple = &Tuple{Header: Header{Type: TupleType}, Elems: []Value{}}

// TupleOf makes a tuple.
func TupleOf(elems ...Value) Value { return NewTuple(elems) }

// CopyTuple makes a tuple of copies of elems. A short one is one piece of memory.
func CopyTuple(elems []Value) Value {
	switch len(elems) {
	case 2:
		return NewPair(elems[0], elems[1])
	case 3:
		t := &struct {
			Tuple
			room [3]Value
		}{room: [3]Value(elems)}
		t.Type, t.Elems = TupleType, t.room[:]
		return Obj(&t.Header)
	}
	return NewTuple(append(make([]Value, 0, len(elems)), elems...))
}

// NewPair makes the tuple (a, b).
func NewPair(a, b Value) Value {
	t := &struct {
		Tuple
		room [2]Value
	}{room: [2]Value{a, b}}
	t.Type, t.Elems = TupleType, t.room[:]
	return Obj(&t.Header)
}

// NewList makes a list of elems, which it keeps.
func NewList(elems []Value) Value {
	return Obj(&(&List{Header: Header{Type: ListType}, Elems: elems}).Header)
}

// NewBytes makes a bytes object.
//
//go:noinline
func NewBytes(s string) Value {
	return Obj(&(&Bytes{Header: Header{Type: BytesType}, Data: s}).Header)
}

// NewByteArray makes a bytearray of b, which it keeps.
//
//go:noinline
func NewByteArray(b []byte) Value {
	return Obj(&(&ByteArray{Header: Header{Type: ByteArrayType}, Data: b}).Header)
}

// NewComplex makes a complex number.
func NewComplex(z complex128) Value {
	return Obj(&(&Complex{Header: Header{Type: ComplexType}, V: z}).Header)
}

// NewSlice makes a slice object.
func NewSlice(start, stop, step Value) Value {
	return Obj(&(&Slice{Header: Header{Type: SliceType}, Start: start, Stop: stop, Step: step}).Header)
}

// NewCell makes a cell; v may be Null.
func NewCell(v Value) *Cell { return &Cell{Header{Type: CellType}, v} }

// Value is the cell as a value.
func (x *Cell) Value() Value { return Obj(&x.Header) }

// NewModule makes an empty module.
func NewModule(name string) *Module {
	m := &Module{Header: Header{Type: ModuleType}, Name: name, Dict: NewDict()}
	m.Dict.SetStr(Intern("__name__"), NewStr(name))
	m.Dict.SetStr(Intern("__doc__"), None)
	m.Dict.SetStr(Intern("__package__"), None)
	m.Dict.SetStr(Intern("__loader__"), None)
	m.Dict.SetStr(Intern("__spec__"), None)
	return m
}

// Value is the module as a value.
func (m *Module) Value() Value { return Obj(&m.Header) }

// NewBoundMethod binds fn to self.
func NewBoundMethod(fn, self Value) Value {
	return Obj(&(&BoundMethod{Header{Type: MethodType}, fn, self}).Header)
}

// NewClassMethod wraps a function.
func NewClassMethod(fn Value) Value {
	return Obj(&(&ClassMethod{Header: Header{Type: ClassMethodType}, Func: fn}).Header)
}

// NewStaticMethod wraps a function.
func NewStaticMethod(fn Value) Value {
	return Obj(&(&StaticMethod{Header: Header{Type: StaticMethodType}, Func: fn}).Header)
}

// Value is the tuple as a value.
func (t *Tuple) Value() Value { return Obj(&t.Header) }

// Value is the list as a value.
func (l *List) Value() Value { return Obj(&l.Header) }

// Value is the exception as a value.
func (e *Exc) Value() Value { return Obj(&e.Header) }

// Value is the built-in as a value.
func (b *Builtin) Value() Value { return Obj(&b.Header) }

// Value is the function as a value.
func (f *Function) Value() Value { return Obj(&f.Header) }

// NewCode makes the code object of compiled code; Values, NameStrs and the rest
// are the caller's to fill.
func (c *Code) Value() Value { return Obj(&c.Header) }

// strs makes a list or tuple of strings.
func strValues(ss []string) []Value {
	out := make([]Value, len(ss))
	for i, s := range ss {
		out[i] = NewStr(s)
	}
	return out
}
