package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// strings reads one or more string literals side by side.
func (p *parser) strings() Expr {
	first := p.pos
	start := p.tok().start
	for p.kind() == tString {
		p.next()
	}
	toks := p.toks[first:p.pos]
	span := p.span(start)
	anyBytes, anyText, formatted := false, false, false
	for _, t := range toks {
		lit := p.literal(t)
		anyBytes = anyBytes || lit.bytes
		anyText = anyText || !lit.bytes
		formatted = formatted || lit.format
	}
	if anyBytes && anyText {
		p.mixedBytes(span)
	}
	if formatted {
		return p.joined(toks, span)
	}
	var value string
	if len(toks) == 1 {
		value = p.literal(toks[0]).value(p)
	} else {
		var b strings.Builder
		for _, t := range toks {
			b.WriteString(p.literal(t).value(p))
		}
		value = b.String()
	}
	if anyBytes {
		return &Bytes{span, value}
	}
	return &Str{span, value, p.src[start] == 'u'} // U"" does not count
}

// literal is a string token taken apart. start and end bound what stands
// between the quotes.
type literal struct {
	tok                token
	start, end         int
	raw, bytes, format bool
}

func (p *parser) literal(t token) literal {
	l := literal{tok: t}
	i := int(t.start)
	for {
		switch p.src[i] {
		case 'r', 'R':
			l.raw = true
		case 'b', 'B':
			l.bytes = true
		case 'f', 'F':
			l.format = true
		case 'u', 'U':
		default:
			n := 1
			if q := p.src[i]; int(t.end)-i >= 6 && p.src[i+1] == q && p.src[i+2] == q {
				n = 3
			}
			l.start, l.end = i+n, int(t.end)-n
			return l
		}
		i++
	}
}

// value is what the literal stands for.
func (l literal) value(p *parser) string {
	s := p.src[l.start:l.end]
	if l.bytes {
		for i := 0; i < len(s); i++ {
			if s[i] >= 0x80 {
				p.failFar("bytes can only contain ASCII literal characters")
			}
		}
	}
	if l.raw || strings.IndexByte(s, '\\') < 0 {
		return s
	}
	return p.unescape(s, l.bytes, l.tok)
}

// unescape replaces backslash escapes. Escapes that mean nothing stay as they
// are, with a warning for the first.
func (p *parser) unescape(s string, bytes bool, tok token) string {
	b := make([]byte, 0, len(s))
	warned := false
	for i := 0; i < len(s); {
		c := s[i]
		if c != '\\' {
			b = append(b, c)
			i++
			continue
		}
		at := i
		i++
		c = s[i]
		i++
		switch c {
		case '\n':
		case '\\', '\'', '"':
			b = append(b, c)
		case 'a':
			b = append(b, '\a')
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
		case 'v':
			b = append(b, '\v')
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v := rune(c - '0')
			for n := 1; n < 3 && i < len(s) && s[i] >= '0' && s[i] <= '7'; n++ {
				v = v*8 + rune(s[i]-'0')
				i++
			}
			if v > 0o377 && !warned {
				p.warn("DeprecationWarning", Span{tok.start, tok.end}, "invalid octal escape sequence '%s'", s[at:i])
				warned = true
			}
			if bytes {
				b = append(b, byte(v))
			} else {
				b = utf8.AppendRune(b, v)
			}
		case 'x':
			v, n := hexDigits(s[i:], 2)
			if n < 2 {
				p.badHex(s, at, i+n, bytes, 'x', tok)
			}
			i += n
			if bytes {
				b = append(b, byte(v))
			} else {
				b = utf8.AppendRune(b, rune(v))
			}
		case 'u', 'U', 'N':
			if bytes {
				b = append(b, '\\', c)
				if !warned {
					p.warnEscape(rune(c), tok)
					warned = true
				}
				break
			}
			if c == 'N' {
				r, end := p.namedEscape(s, at, tok)
				b = utf8.AppendRune(b, r)
				i = end
				break
			}
			want := 4
			if c == 'U' {
				want = 8
			}
			v, n := hexDigits(s[i:], want)
			if n < want {
				p.badHex(s, at, i+n, bytes, c, tok)
			}
			i += n
			if v > 0x10ffff {
				p.unicodeError(s, at, i, "illegal Unicode character", tok)
			}
			b = appendWTF8(b, v)
		default:
			b = append(b, '\\')
			i--
			if !warned {
				r, _ := utf8.DecodeRuneInString(s[i:])
				p.warnEscape(r, tok)
				warned = true
			}
		}
	}
	return string(b)
}

// appendWTF8 is utf8.AppendRune, but keeps surrogates. A pair written as two
// escapes stays two surrogates, as in the reference implementation.
func appendWTF8(b []byte, v uint32) []byte {
	if v >= 0xd800 && v <= 0xdfff {
		return append(b, 0xe0|byte(v>>12), 0x80|byte(v>>6)&0x3f|0x80, 0x80|byte(v)&0x3f)
	}
	return utf8.AppendRune(b, rune(v))
}

func hexDigits(s string, max int) (v uint32, n int) {
	for n < max && n < len(s) && isBaseDigit(s[n], 16) {
		d := s[n]
		switch {
		case isDigit(d):
			d -= '0'
		default:
			d = d | 0x20 - 'a' + 10
		}
		v = v<<4 | uint32(d)
		n++
	}
	return v, n
}

func (p *parser) warnEscape(r rune, tok token) {
	p.warn("DeprecationWarning", Span{tok.start, tok.end}, "invalid escape sequence '\\%c'", r)
}

func (p *parser) badHex(s string, at, end int, bytes bool, c byte, tok token) {
	if bytes {
		p.stringError(fmt.Sprintf("(value error) invalid \\x escape at position %d", at), tok)
	}
	what := map[byte]string{'x': "truncated \\xXX escape", 'u': "truncated \\uXXXX escape", 'U': "truncated \\UXXXXXXXX escape"}[c]
	p.unicodeError(s, at, end, what, tok)
}

// namedEscape reads \N{...}: the character, and where the escape ends.
func (p *parser) namedEscape(s string, at int, tok token) (rune, int) {
	if end := strings.IndexByte(s[at:], '}'); at+2 < len(s) && s[at+2] == '{' && end > 3 {
		if r, ok := NamedCharacter(s[at+3 : at+end]); ok {
			return r, at + end + 1
		}
		p.fail(Span{tok.start, tok.end}, "the table of character names here does not hold %s: write it as \\u or \\U and its code", s[at:at+end+1])
	}
	end := at + 2
	if end < len(s) && s[end] == '{' {
		for end < len(s) && s[end] != '}' {
			end++
		}
	}
	p.unicodeError(s, at, end, "malformed \\N character escape", tok)
	return 0, 0
}

// unicodeError reports an escape as the codec does: positions are counted in
// the bytes of the literal, the last one included.
func (p *parser) unicodeError(s string, at, end int, what string, tok token) {
	// The codec sees every non-ASCII character as a ten-byte escape.
	count := func(i int) int {
		n := 0
		for _, r := range s[:i] {
			if r >= 0x80 {
				n += 10
			} else {
				n++
			}
		}
		return n
	}
	from, to := count(at), count(end)-1
	if from == to {
		p.stringError(fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %d: %s", from, what), tok)
	}
	p.stringError(fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", from, to, what), tok)
}
