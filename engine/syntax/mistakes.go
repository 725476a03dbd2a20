package syntax

import "strings"

// The checks of the second pass: texts that are nearly right. Each looks at
// one common mistake. They run in the order in which the reference
// implementation tries its own, because a text can hold several mistakes, or
// one that looks like two.

// checkForgottenComma looks for an expression right behind another one, body,
// inside brackets.
func (p *parser) checkForgottenComma(body Expr, first int) {
	t := p.toks[first]
	if t.kind == tName {
		if p.toks[first+1].kind == tString {
			return // more likely a mistyped prefix
		}
		// The reference takes every beginning of a soft keyword for one.
		if s := p.text(t); strings.HasPrefix("match", s) || strings.HasPrefix("case", s) || s == "_" {
			return
		}
	}
	if n, ok := body.(*Name); ok && isLegacy(n.Id) {
		p.checkLegacyCall(first)
		return
	}
	if !startsExpr(p.kind()) {
		return
	}
	p.lookahead(func() {
		p.prefix()
		last := p.toks[p.pos-1]
		if last.level == 0 {
			p.unexpected()
		}
		p.found = &Error{Kind: "SyntaxError", Msg: "invalid syntax. Perhaps you forgot a comma?", File: p.f,
			Span: Span{t.start, last.end}}
	})
	p.raiseFound()
}

// prefix reads as much as makes an expression, and leaves what does not fit.
func (p *parser) prefix() {
	if p.kind() == kLambda {
		p.lambda()
		return
	}
	found := p.try(func() { p.disjunction() }) || p.try(func() { p.comparison() })
	for prec := precOr; prec <= precTerm && !found; prec++ {
		found = p.try(func() { p.binary(prec) })
	}
	if !found && !p.try(func() { p.primary() }) {
		p.atom()
	}
	if p.kind() == kIf {
		p.try(func() {
			p.next()
			p.disjunction()
			p.expect(kElse)
			p.prefix()
		})
	}
}

// checkMissingElse looks at what stands behind the if of a conditional.
func (p *parser) checkMissingElse(start int32) {
	pos, prevEnd := p.pos, p.prevEnd
	p.attempt(func() { p.disjunction() })
	if p.try(func() { p.prefix() }) {
		if k := p.kind(); k != kElse && k != tColon {
			p.fail(p.span(start), "expected 'else' after 'if' expression")
		}
	}
	p.pos, p.prevEnd = pos, prevEnd
}

// raiseFound raises what a speculative parse found.
func (p *parser) raiseFound() {
	if e := p.found; e != nil {
		p.found = nil
		panic(e)
	}
}

func isLegacy(name string) bool { return name == "print" || name == "exec" }

// checkLegacyCall looks for print and exec used as statements.
func (p *parser) checkLegacyCall(first int) {
	t := p.toks[first]
	if t.kind != tName || !isLegacy(p.text(t)) || p.toks[first+1].kind == tLParen {
		return
	}
	pos, prevEnd := p.pos, p.prevEnd
	p.pos = first + 1
	if k := p.kind(); startsExpr(k) || k == tStar {
		var end int32
		whole := p.lookahead(func() { p.exprList(); end = p.prevEnd })
		if whole || p.lookahead(func() { p.prefix(); end = p.prevEnd }) {
			if whole {
				p.exprList() // it may hold a mistake of its own
			}
			name := p.text(t)
			p.fail(Span{t.start, end}, "Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name)
		}
	}
	p.pos, p.prevEnd = pos, prevEnd
}

// checkDoubleStar looks for (**x).
func (p *parser) checkDoubleStar() {
	t := p.next()
	ok := p.lookahead(func() {
		p.expr()
		if k := p.kind(); k != tRParen && !(k == tEOF && p.inField) {
			p.unexpected()
		}
	})
	if ok {
		p.fail(Span{t.start, t.end}, "cannot use double starred expression here")
	}
	p.pos--
}

// checkNamedExpr looks for = where == or := was meant.
func (p *parser) checkNamedExpr(e Expr, first int) {
	if p.kind() == tWalrus {
		at := p.pos
		p.next()
		if p.lookahead(func() { p.expr() }) {
			p.fail(e.Pos(), "cannot use assignment expressions with %s", describe(e))
		}
		p.pos = at
	}
	// Only an operand without comparisons can stand left of the =.
	pos, prevEnd := p.pos, p.prevEnd
	p.pos = first
	var left Expr
	ok := p.lookahead(func() {
		left = p.binary(precOr)
		p.expect(tEqual)
		p.binary(precOr)
		if k := p.kind(); k == tEqual || k == tWalrus {
			p.unexpected()
		}
		p.found = &Error{Span: p.span(p.toks[first].start)}
	})
	found := p.found
	p.found = nil
	p.pos, p.prevEnd = pos, prevEnd
	if !ok {
		return
	}
	if p.toks[first].kind == tName && p.toks[first+1].kind == tEqual {
		p.fail(found.Span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	switch p.toks[first].kind {
	case tLBracket, tLParen, kTrue, kFalse, kNone:
		p.pos = first
		excluded := false
		p.lookahead(func() {
			switch p.atom().(type) {
			case *List, *Tuple, *GeneratorExp, *NameConst:
				excluded = true
			}
		})
		p.pos, p.prevEnd = pos, prevEnd
		if excluded {
			return
		}
	}
	p.fail(left.Pos(), "cannot assign to %s here. Maybe you meant '==' instead of '='?", describe(left))
}

// comprehensionFollows tells whether clauses of a comprehension stand here. A
// mistake in them is raised.
func (p *parser) comprehensionFollows() bool {
	err := p.attempt(func() { p.comprehension() })
	return err == nil
}

// attempt runs parse and goes back to where it was. Unlike lookahead it raises
// a mistake that parse finds.
func (p *parser) attempt(parse func()) *Error {
	pos, prevEnd, depth := p.pos, p.prevEnd, p.depth
	err := p.run(func(*parser) { parse() })
	if err != nil && !err.generic {
		panic(err)
	}
	p.pos, p.prevEnd, p.depth = pos, prevEnd, depth
	return err
}

// checkStarred looks at a starred element as if it were a whole expression.
func (p *parser) checkStarred() {
	pos := p.pos
	p.next()
	p.attempt(func() { p.expr() })
	p.pos = pos
}

// checkComprehensionElement refuses [*x for ...].
func (p *parser) checkComprehensionElement(elt Expr) {
	if _, ok := elt.(*Starred); !ok {
		return
	}
	if p.diagnose && p.comprehensionFollows() {
		p.fail(elt.Pos(), "iterable unpacking cannot be used in comprehension")
	}
	p.unexpected()
}

// checkUnparenthesisedTarget looks for [x, y for ...].
func (p *parser) checkUnparenthesisedTarget(elts []Expr, closer kind) {
	if closer == tRParen || !p.comprehensionFollows() {
		return
	}
	p.fail(Span{elts[0].Pos().Start, p.prevEnd}, "did you forget parentheses around the comprehension target?")
}

// checkDictValue looks at what stands behind a key's colon.
func (p *parser) checkDictValue() {
	t := p.tok()
	switch t.kind {
	case tStar:
		p.next()
		if p.lookahead(func() { p.binary(precOr) }) {
			p.binary(precOr)
			p.fail(p.fromHere(t.start), "cannot use a starred expression in a dictionary value")
		}
		p.pos--
	case tRBrace, tComma:
		p.fail(lastToken(p), "expression expected after dictionary key and ':'")
	}
}

// checkLaterKey looks for a key without a colon behind the first item of a dict.
func (p *parser) checkLaterKey() {
	var end int32
	ok := p.lookahead(func() {
		p.prefix()
		end = p.prevEnd
		if p.kind() == tColon {
			p.unexpected()
		}
	})
	if ok {
		p.fail(Span{end - 1, -1}, "':' expected after dictionary key")
	}
}

// argumentOrder fails behind arguments in an order that no call has. It marks
// the furthest token read, as the reference does.
func (p *parser) argumentOrder(msg string) {
	if p.diagnose {
		p.failFar("%s", msg)
	}
	p.unexpected()
}

// checkArgument looks for name=value where the name is not one.
func (p *parser) checkArgument(e Expr, first int) {
	if p.kind() != tEqual {
		return
	}
	t := p.toks[first]
	span := Span{t.start, p.tok().end}
	switch {
	case first == p.pos-1 && (t.kind == kTrue || t.kind == kFalse || t.kind == kNone):
		p.fail(span, "cannot assign to %s", p.text(t))
	default:
		p.fail(span, "expression cannot contain assignment, perhaps you meant \"==\"?")
	}
}

// checkSlash looks at a / in the wrong place of a parameter list.
func (p *parser) checkSlash(a *Arguments, star bool) {
	switch {
	case a.PosOnly != nil:
		p.failHere("/ may appear only once")
	case star:
		p.failHere("/ must be ahead of *")
	case len(a.Args) == 0 && p.peek(1) == tComma:
		p.failHere("at least one argument must precede /")
	}
}

// checkAfterKwArg looks at what follows **kwargs.
func (p *parser) checkAfterKwArg() {
	if p.kind() == tEqual {
		p.failHere("var-keyword argument cannot have default value")
	}
	if p.kind() != tComma {
		return
	}
	switch p.peek(1) {
	case tName, tStar, tDoubleStar, tSlash:
		p.next()
		p.failHere("arguments cannot follow var-keyword argument")
	}
}

// checkParenthesisedParameter looks for parameters in brackets of their own.
func (p *parser) checkParenthesisedParameter(closer kind) {
	open := p.tok()
	i := p.pos + 1
	for p.toks[i].kind == tName {
		i++
		if p.toks[i].kind != tComma {
			break
		}
		i++
	}
	if i == p.pos+1 || p.toks[i].kind != tRParen {
		return
	}
	what := "Function"
	if closer == tColon {
		what = "Lambda expression"
	}
	p.fail(Span{open.start, p.toks[i].end}, "%s parameters cannot be parenthesized", what)
}

// startsAssignment tells whether an assignment stands here, as far as its value
// has a beginning.
func (p *parser) startsAssignment() bool {
	pos, prevEnd := p.pos, p.prevEnd
	defer func() { p.pos, p.prevEnd = pos, prevEnd }()
	target := func(ends func(kind) bool) bool {
		return p.try(func() {
			e := p.looseTargets()
			if badTarget(e, starTargets) != nil || !ends(p.kind()) {
				p.unexpected()
			}
			if p.kind() != tEqual {
				switch e.(type) {
				case *Tuple, *List, *Starred:
					p.unexpected()
				}
			}
			p.next()
		})
	}
	n := 0
	for target(func(k kind) bool { return k == tEqual }) {
		n++
	}
	if n == 0 {
		if target(func(k kind) bool { return k >= tPlusEq && k <= tRShiftEq }) {
			return true
		}
		if !target(func(k kind) bool { return k == tColon }) {
			return false
		}
	}
	if p.kind() == kYield {
		return true
	}
	if p.try(func() { p.exprList() }) {
		return p.kind() != tEqual
	}
	return p.try(p.prefix)
}

// checkStatement looks at an expression statement that is no assignment.
func (p *parser) checkStatement() {
	if p.kind() == kYield || p.startsAssignment() {
		return
	}
	// Elements of what may be a list of targets are looked at one by one.
	pos, prevEnd := p.pos, p.prevEnd
	first := p.starNamed()
	if p.kind() == tComma {
		for p.accept(tComma) {
			if k := p.kind(); !startsExpr(k) && k != tStar {
				break
			}
			p.starNamed()
		}
		if p.kind() == tColon {
			p.next()
			if p.lookahead(p.prefix) {
				p.fail(first.Pos(), "only single target (not tuple) can be annotated")
			}
		}
	}
	p.pos, p.prevEnd = pos, prevEnd
}

// checkExceptTypes looks for except A, B.
func (p *parser) checkExceptTypes(e Expr) {
	if p.kind() != tComma {
		return
	}
	pos, prevEnd := p.pos, p.prevEnd
	p.next()
	ok := p.lookahead(func() {
		p.exprList()
		if p.accept(kAs) {
			p.name()
		}
		p.expect(tColon)
		p.found = &Error{Span: p.fromLast(e.Pos().Start)}
	})
	found := p.found
	p.found = nil
	if ok {
		p.fail(found.Span, "multiple exception types must be parenthesized")
	}
	p.pos, p.prevEnd = pos, prevEnd
}

// forgottenMatchColon tells whether a line that begins with the name match,
// and ends at token end, can be a match statement without its colon.
func (p *parser) forgottenMatchColon(end int) bool {
	return p.toks[end].kind == tNewline && p.lookahead(func() {
		p.next()
		p.matchSubject()
		if p.kind() != tNewline {
			p.unexpected()
		}
	})
}
