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
	defer p.leave()
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

func (p *parser) disjunction() Expr { return p.boolOp(kOr) }

// boolOp is a chain of or, or a chain of and inside one.
func (p *parser) boolOp(k kind) Expr {
	start := p.tok().start
	operand := func() Expr {
		if k == kOr {
			return p.boolOp(kAnd)
		}
		return p.inversion()
	}
	first := operand()
	if p.kind() != k {
		return first
	}
	values := []Expr{first}
	for p.accept(k) {
		values = append(values, operand())
	}
	return &BoolOp{p.span(start), k == kAnd, values}
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
	defer p.leave()
	start := p.next().start
	operand := p.unary()
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
	first := p.firstElement()
	if p.kind() == tColon {
		switch first.(type) {
		case *Starred, *NamedExpr:
			if p.src[first.Pos().Start] != '(' {
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
