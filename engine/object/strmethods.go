package object

import (
	"math"
	"strings"
)

// strArg is a str argument of a method.
func strArg(name string, i int, v Value) (string, *Exc) {
	s := AsStr(v)
	if s == nil {
		if i == 0 {
			return "", NewExc(TypeError, "%s() argument must be str, not %s", name, typeNameOf(v))
		}
		return "", NewExc(TypeError, "%s() argument %d must be str, not %s", name, i, typeNameOf(v))
	}
	return s.Text, nil
}

// typeNameOf is how argument errors name a class.
func typeNameOf(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.H.Type.Name
}

// strRange reads start and stop of find and the like: byte offsets in s.Text. ok
// is false when the range begins beyond the end.
func strRange(c *Ctx, s *Str, start, stop Value) (from, to, first int, ok bool, e *Exc) {
	n := int64(s.Len)
	lo, hi := int64(0), n
	read := func(v Value, def int64) (int64, *Exc) {
		if v.IsNull() || v.IsNone() {
			return def, nil
		}
		i, e := sliceBound(c, v)
		if i < 0 {
			i = max(i+n, 0)
		}
		return i, e
	}
	if lo, e = read(start, 0); e != nil {
		return
	}
	if hi, e = read(stop, n); e != nil {
		return
	}
	hi = min(hi, n)
	if lo > hi {
		return
	}
	if s.ASCII() {
		return int(lo), int(hi), int(lo), true, nil
	}
	return s.byteOffset(int(lo)), s.byteOffset(int(hi)), int(lo), true, nil
}

type finder func(s, sub string) int

func strFind(name string, find finder, fail bool) def {
	return def{name, "sub, start=None, end=None, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		s := ptr[Str](a[0])
		sub, e := strArgNeeded(name, a[1])
		if e != nil {
			return Null, e
		}
		from, to, first, ok, e := strRange(c, s, a[2], a[3])
		if e != nil {
			return Null, e
		}
		if ok {
			if i := find(s.Text[from:to], sub); i >= 0 {
				if s.ASCII() {
					return Int(int64(from + i)), nil
				}
				return Int(int64(first + countRunes(s.Text[from:from+i]))), nil
			}
		}
		if fail {
			return Null, NewExc(ValueError, "substring not found")
		}
		return Int(-1), nil
	}}
}

// strArgNeeded words the error as methods do that take one string and a range.
func strArgNeeded(name string, v Value) (string, *Exc) {
	s := AsStr(v)
	if s == nil {
		return "", NewExc(TypeError, "must be str, not %s", v.H.Type)
	}
	return s.Text, nil
}

func initStrMethods(t *Type) {
	t.methods([]def{
		strFind("find", strings.Index, false),
		strFind("rfind", strings.LastIndex, false),
		strFind("index", strings.Index, true),
		strFind("rindex", strings.LastIndex, true),
		{"count", "sub, start=None, end=None, /", strCount},
		{"startswith", "prefix, start=None, end=None, /", strAffix("startswith", strings.HasPrefix)},
		{"endswith", "suffix, start=None, end=None, /", strAffix("endswith", strings.HasSuffix)},
		{"join", "iterable, /", strJoin},
		{"split", "sep=None, maxsplit=-1", strSplit},
		{"rsplit", "sep=None, maxsplit=-1", strRSplit},
		{"splitlines", "keepends=False", strSplitLines},
		{"partition", "sep, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			sep, e := sepArg(a[1])
			if e != nil {
				return Null, e
			}
			if before, after, ok := strings.Cut(ptr[Str](a[0]).Text, sep); ok {
				return TupleOf(NewStr(before), NewStr(sep), NewStr(after)), nil
			}
			return TupleOf(NewStr(ptr[Str](a[0]).Text), NewStr(""), NewStr("")), nil
		}},
		{"rpartition", "sep, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			sep, e := sepArg(a[1])
			if e != nil {
				return Null, e
			}
			s := ptr[Str](a[0]).Text
			if i := strings.LastIndex(s, sep); i >= 0 {
				return TupleOf(NewStr(s[:i]), NewStr(sep), NewStr(s[i+len(sep):])), nil
			}
			return TupleOf(NewStr(""), NewStr(""), NewStr(s)), nil
		}},
		{"strip", "chars=None, /", strStrip("strip", true, true)},
		{"lstrip", "chars=None, /", strStrip("lstrip", true, false)},
		{"rstrip", "chars=None, /", strStrip("rstrip", false, true)},
		{"replace", "old, new, count=-1, /", strReplace},
		{"removeprefix", "prefix, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			p, e := strArg("removeprefix", 0, a[1])
			return NewStr(strings.TrimPrefix(ptr[Str](a[0]).Text, p)), e
		}},
		{"removesuffix", "suffix, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			p, e := strArg("removesuffix", 0, a[1])
			return NewStr(strings.TrimSuffix(ptr[Str](a[0]).Text, p)), e
		}},
		{"center", "width, fillchar=' ', /", strPad("center", 0)},
		{"ljust", "width, fillchar=' ', /", strPad("ljust", -1)},
		{"rjust", "width, fillchar=' ', /", strPad("rjust", 1)},
		{"zfill", "width, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			s := ptr[Str](a[0])
			w, e := Index(c, a[1])
			if e != nil {
				return Null, e
			}
			n := w - int64(s.Len)
			if n <= 0 {
				return NewStr(s.Text), nil
			}
			if e := c.Reserve(n); e != nil {
				return Null, e
			}
			zeros := strings.Repeat("0", int(n))
			if s.Len > 0 && (s.Text[0] == '-' || s.Text[0] == '+') {
				return NewStr(s.Text[:1] + zeros + s.Text[1:]), nil
			}
			return NewStr(zeros + s.Text), nil
		}},
		{"expandtabs", "tabsize=8", strExpandTabs},
		{"encode", "encoding='utf-8', errors='strict'", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			enc, errs, e := codecArgs("encode", a)
			if e != nil {
				return Null, e
			}
			b, e := encodeText(c, ptr[Str](a[0]), enc, errs)
			return NewBytes(b), e
		}},
		{"translate", "table, /", strTranslate},
		{"format", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) { return strFormat(c, a, kw) }},
		{"format_map", "mapping, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			f := &formatter{c: c, mapping: a[1]}
			return strResult(f.format(ptr[Str](a[0]).Text, 2))
		}},
		{"__getnewargs__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return TupleOf(NewStr(ptr[Str](a[0]).Text)), nil
		}},
	})
	t.iterables(1<<1, "join")
	t.iterError("can only join an iterable", "join")
	t.staticMethods([]def{{"maketrans", "x, y=None, z=None, /", strMakeTrans}})
}

func codecArgs(name string, a []Value) (enc, errs string, e *Exc) {
	enc, errs = "utf-8", "strict"
	if !a[1].IsNull() {
		s := AsStr(a[1])
		if s == nil {
			return "", "", NewExc(TypeError, "%s() argument 'encoding' must be str, not %s", name, typeNameOf(a[1]))
		}
		enc = s.Text
	}
	if !a[2].IsNull() {
		s := AsStr(a[2])
		if s == nil {
			return "", "", NewExc(TypeError, "%s() argument 'errors' must be str, not %s", name, typeNameOf(a[2]))
		}
		errs = s.Text
	}
	return
}

func strCount(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	s := ptr[Str](a[0])
	sub, e := strArgNeeded("count", a[1])
	if e != nil {
		return Null, e
	}
	from, to, _, ok, e := strRange(c, s, a[2], a[3])
	if e != nil || !ok {
		return Int(0), e
	}
	if sub == "" {
		return Int(int64(countRunes(s.Text[from:to])) + 1), nil
	}
	return Int(int64(strings.Count(s.Text[from:to], sub))), nil
}

func strAffix(name string, has func(s, p string) bool) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		s := ptr[Str](a[0])
		from, to, _, ok, e := strRange(c, s, a[2], a[3])
		if e != nil {
			return Null, e
		}
		if t := AsTuple(a[1]); t != nil {
			for _, x := range t.Elems {
				p := AsStr(x)
				if p == nil {
					return Null, NewExc(TypeError, "tuple for %s must only contain str, not %s", name, x.H.Type)
				}
				if ok && has(s.Text[from:to], p.Text) {
					return True, nil
				}
			}
			return False, nil
		}
		p := AsStr(a[1])
		if p == nil {
			return Null, NewExc(TypeError, "%s first arg must be str or a tuple of str, not %s", name, a[1].H.Type)
		}
		return Bool(ok && has(s.Text[from:to], p.Text)), nil
	}
}

func strJoin(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	items, e := Drain(c, a[1])
	if e != nil {
		if e != needVM && e.Type == TypeError {
			return Null, NewExc(TypeError, "can only join an iterable")
		}
		return Null, e
	}
	sep := ptr[Str](a[0])
	size, runes := 0, 0
	for i, x := range items {
		s := AsStr(x)
		if s == nil {
			return Null, NewExc(TypeError, "sequence item %d: expected str instance, %s found", i, x.H.Type)
		}
		size += len(s.Text) + len(sep.Text)
		runes += int(s.Len) + int(sep.Len)
	}
	if len(items) == 0 {
		return NewStr(""), nil
	}
	if len(items) == 1 && items[0].H.Type == StrType {
		return items[0], nil
	}
	if size > 1<<16 {
		if e := c.Reserve(int64(size)); e != nil {
			return Null, e
		}
	}
	var b strings.Builder
	b.Grow(size)
	for i, x := range items {
		if i > 0 {
			b.WriteString(sep.Text)
		}
		b.WriteString(ptr[Str](x).Text)
	}
	return newStrLen(b.String(), runes-int(sep.Len)), nil
}

// splitArgs reads sep ("" for whitespace) and maxsplit (negative for all).
func splitArgs(c *Ctx, a []Value) (sep string, n int, e *Exc) {
	n = -1
	if !a[1].IsNull() && !a[1].IsNone() {
		s := AsStr(a[1])
		if s == nil {
			return "", 0, NewExc(TypeError, "must be str or None, not %s", a[1].H.Type)
		}
		if sep = s.Text; sep == "" {
			return "", 0, NewExc(ValueError, "empty separator")
		}
	}
	if !a[2].IsNull() {
		m, e := Index(c, a[2])
		if e != nil {
			return "", 0, e
		}
		n = int(min(m, math.MaxInt32))
	}
	return
}

func sepArg(v Value) (string, *Exc) {
	s := AsStr(v)
	if s == nil {
		return "", NewExc(TypeError, "must be str, not %s", v.H.Type)
	}
	if s.Text == "" {
		return "", NewExc(ValueError, "empty separator")
	}
	return s.Text, nil
}

func strSplit(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	sep, n, e := splitArgs(c, a)
	if e != nil {
		return Null, e
	}
	text := ptr[Str](a[0]).Text
	if sep != "" {
		if n >= 0 {
			n++
		}
		return NewList(strValues(strings.SplitN(text, sep, n))), nil
	}
	var out []Value
	text = trimLeftSpace(text)
	for text != "" {
		if n >= 0 && len(out) == n {
			out = append(out, NewStr(text))
			break
		}
		i := indexSpace(text)
		if i < 0 {
			out = append(out, NewStr(text))
			break
		}
		out = append(out, NewStr(text[:i]))
		text = trimLeftSpace(text[i:])
	}
	return NewList(out), nil
}

func strRSplit(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	sep, n, e := splitArgs(c, a)
	if e != nil {
		return Null, e
	}
	text := ptr[Str](a[0]).Text
	var out []Value
	if sep != "" {
		for n < 0 || len(out) < n {
			i := strings.LastIndex(text, sep)
			if i < 0 {
				break
			}
			out = append(out, NewStr(text[i+len(sep):]))
			text = text[:i]
		}
		out = append(out, NewStr(text))
	} else {
		text = trimRightSpace(text)
		for text != "" {
			i := lastIndexSpace(text)
			if n >= 0 && len(out) == n || i < 0 {
				out = append(out, NewStr(text))
				break
			}
			out = append(out, NewStr(text[i:]))
			text = trimRightSpace(text[:i])
		}
	}
	reverseValues(out)
	return NewList(out), nil
}

func isLineBreak(r int32) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

func strSplitLines(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	keep := false
	if !a[1].IsNull() {
		var e *Exc
		if keep, e = Truth(c, a[1]); e != nil {
			return Null, e
		}
	}
	text := ptr[Str](a[0]).Text
	var out []Value
	for i := 0; i < len(text); {
		r, n := decodeRune(text[i:])
		if !isLineBreak(r) {
			i += n
			continue
		}
		end := i + n
		if r == '\r' && end < len(text) && text[end] == '\n' {
			end++
		}
		if keep {
			i = end
		}
		out = append(out, NewStr(text[:i]))
		text = text[end:]
		i = 0
	}
	if text != "" {
		out = append(out, NewStr(text))
	}
	return NewList(out), nil
}

func strStrip(name string, left, right bool) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		s := ptr[Str](a[0])
		text := s.Text
		if a[1].IsNull() || a[1].IsNone() {
			if left {
				text = trimLeftSpace(text)
			}
			if right {
				text = trimRightSpace(text)
			}
		} else {
			chars := AsStr(a[1])
			if chars == nil {
				return Null, NewExc(TypeError, "%s arg must be None or str", name)
			}
			if left {
				for text != "" {
					_, n := decodeRune(text)
					if !strings.Contains(chars.Text, text[:n]) {
						break
					}
					text = text[n:]
				}
			}
			if right {
				for text != "" {
					_, n := decodeLastRune(text)
					if !strings.Contains(chars.Text, text[len(text)-n:]) {
						break
					}
					text = text[:len(text)-n]
				}
			}
		}
		if len(text) == len(s.Text) && s.Type == StrType {
			return a[0], nil
		}
		return NewStr(text), nil
	}
}

func strReplace(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	s := ptr[Str](a[0])
	old, e := strArg("replace", 1, a[1])
	if e != nil {
		return Null, e
	}
	repl, e := strArg("replace", 2, a[2])
	if e != nil {
		return Null, e
	}
	n := int64(-1)
	if !a[3].IsNull() {
		if n, e = Index(c, a[3]); e != nil {
			return Null, e
		}
	}
	if len(repl) > len(old) {
		k := int64(strings.Count(s.Text, old))
		if n >= 0 {
			k = min(k, n)
		}
		if grown := k * int64(len(repl)-len(old)); grown > 1<<16 {
			if e := c.Reserve(grown); e != nil {
				return Null, e
			}
		}
	}
	if old == "" && !s.ASCII() {
		return NewStr(replaceEmpty(s, repl, n)), nil
	}
	return NewStr(strings.Replace(s.Text, old, repl, int(min(n, math.MaxInt32)))), nil
}

// replaceEmpty puts repl between all characters.
func replaceEmpty(s *Str, repl string, n int64) string {
	var b strings.Builder
	for _, r := range s.codePoints() {
		if n != 0 {
			b.WriteString(repl)
			n--
		}
		b.Write(appendRune(nil, r))
	}
	if n != 0 {
		b.WriteString(repl)
	}
	return b.String()
}

func strPad(name string, side int) LeafFunc {
	return func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		s := ptr[Str](a[0])
		w, e := Index(c, a[1])
		if e != nil {
			return Null, e
		}
		fill := " "
		if !a[2].IsNull() {
			f := AsStr(a[2])
			if f == nil {
				return Null, NewExc(TypeError, "The fill character must be a unicode character, not %s", a[2].H.Type)
			}
			if f.Len != 1 {
				return Null, NewExc(TypeError, "The fill character must be exactly one character long")
			}
			fill = f.Text
		}
		n := w - int64(s.Len)
		if n <= 0 {
			return NewStr(s.Text), nil
		}
		if n > 1<<16 {
			if e := c.Reserve(n * int64(len(fill))); e != nil {
				return Null, e
			}
		}
		left := 0
		switch side {
		case 0:
			left = int(n/2 + n&w&1)
		case 1:
			left = int(n)
		}
		return NewStr(strings.Repeat(fill, left) + s.Text + strings.Repeat(fill, int(n)-left)), nil
	}
}

func strExpandTabs(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	size := int64(8)
	if !a[1].IsNull() {
		var e *Exc
		if size, e = Index(c, a[1]); e != nil {
			return Null, e
		}
	}
	s := ptr[Str](a[0]).Text
	if e := c.Reserve(int64(strings.Count(s, "\t")) * max(size, 0)); e != nil {
		return Null, e
	}
	var b strings.Builder
	col := int64(0)
	for _, r := range toRunes(s) {
		switch r {
		case '\t':
			if size > 0 {
				k := size - col%size
				b.WriteString(strings.Repeat(" ", int(k)))
				col += k
			}
			continue
		case '\n', '\r':
			col = -1
		}
		col++
		b.Write(appendRune(nil, r))
	}
	return NewStr(b.String()), nil
}

func strMakeTrans(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	d := NewDict()
	if a[1].IsNull() {
		src := AsDict(a[0])
		if src == nil {
			return Null, NewExc(TypeError, "if you give only one argument to maketrans it must be a dict")
		}
		for pos := 0; ; {
			k, v, ok := src.Next(&pos)
			if !ok {
				return d.Value(), nil
			}
			if s := AsStr(k); s != nil {
				if s.Len != 1 {
					return Null, NewExc(ValueError, "string keys in translate table must be of length 1")
				}
				k = Int(int64(s.codePoints()[0]))
			} else if !IsIntLike(k) {
				return Null, NewExc(TypeError, "keys in translate table must be strings or integers")
			}
			if e := d.Set(c, k, v); e != nil {
				return Null, e
			}
		}
	}
	x, y := AsStr(a[0]), AsStr(a[1])
	if x == nil {
		return Null, NewExc(TypeError, "first maketrans argument must be a string if there is a second argument")
	}
	if y == nil {
		return Null, NewExc(TypeError, "maketrans() argument 2 must be str, not %s", a[1].H.Type)
	}
	if x.Len != y.Len {
		return Null, NewExc(ValueError, "the first two maketrans arguments must have equal length")
	}
	to := y.codePoints()
	for i, r := range x.codePoints() {
		if e := d.Set(c, Int(int64(r)), Int(int64(to[i]))); e != nil {
			return Null, e
		}
	}
	if !a[2].IsNull() {
		z := AsStr(a[2])
		if z == nil {
			return Null, NewExc(TypeError, "maketrans() argument 3 must be str, not %s", a[2].H.Type)
		}
		for _, r := range z.codePoints() {
			if e := d.Set(c, Int(int64(r)), None); e != nil {
				return Null, e
			}
		}
	}
	return d.Value(), nil
}

func strTranslate(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	var b strings.Builder
	held := 0 // accounted for
	for _, r := range ptr[Str](a[0]).codePoints() {
		if n := b.Len() - held; n > 1<<16 {
			if e := c.Grow(int64(held), int64(n)); e != nil {
				return Null, e
			}
			held += n
		}
		v, e := GetItem(c, a[1], Int(int64(r)))
		if e != nil {
			if e != needVM && e.Is(LookupError) {
				b.Write(appendRune(nil, r))
				continue
			}
			return Null, e
		}
		switch {
		case v.IsNone():
		case AsStr(v) != nil:
			b.WriteString(AsStr(v).Text)
		case IsIntLike(v):
			n, ok := ToInt64(v)
			if !ok || n < 0 || n > 0x10FFFF {
				return Null, NewExc(ValueError, "character mapping must be in range(0x110000)")
			}
			b.Write(appendRune(nil, int32(n)))
		default:
			return Null, NewExc(TypeError, "character mapping must return integer, None or str")
		}
	}
	return NewStr(b.String()), nil
}
