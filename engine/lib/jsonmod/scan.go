package jsonmod

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"loopscope/engine/object"
)

// scanner reads a value. Positions are bytes of the text until they are reported.
type scanner struct {
	c      *ctx
	s      *str
	text   string
	strict bool
	keys   map[string]value // the keys of one text are few and come again
	msg    string           // of the error
	at     int
	exc    *exc
}

func (s *scanner) fail(msg string, at int) (value, int, bool) {
	if s.msg == "" {
		s.msg, s.at = msg, at
	}
	return value{}, 0, false
}

// outcome is (value, end), or (None, message, position) for an error; positions count characters.
func (s *scanner) outcome(v value, end int, ok bool) (value, *exc) {
	if s.exc != nil {
		return value{}, s.exc
	}
	if !ok {
		return object.TupleOf(object.None, object.NewStr(s.msg), object.Int(int64(s.chars(s.at)))), nil
	}
	return object.TupleOf(v, object.Int(int64(s.chars(end)))), nil
}

func (s *scanner) chars(at int) int {
	if s.s.ASCII() {
		return at
	}
	n := 0
	for i := 0; i < at && i < len(s.text); i++ {
		if s.text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// offset is where a character begins.
func offset(s *str, char int64) int {
	if s.ASCII() || char <= 0 {
		return int(min(max(char, 0), int64(len(s.Text))))
	}
	n := int64(0)
	for i := 0; i < len(s.Text); i++ {
		if s.Text[i]&0xC0 != 0x80 {
			if n == char {
				return i
			}
			n++
		}
	}
	return len(s.Text)
}

func newScanner(c *ctx, text, start, strict value) (*scanner, int, *exc) {
	x := object.AsStr(text)
	if x == nil {
		return nil, 0, object.NewExc(object.TypeError, "first argument must be a string, not %s", object.TypeOf(text).Label())
	}
	n, e := object.Index(c, start)
	if e != nil {
		return nil, 0, e
	}
	b := true
	if !strict.IsNull() {
		if b, e = object.Truth(c, strict); e != nil {
			return nil, 0, e
		}
	}
	return &scanner{c: c, s: x, text: x.Text, strict: b, keys: map[string]value{}}, offset(x, n), nil
}

func parse(c *ctx, a []value, _ []*str) (value, *exc) {
	s, at, e := newScanner(c, a[0], a[1], a[2])
	if e != nil {
		return value{}, e
	}
	return s.outcome(s.value(at, 0))
}

func scanString(c *ctx, a []value, _ []*str) (value, *exc) {
	s, at, e := newScanner(c, a[0], a[1], a[2])
	if e != nil {
		return value{}, e
	}
	text, end, ok := s.str(at)
	return s.outcome(object.NewStr(text), end, ok)
}

func (s *scanner) space(i int) int {
	for i < len(s.text) {
		switch s.text[i] {
		case ' ', '\t', '\n', '\r':
			i++
			continue
		}
		break
	}
	return i
}

func (s *scanner) value(i, depth int) (value, int, bool) {
	t := s.text
	if i >= len(t) {
		return s.fail("Expecting value", i)
	}
	if depth > maxDepth {
		s.exc = object.NewExc(object.RecursionError, "maximum recursion depth exceeded while decoding a JSON %s from a unicode string", map[byte]string{'[': "array"}[t[i]])
		return value{}, 0, false
	}
	word := func(w string, v value) (value, int, bool) {
		if strings.HasPrefix(t[i:], w) {
			return v, i + len(w), true
		}
		return s.fail("Expecting value", i)
	}
	switch c := t[i]; c {
	case '"':
		text, end, ok := s.str(i + 1)
		return object.NewStr(text), end, ok
	case '{':
		return s.object(i, depth)
	case '[':
		return s.array(i, depth)
	case 'n':
		return word("null", object.None)
	case 't':
		return word("true", object.True)
	case 'f':
		return word("false", object.False)
	case 'N':
		return word("NaN", object.Float(math.NaN()))
	case 'I':
		return word("Infinity", object.Float(math.Inf(1)))
	case '-':
		if strings.HasPrefix(t[i:], "-Infinity") {
			return object.Float(math.Inf(-1)), i + len("-Infinity"), true
		}
		fallthrough
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return s.number(i)
	}
	return s.fail("Expecting value", i)
}

func digit(t string, i int) bool { return i < len(t) && t[i] >= '0' && t[i] <= '9' }

func (s *scanner) number(i int) (value, int, bool) {
	t, j := s.text, i
	if t[j] == '-' {
		j++
	}
	switch {
	case !digit(t, j):
		return s.fail("Expecting value", i)
	case t[j] == '0':
		j++
	default:
		for digit(t, j) {
			j++
		}
	}
	whole := true
	if j < len(t) && t[j] == '.' && digit(t, j+1) {
		whole = false
		for j++; digit(t, j); j++ {
		}
	}
	if j < len(t) && (t[j] == 'e' || t[j] == 'E') {
		k := j + 1
		if k < len(t) && (t[k] == '+' || t[k] == '-') {
			k++
		}
		if digit(t, k) {
			whole = false
			for j = k; digit(t, j); j++ {
			}
		}
	}
	text := t[i:j]
	if !whole {
		f, _ := strconv.ParseFloat(text, 64) // too large is infinite, as it should be
		return object.Float(f), j, true
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return object.Int(n), j, true
	}
	if len(text) > 4300 {
		s.exc = object.NewExc(object.ValueError, "Exceeds the limit (4300 digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", len(text))
		return value{}, 0, false
	}
	n, _ := new(big.Int).SetString(text, 10)
	return object.NewBigInt(n), j, true
}

// str reads a string after its opening quote.
func (s *scanner) str(i int) (string, int, bool) {
	t := s.text
	begin := i - 1
	bad := func(msg string, at int) (string, int, bool) {
		s.fail(msg, at)
		return "", 0, false
	}
	from := i
	for i < len(t) && t[i] != '"' && t[i] != '\\' && t[i] >= 0x20 {
		i++
	}
	if i < len(t) && t[i] == '"' {
		return t[from:i], i + 1, true
	}
	var b []byte
	b = append(b, t[from:i]...)
	for {
		if i >= len(t) {
			return bad("Unterminated string starting at", begin)
		}
		c := t[i]
		switch {
		case c == '"':
			return string(b), i + 1, true
		case c == '\\':
			i++
			if i >= len(t) {
				return bad("Unterminated string starting at", begin)
			}
			switch t[i] {
			case '"', '\\', '/':
				b = append(b, t[i])
			case 'b':
				b = append(b, '\b')
			case 'f':
				b = append(b, '\f')
			case 'n':
				b = append(b, '\n')
			case 'r':
				b = append(b, '\r')
			case 't':
				b = append(b, '\t')
			case 'u':
				r, ok := hex4(t, i+1)
				if !ok {
					return bad("Invalid \\uXXXX escape", i)
				}
				i += 4
				if r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(t[i+1:], "\\u") {
					if lo, ok := hex4(t, i+3); ok && lo >= 0xdc00 && lo < 0xe000 {
						r = 0x10000 + (r-0xd800)<<10 + (lo - 0xdc00)
						i += 6
					}
				}
				b = append(b, object.TextOf([]int32{r})...)
			default:
				return bad("Invalid \\escape", i-1)
			}
			i++
		case c < 0x20 && s.strict:
			return bad("Invalid control character at", i)
		default:
			b = append(b, c)
			i++
		}
	}
}

func hex4(t string, i int) (int32, bool) {
	if i+4 > len(t) {
		return 0, false
	}
	n, err := strconv.ParseUint(t[i:i+4], 16, 32)
	return int32(n), err == nil && t[i] != '+' && t[i] != '_'
}

func (s *scanner) array(i, depth int) (value, int, bool) {
	t := s.text
	var out []value
	i = s.space(i + 1)
	if i < len(t) && t[i] == ']' {
		return object.NewList(nil), i + 1, true
	}
	for {
		v, end, ok := s.value(i, depth+1)
		if !ok {
			return v, end, ok
		}
		out = append(out, v)
		i = s.space(end)
		if i < len(t) && t[i] == ']' {
			return object.NewList(out), i + 1, true
		}
		if i >= len(t) || t[i] != ',' {
			return s.fail("Expecting ',' delimiter", i)
		}
		i = s.space(i + 1)
	}
}

func (s *scanner) object(i, depth int) (value, int, bool) {
	t := s.text
	d := object.NewDict()
	i = s.space(i + 1)
	if i < len(t) && t[i] == '}' {
		return d.Value(), i + 1, true
	}
	for {
		if i >= len(t) || t[i] != '"' {
			return s.fail("Expecting property name enclosed in double quotes", i)
		}
		text, end, ok := s.str(i + 1)
		if !ok {
			return value{}, 0, false
		}
		key, known := s.keys[text]
		if !known {
			key = object.NewStr(text)
			s.keys[text] = key
		}
		i = s.space(end)
		if i >= len(t) || t[i] != ':' {
			return s.fail("Expecting ':' delimiter", i)
		}
		v, end, ok := s.value(s.space(i+1), depth+1)
		if !ok {
			return v, end, ok
		}
		d.Set(s.c, key, v) // texts need nothing called
		i = s.space(end)
		if i < len(t) && t[i] == '}' {
			return d.Value(), i + 1, true
		}
		if i >= len(t) || t[i] != ',' {
			return s.fail("Expecting ',' delimiter", i)
		}
		i = s.space(i + 1)
	}
}
