package syntax

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxParens  = 200 // open brackets at once
	maxIndents = 100 // indentation levels at once
)

// scanner turns a range of a file into tokens. It works ahead of the parser, to
// the end of the text or to its first error: an error in the tokens of a file
// outranks most errors in its grammar, wherever it stands.
type scanner struct {
	f        *File
	src      string
	pos, end int
	toks     []token
	parens   []paren
	indents  []indent
	err      *Error
	late     bool // err counts only if the parser gets that far
	warnings []Warning
}

type paren struct {
	open byte
	pos  int32
}

// indent is an indentation measured twice, with tabs to columns of eight and
// with tabs as one column. Two lines whose order depends on the measure are an
// error.
type indent struct{ col, alt int }

// scan reads a whole file.
func scan(f *File) *scanner {
	s := &scanner{f: f, src: f.Src, end: len(f.Src)}
	s.toks = make([]token, 0, len(f.Src)/4+8)
	s.indents = []indent{{}}
	s.module()
	return s
}

// scanInside reads an expression as if it stood in parentheses: line ends mean nothing.
func scanInside(f *File, start, end int) *scanner {
	s := &scanner{f: f, src: f.Src, pos: start, end: end}
	s.indents = []indent{{}}
	s.parens = []paren{{'(', int32(start) - 1}}
	for s.err == nil && s.token() {
	}
	if s.err == nil {
		s.add(tEOF, s.end, s.end)
	}
	return s
}

func (s *scanner) add(k kind, start, end int) {
	s.toks = append(s.toks, token{kind: k, level: uint8(len(s.parens)), start: int32(start), end: int32(end)})
}

func (s *scanner) fail(kind string, start, end int, format string, args ...any) {
	s.err = &Error{Kind: kind, Msg: fmt.Sprintf(format, args...), File: s.f, Span: Span{int32(start), int32(end)}, Scanned: true}
}

// syntaxAt fails with a single caret.
func (s *scanner) syntaxAt(pos int, format string, args ...any) {
	s.fail("SyntaxError", pos, -1, format, args...)
}

// byteAt is the byte at i, 0 past the end.
func (s *scanner) byteAt(i int) byte {
	if i < s.end {
		return s.src[i]
	}
	return 0
}

func (s *scanner) module() {
	for s.err == nil {
		if !s.lineStart() {
			break
		}
		for s.err == nil && s.token() {
		}
		if s.err != nil {
			return
		}
		if s.pos >= s.end {
			break
		}
	}
	if s.err != nil {
		return
	}
	if n := len(s.toks); n > 0 && s.toks[n-1].kind != tNewline && len(s.parens) == 0 {
		s.add(tNewline, s.end, s.end)
	}
	if len(s.parens) == 0 {
		for len(s.indents) > 1 {
			s.indents = s.indents[:len(s.indents)-1]
			s.add(tDedent, s.end, s.end)
		}
	}
	s.add(tEOF, s.end, s.end)
}

// lineStart skips blank lines and measures the indentation of the next line
// that holds anything. It answers false at the end of the text.
func (s *scanner) lineStart() bool {
	for {
		in := indent{}
		i := s.pos
		// A line joined by a backslash before its first token keeps the
		// indentation of its first piece.
		contCol := -1
	measure:
		for {
			switch s.byteAt(i) {
			case ' ':
				in.col++
				in.alt++
			case '\t':
				in.col = (in.col/8 + 1) * 8
				in.alt++
			case '\f':
				in.col, in.alt = 0, 0
			case '\\':
				if s.byteAt(i+1) != '\n' {
					break measure
				}
				if contCol < 0 {
					contCol = in.col
				}
				i++
			default:
				break measure
			}
			i++
		}
		if contCol >= 0 {
			in = indent{contCol, contCol}
		}
		c := s.byteAt(i)
		if c == '#' {
			for i < s.end && s.src[i] != '\n' {
				i++
			}
			c = s.byteAt(i)
		}
		if i >= s.end {
			s.pos = i
			return false
		}
		if c == '\n' {
			s.pos = i + 1
			continue
		}
		s.pos = i
		s.indentation(in, i)
		return s.err == nil
	}
}

func (s *scanner) indentation(in indent, at int) {
	top := s.indents[len(s.indents)-1]
	switch {
	case in.col == top.col:
		if in.alt != top.alt {
			s.tabError(at)
		}
	case in.col > top.col:
		if len(s.indents) >= maxIndents {
			s.late = true
			s.fail("IndentationError", at, -1, "too many levels of indentation")
			return
		}
		if in.alt <= top.alt {
			s.tabError(at)
			return
		}
		s.indents = append(s.indents, in)
		s.add(tIndent, at, at)
	default:
		for len(s.indents) > 1 && in.col < s.indents[len(s.indents)-1].col {
			s.indents = s.indents[:len(s.indents)-1]
			s.add(tDedent, at, at)
		}
		top = s.indents[len(s.indents)-1]
		if in.col != top.col {
			end := at
			for end < s.end && s.src[end] != '\n' {
				end++
			}
			s.late = true
			s.fail("IndentationError", end, -1, "unindent does not match any outer indentation level")
			return
		}
		if in.alt != top.alt {
			s.tabError(at)
		}
	}
}

func (s *scanner) tabError(at int) {
	for at < s.end && s.src[at] != '\n' {
		at++
	}
	s.late = true
	s.fail("TabError", at, NoCaret, "inconsistent use of tabs and spaces in indentation")
}

// token reads one token of a line. It answers false after the line's end and at
// the end of the text.
func (s *scanner) token() bool {
	comment := -1
	for {
		switch c := s.byteAt(s.pos); c {
		case ' ', '\t', '\f':
			s.pos++
			continue
		case '#':
			comment = s.pos
			for s.pos < s.end && s.src[s.pos] != '\n' {
				s.pos++
			}
			continue
		case '\n':
			s.pos++
			switch {
			case len(s.parens) > 0:
				continue
			case comment >= 0:
				s.add(tNewline, comment, s.pos-1) // an error at the end of the line marks the comment
			default:
				s.add(tNewline, s.pos-1, s.pos)
			}
			return false
		case '\\':
			s.pos++
			switch {
			case s.pos >= s.end:
				s.syntaxAt(s.pos, "unexpected EOF while parsing")
				return false
			case s.src[s.pos] != '\n':
				s.syntaxAt(s.pos, "unexpected character after line continuation character")
				return false
			case s.pos+1 >= s.end:
				s.syntaxAt(s.pos, "unexpected EOF while parsing")
				return false
			}
			s.pos++
			continue
		}
		break
	}
	if s.pos >= s.end {
		return false
	}
	start := s.pos
	c := s.src[start]
	switch {
	case isIdentByte(c):
		s.identifier()
	case isDigit(c) || c == '.' && isDigit(s.byteAt(start+1)):
		s.number()
	case c == '\'' || c == '"':
		s.stringToken(start)
	default:
		s.punctuation(start)
	}
	return s.err == nil
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isIdentByte holds for whatever may start an identifier, all non-ASCII bytes included.
func isIdentByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
}

func (s *scanner) identifier() {
	start := s.pos
	i := start
	ascii := true
	for i < s.end && (isIdentByte(s.src[i]) || isDigit(s.src[i])) {
		if s.src[i] >= 0x80 {
			ascii = false
		}
		i++
	}
	if i < s.end && (s.src[i] == '\'' || s.src[i] == '"') && isStringPrefix(s.src[start:i]) {
		s.stringToken(start)
		return
	}
	s.pos = i
	k := tName
	if ascii {
		k = keywordKind(s.src[start:i])
	} else if !s.checkIdentifier(start, i) {
		return
	}
	s.add(k, start, i)
}

func isStringPrefix(p string) bool {
	switch len(p) {
	case 1:
		return strings.IndexByte("rRbBuUfF", p[0]) >= 0
	case 2:
		a, b := p[0]|0x20, p[1]|0x20
		return a == 'r' && (b == 'b' || b == 'f') || b == 'r' && (a == 'b' || a == 'f')
	}
	return false
}

func (s *scanner) checkIdentifier(start, end int) bool {
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(s.src[i:end])
		if !isXIDStart(r) && !(i > start && isXIDContinue(r)) {
			if unicode.IsPrint(r) {
				s.syntaxAt(i, "invalid character '%c' (U+%04X)", r, r)
			} else {
				s.syntaxAt(i, "invalid non-printable character U+%04X", r)
			}
			return false
		}
		i += n
	}
	return true
}

func (s *scanner) punctuation(start int) {
	c := s.src[start]
	k, n := operator(s.src[start:s.end])
	if n == 0 {
		if c < ' ' || c == 0x7f {
			s.syntaxAt(start, "invalid non-printable character U+%04X", c)
		} else {
			// Leave $, ? and ` for the parser: nothing accepts them.
			s.pos++
			s.add(tBang, start, s.pos)
		}
		return
	}
	s.pos = start + n
	switch k {
	case tLParen, tLBracket, tLBrace:
		if len(s.parens) >= maxParens {
			s.syntaxAt(start, "too many nested parentheses")
			return
		}
		s.parens = append(s.parens, paren{c, int32(start)})
	case tRParen, tRBracket, tRBrace:
		if len(s.parens) == 0 {
			s.syntaxAt(start, "unmatched '%c'", c)
			return
		}
		open := s.parens[len(s.parens)-1]
		s.parens = s.parens[:len(s.parens)-1]
		if closing(open.open) != c {
			openLine := s.f.Line(open.pos)
			if line := s.f.Line(int32(start)); openLine != line {
				s.syntaxAt(start, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, open.open, openLine)
			} else {
				s.syntaxAt(start, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.open)
			}
			return
		}
	}
	s.add(k, start, s.pos)
}

func closing(open byte) byte {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}

// stringToken reads a string literal whose prefix, if any, begins at start.
func (s *scanner) stringToken(start int) {
	i := start
	for s.src[i] != '\'' && s.src[i] != '"' {
		i++
	}
	quote := s.src[i]
	if s.byteAt(i+1) == quote && s.byteAt(i+2) == quote {
		for j := i + 3; j < s.end; j++ {
			switch s.src[j] {
			case '\\':
				j++
			case quote:
				if s.byteAt(j+1) == quote && s.byteAt(j+2) == quote {
					s.pos = j + 3
					s.add(tString, start, s.pos)
					return
				}
			}
		}
		last := s.end
		if last > start && s.src[last-1] == '\n' {
			last--
		}
		s.syntaxAt(start, "unterminated triple-quoted string literal (detected at line %d)", s.f.Line(int32(last)))
		return
	}
	for j := i + 1; j < s.end && s.src[j] != '\n'; j++ {
		switch s.src[j] {
		case '\\':
			j++
		case quote:
			s.pos = j + 1
			s.add(tString, start, s.pos)
			return
		}
	}
	j := i + 1
	for j < s.end && s.src[j] != '\n' {
		if s.src[j] == '\\' {
			j++
		}
		j++
	}
	if j > s.end {
		j = s.end
	}
	s.syntaxAt(start, "unterminated string literal (detected at line %d)", s.f.Line(int32(j)))
}
