package syntax

// Argument lists of calls and class headers, and parameter lists.

// arguments reads ( ... ) after a callee or a class name.
func (p *parser) arguments(class bool) ([]Expr, []*Keyword) {
	open := p.expect(tLParen)
	args, keywords := p.argumentList(open, class)
	p.expect(tRParen)
	return args, keywords
}

// argumentList reads arguments up to the closing bracket.
func (p *parser) argumentList(open token, class bool) ([]Expr, []*Keyword) {
	var args []Expr
	var keywords []*Keyword
	firstArg := p.pos
	unpacked := false // ** was seen: no * may follow
	for p.kind() != tRParen {
		t := p.tok()
		switch {
		case t.kind == tStar:
			if unpacked {
				if p.diagnose {
					p.fail(Span{p.toks[firstArg].start, p.toks[p.pos-2].end}, "iterable argument unpacking follows keyword argument unpacking")
				}
				p.unexpected()
			}
			p.next()
			value := p.expr()
			args = append(args, &Starred{p.span(t.start), value})
			if p.diagnose && p.startsFor() {
				p.starredGenerator(args, len(args)+len(keywords) == 1)
			}
		case t.kind == tDoubleStar:
			p.next()
			value := p.expr()
			keywords = append(keywords, &Keyword{Span: p.span(t.start), Value: value})
			unpacked = true
		case t.kind == tName && p.peek(1) == tEqual:
			id, _ := p.name()
			p.next()
			equal := p.prevEnd
			value := p.expr()
			if p.diagnose && p.startsFor() && p.lookahead(func() { p.comprehension() }) {
				p.fail(Span{t.start, equal}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
			}
			keywords = append(keywords, &Keyword{p.span(t.start), id, value})
		default:
			first := p.pos
			var e Expr
			if p.kind() == tName && p.peek(1) == tWalrus {
				e = p.namedExpr()
			} else {
				e = p.expr()
			}
			if p.startsFor() {
				if class {
					p.unexpected()
				}
				gen := p.argumentGenerator(e, open, t.start, len(args)+len(keywords) == 0)
				args = append(args, gen)
				break
			}
			if p.diagnose {
				p.checkArgument(e, first)
			}
			if len(keywords) > 0 {
				p.try(func() { // for how far it goes
					p.pos = first
					p.argumentList(open, class)
				})
				if unpacked {
					p.argumentOrder("positional argument follows keyword argument unpacking")
				}
				p.argumentOrder("positional argument follows keyword argument")
			}
			args = append(args, e)
		}
		if !p.accept(tComma) {
			break
		}
	}
	return args, keywords
}

// argumentGenerator is a generator expression as an argument. Alone, it shares
// the call's parentheses.
func (p *parser) argumentGenerator(elt Expr, open token, start int32, first bool) Expr {
	generators := p.comprehension()
	if first && p.kind() == tRParen {
		return &GeneratorExp{Span{open.start, p.tok().end}, elt, generators}
	}
	if p.kind() == tComma || p.kind() == tRParen {
		p.fail(Span{start, p.prevEnd}, "Generator expression must be parenthesized")
	}
	p.unexpected()
	return nil
}

// parameters reads a parameter list up to closer: ) for def, : for lambda. It
// leaves the closer to the caller.
func (p *parser) parameters(closer kind) *Arguments {
	a := &Arguments{}
	start := p.tok().start
	annotated := closer == tRParen
	star := false // * or *args was seen
	for p.kind() != closer {
		t := p.tok()
		switch t.kind {
		case tSlash:
			if p.diagnose {
				p.checkSlash(a, star)
			}
			if star || a.PosOnly != nil || len(a.Args) == 0 {
				p.unexpected()
			}
			p.next()
			a.PosOnly, a.Args = a.Args, nil
		case tStar:
			if star {
				if k := p.peek(1); p.diagnose && (k == tName || k == tComma) {
					p.fail(p.tokSpan(), "* argument may appear only once")
				}
				p.unexpected()
			}
			star = true
			p.next()
			if p.kind() == tComma {
				if k := p.peek(1); k != tName {
					if k == tStar || k == tSlash {
						break // refused as what it is
					}
					p.next()
					if p.diagnose && (k == closer || k == tDoubleStar) {
						p.bareStar(t, annotated)
					}
					p.unexpected()
				}
				break
			}
			if p.kind() == closer {
				if p.diagnose {
					p.bareStar(t, annotated)
				}
				p.unexpected()
			}
			a.VarArg = p.parameter(annotated, true)
			if p.diagnose && p.kind() == tEqual {
				p.fail(p.tokSpan(), "var-positional argument cannot have default value")
			}
		case tDoubleStar:
			p.next()
			a.KwArg = p.parameter(annotated, false)
			if p.diagnose {
				p.checkAfterKwArg()
			}
			p.accept(tComma)
			if p.kind() != closer {
				p.unexpected()
			}
			a.Span = p.span(start)
			return a
		default:
			if p.diagnose && t.kind == tLParen {
				p.checkParenthesisedParameter(closer)
			}
			arg := p.parameter(annotated, false)
			var value Expr
			if p.accept(tEqual) {
				if p.diagnose && (p.kind() == tComma || p.kind() == closer) {
					p.fail(Span{p.prevEnd - 1, p.prevEnd}, "expected default value expression")
				}
				value = p.expr()
			}
			if star {
				a.KwOnly = append(a.KwOnly, arg)
				a.KwDefaults = append(a.KwDefaults, value)
				break
			}
			a.Args = append(a.Args, arg)
			if value != nil {
				a.Defaults = append(a.Defaults, value)
			} else if len(a.Defaults) > 0 && (p.kind() == tComma || p.kind() == closer || p.kind() == tSlash) {
				p.fail(arg.Span, "non-default argument follows default argument")
			}
		}
		if !p.accept(tComma) {
			break
		}
	}
	if p.kind() != closer {
		p.unexpected()
	}
	a.Span = Span{start, p.tok().start}
	return a
}

// parameter reads a name with its annotation. Only *args may have a starred one.
func (p *parser) parameter(annotated, star bool) *Arg {
	start := p.tok().start
	id, _ := p.name()
	arg := &Arg{Name: id}
	if annotated && p.accept(tColon) {
		if star && p.kind() == tStar {
			arg.Annotation = p.starred()
		} else {
			arg.Annotation = p.expr()
		}
	}
	arg.Span = p.span(start)
	return arg
}

// bareStar refuses a * with no names after it.
func (p *parser) bareStar(star token, def bool) {
	if def {
		p.fail(Span{star.start, star.end}, "named arguments must follow bare *")
	}
	p.failHere("named arguments must follow bare *")
}

// starredGenerator refuses a generator over a starred argument.
func (p *parser) starredGenerator(args []Expr, only bool) {
	start := args[len(args)-1].Pos()
	p.lookahead(func() {
		p.comprehension()
		p.found = &Error{Span: p.span(start.Start)}
	})
	found := p.found
	p.found = nil
	switch {
	case found == nil:
	case only:
		p.fail(start, "iterable unpacking cannot be used in comprehension")
	default:
		p.fail(found.Span, "Generator expression must be parenthesized")
	}
}
