package syntax

import "math/big"

// Span is a half-open range of byte offsets into the source text. Line and
// column are computed from it only when something is printed.
type Span struct{ Start, End int32 }

// Pos returns the span itself; embedding Span makes a struct a Node.
func (s Span) Pos() Span { return s }

// Node is anything with a place in the source.
type Node interface{ Pos() Span }

// Expr is an expression node.
type Expr interface {
	Node
	expr()
}

// Stmt is a statement node.
type Stmt interface {
	Node
	stmt()
}

// Pattern is a pattern of a match statement's case.
type Pattern interface {
	Node
	pattern()
}

// Module is a parsed source file.
type Module struct {
	Span
	Body     []Stmt
	Warnings []Warning
}

// Operator is a binary operator.
type Operator uint8

// The binary operators, in the order of the operator table of the language reference.
const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// UnaryOperator is a prefix operator.
type UnaryOperator uint8

// The prefix operators.
const (
	Invert UnaryOperator = iota // ~x
	Not                         // not x
	UAdd                        // +x
	USub                        // -x
)

// CmpOp is a comparison operator.
type CmpOp uint8

// The comparison operators.
const (
	Eq CmpOp = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// Expressions.
type (
	// Name is an identifier (already NFKC-normalised).
	Name struct {
		Span
		Id string
	}
	// Int is an integer literal. Big is nil when it fits in V.
	Int struct {
		Span
		V   int64
		Big *big.Int
	}
	// Float is a floating-point literal.
	Float struct {
		Span
		V float64
	}
	// Imag is an imaginary literal, V the imaginary part.
	Imag struct {
		Span
		V float64
	}
	// Str is a string literal, or several written side by side. V is WTF-8:
	// lone surrogates written as \ud800 are kept as three bytes.
	Str struct {
		Span
		V string
		U bool // written with a u prefix
	}
	// Bytes is a bytes literal.
	Bytes struct {
		Span
		V string
	}
	// NameConst is None, True, False or Ellipsis (...).
	NameConst struct {
		Span
		Kind ConstKind
	}
	// JoinedStr is an f-string: Str and FormattedValue parts.
	JoinedStr struct {
		Span
		Values []Expr
	}
	// FormattedValue is one {...} of an f-string. Conversion is 0, 's', 'r' or 'a'.
	FormattedValue struct {
		Span
		Value      Expr
		Conversion byte
		Spec       *JoinedStr // nil when there is no format spec
	}
	// Tuple is a tuple display or target; Paren says that it stood in parentheses.
	Tuple struct {
		Span
		Elts  []Expr
		Paren bool
	}
	// List is a list display or target.
	List struct {
		Span
		Elts []Expr
	}
	// Set is a set display.
	Set struct {
		Span
		Elts []Expr
	}
	// Dict is a dict display; a nil key stands for ** before the value.
	Dict struct {
		Span
		Keys   []Expr
		Values []Expr
	}
	// BinOp is left op right.
	BinOp struct {
		Span
		Left, Right Expr
		Op          Operator
		OpPos       int32 // offset of the operator, for carets
	}
	// UnaryOp is op operand.
	UnaryOp struct {
		Span
		Op      UnaryOperator
		Operand Expr
	}
	// BoolOp is a chain of and (And true) or of or.
	BoolOp struct {
		Span
		And    bool
		Values []Expr
	}
	// Compare is a chain a < b < c.
	Compare struct {
		Span
		Left        Expr
		Ops         []CmpOp
		Comparators []Expr
	}
	// Call is func(args, keywords); positional arguments may be Starred.
	Call struct {
		Span
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}
	// Attribute is value.attr.
	Attribute struct {
		Span
		Value   Expr
		Attr    string
		AttrPos Span
	}
	// Subscript is value[index].
	Subscript struct {
		Span
		Value, Index Expr
	}
	// Slice is lower:upper:step inside a subscript; missing parts are nil.
	Slice struct {
		Span
		Lower, Upper, Step Expr
	}
	// Starred is *value.
	Starred struct {
		Span
		Value Expr
	}
	// IfExp is body if test else orelse.
	IfExp struct {
		Span
		Test, Body, OrElse Expr
	}
	// Lambda is lambda args: body.
	Lambda struct {
		Span
		Args *Arguments
		Body Expr
	}
	// ListComp is [elt for ...].
	ListComp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	// SetComp is {elt for ...}.
	SetComp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	// DictComp is {key: value for ...}.
	DictComp struct {
		Span
		Key, Value Expr
		Generators []*Comprehension
	}
	// GeneratorExp is (elt for ...).
	GeneratorExp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	// Await is await value.
	Await struct {
		Span
		Value Expr
	}
	// Yield is yield value; Value may be nil.
	Yield struct {
		Span
		Value Expr
	}
	// YieldFrom is yield from value.
	YieldFrom struct {
		Span
		Value Expr
	}
	// NamedExpr is target := value.
	NamedExpr struct {
		Span
		Target *Name
		Value  Expr
	}
)

// ConstKind tells the named constants apart.
type ConstKind uint8

// The named constants.
const (
	None ConstKind = iota
	False
	True
	Ellipsis
)

// Keyword is name=value in a call or class header; Name is "" for **value.
type Keyword struct {
	Span
	Name  string
	Value Expr
}

// Comprehension is one "for target in iter if ..." of a comprehension.
type Comprehension struct {
	Span
	Target Expr
	Iter   Expr
	Ifs    []Expr
	Async  bool
}

// Arg is a parameter.
type Arg struct {
	Span
	Name       string
	Annotation Expr // nil when there is none
}

// Arguments is a parameter list. Defaults belong to the last len(Defaults) of
// PosOnly+Args; KwDefaults has one element for each of KwOnly, nil where there is none.
type Arguments struct {
	Span
	PosOnly    []*Arg
	Args       []*Arg
	VarArg     *Arg
	KwOnly     []*Arg
	KwArg      *Arg
	Defaults   []Expr
	KwDefaults []Expr
}

// Statements.
type (
	// FunctionDef is def or async def. Span starts at def (or async), not at a decorator.
	FunctionDef struct {
		Span
		Name       string
		NamePos    Span
		Args       *Arguments
		Body       []Stmt
		Decorators []Expr
		Returns    Expr
		Async      bool
	}
	// ClassDef is a class statement.
	ClassDef struct {
		Span
		Name       string
		NamePos    Span
		Bases      []Expr
		Keywords   []*Keyword
		Body       []Stmt
		Decorators []Expr
	}
	// Return is return value; Value may be nil.
	Return struct {
		Span
		Value Expr
	}
	// Delete is del targets.
	Delete struct {
		Span
		Targets []Expr
	}
	// Assign is targets[0] = targets[1] = ... = value.
	Assign struct {
		Span
		Targets []Expr
		Value   Expr
	}
	// AugAssign is target op= value.
	AugAssign struct {
		Span
		Target Expr
		Op     Operator
		Value  Expr
	}
	// AnnAssign is target: annotation [= value]; Simple when target is a bare name.
	AnnAssign struct {
		Span
		Target     Expr
		Annotation Expr
		Value      Expr
		Simple     bool
	}
	// For is for or async for.
	For struct {
		Span
		Target Expr
		Iter   Expr
		Body   []Stmt
		OrElse []Stmt
		Async  bool
	}
	// While is a while loop.
	While struct {
		Span
		Test   Expr
		Body   []Stmt
		OrElse []Stmt
	}
	// If is if or elif; an elif is an If alone in OrElse.
	If struct {
		Span
		Test   Expr
		Body   []Stmt
		OrElse []Stmt
	}
	// With is with or async with.
	With struct {
		Span
		Items []*WithItem
		Body  []Stmt
		Async bool
	}
	// Match is a match statement.
	Match struct {
		Span
		Subject Expr
		Cases   []*MatchCase
	}
	// Raise is raise exc from cause; both may be nil.
	Raise struct {
		Span
		Exc, Cause Expr
	}
	// Try is try with except (or except*, Star), else and finally.
	Try struct {
		Span
		Body      []Stmt
		Handlers  []*ExceptHandler
		OrElse    []Stmt
		FinalBody []Stmt
		Star      bool
	}
	// Assert is assert test, msg.
	Assert struct {
		Span
		Test, Msg Expr
	}
	// Import is import names.
	Import struct {
		Span
		Names []*Alias
	}
	// ImportFrom is from module import names; Level counts leading dots. A star import has one Alias named "*".
	ImportFrom struct {
		Span
		Module string
		Names  []*Alias
		Level  int
	}
	// Global is global names.
	Global struct {
		Span
		Names []string
	}
	// Nonlocal is nonlocal names.
	Nonlocal struct {
		Span
		Names []string
	}
	// ExprStmt is an expression as a statement.
	ExprStmt struct {
		Span
		Value Expr
	}
	// Pass is pass.
	Pass struct{ Span }
	// Break is break.
	Break struct{ Span }
	// Continue is continue.
	Continue struct{ Span }
)

// WithItem is context as vars; Vars may be nil.
type WithItem struct {
	Span
	Context Expr
	Vars    Expr
}

// ExceptHandler is except type as name; Type nil for a bare except, Name "" when absent.
type ExceptHandler struct {
	Span
	Type Expr
	Name string
	Body []Stmt
}

// Alias is name as asname; AsName "" when absent.
type Alias struct {
	Span
	Name, AsName string
}

// MatchCase is case pattern if guard.
type MatchCase struct {
	Span
	Pattern Pattern
	Guard   Expr
	Body    []Stmt
}

// Patterns.
type (
	// MatchValue compares with == to a literal or dotted name.
	MatchValue struct {
		Span
		Value Expr
	}
	// MatchSingleton compares with is to None, True or False.
	MatchSingleton struct {
		Span
		Kind ConstKind
	}
	// MatchSequence is [a, *b].
	MatchSequence struct {
		Span
		Patterns []Pattern
	}
	// MatchMapping is {key: pattern, **rest}; Rest "" when absent.
	MatchMapping struct {
		Span
		Keys     []Expr
		Patterns []Pattern
		Rest     string
	}
	// MatchClass is cls(patterns, kw=pattern).
	MatchClass struct {
		Span
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}
	// MatchStar is *name inside a sequence; Name "" for *_.
	MatchStar struct {
		Span
		Name string
	}
	// MatchAs is pattern as name; Pattern nil for a capture; both empty for _.
	MatchAs struct {
		Span
		Pattern Pattern
		Name    string
	}
	// MatchOr is a | b.
	MatchOr struct {
		Span
		Patterns []Pattern
	}
)

func (*Name) expr()           {}
func (*Int) expr()            {}
func (*Float) expr()          {}
func (*Imag) expr()           {}
func (*Str) expr()            {}
func (*Bytes) expr()          {}
func (*NameConst) expr()      {}
func (*JoinedStr) expr()      {}
func (*FormattedValue) expr() {}
func (*Tuple) expr()          {}
func (*List) expr()           {}
func (*Set) expr()            {}
func (*Dict) expr()           {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*BoolOp) expr()         {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Slice) expr()          {}
func (*Starred) expr()        {}
func (*IfExp) expr()          {}
func (*Lambda) expr()         {}
func (*ListComp) expr()       {}
func (*SetComp) expr()        {}
func (*DictComp) expr()       {}
func (*GeneratorExp) expr()   {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*NamedExpr) expr()      {}

func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Assign) stmt()      {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*If) stmt()          {}
func (*With) stmt()        {}
func (*Match) stmt()       {}
func (*Raise) stmt()       {}
func (*Try) stmt()         {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*ExprStmt) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
