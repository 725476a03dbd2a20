package object

import (
	"strings"

	"loopscope/engine/bytecode"
)

func initStr() {
	t := StrType
	t.leafIter = true
	s := &t.Slots
	s.Repr = func(c *Ctx, v Value) (string, *Exc) { return QuoteStr(ptr[Str](v).Text), nil }
	s.Str = func(c *Ctx, v Value) (string, *Exc) { return ptr[Str](v).Text, nil }
	s.Hash = func(c *Ctx, v Value) (int64, *Exc) { return mixHash(ptr[Str](v).hash32(), c.HashSeed), nil }
	s.Compare = strCompare
	s.Len = func(c *Ctx, v Value) (int, *Exc) { return int(ptr[Str](v).Len), nil }
	s.Binary[OpAdd] = Concat
	s.Binary[OpMul] = strMul
	s.Binary[OpMod] = func(c *Ctx, a, b Value) (Value, *Exc) {
		x := AsStr(a)
		if x == nil {
			return NotImplemented, nil
		}
		return strResult(percentFormat(c, x.Text, b, false))
	}
	s.GetItem = strGetItem
	s.Contains = func(c *Ctx, v, item Value) (bool, *Exc) {
		x := AsStr(item)
		if x == nil {
			return false, NewExc(TypeError, "'in <string>' requires string as left operand, not %s", item.H.Type)
		}
		return strings.Contains(ptr[Str](v).Text, x.Text), nil
	}
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) {
		if ptr[Str](v).ASCII() {
			return newIter(StrASCIIIterType, v), nil
		}
		return newIter(StrIterType, v), nil
	}
	s.Format = func(c *Ctx, v Value, spec string) (string, *Exc) {
		if spec == "" {
			return StrOf(c, v)
		}
		return formatStr(c, ptr[Str](v).Text, spec)
	}
	t.staticMethods([]def{{"__new__", "object='', encoding='utf-8', errors='strict'", strNewMethod}})
	initStrMethods(t)
	initStrTests(t)
}

func strNewMethod(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	k := AsType(a[0])
	if k == nil {
		return Null, NewExc(TypeError, "str.__new__(X): X is not a type object (%s)", a[0].H.Type)
	}
	text := ""
	switch {
	case a[1].IsNull():
	case !a[2].IsNull() || !a[3].IsNull():
		enc, errs := "utf-8", "strict"
		if !a[2].IsNull() {
			s := AsStr(a[2])
			if s == nil {
				return Null, NewExc(TypeError, "str() argument 'encoding' must be str, not %s", a[2].H.Type)
			}
			enc = s.Text
		}
		if !a[3].IsNull() {
			s := AsStr(a[3])
			if s == nil {
				return Null, NewExc(TypeError, "str() argument 'errors' must be str, not %s", a[3].H.Type)
			}
			errs = s.Text
		}
		data, ok := BytesLike(a[1])
		if !ok {
			if AsStr(a[1]) != nil {
				return Null, NewExc(TypeError, "decoding str is not supported")
			}
			return Null, NewExc(TypeError, "decoding to str: need a bytes-like object, %s found", a[1].H.Type)
		}
		var e *Exc
		if text, e = decodeText(c, data, enc, errs); e != nil {
			return Null, e
		}
	default:
		if k == StrType && a[1].H.Type == StrType {
			return a[1], nil
		}
		var e *Exc
		if text, e = StrOf(c, a[1]); e != nil {
			return Null, e
		}
	}
	if k == StrType {
		return NewStr(text), nil
	}
	v := NewInstance(k)
	s := AsStr(v)
	s.Text, s.Len = text, int32(countRunes(text))
	return v, nil
}

func strCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	x, y := AsStr(a), AsStr(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	switch op {
	case bytecode.CmpEQ:
		return Bool(x == y || x.Text == y.Text), nil
	case bytecode.CmpNE:
		return Bool(x != y && x.Text != y.Text), nil
	}
	return Bool(cmpResult(strings.Compare(x.Text, y.Text), op)), nil // WTF-8 sorts as code points do
}

func strMul(c *Ctx, a, b Value) (Value, *Exc) {
	x, by := AsStr(a), b
	if x == nil {
		x, by = AsStr(b), a
	}
	if x == nil {
		return NotImplemented, nil
	}
	n, ok, e := repeatCount(c, by, len(x.Text), 1)
	if e != nil || !ok {
		return NotImplemented, e
	}
	if n == 1 && x.Type == StrType {
		return x.Value(), nil
	}
	return newStrLen(strings.Repeat(x.Text, n), int(x.Len)*n), nil
}

func strGetItem(c *Ctx, v, key Value) (Value, *Exc) {
	x := ptr[Str](v)
	n := int(x.Len)
	if key.H == &IntHeader {
		i := key.Int64()
		if i < 0 {
			i += int64(n)
		}
		if i < 0 || i >= int64(n) {
			return Null, NewExc(IndexError, "string index out of range")
		}
		return x.At(int(i)), nil
	}
	if s := AsSlice(key); s != nil {
		start, _, step, length, e := SliceIndices(c, s, n)
		if e != nil {
			return Null, e
		}
		if step == 1 {
			return x.Substr(start, start+length), nil
		}
		if x.ASCII() {
			b := make([]byte, length)
			for i := range b {
				b[i] = x.Text[start]
				start += step
			}
			return NewASCII(string(b)), nil
		}
		rs := x.codePoints()
		out := make([]int32, length)
		for i := range out {
			out[i] = rs[start]
			start += step
		}
		return NewStr(fromRunes(out)), nil
	}
	if !IsIntLike(key) && (!key.H.Type.IsHeap() || key.H.Type.Lookup(strIndex).IsNull()) {
		return Null, NewExc(TypeError, "string indices must be integers, not '%s'", key.H.Type)
	}
	i, e := sequenceIndex(c, v, key, n, "string")
	if e != nil {
		return Null, e
	}
	if i < 0 {
		return Null, NewExc(IndexError, "string index out of range")
	}
	return x.At(i), nil
}

// QuoteStr is repr(s).
func QuoteStr(s string) string { return quote(s, false) }

// ASCII is ascii(s) of a text that is a repr: what is not ASCII is escaped.
func ASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			var b strings.Builder
			for len(s) > 0 {
				r, n := decodeRune(s)
				if r < 0x80 {
					b.WriteByte(byte(r))
				} else {
					b.WriteString(escapeRune(r))
				}
				s = s[n:]
			}
			return b.String()
		}
	}
	return s
}

func quote(s string, ascii bool) string {
	q := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		q = '"'
	}
	plain := true
	for i := 0; i < len(s); i++ {
		if b := s[i]; b < 0x20 || b >= 0x7F || b == '\\' || b == q {
			plain = false
			break
		}
	}
	if plain {
		return string(q) + s + string(q)
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	b.WriteByte(q)
	for len(s) > 0 {
		r, n := decodeRune(s)
		switch {
		case r == int32(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteByte(byte(r))
		case r == '\n':
			b.WriteString("\\n")
		case r == '\r':
			b.WriteString("\\r")
		case r == '\t':
			b.WriteString("\\t")
		case r >= 0x20 && r < 0x7F:
			b.WriteByte(byte(r))
		case ascii || !isPrintRune(r):
			b.WriteString(escapeRune(r))
		default:
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	b.WriteByte(q)
	return b.String()
}

// IsIdentifier tells whether s could be a name.
func IsIdentifier(s string) bool {
	if s == "" {
		return false
	}
	for i, r := range s {
		if i == 0 && !beginsName(r) || !continuesName(r) {
			return false
		}
	}
	return true
}

// Concat is a + b for strings; NotImplemented where one is none.
func Concat(c *Ctx, a, b Value) (Value, *Exc) {
	x, y := AsStr(a), AsStr(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	if n := len(x.Text) + len(y.Text); n > 1<<16 {
		if int64(n) > c.MemLimit {
			return Null, NewExc(MemoryError, "")
		}
		if !x.room(len(y.Text)) {
			if e := c.Reserve(int64(n)); e != nil {
				return Null, e
			}
		}
	}
	return concat(x, y), nil
}
