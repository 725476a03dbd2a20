package compile

import (
	"fmt"

	"loopscope/engine/bytecode"
	"loopscope/engine/resolve"
	"loopscope/engine/syntax"
)

// Mode says what a program is compiled for.
type Mode uint8

// The modes of the built-in compile().
const (
	Exec Mode = iota
	Eval
	Single // like Exec, but expression statements print their value
)

// Flags change what is generated.
type Flags uint8

// The flags.
const (
	// Hidden marks all code as library code: see bytecode.Hidden.
	Hidden Flags = 1 << iota
	// NoFuse leaves out fused instructions.
	NoFuse
)

// Limits on what is compiled, so that no program exhausts the host.
const (
	maxInstrs = 1 << 20 // in one code object
	maxBlocks = 20      // statically nested blocks, as in CPython
)

type compiler struct {
	file  *syntax.File
	info  *resolve.Info
	mode  Mode
	flags Flags
	u     *unit

	lastPattern syntax.Span // errors in a pattern are reported where it was last looked at

	warnings []syntax.Warning

	future int // statements of the module that may still import from __future__
}

// label is a place in a unit that jumps name.
type label int32

const noLabel label = -1

// ins is an instruction not yet assembled.
type ins struct {
	op       bytecode.Op
	cost     uint8
	setup    bool // not an instruction: the region of handler b begins here
	anywhere bool // the jump back of a for loop, which belongs to whatever line comes before it
	a        uint16
	b        int32
	label    label // target of a jump
	handler  int32 // innermost exception handler, -1 for none
	span     syntax.Span
}

// handler is a place that receives exceptions.
type handler struct {
	target label
	outer  int32 // the handler around it
	keep   int32 // stack entries at setup that it does not keep
	depth  int32 // -1 until assemble has found it out
}

// unit is the code object being compiled.
type unit struct {
	outer    *unit
	scope    *resolve.Scope
	code     *bytecode.Code
	ins      []ins
	labels   []int32 // where each label is, -1 until placed
	handlers []handler
	handler  int32 // innermost one now
	blocks   []block
	span     syntax.Span // position of what is being emitted

	locals map[string]int32
	names  map[string]int32
	consts map[string]int32
	cells  map[string]int32
	caches int
}

// fail leaves the compiler with an error; Compile catches it.
func (c *compiler) fail(at syntax.Span, format string, args ...any) {
	panic(&syntax.Error{Kind: "SyntaxError", Msg: fmt.Sprintf(format, args...), File: c.file, Span: at})
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

// Compile compiles a module, or with Single what was typed at a prompt.
func Compile(mod *syntax.Module, f *syntax.File, mode Mode, flags Flags) (code *bytecode.Code, err *syntax.Error) {
	info, err := resolve.Resolve(mod, f)
	if err != nil {
		return nil, err
	}
	defer catch(&err)
	c := &compiler{file: f, info: info, mode: mode, flags: flags, future: info.FutureEnd}
	c.open(info.Top, "<module>", 1, mod.Span)
	c.u.span = syntax.Span{}
	c.moduleBody(mod.Body)
	code = c.close()
	code.Warnings = append(mod.Warnings, c.warnings...)
	return code, nil
}

// CompileExpr compiles an expression for eval.
func CompileExpr(e syntax.Expr, warnings []syntax.Warning, f *syntax.File, flags Flags) (code *bytecode.Code, err *syntax.Error) {
	info, err := resolve.ResolveExpr(e, f)
	if err != nil {
		return nil, err
	}
	defer catch(&err)
	c := &compiler{file: f, info: info, mode: Eval, flags: flags}
	c.open(info.Top, "<module>", 1, e.Pos())
	c.expr(e)
	c.emit(bytecode.OpReturnValue, 0, 0)
	code = c.close()
	code.Warnings = append(warnings, c.warnings...)
	return code, nil
}

func (c *compiler) moduleBody(body []syntax.Stmt) {
	if hasAnnotations(body) {
		c.emit(bytecode.OpSetupAnnotations, 0, 0)
	}
	if doc, ok := docString(body); ok && c.mode == Exec {
		c.u.code.Doc, c.u.code.HasDoc = doc.V, true
		c.u.span = doc.Span
		c.loadConst(bytecode.Const{Kind: bytecode.ConstStr, S: doc.V})
		c.storeName("__doc__", doc.Span)
		body = body[1:]
		c.future--
	}
	c.stmts(body)
	c.returnNone()
}

// returnNone emits the implicit return at the end, on the line of what comes before.
func (c *compiler) returnNone() {
	if n := len(c.u.ins); n > 0 {
		c.u.span = c.u.ins[n-1].span
	}
	c.loadNone()
	c.emit(bytecode.OpReturnValue, 0, 0)
}

// open begins a code object.
func (c *compiler) open(s *resolve.Scope, name string, firstLine int, span syntax.Span) *unit {
	code := &bytecode.Code{Name: name, File: c.file, FirstLine: firstLine}
	u := &unit{
		outer: c.u, scope: s, code: code, handler: -1, span: span,
		locals: map[string]int32{}, names: map[string]int32{}, consts: map[string]int32{}, cells: map[string]int32{},
	}
	code.QualName = c.qualName(s, name)
	if c.flags&Hidden != 0 {
		code.Flags |= bytecode.Hidden
	}
	if s.IsFunction() {
		code.Flags |= bytecode.Optimized | bytecode.NewLocals
	}
	if s.Kind == resolve.Class {
		code.Flags |= bytecode.ClassBody
	}
	if s.Nested {
		code.Flags |= bytecode.Nested
	}
	for _, p := range s.Params {
		u.locals[p] = int32(len(code.VarNames))
		code.VarNames = append(code.VarNames, p)
	}
	code.CellVars, code.FreeVars = s.Cells, s.Frees
	for i, name := range s.Cells {
		u.cells[name] = int32(i)
		arg := int32(-1)
		if i, ok := u.locals[name]; ok {
			arg = i
		}
		code.CellArgs = append(code.CellArgs, arg)
	}
	for i, name := range s.Frees {
		// A class may hold both its own __class__ cell and an outer one of that
		// name; the cell is what its methods see.
		if _, ok := u.cells[name]; !ok {
			u.cells[name] = int32(len(s.Cells) + i)
		}
	}
	c.u = u
	return u
}

func (c *compiler) qualName(s *resolve.Scope, name string) string {
	if c.u == nil || s.Parent == nil || s.Parent.Kind == resolve.Module {
		return name
	}
	if (s.Kind == resolve.Class || s.IsFunction() && !s.Lambda && s.Comp == resolve.NoComp) &&
		s.Parent.Place(s.Parent.Mangle(name)) == resolve.GlobalExplicit {
		return name
	}
	outer := c.u.code.QualName
	if s.Parent.IsFunction() && s.Parent.Comp == resolve.NoComp {
		return outer + ".<locals>." + name
	}
	return outer + "." + name
}

// close ends the code object and goes on with the one around it.
func (c *compiler) close() *bytecode.Code {
	u := c.u
	c.u = u.outer
	u.assemble()
	if c.flags&NoFuse == 0 {
		fuse(u.code)
	}
	return u.code
}

// at evaluates f with the position of what is emitted set to span.
func (c *compiler) at(span syntax.Span, f func()) {
	saved := c.u.span
	c.u.span = span
	f()
	c.u.span = saved
}

func (c *compiler) push(in ins) {
	u := c.u
	if len(u.ins) >= maxInstrs {
		c.fail(in.span, "code of '%s' is too large", u.code.Name)
	}
	u.ins = append(u.ins, in)
}

// emit appends an instruction.
func (c *compiler) emit(op bytecode.Op, a int, b int32) {
	if a < 0 || a > 0xffff {
		c.fail(c.u.span, "too many names or constants in '%s'", c.u.code.Name)
	}
	cost := uint8(1)
	switch op {
	case bytecode.OpNop, bytecode.OpMakeCell:
		cost = 0
	case bytecode.OpReturnGenerator:
		cost = 2 // CPython drops what is sent first in an instruction of its own
	}
	c.push(ins{op: op, cost: cost, a: uint16(a), b: b, label: noLabel, handler: c.u.handler, span: c.u.span})
}

// op appends an instruction without operands.
func (c *compiler) op(op bytecode.Op) { c.emit(op, 0, 0) }

// free makes the last instruction cost nothing: CPython has none in its place.
func (c *compiler) free() { c.u.ins[len(c.u.ins)-1].cost = 0 }

func (c *compiler) newLabel() label {
	c.u.labels = append(c.u.labels, -1)
	return label(len(c.u.labels) - 1)
}

func (c *compiler) place(l label) { c.u.labels[l] = int32(len(c.u.ins)) }

// here makes a label at this place.
func (c *compiler) here() label {
	l := c.newLabel()
	c.place(l)
	return l
}

func (c *compiler) jump(op bytecode.Op, to label) {
	c.push(ins{op: op, cost: 1, label: to, handler: c.u.handler, span: c.u.span})
}

// pushHandler begins the region of an exception handler at target, which finds
// the stack as it is now without the topmost drop entries.
func (c *compiler) pushHandler(target label, drop int32) {
	u := c.u
	u.handlers = append(u.handlers, handler{target: target, outer: u.handler, keep: drop, depth: -1})
	h := int32(len(u.handlers) - 1)
	c.push(ins{op: bytecode.OpNop, setup: true, b: h, label: target, handler: u.handler, span: u.span})
	u.handler = h
}

func (c *compiler) popHandler() { c.u.handler = c.u.handlers[c.u.handler].outer }

func index(table map[string]int32, list *[]string, name string) int32 {
	i, ok := table[name]
	if !ok {
		i = int32(len(*list))
		table[name] = i
		*list = append(*list, name)
	}
	return i
}

func (c *compiler) name(name string) int32 { return index(c.u.names, &c.u.code.Names, name) }

func (c *compiler) local(name string) int32 { return index(c.u.locals, &c.u.code.VarNames, name) }

// cache gives an inline cache; when they run out, the one that is never filled.
func (c *compiler) cache() int {
	if c.u.caches <= bytecode.SharedCache {
		c.u.caches++
	}
	return c.u.caches - 1
}

// constant returns the index of a constant, which equal ones share.
func (c *compiler) constant(k bytecode.Const) int32 {
	key := constKey(k)
	i, ok := c.u.consts[key]
	if !ok || k.Kind == bytecode.ConstCode {
		i = int32(len(c.u.code.Consts))
		c.u.code.Consts = append(c.u.code.Consts, k)
		c.u.consts[key] = i
	}
	return i
}

func (c *compiler) loadConst(k bytecode.Const) { c.emit(bytecode.OpLoadConst, 0, c.constant(k)) }

func (c *compiler) loadNone() { c.loadConst(bytecode.Const{}) }

func (c *compiler) loadStr(s string) { c.loadConst(strConst(s)) }

func strConst(s string) bytecode.Const { return bytecode.Const{Kind: bytecode.ConstStr, S: s} }
