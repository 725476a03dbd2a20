package compile

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"loopscope/engine/syntax"
)

// Binding strengths, weakest first.
const (
	bindTuple = iota
	bindTest  // if else, lambda
	bindOr
	bindAnd
	bindNot
	bindCompare
	bindBitOr
	bindBitXor
	bindBitAnd
	bindShift
	bindArith
	bindTerm
	bindFactor
	bindPower
	bindAwait
	bindAtom
)

var binaryText = [...]struct {
	text string
	bind int
}{
	syntax.Add: {" + ", bindArith}, syntax.Sub: {" - ", bindArith}, syntax.Mult: {" * ", bindTerm},
	syntax.MatMult: {" @ ", bindTerm}, syntax.Div: {" / ", bindTerm}, syntax.Mod: {" % ", bindTerm},
	syntax.Pow: {" ** ", bindPower}, syntax.LShift: {" << ", bindShift}, syntax.RShift: {" >> ", bindShift},
	syntax.BitOr: {" | ", bindBitOr}, syntax.BitXor: {" ^ ", bindBitXor}, syntax.BitAnd: {" & ", bindBitAnd},
	syntax.FloorDiv: {" // ", bindTerm},
}

var compareText = [...]string{
	syntax.Eq: " == ", syntax.NotEq: " != ", syntax.Lt: " < ", syntax.LtE: " <= ", syntax.Gt: " > ", syntax.GtE: " >= ",
	syntax.Is: " is ", syntax.IsNot: " is not ", syntax.In: " in ", syntax.NotIn: " not in ",
}

// unparse writes an expression as normalised source text, which is what
// annotations are under "from __future__ import annotations".
func unparse(e syntax.Expr) string {
	var p printer
	p.expr(e, bindTest)
	return p.String()
}

type printer struct{ strings.Builder }

func (p *printer) add(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

// group writes in parentheses when what is written binds weaker than what is around it.
func (p *printer) group(bind, around int, write func()) {
	if around > bind {
		p.add("(")
		write()
		p.add(")")
		return
	}
	write()
}

func (p *printer) list(elts []syntax.Expr) {
	for i, e := range elts {
		if i > 0 {
			p.add(", ")
		}
		p.expr(e, bindTest)
	}
}

// expr writes e, standing where things bind as strongly as around says.
func (p *printer) expr(e syntax.Expr, around int) {
	switch e := e.(type) {
	case *syntax.BinOp:
		op := binaryText[e.Op]
		left, right := op.bind, op.bind+1
		if e.Op == syntax.Pow {
			left, right = op.bind+1, op.bind
		}
		p.group(op.bind, around, func() {
			p.expr(e.Left, left)
			p.add(op.text)
			p.expr(e.Right, right)
		})
	case *syntax.UnaryOp:
		bind, text := bindFactor, [...]string{syntax.Invert: "~", syntax.Not: "not ", syntax.UAdd: "+", syntax.USub: "-"}[e.Op]
		if e.Op == syntax.Not {
			bind = bindNot
		}
		p.group(bind, around, func() {
			p.add(text)
			p.expr(e.Operand, bind)
		})
	case *syntax.BoolOp:
		bind, text := bindOr, " or "
		if e.And {
			bind, text = bindAnd, " and "
		}
		p.group(bind, around, func() {
			for i, v := range e.Values {
				if i > 0 {
					p.add(text)
				}
				p.expr(v, bind+1)
			}
		})
	case *syntax.Compare:
		p.group(bindCompare, around, func() {
			p.expr(e.Left, bindCompare+1)
			for i, op := range e.Ops {
				p.add(compareText[op])
				p.expr(e.Comparators[i], bindCompare+1)
			}
		})
	case *syntax.IfExp:
		p.group(bindTest, around, func() {
			p.expr(e.Body, bindTest+1)
			p.add(" if ")
			p.expr(e.Test, bindTest+1)
			p.add(" else ")
			p.expr(e.OrElse, bindTest)
		})
	case *syntax.Lambda:
		p.group(bindTest, around, func() {
			p.add("lambda")
			p.params(e.Args)
			p.add(": ")
			p.expr(e.Body, bindTest)
		})
	case *syntax.Await:
		p.group(bindAwait, around, func() {
			p.add("await ")
			p.expr(e.Value, bindAtom)
		})
	case *syntax.Yield:
		p.add("(yield")
		if e.Value != nil {
			p.add(" ")
			p.expr(e.Value, bindTest)
		}
		p.add(")")
	case *syntax.YieldFrom:
		p.add("(yield from ")
		p.expr(e.Value, bindTest)
		p.add(")")
	case *syntax.NamedExpr:
		p.add("(", e.Target.Id, " := ")
		p.expr(e.Value, bindAtom)
		p.add(")")
	case *syntax.Starred:
		p.add("*")
		p.expr(e.Value, bindBitOr)
	case *syntax.Tuple:
		p.tuple(e, around)
	default:
		p.atom(e)
	}
}

func (p *printer) tuple(e *syntax.Tuple, around int) {
	if len(e.Elts) == 0 {
		p.add("()")
		return
	}
	p.group(bindTuple, around, func() {
		p.list(e.Elts)
		if len(e.Elts) == 1 {
			p.add(",")
		}
	})
}

func (p *printer) atom(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		p.add(e.Id)
	case *syntax.NameConst:
		p.add([...]string{syntax.None: "None", syntax.False: "False", syntax.True: "True", syntax.Ellipsis: "..."}[e.Kind])
	case *syntax.Int:
		if e.Big != nil {
			p.add(e.Big.String())
		} else {
			p.add(strconv.FormatInt(e.V, 10))
		}
	case *syntax.Float:
		p.add(floatText(e.V))
	case *syntax.Imag:
		p.add(strings.TrimSuffix(floatText(e.V), ".0"), "j")
	case *syntax.Str:
		if e.U {
			p.add("u")
		}
		p.add(quote(e.V, false))
	case *syntax.Bytes:
		p.add("b", quote(e.V, true))
	case *syntax.JoinedStr:
		var body printer
		body.joined(e)
		p.add("f", quote(body.String(), false))
	case *syntax.FormattedValue:
		p.atom(&syntax.JoinedStr{Span: e.Span, Values: []syntax.Expr{e}})
	case *syntax.List:
		p.add("[")
		p.list(e.Elts)
		p.add("]")
	case *syntax.Set:
		p.add("{")
		p.list(e.Elts)
		p.add("}")
	case *syntax.Dict:
		p.add("{")
		for i, v := range e.Values {
			if i > 0 {
				p.add(", ")
			}
			if e.Keys[i] == nil {
				p.add("**")
				p.expr(v, bindBitOr)
				continue
			}
			p.expr(e.Keys[i], bindTest)
			p.add(": ")
			p.expr(v, bindTest)
		}
		p.add("}")
	case *syntax.ListComp:
		p.comprehension("[", e.Elt, nil, e.Generators, "]")
	case *syntax.SetComp:
		p.comprehension("{", e.Elt, nil, e.Generators, "}")
	case *syntax.GeneratorExp:
		p.comprehension("(", e.Elt, nil, e.Generators, ")")
	case *syntax.DictComp:
		p.comprehension("{", e.Key, e.Value, e.Generators, "}")
	case *syntax.Call:
		p.expr(e.Func, bindAtom)
		p.call(e)
	case *syntax.Attribute:
		p.expr(e.Value, bindAtom)
		if n, ok := e.Value.(*syntax.Int); ok && n != nil {
			p.add(" ")
		}
		p.add(".", e.Attr)
	case *syntax.Subscript:
		p.expr(e.Value, bindAtom)
		p.add("[")
		p.expr(e.Index, bindTuple)
		p.add("]")
	case *syntax.Slice:
		if e.Lower != nil {
			p.expr(e.Lower, bindTest)
		}
		p.add(":")
		if e.Upper != nil {
			p.expr(e.Upper, bindTest)
		}
		if e.Step != nil {
			p.add(":")
			p.expr(e.Step, bindTest)
		}
	}
}

func (p *printer) call(e *syntax.Call) {
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if g, ok := e.Args[0].(*syntax.GeneratorExp); ok {
			p.atom(g)
			return
		}
	}
	p.add("(")
	p.list(e.Args)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			p.add(", ")
		}
		if k.Name == "" {
			p.add("**")
		} else {
			p.add(k.Name, "=")
		}
		p.expr(k.Value, bindTest)
	}
	p.add(")")
}

func (p *printer) comprehension(open string, elt, value syntax.Expr, gens []*syntax.Comprehension, end string) {
	p.add(open)
	p.expr(elt, bindTest)
	if value != nil {
		p.add(": ")
		p.expr(value, bindTest)
	}
	for _, g := range gens {
		if g.Async {
			p.add(" async")
		}
		p.add(" for ")
		p.expr(g.Target, bindTuple)
		p.add(" in ")
		p.expr(g.Iter, bindTest+1)
		for _, test := range g.Ifs {
			p.add(" if ")
			p.expr(test, bindTest+1)
		}
	}
	p.add(end)
}

func (p *printer) params(a *syntax.Arguments) {
	if a == nil {
		return
	}
	sep := " "
	param := func(prefix string, arg *syntax.Arg, def syntax.Expr) {
		p.add(sep, prefix)
		sep = ", "
		if arg != nil {
			p.add(arg.Name)
		}
		if def != nil {
			p.add("=")
			p.expr(def, bindTest)
		}
	}
	first := len(a.PosOnly) + len(a.Args) - len(a.Defaults)
	for i := 0; i < len(a.PosOnly)+len(a.Args); i++ {
		var def syntax.Expr
		if i >= first {
			def = a.Defaults[i-first]
		}
		if i < len(a.PosOnly) {
			param("", a.PosOnly[i], def)
			if i+1 == len(a.PosOnly) {
				param("/", nil, nil)
			}
			continue
		}
		param("", a.Args[i-len(a.PosOnly)], def)
	}
	if a.VarArg != nil || len(a.KwOnly) > 0 {
		param("*", a.VarArg, nil)
	}
	for i, arg := range a.KwOnly {
		param("", arg, a.KwDefaults[i])
	}
	if a.KwArg != nil {
		param("**", a.KwArg, nil)
	}
}

// joined writes the inside of an f-string.
func (p *printer) joined(e *syntax.JoinedStr) {
	for _, v := range e.Values {
		switch v := v.(type) {
		case *syntax.Str:
			p.add(strings.NewReplacer("{", "{{", "}", "}}").Replace(v.V))
		case *syntax.FormattedValue:
			var inner printer
			inner.expr(v.Value, bindTest+1)
			p.add("{")
			if strings.HasPrefix(inner.String(), "{") {
				p.add(" ")
			}
			p.add(inner.String())
			if v.Conversion != 0 {
				p.add("!", string(rune(v.Conversion)))
			}
			if v.Spec != nil {
				p.add(":")
				p.joined(v.Spec)
			}
			p.add("}")
		case *syntax.JoinedStr:
			p.joined(v)
		}
	}
}

// floatText is the shortest text that gives the number; infinity is written as
// a number too large.
func floatText(f float64) string {
	if math.IsInf(f, 0) {
		return "1e309"
	}
	s := strconv.FormatFloat(f, 'g', -1, 64)
	exp := math.Floor(math.Log10(math.Abs(f)))
	if f == 0 || exp >= -4 && exp < 16 {
		s = strconv.FormatFloat(f, 'f', -1, 64)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
	}
	return s
}

// quote writes a string as repr does.
func quote(s string, bytes bool) string {
	mark := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		mark = '"'
	}
	out := []byte{mark}
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if bytes || r == utf8.RuneError {
			r, n = rune(s[0]), 1
		}
		switch {
		case r == rune(mark) || r == '\\':
			out = append(out, '\\', byte(r))
		case r == '\n':
			out = append(out, `\n`...)
		case r == '\r':
			out = append(out, `\r`...)
		case r == '\t':
			out = append(out, `\t`...)
		case r < 0x20 || r == 0x7f || bytes && r >= 0x80:
			out = fmt.Appendf(out, `\x%02x`, r)
		case r < 0x80 || n > 1 && unicode.IsPrint(r):
			out = append(out, s[:n]...)
		case r < 0x100:
			out = fmt.Appendf(out, `\x%02x`, r)
		case r < 0x10000:
			out = fmt.Appendf(out, `\u%04x`, r)
		default:
			out = fmt.Appendf(out, `\U%08x`, r)
		}
		s = s[n:]
	}
	return string(append(out, mark))
}
