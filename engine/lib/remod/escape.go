package remod

import (
	"strings"
	"unicode/utf8"
)

// Escapes and sets of a pattern.

var simpleEscapes = map[int32]int32{'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': '\\'}

func isOctal(c int32) bool { return c >= '0' && c <= '7' }
func isDigit(c int32) bool { return c >= '0' && c <= '9' }

func hexValue(c int32) int32 {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

// class is a node for \d and its like.
func (p *parser) class(c int32, flags int) *node {
	s := &charset{classes: []class{{c | 0x20, c&0x20 == 0, p.asciiOnly(flags)}}}
	s.prepare()
	return &node{kind: nSet, set: s}
}

func (p *parser) asciiOnly(flags int) bool { return p.bytes || flags&flagASCII != 0 }

// escape reads what follows a backslash outside of a set.
func (p *parser) escape(flags int) *node {
	start := p.pos - 1
	if p.pos >= len(p.src) {
		p.fail(len(p.src)-1, "bad escape (end of pattern)")
	}
	c := p.src[p.pos]
	p.pos++
	switch c {
	case 'A', 'Z', 'b', 'B':
		n := &node{kind: nAt, r: c}
		if c == 'b' || c == 'B' {
			n.negate = p.asciiOnly(flags)
		}
		return n
	case 'd', 'D', 's', 'S', 'w', 'W':
		return p.class(c, flags)
	}
	if c == '0' {
		v := int32(0)
		for i := 0; i < 2 && isOctal(p.peek()); i++ {
			v = v*8 + p.src[p.pos] - '0'
			p.pos++
		}
		return p.char(v, flags)
	}
	if isDigit(c) {
		if isDigit(p.peek()) {
			second := p.src[p.pos]
			p.pos++
			if isOctal(c) && isOctal(second) && isOctal(p.peek()) {
				v := (c-'0')*64 + (second-'0')*8 + p.src[p.pos] - '0'
				p.pos++
				if v > 0o377 {
					p.fail(start, "octal escape value %s outside of range 0-0o377", p.text(start, p.pos))
				}
				return p.char(v, flags)
			}
			c = (c-'0')*10 + second - '0'
		} else {
			c -= '0'
		}
		g := int(c)
		if g < p.groups {
			if p.open[g] {
				p.fail(start, "cannot refer to an open group")
			}
			p.checkBehind(g, p.pos)
			return p.backref(g, flags)
		}
		p.fail(start+1, "invalid group reference %d", g)
	}
	return p.char(p.plainEscape(c, start, false), flags)
}

// plainEscape is the character of an escape that stands for one.
func (p *parser) plainEscape(c int32, start int, inSet bool) int32 {
	if v, ok := simpleEscapes[c]; ok && (c != 'b' || inSet) {
		return v
	}
	digits := 0
	switch {
	case c == 'x':
		digits = 2
	case c == 'u' && !p.bytes:
		digits = 4
	case c == 'U' && !p.bytes:
		digits = 8
	case c == 'N' && !p.bytes:
		if !p.accept('{') {
			p.fail(p.pos, "missing {")
		}
		at := p.pos
		name := p.until('}', "character name")
		r, ok := characterNames[strings.ToUpper(name)]
		if !ok {
			p.fail(at-3, "undefined character name %s", p.quoted(name))
		}
		return r
	}
	if digits > 0 {
		v := int64(0)
		n := 0
		for n < digits && hexValue(p.peek()) >= 0 {
			v = v*16 + int64(hexValue(p.src[p.pos]))
			p.pos++
			n++
		}
		if n < digits {
			p.fail(start, "incomplete escape %s", p.text(start, p.pos))
		}
		if v > utf8.MaxRune {
			p.fail(start, "bad escape %s", p.text(start, p.pos))
		}
		return int32(v)
	}
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || inSet && isDigit(c) {
		p.fail(start, "bad escape %s", p.text(start, p.pos))
	}
	return c
}

// characterNames are the characters that \N{...} knows.
var characterNames = map[string]int32{
	"SPACE": ' ', "NO-BREAK SPACE": 0xa0, "EN DASH": 0x2013, "EM DASH": 0x2014, "BULLET": 0x2022,
	"DEGREE SIGN": 0xb0, "EURO SIGN": 0x20ac, "HYPHEN-MINUS": '-', "LATIN SMALL LETTER A": 'a', "SNOWMAN": 0x2603,
}

// setItem is a member of a set: a character, or a class when cls is not 0.
type setItem struct {
	r   int32
	cls int32
}

// setMember reads one member, up to a hyphen.
func (p *parser) setMember(c int32) setItem {
	if c != '\\' {
		return setItem{r: c}
	}
	start := p.pos - 1
	if p.pos >= len(p.src) {
		p.fail(len(p.src)-1, "bad escape (end of pattern)")
	}
	c = p.src[p.pos]
	p.pos++
	switch c {
	case 'd', 'D', 's', 'S', 'w', 'W':
		return setItem{cls: c}
	}
	if isOctal(c) {
		v := c - '0'
		for i := 0; i < 2 && isOctal(p.peek()); i++ {
			v = v*8 + p.src[p.pos] - '0'
			p.pos++
		}
		if v > 0o377 {
			p.fail(start, "octal escape value %s outside of range 0-0o377", p.text(start, p.pos))
		}
		return setItem{r: v}
	}
	return setItem{r: p.plainEscape(c, start, true)}
}

// piece is the character at a place, with the one after it when it is a backslash.
func (p *parser) piece(at int) string {
	if p.src[at] == '\\' {
		return p.text(at, at+2)
	}
	return p.text(at, at+1)
}

// set reads a set after its opening bracket.
func (p *parser) set(flags int) *node {
	start := p.pos - 1
	s := &charset{}
	s.negate = p.accept('^')
	next := func() int32 {
		if p.pos >= len(p.src) {
			p.fail(start, "unterminated character set")
		}
		p.pos++
		return p.src[p.pos-1]
	}
	ascii := p.asciiOnly(flags)
	add := func(x setItem) {
		if x.cls != 0 {
			s.classes = append(s.classes, class{x.cls | 0x20, x.cls&0x20 == 0, ascii})
		} else {
			s.ranges = append(s.ranges, [2]int32{x.r, x.r})
		}
	}
	for first := true; ; first = false {
		from := p.pos
		c := next()
		if c == ']' && !first {
			break
		}
		lo := p.setMember(c)
		if !p.accept('-') {
			add(lo)
			continue
		}
		mid := p.pos
		c = next()
		if c == ']' {
			add(lo)
			add(setItem{r: '-'})
			break
		}
		hi := p.setMember(c)
		if lo.cls != 0 || hi.cls != 0 || hi.r < lo.r {
			this, that := p.piece(from), p.piece(mid)
			p.fail(p.pos-len([]rune(this))-1-len([]rune(that)), "bad character range %s-%s", this, that)
		}
		s.ranges = append(s.ranges, [2]int32{lo.r, hi.r})
	}
	if flags&flagIgnoreCase != 0 {
		s.fold = true
		s.asciiFold = ascii
	}
	s.prepare()
	if !s.negate && !s.fold && len(s.classes) == 0 && len(s.ranges) == 1 && s.ranges[0][0] == s.ranges[0][1] {
		return &node{kind: nChar, r: s.ranges[0][0]}
	}
	return &node{kind: nSet, set: s}
}
