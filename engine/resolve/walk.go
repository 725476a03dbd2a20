package resolve

import (
	"loopscope/engine/syntax"
)

type resolver struct {
	file *syntax.File
	info *Info
	cur  *Scope
}

// fail leaves the walk; Resolve catches it.
func (r *resolver) fail(span syntax.Span, msg string) {
	panic(&syntax.Error{Kind: "SyntaxError", Msg: msg, File: r.file, Span: span})
}

// Resolve resolves the names of a module.
func Resolve(mod *syntax.Module, file *syntax.File) (info *Info, err *syntax.Error) {
	defer catch(&err)
	r := newResolver(mod, file)
	r.futures(mod)
	r.stmts(mod.Body)
	r.analyse(r.info.Top)
	return r.info, nil
}

// ResolveExpr resolves the names of a single expression, as eval compiles it.
func ResolveExpr(e syntax.Expr, file *syntax.File) (info *Info, err *syntax.Error) {
	defer catch(&err)
	r := newResolver(e, file)
	r.expr(e)
	r.analyse(r.info.Top)
	return r.info, nil
}

func catch(err **syntax.Error) {
	if p := recover(); p != nil {
		e, ok := p.(*syntax.Error)
		if !ok {
			panic(p)
		}
		*err = e
	}
}

func newResolver(n syntax.Node, file *syntax.File) *resolver {
	r := &resolver{file: file, info: &Info{scopes: map[syntax.Node]*Scope{}}}
	r.open(n, Module, "<module>")
	r.info.Top = r.cur
	return r
}

func (r *resolver) open(n syntax.Node, kind Kind, name string) *Scope {
	s := &Scope{Kind: kind, Name: name, Parent: r.cur, symbols: map[string]*symbol{}}
	if p := r.cur; p != nil {
		s.Nested = p.Nested || p.Kind == Function
		s.Class = p.Class
		s.iterExpr = p.iterExpr
		p.children = append(p.children, s)
	}
	r.info.scopes[n] = s
	r.cur = s
	return s
}

func (r *resolver) close() { r.cur = r.cur.Parent }

// futures finds the __future__ imports at the head of the module.
func (r *resolver) futures(mod *syntax.Module) {
	i := 0
	if len(mod.Body) > 0 {
		if s, ok := mod.Body[0].(*syntax.ExprStmt); ok {
			if _, ok := s.Value.(*syntax.Str); ok {
				i = 1
			}
		}
	}
	for ; i < len(mod.Body); i++ {
		imp, ok := mod.Body[i].(*syntax.ImportFrom)
		if !ok || imp.Module != "__future__" || imp.Level != 0 {
			break
		}
		for _, alias := range imp.Names {
			switch alias.Name {
			case "annotations":
				r.info.FutureAnnotations = true
			case "nested_scopes", "generators", "division", "absolute_import", "with_statement",
				"print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop":
			case "braces":
				r.fail(syntax.Span{Start: imp.Span.Start, End: -1}, "not a chance")
			default:
				r.fail(syntax.Span{Start: imp.Span.Start, End: -1}, "future feature "+alias.Name+" is not defined")
			}
		}
	}
	r.info.FutureEnd = i
}

// define notes that the current scope binds a name.
func (r *resolver) define(name string, as use, at syntax.Span) {
	s := r.cur
	name = s.Mangle(name)
	sym := s.get(name)
	if as&defParam != 0 {
		if sym.uses&defParam != 0 {
			r.fail(at, "duplicate argument '"+name+"' in function definition")
		}
		s.Params = append(s.Params, name)
	}
	if s.iterTarget && as&defLocal != 0 {
		if sym.uses&(defGlobal|defNonlocal) != 0 {
			r.fail(at, "comprehension inner loop cannot rebind assignment expression target '"+name+"'")
		}
		as |= defCompIter
	}
	sym.uses |= as
}

func (r *resolver) use(name string) {
	s := r.cur
	s.get(s.Mangle(name)).uses |= used
	if name == "super" && s.Kind == Function {
		s.get("__class__").uses |= used
	}
}

func (r *resolver) stmts(list []syntax.Stmt) {
	for _, s := range list {
		r.stmt(s)
	}
}

func (r *resolver) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		r.define(s.Name, defLocal, s.Span)
		r.defaults(s.Args)
		r.annotations(s)
		r.exprs(s.Decorators)
		f := r.open(s, Function, s.Name)
		f.Async = s.Async
		r.params(s.Args)
		r.stmts(s.Body)
		r.close()
	case *syntax.ClassDef:
		r.define(s.Name, defLocal, s.Span)
		r.exprs(s.Bases)
		r.keywords(s.Keywords)
		r.exprs(s.Decorators)
		c := r.open(s, Class, s.Name)
		c.Class = s.Name
		r.stmts(s.Body)
		r.close()
	case *syntax.Return:
		r.expr(s.Value)
	case *syntax.Delete:
		for _, t := range s.Targets {
			r.target(t)
		}
	case *syntax.Assign:
		r.expr(s.Value)
		for _, t := range s.Targets {
			r.target(t)
		}
	case *syntax.AugAssign:
		if n, ok := s.Target.(*syntax.Name); ok {
			r.define(n.Id, defLocal, n.Span)
		} else {
			r.expr(s.Target)
		}
		r.expr(s.Value)
	case *syntax.AnnAssign:
		r.annAssign(s)
	case *syntax.For:
		r.target(s.Target)
		r.expr(s.Iter)
		r.stmts(s.Body)
		r.stmts(s.OrElse)
	case *syntax.While:
		r.expr(s.Test)
		r.stmts(s.Body)
		r.stmts(s.OrElse)
	case *syntax.If:
		for s != nil { // a chain of elif is a loop here, however long
			r.expr(s.Test)
			r.stmts(s.Body)
			var next *syntax.If
			if len(s.OrElse) == 1 {
				next, _ = s.OrElse[0].(*syntax.If)
			}
			if next == nil {
				r.stmts(s.OrElse)
			}
			s = next
		}
	case *syntax.With:
		for _, item := range s.Items {
			r.expr(item.Context)
			r.target(item.Vars)
		}
		r.stmts(s.Body)
	case *syntax.Match:
		r.expr(s.Subject)
		for _, c := range s.Cases {
			r.pattern(c.Pattern)
			r.expr(c.Guard)
			r.stmts(c.Body)
		}
	case *syntax.Raise:
		r.expr(s.Exc)
		r.expr(s.Cause)
	case *syntax.Try:
		r.stmts(s.Body)
		for _, h := range s.Handlers {
			r.expr(h.Type)
			if h.Name != "" {
				r.define(h.Name, defLocal, h.Span)
			}
			r.stmts(h.Body)
		}
		r.stmts(s.OrElse)
		r.stmts(s.FinalBody)
	case *syntax.Assert:
		r.expr(s.Test)
		r.expr(s.Msg)
	case *syntax.Import:
		r.imports(s.Names, false)
	case *syntax.ImportFrom:
		r.imports(s.Names, true)
	case *syntax.Global:
		r.declare(s.Names, defGlobal, "global", s.Span)
	case *syntax.Nonlocal:
		r.declare(s.Names, defNonlocal, "nonlocal", s.Span)
	case *syntax.ExprStmt:
		r.expr(s.Value)
	}
}

func (r *resolver) annAssign(s *syntax.AnnAssign) {
	if n, ok := s.Target.(*syntax.Name); ok {
		sym := r.cur.get(r.cur.Mangle(n.Id))
		if sym.uses&(defGlobal|defNonlocal) != 0 && r.cur.Kind != Module && s.Simple {
			kind := "global"
			if sym.uses&defGlobal == 0 {
				kind = "nonlocal"
			}
			r.fail(s.Span, "annotated name '"+n.Id+"' can't be "+kind)
		}
		if s.Simple {
			r.define(n.Id, defAnnot|defLocal, n.Span)
		} else if s.Value != nil {
			r.define(n.Id, defLocal, n.Span)
		}
	} else {
		r.expr(s.Target)
	}
	r.annotation(s.Annotation)
	r.expr(s.Value)
}

func (r *resolver) imports(names []*syntax.Alias, from bool) {
	for _, a := range names {
		name := a.AsName
		if name == "" {
			name = a.Name
			if from && name == "*" {
				if r.cur.Kind != Module {
					r.fail(a.Span, "import * only allowed at module level")
				}
				continue
			}
			for i := 0; i < len(name); i++ {
				if name[i] == '.' {
					name = name[:i]
				}
			}
		}
		r.define(name, defImport, a.Span)
	}
}

func (r *resolver) declare(names []string, as use, word string, at syntax.Span) {
	for _, name := range names {
		name = r.cur.Mangle(name)
		sym := r.cur.get(name)
		switch {
		case sym.uses&defParam != 0:
			r.fail(at, "name '"+name+"' is parameter and "+word)
		case sym.uses&used != 0:
			r.fail(at, "name '"+name+"' is used prior to "+word+" declaration")
		case sym.uses&defAnnot != 0:
			r.fail(at, "annotated name '"+name+"' can't be "+word)
		case sym.uses&defLocal != 0:
			r.fail(at, "name '"+name+"' is assigned to before "+word+" declaration")
		}
		sym.uses |= as
		if sym.decl == (syntax.Span{}) {
			sym.decl = at
		}
		if as == defGlobal {
			// What any function declares global, the module stores among the globals too, where exec() gives it other locals.
			m := r.cur
			for m.Parent != nil {
				m = m.Parent
			}
			m.get(name).uses |= defGlobal
		}
	}
}

func (r *resolver) defaults(a *syntax.Arguments) {
	if a != nil {
		r.exprs(a.Defaults)
		r.exprs(a.KwDefaults)
	}
}

func (r *resolver) annotations(s *syntax.FunctionDef) {
	for _, list := range [][]*syntax.Arg{s.Args.PosOnly, s.Args.Args, {s.Args.VarArg}, s.Args.KwOnly, {s.Args.KwArg}} {
		for _, arg := range list {
			if arg != nil {
				r.annotation(arg.Annotation)
			}
		}
	}
	r.annotation(s.Returns)
}

// annotation visits an annotation. When annotations stay text their names are
// nobody's, so they are looked at in a scope that is thrown away.
func (r *resolver) annotation(e syntax.Expr) {
	if e == nil {
		return
	}
	if !r.info.FutureAnnotations {
		r.expr(e)
		return
	}
	saved := *r.cur
	r.open(e, Function, "_annotation")
	r.cur.Lambda = true
	r.expr(e)
	r.close()
	*r.cur = saved
}

func (r *resolver) params(a *syntax.Arguments) {
	if a == nil {
		return
	}
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args, a.KwOnly, {a.VarArg}, {a.KwArg}} {
		for _, arg := range list {
			if arg != nil {
				r.define(arg.Name, defParam, arg.Span)
			}
		}
	}
}

func (r *resolver) keywords(list []*syntax.Keyword) {
	for _, k := range list {
		r.expr(k.Value)
	}
}

func (r *resolver) pattern(p syntax.Pattern) {
	switch p := p.(type) {
	case *syntax.MatchValue:
		r.expr(p.Value)
	case *syntax.MatchSequence:
		r.patterns(p.Patterns)
	case *syntax.MatchMapping:
		r.exprs(p.Keys)
		r.patterns(p.Patterns)
		if p.Rest != "" {
			r.define(p.Rest, defLocal, p.Span)
		}
	case *syntax.MatchClass:
		r.expr(p.Cls)
		r.patterns(p.Patterns)
		r.patterns(p.KwdPatterns)
	case *syntax.MatchStar:
		if p.Name != "" {
			r.define(p.Name, defLocal, p.Span)
		}
	case *syntax.MatchAs:
		if p.Pattern != nil {
			r.pattern(p.Pattern)
		}
		if p.Name != "" {
			r.define(p.Name, defLocal, p.Span)
		}
	case *syntax.MatchOr:
		r.patterns(p.Patterns)
	}
}

func (r *resolver) patterns(list []syntax.Pattern) {
	for _, p := range list {
		r.pattern(p)
	}
}
