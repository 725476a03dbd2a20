package object

import "strings"

// What the codecs do with what they cannot encode or decode: errs names it.

// CharacterName is the Unicode name of a character, "" for one without; NamedCharacter is the
// character of a name. Set by a package that has the names.
var (
	CharacterName  func(r int32) string
	NamedCharacter func(name string) (int32, bool)
)

// encoder encodes a text.
type encoder struct {
	c                  *Ctx
	s                  *Str
	name, errs, reason string
	single             bool // each character that cannot be encoded is an error of its own
	unit               int  // bytes of a unit of UTF-16 and UTF-32, 0 for others
	big                bool
	put                func(b []byte, r int32) ([]byte, bool)
	out                []byte
	rs                 []int32
}

// run encodes character by character; put says false for one that the encoding does not have.
func (x *encoder) run(put func(b []byte, r int32) ([]byte, bool)) (string, *Exc) {
	x.put = put
	x.rs = x.s.codePoints()
	for i := 0; i < len(x.rs); {
		b, ok := put(x.out, x.rs[i])
		if ok {
			x.out = b
			i++
			continue
		}
		end := i + 1
		for end < len(x.rs) && !x.single {
			if _, ok := put(nil, x.rs[end]); ok {
				break
			}
			end++
		}
		var e *Exc
		if i, e = x.fail(i, end); e != nil {
			return "", e
		}
	}
	return string(x.out), nil
}

func (x *encoder) exc(start, end int) *Exc {
	return ExcArgs(UnicodeEncodeError, NewStr(x.name), x.s.Value(), Int(int64(start)), Int(int64(end)), NewStr(x.reason))
}

// fail deals with the characters from start to end; the answer is where to go on.
func (x *encoder) fail(start, end int) (int, *Exc) {
	text := ""
	switch x.errs {
	case "strict":
		return 0, x.exc(start, end)
	case "ignore":
	case "replace":
		text = strings.Repeat("?", end-start)
	case "xmlcharrefreplace":
		for _, r := range x.rs[start:end] {
			text += Sprintf("&#%d;", r)
		}
	case "backslashreplace", "namereplace":
		for _, r := range x.rs[start:end] {
			name := ""
			if x.errs == "namereplace" && CharacterName != nil {
				name = CharacterName(r)
			}
			if name != "" {
				text += "\\N{" + name + "}"
			} else {
				text += escapeRune(r)
			}
		}
	case "surrogateescape", "surrogatepass":
		for i, r := range x.rs[start:end] {
			switch {
			case x.errs == "surrogatepass" && isSurrogate(r) && x.unit > 0:
				x.out = appendUnit(x.out, uint32(r), x.unit, x.big)
			case x.errs == "surrogatepass" && isSurrogate(r) && x.name == "utf-8":
				x.out = appendRune(x.out, r)
			case x.errs == "surrogateescape" && r >= 0xDC80 && r <= 0xDCFF && x.unit == 0:
				x.out = append(x.out, byte(r-0xDC00))
			default:
				if x.errs == "surrogatepass" {
					return 0, x.exc(start, end)
				}
				return 0, x.exc(start+i, end)
			}
		}
	default:
		r, next, e := x.c.askHandler(x.errs, x.exc(start, end), len(x.rs), "encoding")
		if e != nil {
			return 0, e
		}
		s := AsStr(r)
		if s == nil {
			x.out = append(x.out, bytesText(r)...)
			return next, nil
		}
		for _, r := range s.codePoints() {
			ok := false
			if x.out, ok = x.put(x.out, r); !ok {
				return 0, x.exc(start, end)
			}
		}
		return next, nil
	}
	for _, r := range text {
		b, ok := x.put(x.out, r)
		if !ok {
			return 0, x.exc(start, end)
		}
		x.out = b
	}
	return end, nil
}

// decoder decodes bytes.
type decoder struct {
	c                *Ctx
	data, name, errs string
	out              []byte
}

// fail deals with the bytes from start to end; the answer is where to go on.
func (x *decoder) fail(start, end int, reason string) (int, *Exc) {
	exc := func() *Exc {
		return ExcArgs(UnicodeDecodeError, NewStr(x.name), NewBytes(x.data), Int(int64(start)), Int(int64(end)), NewStr(reason))
	}
	switch x.errs {
	case "strict", "surrogatepass": // the latter passes surrogates only, which callers see to
		return 0, exc()
	case "ignore":
	case "replace":
		x.out = append(x.out, "\uFFFD"...)
	case "backslashreplace":
		for _, b := range []byte(x.data[start:end]) {
			x.out = append(x.out, '\\', 'x', hexDigits[b>>4], hexDigits[b&15])
		}
	case "surrogateescape":
		n := 0
		for ; start+n < end && x.data[start+n] >= 0x80; n++ {
			x.out = appendRune(x.out, 0xDC00+int32(x.data[start+n]))
		}
		if n == 0 {
			return 0, exc()
		}
		return start + n, nil
	case "xmlcharrefreplace", "namereplace":
		return 0, NewExc(TypeError, "don't know how to handle UnicodeDecodeError in error callback")
	default:
		r, next, e := x.c.askHandler(x.errs, exc(), len(x.data), "decoding")
		if e != nil {
			return 0, e
		}
		s := AsStr(r)
		if s == nil {
			return 0, NewExc(TypeError, "decoding error handler must return (str, int) tuple")
		}
		x.out = append(x.out, s.Text...)
		return next, nil
	}
	return end, nil
}

// askHandler asks the program's own handler of errors: what stands for the error, and where to go on.
func (c *Ctx) askHandler(errs string, exc *Exc, n int, doing string) (Value, int, *Exc) {
	if c.CodecHook.IsNull() {
		return Null, 0, NewExc(LookupError, "unknown error handler name '%s'", errs)
	}
	r, e := c.ask(Ask{Kind: AskCall, A: c.CodecHook, Args: []Value{NewStr("error"), NewStr(errs), exc.Value(), None}})
	if e != nil {
		return Null, 0, e
	}
	want := "(str, int)"
	if doing == "encoding" {
		want = "(str/bytes, int)"
	}
	bad := NewExc(TypeError, "%s error handler must return %s tuple", doing, want)
	t := AsTuple(r)
	if t == nil || len(t.Elems) != 2 || !IsIntLike(t.Elems[1]) || AsStr(t.Elems[0]) == nil && (doing == "decoding" || AsBytes(t.Elems[0]) == nil) {
		return Null, 0, bad
	}
	at, _ := ToInt64(t.Elems[1])
	if at < 0 {
		at += int64(n)
	}
	if at < 0 || at > int64(n) {
		shown, _ := ToInt64(t.Elems[1])
		return Null, 0, NewExc(IndexError, "position %d from error handler out of bounds", shown)
	}
	return t.Elems[0], int(at), nil
}
