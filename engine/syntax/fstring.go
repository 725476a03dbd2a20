package syntax

import "strings"

// f-strings, as before Python 3.12: the literal is a string token like any
// other, and only then taken apart. So an expression in it can hold neither the
// literal's own quotes, nor a backslash, nor a comment.

// joined makes one f-string of literals side by side, of which at least one
// has the f prefix. All parts take the place of the whole, as in the
// reference implementation; only the expressions have places of their own.
func (p *parser) joined(toks []token, span Span) Expr {
	j := &joiner{span: span}
	for _, t := range toks {
		lit := p.literal(t)
		if !lit.format {
			j.text.WriteString(lit.value(p))
			continue
		}
		p.fstring(j, lit, lit.start, lit.end, 0)
	}
	return &JoinedStr{span, j.finish()}
}

// joiner collects the parts of an f-string, merging neighbouring texts.
type joiner struct {
	span   Span
	values []Expr
	text   strings.Builder
}

func (j *joiner) flush() {
	if j.text.Len() > 0 {
		j.values = append(j.values, &Str{Span: j.span, V: j.text.String()})
		j.text.Reset()
	}
}

func (j *joiner) finish() []Expr {
	j.flush()
	return j.values
}

// fstring reads text and fields from start. At the top it reads to end; in a
// format spec (nesting > 0) it stops at the } that closes the field, and
// answers its offset.
func (p *parser) fstring(j *joiner, lit literal, start, end, nesting int) int {
	i := start
	for i < end {
		from := i
		for i < end && p.src[i] != '{' && p.src[i] != '}' {
			// \N{...} is a character, not a field.
			if !lit.raw && p.src[i] == '\\' && i+1 < end {
				i++
				if p.src[i] == 'N' && i+1 < end && p.src[i+1] == '{' {
					for i < end && p.src[i] != '}' {
						i++
					}
				} else if p.src[i] == '{' || p.src[i] == '}' {
					continue
				}
			}
			i++
		}
		p.fstringText(j, lit, from, i)
		if i >= end {
			break
		}
		if p.src[i] == '{' {
			if nesting == 0 && i+1 < end && p.src[i+1] == '{' {
				j.text.WriteByte('{')
				i += 2
				continue
			}
			i = p.field(j, lit, i, end, nesting)
			continue
		}
		if nesting > 0 {
			return i
		}
		if i+1 < end && p.src[i+1] == '}' {
			j.text.WriteByte('}')
			i += 2
			continue
		}
		p.failFar("f-string: single '}' is not allowed")
	}
	return i
}

func (p *parser) fstringText(j *joiner, lit literal, from, to int) {
	s := p.src[from:to]
	if lit.raw || strings.IndexByte(s, '\\') < 0 {
		j.text.WriteString(s)
		return
	}
	if s[len(s)-1] == '\\' && (len(s) < 2 || s[len(s)-2] != '\\') {
		// A backslash right before a brace stands for itself.
		p.warnEscape(rune(p.src[to]), lit.tok)
		j.text.WriteString(p.unescape(s[:len(s)-1], false, lit.tok))
		j.text.WriteByte('\\')
		return
	}
	j.text.WriteString(p.unescape(s, false, lit.tok))
}

// field reads one {expression=!conversion:spec} and answers the offset after it.
func (p *parser) field(j *joiner, lit literal, open, end, nesting int) int {
	if nesting >= 2 {
		p.failFar("f-string: expressions nested too deeply")
	}
	start := open + 1
	i := p.fieldExpr(lit, start, end)
	value := p.fieldValue(lit, start, i)
	fv := &FormattedValue{Span: j.span, Value: value}
	char := func() byte {
		if i < end {
			return p.src[i]
		}
		return 0
	}
	expectEnd := func() {
		if i >= end {
			p.failFar("f-string: expecting '}'")
		}
	}
	selfDocumented := false
	if char() == '=' {
		i++
		for i < end && isSpace(p.src[i]) {
			i++
		}
		j.text.WriteString(p.src[start:i])
		selfDocumented = true
	}
	expectEnd()
	if char() == '!' {
		i++
		expectEnd()
		fv.Conversion = char()
		i++
		if c := fv.Conversion; c != 's' && c != 'r' && c != 'a' {
			p.failFar("f-string: invalid conversion character: expected 's', 'r', or 'a'")
		}
		expectEnd()
	}
	hasSpec := char() == ':'
	if hasSpec {
		i++
		expectEnd()
		// Its place is this literal, not all those side by side.
		spec := &joiner{span: Span{lit.tok.start, lit.tok.end}}
		i = p.fstring(spec, lit, i, end, nesting+1)
		fv.Spec = &JoinedStr{spec.span, spec.finish()}
	}
	if char() != '}' {
		p.failFar("f-string: expecting '}'")
	}
	if selfDocumented && !hasSpec && fv.Conversion == 0 {
		fv.Conversion = 'r'
	}
	j.flush()
	j.values = append(j.values, fv)
	return i + 1
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'
}

// fieldExpr finds the end of the expression that begins at start: the first of
// ! : = } outside brackets and quotes.
func (p *parser) fieldExpr(lit literal, start, end int) int {
	var stack []byte
	var quote byte
	triple := false
	i := start
scan:
	for ; i < end; i++ {
		c := p.src[i]
		if c == '\\' {
			p.failFar("f-string expression part cannot include a backslash")
		}
		if quote != 0 {
			if c != quote {
				continue
			}
			if !triple {
				quote = 0
			} else if i+2 < end && p.src[i+1] == c && p.src[i+2] == c {
				i += 2
				quote, triple = 0, false
			}
			continue
		}
		switch c {
		case '\'', '"':
			quote = c
			if i+2 < end && p.src[i+1] == c && p.src[i+2] == c {
				triple = true
				i += 2
			}
		case '[', '{', '(':
			if len(stack) >= maxParens {
				p.failFar("f-string: too many nested parenthesis")
			}
			stack = append(stack, c)
		case '#':
			p.failFar("f-string expression part cannot include '#'")
		case '!', ':', '}', '=', '>', '<':
			if len(stack) > 0 {
				if c == '}' {
					if stack[len(stack)-1] != '{' {
						p.failFar("f-string: closing parenthesis '%c' does not match opening parenthesis '%c'", c, stack[len(stack)-1])
					}
					stack = stack[:len(stack)-1]
				}
				continue
			}
			if i+1 < end {
				next := p.src[i+1]
				if next == '=' && (c == '!' || c == '=' || c == '<' || c == '>') {
					i++
					continue
				}
			}
			if c == '>' || c == '<' {
				continue
			}
			break scan
		case ']', ')':
			if len(stack) == 0 {
				p.failFar("f-string: unmatched '%c'", c)
			}
			if open := stack[len(stack)-1]; closing(open) != c {
				p.failFar("f-string: closing parenthesis '%c' does not match opening parenthesis '%c'", c, open)
			}
			stack = stack[:len(stack)-1]
		}
	}
	if quote != 0 {
		p.failFar("f-string: unterminated string")
	}
	if len(stack) > 0 {
		p.failFar("f-string: unmatched '%c'", stack[len(stack)-1])
	}
	if i >= end {
		p.failFar("f-string: expecting '}'")
	}
	return i
}

// fieldValue parses the expression of a field as if it stood in parentheses.
func (p *parser) fieldValue(lit literal, start, end int) Expr {
	if strings.TrimLeft(p.src[start:end], " \t\n\f\r") == "" {
		if c := p.src[end]; c == '!' || c == ':' || c == '=' {
			p.failFar("f-string: expression required before '%c'", c)
		}
		p.failFar("f-string: empty expression not allowed")
	}
	p.enter()
	defer p.leave()
	s := scanInside(p.f, start, end)
	var value Expr
	warnings, err := parseWith(s, p.depth, func(sub *parser) {
		sub.inField = true
		if sub.kind() == kYield {
			value = sub.yield()
		} else {
			value = sub.fieldList()
		}
		if sub.kind() != tEOF {
			sub.unexpected()
		}
	})
	if err != nil {
		panic(p.fieldError(err, start, end, s.err != nil))
	}
	p.warnings = append(p.warnings, warnings...)
	return value
}

// fieldList is what may stand in parentheses: a tuple, a named expression, a
// starred element followed by a comma.
func (p *parser) fieldList() Expr {
	if p.diagnose && p.kind() == tDoubleStar {
		p.checkDoubleStar()
	}
	start := p.tok().start - 1
	first := p.starNamed()
	if p.startsFor() {
		return &GeneratorExp{Span{start, p.toks[len(p.toks)-1].end + 1}, first, p.comprehension()}
	}
	if p.kind() != tComma {
		if _, star := first.(*Starred); star {
			p.fail(first.Pos(), "cannot use starred expression here")
		}
		return first
	}
	elts := []Expr{first}
	for p.accept(tComma) && p.kind() != tEOF {
		elts = append(elts, p.starNamed())
	}
	return &Tuple{Span: Span{start, p.toks[len(p.toks)-1].end + 1}, Elts: elts, Paren: true}
}
