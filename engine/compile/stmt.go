package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/resolve"
	"loopscope/engine/syntax"
)

func (c *compiler) stmts(list []syntax.Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

func (c *compiler) stmt(s syntax.Stmt) {
	c.u.span = s.Pos()
	switch s := s.(type) {
	case *syntax.FunctionDef:
		c.functionDef(s)
	case *syntax.ClassDef:
		c.classDef(s)
	case *syntax.Return:
		c.returnStmt(s)
	case *syntax.Delete:
		for _, t := range s.Targets {
			c.del(t)
		}
	case *syntax.Assign:
		c.expr(s.Value)
		for i, t := range s.Targets {
			if i+1 < len(s.Targets) {
				c.emit(bytecode.OpCopy, 0, 1)
			}
			c.store(t)
		}
	case *syntax.AugAssign:
		c.augAssign(s)
	case *syntax.AnnAssign:
		c.annAssign(s)
	case *syntax.For:
		if s.Async {
			c.asyncFor(s)
		} else {
			c.forStmt(s)
		}
	case *syntax.While:
		c.whileStmt(s)
	case *syntax.If:
		c.ifStmt(s)
	case *syntax.With:
		c.with(s, 0)
	case *syntax.Match:
		c.match(s)
	case *syntax.Raise:
		n := int32(0)
		for _, e := range []syntax.Expr{s.Exc, s.Cause} {
			if e != nil {
				c.expr(e)
				n++
			}
		}
		c.emit(bytecode.OpRaiseVarargs, 0, n)
	case *syntax.Try:
		c.try(s)
	case *syntax.Assert:
		c.assert(s)
	case *syntax.Import:
		c.importStmt(s)
	case *syntax.ImportFrom:
		c.importFrom(s)
	case *syntax.ExprStmt:
		c.exprStmt(s)
	case *syntax.Break:
		c.breakStmt(s)
	case *syntax.Continue:
		c.continueStmt(s)
	case *syntax.Pass:
		c.op(bytecode.OpNop)
	}
	if c.u.outer == nil && c.future > 0 {
		c.future--
	}
}

func (c *compiler) exprStmt(s *syntax.ExprStmt) {
	if c.mode == Single && c.u.outer == nil {
		c.expr(s.Value)
		c.op(bytecode.OpPrintExpr)
		return
	}
	if _, ok := fold(s.Value); ok {
		c.op(bytecode.OpNop)
		return
	}
	c.discard(s.Value)
}

func (c *compiler) assert(s *syntax.Assert) {
	c.checkAssert(s)
	end := c.newLabel()
	c.jumpIf(s.Test, end, true)
	if last := lastCompare(s.Test); last != nil {
		c.u.span = last.Pos()
	}
	c.op(bytecode.OpLoadAssert)
	if s.Msg != nil {
		c.expr(s.Msg)
		c.emit(bytecode.OpCall, 0, 1)
	}
	c.emit(bytecode.OpRaiseVarargs, 0, 1)
	c.place(end)
}

// lastCompare is the last comparison among the conditions of a test: a failing
// assert points at it, and at the whole statement when there is none.
func lastCompare(e syntax.Expr) (last syntax.Expr) {
	parts := []syntax.Expr{}
	switch e := e.(type) {
	case *syntax.Compare:
		return e
	case *syntax.UnaryOp:
		if e.Op == syntax.Not {
			return lastCompare(e.Operand)
		}
	case *syntax.BoolOp:
		parts = e.Values
	case *syntax.IfExp:
		parts = []syntax.Expr{e.Test, e.Body, e.OrElse}
	}
	for _, p := range parts {
		if found := lastCompare(p); found != nil {
			last = found
		}
	}
	return last
}

func (c *compiler) ifStmt(s *syntax.If) {
	end := c.newLabel()
	for {
		c.u.span = s.Span
		next := end
		if len(s.OrElse) > 0 {
			next = c.newLabel()
		}
		c.jumpIf(s.Test, next, false)
		c.stmts(s.Body)
		if len(s.OrElse) == 0 {
			break
		}
		c.jump(bytecode.OpJump, end)
		c.place(next)
		elif, ok := s.OrElse[0].(*syntax.If)
		if !ok || len(s.OrElse) > 1 {
			c.stmts(s.OrElse)
			break
		}
		s = elif
	}
	c.place(end)
}

func (c *compiler) whileStmt(s *syntax.While) {
	orElse, end := c.newLabel(), c.newLabel()
	top := c.here()
	c.pushBlock(block{kind: loopBlock, top: top, exit: end, at: s.Span})
	c.jumpIf(s.Test, orElse, false)
	c.stmts(s.Body)
	c.u.span = s.Span
	c.jump(bytecode.OpJumpBack, top)
	if _, ok := fold(s.Test); !ok {
		// CPython repeats the test at the end of the loop and has no jump there.
		c.free()
	}
	c.popBlock()
	c.place(orElse)
	c.stmts(s.OrElse)
	c.place(end)
}

func (c *compiler) forStmt(s *syntax.For) {
	orElse, end := c.newLabel(), c.newLabel()
	c.iterable(s.Iter)
	c.op(bytecode.OpGetIter)
	top := c.here()
	c.pushBlock(block{kind: iterBlock, top: top, exit: end, at: s.Span})
	c.jump(bytecode.OpForIter, orElse)
	c.store(s.Target)
	c.stmts(s.Body)
	c.jump(bytecode.OpJumpBack, top)
	c.u.ins[len(c.u.ins)-1].anywhere = true
	c.popBlock()
	c.place(orElse)
	c.stmts(s.OrElse)
	c.place(end)
}

func (c *compiler) asyncFor(s *syntax.For) {
	if !c.u.scope.Async {
		c.fail(s.Span, "'async for' outside async function")
	}
	failed, end := c.newLabel(), c.newLabel()
	c.expr(s.Iter)
	c.op(bytecode.OpGetAIter)
	top := c.here()
	c.pushBlock(block{kind: iterBlock, top: top, exit: end, at: s.Span})
	c.pushHandler(failed, 0)
	c.op(bytecode.OpGetANext)
	c.loadNone()
	c.delegate()
	c.popHandler()
	c.store(s.Target)
	c.stmts(s.Body)
	c.jump(bytecode.OpJumpBack, top)
	c.u.ins[len(c.u.ins)-1].anywhere = true
	c.popBlock()
	c.place(failed)
	c.op(bytecode.OpEndAsyncFor)
	c.stmts(s.OrElse)
	c.place(end)
}

func (c *compiler) importStmt(s *syntax.Import) {
	for _, a := range s.Names {
		c.loadConst(bytecode.Const{Kind: bytecode.ConstInt})
		c.loadNone()
		c.emit(bytecode.OpImportName, 0, c.name(a.Name))
		first, rest := cutDot(a.Name)
		if a.AsName == "" {
			c.variable(first, store, s.Span)
			continue
		}
		// import a.b.c as x binds c, found as an attribute of an attribute of a.
		for rest != "" {
			first, rest = cutDot(rest)
			c.emit(bytecode.OpImportFrom, 0, c.name(first))
			c.emit(bytecode.OpSwap, 0, 2)
			c.op(bytecode.OpPopTop)
		}
		c.variable(a.AsName, store, s.Span)
	}
}

func cutDot(name string) (first, rest string) {
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			return name[:i], name[i+1:]
		}
	}
	return name, ""
}

func (c *compiler) importFrom(s *syntax.ImportFrom) {
	if s.Module == "__future__" && s.Level == 0 && (c.u.outer != nil || c.future <= 0) {
		c.fail(s.Span, "from __future__ imports must occur at the beginning of the file")
	}
	names := bytecode.Const{Kind: bytecode.ConstTuple}
	for _, a := range s.Names {
		names.Elems = append(names.Elems, strConst(a.Name))
	}
	c.loadConst(bytecode.Const{Kind: bytecode.ConstInt, I: int64(s.Level)})
	c.loadConst(names)
	c.emit(bytecode.OpImportName, 0, c.name(s.Module))
	if len(s.Names) == 1 && s.Names[0].Name == "*" {
		c.op(bytecode.OpImportStar)
		return
	}
	for _, a := range s.Names {
		c.emit(bytecode.OpImportFrom, 0, c.name(a.Name))
		as := a.AsName
		if as == "" {
			as = a.Name
		}
		c.variable(as, store, s.Span)
	}
	c.op(bytecode.OpPopTop)
}

func (c *compiler) returnStmt(s *syntax.Return) {
	if !c.u.scope.IsFunction() || c.u.scope.Comp != resolve.NoComp {
		c.fail(s.Span, "'return' outside function")
	}
	if s.Value != nil && c.u.scope.Async && c.u.scope.Generator {
		c.fail(s.Span, "'return' with value in async generator")
	}
	var k bytecode.Const
	constant := s.Value == nil
	if s.Value != nil {
		if k, constant = fold(s.Value); !constant {
			c.expr(s.Value)
		}
	}
	c.unwind(nil, !constant)
	handler := c.u.handler
	c.u.handler = -1
	c.u.span = s.Span
	if constant {
		c.loadConst(k)
	}
	c.op(bytecode.OpReturnValue)
	c.u.handler = handler
}
