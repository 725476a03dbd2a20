package syntax

// Simple statements, and the blocks that hold statements.

func (p *parser) module() *Module {
	m := &Module{Span: Span{0, int32(len(p.src))}}
	for p.kind() != tEOF {
		m.Body = p.statement(m.Body)
	}
	return m
}

// statement reads a compound statement, or a line of simple ones.
func (p *parser) statement(body []Stmt) []Stmt {
	if s := p.compound(); s != nil {
		return append(body, s)
	}
	return p.simpleLine(body)
}

// simpleLine is simple statements up to the end of the line.
func (p *parser) simpleLine(body []Stmt) []Stmt {
	for {
		body = append(body, p.simple())
		if !p.accept(tSemi) {
			break
		}
		if p.kind() == tNewline {
			break
		}
	}
	if p.kind() != tNewline {
		p.unexpected()
	}
	p.next()
	return body
}

// block is the body after a colon: the rest of the line, or indented lines.
// what names the statement and its line in the error for a missing body.
func (p *parser) block(what string, at int32) []Stmt {
	var body []Stmt
	if p.kind() != tNewline {
		return p.simpleLine(nil)
	}
	p.next()
	if p.kind() != tIndent {
		p.missingBlock(what, at)
	}
	p.next()
	for p.kind() != tDedent {
		if p.kind() == tEOF {
			p.unexpected()
		}
		body = p.statement(body)
	}
	p.next()
	return body
}

func (p *parser) simple() Stmt {
	t := p.tok()
	switch t.kind {
	case kPass:
		p.next()
		return &Pass{Span{t.start, t.end}}
	case kBreak:
		p.next()
		return &Break{Span{t.start, t.end}}
	case kContinue:
		p.next()
		return &Continue{Span{t.start, t.end}}
	case kReturn:
		p.next()
		var value Expr
		if !p.endsSimple() {
			value = p.exprList()
		}
		return &Return{p.span(t.start), value}
	case kRaise:
		return p.raise()
	case kGlobal, kNonlocal:
		p.next()
		var names []string
		for {
			id, _ := p.name()
			names = append(names, id)
			if !p.accept(tComma) {
				break
			}
		}
		if t.kind == kGlobal {
			return &Global{p.span(t.start), names}
		}
		return &Nonlocal{p.span(t.start), names}
	case kDel:
		return p.del()
	case kAssert:
		p.next()
		a := &Assert{Test: p.expr()}
		if p.accept(tComma) {
			a.Msg = p.expr()
		}
		a.Span = p.span(t.start)
		return a
	case kImport:
		return p.importStmt()
	case kFrom:
		return p.importFrom()
	}
	return p.expressionStmt()
}

// endsSimple tells whether a simple statement can end here.
func (p *parser) endsSimple() bool {
	k := p.kind()
	return k == tNewline || k == tSemi || k == tEOF
}

func (p *parser) raise() Stmt {
	start := p.next().start
	r := &Raise{}
	if !p.endsSimple() {
		r.Exc = p.expr()
		if p.accept(kFrom) {
			r.Cause = p.expr()
		}
	}
	r.Span = p.span(start)
	return r
}

func (p *parser) del() Stmt {
	start := p.next().start
	list := p.exprList()
	d := &Delete{Targets: []Expr{list}}
	if t, ok := list.(*Tuple); ok && !t.Paren {
		d.Targets = t.Elts
	}
	if p.diagnose || p.endsSimple() {
		for _, t := range d.Targets {
			p.checkTarget(t, delTargets)
		}
	}
	d.Span = p.span(start)
	return d
}

func (p *parser) importStmt() Stmt {
	start := p.next().start
	s := &Import{}
	for {
		aliasStart := p.tok().start
		a := &Alias{Name: p.moduleName()}
		p.asName(a)
		a.Span = p.span(aliasStart)
		s.Names = append(s.Names, a)
		if !p.accept(tComma) {
			break
		}
	}
	s.Span = p.span(start)
	return s
}

// moduleName is names with dots between them.
func (p *parser) moduleName() string {
	name, _ := p.name()
	for p.accept(tDot) {
		part, _ := p.name()
		name += "." + part
	}
	return name
}

func (p *parser) asName(a *Alias) {
	if p.accept(kAs) {
		a.AsName, _ = p.name()
	}
}

func (p *parser) importFrom() Stmt {
	start := p.next().start
	s := &ImportFrom{}
	for {
		if p.accept(tDot) {
			s.Level++
		} else if p.accept(tEllipsis) {
			s.Level += 3
		} else {
			break
		}
	}
	if s.Level == 0 || p.kind() != kImport {
		s.Module = p.moduleName()
	}
	p.expect(kImport)
	if t := p.tok(); p.accept(tStar) {
		s.Names = []*Alias{{Span: Span{t.start, t.end}, Name: "*"}}
		s.Span = p.span(start)
		return s
	}
	paren := p.accept(tLParen)
	for {
		aliasStart := p.tok().start
		id, _ := p.name()
		a := &Alias{Name: id}
		p.asName(a)
		a.Span = p.span(aliasStart)
		s.Names = append(s.Names, a)
		if !p.accept(tComma) {
			break
		}
		if paren && p.kind() == tRParen {
			break
		}
		if !paren && p.kind() == tNewline {
			if p.diagnose {
				p.failHere("trailing comma not allowed without surrounding parentheses")
			}
			p.unexpected()
		}
	}
	if paren {
		p.expect(tRParen)
	}
	s.Span = p.span(start)
	return s
}

var augmented = map[kind]Operator{
	tPlusEq: Add, tMinusEq: Sub, tStarEq: Mult, tAtEq: MatMult, tSlashEq: Div, tPercentEq: Mod,
	tDoubleStarEq: Pow, tLShiftEq: LShift, tRShiftEq: RShift, tPipeEq: BitOr, tCaretEq: BitXor,
	tAmpEq: BitAnd, tDoubleSlashEq: FloorDiv,
}

// expressionStmt is an expression, or an assignment of one of the three kinds.
func (p *parser) expressionStmt() Stmt {
	first := p.pos
	start := p.tok().start
	if p.diagnose {
		p.checkStatement()
	}
	e := p.yieldOrList()
	k := p.kind()
	switch {
	case k == tEqual:
		return p.assign(e, first)
	case k == tColon:
		return p.annAssign(e, first)
	case k >= tPlusEq && k <= tRShiftEq:
		p.checkAugTarget(e, p.tok())
		p.next()
		value := p.yieldOrList()
		return &AugAssign{p.span(start), e, augmented[k], value}
	}
	return &ExprStmt{p.span(start), e}
}

func (p *parser) assign(e Expr, first int) Stmt {
	start := p.toks[first].start
	s := &Assign{}
	for p.kind() == tEqual {
		p.checkAssignTarget(e)
		s.Targets = append(s.Targets, e)
		p.next()
		e = p.yieldOrList()
	}
	s.Value = e
	s.Span = p.span(start)
	return s
}

func (p *parser) annAssign(target Expr, first int) Stmt {
	paren := p.toks[first].kind == tLParen
	a := &AnnAssign{Target: target}
	switch target.(type) {
	case *Name:
		a.Simple = !paren
	case *Attribute, *Subscript:
	default:
		p.annotationTarget(target)
	}
	p.next()
	a.Annotation = p.expr()
	if p.accept(tEqual) {
		a.Value = p.yieldOrList()
	}
	a.Span = p.span(p.toks[first].start)
	return a
}
