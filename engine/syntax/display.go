package syntax

// Displays: what stands in brackets of its own, comprehensions included.

// starNamed is an element of a display: an expression, starred or named.
func (p *parser) starNamed() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.namedExpr()
}

// firstElement is the first element of a display.
func (p *parser) firstElement() Expr {
	if p.diagnose && p.kind() == tStar {
		p.checkStarred()
	}
	return p.starNamed()
}

// startsFor tells whether a comprehension's clause begins here.
func (p *parser) startsFor() bool {
	return p.kind() == kFor || p.kind() == kAsync && p.peek(1) == kFor
}

func (p *parser) parenthesised() Expr {
	start := p.expect(tLParen).start
	if p.accept(tRParen) {
		return &Tuple{Span: p.span(start), Paren: true}
	}
	if p.kind() == kYield {
		e := p.yield()
		p.expect(tRParen)
		return e
	}
	if p.diagnose && p.kind() == tDoubleStar {
		p.checkDoubleStar()
	}
	first := p.firstElement()
	if p.startsFor() {
		p.checkComprehensionElement(first)
		generators := p.comprehension()
		p.expect(tRParen)
		return &GeneratorExp{p.span(start), first, generators}
	}
	if p.kind() != tComma {
		if _, star := first.(*Starred); star {
			if p.kind() == tRParen {
				p.fail(first.Pos(), "cannot use starred expression here")
			}
			p.unexpected()
		}
		p.expect(tRParen)
		return first
	}
	elts := p.moreElements([]Expr{first}, tRParen)
	return &Tuple{Span: p.span(start), Elts: elts, Paren: true}
}

// moreElements reads ", element" until the closing bracket, which it consumes.
func (p *parser) moreElements(elts []Expr, closer kind) []Expr {
	for p.accept(tComma) {
		if p.diagnose && p.startsFor() {
			p.checkUnparenthesisedTarget(elts, closer)
		}
		if p.kind() == closer {
			break
		}
		elts = append(elts, p.starNamed())
		if p.diagnose && p.startsFor() {
			p.checkUnparenthesisedTarget(elts, closer)
		}
	}
	p.expect(closer)
	return elts
}

func (p *parser) listDisplay() Expr {
	start := p.expect(tLBracket).start
	if p.accept(tRBracket) {
		return &List{p.span(start), nil}
	}
	first := p.firstElement()
	if p.startsFor() {
		p.checkComprehensionElement(first)
		generators := p.comprehension()
		p.expect(tRBracket)
		return &ListComp{p.span(start), first, generators}
	}
	elts := p.moreElements([]Expr{first}, tRBracket)
	return &List{p.span(start), elts}
}

// braceDisplay is a dict, a set, or a comprehension of one.
func (p *parser) braceDisplay() Expr {
	start := p.expect(tLBrace).start
	if p.accept(tRBrace) {
		return &Dict{Span: p.span(start)}
	}
	if p.kind() == tDoubleStar {
		return p.dictRest(start, nil, nil)
	}
	bracket := p.kind() == tLParen
	first := p.firstElement()
	if p.kind() == tColon {
		switch first.(type) {
		case *Starred, *NamedExpr:
			if !bracket {
				p.unexpected()
			}
		}
		p.next()
		value := p.dictValue()
		if p.startsFor() {
			generators := p.comprehension()
			p.expect(tRBrace)
			return &DictComp{p.span(start), first, value, generators}
		}
		if p.kind() != tRBrace && p.kind() != tComma {
			p.unexpected()
		}
		if p.accept(tComma) && p.kind() != tRBrace {
			return p.dictRest(start, []Expr{first}, []Expr{value})
		}
		p.expect(tRBrace)
		return &Dict{p.span(start), []Expr{first}, []Expr{value}}
	}
	if p.startsFor() {
		p.checkComprehensionElement(first)
		generators := p.comprehension()
		p.expect(tRBrace)
		return &SetComp{p.span(start), first, generators}
	}
	elts := p.moreElements([]Expr{first}, tRBrace)
	return &Set{p.span(start), elts}
}

func (p *parser) dictValue() Expr {
	if p.diagnose {
		p.checkDictValue()
	}
	return p.expr()
}

// dictRest reads the remaining items of a dict display.
func (p *parser) dictRest(start int32, keys, values []Expr) Expr {
	for p.kind() != tRBrace {
		if p.accept(tDoubleStar) {
			value := p.binary(precOr)
			keys, values = append(keys, nil), append(values, value)
			if p.diagnose && p.startsFor() {
				p.fail(Span{value.Pos().Start - 2, value.Pos().Start}, "dict unpacking cannot be used in dict comprehension")
			}
		} else {
			if p.diagnose {
				p.checkLaterKey()
			}
			key := p.expr()
			p.expect(tColon)
			keys, values = append(keys, key), append(values, p.dictValue())
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRBrace)
	return &Dict{p.span(start), keys, values}
}

// comprehension reads one or more "for target in iter if ..." clauses.
func (p *parser) comprehension() []*Comprehension {
	var clauses []*Comprehension
	for p.startsFor() {
		c := &Comprehension{}
		start := p.tok().start
		c.Async = p.accept(kAsync)
		p.expect(kFor)
		c.Target = p.targetList("in")
		p.expect(kIn)
		c.Iter = p.disjunction()
		for p.accept(kIf) {
			c.Ifs = append(c.Ifs, p.disjunction())
		}
		c.Span = p.span(start)
		clauses = append(clauses, c)
	}
	return clauses
}
