package object

import (
	"math"
	"strings"
)

// bytesSub reads an argument that is bytes or one byte as an int.
func bytesSub(c *Ctx, v Value) (string, *Exc) {
	if s, ok := BytesLike(v); ok {
		return s, nil
	}
	if IsIntLike(v) {
		n, ok := ToInt64(v)
		if !ok || n < 0 || n > 255 {
			return "", NewExc(ValueError, "byte must be in range(0, 256)")
		}
		return string([]byte{byte(n)}), nil
	}
	return "", NewExc(TypeError, "argument should be integer or bytes-like object, not '%s'", v.H.Type)
}

func bytesNeed(v Value) (string, *Exc) {
	s, ok := BytesLike(v)
	if !ok {
		return "", NewExc(TypeError, "a bytes-like object is required, not '%s'", v.H.Type)
	}
	return s, nil
}

func bytesRange(c *Ctx, n int, start, stop Value) (from, to int, ok bool, e *Exc) {
	var lo, hi int64
	read := func(v Value, def int64) (int64, *Exc) {
		if v.IsNull() || v.IsNone() {
			return def, nil
		}
		i, e := sliceBound(c, v)
		if i < 0 {
			i = max(i+int64(n), 0)
		}
		return i, e
	}
	if lo, e = read(start, 0); e != nil {
		return
	}
	if hi, e = read(stop, int64(n)); e != nil {
		return
	}
	hi = min(hi, int64(n))
	return int(lo), int(hi), lo <= hi, nil
}

func bytesFind(name string, find finder, fail bool) def {
	return def{name, "sub, start=None, end=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		data := bytesText(a[0])
		sub, e := bytesSub(c, a[1])
		if e != nil {
			return Null, e
		}
		from, to, ok, e := bytesRange(c, len(data), a[2], a[3])
		if e != nil {
			return Null, e
		}
		if ok {
			if i := find(data[from:to], sub); i >= 0 {
				return Int(int64(from + i)), nil
			}
		}
		if fail {
			return Null, NewExc(ValueError, "subsection not found")
		}
		return Int(-1), nil
	}}
}

func bytesAffix(name string, has func(s, p string) bool) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		data := bytesText(a[0])
		from, to, ok, e := bytesRange(c, len(data), a[2], a[3])
		if e != nil {
			return Null, e
		}
		if t := AsTuple(a[1]); t != nil {
			for _, x := range t.Elems {
				p, e := bytesNeed(x)
				if e != nil {
					return Null, e
				}
				if ok && has(data[from:to], p) {
					return True, nil
				}
			}
			return False, nil
		}
		p, isBytes := BytesLike(a[1])
		if !isBytes {
			return Null, NewExc(TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, a[1].H.Type)
		}
		return Bool(ok && has(data[from:to], p)), nil
	}
}

const asciiSpaces = " \t\n\r\v\f"

func bytesStrip(left, right bool) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		data, chars := bytesText(a[0]), asciiSpaces
		if !a[1].IsNull() && !a[1].IsNone() {
			var e *Exc
			if chars, e = bytesNeed(a[1]); e != nil {
				return Null, e
			}
		}
		for left && data != "" && strings.IndexByte(chars, data[0]) >= 0 {
			data = data[1:]
		}
		for right && data != "" && strings.IndexByte(chars, data[len(data)-1]) >= 0 {
			data = data[:len(data)-1]
		}
		return like(a[0], data), nil
	}
}

func bytesPad(name string, side int) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		data := bytesText(a[0])
		w, e := Index(c, a[1])
		if e != nil {
			return Null, e
		}
		fill := " "
		if !a[2].IsNull() {
			f, ok := BytesLike(a[2])
			if !ok || len(f) != 1 {
				return Null, NewExc(TypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, a[2].H.Type)
			}
			fill = f
		}
		n := w - int64(len(data))
		if n <= 0 {
			return like(a[0], data), nil
		}
		if e := c.Reserve(n); e != nil {
			return Null, e
		}
		left := 0
		switch side {
		case 0:
			left = int(n/2 + n&w&1)
		case 1:
			left = int(n)
		}
		return like(a[0], strings.Repeat(fill, left)+data+strings.Repeat(fill, int(n)-left)), nil
	}
}

// bytesMap makes a method that maps every byte.
func bytesMap(name string, f func(b []byte)) def {
	return def{name, "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		b := []byte(bytesText(a[0]))
		f(b)
		return like(a[0], string(b)), nil
	}}
}

func isUpperByte(b byte) bool { return b >= 'A' && b <= 'Z' }
func isLowerByte(b byte) bool { return b >= 'a' && b <= 'z' }
func isAlphaByte(b byte) bool { return isUpperByte(b) || isLowerByte(b) }
func isDigitByte(b byte) bool { return b >= '0' && b <= '9' }
func isSpaceByte(b byte) bool { return strings.IndexByte(asciiSpaces, b) >= 0 }

func bytesTest(name string, test func(b byte) bool) def {
	return def{name, "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		data := bytesText(a[0])
		for i := 0; i < len(data); i++ {
			if !test(data[i]) {
				return False, nil
			}
		}
		return Bool(data != "" || name == "isascii"), nil
	}}
}

func bytesCase(name string, right, wrong func(b byte) bool) def {
	return def{name, "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		any := false
		for _, b := range []byte(bytesText(a[0])) {
			if wrong(b) {
				return False, nil
			}
			any = any || right(b)
		}
		return Bool(any), nil
	}}
}

func initBytesMethods(t *Type) {
	t.methods([]def{
		bytesFind("find", strings.Index, false),
		bytesFind("rfind", strings.LastIndex, false),
		bytesFind("index", strings.Index, true),
		bytesFind("rindex", strings.LastIndex, true),
		{"count", "sub, start=None, end=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			data := bytesText(a[0])
			sub, e := bytesSub(c, a[1])
			if e != nil {
				return Null, e
			}
			from, to, ok, e := bytesRange(c, len(data), a[2], a[3])
			if e != nil || !ok {
				return Int(0), e
			}
			if sub == "" {
				return Int(int64(to - from + 1)), nil
			}
			return Int(int64(strings.Count(data[from:to], sub))), nil
		}},
		{"startswith", "prefix, start=None, end=None, /", bytesAffix("startswith", strings.HasPrefix)},
		{"endswith", "suffix, start=None, end=None, /", bytesAffix("endswith", strings.HasSuffix)},
		{"strip", "bytes=None, /", bytesStrip(true, true)},
		{"lstrip", "bytes=None, /", bytesStrip(true, false)},
		{"rstrip", "bytes=None, /", bytesStrip(false, true)},
		{"center", "width, fillchar=b' ', /", bytesPad("center", 0)},
		{"ljust", "width, fillchar=b' ', /", bytesPad("ljust", -1)},
		{"rjust", "width, fillchar=b' ', /", bytesPad("rjust", 1)},
		{"join", "iterable_of_bytes, /", bytesJoin},
		{"split", "sep=None, maxsplit=-1", bytesSplit(false)},
		{"rsplit", "sep=None, maxsplit=-1", bytesSplit(true)},
		{"splitlines", "keepends=False", bytesSplitLines},
		{"partition", "sep, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return bytesPartition(a, strings.Index, false) }},
		{"rpartition", "sep, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return bytesPartition(a, strings.LastIndex, true) }},
		{"replace", "old, new, count=-1, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			old, e := bytesNeed(a[1])
			if e != nil {
				return Null, e
			}
			repl, e := bytesNeed(a[2])
			if e != nil {
				return Null, e
			}
			n := int64(-1)
			if !a[3].IsNull() {
				if n, e = Index(c, a[3]); e != nil {
					return Null, e
				}
			}
			data := bytesText(a[0])
			if old == "" { // between all bytes, not characters
				var b strings.Builder
				for i := 0; i <= len(data); i++ {
					if n != 0 {
						b.WriteString(repl)
						n--
					}
					if i < len(data) {
						b.WriteByte(data[i])
					}
				}
				return like(a[0], b.String()), nil
			}
			if grown := int64(strings.Count(data, old)) * int64(len(repl)-len(old)); grown > 1<<16 {
				if e := c.Reserve(grown); e != nil {
					return Null, e
				}
			}
			return like(a[0], strings.Replace(data, old, repl, int(min(n, math.MaxInt32)))), nil
		}},
		{"removeprefix", "prefix, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			p, e := bytesNeed(a[1])
			return like(a[0], strings.TrimPrefix(bytesText(a[0]), p)), e
		}},
		{"removesuffix", "suffix, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			p, e := bytesNeed(a[1])
			return like(a[0], strings.TrimSuffix(bytesText(a[0]), p)), e
		}},
		{"zfill", "width, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			data := bytesText(a[0])
			w, e := Index(c, a[1])
			if e != nil {
				return Null, e
			}
			n := w - int64(len(data))
			if n <= 0 {
				return like(a[0], data), nil
			}
			if e := c.Reserve(n); e != nil {
				return Null, e
			}
			zeros := strings.Repeat("0", int(n))
			if data != "" && (data[0] == '-' || data[0] == '+') {
				return like(a[0], data[:1]+zeros+data[1:]), nil
			}
			return like(a[0], zeros+data), nil
		}},
		{"expandtabs", "tabsize=8", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			text, _ := decodeText(c, bytesText(a[0]), "latin-1", "strict") // a character a byte
			r, e := strExpandTabs(c, []Value{NewStr(text), a[1]}, nil)
			if e != nil {
				return Null, e
			}
			data, e := encodeText(c, AsStr(r), "latin-1", "strict")
			return like(a[0], data), e
		}},
		{"decode", "encoding='utf-8', errors='strict'", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			enc, errs, e := codecArgs("decode", a)
			if e != nil {
				return Null, e
			}
			return strResult(decodeText(c, bytesText(a[0]), enc, errs))
		}},
		{"hex", "sep=None, bytes_per_sep=1", bytesHex},
		{"translate", "table, /, delete=b''", bytesTranslate},
	})
	t.iterables(1<<1, "join")
	t.iterError("can only join an iterable", "join")
	t.methods([]def{
		bytesMap("lower", func(b []byte) {
			for i, ch := range b {
				if isUpperByte(ch) {
					b[i] = ch + 32
				}
			}
		}),
		bytesMap("upper", func(b []byte) {
			for i, ch := range b {
				if isLowerByte(ch) {
					b[i] = ch - 32
				}
			}
		}),
		bytesMap("swapcase", func(b []byte) {
			for i, ch := range b {
				if isAlphaByte(ch) {
					b[i] = ch ^ 32
				}
			}
		}),
		bytesMap("capitalize", func(b []byte) {
			for i, ch := range b {
				if i == 0 && isLowerByte(ch) || i > 0 && isUpperByte(ch) {
					b[i] = ch ^ 32
				}
			}
		}),
		bytesMap("title", func(b []byte) {
			in := false
			for i, ch := range b {
				if isAlphaByte(ch) && isLowerByte(ch) != in {
					b[i] = ch ^ 32
				}
				in = isAlphaByte(ch)
			}
		}),
		bytesTest("isalpha", isAlphaByte),
		bytesTest("isdigit", isDigitByte),
		bytesTest("isalnum", func(b byte) bool { return isAlphaByte(b) || isDigitByte(b) }),
		bytesTest("isspace", isSpaceByte),
		bytesTest("isascii", func(b byte) bool { return b < 0x80 }),
		bytesCase("isupper", isUpperByte, isLowerByte),
		bytesCase("islower", isLowerByte, isUpperByte),
		{"istitle", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			any, in := false, false
			for _, b := range []byte(bytesText(a[0])) {
				if isAlphaByte(b) {
					if isUpperByte(b) == in {
						return False, nil
					}
					any = true
				}
				in = isAlphaByte(b)
			}
			return Bool(any), nil
		}},
	})
	t.classMethods([]def{{"fromhex", "string, /", bytesFromHex}})
	t.staticMethods([]def{{"maketrans", "frm, to, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		x, e := bytesNeed(a[0])
		if e != nil {
			return Null, e
		}
		y, e := bytesNeed(a[1])
		if e != nil {
			return Null, e
		}
		if len(x) != len(y) {
			return Null, NewExc(ValueError, "maketrans arguments must have same length")
		}
		table := make([]byte, 256)
		for i := range table {
			table[i] = byte(i)
		}
		for i := 0; i < len(x); i++ {
			table[x[i]] = y[i]
		}
		return NewBytes(string(table)), nil
	}}})
}

func bytesJoin(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	items, e := Drain(c, a[1])
	if e != nil {
		if e != needVM && e.Type == TypeError {
			return Null, NewExc(TypeError, "can only join an iterable")
		}
		return Null, e
	}
	parts := make([]string, len(items))
	for i, x := range items {
		s, ok := BytesLike(x)
		if !ok {
			return Null, NewExc(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, x.H.Type)
		}
		parts[i] = s
	}
	return like(a[0], strings.Join(parts, bytesText(a[0]))), nil
}

// bytesSplit splits by way of latin-1 strings, whose characters are the bytes.
func bytesSplit(right bool) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		n := -1
		if !a[2].IsNull() {
			m, e := Index(c, a[2])
			if e != nil {
				return Null, e
			}
			n = int(min(m, math.MaxInt32))
		}
		sep := ""
		if !a[1].IsNull() && !a[1].IsNone() {
			var e *Exc
			if sep, e = bytesNeed(a[1]); e != nil {
				return Null, e
			}
			if sep == "" {
				return Null, NewExc(ValueError, "empty separator")
			}
		}
		data := bytesText(a[0])
		var out []Value
		add := func(s string) { out = append(out, like(a[0], s)) }
		switch {
		case sep != "" && !right:
			if n >= 0 {
				n++
			}
			for _, p := range strings.SplitN(data, sep, n) {
				add(p)
			}
		case sep != "":
			for n < 0 || len(out) < n {
				i := strings.LastIndex(data, sep)
				if i < 0 {
					break
				}
				add(data[i+len(sep):])
				data = data[:i]
			}
			add(data)
		case !right:
			for data = strings.TrimLeft(data, asciiSpaces); data != ""; data = strings.TrimLeft(data, asciiSpaces) {
				i := strings.IndexAny(data, asciiSpaces)
				if n >= 0 && len(out) == n || i < 0 {
					add(data)
					break
				}
				add(data[:i])
				data = data[i:]
			}
		default:
			for data = strings.TrimRight(data, asciiSpaces); data != ""; data = strings.TrimRight(data, asciiSpaces) {
				i := strings.LastIndexAny(data, asciiSpaces)
				if n >= 0 && len(out) == n || i < 0 {
					add(data)
					break
				}
				add(data[i+1:])
				data = data[:i+1]
			}
		}
		if right {
			reverseValues(out)
		}
		return NewList(out), nil
	}
}

func bytesSplitLines(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	keep := false
	if !a[1].IsNull() {
		var e *Exc
		if keep, e = Truth(c, a[1]); e != nil {
			return Null, e
		}
	}
	data := bytesText(a[0])
	var out []Value
	for data != "" {
		i := strings.IndexAny(data, "\r\n")
		if i < 0 {
			out = append(out, like(a[0], data))
			break
		}
		end := i + 1
		if data[i] == '\r' && end < len(data) && data[end] == '\n' {
			end++
		}
		if keep {
			i = end
		}
		out = append(out, like(a[0], data[:i]))
		data = data[end:]
	}
	return NewList(out), nil
}

func bytesPartition(a []Value, find finder, right bool) (Value, *Exc) {
	sep, e := bytesNeed(a[1])
	if e != nil {
		return Null, e
	}
	if sep == "" {
		return Null, NewExc(ValueError, "empty separator")
	}
	data := bytesText(a[0])
	i := find(data, sep)
	switch {
	case i >= 0:
		return TupleOf(like(a[0], data[:i]), like(a[0], sep), like(a[0], data[i+len(sep):])), nil
	case right:
		return TupleOf(like(a[0], ""), like(a[0], ""), like(a[0], data)), nil
	}
	return TupleOf(like(a[0], data), like(a[0], ""), like(a[0], "")), nil
}

func bytesHex(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	data := bytesText(a[0])
	sep, every := "", int64(1)
	if !a[1].IsNull() && !a[1].IsNone() {
		if s := AsStr(a[1]); s != nil {
			sep = s.Text
		} else if b, ok := BytesLike(a[1]); ok {
			sep = b
		} else {
			_, e := Len(c, a[1])
			if e == nil {
				e = NewExc(TypeError, "sep must be str or bytes.")
			}
			return Null, e
		}
		if n := countRunes(sep); n != 1 && (AsStr(a[1]) != nil || len(sep) != 1) {
			return Null, NewExc(ValueError, "sep must be length 1.")
		}
		if len(sep) != 1 || sep[0] >= 0x80 {
			return Null, NewExc(ValueError, "sep must be ASCII.")
		}
	}
	if len(a) > 2 && !a[2].IsNull() {
		var e *Exc
		if every, e = Index(c, a[2]); e != nil {
			return Null, e
		}
	}
	var b strings.Builder
	for i := 0; i < len(data); i++ {
		if i > 0 && sep != "" && every != 0 {
			if every > 0 && int64(len(data)-i)%every == 0 || every < 0 && int64(i)%-every == 0 {
				b.WriteString(sep)
			}
		}
		b.WriteByte(hexDigits[data[i]>>4])
		b.WriteByte(hexDigits[data[i]&15])
	}
	return NewStr(b.String()), nil
}

func bytesFromHex(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	s := AsStr(a[1])
	if s == nil {
		return Null, NewExc(TypeError, "fromhex() argument must be str, not %s", typeNameOf(a[1]))
	}
	digit := func(b byte) int {
		switch {
		case isDigitByte(b):
			return int(b - '0')
		case b|0x20 >= 'a' && b|0x20 <= 'f':
			return int(b|0x20-'a') + 10
		}
		return -1
	}
	var out []byte
	for i := 0; i < len(s.Text); {
		if isSpaceByte(s.Text[i]) {
			i++
			continue
		}
		for k := range 2 {
			if i+k >= len(s.Text) || digit(s.Text[i+k]) < 0 {
				return Null, NewExc(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", i+k)
			}
		}
		out = append(out, byte(digit(s.Text[i])<<4|digit(s.Text[i+1])))
		i += 2
	}
	if AsType(a[0]).IsSubtype(ByteArrayType) {
		return NewByteArray(out), nil
	}
	return NewBytes(string(out)), nil
}

func bytesTranslate(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	table := ""
	if !a[1].IsNone() {
		t, e := bytesNeed(a[1])
		if e != nil {
			return Null, e
		}
		if len(t) != 256 {
			return Null, NewExc(ValueError, "translation table must be 256 characters long")
		}
		table = t
	}
	del := ""
	if !a[2].IsNull() {
		var e *Exc
		if del, e = bytesNeed(a[2]); e != nil {
			return Null, e
		}
	}
	var out []byte
	for _, b := range []byte(bytesText(a[0])) {
		if strings.IndexByte(del, b) >= 0 {
			continue
		}
		if table != "" {
			b = table[b]
		}
		out = append(out, b)
	}
	return like(a[0], string(out)), nil
}
