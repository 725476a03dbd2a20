package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/resolve"
	"loopscope/engine/syntax"
)

// The operand of MAKE_FUNCTION.
const (
	hasDefaults = 1 << iota
	hasKwDefaults
	hasAnnotationDict
	hasClosure
)

// makeFunction loads the code and its closure and makes a function of them.
func (c *compiler) makeFunction(code *bytecode.Code, flags int) {
	if len(code.FreeVars) > 0 {
		for _, name := range code.FreeVars {
			i, ok := c.u.cells[name]
			if !ok {
				panic("compile: no cell for " + name + " in " + c.u.code.QualName)
			}
			c.emit(bytecode.OpLoadClosure, 0, i)
		}
		c.emit(bytecode.OpBuildTuple, 0, int32(len(code.FreeVars)))
		flags |= hasClosure
	}
	c.loadConst(bytecode.Const{Kind: bytecode.ConstCode, Code: code})
	c.emit(bytecode.OpMakeFunction, flags, 0)
}

// defaults pushes the default values and returns the flags for MAKE_FUNCTION.
func (c *compiler) defaults(a *syntax.Arguments) int {
	flags := 0
	if a == nil {
		return 0
	}
	if len(a.Defaults) > 0 {
		if k, ok := foldElements(a.Defaults, bytecode.ConstTuple); ok {
			c.loadConst(k)
		} else {
			c.exprs(a.Defaults)
			c.emit(bytecode.OpBuildTuple, 0, int32(len(a.Defaults)))
		}
		flags |= hasDefaults
	}
	n := 0
	for i, d := range a.KwDefaults {
		if d != nil {
			c.key(c.u.scope.Mangle(a.KwOnly[i].Name), n)
			c.expr(d)
			n++
		}
	}
	if n > 0 {
		c.emit(bytecode.OpBuildMap, 0, int32(n))
		flags |= hasKwDefaults
	}
	return flags
}

// annotation pushes the value of an annotation, or its text.
func (c *compiler) annotation(e syntax.Expr) {
	if c.info.FutureAnnotations {
		c.at(e.Pos(), func() { c.loadStr(unparse(e)) })
		return
	}
	if s, ok := e.(*syntax.Starred); ok { // *args: *Ts
		c.expr(s.Value)
		c.emit(bytecode.OpUnpackSequence, 0, 1)
		return
	}
	c.expr(e)
}

// annotations pushes the dict of annotations, in the order in which CPython
// evaluates them.
func (c *compiler) annotations(a *syntax.Arguments, returns syntax.Expr) int {
	n := int32(0)
	add := func(name string, e syntax.Expr) {
		if e != nil {
			c.loadStr(c.u.scope.Mangle(name))
			c.annotation(e)
			n++
		}
	}
	for _, list := range [][]*syntax.Arg{a.Args, a.PosOnly, {a.VarArg}, a.KwOnly, {a.KwArg}} {
		for _, arg := range list {
			if arg != nil {
				add(arg.Name, arg.Annotation)
			}
		}
	}
	add("return", returns)
	if n == 0 {
		return 0
	}
	c.emit(bytecode.OpBuildMap, 0, n)
	return hasAnnotationDict
}

// signature notes the parameters in the code object.
func (c *compiler) signature(a *syntax.Arguments) {
	if a == nil {
		return
	}
	code := c.u.code
	code.ArgCount = len(a.PosOnly) + len(a.Args)
	code.PosOnlyArgCount = len(a.PosOnly)
	code.KwOnlyArgCount = len(a.KwOnly)
	if a.VarArg != nil {
		code.Flags |= bytecode.VarArgs
	}
	if a.KwArg != nil {
		code.Flags |= bytecode.VarKeywords
	}
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args, {a.VarArg}, a.KwOnly, {a.KwArg}} {
		for _, arg := range list {
			if arg != nil {
				c.forbid(arg.Name, store, c.u.span)
			}
		}
	}
}

// begin emits what a function starts with.
func (c *compiler) begin(s *resolve.Scope) {
	code := c.u.code
	switch {
	case s.Async && s.Generator:
		code.Flags |= bytecode.AsyncGenerator
	case s.Async:
		code.Flags |= bytecode.Coroutine
	case s.Generator:
		code.Flags |= bytecode.Generator
	}
	if code.Flags&(bytecode.AsyncGenerator|bytecode.Coroutine|bytecode.Generator) != 0 {
		c.op(bytecode.OpReturnGenerator)
	}
	c.makeCells()
}

// makeCells makes the cells of the code object, at no cost, as CPython has them
// made when the frame is.
func (c *compiler) makeCells() {
	for i, arg := range c.u.code.CellArgs {
		c.emit(bytecode.OpMakeCell, 0, int32(i))
		if arg >= 0 {
			c.emit(bytecode.OpLoadFast, 0, arg)
			c.free()
			c.emit(bytecode.OpStoreDeref, 0, int32(i))
			c.free()
		}
	}
}

func (c *compiler) functionDef(s *syntax.FunctionDef) {
	c.forbid(s.Name, store, s.Span)
	c.exprs(s.Decorators)
	first := c.file.Line(s.Span.Start)
	if len(s.Decorators) > 0 {
		first = c.file.Line(s.Decorators[0].Pos().Start)
	}
	flags := c.defaults(s.Args)
	flags |= c.annotations(s.Args, s.Returns)
	scope := c.info.Of(s)
	u := c.open(scope, s.Name, first, s.Span)
	c.signature(s.Args)
	c.begin(scope)
	body := s.Body
	if doc, ok := docString(body); ok {
		u.code.Doc, u.code.HasDoc = doc.V, true
		u.span = doc.Span
		body = body[1:]
	}
	c.stmts(body)
	c.returnNone()
	code := c.close()
	c.makeFunction(code, flags)
	c.decorate(s.Decorators)
	c.variable(s.Name, store, s.Span)
}

// decorate calls the decorators on the stack, innermost first.
func (c *compiler) decorate(list []syntax.Expr) {
	for i := len(list) - 1; i >= 0; i-- {
		c.at(list[i].Pos(), func() { c.emit(bytecode.OpCall, 0, 1) })
	}
}

func (c *compiler) lambda(e *syntax.Lambda) {
	flags := c.defaults(e.Args)
	scope := c.info.Of(e)
	c.open(scope, "<lambda>", c.file.Line(e.Span.Start), e.Span)
	c.signature(e.Args)
	c.begin(scope)
	c.expr(e.Body)
	c.u.span = e.Body.Pos()
	c.op(bytecode.OpReturnValue)
	code := c.close()
	c.makeFunction(code, flags)
}

func (c *compiler) classDef(s *syntax.ClassDef) {
	c.forbid(s.Name, store, s.Span)
	c.exprs(s.Decorators)
	first := c.file.Line(s.Span.Start)
	if len(s.Decorators) > 0 {
		first = c.file.Line(s.Decorators[0].Pos().Start)
	}
	scope := c.info.Of(s)
	code := c.classBody(s, scope, first)
	c.op(bytecode.OpLoadBuildClass)
	c.makeFunction(code, 0)
	c.loadStr(s.Name)
	c.checkKeywords(s.Keywords)
	c.arguments(2, s.Bases, s.Keywords)
	c.decorate(s.Decorators)
	c.variable(s.Name, store, s.Span)
}

func (c *compiler) classBody(s *syntax.ClassDef, scope *resolve.Scope, first int) *bytecode.Code {
	u := c.open(scope, s.Name, first, s.Span)
	c.makeCells()
	u.span = syntax.Span{Start: s.Span.Start, End: s.Span.Start}
	c.emit(bytecode.OpLoadName, c.cache(), c.name("__name__"))
	c.emit(bytecode.OpStoreName, c.cache(), c.name("__module__"))
	c.loadStr(u.code.QualName)
	c.emit(bytecode.OpStoreName, c.cache(), c.name("__qualname__"))
	body := s.Body
	if hasAnnotations(body) {
		c.op(bytecode.OpSetupAnnotations)
	}
	if doc, ok := docString(body); ok {
		u.code.Doc, u.code.HasDoc = doc.V, true
		c.at(doc.Span, func() {
			c.loadStr(doc.V)
			c.variable("__doc__", store, doc.Span)
		})
		body = body[1:]
	}
	c.stmts(body)
	u.span = u.ins[len(u.ins)-1].span
	if scope.NeedsClassCell {
		c.emit(bytecode.OpLoadClosure, 0, u.cells["__class__"])
		c.emit(bytecode.OpCopy, 0, 1)
		c.emit(bytecode.OpStoreName, c.cache(), c.name("__classcell__"))
	} else {
		c.loadNone()
	}
	c.op(bytecode.OpReturnValue)
	return c.close()
}

// docString finds the docstring of a body.
func docString(body []syntax.Stmt) (*syntax.Str, bool) {
	if len(body) == 0 {
		return nil, false
	}
	if s, ok := body[0].(*syntax.ExprStmt); ok {
		str, ok := s.Value.(*syntax.Str)
		return str, ok
	}
	return nil, false
}

// hasAnnotations says whether a module or class body has annotations of its own,
// at any depth of nesting of its statements.
func hasAnnotations(body []syntax.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.AnnAssign:
			return true
		case *syntax.For:
			if hasAnnotations(s.Body) || hasAnnotations(s.OrElse) {
				return true
			}
		case *syntax.While:
			if hasAnnotations(s.Body) || hasAnnotations(s.OrElse) {
				return true
			}
		case *syntax.If:
			for s != nil {
				if hasAnnotations(s.Body) {
					return true
				}
				var next *syntax.If
				if len(s.OrElse) == 1 {
					next, _ = s.OrElse[0].(*syntax.If)
				}
				if next == nil && hasAnnotations(s.OrElse) {
					return true
				}
				s = next
			}
		case *syntax.With:
			if hasAnnotations(s.Body) {
				return true
			}
		case *syntax.Match:
			for _, k := range s.Cases {
				if hasAnnotations(k.Body) {
					return true
				}
			}
		case *syntax.Try:
			if hasAnnotations(s.Body) || hasAnnotations(s.OrElse) || hasAnnotations(s.FinalBody) {
				return true
			}
			for _, h := range s.Handlers {
				if hasAnnotations(h.Body) {
					return true
				}
			}
		}
	}
	return false
}
