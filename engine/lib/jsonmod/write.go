package jsonmod

import (
	"math"
	"sort"
	"strings"

	"loopscope/engine/object"
)

const hexDigits = "0123456789abcdef"

// quote writes a text as a JSON string.
func quote(b []byte, s *str, ascii bool) []byte {
	b = append(b, '"')
	plain := func(c byte) bool { return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f && c < 0x80 }
	text := s.Text
	from := 0
	for i := 0; i < len(text); {
		c := text[i]
		if plain(c) || c == 0x7f && !ascii {
			i++
			continue
		}
		if c >= 0x80 && !ascii {
			i++
			continue
		}
		b = append(b, text[from:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
			i++
		case '\n':
			b = append(b, `\n`...)
			i++
		case '\r':
			b = append(b, `\r`...)
			i++
		case '\t':
			b = append(b, `\t`...)
			i++
		case '\f':
			b = append(b, `\f`...)
			i++
		case '\b':
			b = append(b, `\b`...)
			i++
		default:
			r, size := int32(c), 1
			if c >= 0x80 {
				end := i + 1
				for end < len(text) && text[end]&0xC0 == 0x80 {
					end++
				}
				size = end - i
				r = object.AsStr(object.NewStr(text[i:end])).CodePoints()[0]
			}
			if r > 0xffff {
				r -= 0x10000
				b = unicodeEscape(b, 0xd800+r>>10)
				r = 0xdc00 + r&0x3ff
			}
			b = unicodeEscape(b, r)
			i += size
		}
		from = i
	}
	b = append(b, text[from:]...)
	return append(b, '"')
}

func unicodeEscape(b []byte, r int32) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

func quoteLeaf(c *ctx, a []value, _ []*str) (value, *exc) {
	s := object.AsStr(a[0])
	if s == nil {
		return value{}, object.NewExc(object.TypeError, "first argument must be a string, not %s", object.TypeOf(a[0]).Label())
	}
	return object.NewStr(string(quote(nil, s, a[1] == object.True))), nil
}

// writer writes values of built-in classes.
type writer struct {
	c                      *ctx
	b                      []byte
	ascii, nan, sort, skip bool
	indent                 string
	hasIndent              bool
	item, key              string
	path                   []*object.Header
	exc                    *exc
}

// write answers the text, or None when there is something in the value that only
// the general encoder can deal with.
func write(c *ctx, a []value, _ []*str) (value, *exc) {
	w := &writer{c: c, ascii: a[1] == object.True, nan: a[2] == object.True, sort: a[3] == object.True, skip: a[4] == object.True}
	if x := object.AsStr(a[5]); x != nil {
		w.indent, w.hasIndent = x.Text, true
	}
	for i, v := range [...]value{a[7], a[6]} { // as parameters of the reference's encoder, where the key's comes first
		if object.AsStr(v) == nil {
			return value{}, object.NewExc(object.TypeError, "make_encoder() argument %d must be str, not %s", 5+i, object.TypeOf(v).Label())
		}
	}
	w.item, w.key = object.AsStr(a[6]).Text, object.AsStr(a[7]).Text
	if !w.value(a[0]) {
		if w.exc != nil {
			return value{}, w.exc
		}
		return object.None, nil
	}
	if e := c.Reserve(int64(len(w.b))); e != nil {
		return value{}, e
	}
	return object.NewStr(string(w.b)), nil
}

// float is how a float is written; ok is false for one that is not allowed.
func (w *writer) float(f float64) (string, bool) {
	text := ""
	switch {
	case math.IsNaN(f):
		text = "NaN"
	case math.IsInf(f, 1):
		text = "Infinity"
	case math.IsInf(f, -1):
		text = "-Infinity"
	default:
		return object.FloatRepr(f), true
	}
	if !w.nan {
		shown := ""
		if w.hasIndent {
			shown = ": " + map[string]string{"NaN": "nan", "Infinity": "inf", "-Infinity": "-inf"}[text]
		}
		w.exc = object.NewExc(object.ValueError, "Out of range float values are not JSON compliant%s", shown)
		return "", false
	}
	return text, true
}

// scalar is the text of a number or a word; ok is false for anything else.
func (w *writer) scalar(v value) (string, bool) {
	switch {
	case v.IsNone():
		return "null", true
	case v == object.True:
		return "true", true
	case v == object.False:
		return "false", true
	case v.IsFloat():
		return w.float(v.Float64())
	case object.TypeOf(v) == object.IntType:
		text, e := object.Repr(w.c, v)
		w.exc = e
		return text, e == nil
	}
	return "", false
}

func (w *writer) value(v value) bool {
	if s := object.AsStr(v); s != nil {
		w.b = quote(w.b, s, w.ascii)
		return true
	}
	if text, ok := w.scalar(v); ok {
		w.b = append(w.b, text...)
		return true
	}
	if w.exc != nil {
		return false
	}
	var elems []value
	switch object.TypeOf(v) {
	case object.ListType:
		elems = object.AsList(v).Elems
	case object.TupleType:
		elems = object.AsTuple(v).Elems
	case object.DictType:
	default:
		return false
	}
	if len(w.path) > maxDepth {
		w.exc = object.NewExc(object.RecursionError, "maximum recursion depth exceeded while encoding a JSON object")
		return false
	}
	for _, h := range w.path {
		if h == v.H {
			return false // the general encoder says what is circular
		}
	}
	w.path = append(w.path, v.H)
	defer func() { w.path = w.path[:len(w.path)-1] }()
	if d := object.AsDict(v); d != nil {
		return w.dict(d)
	}
	if len(elems) == 0 {
		w.b = append(w.b, "[]"...)
		return true
	}
	w.b = append(w.b, '[')
	for i, x := range elems {
		w.between(i)
		if !w.value(x) {
			return false
		}
	}
	w.newline(len(w.path) - 1)
	w.b = append(w.b, ']')
	return true
}

func (w *writer) between(i int) {
	if i > 0 {
		w.b = append(w.b, w.item...)
	}
	w.newline(len(w.path))
}

func (w *writer) newline(depth int) {
	if w.hasIndent {
		w.b = append(w.b, '\n')
		w.b = append(w.b, strings.Repeat(w.indent, depth)...)
	}
}

func (w *writer) dict(d *object.Dict) bool {
	type pair struct {
		key *str
		v   value
	}
	var pairs []pair
	for pos := 0; ; {
		k, v, ok := d.Next(&pos)
		if !ok {
			break
		}
		key := object.AsStr(k)
		if key == nil {
			if w.sort {
				return false // mixed keys may not compare
			}
			text, ok := w.scalar(k)
			if !ok {
				if w.exc == nil && w.skip && !object.TypeOf(k).IsHeap() {
					continue
				}
				return false
			}
			key = object.AsStr(object.NewStr(text))
		}
		pairs = append(pairs, pair{key, v})
	}
	if len(pairs) == 0 {
		w.b = append(w.b, "{}"...)
		return true
	}
	if w.sort {
		// The order of UTF-8 is that of code points.
		sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].key.Text < pairs[j].key.Text })
	}
	w.b = append(w.b, '{')
	for i, p := range pairs {
		w.between(i)
		w.b = quote(w.b, p.key, w.ascii)
		w.b = append(w.b, w.key...)
		if !w.value(p.v) {
			return false
		}
	}
	w.newline(len(w.path) - 1)
	w.b = append(w.b, '}')
	return true
}
