package syntax

// Compound statements.

// compound reads a compound statement, or answers nil when none begins here.
func (p *parser) compound() Stmt {
	switch p.kind() {
	case kDef, kClass, kIf, kWhile, kFor, kTry, kWith, kAsync, tAt:
	case tName:
		if p.isSoft("match") && p.startsMatch() {
			return p.match()
		}
		return nil
	default:
		return nil
	}
	start := p.tok().start
	switch p.kind() {
	case kDef:
		return p.funcDef(start, nil, false)
	case kClass:
		return p.classDef(start, nil)
	case kIf:
		return p.ifStmt()
	case kWhile:
		return p.while()
	case kFor:
		return p.forStmt(start, false)
	case kTry:
		return p.tryStmt()
	case kWith:
		return p.with(start, false)
	case tAt:
		return p.decorated()
	}
	return p.async(nil)
}

func (p *parser) async(decorators []Expr) Stmt {
	start := p.expect(kAsync).start
	switch k := p.kind(); {
	case k == kDef:
		return p.funcDef(start, decorators, true)
	case k == kFor && decorators == nil:
		return p.forStmt(start, true)
	case k == kWith && decorators == nil:
		return p.with(start, true)
	}
	p.unexpected()
	return nil
}

func (p *parser) decorated() Stmt {
	var decorators []Expr
	for p.accept(tAt) {
		decorators = append(decorators, p.namedExpr())
		p.expect(tNewline)
	}
	start := p.tok().start
	switch p.kind() {
	case kDef:
		return p.funcDef(start, decorators, false)
	case kClass:
		return p.classDef(start, decorators)
	case kAsync:
		return p.async(decorators)
	}
	p.unexpected()
	return nil
}

func (p *parser) funcDef(start int32, decorators []Expr, async bool) Stmt {
	at := p.expect(kDef).start
	f := &FunctionDef{Decorators: decorators, Async: async}
	f.Name, f.NamePos = p.name()
	if p.kind() != tLParen {
		p.expected("(")
	}
	p.next()
	f.Args = p.parameters(tRParen)
	p.expect(tRParen)
	if arrow := p.tok(); arrow.kind == tArrow {
		if p.diagnose && !startsExpr(p.peek(1)) {
			p.expected(":")
		}
		p.next()
		if p.diagnose && p.attempt(func() { p.expr() }) != nil {
			p.prefix()
			p.expectColonForced()
		}
		f.Returns = p.expr()
	}
	p.expectColonForced()
	f.Body = p.block("function definition", at)
	f.Span = p.span(start)
	return f
}

func (p *parser) classDef(start int32, decorators []Expr) Stmt {
	at := p.expect(kClass).start
	c := &ClassDef{Decorators: decorators}
	c.Name, c.NamePos = p.name()
	if p.kind() == tLParen {
		c.Bases, c.Keywords = p.arguments(true)
	}
	p.expectColon()
	c.Body = p.block("class definition", at)
	c.Span = p.span(start)
	return c
}

// ifStmt reads if with its elif chain in a loop: chains can be long.
func (p *parser) ifStmt() Stmt {
	var chain []*If
	for {
		word := p.text(p.tok())
		at := p.next().start
		s := &If{Span: Span{Start: at}}
		chain = append(chain, s)
		s.Test = p.namedExpr()
		p.expectColon()
		s.Body = p.block("'"+word+"' statement", at)
		if p.kind() != kElif {
			break
		}
	}
	last := chain[len(chain)-1]
	last.OrElse = p.elseBlock()
	for i := len(chain) - 1; i >= 0; i-- {
		chain[i].End = p.prevEnd
		if i > 0 {
			chain[i-1].OrElse = []Stmt{chain[i]}
		}
	}
	return chain[0]
}

// elseBlock reads else: and its body, if they are there.
func (p *parser) elseBlock() []Stmt {
	if p.kind() != kElse {
		return nil
	}
	at := p.next().start
	p.expectColonForced()
	return p.block("'else' statement", at)
}

func (p *parser) while() Stmt {
	start := p.next().start
	w := &While{Test: p.namedExpr()}
	p.expectColon()
	w.Body = p.block("'while' statement", start)
	w.OrElse = p.elseBlock()
	w.Span = p.span(start)
	return w
}

func (p *parser) forStmt(start int32, async bool) Stmt {
	at := p.expect(kFor).start
	f := &For{Async: async}
	f.Target = p.targetList("in")
	p.expect(kIn)
	f.Iter = p.exprList()
	p.expectColon()
	f.Body = p.block("'for' statement", at)
	f.OrElse = p.elseBlock()
	f.Span = p.span(start)
	return f
}

func (p *parser) with(start int32, async bool) Stmt {
	at := p.expect(kWith).start
	w := &With{Async: async}
	if p.kind() == tLParen && p.parenthesisedItems() {
		p.next()
		for {
			w.Items = append(w.Items, p.withItem())
			if !p.accept(tComma) || p.kind() == tRParen {
				break
			}
		}
		p.expect(tRParen)
	} else {
		for {
			w.Items = append(w.Items, p.withItem())
			if !p.accept(tComma) {
				break
			}
		}
	}
	p.expectColon()
	w.Body = p.block("'with' statement", at)
	w.Span = p.span(start)
	return w
}

// parenthesisedItems tells whether the bracket after with holds items rather
// than being the start of an expression: a colon follows the closing bracket,
// and what is between them is either marked by an as, or just expressions.
func (p *parser) parenthesisedItems() bool {
	level := p.tok().level
	expression := p.peek(1) == tRParen
	for i := p.pos + 1; i < len(p.toks); i++ {
		t := p.toks[i]
		if t.level < level {
			return !expression && t.kind == tRParen && i+1 < len(p.toks) && p.toks[i+1].kind == tColon
		}
		if t.level > level {
			continue
		}
		switch t.kind {
		case kAs:
			return true
		case tWalrus, kFor, kYield:
			expression = true
		case tStar:
			if k := p.toks[i-1].kind; k == tComma || k == tLParen {
				expression = true
			}
		}
	}
	return false
}

func (p *parser) withItem() *WithItem {
	start := p.tok().start
	item := &WithItem{Context: p.expr()}
	if p.accept(kAs) {
		vars := p.pos
		if p.kind() == tStar {
			item.Vars = p.starred()
		} else {
			item.Vars = p.binary(precOr)
		}
		k := p.kind()
		if k == tComma || k == tRParen || k == tColon {
			p.checkTarget(item.Vars, starTargets)
		} else if p.diagnose && startsExpr(k) {
			p.pos = vars
			p.expr() // as which it may hold a mistake
			p.unexpected()
		}
	}
	item.Span = p.span(start)
	return item
}

func (p *parser) tryStmt() Stmt {
	start := p.next().start
	t := &Try{}
	p.expectColonForced()
	t.Body = p.block("'try' statement", start)
	for p.kind() == kExcept {
		star := p.peek(1) == tStar
		if len(t.Handlers) == 0 {
			t.Star = star
		} else if star != t.Star {
			p.mixedExcept(star)
		}
		t.Handlers = append(t.Handlers, p.except(len(t.Handlers)))
	}
	if len(t.Handlers) > 0 {
		t.OrElse = p.elseBlock()
	}
	if p.kind() == kFinally {
		at := p.next().start
		p.expectColonForced()
		t.FinalBody = p.block("'finally' statement", at)
	}
	if len(t.Handlers) == 0 && t.FinalBody == nil {
		p.missingExcept()
	}
	t.Span = p.span(start)
	return t
}

func (p *parser) except(int) *ExceptHandler {
	start := p.expect(kExcept).start
	h := &ExceptHandler{}
	what := "'except' statement"
	if p.kind() == tStar {
		p.next()
		what = "'except*' statement"
		if k := p.kind(); p.diagnose && (k == tColon || k == tNewline) {
			p.failHere("expected one or more exception types")
		}
		h.Type = p.expr()
	} else if p.kind() != tColon && p.kind() != tNewline {
		h.Type = p.expr()
	}
	if p.diagnose && h.Type != nil {
		p.checkExceptTypes(h.Type)
	}
	if h.Type != nil && p.accept(kAs) {
		h.Name, _ = p.name()
	}
	p.expectColon()
	h.Body = p.block(what, start)
	h.Span = p.span(start)
	return h
}

// startsMatch tells a match statement from a statement about a name match: its
// line ends with a colon. No simple statement's line does.
func (p *parser) startsMatch() bool {
	switch k := p.peek(1); {
	case startsExpr(k), k == tStar:
	default:
		return false
	}
	i := p.pos
	for p.toks[i].kind != tNewline && p.toks[i].kind != tEOF {
		i++
	}
	if p.toks[i-1].kind == tColon {
		return true
	}
	p.lookahead(func() { // for how far it goes
		p.next()
		p.matchSubject()
		p.expect(tColon)
	})
	return p.diagnose && p.forgottenMatchColon(i)
}

func (p *parser) match() Stmt {
	start := p.next().start
	m := &Match{}
	m.Subject = p.matchSubject()
	if p.diagnose && p.kind() == tNewline {
		p.failFar("expected ':'")
	}
	p.expect(tColon)
	p.expect(tNewline)
	if p.kind() != tIndent {
		p.missingBlock("'match' statement", start)
	}
	p.next()
	for p.isSoft("case") {
		m.Cases = append(m.Cases, p.matchCase())
	}
	if p.kind() != tDedent || len(m.Cases) == 0 {
		p.unexpected()
	}
	p.next()
	m.Span = p.span(start)
	return m
}

func (p *parser) matchSubject() Expr {
	start := p.tok().start
	subject := p.starNamed()
	if _, star := subject.(*Starred); p.kind() != tComma {
		if star {
			p.unexpected()
		}
		return subject
	}
	elts := []Expr{subject}
	for p.accept(tComma) {
		if k := p.kind(); !startsExpr(k) && k != tStar {
			break
		}
		elts = append(elts, p.starNamed())
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}

func (p *parser) matchCase() *MatchCase {
	start := p.next().start
	c := &MatchCase{Pattern: p.openPattern()}
	if p.accept(kIf) {
		c.Guard = p.namedExpr()
	}
	p.expectColon()
	c.Body = p.block("'case' statement", start)
	c.Span = p.span(start)
	return c
}
