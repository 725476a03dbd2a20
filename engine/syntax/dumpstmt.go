package syntax

import "strings"

// The dump of statements and patterns.

func (d *dumper) stmt(n Stmt, line func(string, ...any)) {
	d.depth++
	defer func() { d.depth-- }()
	head := func(format string, args ...any) {
		d.depth--
		line(format, args...)
		d.depth++
	}
	switch n := n.(type) {
	case *FunctionDef:
		head("FunctionDef %s%s", quote(n.Name), flag("async", n.Async))
		d.exprs("decorator", n.Decorators)
		d.node("args", n.Args)
		d.optional("returns", n.Returns)
		d.stmts("body", n.Body)
	case *ClassDef:
		head("ClassDef %s", quote(n.Name))
		d.exprs("decorator", n.Decorators)
		d.exprs("base", n.Bases)
		d.keywords(n.Keywords)
		d.stmts("body", n.Body)
	case *Return:
		head("Return")
		d.optional("value", n.Value)
	case *Delete:
		head("Delete")
		d.exprs("", n.Targets)
	case *Assign:
		head("Assign")
		d.exprs("target", n.Targets)
		d.node("value", n.Value)
	case *AugAssign:
		head("AugAssign %s", operatorNames[n.Op])
		d.node("target", n.Target)
		d.node("value", n.Value)
	case *AnnAssign:
		head("AnnAssign%s", flag("simple", n.Simple))
		d.node("target", n.Target)
		d.node("annotation", n.Annotation)
		d.optional("value", n.Value)
	case *For:
		head("For%s", flag("async", n.Async))
		d.node("target", n.Target)
		d.node("iter", n.Iter)
		d.stmts("body", n.Body)
		d.stmts("orelse", n.OrElse)
	case *While:
		head("While")
		d.node("test", n.Test)
		d.stmts("body", n.Body)
		d.stmts("orelse", n.OrElse)
	case *If:
		head("If")
		d.node("test", n.Test)
		d.stmts("body", n.Body)
		d.stmts("orelse", n.OrElse)
	case *With:
		head("With%s", flag("async", n.Async))
		for _, item := range n.Items {
			d.node("item", item)
		}
		d.stmts("body", n.Body)
	case *Match:
		head("Match")
		d.node("subject", n.Subject)
		for _, c := range n.Cases {
			d.node("case", c)
		}
	case *Raise:
		head("Raise")
		d.optional("exc", n.Exc)
		d.optional("cause", n.Cause)
	case *Try:
		head("Try%s", flag("star", n.Star))
		d.stmts("body", n.Body)
		for _, h := range n.Handlers {
			d.node("handler", h)
		}
		d.stmts("orelse", n.OrElse)
		d.stmts("finally", n.FinalBody)
	case *Assert:
		head("Assert")
		d.node("test", n.Test)
		d.optional("msg", n.Msg)
	case *Import:
		head("Import")
		d.aliases(n.Names)
	case *ImportFrom:
		head("ImportFrom %s %d", quote(n.Module), n.Level)
		d.aliases(n.Names)
	case *Global:
		head("Global %s", strings.Join(n.Names, " "))
	case *Nonlocal:
		head("Nonlocal %s", strings.Join(n.Names, " "))
	case *ExprStmt:
		head("ExprStmt")
		d.node("", n.Value)
	case *Pass:
		head("Pass")
	case *Break:
		head("Break")
	case *Continue:
		head("Continue")
	}
}

func (d *dumper) aliases(list []*Alias) {
	for _, a := range list {
		d.node("", a)
	}
}

func (d *dumper) pattern(n Pattern, line func(string, ...any)) {
	d.depth++
	defer func() { d.depth-- }()
	head := func(format string, args ...any) {
		d.depth--
		line(format, args...)
		d.depth++
	}
	switch n := n.(type) {
	case *MatchValue:
		head("MatchValue")
		d.node("", n.Value)
	case *MatchSingleton:
		head("MatchSingleton %s", constNames[n.Kind])
	case *MatchSequence:
		head("MatchSequence")
		d.patterns("", n.Patterns)
	case *MatchMapping:
		head("MatchMapping %s", quote(n.Rest))
		d.exprs("key", n.Keys)
		d.patterns("pattern", n.Patterns)
	case *MatchClass:
		head("MatchClass %s", strings.Join(n.KwdAttrs, " "))
		d.node("cls", n.Cls)
		d.patterns("pattern", n.Patterns)
		d.patterns("kwd", n.KwdPatterns)
	case *MatchStar:
		head("MatchStar %s", quote(n.Name))
	case *MatchAs:
		head("MatchAs %s", quote(n.Name))
		if n.Pattern != nil {
			d.node("pattern", n.Pattern)
		}
	case *MatchOr:
		head("MatchOr")
		d.patterns("", n.Patterns)
	}
}
