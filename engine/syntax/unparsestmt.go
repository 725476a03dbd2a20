package syntax

import "strings"

// Source text of statements and patterns.

func (u *unparser) line(parts ...string) {
	u.newLine()
	u.write(parts...)
}

func (u *unparser) newLine() {
	if u.b.Len() > 0 {
		u.write("\n")
	}
	for i := 0; i < u.indent; i++ {
		u.write(" ")
	}
}

func (u *unparser) stmts(list []Stmt) {
	for _, s := range list {
		u.stmt(s)
	}
	if u.indent == 0 {
		u.write("\n")
	}
}

func (u *unparser) block(body []Stmt) {
	u.write(":")
	u.indent++
	u.stmts(body)
	u.indent--
}

func (u *unparser) orElse(word string, body []Stmt) {
	if len(body) > 0 {
		u.line(word)
		u.block(body)
	}
}

func (u *unparser) stmt(s Stmt) {
	switch s := s.(type) {
	case *FunctionDef:
		u.decorators(s.Decorators)
		u.newLine()
		u.async(s.Async)
		u.write("def ", s.Name, "(")
		u.parameters(s.Args)
		u.write(")")
		if s.Returns != nil {
			u.write(" -> ")
			u.expr(s.Returns, precTest)
		}
		u.block(s.Body)
	case *ClassDef:
		u.decorators(s.Decorators)
		u.line("class ", s.Name, "(")
		u.args(s.Bases, s.Keywords)
		u.write(")")
		u.block(s.Body)
	case *Return:
		u.withExpr("return", s.Value)
	case *Delete:
		u.line("del ")
		u.list(s.Targets, precNamed)
	case *Assign:
		u.newLine()
		for _, t := range s.Targets {
			u.expr(t, precLowest)
			u.write(" = ")
		}
		u.expr(s.Value, precLowest)
	case *AugAssign:
		u.newLine()
		u.expr(s.Target, precLowest)
		u.write(strings.TrimRight(binaryText[s.Op].text, " "), "= ")
		u.expr(s.Value, precLowest)
	case *AnnAssign:
		u.newLine()
		if _, name := s.Target.(*Name); name && !s.Simple {
			u.write("(")
			u.expr(s.Target, precLowest)
			u.write(")")
		} else {
			u.expr(s.Target, precLowest)
		}
		u.write(": ")
		u.expr(s.Annotation, precTest)
		if s.Value != nil {
			u.write(" = ")
			u.expr(s.Value, precLowest)
		}
	case *For:
		u.newLine()
		u.async(s.Async)
		u.write("for ")
		u.element(s.Target, precBitOr)
		u.write(" in ")
		u.expr(s.Iter, precLowest)
		u.block(s.Body)
		u.orElse("else", s.OrElse)
	case *While:
		u.line("while ")
		u.expr(s.Test, precNamed)
		u.block(s.Body)
		u.orElse("else", s.OrElse)
	case *If:
		u.ifStmt(s)
	case *With:
		u.with(s)
	case *Match:
		u.line("match ")
		u.expr(s.Subject, precNamed)
		u.write(":")
		u.indent++
		for _, c := range s.Cases {
			u.line("case ")
			u.pattern(c.Pattern)
			if c.Guard != nil {
				u.write(" if ")
				u.expr(c.Guard, precNamed)
			}
			u.block(c.Body)
		}
		u.indent--
	case *Raise:
		u.withExpr("raise", s.Exc)
		if s.Cause != nil {
			u.write(" from ")
			u.expr(s.Cause, precTest)
		}
	case *Try:
		u.try(s)
	case *Assert:
		u.line("assert ")
		u.expr(s.Test, precTest)
		if s.Msg != nil {
			u.write(", ")
			u.expr(s.Msg, precTest)
		}
	case *Import:
		u.line("import ")
		u.aliases(s.Names)
	case *ImportFrom:
		u.line("from ", strings.Repeat(".", s.Level), s.Module, " import ")
		u.aliases(s.Names)
	case *Global:
		u.line("global ", strings.Join(s.Names, ", "))
	case *Nonlocal:
		u.line("nonlocal ", strings.Join(s.Names, ", "))
	case *ExprStmt:
		u.newLine()
		u.expr(s.Value, precLowest)
	case *Pass:
		u.line("pass")
	case *Break:
		u.line("break")
	case *Continue:
		u.line("continue")
	}
}

func (u *unparser) async(on bool) {
	if on {
		u.write("async ")
	}
}

func (u *unparser) decorators(list []Expr) {
	for _, d := range list {
		u.line("@")
		u.expr(d, precNamed)
	}
}

func (u *unparser) withExpr(word string, e Expr) {
	u.line(word)
	if e != nil {
		u.write(" ")
		u.expr(e, precLowest)
	}
}

func (u *unparser) ifStmt(s *If) {
	word := "if "
	for {
		u.line(word)
		u.expr(s.Test, precNamed)
		u.block(s.Body)
		if len(s.OrElse) == 1 {
			if next, ok := s.OrElse[0].(*If); ok {
				s = next
				word = "elif "
				continue
			}
		}
		u.orElse("else", s.OrElse)
		return
	}
}

func (u *unparser) with(s *With) {
	u.newLine()
	u.async(s.Async)
	u.write("with ")
	for i, item := range s.Items {
		if i > 0 {
			u.write(", ")
		}
		// (a, b) alone would be two items.
		_, tuple := item.Context.(*Tuple)
		if tuple {
			u.write("(")
		}
		u.expr(item.Context, precTest)
		if tuple {
			u.write(")")
		}
		if item.Vars != nil {
			u.write(" as ")
			u.element(item.Vars, precBitOr)
		}
	}
	u.block(s.Body)
}

func (u *unparser) try(s *Try) {
	u.line("try")
	u.block(s.Body)
	for _, h := range s.Handlers {
		u.line("except")
		if s.Star {
			u.write("*")
		}
		if h.Type != nil {
			u.write(" ")
			u.expr(h.Type, precTest)
		}
		if h.Name != "" {
			u.write(" as ", h.Name)
		}
		u.block(h.Body)
	}
	u.orElse("else", s.OrElse)
	u.orElse("finally", s.FinalBody)
}

func (u *unparser) aliases(list []*Alias) {
	for i, a := range list {
		if i > 0 {
			u.write(", ")
		}
		u.write(a.Name)
		if a.AsName != "" {
			u.write(" as ", a.AsName)
		}
	}
}

func (u *unparser) pattern(p Pattern) {
	switch p := p.(type) {
	case *MatchValue:
		u.expr(p.Value, precLowest)
	case *MatchSingleton:
		u.write([...]string{None: "None", False: "False", True: "True"}[p.Kind])
	case *MatchSequence:
		u.write("[")
		u.patterns(p.Patterns)
		u.write("]")
	case *MatchMapping:
		u.write("{")
		for i, k := range p.Keys {
			if i > 0 {
				u.write(", ")
			}
			u.expr(k, precLowest)
			u.write(": ")
			u.pattern(p.Patterns[i])
		}
		if p.Rest != "" {
			if len(p.Keys) > 0 {
				u.write(", ")
			}
			u.write("**", p.Rest)
		}
		u.write("}")
	case *MatchClass:
		u.expr(p.Cls, precLowest)
		u.write("(")
		u.patterns(p.Patterns)
		for i, name := range p.KwdAttrs {
			if i > 0 || len(p.Patterns) > 0 {
				u.write(", ")
			}
			u.write(name, "=")
			u.pattern(p.KwdPatterns[i])
		}
		u.write(")")
	case *MatchStar:
		u.write("*", orWildcard(p.Name))
	case *MatchAs:
		if p.Pattern == nil {
			u.write(orWildcard(p.Name))
			return
		}
		u.write("(")
		u.pattern(p.Pattern)
		u.write(" as ", p.Name, ")")
	case *MatchOr:
		u.write("(")
		for i, alternative := range p.Patterns {
			if i > 0 {
				u.write(" | ")
			}
			u.pattern(alternative)
		}
		u.write(")")
	}
}

func (u *unparser) patterns(list []Pattern) {
	for i, p := range list {
		if i > 0 {
			u.write(", ")
		}
		u.pattern(p)
	}
}

func orWildcard(name string) string {
	if name == "" {
		return "_"
	}
	return name
}
