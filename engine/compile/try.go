package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// The stack in a handler, with whatever was there at the try below:
//
//	exc                 on entry
//	previous exc        after PUSH_EXC_INFO: exc is being handled
//	previous            in an except body, exc having been stored or popped
//
// An exception inside the handler goes to its cleanup, entered with
// "previous new", which handles previous again and raises new further.

func (c *compiler) try(s *syntax.Try) {
	if len(s.FinalBody) == 0 {
		c.tryExcept(s)
		return
	}
	failed, cleanup, end := c.newLabel(), c.newLabel(), c.newLabel()
	c.pushBlock(block{kind: finallyBlock, at: s.Span, final: s.FinalBody})
	c.pushHandler(failed, 0)
	if len(s.Handlers) > 0 {
		c.tryExcept(s)
	} else {
		c.stmts(s.Body)
	}
	c.popHandler()
	c.popBlock()
	c.stmts(s.FinalBody)
	c.jump(bytecode.OpJump, end)

	c.place(failed)
	c.u.span = s.FinalBody[0].Pos()
	c.op(bytecode.OpPushExcInfo)
	c.pushBlock(block{kind: finallyEnd, at: s.Span})
	c.pushHandler(cleanup, 1)
	c.stmts(s.FinalBody)
	c.op(bytecode.OpReraise)
	c.popHandler()
	c.popBlock()
	c.cleanup(cleanup)
	c.place(end)
}

// cleanup ends a handler that itself raised: previous new ->.
func (c *compiler) cleanup(l label) {
	c.place(l)
	c.emit(bytecode.OpSwap, 0, 2)
	c.op(bytecode.OpPopExcept)
	c.op(bytecode.OpReraise)
}

func (c *compiler) tryExcept(s *syntax.Try) {
	failed, cleanup, end := c.newLabel(), c.newLabel(), c.newLabel()
	c.pushBlock(block{kind: tryBlock, at: s.Span})
	c.pushHandler(failed, 0)
	c.stmts(s.Body)
	c.popHandler()
	c.popBlock()
	c.stmts(s.OrElse)
	c.jump(bytecode.OpJump, end)

	c.place(failed)
	c.u.span = s.Handlers[0].Span
	c.op(bytecode.OpPushExcInfo)
	if s.Star {
		c.exceptStar(s, cleanup, end)
	} else {
		c.except(s, cleanup, end)
	}
	c.cleanup(cleanup)
	c.place(end)
}

// except compiles the except clauses: previous exc ->.
func (c *compiler) except(s *syntax.Try, cleanup, end label) {
	c.pushHandler(cleanup, 1)
	for i, h := range s.Handlers {
		c.u.span = h.Span
		next := c.newLabel()
		if h.Type != nil {
			c.expr(h.Type)
			c.op(bytecode.OpCheckExcMatch)
			c.jump(bytecode.OpPopJumpIfFalse, next)
		} else if i+1 < len(s.Handlers) {
			c.fail(h.Span, "default 'except:' must be last")
		}
		if h.Name == "" {
			c.op(bytecode.OpPopTop)
		} else {
			c.variable(h.Name, store, h.Span)
		}
		c.handlerBody(h, end)
		c.place(next)
	}
	c.op(bytecode.OpReraise)
	c.popHandler()
}

// handlerBody compiles the body of an except clause and leaves the statement:
// previous ->. When the clause has a name, that is unbound on every way out.
func (c *compiler) handlerBody(h *syntax.ExceptHandler, end label) {
	inner := c.u.handler // the cleanup of the whole handler
	outer := c.u.handlers[inner].outer
	unbind := c.newLabel()
	c.pushBlock(block{kind: handlerBlock, at: h.Span, name: h.Name})
	// Leaving the body leaves the handler's own region too.
	c.u.blocks[len(c.u.blocks)-1].handler = outer
	if h.Name != "" {
		c.pushHandler(unbind, 0)
	}
	c.stmts(h.Body)
	c.popBlock()
	c.u.handler = outer
	c.op(bytecode.OpPopExcept)
	if h.Name != "" {
		c.clear(h.Name)
	}
	c.jump(bytecode.OpJump, end)
	c.u.handler = inner
	if h.Name != "" {
		c.place(unbind) // previous new
		c.u.span = h.Span
		c.clear(h.Name)
		c.op(bytecode.OpReraise)
	}
}

// exceptStar compiles except* clauses. The stack is
//
//	previous original raised rest
//
// where raised is a list of what the clauses raised and rest is the part of
// the group that no clause has taken, or None.
func (c *compiler) exceptStar(s *syntax.Try, cleanup, end label) {
	c.pushHandler(cleanup, 1)
	c.emit(bytecode.OpCopy, 0, 1)
	c.emit(bytecode.OpBuildList, 0, 0)
	c.emit(bytecode.OpSwap, 0, 2)
	for _, h := range s.Handlers {
		c.u.span = h.Span
		next, unmatched, failed := c.newLabel(), c.newLabel(), c.newLabel()
		c.expr(h.Type)
		c.op(bytecode.OpCheckEGMatch)
		c.emit(bytecode.OpCopy, 0, 1)
		c.jump(bytecode.OpPopJumpIfNone, unmatched)
		if h.Name != "" {
			c.variable(h.Name, store, h.Span)
		} else {
			c.op(bytecode.OpPopTop)
		}
		c.pushBlock(block{kind: starBlock, at: h.Span, name: h.Name})
		c.pushHandler(failed, 0)
		c.stmts(h.Body)
		c.popHandler()
		c.popBlock()
		c.u.span = h.Span
		if h.Name != "" {
			c.clear(h.Name)
		}
		c.jump(bytecode.OpJump, next)

		c.place(failed) // previous original raised rest new
		if h.Name != "" {
			c.clear(h.Name)
		}
		c.emit(bytecode.OpListAppend, 0, 2)
		c.jump(bytecode.OpJump, next)

		c.place(unmatched)
		c.op(bytecode.OpPopTop)
		c.place(next)
	}
	c.emit(bytecode.OpListAppend, 0, 1)
	c.op(bytecode.OpPrepReraiseStar)
	c.popHandler()
	raise := c.newLabel()
	c.emit(bytecode.OpCopy, 0, 1)
	c.jump(bytecode.OpPopJumpIfNotNone, raise)
	c.op(bytecode.OpPopTop)
	c.op(bytecode.OpPopExcept)
	c.jump(bytecode.OpJump, end)
	c.place(raise)
	c.emit(bytecode.OpSwap, 0, 2)
	c.op(bytecode.OpPopExcept)
	c.op(bytecode.OpReraise)
}

// with compiles a with statement from its ith item on.
func (c *compiler) with(s *syntax.With, i int) {
	if s.Async && !c.u.scope.Async {
		c.fail(s.Span, "'async with' outside async function")
	}
	item := s.Items[i]
	failed, cleanup, suppressed, end := c.newLabel(), c.newLabel(), c.newLabel(), c.newLabel()
	c.expr(item.Context)
	if s.Async {
		c.op(bytecode.OpBeforeAsyncWith)
		c.await(1)
	} else {
		c.op(bytecode.OpBeforeWith)
	}
	c.pushBlock(block{kind: withBlock, at: s.Span, async: s.Async})
	c.pushHandler(failed, 1)
	if item.Vars != nil {
		c.store(item.Vars)
	} else {
		c.op(bytecode.OpPopTop)
	}
	if i+1 < len(s.Items) {
		c.with(s, i+1)
	} else {
		c.stmts(s.Body)
	}
	c.popHandler()
	c.popBlock()
	c.u.span = s.Span
	c.exitWith(s.Async)
	c.jump(bytecode.OpJump, end)

	c.place(failed) // exit exc
	c.op(bytecode.OpPushExcInfo)
	c.pushHandler(cleanup, 1)
	c.op(bytecode.OpWithExceptStart)
	if s.Async {
		c.await(2)
	}
	c.jump(bytecode.OpPopJumpIfTrue, suppressed)
	c.op(bytecode.OpReraise)
	c.popHandler()
	c.cleanup(cleanup)
	c.place(suppressed) // exit previous exc
	c.op(bytecode.OpPopTop)
	c.op(bytecode.OpPopExcept)
	c.op(bytecode.OpPopTop)
	c.place(end)
}
