package syntax

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Unparse writes source text that parses to the same tree, positions aside.
func Unparse(m *Module) string {
	u := &unparser{}
	u.stmts(m.Body)
	return u.b.String()
}

// UnparseExpr writes an expression.
func UnparseExpr(e Expr) string {
	u := &unparser{}
	u.expr(e, precLowest)
	return u.b.String()
}

// unparser writes expressions with as few brackets as their precedence allows.
type unparser struct {
	b      strings.Builder
	indent int
	// quotes are the ways left to quote a string inside a field of an f-string,
	// where neither the quotes of the f-strings around it nor a backslash can
	// stand. nil outside.
	quotes []string
}

// The precedence of what an expression is made with. A place asks for a
// minimum; what binds less stands in brackets there.
const (
	precLowest = iota
	precNamed
	precTest // lambda, conditional
	precLogicOr
	precLogicAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShifts
	precSums
	precTerms
	precFactor
	precPower
	precAwait
	precAtom
)

var binaryText = [...]struct {
	text string
	prec int
}{
	Add: {" + ", precSums}, Sub: {" - ", precSums}, Mult: {" * ", precTerms}, MatMult: {" @ ", precTerms},
	Div: {" / ", precTerms}, Mod: {" % ", precTerms}, Pow: {" ** ", precPower}, LShift: {" << ", precShifts},
	RShift: {" >> ", precShifts}, BitOr: {" | ", precBitOr}, BitXor: {" ^ ", precBitXor},
	BitAnd: {" & ", precBitAnd}, FloorDiv: {" // ", precTerms},
}

var compareText = [...]string{Eq: "==", NotEq: "!=", Lt: "<", LtE: "<=", Gt: ">", GtE: ">=", Is: "is", IsNot: "is not", In: "in", NotIn: "not in"}

func precedence(e Expr) int {
	switch e := e.(type) {
	case *Starred:
		return precLowest
	case *NamedExpr, *Yield, *YieldFrom:
		return precNamed
	case *Lambda, *IfExp:
		return precTest
	case *BoolOp:
		if e.And {
			return precLogicAnd
		}
		return precLogicOr
	case *UnaryOp:
		if e.Op == Not {
			return precNot
		}
		return precFactor
	case *Compare:
		return precCompare
	case *BinOp:
		return binaryText[e.Op].prec
	case *Await:
		return precAwait
	}
	return precAtom
}

func (u *unparser) write(parts ...string) {
	for _, s := range parts {
		u.b.WriteString(s)
	}
}

// expr writes e where at least the precedence min is asked for.
func (u *unparser) expr(e Expr, min int) {
	prec := precedence(e)
	if prec < min || prec == precNamed {
		u.write("(")
		defer u.write(")")
	}
	switch e := e.(type) {
	case *Name:
		u.write(e.Id)
	case *Int:
		if e.Big != nil {
			u.write("0x", e.Big.Text(16))
		} else {
			u.write(strconv.FormatInt(e.V, 10))
		}
	case *Float:
		u.write(floatText(e.V))
	case *Imag:
		u.write(floatText(e.V), "j")
	case *Str:
		u.str(e)
	case *Bytes:
		u.bytes(e.V)
	case *NameConst:
		u.write([...]string{"None", "False", "True", "..."}[e.Kind])
	case *JoinedStr:
		u.joined(e)
	case *Tuple:
		u.write("(")
		u.list(e.Elts, precNamed)
		if len(e.Elts) == 1 {
			u.write(",")
		}
		u.write(")")
	case *List:
		u.write("[")
		u.list(e.Elts, precNamed)
		u.write("]")
	case *Set:
		u.write("{")
		u.list(e.Elts, precNamed)
		u.write("}")
	case *Dict:
		u.write("{")
		for i, k := range e.Keys {
			if i > 0 {
				u.write(", ")
			}
			if k == nil {
				u.write("**")
				u.expr(e.Values[i], precBitOr)
				continue
			}
			u.expr(k, precTest)
			u.write(": ")
			u.expr(e.Values[i], precTest)
		}
		u.write("}")
	case *BinOp:
		if e.Op == Pow {
			u.expr(e.Left, precAwait)
			u.write(" ** ")
			u.expr(e.Right, precFactor)
			return
		}
		u.expr(e.Left, prec)
		u.write(binaryText[e.Op].text)
		u.expr(e.Right, prec+1)
	case *UnaryOp:
		u.write([...]string{Invert: "~", Not: "not ", UAdd: "+", USub: "-"}[e.Op])
		u.expr(e.Operand, prec)
	case *BoolOp:
		for i, v := range e.Values {
			if i > 0 && e.And {
				u.write(" and ")
			} else if i > 0 {
				u.write(" or ")
			}
			u.expr(v, prec+1)
		}
	case *Compare:
		u.expr(e.Left, prec+1)
		for i, op := range e.Ops {
			u.write(" ", compareText[op], " ")
			u.expr(e.Comparators[i], prec+1)
		}
	case *Call:
		u.primary(e.Func)
		u.write("(")
		u.args(e.Args, e.Keywords)
		u.write(")")
	case *Attribute:
		u.primary(e.Value)
		u.write(".", e.Attr)
	case *Subscript:
		u.primary(e.Value)
		u.write("[")
		u.index(e.Index)
		u.write("]")
	case *Slice:
		u.slicePart(e.Lower)
		u.write(":")
		u.slicePart(e.Upper)
		if e.Step != nil {
			u.write(":")
			u.slicePart(e.Step)
		}
	case *Starred:
		u.write("*")
		u.expr(e.Value, precBitOr)
	case *IfExp:
		u.expr(e.Body, precLogicOr)
		u.write(" if ")
		u.expr(e.Test, precLogicOr)
		u.write(" else ")
		u.expr(e.OrElse, precTest)
	case *Lambda:
		u.write("lambda")
		if !e.Args.empty() {
			u.write(" ")
			u.parameters(e.Args)
		}
		u.write(": ")
		u.expr(e.Body, precTest)
	case *ListComp:
		u.write("[")
		u.comprehension(e.Elt, e.Generators)
		u.write("]")
	case *SetComp:
		u.write("{")
		u.comprehension(e.Elt, e.Generators)
		u.write("}")
	case *GeneratorExp:
		u.write("(")
		u.comprehension(e.Elt, e.Generators)
		u.write(")")
	case *DictComp:
		u.write("{")
		u.expr(e.Key, precTest)
		u.write(": ")
		u.comprehension(e.Value, e.Generators)
		u.write("}")
	case *Await:
		u.write("await ")
		u.primary(e.Value)
	case *Yield:
		u.write("yield")
		if e.Value != nil {
			u.write(" ")
			u.expr(e.Value, precLowest)
		}
	case *YieldFrom:
		u.write("yield from ")
		u.expr(e.Value, precTest)
	case *NamedExpr:
		u.write(e.Target.Id, " := ")
		u.expr(e.Value, precTest)
	}
}

// primary writes what an attribute, a call or a subscript is applied to.
func (u *unparser) primary(e Expr) {
	switch e.(type) {
	case *Int, *Float, *Imag:
		u.write("(")
		defer u.write(")")
	}
	u.expr(e, precAtom)
}

// list writes expressions with commas between them; starred ones may stand in it.
func (u *unparser) list(elts []Expr, min int) {
	for i, e := range elts {
		if i > 0 {
			u.write(", ")
		}
		u.element(e, min)
	}
}

func (u *unparser) element(e Expr, min int) {
	if _, star := e.(*Starred); star {
		min = precLowest
	}
	u.expr(e, min)
}

func (u *unparser) index(e Expr) {
	if t, ok := e.(*Tuple); ok {
		for _, elt := range t.Elts {
			if _, ok := elt.(*Slice); ok {
				u.list(t.Elts, precTest)
				if len(t.Elts) == 1 {
					u.write(",")
				}
				return
			}
		}
	}
	u.expr(e, precTest)
}

func (u *unparser) slicePart(e Expr) {
	if e != nil {
		u.expr(e, precTest)
	}
}

func (u *unparser) args(args []Expr, keywords []*Keyword) {
	n := 0
	comma := func() {
		if n > 0 {
			u.write(", ")
		}
		n++
	}
	for _, a := range args {
		comma()
		if s, ok := a.(*Starred); ok {
			u.write("*")
			u.expr(s.Value, precTest)
			continue
		}
		u.expr(a, precTest)
	}
	for _, k := range keywords {
		comma()
		if k.Name == "" {
			u.write("**")
		} else {
			u.write(k.Name, "=")
		}
		u.expr(k.Value, precTest)
	}
}

func (u *unparser) comprehension(elt Expr, generators []*Comprehension) {
	u.expr(elt, precTest)
	for _, c := range generators {
		if c.Async {
			u.write(" async")
		}
		u.write(" for ")
		u.element(c.Target, precBitOr)
		u.write(" in ")
		u.expr(c.Iter, precLogicOr)
		for _, cond := range c.Ifs {
			u.write(" if ")
			u.expr(cond, precLogicOr)
		}
	}
}

func (a *Arguments) empty() bool {
	return len(a.PosOnly)+len(a.Args)+len(a.KwOnly) == 0 && a.VarArg == nil && a.KwArg == nil
}

func (u *unparser) parameters(a *Arguments) {
	n := 0
	comma := func() {
		if n > 0 {
			u.write(", ")
		}
		n++
	}
	param := func(arg *Arg, value Expr) {
		u.write(arg.Name)
		if arg.Annotation != nil {
			u.write(": ")
			u.element(arg.Annotation, precTest)
		}
		if value != nil {
			u.write("=")
			u.expr(value, precTest)
		}
	}
	first := len(a.PosOnly) + len(a.Args) - len(a.Defaults) // with a default
	i := 0
	positional := func(list []*Arg) {
		for _, arg := range list {
			comma()
			var value Expr
			if i >= first {
				value = a.Defaults[i-first]
			}
			param(arg, value)
			i++
		}
	}
	positional(a.PosOnly)
	if len(a.PosOnly) > 0 {
		comma()
		u.write("/")
	}
	positional(a.Args)
	if a.VarArg != nil {
		comma()
		u.write("*")
		param(a.VarArg, nil)
	} else if len(a.KwOnly) > 0 {
		comma()
		u.write("*")
	}
	for i, arg := range a.KwOnly {
		comma()
		param(arg, a.KwDefaults[i])
	}
	if a.KwArg != nil {
		comma()
		u.write("**")
		param(a.KwArg, nil)
	}
}

func floatText(v float64) string {
	if math.IsInf(v, 0) {
		return "1e309"
	}
	s := strconv.FormatFloat(v, 'g', -1, 64)
	if !strings.ContainsAny(s, ".e") {
		s += ".0"
	}
	return s
}

// escape writes s as the inside of a string with double quotes. Braces are
// escaped as well, for f-strings.
func escape(s string, braces, bytes bool) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '\n':
			b.WriteString("\\n")
		case c < ' ' || c == 0x7f || braces && (c == '{' || c == '}') || bytes && c >= 0x80:
			fmt.Fprintf(&b, "\\x%02x", c)
		case c < 0x80:
			b.WriteByte(c)
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 && i+2 < len(s) {
				// A lone surrogate.
				r = rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
				fmt.Fprintf(&b, "\\u%04x", r)
				n = 3
			} else {
				b.WriteString(s[i : i+n])
			}
			i += n
			continue
		}
		i++
	}
	return b.String()
}

func (u *unparser) str(e *Str) {
	if u.quotes != nil {
		u.plain("", e.V)
		return
	}
	if e.U {
		u.write("u")
	}
	u.write(`"`, escape(e.V, false, false), `"`)
}

func (u *unparser) bytes(v string) {
	if u.quotes != nil {
		u.plain("b", v)
		return
	}
	u.write(`b"`, escape(v, false, true), `"`)
}

// unquotable is the panic of a field that cannot be written with the quotes left.
type unquotable struct{}

// plain writes a string without escapes, in as many pieces as it takes.
func (u *unparser) plain(prefix, s string) {
	for first := true; first || s != ""; first = false {
		best, quote := -1, ""
		for _, q := range u.quotes {
			n := strings.Index(s, q)
			if n < 0 {
				n = len(s)
			}
			if len(q) == 1 {
				if line := strings.IndexByte(s, '\n'); line >= 0 {
					n = min(n, line)
				}
			} else {
				for n > 0 && s[n-1] == q[0] {
					n--
				}
			}
			if back := strings.IndexByte(s, '\\'); back >= 0 {
				n = min(n, back)
			}
			if n > best {
				best, quote = n, q
			}
		}
		if best < 0 || best == 0 && s != "" {
			panic(unquotable{})
		}
		if !first {
			u.write(" ")
		}
		u.write(prefix, quote, s[:best], quote)
		s = s[best:]
	}
}

// joined writes an f-string, with the first kind of quotes that lets it.
func (u *unparser) joined(e *JoinedStr) {
	quotes := u.quotes
	if quotes == nil {
		quotes = []string{`"`, `'`, `"""`, `'''`}
	}
	for _, q := range quotes {
		if text, ok := tryJoined(e, q, quotes); ok {
			u.write("f", q, text, q)
			return
		}
	}
	panic(unquotable{})
}

func tryJoined(e *JoinedStr, q string, quotes []string) (text string, ok bool) {
	inner := &unparser{quotes: []string{}}
	for _, other := range quotes {
		if !strings.Contains(other, q) {
			inner.quotes = append(inner.quotes, other)
		}
	}
	defer func() {
		if r := recover(); r != nil {
			if _, is := r.(unquotable); !is {
				panic(r)
			}
			text, ok = "", false
		}
	}()
	inner.parts(e, len(quotes) < 4)
	text = inner.b.String()
	return text, !endsEarly(text, q)
}

// endsEarly tells whether the string text is over before the q behind it: also where it ends with one of q's marks.
func endsEarly(text, q string) bool {
	behind := text + q
	for i := range text {
		if strings.HasPrefix(behind[i:], q) && backslashes(text[:i])%2 == 0 {
			return true
		}
	}
	return false
}

// backslashes is how many of them s ends with.
func backslashes(s string) int { return len(s) - len(strings.TrimRight(s, "\\")) }

// parts writes the inside of an f-string. nested ones cannot hold a backslash.
func (u *unparser) parts(e *JoinedStr, nested bool) {
	for _, v := range e.Values {
		switch v := v.(type) {
		case *Str:
			if nested {
				s := strings.NewReplacer("{", "{{", "}", "}}").Replace(v.V)
				if strings.IndexByte(s, '\\') >= 0 {
					panic(unquotable{})
				}
				u.write(s)
				continue
			}
			u.write(strings.ReplaceAll(escape(v.V, true, false), "'", `\'`))
		case *FormattedValue:
			field := &unparser{quotes: u.quotes}
			switch v.Value.(type) {
			case *Lambda, *Starred:
				field.write("(")
				field.expr(v.Value, precLowest)
				field.write(")")
			default:
				field.expr(v.Value, precLowest)
			}
			text := field.b.String()
			if strings.HasPrefix(text, "{") {
				text = " " + text
			}
			u.write("{", text)
			if v.Conversion != 0 {
				u.write("!", string(rune(v.Conversion)))
			}
			if v.Spec != nil {
				u.write(":")
				u.parts(v.Spec, nested)
			}
			u.write("}")
		}
	}
}
