package bytecode

import (
	"math/big"

	"loopscope/engine/syntax"
)

// Instr is one instruction of 8 bytes. What A and B mean is the opcode's to say.
type Instr struct {
	Op   Op
	Cost uint8 // plain instructions that this one stands for
	A    uint16
	B    int32
}

// CodeFlags describe a code object; the values below 0x400 are CPython's co_flags.
type CodeFlags uint32

// The code flags.
const (
	Optimized      CodeFlags = 0x1
	NewLocals      CodeFlags = 0x2
	VarArgs        CodeFlags = 0x4
	VarKeywords    CodeFlags = 0x8
	Nested         CodeFlags = 0x10
	Generator      CodeFlags = 0x20
	Coroutine      CodeFlags = 0x80
	IterCoroutine  CodeFlags = 0x100 // types.coroutine
	AsyncGenerator CodeFlags = 0x200
	// Hidden marks code of the library: its frames are left out of tracebacks
	// and of the recording.
	Hidden CodeFlags = 0x1000_0000
	// GenExpr marks a generator expression.
	GenExpr CodeFlags = 0x2000_0000
	// ClassBody marks the code of a class statement.
	ClassBody CodeFlags = 0x4000_0000
)

// ConstKind tells what a Const holds.
type ConstKind uint8

// The kinds of constants.
const (
	ConstNone ConstKind = iota
	ConstTrue
	ConstFalse
	ConstEllipsis
	ConstInt
	ConstBigInt
	ConstFloat
	ConstComplex // imaginary part in F, real part in F2
	ConstStr     // WTF-8
	ConstBytes
	ConstTuple
	ConstFrozenSet
	ConstCode
)

// Const is a constant of a code object.
type Const struct {
	Kind  ConstKind
	I     int64
	F, F2 float64
	S     string
	Big   *big.Int
	Elems []Const // tuple, frozenset
	Code  *Code
}

// Handler is one entry of the exception table: an exception raised by an
// instruction in [Start, End) cuts the evaluation stack to Depth entries, pushes
// the exception, and goes on at Target. Entries are sorted innermost first, so
// the first that matches wins.
type Handler struct {
	Start, End, Target int32
	Depth              int32
}

// Code is a compiled function body, class body or module.
type Code struct {
	Name, QualName  string
	File            *syntax.File
	FirstLine       int
	Flags           CodeFlags
	ArgCount        int // positional parameters, positional-only ones included
	PosOnlyArgCount int
	KwOnlyArgCount  int

	// VarNames are the locals: parameters (positional, keyword-only, *args, **kwargs), then the others.
	VarNames  []string
	CellVars  []string
	FreeVars  []string
	CellArgs  []int32 // for each of CellVars: the parameter it starts with, or -1
	Names     []string
	Consts    []Const
	StackSize int // evaluation stack entries
	NumCaches int // SharedCache+1 at most: inline caches, see A of the opcodes that have one

	Instrs   []Instr
	Handlers []Handler
	// Spans holds source positions; SpanOf[i] is the index in Spans of
	// instruction i's first part. A fused instruction of n parts has n
	// consecutive entries, in the order of its parts, so that an error in part k
	// is reported at Spans[SpanOf[i]+k].
	Spans  []syntax.Span
	SpanOf []int32

	// Doc is the docstring constant; HasDoc tells "" from none.
	Doc    string
	HasDoc bool

	// Warnings about the source text; those of nested code are the outermost code's.
	Warnings []syntax.Warning
}

// NumLocals is the number of plain local slots.
func (c *Code) NumLocals() int { return len(c.VarNames) }

// NumSlots is the number of slots a frame of this code needs, stack included.
func (c *Code) NumSlots() int {
	return len(c.VarNames) + len(c.CellVars) + len(c.FreeVars) + c.StackSize
}

// SpanAt returns the source position of part k of instruction pc.
func (c *Code) SpanAt(pc, part int) syntax.Span {
	if pc < 0 || pc >= len(c.SpanOf) {
		return syntax.Span{}
	}
	return c.Spans[int(c.SpanOf[pc])+part]
}

// Line returns the 1-based source line of part k of instruction pc.
func (c *Code) Line(pc, part int) int {
	if pc < 0 || pc >= len(c.SpanOf) {
		return c.FirstLine
	}
	return c.File.Line(c.Spans[int(c.SpanOf[pc])+part].Start)
}

// SharedCache is the cache of the instructions for which there are none left: A has 16 bits. As they ask it for different
// names, it must never be filled.
const SharedCache = 0xffff
