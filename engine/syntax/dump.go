package syntax

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Dump writes a tree one node a line, indented by depth. testdata/record.py
// writes the reference implementation's tree in the same form.
func Dump(n Node) string {
	d := &dumper{}
	d.node("", n)
	return d.b.String()
}

// DumpPositions is Dump with the line and byte column of each node's start and end.
func DumpPositions(f *File, n Node) string {
	d := &dumper{f: f}
	d.node("", n)
	return d.b.String()
}

type dumper struct {
	f     *File // nil when positions are left out
	b     strings.Builder
	depth int
}

// line begins a node: its place in its parent, its type, its scalars.
func (d *dumper) line(field, text string, span *Span) {
	for i := 0; i < d.depth; i++ {
		d.b.WriteString(" ")
	}
	if field != "" {
		d.b.WriteString(field)
		d.b.WriteString(": ")
	}
	d.b.WriteString(text)
	if d.f != nil && span != nil {
		l1, c1 := d.f.Position(span.Start)
		l2, c2 := d.f.Position(span.End)
		fmt.Fprintf(&d.b, " @%d:%d-%d:%d", l1, c1, l2, c2)
	}
	d.b.WriteByte('\n')
}

func (d *dumper) exprs(field string, list []Expr) {
	for _, e := range list {
		if e == nil {
			d.line(field, "nothing", nil)
			continue
		}
		d.node(field, e)
	}
}

func (d *dumper) optional(field string, e Expr) {
	if e != nil {
		d.node(field, e)
	}
}

func (d *dumper) stmts(field string, list []Stmt) {
	for _, s := range list {
		d.node(field, s)
	}
}

func (d *dumper) patterns(field string, list []Pattern) {
	for _, p := range list {
		d.node(field, p)
	}
}

// quote writes a string with every byte that is not plain ASCII escaped.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			fmt.Fprintf(&b, "\\x%02x", c)
		} else {
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func dumpFloat(v float64) string {
	if math.IsInf(v, 0) {
		return "inf"
	}
	return strconv.FormatFloat(v, 'e', 16, 64)
}

func flag(name string, on bool) string {
	if on {
		return " " + name
	}
	return ""
}

func (d *dumper) node(field string, n Node) {
	span := n.Pos()
	line := func(format string, args ...any) { d.line(field, fmt.Sprintf(format, args...), &span) }
	plain := func(format string, args ...any) { d.line(field, fmt.Sprintf(format, args...), nil) }
	switch n := n.(type) {
	case *Module:
		plain("Module")
		d.depth++
		d.stmts("", n.Body)
		d.depth--
		return
	case Expr:
		d.expr(n, line)
	case Stmt:
		d.stmt(n, line)
	case Pattern:
		d.pattern(n, line)
	case *Keyword:
		line("Keyword %s", quote(n.Name))
		d.depth++
		d.node("value", n.Value)
		d.depth--
	case *Comprehension:
		plain("Comprehension%s", flag("async", n.Async))
		d.depth++
		d.node("target", n.Target)
		d.node("iter", n.Iter)
		d.exprs("if", n.Ifs)
		d.depth--
	case *Arg:
		line("Arg %s", quote(n.Name))
		d.depth++
		d.optional("annotation", n.Annotation)
		d.depth--
	case *Arguments:
		plain("Arguments")
		d.depth++
		d.args("posonly", n.PosOnly)
		d.args("arg", n.Args)
		if n.VarArg != nil {
			d.node("vararg", n.VarArg)
		}
		d.args("kwonly", n.KwOnly)
		if n.KwArg != nil {
			d.node("kwarg", n.KwArg)
		}
		d.exprs("default", n.Defaults)
		d.exprs("kwdefault", n.KwDefaults)
		d.depth--
	case *WithItem:
		plain("WithItem")
		d.depth++
		d.node("context", n.Context)
		d.optional("vars", n.Vars)
		d.depth--
	case *ExceptHandler:
		line("ExceptHandler %s", quote(n.Name))
		d.depth++
		d.optional("type", n.Type)
		d.stmts("body", n.Body)
		d.depth--
	case *Alias:
		line("Alias %s %s", quote(n.Name), quote(n.AsName))
	case *MatchCase:
		plain("MatchCase")
		d.depth++
		d.node("pattern", n.Pattern)
		d.optional("guard", n.Guard)
		d.stmts("body", n.Body)
		d.depth--
	}
}

func (d *dumper) args(field string, args []*Arg) {
	for _, a := range args {
		d.node(field, a)
	}
}

func (d *dumper) keywords(list []*Keyword) {
	for _, k := range list {
		d.node("keyword", k)
	}
}

func (d *dumper) generators(list []*Comprehension) {
	for _, c := range list {
		d.node("for", c)
	}
}

var operatorNames = [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"}
var unaryNames = [...]string{"Invert", "Not", "UAdd", "USub"}
var compareNames = [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}
var constNames = [...]string{"None", "False", "True", "Ellipsis"}

func (d *dumper) expr(n Expr, line func(string, ...any)) {
	d.depth++
	defer func() { d.depth-- }()
	// The line itself stands one level further out than the children.
	head := func(format string, args ...any) {
		d.depth--
		line(format, args...)
		d.depth++
	}
	switch n := n.(type) {
	case *Name:
		head("Name %s", quote(n.Id))
	case *Int:
		if n.Big != nil {
			head("Int 0x%s", n.Big.Text(16))
		} else {
			head("Int 0x%x", n.V)
		}
	case *Float:
		head("Float %s", dumpFloat(n.V))
	case *Imag:
		head("Imag %s", dumpFloat(n.V))
	case *Str:
		head("Str %s%s", quote(n.V), flag("u", n.U))
	case *Bytes:
		head("Bytes %s", quote(n.V))
	case *NameConst:
		head("%s", constNames[n.Kind])
	case *JoinedStr:
		head("JoinedStr")
		d.exprs("", n.Values)
	case *FormattedValue:
		conversion := ""
		if n.Conversion != 0 {
			conversion = " " + string(rune(n.Conversion))
		}
		head("FormattedValue%s", conversion)
		d.node("value", n.Value)
		if n.Spec != nil {
			d.node("spec", n.Spec)
		}
	case *Tuple:
		head("Tuple")
		d.exprs("", n.Elts)
	case *List:
		head("List")
		d.exprs("", n.Elts)
	case *Set:
		head("Set")
		d.exprs("", n.Elts)
	case *Dict:
		head("Dict")
		d.exprs("key", n.Keys)
		d.exprs("value", n.Values)
	case *BinOp:
		head("BinOp %s", operatorNames[n.Op])
		d.node("left", n.Left)
		d.node("right", n.Right)
	case *UnaryOp:
		head("UnaryOp %s", unaryNames[n.Op])
		d.node("", n.Operand)
	case *BoolOp:
		if n.And {
			head("BoolOp And")
		} else {
			head("BoolOp Or")
		}
		d.exprs("", n.Values)
	case *Compare:
		var ops strings.Builder
		for _, op := range n.Ops {
			ops.WriteString(" " + compareNames[op])
		}
		head("Compare%s", ops.String())
		d.node("left", n.Left)
		d.exprs("", n.Comparators)
	case *Call:
		head("Call")
		d.node("func", n.Func)
		d.exprs("arg", n.Args)
		d.keywords(n.Keywords)
	case *Attribute:
		head("Attribute %s", quote(n.Attr))
		d.node("value", n.Value)
	case *Subscript:
		head("Subscript")
		d.node("value", n.Value)
		d.node("index", n.Index)
	case *Slice:
		head("Slice")
		d.optional("lower", n.Lower)
		d.optional("upper", n.Upper)
		d.optional("step", n.Step)
	case *Starred:
		head("Starred")
		d.node("", n.Value)
	case *IfExp:
		head("IfExp")
		d.node("test", n.Test)
		d.node("body", n.Body)
		d.node("orelse", n.OrElse)
	case *Lambda:
		head("Lambda")
		d.node("args", n.Args)
		d.node("body", n.Body)
	case *ListComp:
		head("ListComp")
		d.node("elt", n.Elt)
		d.generators(n.Generators)
	case *SetComp:
		head("SetComp")
		d.node("elt", n.Elt)
		d.generators(n.Generators)
	case *DictComp:
		head("DictComp")
		d.node("key", n.Key)
		d.node("value", n.Value)
		d.generators(n.Generators)
	case *GeneratorExp:
		head("GeneratorExp")
		d.node("elt", n.Elt)
		d.generators(n.Generators)
	case *Await:
		head("Await")
		d.node("", n.Value)
	case *Yield:
		head("Yield")
		d.optional("", n.Value)
	case *YieldFrom:
		head("YieldFrom")
		d.node("", n.Value)
	case *NamedExpr:
		head("NamedExpr")
		d.node("target", n.Target)
		d.node("value", n.Value)
	}
}
