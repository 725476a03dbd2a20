package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/resolve"
	"loopscope/engine/syntax"
)

var binaryOps = [...]bytecode.Op{
	syntax.Add: bytecode.OpBinaryAdd, syntax.Sub: bytecode.OpBinarySub, syntax.Mult: bytecode.OpBinaryMul,
	syntax.MatMult: bytecode.OpBinaryMatMul, syntax.Div: bytecode.OpBinaryTrueDiv, syntax.Mod: bytecode.OpBinaryMod,
	syntax.Pow: bytecode.OpBinaryPow, syntax.LShift: bytecode.OpBinaryLShift, syntax.RShift: bytecode.OpBinaryRShift,
	syntax.BitOr: bytecode.OpBinaryOr, syntax.BitXor: bytecode.OpBinaryXor, syntax.BitAnd: bytecode.OpBinaryAnd,
	syntax.FloorDiv: bytecode.OpBinaryFloorDiv,
}

var unaryOps = [...]bytecode.Op{
	syntax.Invert: bytecode.OpUnaryInvert, syntax.Not: bytecode.OpUnaryNot,
	syntax.UAdd: bytecode.OpUnaryPositive, syntax.USub: bytecode.OpUnaryNegative,
}

var compareOps = [...]uint16{
	syntax.Eq: bytecode.CmpEQ, syntax.NotEq: bytecode.CmpNE, syntax.Lt: bytecode.CmpLT,
	syntax.LtE: bytecode.CmpLE, syntax.Gt: bytecode.CmpGT, syntax.GtE: bytecode.CmpGE,
}

// expr leaves the value of an expression on the stack. Operators and trailers
// nest to the left as deep as a line is long, so that spine is a loop.
func (c *compiler) expr(e syntax.Expr) {
	if k, ok := fold(e); ok {
		c.at(e.Pos(), func() { c.loadConst(k) })
		return
	}
	saved := c.u.span
	var spine []syntax.Expr
	for {
		if op, ok := e.(*syntax.BinOp); ok {
			if joined := percentFormat(op); joined != nil {
				e = joined
			}
		}
		next := left(e)
		if next == nil {
			break
		}
		switch x := e.(type) {
		case *syntax.Call:
			c.checkCaller(x)
		case *syntax.Subscript:
			c.checkSubscript(x)
		}
		spine = append(spine, e)
		e = next
	}
	i := len(spine) - 1
	// The longest constant prefix of a chain of operators: 1 + 2 in 1 + 2 + x.
	if k, ok := fold(e); ok {
		for ; i > 0; i-- { // the whole is not constant, as seen above
			op, isOp := spine[i].(*syntax.BinOp)
			if !isOp {
				break
			}
			right, ok := fold(op.Right)
			if !ok {
				break
			}
			if right, ok = foldBinary(op.Op, k, right); !ok {
				break
			}
			k, e = right, op
		}
		c.u.span = e.Pos()
		c.loadConst(k)
	} else {
		c.u.span = e.Pos()
		c.operand(e)
	}
	for ; i >= 0; i-- {
		c.u.span = spine[i].Pos()
		switch x := spine[i].(type) {
		case *syntax.BinOp:
			c.expr(x.Right)
			c.op(binaryOps[x.Op])
		case *syntax.Attribute:
			if i > 0 {
				if call, ok := spine[i-1].(*syntax.Call); ok && c.isMethodCall(call, x) {
					c.u.span = c.attrSpan(x, x.Span)
					c.attr(bytecode.OpLoadMethod, x.Attr)
					c.u.span = call.Span
					c.methodCall(call, x)
					i--
					continue
				}
			}
			c.u.span = c.attrSpan(x, x.Span)
			c.attr(bytecode.OpLoadAttr, x.Attr)
		case *syntax.Call:
			c.call(x)
		case *syntax.Subscript:
			c.expr(x.Index)
			c.op(bytecode.OpBinarySubscr)
		}
	}
	c.u.span = saved
}

// left is the part of an expression that is evaluated first and may nest as
// deep as a line is long; nil when there is none.
func left(e syntax.Expr) syntax.Expr {
	switch x := e.(type) {
	case *syntax.BinOp:
		return x.Left
	case *syntax.Attribute:
		return x.Value
	case *syntax.Call:
		return x.Func
	case *syntax.Subscript:
		return x.Value
	}
	return nil
}

func (c *compiler) operand(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		c.variable(e.Id, load, e.Span)
	case *syntax.JoinedStr:
		c.joined(e)
	case *syntax.FormattedValue:
		c.formatted(e)
	case *syntax.Tuple:
		c.sequence(e.Elts, bytecode.OpBuildTuple, bytecode.OpListAppend, bytecode.OpListExtend)
	case *syntax.List:
		c.sequence(e.Elts, bytecode.OpBuildList, bytecode.OpListAppend, bytecode.OpListExtend)
	case *syntax.Set:
		c.sequence(e.Elts, bytecode.OpBuildSet, bytecode.OpSetAdd, bytecode.OpSetUpdate)
	case *syntax.Dict:
		c.dict(e)
	case *syntax.UnaryOp:
		if e.Op == syntax.Not && c.inverted(e.Operand) {
			return
		}
		c.expr(e.Operand)
		c.op(unaryOps[e.Op])
	case *syntax.BoolOp:
		op := bytecode.OpJumpIfTrueOrPop
		if e.And {
			op = bytecode.OpJumpIfFalseOrPop
		}
		end := c.newLabel()
		last := len(e.Values) - 1
		for _, v := range e.Values[:last] {
			c.expr(v)
			c.jump(op, end)
		}
		c.expr(e.Values[last])
		c.place(end)
	case *syntax.Compare:
		c.compare(e)
	case *syntax.Slice:
		c.slice(e)
	case *syntax.Starred:
		c.fail(e.Span, "can't use starred expression here")
	case *syntax.IfExp:
		orElse, end := c.newLabel(), c.newLabel()
		c.jumpIf(e.Test, orElse, false)
		c.expr(e.Body)
		c.jump(bytecode.OpJump, end)
		c.place(orElse)
		c.expr(e.OrElse)
		c.place(end)
	case *syntax.Lambda:
		c.lambda(e)
	case *syntax.ListComp:
		c.comprehension(e, e.Generators, e.Elt, nil)
	case *syntax.SetComp:
		c.comprehension(e, e.Generators, e.Elt, nil)
	case *syntax.DictComp:
		c.comprehension(e, e.Generators, e.Key, e.Value)
	case *syntax.GeneratorExp:
		c.comprehension(e, e.Generators, e.Elt, nil)
	case *syntax.Await:
		c.needFunction(e.Span, "'await' outside function")
		if !c.u.scope.Async && c.u.scope.Comp == resolve.NoComp {
			c.fail(e.Span, "'await' outside async function")
		}
		c.expr(e.Value)
		c.await(0)
	case *syntax.Yield:
		c.needFunction(e.Span, "'yield' outside function")
		if e.Value != nil {
			c.expr(e.Value)
		} else {
			c.loadNone()
		}
		c.yield()
	case *syntax.YieldFrom:
		c.needFunction(e.Span, "'yield' outside function")
		if c.u.scope.Async {
			c.fail(e.Span, "'yield from' inside async function")
		}
		c.expr(e.Value)
		c.op(bytecode.OpGetYieldFromIter)
		c.loadNone()
		c.delegate()
	case *syntax.NamedExpr:
		c.expr(e.Value)
		c.emit(bytecode.OpCopy, 0, 1)
		c.store(e.Target)
	default:
		c.fail(e.Pos(), "unsupported expression %T", e)
	}
}

func (c *compiler) needFunction(at syntax.Span, msg string) {
	if !c.u.scope.IsFunction() {
		c.fail(at, "%s", msg)
	}
}

// yield suspends with the value on the stack.
func (c *compiler) yield() {
	if c.u.code.Flags&bytecode.AsyncGenerator != 0 {
		c.op(bytecode.OpAsyncGenWrap)
	}
	c.op(bytecode.OpYieldValue)
}

// await waits for the value on the stack; after is 1 for __aenter__, 2 for __aexit__.
func (c *compiler) await(after int) {
	c.emit(bytecode.OpGetAwaitable, after, 0)
	c.loadNone()
	c.delegate()
}

// delegate hands on what is sent and yielded until the iterator below the top is finished.
func (c *compiler) delegate() {
	done := c.newLabel()
	top := c.here()
	c.jump(bytecode.OpSend, done)
	c.emit(bytecode.OpYieldValue, 1, 0)
	c.jump(bytecode.OpJumpBack, top)
	c.u.ins[len(c.u.ins)-1].a = 1
	c.place(done)
}

func (c *compiler) slice(e *syntax.Slice) {
	for _, part := range []syntax.Expr{e.Lower, e.Upper} {
		if part != nil {
			c.expr(part)
		} else {
			c.loadNone()
		}
	}
	n := int32(2)
	if e.Step != nil {
		c.expr(e.Step)
		n = 3
	}
	c.emit(bytecode.OpBuildSlice, 0, n)
}

func (c *compiler) compare(e *syntax.Compare) {
	c.checkIdentity(e)
	last := len(e.Ops) - 1
	c.expr(e.Left)
	if last == 0 {
		c.comparator(e.Ops[0], e.Comparators[0])
		c.compareOp(e.Ops[0])
		return
	}
	cleanup, end := c.newLabel(), c.newLabel()
	for i, op := range e.Ops[:last] {
		c.comparator(op, e.Comparators[i])
		c.emit(bytecode.OpSwap, 0, 2)
		c.emit(bytecode.OpCopy, 0, 2)
		c.compareOp(op)
		c.jump(bytecode.OpJumpIfFalseOrPop, cleanup)
	}
	c.comparator(e.Ops[last], e.Comparators[last])
	c.compareOp(e.Ops[last])
	c.jump(bytecode.OpJump, end)
	c.place(cleanup)
	c.emit(bytecode.OpSwap, 0, 2)
	c.op(bytecode.OpPopTop)
	c.place(end)
}

// inverted compiles "not a in b" as "a not in b", and is likewise.
func (c *compiler) inverted(e syntax.Expr) bool {
	cmp, ok := e.(*syntax.Compare)
	if !ok || len(cmp.Ops) > 1 {
		return false
	}
	op := cmp.Ops[0]
	switch op {
	case syntax.In, syntax.Is:
		op++
	case syntax.NotIn, syntax.IsNot:
		op--
	default:
		return false
	}
	c.checkIdentity(&syntax.Compare{Span: cmp.Span, Left: cmp.Left, Ops: []syntax.CmpOp{op}, Comparators: cmp.Comparators})
	c.expr(cmp.Left)
	c.comparator(op, cmp.Comparators[0])
	c.at(cmp.Span, func() { c.compareOp(op) })
	return true
}

// comparator loads the right side of a comparison: a container written out for
// in becomes a constant.
func (c *compiler) comparator(op syntax.CmpOp, e syntax.Expr) {
	if op == syntax.In || op == syntax.NotIn {
		c.iterable(e)
		return
	}
	c.expr(e)
}

func (c *compiler) compareOp(op syntax.CmpOp) {
	switch op {
	case syntax.Is:
		c.emit(bytecode.OpIs, 0, 0)
	case syntax.IsNot:
		c.emit(bytecode.OpIs, 1, 0)
	case syntax.In:
		c.emit(bytecode.OpContains, 0, 0)
	case syntax.NotIn:
		c.emit(bytecode.OpContains, 1, 0)
	default:
		c.emit(bytecode.OpCompare, int(compareOps[op]), 0)
	}
}

// iterable loads an operand that is only iterated or searched, so that a list or
// set of constants can be a constant itself.
func (c *compiler) iterable(e syntax.Expr) {
	var k bytecode.Const
	ok := false
	switch e := e.(type) {
	case *syntax.List:
		k, ok = foldElements(e.Elts, bytecode.ConstTuple)
	case *syntax.Set:
		k, ok = foldElements(e.Elts, bytecode.ConstFrozenSet)
	}
	if !ok {
		c.expr(e)
		return
	}
	c.at(e.Pos(), func() { c.loadConst(k) })
}

// jumpIf jumps to the label when the truth of e is cond.
func (c *compiler) jumpIf(e syntax.Expr, to label, cond bool) {
	saved := c.u.span
	defer func() { c.u.span = saved }()
	if k, ok := fold(e); ok {
		if truth(k) == cond {
			c.u.span = e.Pos()
			c.jump(bytecode.OpJump, to)
			c.free()
		}
		return
	}
	switch x := e.(type) {
	case *syntax.UnaryOp:
		if x.Op == syntax.Not {
			c.jumpIf(x.Operand, to, !cond)
			return
		}
	case *syntax.BoolOp:
		// The value that ends the chain early: false for and, true for or.
		early, next := !x.And, to
		if early != cond {
			next = c.newLabel()
		}
		last := len(x.Values) - 1
		for _, v := range x.Values[:last] {
			c.jumpIf(v, next, early)
		}
		c.jumpIf(x.Values[last], to, cond)
		if next != to {
			c.place(next)
		}
		return
	case *syntax.IfExp:
		orElse, end := c.newLabel(), c.newLabel()
		c.jumpIf(x.Test, orElse, false)
		c.jumpIf(x.Body, to, cond)
		c.jump(bytecode.OpJump, end)
		c.place(orElse)
		c.jumpIf(x.OrElse, to, cond)
		c.place(end)
		return
	case *syntax.Compare:
		c.u.span = x.Span
		if len(x.Ops) > 1 {
			c.checkIdentity(x)
			c.jumpIfChain(x, to, cond)
			return
		}
		if none, ok := x.Comparators[0].(*syntax.NameConst); ok && none.Kind == syntax.None &&
			(x.Ops[0] == syntax.Is || x.Ops[0] == syntax.IsNot) {
			c.checkIdentity(x)
			c.expr(x.Left)
			if (x.Ops[0] == syntax.Is) == cond {
				c.jump(bytecode.OpPopJumpIfNone, to)
			} else {
				c.jump(bytecode.OpPopJumpIfNotNone, to)
			}
			return
		}
	}
	// The place of a jump is that of what asks, unless a comparison does: there a failing __bool__ is reported.
	c.expr(e)
	c.jump(popJump(cond), to)
}

func popJump(cond bool) bytecode.Op {
	if cond {
		return bytecode.OpPopJumpIfTrue
	}
	return bytecode.OpPopJumpIfFalse
}

func (c *compiler) jumpIfChain(e *syntax.Compare, to label, cond bool) {
	cleanup, end := c.newLabel(), c.newLabel()
	last := len(e.Ops) - 1
	c.expr(e.Left)
	for i, op := range e.Ops[:last] {
		c.comparator(op, e.Comparators[i])
		c.emit(bytecode.OpSwap, 0, 2)
		c.emit(bytecode.OpCopy, 0, 2)
		c.compareOp(op)
		c.jump(bytecode.OpPopJumpIfFalse, cleanup)
	}
	c.comparator(e.Ops[last], e.Comparators[last])
	c.compareOp(e.Ops[last])
	c.jump(popJump(cond), to)
	c.jump(bytecode.OpJump, end)
	c.place(cleanup)
	c.op(bytecode.OpPopTop)
	if !cond {
		c.jump(bytecode.OpJump, to)
	}
	c.place(end)
}
