package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// blockKind tells what a statement around the current one has to undo when
// control leaves it by return, break or continue.
type blockKind uint8

const (
	loopBlock    blockKind = iota // while: nothing to undo
	iterBlock                     // for: the iterator on the stack
	tryBlock                      // the body of try with except: nothing
	finallyBlock                  // the body of try with finally: runs the finally body
	finallyEnd                    // a finally body that handles an exception
	withBlock                     // with: calls exit
	handlerBlock                  // an except body: handles the previous exception again
	starBlock                     // an except* body, which may not be left
	valueBlock                    // a value on the stack that an outer return keeps
)

type block struct {
	kind      blockKind
	top, exit label // of loops
	handler   int32 // exception handler around the block
	at        syntax.Span
	final     []syntax.Stmt // finallyBlock: what to run
	name      string        // handlerBlock: variable to delete
	async     bool          // withBlock
}

func (c *compiler) pushBlock(b block) {
	if len(c.u.blocks) >= maxBlocks {
		c.fail(b.at, "too many statically nested blocks")
	}
	b.handler = c.u.handler
	c.u.blocks = append(c.u.blocks, b)
}

func (c *compiler) popBlock() { c.u.blocks = c.u.blocks[:len(c.u.blocks)-1] }

// unwind emits what leaving the blocks down to until (an index, or all of them)
// has to do, keeping the top of the stack if it is a return value.
func (c *compiler) unwind(until *int, keep bool) {
	u := c.u
	blocks, handler := u.blocks, u.handler
	stop := 0
	if until != nil {
		stop = *until
	}
	for i := len(blocks) - 1; i >= stop; i-- {
		// Not sharing memory with blocks, which the finally body would overwrite.
		u.blocks = append([]block(nil), blocks[:i]...)
		c.leave(blocks[i], keep)
	}
	u.blocks, u.handler = blocks, handler
}

// leave emits what leaving one block has to do.
func (c *compiler) leave(b block, keep bool) {
	u := c.u
	under := func() {
		if keep {
			c.emit(bytecode.OpSwap, 0, 2)
		}
	}
	switch b.kind {
	case loopBlock, valueBlock, tryBlock:
		u.handler = b.handler
		if b.kind == valueBlock {
			under()
			c.op(bytecode.OpPopTop)
		}
	case iterBlock:
		u.handler = b.handler
		under()
		c.op(bytecode.OpPopTop)
	case finallyBlock:
		u.handler = b.handler
		saved := u.span
		if keep {
			c.pushBlock(block{kind: valueBlock, at: b.at})
		}
		c.stmts(b.final)
		u.span = saved
	case finallyEnd:
		under()
		c.op(bytecode.OpPopTop)
		under()
		c.op(bytecode.OpPopExcept)
		u.handler = b.handler
	case withBlock:
		u.handler = b.handler
		saved := u.span
		u.span = b.at
		under()
		c.exitWith(b.async)
		u.span = saved
	case handlerBlock:
		under()
		c.op(bytecode.OpPopExcept)
		u.handler = b.handler
		if b.name != "" {
			c.clear(b.name)
		}
	case starBlock:
		c.fail(u.span, "'break', 'continue' and 'return' cannot appear in an except* block")
	}
}

// exitWith calls the exit function on the stack without an exception.
func (c *compiler) exitWith(async bool) {
	c.loadNone()
	c.loadNone()
	c.loadNone()
	c.emit(bytecode.OpCall, 0, 3)
	if async {
		c.await(2)
	}
	c.op(bytecode.OpPopTop)
}

// clear unbinds the name of an except clause.
func (c *compiler) clear(name string) {
	c.loadNone()
	c.variable(name, store, c.u.span)
	c.variable(name, del, c.u.span)
}

// loop finds the innermost loop around the current statement.
func (c *compiler) loop() int {
	for i := len(c.u.blocks) - 1; i >= 0; i-- {
		switch c.u.blocks[i].kind {
		case loopBlock, iterBlock:
			return i
		case starBlock:
			c.fail(c.u.span, "'break', 'continue' and 'return' cannot appear in an except* block")
		}
	}
	return -1
}

func (c *compiler) breakStmt(s *syntax.Break) {
	i := c.loop()
	if i < 0 {
		c.fail(s.Span, "'break' outside loop")
	}
	b := c.u.blocks[i]
	handler := c.u.handler
	c.unwind(&i, false)
	c.u.handler = b.handler
	c.jump(bytecode.OpJump, b.exit)
	c.u.handler = handler
}

func (c *compiler) continueStmt(s *syntax.Continue) {
	i := c.loop()
	if i < 0 {
		c.fail(s.Span, "'continue' not properly in loop")
	}
	b := c.u.blocks[i]
	i++
	handler := c.u.handler
	c.unwind(&i, false)
	c.u.handler = b.handler
	c.jump(bytecode.OpJumpBack, b.top)
	c.u.handler = handler
}
