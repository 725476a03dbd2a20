package syntax

import (
	"math/big"
	"strconv"
	"strings"
)

// maxIntDigits is the most decimal digits an integer literal may have; the
// reference implementation refuses more, because the conversion takes
// quadratic time.
const maxIntDigits = 4300

// number reads a number literal.
func (s *scanner) number() {
	start := s.pos
	if s.src[start] == '0' {
		switch s.byteAt(start + 1) {
		case 'x', 'X':
			s.based(start, 16, "hexadecimal")
			return
		case 'o', 'O':
			s.based(start, 8, "octal")
			return
		case 'b', 'B':
			s.based(start, 2, "binary")
			return
		}
	}
	i := start
	if s.src[i] != '.' {
		var ok bool
		if i, ok = s.digits(i); !ok {
			return
		}
	}
	isFloat := false
	what := "decimal"
	if s.byteAt(i) == '.' {
		isFloat = true
		i++
		if isDigit(s.byteAt(i)) {
			var ok bool
			if i, ok = s.digits(i); !ok {
				return
			}
		}
	}
	if c := s.byteAt(i); c == 'e' || c == 'E' {
		j := i + 1
		if sign := s.byteAt(j); sign == '+' || sign == '-' {
			j++
			if !isDigit(s.byteAt(j)) {
				s.syntaxAt(j-1, "invalid decimal literal")
				return
			}
		}
		if isDigit(s.byteAt(j)) {
			isFloat = true
			var ok bool
			if i, ok = s.digits(j); !ok {
				return
			}
		}
	}
	if c := s.byteAt(i); c == 'j' || c == 'J' {
		i++
		isFloat = true
		what = "imaginary"
	}
	if !isFloat && s.src[start] == '0' && strings.Trim(s.src[start:i], "0_") != "" {
		j := start
		for s.byteAt(j) == '0' || s.byteAt(j) == '_' {
			j++
		}
		s.fail("SyntaxError", start, j, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		return
	}
	s.endNumber(start, i, what)
}

// digits skips decimal digits with single underscores between them.
func (s *scanner) digits(i int) (int, bool) {
	for {
		for isDigit(s.byteAt(i)) {
			i++
		}
		if s.byteAt(i) != '_' {
			return i, true
		}
		i++
		if !isDigit(s.byteAt(i)) {
			s.syntaxAt(i-1, "invalid decimal literal")
			return i, false
		}
	}
}

func (s *scanner) based(start, base int, what string) {
	i := start + 2
	for {
		if s.byteAt(i) == '_' {
			i++
		}
		c := s.byteAt(i)
		if !isBaseDigit(c, base) {
			if isDigit(c) {
				s.syntaxAt(i, "invalid digit '%c' in %s literal", c, what)
			} else {
				s.syntaxAt(i-1, "invalid %s literal", what)
			}
			return
		}
		for isBaseDigit(s.byteAt(i), base) {
			i++
		}
		if s.byteAt(i) != '_' {
			break
		}
	}
	if c := s.byteAt(i); isDigit(c) {
		s.syntaxAt(i, "invalid digit '%c' in %s literal", c, what)
		return
	}
	s.endNumber(start, i, what)
}

func isBaseDigit(c byte, base int) bool {
	switch {
	case isDigit(c):
		return int(c-'0') < base
	case base == 16:
		c |= 0x20
		return c >= 'a' && c <= 'f'
	}
	return false
}

// endNumber accepts the literal, unless a letter follows at once. A keyword
// that may follow a number ("1if x else y") is let through with a warning.
func (s *scanner) endNumber(start, end int, what string) {
	s.pos = end
	if c := s.byteAt(end); isIdentByte(c) {
		i := end
		for isIdentByte(s.byteAt(i)) || isDigit(s.byteAt(i)) {
			i++
		}
		word := s.src[end:i]
		follows := false
		for _, k := range [...]string{"and", "else", "for", "if", "in", "is", "or", "not"} {
			if strings.HasPrefix(word, k) {
				follows = true
			}
		}
		if !follows {
			s.syntaxAt(end-1, "invalid %s literal", what)
			return
		}
		s.warnings = append(s.warnings, Warning{"SyntaxWarning", "invalid " + what + " literal", Span{int32(start), int32(end)}})
	}
	s.add(tNumber, start, end)
}

// numberValue is the tree node of a number token.
func (p *parser) numberValue(t token) Expr {
	text := p.src[t.start:t.end]
	span := Span{t.start, t.end}
	if strings.IndexByte(text, '_') >= 0 {
		text = strings.ReplaceAll(text, "_", "")
	}
	if len(text) > 1 && text[0] == '0' && !isDigit(text[1]) {
		switch base := text[1] | 0x20; base {
		case 'x', 'o', 'b':
			bits := map[byte]int{'x': 16, 'o': 8, 'b': 2}[base]
			return intNode(span, text[2:], bits)
		}
	}
	last := text[len(text)-1]
	if last == 'j' || last == 'J' {
		v, _ := strconv.ParseFloat(text[:len(text)-1], 64)
		return &Imag{span, v}
	}
	if strings.ContainsAny(text, ".eE") {
		v, _ := strconv.ParseFloat(text, 64) // out of range is infinity, not an error
		return &Float{span, v}
	}
	if len(text) > maxIntDigits {
		p.fail(Span{t.start, NoCaret}, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", maxIntDigits, len(text))
	}
	return intNode(span, text, 10)
}

func intNode(span Span, digits string, base int) Expr {
	if v, err := strconv.ParseInt(digits, base, 64); err == nil {
		return &Int{Span: span, V: v}
	}
	big, _ := new(big.Int).SetString(digits, base)
	return &Int{Span: span, Big: big}
}
