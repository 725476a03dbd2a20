package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/resolve"
	"loopscope/engine/syntax"
)

// comprehension compiles a comprehension: a function of its own, called with
// the outermost iterator. For a dict elt is the key.
func (c *compiler) comprehension(e syntax.Expr, gens []*syntax.Comprehension, elt, value syntax.Expr) {
	s := c.info.Of(e)
	generator := s.Comp == resolve.GenExpr
	if s.Coroutine && !generator && !c.u.scope.Async && c.u.scope.Comp == resolve.NoComp {
		c.fail(e.Pos(), "asynchronous comprehension outside of an asynchronous function")
	}
	u := c.open(s, s.Name, c.file.Line(e.Pos().Start), e.Pos())
	u.code.ArgCount, u.code.PosOnlyArgCount = 1, 0
	switch {
	case s.Coroutine && generator:
		u.code.Flags |= bytecode.AsyncGenerator
	case s.Coroutine:
		u.code.Flags |= bytecode.Coroutine
	case generator:
		u.code.Flags |= bytecode.Generator
	}
	if generator {
		u.code.Flags |= bytecode.GenExpr
	}
	if s.Coroutine || generator {
		c.op(bytecode.OpReturnGenerator)
	}
	c.makeCells()
	switch s.Comp {
	case resolve.ListComp:
		c.emit(bytecode.OpBuildList, 0, 0)
	case resolve.SetComp:
		c.emit(bytecode.OpBuildSet, 0, 0)
	case resolve.DictComp:
		c.emit(bytecode.OpBuildMap, 0, 0)
	}
	c.clause(s, gens, 0, 0, elt, value)
	if generator {
		c.loadNone()
	}
	c.op(bytecode.OpReturnValue)
	code := c.close()

	c.at(e.Pos(), func() {
		c.makeFunction(code, 0)
		c.iterable(gens[0].Iter)
		if gens[0].Async {
			c.op(bytecode.OpGetAIter)
		} else {
			c.op(bytecode.OpGetIter)
		}
		c.emit(bytecode.OpCall, 0, 1)
		if s.Coroutine && !generator {
			c.await(0)
		}
	})
}

// clause compiles the ith for of a comprehension and what is inside it; depth
// is how many iterators lie on the stack.
func (c *compiler) clause(s *resolve.Scope, gens []*syntax.Comprehension, i int, depth int32, elt, value syntax.Expr) {
	g := gens[i]
	top, end, skip, failed := c.newLabel(), c.newLabel(), c.newLabel(), c.newLabel()
	single := singleElement(g)
	switch {
	case i == 0:
		c.emit(bytecode.OpLoadFast, 0, c.local(".0"))
	case single != nil:
		c.expr(single)
	case g.Async:
		c.iterable(g.Iter)
		c.op(bytecode.OpGetAIter)
	default:
		c.iterable(g.Iter)
		c.op(bytecode.OpGetIter)
	}
	loop := i == 0 || single == nil
	if loop {
		depth++
		c.place(top)
		if g.Async {
			c.pushHandler(failed, 0)
			c.op(bytecode.OpGetANext)
			c.loadNone()
			c.delegate()
			c.popHandler()
		} else {
			c.jump(bytecode.OpForIter, end)
		}
	}
	c.store(g.Target)
	for _, test := range g.Ifs {
		c.jumpIf(test, skip, false)
	}
	if i+1 < len(gens) {
		c.clause(s, gens, i+1, depth, elt, value)
	} else {
		c.element(s, depth, elt, value)
	}
	c.place(skip)
	if loop {
		c.jump(bytecode.OpJumpBack, top)
		if g.Async {
			c.place(failed)
			c.op(bytecode.OpEndAsyncFor)
		}
	}
	c.place(end)
}

// singleElement finds the x of an inner "for y in [x]", which is an assignment.
func singleElement(g *syntax.Comprehension) syntax.Expr {
	var elts []syntax.Expr
	switch it := g.Iter.(type) {
	case *syntax.List:
		elts = it.Elts
	case *syntax.Tuple:
		elts = it.Elts
	}
	if g.Async || len(elts) != 1 {
		return nil
	}
	if _, ok := elts[0].(*syntax.Starred); ok {
		return nil
	}
	return elts[0]
}

func (c *compiler) element(s *resolve.Scope, depth int32, elt, value syntax.Expr) {
	c.expr(elt)
	switch s.Comp {
	case resolve.GenExpr:
		c.yield()
		c.op(bytecode.OpPopTop)
	case resolve.ListComp:
		c.emit(bytecode.OpListAppend, 0, depth+1)
	case resolve.SetComp:
		c.emit(bytecode.OpSetAdd, 0, depth+1)
	case resolve.DictComp:
		c.expr(value)
		c.emit(bytecode.OpMapAdd, 0, depth+1)
	}
}
