package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/resolve"
	"loopscope/engine/syntax"
)

// access is what is done with a variable.
type access uint8

const (
	load access = iota
	store
	del
)

// The instructions for a name, by place and access.
var (
	fastOps   = [...]bytecode.Op{bytecode.OpLoadFast, bytecode.OpStoreFast, bytecode.OpDeleteFast}
	derefOps  = [...]bytecode.Op{bytecode.OpLoadDeref, bytecode.OpStoreDeref, bytecode.OpDeleteDeref}
	nameOps   = [...]bytecode.Op{bytecode.OpLoadName, bytecode.OpStoreName, bytecode.OpDeleteName}
	globalOps = [...]bytecode.Op{bytecode.OpLoadGlobal, bytecode.OpStoreGlobal, bytecode.OpDeleteGlobal}
)

func (c *compiler) forbid(name string, how access, at syntax.Span) {
	if name == "__debug__" && how == store {
		c.fail(at, "cannot assign to __debug__")
	}
	if name == "__debug__" && how == del {
		c.fail(at, "cannot delete __debug__")
	}
}

// variable loads, stores or deletes a name.
func (c *compiler) variable(name string, how access, at syntax.Span) {
	c.forbid(name, how, at)
	s := c.u.scope
	name = s.Mangle(name)
	place := s.Place(name)
	switch {
	case place == resolve.Free || place == resolve.Cell:
		if s.Kind == resolve.Class && place == resolve.Free && how == load {
			c.emit(bytecode.OpLoadClassDeref, int(c.name(name)), c.u.cells[name])
			return
		}
		c.emit(derefOps[how], 0, c.u.cells[name])
	case s.IsFunction() && place == resolve.Local:
		c.emit(fastOps[how], 0, c.local(name))
	case place == resolve.GlobalExplicit || place == resolve.GlobalImplicit && s.IsFunction():
		c.emit(globalOps[how], c.nameCache(how), c.name(name))
	default:
		c.emit(nameOps[how], c.nameCache(how), c.name(name))
	}
}

// nameCache gives the cache for an access by name.
func (c *compiler) nameCache(how access) int {
	if how == del {
		return 0
	}
	return c.cache()
}

func (c *compiler) storeName(name string, at syntax.Span) { c.variable(name, store, at) }

func (c *compiler) attr(op bytecode.Op, name string) {
	cache := 0
	if op != bytecode.OpDeleteAttr {
		cache = c.cache()
	}
	c.emit(op, cache, c.name(c.u.scope.Mangle(name)))
}

// attrSpan is the position of an attribute access: when it is spread over
// several lines, the part on the line of the attribute's name.
func (c *compiler) attrSpan(e *syntax.Attribute, span syntax.Span) syntax.Span {
	if e.AttrPos.End > 0 && c.file.Line(span.Start) != c.file.Line(e.AttrPos.Start) {
		span.Start = e.AttrPos.Start
	}
	return span
}

// store assigns the top of the stack to a target.
func (c *compiler) store(t syntax.Expr) {
	saved := c.u.span
	c.u.span = t.Pos()
	defer func() { c.u.span = saved }()
	switch t := t.(type) {
	case *syntax.Name:
		c.variable(t.Id, store, t.Span)
	case *syntax.Attribute:
		c.forbid(t.Attr, store, t.Span)
		c.expr(t.Value)
		c.u.span = c.attrSpan(t, t.Span)
		c.attr(bytecode.OpStoreAttr, t.Attr)
	case *syntax.Subscript:
		c.expr(t.Value)
		c.expr(t.Index)
		c.op(bytecode.OpStoreSubscr)
	case *syntax.Tuple:
		c.unpack(t.Elts, t.Span)
	case *syntax.List:
		c.unpack(t.Elts, t.Span)
	case *syntax.Starred:
		c.fail(t.Span, "starred assignment target must be in a list or tuple")
	default:
		c.fail(t.Pos(), "cannot assign to expression")
	}
}

func (c *compiler) unpack(elts []syntax.Expr, at syntax.Span) {
	star := -1
	for i, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			if star >= 0 {
				c.fail(at, "multiple starred expressions in assignment")
			}
			star = i
		}
	}
	if star >= 0 {
		if star >= 256 || len(elts)-star-1 > 0xffff {
			c.fail(at, "too many expressions in star-unpacking assignment")
		}
		c.emit(bytecode.OpUnpackEx, len(elts)-star-1, int32(star))
	} else {
		c.emit(bytecode.OpUnpackSequence, 0, int32(len(elts)))
	}
	for _, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			e = s.Value
		}
		c.store(e)
	}
}

// del deletes a target.
func (c *compiler) del(t syntax.Expr) {
	saved := c.u.span
	c.u.span = t.Pos()
	defer func() { c.u.span = saved }()
	switch t := t.(type) {
	case *syntax.Name:
		c.variable(t.Id, del, t.Span)
	case *syntax.Attribute:
		c.expr(t.Value)
		c.u.span = c.attrSpan(t, t.Span)
		c.attr(bytecode.OpDeleteAttr, t.Attr)
	case *syntax.Subscript:
		c.expr(t.Value)
		c.expr(t.Index)
		c.op(bytecode.OpDeleteSubscr)
	case *syntax.Tuple:
		for _, e := range t.Elts {
			c.del(e)
		}
	case *syntax.List:
		for _, e := range t.Elts {
			c.del(e)
		}
	default:
		c.fail(t.Pos(), "cannot delete expression")
	}
}

func (c *compiler) augAssign(s *syntax.AugAssign) {
	switch t := s.Target.(type) {
	case *syntax.Name:
		c.at(t.Span, func() { c.variable(t.Id, load, t.Span) })
		c.expr(s.Value)
		c.emit(binaryOps[s.Op], 1, 0)
		c.at(t.Span, func() { c.variable(t.Id, store, t.Span) })
	case *syntax.Attribute:
		c.expr(t.Value)
		c.at(c.attrSpan(t, t.Span), func() {
			c.emit(bytecode.OpCopy, 0, 1)
			c.attr(bytecode.OpLoadAttr, t.Attr)
		})
		c.expr(s.Value)
		c.emit(binaryOps[s.Op], 1, 0)
		c.at(c.attrSpan(t, t.Span), func() {
			c.emit(bytecode.OpSwap, 0, 2)
			c.attr(bytecode.OpStoreAttr, t.Attr)
		})
	case *syntax.Subscript:
		c.expr(t.Value)
		c.expr(t.Index)
		c.at(t.Span, func() {
			c.emit(bytecode.OpCopy, 0, 2)
			c.emit(bytecode.OpCopy, 0, 2)
			c.op(bytecode.OpBinarySubscr)
		})
		c.expr(s.Value)
		c.emit(binaryOps[s.Op], 1, 0)
		c.at(t.Span, func() {
			// container key value -> value container key
			c.emit(bytecode.OpSwap, 0, 3)
			c.emit(bytecode.OpSwap, 0, 2)
			c.op(bytecode.OpStoreSubscr)
		})
	default:
		c.fail(s.Target.Pos(), "illegal expression for augmented assignment")
	}
}

func (c *compiler) annAssign(s *syntax.AnnAssign) {
	if s.Value != nil {
		c.expr(s.Value)
		c.store(s.Target)
	}
	evaluated := !c.u.scope.IsFunction()
	switch t := s.Target.(type) {
	case *syntax.Name:
		c.forbid(t.Id, store, t.Span)
		if s.Simple && evaluated {
			c.annotation(s.Annotation)
			c.emit(bytecode.OpLoadName, c.cache(), c.name("__annotations__"))
			c.loadStr(c.u.scope.Mangle(t.Id))
			c.op(bytecode.OpStoreSubscr)
			return
		}
	case *syntax.Attribute:
		c.forbid(t.Attr, store, t.Span)
		if s.Value == nil {
			c.discard(t.Value)
		}
	case *syntax.Subscript:
		if s.Value == nil {
			c.discard(t.Value)
			c.discard(t.Index)
		}
	}
	if !s.Simple && evaluated && !c.info.FutureAnnotations {
		c.discard(s.Annotation)
	}
}

func (c *compiler) discard(e syntax.Expr) {
	c.expr(e)
	c.op(bytecode.OpPopTop)
}
