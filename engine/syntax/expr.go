package syntax

// Expressions. Every node begins where its first token begins, so that (a) + b
// begins at the bracket although the Name a does not.

// startsExpr tells whether an expression can begin with a token of this kind.
func startsExpr(k kind) bool {
	switch k {
	case tName, tNumber, tString, tLParen, tLBracket, tLBrace, tEllipsis, tPlus, tMinus, tTilde,
		kNot, kLambda, kAwait, kNone, kTrue, kFalse:
		return true
	}
	return false
}

// exprList is one expression, possibly starred, or a tuple without parentheses.
func (p *parser) exprList() Expr {
	start := p.tok().start
	first := p.starExpr()
	if p.kind() != tComma {
		return first
	}
	elts := []Expr{first}
	for p.accept(tComma) {
		if k := p.kind(); !startsExpr(k) && k != tStar {
			break
		}
		elts = append(elts, p.starExpr())
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}

// plainList is exprList without stars.
func (p *parser) plainList() Expr {
	start := p.tok().start
	first := p.expr()
	if p.kind() != tComma {
		return first
	}
	elts := []Expr{first}
	for p.accept(tComma) && startsExpr(p.kind()) {
		elts = append(elts, p.expr())
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}

func (p *parser) starExpr() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.expr()
}

// starred is * and an operand, without comparisons.
func (p *parser) starred() Expr {
	start := p.expect(tStar).start
	value := p.binary(precOr)
	return &Starred{p.span(start), value}
}

// yieldOrList is the right side of an assignment, or a statement.
func (p *parser) yieldOrList() Expr {
	if p.kind() == kYield {
		return p.yield()
	}
	return p.exprList()
}

func (p *parser) yield() Expr {
	p.enter()
	defer p.leave()
	start := p.expect(kYield).start
	if p.accept(kFrom) {
		value := p.expr()
		return &YieldFrom{p.span(start), value}
	}
	var value Expr
	if k := p.kind(); startsExpr(k) || k == tStar {
		value = p.exprList()
	}
	return &Yield{p.span(start), value}
}

// namedExpr is an expression, or name := expression.
func (p *parser) namedExpr() Expr {
	if p.kind() == tName && p.peek(1) == tWalrus {
		start := p.tok().start
		id, span := p.name()
		p.next()
		value := p.expr()
		return &NamedExpr{p.span(start), &Name{span, id}, value}
	}
	start := p.pos
	e := p.expr()
	if p.diagnose {
		p.checkNamedExpr(e, start)
	}
	return e
}

// expr is a full expression: a lambda, a conditional, or what is below them.
func (p *parser) expr() Expr {
	p.enter()
	e := p.conditional()
	p.leave() // a failure puts the depth right where it is caught
	return e
}

func (p *parser) conditional() Expr {
	if p.kind() == kLambda {
		return p.lambda()
	}
	first := p.pos
	start := p.tok().start
	if p.diagnose {
		p.checkLegacyCall(first)
	}
	body := p.disjunction()
	if p.kind() != kIf {
		if p.diagnose {
			p.checkForgottenComma(body, first)
		}
		return body
	}
	p.next()
	if p.diagnose {
		p.checkMissingElse(start)
	}
	test := p.disjunction()
	if p.kind() != kElse {
		p.unexpected()
	}
	p.next()
	orelse := p.expr()
	return &IfExp{p.span(start), test, body, orelse}
}

func (p *parser) lambda() Expr {
	start := p.expect(kLambda).start
	args := p.parameters(tColon)
	p.expectColonOf("lambda")
	body := p.expr()
	return &Lambda{p.span(start), args, body}
}

func (p *parser) disjunction() Expr {
	start := p.tok().start
	first := p.conjunction()
	if p.kind() != kOr {
		return first
	}
	values := []Expr{first}
	for p.accept(kOr) {
		values = append(values, p.conjunction())
	}
	return &BoolOp{p.span(start), false, values}
}

func (p *parser) conjunction() Expr {
	start := p.tok().start
	first := p.inversion()
	if p.kind() != kAnd {
		return first
	}
	values := []Expr{first}
	for p.accept(kAnd) {
		values = append(values, p.inversion())
	}
	return &BoolOp{p.span(start), true, values}
}

func (p *parser) inversion() Expr {
	if p.kind() != kNot {
		return p.comparison()
	}
	p.enter()
	defer p.leave()
	start := p.next().start
	operand := p.inversion()
	return &UnaryOp{p.span(start), Not, operand}
}

func (p *parser) comparison() Expr {
	start := p.tok().start
	left := p.binary(precOr)
	op, ok := p.compareOp()
	if !ok {
		return left
	}
	c := &Compare{Left: left}
	for ok {
		c.Ops = append(c.Ops, op)
		c.Comparators = append(c.Comparators, p.binary(precOr))
		op, ok = p.compareOp()
	}
	c.Span = p.span(start)
	return c
}

// compareOp consumes a comparison operator if there is one.
func (p *parser) compareOp() (CmpOp, bool) {
	var op CmpOp
	switch p.kind() {
	case tEqEq:
		op = Eq
	case tNotEq:
		if p.src[p.tok().start] == '<' {
			return 0, false // <> was an operator once
		}
		op = NotEq
	case tLess:
		op = Lt
	case tLessEq:
		op = LtE
	case tGreater:
		op = Gt
	case tGreaterEq:
		op = GtE
	case kIn:
		op = In
	case kIs:
		op = Is
		if p.peek(1) == kNot {
			p.next()
			op = IsNot
		}
	case kNot:
		if p.peek(1) != kIn {
			p.reach(1)
			return 0, false
		}
		p.next()
		op = NotIn
	default:
		return 0, false
	}
	p.next()
	return op, true
}

// The binding strengths of the left-associative operators.
const (
	precOr = 1 + iota
	precXor
	precAnd
	precShift
	precSum
	precTerm
)

func binaryOp(k kind) (op Operator, prec int) {
	switch k {
	case tPipe:
		return BitOr, precOr
	case tCaret:
		return BitXor, precXor
	case tAmp:
		return BitAnd, precAnd
	case tLShift:
		return LShift, precShift
	case tRShift:
		return RShift, precShift
	case tPlus:
		return Add, precSum
	case tMinus:
		return Sub, precSum
	case tStar:
		return Mult, precTerm
	case tSlash:
		return Div, precTerm
	case tDoubleSlash:
		return FloorDiv, precTerm
	case tPercent:
		return Mod, precTerm
	case tAt:
		return MatMult, precTerm
	}
	return 0, 0
}

// binary reads operators that bind at least as strongly as min.
func (p *parser) binary(min int) Expr {
	start := p.tok().start
	left := p.unary()
	for {
		op, prec := binaryOp(p.kind())
		if prec < min || prec == 0 {
			return left
		}
		at := p.next().start
		right := p.binary(prec + 1)
		left = &BinOp{Span: p.span(start), Left: left, Right: right, Op: op, OpPos: at}
	}
}

func (p *parser) unary() Expr {
	var op UnaryOperator
	switch p.kind() {
	case tMinus:
		op = USub
	case tPlus:
		op = UAdd
	case tTilde:
		op = Invert
	default:
		return p.power()
	}
	p.enter()
	start := p.next().start
	operand := p.unary()
	p.leave()
	return &UnaryOp{p.span(start), op, operand}
}

func (p *parser) power() Expr {
	start := p.tok().start
	base := p.awaitPrimary()
	if p.kind() != tDoubleStar {
		return base
	}
	p.enter()
	defer p.leave()
	at := p.next().start
	exponent := p.unary()
	return &BinOp{Span: p.span(start), Left: base, Right: exponent, Op: Pow, OpPos: at}
}

func (p *parser) awaitPrimary() Expr {
	if p.kind() != kAwait {
		return p.primary()
	}
	start := p.next().start
	value := p.primary()
	return &Await{p.span(start), value}
}

// primary is an atom with any number of attributes, calls and subscripts.
func (p *parser) primary() Expr {
	start := p.tok().start
	e := p.atom()
	for {
		switch p.kind() {
		case tDot:
			p.next()
			attr, span := p.name()
			e = &Attribute{p.span(start), e, attr, span}
		case tLParen:
			call := &Call{Func: e}
			call.Args, call.Keywords = p.arguments(false)
			call.Span = p.span(start)
			e = call
		case tLBracket:
			p.next()
			index := p.slices()
			p.expect(tRBracket)
			e = &Subscript{p.span(start), e, index}
		default:
			return e
		}
	}
}

func (p *parser) slices() Expr {
	start := p.tok().start
	first := p.slice()
	if _, star := first.(*Starred); p.kind() != tComma && !star {
		return first
	}
	elts := []Expr{first}
	for p.accept(tComma) {
		if p.kind() == tRBracket {
			break
		}
		elts = append(elts, p.slice())
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}

func (p *parser) slice() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	start := p.tok().start
	var s Slice
	if p.kind() != tColon {
		e := p.namedExpr()
		if p.kind() != tColon {
			return e
		}
		if _, ok := e.(*NamedExpr); ok && p.src[start] != '(' {
			p.unexpected()
		}
		s.Lower = e
	}
	p.next()
	ends := func() bool {
		k := p.kind()
		return k == tColon || k == tComma || k == tRBracket
	}
	if !ends() {
		s.Upper = p.expr()
	}
	if p.accept(tColon) && !ends() {
		s.Step = p.expr()
	}
	s.Span = p.span(start)
	return &s
}

func (p *parser) atom() Expr {
	t := p.tok()
	switch t.kind {
	case tName:
		id, span := p.name()
		return &Name{span, id}
	case tNumber:
		p.next()
		return p.numberValue(t)
	case tString:
		return p.strings()
	case kNone:
		p.next()
		return &NameConst{Span{t.start, t.end}, None}
	case kTrue:
		p.next()
		return &NameConst{Span{t.start, t.end}, True}
	case kFalse:
		p.next()
		return &NameConst{Span{t.start, t.end}, False}
	case tEllipsis:
		p.next()
		return &NameConst{Span{t.start, t.end}, Ellipsis}
	case tLParen:
		return p.parenthesised()
	case tLBracket:
		return p.listDisplay()
	case tLBrace:
		return p.braceDisplay()
	}
	p.unexpected()
	return nil
}

// targetList is what a loop assigns to: expressions without comparisons, so
// that "in" ends it.
func (p *parser) targetList(string) Expr {
	if p.diagnose {
		p.checkLoopTarget()
	}
	target := p.looseTargets()
	if p.kind() != kIn || badTarget(target, forTargets) != nil {
		p.unexpected()
	}
	return target
}

// looseTargets is a list of expressions that may or may not be targets.
func (p *parser) looseTargets() Expr {
	start := p.tok().start
	one := func() Expr {
		if p.kind() == tStar {
			return p.starred()
		}
		return p.binary(precOr)
	}
	first := one()
	if p.kind() != tComma {
		return first
	}
	elts := []Expr{first}
	for p.accept(tComma) {
		if k := p.kind(); !startsExpr(k) && k != tStar {
			break
		}
		elts = append(elts, one())
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}
