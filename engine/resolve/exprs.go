package resolve

import "loopscope/engine/syntax"

func (r *resolver) exprs(list []syntax.Expr) {
	for _, e := range list {
		r.expr(e)
	}
}

// target visits what is assigned to or deleted.
func (r *resolver) target(e syntax.Expr) {
	switch e := e.(type) {
	case nil:
	case *syntax.Name:
		r.define(e.Id, defLocal, e.Span)
	case *syntax.Tuple:
		for _, x := range e.Elts {
			r.target(x)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			r.target(x)
		}
	case *syntax.Starred:
		r.target(e.Value)
	default:
		// The parts of an attribute or item are used, not bound.
		saved := r.cur.iterTarget
		r.cur.iterTarget = false
		r.expr(e)
		r.cur.iterTarget = saved
	}
}

// expr visits an expression. Operators and trailers nest to the left, as deep as
// a line is long, so that spine is a loop and not a recursion.
func (r *resolver) expr(e syntax.Expr) {
	var spine []syntax.Expr
	for {
		next := syntax.Expr(nil)
		switch x := e.(type) {
		case *syntax.BinOp:
			next = x.Left
		case *syntax.Attribute:
			next = x.Value
		case *syntax.Call:
			next = x.Func
		case *syntax.Subscript:
			next = x.Value
		}
		if next == nil {
			break
		}
		spine = append(spine, e)
		e = next
	}
	r.operand(e)
	for i := len(spine) - 1; i >= 0; i-- {
		switch x := spine[i].(type) {
		case *syntax.BinOp:
			r.expr(x.Right)
		case *syntax.Call:
			r.exprs(x.Args)
			r.keywords(x.Keywords)
		case *syntax.Subscript:
			r.expr(x.Index)
		}
	}
}

func (r *resolver) operand(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		r.use(e.Id)
	case *syntax.JoinedStr:
		r.exprs(e.Values)
	case *syntax.FormattedValue:
		r.expr(e.Value)
		if e.Spec != nil {
			r.exprs(e.Spec.Values)
		}
	case *syntax.Tuple:
		r.exprs(e.Elts)
	case *syntax.List:
		r.exprs(e.Elts)
	case *syntax.Set:
		r.exprs(e.Elts)
	case *syntax.Dict:
		for i, k := range e.Keys {
			if k != nil {
				r.expr(k)
			}
			r.expr(e.Values[i])
		}
	case *syntax.UnaryOp:
		r.expr(e.Operand)
	case *syntax.BoolOp:
		r.exprs(e.Values)
	case *syntax.Compare:
		r.expr(e.Left)
		r.exprs(e.Comparators)
	case *syntax.Slice:
		r.expr(e.Lower)
		r.expr(e.Upper)
		r.expr(e.Step)
	case *syntax.Starred:
		r.expr(e.Value)
	case *syntax.IfExp:
		r.expr(e.Test)
		r.expr(e.Body)
		r.expr(e.OrElse)
	case *syntax.Lambda:
		r.defaults(e.Args)
		s := r.open(e, Function, "<lambda>")
		s.Lambda = true
		r.params(e.Args)
		r.expr(e.Body)
		r.close()
	case *syntax.ListComp:
		r.comprehension(e, ListComp, "<listcomp>", e.Generators, e.Elt, nil)
	case *syntax.SetComp:
		r.comprehension(e, SetComp, "<setcomp>", e.Generators, e.Elt, nil)
	case *syntax.DictComp:
		r.comprehension(e, DictComp, "<dictcomp>", e.Generators, e.Key, e.Value)
	case *syntax.GeneratorExp:
		r.comprehension(e, GenExpr, "<genexpr>", e.Generators, e.Elt, nil)
	case *syntax.Await:
		r.notInAnnotation("await expression", e.Span)
		r.expr(e.Value)
		r.cur.Coroutine = true
	case *syntax.Yield:
		r.yield(e.Span)
		r.expr(e.Value)
		r.cur.Generator = true
		r.yieldInComp(e.Span)
	case *syntax.YieldFrom:
		r.yield(e.Span)
		r.expr(e.Value)
		r.cur.Generator = true
		r.yieldInComp(e.Span)
	case *syntax.NamedExpr:
		r.notInAnnotation("named expression", e.Span)
		r.walrus(e)
	}
}

func (r *resolver) yield(at syntax.Span) { r.notInAnnotation("yield expression", at) }

func (r *resolver) yieldInComp(at syntax.Span) {
	if r.cur.Comp != NoComp {
		r.fail(at, "'yield' inside "+r.cur.Comp.String())
	}
}

func (r *resolver) notInAnnotation(what string, at syntax.Span) {
	if r.cur.Name == "_annotation" && r.cur.Lambda {
		r.fail(at, "'"+what+"' can not be used within an annotation")
	}
}

func (r *resolver) comprehension(n syntax.Expr, kind CompKind, name string, gens []*syntax.Comprehension, elt, value syntax.Expr) {
	// The outermost iterable is evaluated where the comprehension stands.
	r.iterable(gens[0].Iter)
	s := r.open(n, Function, name)
	s.Comp = kind
	s.Generator = kind == GenExpr
	s.define0()
	for i, g := range gens {
		if g.Async {
			s.Coroutine = true
		}
		s.iterTarget = true
		r.target(g.Target)
		s.iterTarget = false
		if i > 0 {
			r.iterable(g.Iter)
		}
		r.exprs(g.Ifs)
	}
	if value != nil {
		r.expr(value)
	}
	r.expr(elt)
	r.close()
	if s.Coroutine && kind != GenExpr {
		r.cur.Coroutine = true
	}
}

// define0 adds the implicit parameter that receives the outermost iterator.
func (s *Scope) define0() {
	s.get(".0").uses |= defParam
	s.Params = append(s.Params, ".0")
}

func (r *resolver) iterable(e syntax.Expr) {
	r.cur.iterExpr++
	r.expr(e)
	r.cur.iterExpr--
}

// walrus binds its name in the scope around all comprehensions it stands in.
func (r *resolver) walrus(e *syntax.NamedExpr) {
	if r.cur.iterExpr > 0 {
		r.fail(e.Span, "assignment expression cannot be used in a comprehension iterable expression")
	}
	if r.cur.Comp != NoComp {
		r.walrusOut(e)
	}
	r.expr(e.Value)
	name := r.cur.Mangle(e.Target.Id)
	sym := r.cur.get(name)
	if r.cur.Comp == NoComp {
		sym.uses |= defLocal
	}
}

func (r *resolver) walrusOut(e *syntax.NamedExpr) {
	at := e.Target.Span
	name := r.cur.Mangle(e.Target.Id)
	for p := r.cur; p != nil; p = p.Parent {
		switch {
		case p.Comp != NoComp:
			if sym := p.symbols[name]; sym != nil && sym.uses&defCompIter != 0 {
				r.fail(at, "assignment expression cannot rebind comprehension iteration variable '"+e.Target.Id+"'")
			}
		case p.Kind == Function:
			inner := r.cur.get(name)
			inner.decl = e.Span
			if outer := p.get(name); outer.uses&defGlobal != 0 {
				inner.uses |= defGlobal
			} else {
				inner.uses |= defNonlocal
				outer.uses |= defLocal
			}
			return
		case p.Kind == Module:
			r.cur.get(name).uses |= defGlobal
			p.get(name).uses |= defGlobal
			return
		case p.Kind == Class:
			r.fail(at, "assignment expression within a comprehension cannot be used in a class body")
		}
	}
}
