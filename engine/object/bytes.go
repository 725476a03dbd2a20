package object

import (
	"strings"
)

// like makes a result of the class that v belongs to: bytes or bytearray.
func like(v Value, s string) Value {
	if AsByteArray(v) != nil {
		return NewByteArray([]byte(s))
	}
	return NewBytes(s)
}

func bytesText(v Value) string { s, _ := BytesLike(v); return s }

// quoteBytes is repr() of bytes.
func quoteBytes(s string) string {
	q := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		q = '"'
	}
	b := append(make([]byte, 0, len(s)+3), 'b', q)
	for i := 0; i < len(s); i++ {
		switch ch := s[i]; {
		case ch == q || ch == '\\':
			b = append(b, '\\', ch)
		case ch == '\n':
			b = append(b, '\\', 'n')
		case ch == '\r':
			b = append(b, '\\', 'r')
		case ch == '\t':
			b = append(b, '\\', 't')
		case ch < 0x20 || ch >= 0x7F:
			b = append(b, '\\', 'x', hexDigits[ch>>4], hexDigits[ch&15])
		default:
			b = append(b, ch)
		}
	}
	return string(append(b, q))
}

// bytesOfInts makes bytes of ints below 256.
func bytesOfInts(c *Ctx, items []Value) (string, *Exc) {
	b := make([]byte, len(items))
	for i, x := range items {
		n, e := IndexValue(c, x)
		if e != nil {
			return "", e
		}
		if n.H != &IntHeader || n.N > 255 {
			return "", NewExc(ValueError, "bytes must be in range(0, 256)")
		}
		b[i] = byte(n.N)
	}
	return string(b), nil
}

// byteItem is one int to be stored in a bytearray.
func byteItem(c *Ctx, x Value) (byte, *Exc) {
	n, e := IndexValue(c, x)
	if e != nil {
		return 0, e
	}
	if n.H != &IntHeader || n.N > 255 {
		return 0, NewExc(ValueError, "byte must be in range(0, 256)")
	}
	return byte(n.N), nil
}

// bytesArg evaluates the arguments of bytes() and bytearray().
func bytesArg(c *Ctx, name string, src, enc, errs Value) (string, *Exc) {
	if _, _, e := codecArgs(name, []Value{Null, enc, errs}); e != nil {
		return "", e
	}
	if src.IsNull() {
		if !enc.IsNull() || !errs.IsNull() {
			what := "encoding"
			if enc.IsNull() {
				what = "errors"
			}
			return "", NewExc(TypeError, "%s without a string argument", what)
		}
		return "", nil
	}
	if s := AsStr(src); s != nil {
		if enc.IsNull() {
			return "", NewExc(TypeError, "string argument without an encoding")
		}
		en, er, e := codecArgs(name, []Value{Null, enc, errs})
		if e != nil {
			return "", e
		}
		return encodeText(c, s, en, er)
	}
	if !enc.IsNull() {
		return "", NewExc(TypeError, "encoding without a string argument")
	}
	if !errs.IsNull() {
		return "", NewExc(TypeError, "errors without a string argument")
	}
	if src.H.Type.IsHeap() && !src.H.Type.Lookup(strBytesMethod).IsNull() && !IsLeafMethod(src.H.Type, strBytesMethod) {
		return "", NeedVM
	}
	if s, ok := BytesLike(src); ok {
		return s, nil
	}
	if IsIntLike(src) {
		n, e := Index(c, src)
		if e != nil {
			return "", e
		}
		if n < 0 {
			return "", NewExc(ValueError, "negative count")
		}
		if e := c.Reserve(n); e != nil {
			return "", e
		}
		return string(make([]byte, n)), nil
	}
	if src.H.Type.Iter == nil && src.H.Type.GetItem == nil {
		if src.H.Type.IsHeap() && !src.H.Type.Lookup(strIndex).IsNull() {
			return "", NeedVM
		}
		if name == "bytearray" {
			return "", NewExc(TypeError, "cannot convert '%s' object to bytearray", src.H.Type)
		}
		return "", NewExc(TypeError, "cannot convert '%s' object to bytes", src.H.Type)
	}
	items, e := Drain(c, src)
	if e != nil {
		return "", e
	}
	s, e := bytesOfInts(c, items)
	if e != nil && e != needVM && name == "bytearray" && e.Type == ValueError {
		e = NewExc(ValueError, "byte must be in range(0, 256)")
	}
	return s, e
}

func bytesCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	if AsByteArray(a) == nil && AsByteArray(b) == nil && (AsBytes(a) == nil || AsBytes(b) == nil) {
		return NotImplemented, nil // a bytes knows no other class
	}
	x, ok := BytesLike(a)
	y, ok2 := BytesLike(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	return Bool(cmpResult(strings.Compare(x, y), op)), nil
}

func initBytes() {
	for _, t := range [...]*Type{BytesType, ByteArrayType} {
		t.leafIter = true
		s := &t.Slots
		s.Compare = bytesCompare
		s.Binary[OpAdd] = func(c *Ctx, a, b Value) (Value, *Exc) {
			x, ok := BytesLike(a)
			y, ok2 := BytesLike(b)
			if !ok || !ok2 {
				return NotImplemented, nil
			}
			if n := len(x) + len(y); n > 1<<16 {
				if e := c.Reserve(int64(n)); e != nil {
					return Null, e
				}
			}
			return like(a, x+y), nil
		}
		s.Binary[OpMul] = func(c *Ctx, a, b Value) (Value, *Exc) {
			if !isSequence(a) {
				a, b = b, a
			}
			x, ok := BytesLike(a)
			if !ok {
				return NotImplemented, nil
			}
			n, ok, e := repeatCount(c, b, len(x), 1)
			if e != nil || !ok {
				return NotImplemented, e
			}
			return like(a, strings.Repeat(x, n)), nil
		}
		s.Binary[OpMod] = func(c *Ctx, a, b Value) (Value, *Exc) {
			if AsBytes(a) == nil && AsByteArray(a) == nil {
				return NotImplemented, nil
			}
			r, e := percentFormat(c, bytesText(a), b, true)
			return like(a, r), e
		}
		s.Contains = func(c *Ctx, v, item Value) (bool, *Exc) {
			if IsIntLike(item) {
				n, ok := ToInt64(item)
				if !ok || n < 0 || n > 255 {
					return false, NewExc(ValueError, "byte must be in range(0, 256)")
				}
				return strings.IndexByte(bytesText(v), byte(n)) >= 0, nil
			}
			sub, ok := BytesLike(item)
			if !ok {
				return false, NewExc(TypeError, "a bytes-like object is required, not '%s'", item.H.Type)
			}
			return strings.Contains(bytesText(v), sub), nil
		}
		initBytesMethods(t)
	}
	initPlainBytes()
	initByteArray()
	initMemoryView()
}

func initPlainBytes() {
	t := BytesType
	s := &t.Slots
	s.Repr = func(c *Ctx, v Value) (string, *Exc) { return quoteBytes(ptr[Bytes](v).Data), nil }
	s.Hash = func(c *Ctx, v Value) (int64, *Exc) { return mixHash(hashText(ptr[Bytes](v).Data), c.HashSeed), nil }
	s.Len = func(c *Ctx, v Value) (int, *Exc) { return len(ptr[Bytes](v).Data), nil }
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) { return newIter(BytesIterType, v), nil }
	s.Memory = func(v Value) Memory { return Memory{Text: ptr[Bytes](v).Data} }
	s.GetItem = func(c *Ctx, v, key Value) (Value, *Exc) {
		return bytesGetItem(c, v, key, ptr[Bytes](v).Data, "byte", "index out of range")
	}
	t.staticMethods([]def{{"__new__", "source=b'', encoding='utf-8', errors='strict'", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		k := AsType(a[0])
		if k == BytesType && !a[1].IsNull() && a[1].H.Type == BytesType && a[2].IsNull() && a[3].IsNull() {
			return a[1], nil
		}
		data, e := bytesArg(c, "bytes", a[1], a[2], a[3])
		if e != nil || k == BytesType {
			return NewBytes(data), e
		}
		o := NewInstance(k)
		AsBytes(o).Data = data
		return o, nil
	}}})
	t.methods([]def{
		{"__bytes__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return NewBytes(ptr[Bytes](a[0]).Data), nil }},
		{"__getnewargs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return TupleOf(NewBytes(ptr[Bytes](a[0]).Data)), nil
		}},
	})
}

func bytesGetItem(c *Ctx, v, key Value, data, what, message string) (Value, *Exc) {
	if s := AsSlice(key); s != nil {
		start, _, step, n, e := SliceIndices(c, s, len(data))
		if e != nil {
			return Null, e
		}
		if step == 1 {
			return like(v, data[start:start+n]), nil
		}
		b := make([]byte, n)
		for i := range b {
			b[i] = data[start]
			start += step
		}
		return like(v, string(b)), nil
	}
	i, e := sequenceIndex(c, v, key, len(data), what)
	if e != nil {
		return Null, e
	}
	if i < 0 {
		return Null, NewExc(IndexError, message)
	}
	return Int(int64(data[i])), nil
}
