package object

import "strings"

func initByteArray() {
	t := ByteArrayType
	s := &t.Slots
	ba := ptr[ByteArray]
	s.Repr = func(c *Ctx, v Value) (string, *Exc) {
		text := quoteBytes(string(ba(v).Data))
		if text[1] == '"' { // unlike bytes, an apostrophe is escaped here whatever the quotes
			text = strings.ReplaceAll(text, "'", "\\'")
		}
		return v.H.Type.Name + "(" + text + ")", nil
	}
	s.Len = func(c *Ctx, v Value) (int, *Exc) { return len(ba(v).Data), nil }
	s.Memory = func(v Value) Memory {
		b := ba(v)
		if b.Data == nil {
			b.Data = []byte{}
		}
		return Memory{Data: b.Data, Exports: &b.Exports}
	}
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) { return newIter(ByteArrayIterType, v), nil }
	s.GetItem = func(c *Ctx, v, key Value) (Value, *Exc) {
		if key.H == &IntHeader { // without copying the data
			b := ba(v).Data
			i := key.Int64()
			if i < 0 {
				i += int64(len(b))
			}
			if i >= 0 && i < int64(len(b)) {
				return Int(int64(b[i])), nil
			}
		}
		return bytesGetItem(c, v, key, string(ba(v).Data), "bytearray", "bytearray index out of range")
	}
	s.SetItem = byteArraySetItem
	s.DelItem = func(c *Ctx, v, key Value) *Exc {
		b := ba(v)
		l := &List{Elems: make([]Value, len(b.Data))}
		for i, x := range b.Data {
			l.Elems[i] = Int(int64(x))
		}
		if AsSlice(key) == nil {
			i, e := sequenceIndex(c, v, key, len(b.Data), "bytearray")
			if e != nil {
				return e
			}
			if i < 0 {
				return NewExc(IndexError, "bytearray index out of range")
			}
			return b.cut(c, i)
		}
		if e := listDelItem(c, Obj(&l.Header), key); e != nil {
			return e
		}
		if len(l.Elems) != len(b.Data) {
			if e := b.Exports.Resizable(c); e != nil {
				return e
			}
		}
		b.Data = b.Data[:0]
		for _, x := range l.Elems {
			b.Data = append(b.Data, byte(x.N))
		}
		return nil
	}
	s.InPlace[OpAdd] = func(c *Ctx, a, b Value) (Value, *Exc) {
		x, ok := BytesLike(b)
		if !ok {
			return Null, NewExc(TypeError, "can't concat %s to bytearray", b.H.Type)
		}
		return a, ba(a).add(c, x)
	}
	s.InPlace[OpMul] = func(c *Ctx, a, b Value) (Value, *Exc) {
		r, e := s.Binary[OpMul](c, a, b)
		if e != nil || r == NotImplemented {
			return r, e
		}
		if len(ba(a).Data) != len(ba(r).Data) {
			if e := ba(a).Exports.Resizable(c); e != nil {
				return Null, e
			}
			ba(a).Data = ba(r).Data
		}
		return a, nil
	}
	t.staticMethods([]def{{"__new__", "...", newEmpty}})
	t.methods([]def{
		{"__init__", "source=b'', encoding='utf-8', errors='strict'", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			data, e := bytesArg(c, "bytearray", a[1], a[2], a[3])
			if e != nil {
				return Null, e
			}
			if len(ba(a[0]).Data) > 0 {
				if e := ba(a[0]).Exports.Resizable(c); e != nil {
					return Null, e
				}
			}
			ba(a[0]).Data = []byte(data)
			return None, nil
		}},
		{"append", "item, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			b, e := byteItem(c, a[1])
			if e != nil {
				return Null, e
			}
			x := ba(a[0])
			if len(x.Exports.views) > 0 {
				if e := x.Exports.Resizable(c); e != nil {
					return Null, e
				}
			}
			x.Data = append(x.Data, b)
			return None, nil
		}},
		{"extend", "iterable_of_ints, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if AsStr(a[1]) != nil {
				return Null, NewExc(TypeError, "'str' object cannot be interpreted as an integer")
			}
			data, e := bytesArg(c, "bytearray", a[1], Null, Null)
			if IsIntLike(a[1]) {
				return Null, NewExc(TypeError, "can't extend bytearray with %s", a[1].H.Type)
			}
			if e != nil {
				return Null, e
			}
			return None, ba(a[0]).add(c, data)
		}},
		{"insert", "index, item, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			i, e := indexInt(c, a[1], true)
			if e != nil {
				return Null, e
			}
			b, e := byteItem(c, a[2])
			if e != nil {
				return Null, e
			}
			if e := ba(a[0]).Exports.Resizable(c); e != nil {
				return Null, e
			}
			d := ba(a[0]).Data
			if i < 0 {
				i = max(i+int64(len(d)), 0)
			}
			i = min(i, int64(len(d)))
			d = append(d, 0)
			copy(d[i+1:], d[i:])
			d[i] = b
			ba(a[0]).Data = d
			return None, nil
		}},
		{"pop", "index=-1, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			d := ba(a[0]).Data
			i := int64(-1)
			if !a[1].IsNull() {
				var e *Exc
				if i, e = indexInt(c, a[1], false); e != nil {
					return Null, e
				}
			}
			if len(d) == 0 {
				return Null, NewExc(IndexError, "pop from empty bytearray")
			}
			if i < 0 {
				i += int64(len(d))
			}
			if i < 0 || i >= int64(len(d)) {
				return Null, NewExc(IndexError, "pop index out of range")
			}
			b := d[i]
			return Int(int64(b)), ba(a[0]).cut(c, int(i))
		}},
		{"remove", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			b, e := byteItem(c, a[1])
			if e != nil {
				return Null, e
			}
			d := ba(a[0]).Data
			for i, x := range d {
				if x == b {
					return None, ba(a[0]).cut(c, i)
				}
			}
			return Null, NewExc(ValueError, "value not found in bytearray")
		}},
		{"reverse", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			reverseBytes(ba(a[0]).Data)
			return None, nil
		}},
		{"clear", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if x := ba(a[0]); len(x.Data) > 0 {
				if e := x.Exports.Resizable(c); e != nil {
					return Null, e
				}
				x.Data = nil
			}
			return None, nil
		}},
		{"copy", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return NewByteArray(append([]byte(nil), ba(a[0]).Data...)), nil
		}},
	})
	t.iterables(1<<1, "extend")
	t.iterError("can't extend bytearray with %s", "extend")
}

// add puts bytes at the end.
func (b *ByteArray) add(c *Ctx, x string) *Exc {
	if len(x) > 0 {
		if e := b.Exports.Resizable(c); e != nil {
			return e
		}
		if len(x) > 1<<16 {
			// When it grows, old and new are there at the same time.
			if e := c.Reserve(int64(len(x))); e != nil {
				return e
			}
		}
		b.Data = append(b.Data, x...)
	}
	return nil
}

// cut takes out the byte at i.
func (b *ByteArray) cut(c *Ctx, i int) *Exc {
	if e := b.Exports.Resizable(c); e != nil {
		return e
	}
	b.Data = append(b.Data[:i], b.Data[i+1:]...)
	return nil
}

func byteArraySetItem(c *Ctx, v, key, item Value) *Exc {
	b := ptr[ByteArray](v)
	s := AsSlice(key)
	if s == nil {
		i, e := sequenceIndex(c, v, key, len(b.Data), "bytearray")
		if e != nil {
			return e
		}
		if i < 0 {
			return NewExc(IndexError, "bytearray index out of range")
		}
		x, e := byteItem(c, item)
		if e == nil {
			b.Data[i] = x
		}
		return e
	}
	if IsIntLike(item) || AsStr(item) != nil {
		return NewExc(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
	}
	data, e := bytesArg(c, "bytearray", item, Null, Null)
	if e != nil {
		return e
	}
	start, stop, step, n, e := SliceIndices(c, s, len(b.Data))
	if e != nil {
		return e
	}
	if step == 1 {
		stop = max(start, stop)
		if len(data) != stop-start {
			if e := b.Exports.Resizable(c); e != nil {
				return e
			}
		} else {
			copy(b.Data[start:], data) // views go on seeing it
			return nil
		}
		if len(data) > 1<<16 {
			if e := c.Reserve(int64(len(data))); e != nil {
				return e
			}
		}
		out := append(append(append([]byte(nil), b.Data[:start]...), data...), b.Data[stop:]...)
		b.Data = out
		return nil
	}
	if len(data) != n {
		return NewExc(ValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(data), n)
	}
	for i := 0; i < n; i++ {
		b.Data[start] = data[i]
		start += step
	}
	return nil
}
