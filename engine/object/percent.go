package object

import (
	"math"
	"strings"
)

// percentArgs hands out the arguments of a % formatting.
type percentArgs struct {
	c       *Ctx
	tuple   []Value // the operand's items when it is a tuple
	single  Value
	isTuple bool
	next    int
	mapping bool // the operand can be indexed by name
}

func (a *percentArgs) take() (Value, *Exc) {
	if a.isTuple {
		if a.next < len(a.tuple) {
			a.next++
			return a.tuple[a.next-1], nil
		}
	} else if a.next == 0 {
		a.next++
		return a.single, nil
	}
	return Null, NewExc(TypeError, "not enough arguments for format string")
}

// percentFormat is format % operand; as bytes for a bytes format.
func percentFormat(c *Ctx, format string, operand Value, bytes bool) (string, *Exc) {
	a := &percentArgs{c: c, single: operand}
	if t := AsTuple(operand); t != nil {
		a.isTuple, a.tuple = true, t.Elems
	} else if operand.H.Type.GetItem != nil && AsStr(operand) == nil && !(bytes && (AsBytes(operand) != nil || AsByteArray(operand) != nil)) {
		a.mapping = true
	}
	var b strings.Builder
	for i := 0; i < len(format); {
		j := strings.IndexByte(format[i:], '%')
		if j < 0 {
			b.WriteString(format[i:])
			break
		}
		b.WriteString(format[i : i+j])
		p := percentItem{format: format, pos: i + j + 1, bytes: bytes, prec: -1}
		text, e := p.run(a)
		if e != nil {
			return "", e
		}
		b.WriteString(text)
		i = p.pos
	}
	if a.isTuple && a.next < len(a.tuple) || !a.isTuple && a.next == 0 && !a.mapping {
		if bytes {
			return "", NewExc(TypeError, "not all arguments converted during bytes formatting")
		}
		return "", NewExc(TypeError, "not all arguments converted during string formatting")
	}
	return b.String(), nil
}

type percentItem struct {
	format                        string
	pos                           int
	bytes                         bool
	minus, plus, space, alt, zero bool
	noNegZero                     bool // a flag of bytes only
	width, prec                   int
}

func (p *percentItem) peek() (byte, *Exc) {
	if p.pos >= len(p.format) {
		return 0, NewExc(ValueError, "incomplete format")
	}
	return p.format[p.pos], nil
}

func (p *percentItem) run(a *percentArgs) (string, *Exc) {
	ch, e := p.peek()
	if e != nil {
		return "", e
	}
	if ch == '%' {
		p.pos++
		return "%", nil
	}
	var named Value
	if ch == '(' {
		if !a.mapping {
			return "", NewExc(TypeError, "format requires a mapping")
		}
		depth, start := 1, p.pos+1
		for p.pos++; p.pos < len(p.format); p.pos++ {
			if p.format[p.pos] == '(' {
				depth++
			} else if p.format[p.pos] == ')' {
				if depth--; depth == 0 {
					break
				}
			}
		}
		if depth > 0 {
			return "", NewExc(ValueError, "incomplete format key")
		}
		key := NewStr(p.format[start:p.pos])
		if p.bytes {
			key = NewBytes(p.format[start:p.pos])
		}
		p.pos++
		if named, e = GetItem(a.c, a.single, key); e != nil {
			return "", e
		}
	}
flags:
	for {
		if ch, e = p.peek(); e != nil {
			return "", e
		}
		switch ch {
		case '-':
			p.minus = true
		case '+':
			p.plus = true
		case ' ':
			p.space = true
		case '#':
			p.alt = true
		case '0':
			p.zero = true
		case 'z':
			if !p.bytes {
				break flags
			}
			p.noNegZero = true
		default:
			break flags
		}
		p.pos++
	}
	if p.width, e = p.number(a, "width"); e != nil {
		return "", e
	}
	if p.width < 0 {
		p.minus, p.width = true, -p.width
	}
	if ch, e = p.peek(); e != nil {
		return "", e
	}
	if ch == '.' {
		p.pos++
		if p.prec, e = p.number(a, "precision"); e != nil {
			return "", e
		}
		p.prec = max(p.prec, 0)
	}
	if ch, e = p.peek(); e == nil && (ch == 'h' || ch == 'l' || ch == 'L') {
		p.pos++
		_, e = p.peek()
	}
	if e != nil {
		return "", e
	}
	verb, n := decodeRune(p.format[p.pos:])
	at := p.pos
	p.pos += n
	v := named
	if v.IsNull() {
		if v, e = a.take(); e != nil {
			return "", e
		}
	}
	if p.width > 1<<16 || p.prec > 1<<16 {
		if e := a.c.Reserve(int64(p.width) + int64(p.prec)); e != nil {
			return "", e
		}
	}
	return p.convert(a, verb, at, v)
}

func (p *percentItem) number(a *percentArgs, what string) (int, *Exc) {
	if p.pos < len(p.format) && p.format[p.pos] == '*' {
		p.pos++
		v, e := a.take()
		if e != nil {
			return 0, e
		}
		n, ok := ToInt64(v)
		if !ok {
			return 0, NewExc(TypeError, "* wants int")
		}
		if n > math.MaxInt32 || n < -math.MaxInt32 {
			return 0, NewExc(OverflowError, "Python int too large to convert to C int")
		}
		return int(n), nil
	}
	n := 0
	for ; p.pos < len(p.format) && p.format[p.pos] >= '0' && p.format[p.pos] <= '9'; p.pos++ {
		n = n*10 + int(p.format[p.pos]-'0')
		if n > math.MaxInt32 {
			return 0, NewExc(ValueError, "%s too big", what)
		}
	}
	return n, nil
}

func (p *percentItem) convert(a *percentArgs, verb int32, at int, v Value) (string, *Exc) {
	c := a.c
	var s string
	var e *Exc
	switch verb {
	case 's', 'r', 'a', 'b':
		if p.bytes && (verb == 's' || verb == 'b') {
			data, ok := BytesLike(v)
			if m := v.H.Type.Lookup(strBytesMethod); !ok && v.H.Type.IsHeap() && !m.IsNull() {
				r, e := Invoke(c, m, v)
				if e != nil {
					return "", e
				}
				b := AsBytes(r)
				if b == nil {
					return "", NewExc(TypeError, "__bytes__ returned non-bytes (type %s)", r.H.Type)
				}
				data, ok = b.Data, true
			}
			if !ok {
				return "", NewExc(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", v.H.Type)
			}
			s = data
			break
		}
		if verb == 'b' {
			return "", p.unsupported(verb, at)
		}
		if verb == 's' {
			s, e = StrOf(c, v)
		} else {
			s, e = Repr(c, v)
			if verb == 'a' || p.bytes {
				s = ASCII(s)
			}
		}
	case 'd', 'i', 'u':
		return p.integer(c, v, 10, byte(verb))
	case 'x', 'X':
		return p.integer(c, v, 16, byte(verb))
	case 'o':
		return p.integer(c, v, 8, 'o')
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return p.float(c, v, byte(verb))
	case 'c':
		if x := AsStr(v); x != nil && !p.bytes {
			if x.Len != 1 {
				return "", NewExc(TypeError, "%c requires int or char")
			}
			s = x.Text
		} else if data, ok := BytesLike(v); ok && p.bytes && len(data) == 1 {
			s = data
		} else if n, ok := intValue(v); ok {
			limit := int64(0x10FFFF)
			if p.bytes {
				limit = 255
			}
			if n.H != &IntHeader || n.Int64() < 0 || n.Int64() > limit {
				if p.bytes {
					return "", NewExc(OverflowError, "%c arg not in range(256)")
				}
				return "", NewExc(OverflowError, "%c arg not in range(0x110000)")
			}
			if p.bytes {
				s = string([]byte{byte(n.Int64())})
			} else {
				s = string(appendRune(nil, int32(n.Int64())))
			}
		} else if v.H.Type.IsHeap() && !v.H.Type.Lookup(strIndex).IsNull() {
			n, e := IndexValue(c, v)
			if e != nil {
				return "", e
			}
			return p.convert(a, verb, at, n)
		} else if p.bytes {
			return "", NewExc(TypeError, "%c requires an integer in range(256) or a single byte")
		} else {
			return "", NewExc(TypeError, "%c requires int or char")
		}
		p.prec = -1
	default:
		return "", p.unsupported(verb, at)
	}
	if e != nil {
		return "", e
	}
	if p.prec >= 0 && p.prec < p.length(s) {
		off := p.prec
		if !p.bytes {
			off = (&Str{Text: s, Len: -1}).byteOffset(p.prec)
		}
		s = s[:off]
	}
	return p.pad("", s, false), nil
}

func (p *percentItem) length(s string) int {
	if p.bytes {
		return len(s)
	}
	return countRunes(s)
}

func (p *percentItem) unsupported(verb int32, at int) *Exc {
	shown := string(appendRune(nil, verb))
	if verb < 32 || verb > 126 {
		shown = "?"
	}
	hex := ""
	for r := verb; r > 0; r >>= 4 {
		hex = string(hexDigits[r&15]) + hex
	}
	return NewExc(ValueError, "unsupported format character '%s' (0x%s) at index %d", shown, hex, countRunes(p.format[:at]))
}

// pad puts a sign or prefix and text into the width.
func (p *percentItem) pad(sign, text string, zero bool) string {
	n := p.width - p.length(sign) - p.length(text)
	if n <= 0 {
		return sign + text
	}
	switch {
	case p.minus:
		return sign + text + strings.Repeat(" ", n)
	case zero:
		return sign + strings.Repeat("0", n) + text
	}
	return strings.Repeat(" ", n) + sign + text
}

func (p *percentItem) sign(neg bool) string {
	switch {
	case neg:
		return "-"
	case p.plus:
		return "+"
	case p.space:
		return " "
	}
	return ""
}

func (p *percentItem) integer(c *Ctx, v Value, base int, verb byte) (string, *Exc) {
	n, ok := intValue(v)
	if !ok {
		f, isFloat := ToFloat(v)
		switch {
		case isFloat && base == 10:
			var e *Exc
			if n, e = intOfFloat(f); e != nil {
				return "", e
			}
		case base == 10 && v.H.Type.IsHeap() && !v.H.Type.Lookup(strInt).IsNull():
			var e *Exc
			if n, e = c.ask(Ask{Kind: AskInt, A: v}); e != nil {
				return "", e
			}
			n, _ = intValue(n)
		case v.H.Type.IsHeap() && !v.H.Type.Lookup(strIndex).IsNull():
			var e *Exc
			if n, e = IndexValue(c, v); e != nil {
				return "", e
			}
		case base == 10:
			return "", NewExc(TypeError, "%%%c format: a real number is required, not %s", int32(verb), v.H.Type)
		default:
			return "", NewExc(TypeError, "%%%c format: an integer is required, not %s", int32(verb), v.H.Type)
		}
	}
	var digits string
	if base == 10 {
		var e *Exc
		if digits, e = intRepr(c, n); e != nil {
			return "", e
		}
	} else {
		digits = bigOf(n).Text(base)
	}
	neg := digits[0] == '-'
	digits = strings.TrimPrefix(digits, "-")
	if k := p.prec - len(digits); k > 0 {
		digits = strings.Repeat("0", k) + digits
	}
	prefix := ""
	if p.alt && base == 16 {
		prefix = "0x"
	} else if p.alt && base == 8 {
		prefix = "0o"
	}
	if verb == 'X' {
		digits, prefix = strings.ToUpper(digits), strings.ToUpper(prefix)
	}
	return p.pad(p.sign(neg)+prefix, digits, p.zero && !p.minus), nil
}

func (p *percentItem) float(c *Ctx, v Value, verb byte) (string, *Exc) {
	x, ok, e := NumFloat(v)
	if e != nil {
		return "", e
	}
	if !ok {
		if v.H.Type.IsHeap() && (!v.H.Type.Lookup(strFloat).IsNull() || !v.H.Type.Lookup(strIndex).IsNull()) {
			r, e := c.ask(Ask{Kind: AskFloat, A: v})
			if e != nil {
				return "", e
			}
			return p.float(c, r, verb)
		}
		if p.bytes {
			return "", NewExc(TypeError, "float argument required, not %s", v.H.Type)
		}
		return "", NewExc(TypeError, "must be real number, not %s", v.H.Type)
	}
	if p.prec > maxPrecision {
		return "", NewExc(ValueError, "precision too large")
	}
	s := formatFloat(x, verb, p.prec, p.alt)
	neg := s[0] == '-'
	if p.noNegZero && neg && strings.Trim(s, "-0.") == "" {
		s, neg = s[1:], false
	}
	return p.pad(p.sign(neg), strings.TrimPrefix(s, "-"), p.zero && !p.minus), nil
}
