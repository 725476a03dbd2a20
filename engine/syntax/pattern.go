package syntax

// Patterns of case blocks.

// openPattern is the pattern of a case: a sequence may do without brackets.
func (p *parser) openPattern() Pattern {
	start := p.tok().start
	first := p.maybeStarPattern()
	if p.kind() != tComma {
		if _, star := first.(*MatchStar); star {
			p.unexpected()
		}
		return first
	}
	patterns := []Pattern{first}
	for p.accept(tComma) {
		if k := p.kind(); k == tColon || k == kIf {
			break
		}
		patterns = append(patterns, p.maybeStarPattern())
	}
	return &MatchSequence{p.span(start), patterns}
}

func (p *parser) maybeStarPattern() Pattern {
	if p.kind() != tStar {
		return p.asPattern()
	}
	start := p.next().start
	id, _ := p.name()
	if id == "_" {
		id = ""
	}
	return &MatchStar{p.span(start), id}
}

// asPattern is alternatives, possibly bound to a name.
func (p *parser) asPattern() Pattern {
	p.enter()
	defer p.leave()
	start := p.tok().start
	pat := p.orPattern()
	if p.kind() != kAs {
		return pat
	}
	p.next()
	if p.isSoft("_") && p.diagnose {
		p.fail(p.tokSpan(), "cannot use '_' as a target")
	}
	if p.kind() != tName || p.isSoft("_") || p.continuesName(1) {
		if p.kind() == tName && !p.isSoft("_") {
			p.next()
			p.unexpected()
		}
		if p.diagnose && startsExpr(p.kind()) {
			e := p.expr()
			p.fail(e.Pos(), "invalid pattern target")
		}
		p.unexpected()
	}
	id, _ := p.name()
	return &MatchAs{p.span(start), pat, id}
}

// continuesName tells whether the n-th token makes more of a name than a capture.
func (p *parser) continuesName(n int) bool {
	k := p.peek(n)
	return k == tDot || k == tLParen || k == tEqual
}

func (p *parser) orPattern() Pattern {
	start := p.tok().start
	first := p.closedPattern()
	if p.kind() != tPipe {
		return first
	}
	patterns := []Pattern{first}
	for p.accept(tPipe) {
		patterns = append(patterns, p.closedPattern())
	}
	return &MatchOr{p.span(start), patterns}
}

func (p *parser) closedPattern() Pattern {
	t := p.tok()
	switch t.kind {
	case tNumber, tMinus:
		e := p.patternNumber()
		return &MatchValue{p.span(t.start), e}
	case tString:
		e := p.strings()
		if _, ok := e.(*JoinedStr); ok {
			p.fail(e.Pos(), "patterns may only match literals and attribute lookups")
		}
		return &MatchValue{p.span(t.start), e}
	case kNone, kTrue, kFalse:
		p.next()
		k := map[kind]ConstKind{kNone: None, kTrue: True, kFalse: False}[t.kind]
		return &MatchSingleton{p.span(t.start), k}
	case tLParen:
		return p.groupPattern()
	case tLBracket:
		p.next()
		patterns, _ := p.sequencePatterns(tRBracket)
		p.expect(tRBracket)
		return &MatchSequence{p.span(t.start), patterns}
	case tLBrace:
		return p.mappingPattern()
	case tName:
		if !p.continuesName(1) || p.peek(1) == tEqual {
			id, span := p.name()
			if p.kind() == tEqual {
				p.unexpected()
			}
			if id == "_" {
				id = ""
			}
			return &MatchAs{span, nil, id}
		}
		if p.isSoft("_") && p.peek(1) == tLParen {
			p.next()
			p.unexpected()
		}
		value := p.dottedName()
		if p.kind() == tLParen {
			return p.classPattern(value, t.start)
		}
		return &MatchValue{p.span(t.start), value}
	}
	p.unexpected()
	return nil
}

// dottedName is a name, or attributes of one.
func (p *parser) dottedName() Expr {
	start := p.tok().start
	id, span := p.name()
	var e Expr = &Name{span, id}
	for p.accept(tDot) {
		attr, span := p.name()
		e = &Attribute{p.span(start), e, attr, span}
	}
	return e
}

// patternNumber is a signed number, or a complex number written as a sum.
func (p *parser) patternNumber() Expr {
	start := p.tok().start
	left := p.signedNumber()
	k := p.kind()
	if k != tPlus && k != tMinus {
		return left
	}
	if isImag(left) {
		p.fail(left.Pos(), "real number required in complex literal")
	}
	at := p.next().start
	t := p.expect(tNumber)
	right := p.numberValue(t)
	if !isImag(right) {
		p.fail(right.Pos(), "imaginary number required in complex literal")
	}
	op := Add
	if k == tMinus {
		op = Sub
	}
	return &BinOp{Span: p.span(start), Left: left, Right: right, Op: op, OpPos: at}
}

func isImag(e Expr) bool {
	if u, ok := e.(*UnaryOp); ok {
		e = u.Operand
	}
	_, ok := e.(*Imag)
	return ok
}

func (p *parser) signedNumber() Expr {
	start := p.tok().start
	negative := p.accept(tMinus)
	t := p.expect(tNumber)
	value := p.numberValue(t)
	if negative {
		return &UnaryOp{p.span(start), USub, value}
	}
	return value
}

// sequencePatterns reads patterns up to closer. comma tells whether there was one.
func (p *parser) sequencePatterns(closer kind) (patterns []Pattern, comma bool) {
	for p.kind() != closer {
		patterns = append(patterns, p.maybeStarPattern())
		if !p.accept(tComma) {
			break
		}
		comma = true
	}
	return patterns, comma
}

// groupPattern is ( ... ): a pattern in brackets, or a sequence.
func (p *parser) groupPattern() Pattern {
	start := p.expect(tLParen).start
	patterns, comma := p.sequencePatterns(tRParen)
	if len(patterns) == 1 && !comma {
		if _, star := patterns[0].(*MatchStar); !star {
			p.expect(tRParen)
			return patterns[0]
		}
		p.unexpected()
	}
	p.expect(tRParen)
	return &MatchSequence{p.span(start), patterns}
}

func (p *parser) mappingPattern() Pattern {
	m := &MatchMapping{}
	start := p.expect(tLBrace).start
	for p.kind() != tRBrace {
		if p.accept(tDoubleStar) {
			if p.isSoft("_") {
				p.unexpected()
			}
			m.Rest, _ = p.name()
			p.accept(tComma)
			if p.kind() != tRBrace {
				p.unexpected()
			}
			break
		}
		m.Keys = append(m.Keys, p.mappingKey())
		p.expect(tColon)
		m.Patterns = append(m.Patterns, p.asPattern())
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRBrace)
	m.Span = p.span(start)
	return m
}

func (p *parser) mappingKey() Expr {
	t := p.tok()
	switch t.kind {
	case tNumber, tMinus:
		return p.patternNumber()
	case tString:
		return p.strings()
	case kNone, kTrue, kFalse:
		return p.atom()
	case tName:
		if p.peek(1) != tDot {
			p.next()
			p.unexpected()
		}
		return p.dottedName()
	}
	p.unexpected()
	return nil
}

func (p *parser) classPattern(cls Expr, start int32) Pattern {
	c := &MatchClass{Cls: cls}
	p.expect(tLParen)
	for p.kind() != tRParen {
		if p.kind() == tName && p.peek(1) == tEqual {
			id, _ := p.name()
			p.next()
			c.KwdAttrs = append(c.KwdAttrs, id)
			c.KwdPatterns = append(c.KwdPatterns, p.asPattern())
		} else {
			start := p.tok().start
			c.Patterns = append(c.Patterns, p.asPattern())
			if len(c.KwdAttrs) > 0 {
				for p.diagnose && p.kind() == tComma && p.try(func() { p.next(); p.asPattern() }) {
				}
				if p.diagnose {
					p.fail(p.span(start), "positional patterns follow keyword patterns")
				}
				p.unexpected()
			}
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRParen)
	c.Span = p.span(start)
	return c
}
