package astmod

import (
	"loopscope/engine/object"
	"loopscope/engine/syntax"
)

// Statements and patterns of a program's own tree.

// stmts reads a body; owner names the node that must not have an empty one, "" when it may.
func (r *reader) stmts(v value, name, owner string) []syntax.Stmt {
	list := r.list(v, name)
	if len(list) == 0 && owner != "" {
		refuse(object.ValueError, "empty %s on %s", name, owner)
	}
	return readAll(list, func(s value) syntax.Stmt {
		if s.IsNone() {
			refuse(object.ValueError, "None disallowed in statement list")
		}
		return r.stmt(s)
	})
}

func (r *reader) stmt(v value) syntax.Stmt {
	r.enter()
	defer r.leave()
	name := r.kind(v)
	if name == "" {
		refuseNoNode(r, v, "stmt")
	}
	var span *syntax.Span
	for _, at := range [...]string{"lineno", "col_offset"} {
		if r.field(v, at).IsNull() {
			refuse(object.TypeError, "required field \"%s\" missing from stmt", at)
		}
	}
	s := r.stmtOf(v, name, &span)
	if s == nil {
		refuse(object.TypeError, "expected some sort of stmt, but got %s", object.ReprText(r.c, v))
	}
	r.at(v, span, "stmt")
	return s
}

func (r *reader) names(v value) []string {
	list := r.list(v, "names")
	if len(list) == 0 {
		refuse(object.ValueError, "empty names on %s", object.TypeOf(v).Name)
	}
	return readAll(list, func(n value) string {
		s := object.AsStr(n)
		if s == nil {
			refuse(object.TypeError, "AST identifier must be of type str")
		}
		return s.Text
	})
}

func (r *reader) stmtOf(v value, name string, span **syntax.Span) syntax.Stmt {
	switch name {
	case "FunctionDef", "AsyncFunctionDef":
		s := &syntax.FunctionDef{Name: r.identifier(v, "name", true), Args: r.arguments(r.required(v, "args")), Body: r.stmts(v, "body", name),
			Decorators: r.exprs(v, "decorator_list", "Load"), Returns: r.optionalExpr(v, "returns", "Load"), Async: name != "FunctionDef"}
		*span = &s.Span
		return s
	case "ClassDef":
		s := &syntax.ClassDef{Name: r.identifier(v, "name", true), Bases: r.exprs(v, "bases", "Load"), Keywords: readAll(r.list(v, "keywords"), r.keyword),
			Body: r.stmts(v, "body", name), Decorators: r.exprs(v, "decorator_list", "Load")}
		*span = &s.Span
		return s
	case "Return":
		s := &syntax.Return{Value: r.optionalExpr(v, "value", "Load")}
		*span = &s.Span
		return s
	case "Delete":
		s := &syntax.Delete{Targets: r.some(v, "targets", "targets", "Del")}
		*span = &s.Span
		return s
	case "Assign":
		s := &syntax.Assign{Targets: r.some(v, "targets", "targets", "Store"), Value: r.exprField(v, "value", "Load")}
		*span = &s.Span
		return s
	case "AugAssign":
		s := &syntax.AugAssign{Target: r.exprField(v, "target", "Store"), Value: r.exprField(v, "value", "Load"),
			Op: index[syntax.Operator](r, r.required(v, "op"), "operator", operatorNames[:])}
		*span = &s.Span
		return s
	case "AnnAssign":
		s := &syntax.AnnAssign{Target: r.exprField(v, "target", "Store"), Annotation: r.exprField(v, "annotation", "Load"),
			Value: r.optionalExpr(v, "value", "Load"), Simple: r.number(v, "simple", 0) != 0}
		if _, ok := s.Target.(*syntax.Name); s.Simple && !ok {
			refuse(object.TypeError, "AnnAssign with simple non-Name target")
		}
		*span = &s.Span
		return s
	case "For", "AsyncFor":
		s := &syntax.For{Target: r.exprField(v, "target", "Store"), Iter: r.exprField(v, "iter", "Load"), Body: r.stmts(v, "body", name),
			OrElse: r.stmts(v, "orelse", ""), Async: name != "For"}
		*span = &s.Span
		return s
	case "While":
		s := &syntax.While{Test: r.exprField(v, "test", "Load"), Body: r.stmts(v, "body", name), OrElse: r.stmts(v, "orelse", "")}
		*span = &s.Span
		return s
	case "If":
		s := &syntax.If{Test: r.exprField(v, "test", "Load"), Body: r.stmts(v, "body", name), OrElse: r.stmts(v, "orelse", "")}
		*span = &s.Span
		return s
	case "With", "AsyncWith":
		items := r.list(v, "items")
		if len(items) == 0 {
			refuse(object.ValueError, "empty items on %s", name)
		}
		s := &syntax.With{Async: name != "With", Items: readAll(items, func(item value) *syntax.WithItem {
			return &syntax.WithItem{Context: r.exprField(item, "context_expr", "Load"), Vars: r.optionalExpr(item, "optional_vars", "Store")}
		}), Body: r.stmts(v, "body", name)}
		*span = &s.Span
		return s
	case "Match":
		cases := r.list(v, "cases")
		if len(cases) == 0 {
			refuse(object.ValueError, "empty cases on Match")
		}
		s := &syntax.Match{Subject: r.exprField(v, "subject", "Load"), Cases: readAll(cases, func(c value) *syntax.MatchCase {
			return &syntax.MatchCase{Pattern: r.pattern(r.required(c, "pattern")), Guard: r.optionalExpr(c, "guard", "Load"), Body: r.stmts(c, "body", "match_case")}
		})}
		*span = &s.Span
		return s
	case "Raise":
		s := &syntax.Raise{Exc: r.optionalExpr(v, "exc", "Load"), Cause: r.optionalExpr(v, "cause", "Load")}
		if s.Exc == nil && s.Cause != nil {
			refuse(object.ValueError, "Raise with cause but no exception")
		}
		*span = &s.Span
		return s
	case "Try", "TryStar":
		s := &syntax.Try{Body: r.stmts(v, "body", name), Handlers: readAll(r.list(v, "handlers"), r.handler), OrElse: r.stmts(v, "orelse", ""),
			FinalBody: r.stmts(v, "finalbody", ""), Star: name != "Try"}
		if len(s.Handlers) == 0 && len(s.FinalBody) == 0 {
			refuse(object.ValueError, "%s has neither except handlers nor finalbody", name)
		}
		if len(s.Handlers) == 0 && len(s.OrElse) > 0 {
			refuse(object.ValueError, "%s has orelse but no except handlers", name)
		}
		*span = &s.Span
		return s
	case "Assert":
		s := &syntax.Assert{Test: r.exprField(v, "test", "Load"), Msg: r.optionalExpr(v, "msg", "Load")}
		*span = &s.Span
		return s
	case "Import", "ImportFrom":
		list := r.list(v, "names")
		if len(list) == 0 {
			refuse(object.ValueError, "empty names on %s", name)
		}
		names := readAll(list, func(a value) *syntax.Alias {
			n := &syntax.Alias{Name: r.identifier(a, "name", true), AsName: r.identifier(a, "asname", false)}
			r.at(a, &n.Span, "alias")
			return n
		})
		if name == "Import" {
			s := &syntax.Import{Names: names}
			*span = &s.Span
			return s
		}
		s := &syntax.ImportFrom{Module: r.identifier(v, "module", false), Names: names, Level: r.number(v, "level", 0)}
		if s.Level < 0 {
			refuse(object.ValueError, "Negative ImportFrom level")
		}
		*span = &s.Span
		return s
	case "Global":
		s := &syntax.Global{Names: r.names(v)}
		*span = &s.Span
		return s
	case "Nonlocal":
		s := &syntax.Nonlocal{Names: r.names(v)}
		*span = &s.Span
		return s
	case "Expr":
		s := &syntax.ExprStmt{Value: r.exprField(v, "value", "Load")}
		*span = &s.Span
		return s
	case "Pass":
		s := &syntax.Pass{}
		*span = &s.Span
		return s
	case "Break":
		s := &syntax.Break{}
		*span = &s.Span
		return s
	case "Continue":
		s := &syntax.Continue{}
		*span = &s.Span
		return s
	}
	return nil
}

func (r *reader) handler(v value) *syntax.ExceptHandler {
	h := &syntax.ExceptHandler{Type: r.optionalExpr(v, "type", "Load"), Name: r.identifier(v, "name", false), Body: r.stmts(v, "body", "ExceptHandler")}
	r.at(v, &h.Span, "excepthandler")
	return h
}

func (r *reader) patterns(v value, name string) []syntax.Pattern {
	return readAll(r.list(v, name), r.pattern)
}

func (r *reader) pattern(v value) syntax.Pattern {
	r.enter()
	defer r.leave()
	var p syntax.Pattern
	var span *syntax.Span
	switch r.kind(v) {
	case "MatchValue":
		n := &syntax.MatchValue{Value: r.exprField(v, "value", "Load")}
		p, span = n, &n.Span
	case "MatchSingleton":
		n := &syntax.MatchSingleton{}
		switch got := r.required(v, "value"); {
		case got.IsNone():
		case got == object.False:
			n.Kind = syntax.False
		case got == object.True:
			n.Kind = syntax.True
		default:
			refuse(object.ValueError, "MatchSingleton can only contain True, False and None")
		}
		p, span = n, &n.Span
	case "MatchSequence":
		n := &syntax.MatchSequence{Patterns: r.patterns(v, "patterns")}
		p, span = n, &n.Span
	case "MatchMapping":
		n := &syntax.MatchMapping{Keys: r.exprs(v, "keys", "Load"), Patterns: r.patterns(v, "patterns"), Rest: r.identifier(v, "rest", false)}
		if len(n.Keys) != len(n.Patterns) {
			refuse(object.ValueError, "MatchMapping doesn't have the same number of keys as patterns")
		}
		p, span = n, &n.Span
	case "MatchClass":
		n := &syntax.MatchClass{Cls: r.exprField(v, "cls", "Load"), Patterns: r.patterns(v, "patterns"), KwdPatterns: r.patterns(v, "kwd_patterns")}
		for _, attr := range r.list(v, "kwd_attrs") {
			s := object.AsStr(attr)
			if s == nil {
				refuse(object.TypeError, "AST identifier must be of type str")
			}
			n.KwdAttrs = append(n.KwdAttrs, s.Text)
		}
		if len(n.KwdAttrs) != len(n.KwdPatterns) {
			refuse(object.ValueError, "MatchClass doesn't have the same number of keyword attributes as patterns")
		}
		p, span = n, &n.Span
	case "MatchStar":
		n := &syntax.MatchStar{Name: r.identifier(v, "name", false)}
		p, span = n, &n.Span
	case "MatchAs":
		n := &syntax.MatchAs{Name: r.identifier(v, "name", false)}
		if inner := r.optional(v, "pattern"); !inner.IsNone() {
			n.Pattern = r.pattern(inner)
			if n.Name == "" {
				refuse(object.ValueError, "MatchAs must specify a target name if a pattern is given")
			}
		}
		p, span = n, &n.Span
	case "MatchOr":
		n := &syntax.MatchOr{Patterns: r.patterns(v, "patterns")}
		if len(n.Patterns) < 2 {
			refuse(object.ValueError, "MatchOr requires at least 2 patterns")
		}
		p, span = n, &n.Span
	default:
		refuseNoNode(r, v, "pattern")
	}
	r.at(v, span, "pattern")
	return p
}
