package astmod

import (
	"math/big"
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/syntax"
	"loopscope/engine/vm"
)

// From instances of the node classes to a tree that can be compiled. What a
// program has built is checked on the way: a field that is missing or of the
// wrong class is a TypeError, a tree that no source text has is a ValueError.

// maxNesting caps how deep a program's own tree nests; the parser has the same cap.
const maxNesting = 1000

// place is a position in lines and byte columns; offsets need the whole tree to be seen.
type place struct {
	span            *syntax.Span
	line, col       int
	endLine, endCol int
}

type reader struct {
	c      *object.Ctx
	dict   *object.Dict // of module _ast, where the classes are
	places []place
	depth  int
}

// refused is the panic that leaves a reader.
type refused struct{ e *exc }

func refuse(t *object.Type, format string, args ...any) {
	panic(refused{object.NewExc(t, format, args...)})
}

// readTree reads the tree of a module, an interactive statement or an expression.
func readTree(c *object.Ctx, dict *object.Dict, v value, name, mode string) (tree *vm.Tree, e *exc) {
	defer func() {
		if p := recover(); p != nil {
			r, ok := p.(refused)
			if !ok {
				panic(p)
			}
			tree, e = nil, r.e
		}
	}()
	r := &reader{c: c, dict: dict}
	want := map[string]string{"exec": "Module", "eval": "Expression", "single": "Interactive"}[mode]
	if r.kind(v) != want {
		refuse(object.TypeError, "expected %s node, got %s", want, object.TypeOf(v).Name)
	}
	tree = &vm.Tree{}
	if mode == "eval" {
		tree.Expr = r.exprField(v, "body", "Load")
	} else {
		tree.Module = &syntax.Module{Body: r.stmts(v, "body", "")}
	}
	tree.File = r.placed(name)
	return tree, nil
}

// placed makes a text of blanks in which every position of the tree exists, and
// gives each node its offsets in it.
func (r *reader) placed(name string) *syntax.File {
	var widths []int
	need := func(line, col int) {
		for len(widths) < line {
			widths = append(widths, 0)
		}
		widths[line-1] = max(widths[line-1], col)
	}
	for _, p := range r.places {
		need(p.line, p.col)
		need(p.endLine, p.endCol)
	}
	starts := make([]int, len(widths)+1)
	var b strings.Builder
	for i, w := range widths {
		starts[i] = b.Len()
		b.WriteString(strings.Repeat(" ", w))
		b.WriteByte('\n')
	}
	for _, p := range r.places {
		p.span.Start = int32(starts[p.line-1] + p.col)
		p.span.End = max(int32(starts[p.endLine-1]+p.endCol), p.span.Start)
	}
	return syntax.NewFile(name, b.String())
}

// kind is the name of the node class that v is an instance of, "" for what is no node.
func (r *reader) kind(v value) string {
	for _, k := range object.TypeOf(v).MRO {
		if own, ok := r.dict.GetStr(object.Intern(k.Name)); ok && object.AsType(own) == k {
			return k.Name
		}
	}
	return ""
}

// field reads an attribute, Null when there is none.
func (r *reader) field(v value, name string) value {
	got, e := object.GetAttr(r.c, v, object.Intern(name))
	if e != nil {
		if e.Type != object.AttributeError {
			panic(refused{e})
		}
		return object.Null
	}
	return got
}

func (r *reader) required(v value, name string) value {
	got := r.field(v, name)
	if got.IsNull() {
		refuse(object.TypeError, "required field \"%s\" missing from %s", name, object.TypeOf(v).Name)
	}
	return got
}

func (r *reader) optional(v value, name string) value {
	if got := r.field(v, name); !got.IsNull() {
		return got
	}
	return object.None
}

func (r *reader) list(v value, name string) []value {
	got := r.field(v, name)
	if got.IsNull() {
		refuse(object.TypeError, "required field \"%s\" missing from %s", name, object.TypeOf(v).Name)
	}
	l := object.AsList(got)
	if l == nil {
		refuse(object.TypeError, "%s field \"%s\" must be a list, not a %s", object.TypeOf(v).Name, name, object.TypeOf(got).Name)
	}
	return l.Elems
}

func readAll[T any](elems []value, one func(value) T) []T {
	out := make([]T, 0, len(elems))
	for _, v := range elems {
		out = append(out, one(v))
	}
	return out
}

func (r *reader) number(v value, name string, otherwise int) int {
	got := r.field(v, name)
	if got.IsNull() || got.IsNone() {
		return otherwise
	}
	n, ok := object.ToInt64(got)
	if !ok {
		refuse(object.ValueError, "invalid integer value: %s", object.ReprText(r.c, got))
	}
	return int(n)
}

// identifier reads a name; sum "" when None stands for no name.
func (r *reader) identifier(v value, name string, must bool) string {
	got := r.optional(v, name)
	if must {
		got = r.required(v, name)
	}
	if got.IsNone() {
		if must {
			refuse(object.ValueError, "field '%s' is required for %s", name, object.TypeOf(v).Name)
		}
		return ""
	}
	s := object.AsStr(got)
	if s == nil {
		refuse(object.TypeError, "AST identifier must be of type str")
	}
	return s.Text
}

// at remembers where a node is; sum is the kind of node for the message about one without.
func (r *reader) at(v value, span *syntax.Span, sum string) {
	p := place{span: span}
	for _, name := range [...]string{"lineno", "col_offset"} {
		if r.field(v, name).IsNull() {
			refuse(object.TypeError, "required field \"%s\" missing from %s", name, sum)
		}
	}
	p.line, p.col = r.number(v, "lineno", 1), r.number(v, "col_offset", 0)
	p.endLine, p.endCol = r.number(v, "end_lineno", p.line), r.number(v, "end_col_offset", p.col)
	const most = 1 << 20
	if p.line < 1 || p.endLine < 1 || p.line > most || p.endLine > most || p.col > most || p.endCol > most {
		p = place{span: span, line: 1, endLine: 1}
	}
	p.col, p.endCol = max(p.col, 0), max(p.endCol, 0)
	r.places = append(r.places, p)
}

func (r *reader) enter() {
	if r.depth++; r.depth > maxNesting {
		refuse(object.RecursionError, "maximum recursion depth exceeded during compilation")
	}
}

func (r *reader) leave() { r.depth-- }

func (r *reader) exprField(v value, name, context string) syntax.Expr {
	got := r.required(v, name)
	if got.IsNone() {
		refuse(object.ValueError, "field '%s' is required for %s", name, object.TypeOf(v).Name)
	}
	return r.expr(got, context)
}

func (r *reader) optionalExpr(v value, name, context string) syntax.Expr {
	if got := r.optional(v, name); !got.IsNone() {
		return r.expr(got, context)
	}
	return nil
}

func (r *reader) exprs(v value, name, context string) []syntax.Expr {
	return readAll(r.list(v, name), func(e value) syntax.Expr {
		if e.IsNone() {
			refuse(object.ValueError, "None disallowed in expression list")
		}
		return r.expr(e, context)
	})
}

// maybeExprs reads a list in which None stands for nothing.
func (r *reader) maybeExprs(v value, name string) []syntax.Expr {
	return readAll(r.list(v, name), func(e value) syntax.Expr {
		if e.IsNone() {
			return nil
		}
		return r.expr(e, "Load")
	})
}

func (r *reader) some(v value, name, what string, context string) []syntax.Expr {
	out := r.exprs(v, name, context)
	if len(out) == 0 {
		refuse(object.ValueError, "empty %s on %s", what, object.TypeOf(v).Name)
	}
	return out
}

// context checks what a name, an attribute … says it is for.
func (r *reader) context(v value, want string) {
	got := r.kind(r.required(v, "ctx"))
	if got == "" {
		refuse(object.TypeError, "expected some sort of expr_context, but got %s", object.ReprText(r.c, r.field(v, "ctx")))
	}
	if got != want {
		refuse(object.ValueError, "expression must have %s context but has %s instead", want, got)
	}
}

func index[T ~uint8](r *reader, v value, sum string, names []string) T {
	got := r.kind(v)
	for i, n := range names {
		if n == got {
			return T(i)
		}
	}
	refuse(object.TypeError, "expected some sort of %s, but got %s", sum, object.ReprText(r.c, v))
	return 0
}

func (r *reader) expr(v value, context string) syntax.Expr {
	r.enter()
	defer r.leave()
	name := r.kind(v)
	if name == "" {
		refuseNoNode(r, v, "expr")
	}
	var span *syntax.Span
	e := r.exprOf(v, name, context, &span)
	if e == nil {
		refuse(object.TypeError, "expected some sort of expr, but got %s", object.ReprText(r.c, v))
	}
	if name != "Constant" {
		r.at(v, span, "expr")
	}
	switch name {
	case "Name", "Attribute", "Subscript", "Starred", "List", "Tuple":
	default:
		if context != "Load" {
			refuse(object.ValueError, "expression which can't be assigned to in %s context", context)
		}
	}
	return e
}

// refuseNoNode is about a value that is no node at all: its position is looked for first.
func refuseNoNode(r *reader, v value, sum string) {
	if sum != "expr_context" && r.field(v, "lineno").IsNull() {
		refuse(object.TypeError, "required field \"lineno\" missing from %s", sum)
	}
	refuse(object.TypeError, "expected some sort of %s, but got %s", sum, object.ReprText(r.c, v))
}

func (r *reader) exprOf(v value, name, context string, span **syntax.Span) syntax.Expr {
	switch name {
	case "Name":
		e := &syntax.Name{Id: r.identifier(v, "id", true)}
		switch e.Id {
		case "None", "True", "False":
			refuse(object.ValueError, "identifier field can't represent '%s' constant", e.Id)
		}
		r.context(v, context)
		*span = &e.Span
		return e
	case "Constant", "Num", "Str", "Bytes", "NameConstant", "Ellipsis":
		r.required(v, "value")
		var p syntax.Span
		r.at(v, &p, "expr")
		return r.constant(v, r.field(v, "value"), r.places[len(r.places)-1])
	case "JoinedStr":
		e := &syntax.JoinedStr{Values: r.exprs(v, "values", "Load")}
		*span = &e.Span
		return e
	case "FormattedValue":
		e := &syntax.FormattedValue{Value: r.exprField(v, "value", "Load")}
		if n := r.number(v, "conversion", -1); n > 0 {
			e.Conversion = byte(n)
		}
		if spec := r.optional(v, "format_spec"); !spec.IsNone() {
			switch s := r.expr(spec, "Load").(type) {
			case *syntax.JoinedStr:
				e.Spec = s
			default:
				e.Spec = &syntax.JoinedStr{Values: []syntax.Expr{s}}
			}
		}
		*span = &e.Span
		return e
	case "Tuple":
		e := &syntax.Tuple{Elts: r.exprs(v, "elts", context)}
		r.context(v, context)
		*span = &e.Span
		return e
	case "List":
		e := &syntax.List{Elts: r.exprs(v, "elts", context)}
		r.context(v, context)
		*span = &e.Span
		return e
	case "Set":
		e := &syntax.Set{Elts: r.some(v, "elts", "elts", "Load")}
		*span = &e.Span
		return e
	case "Dict":
		e := &syntax.Dict{Keys: r.maybeExprs(v, "keys"), Values: r.exprs(v, "values", "Load")}
		if len(e.Keys) != len(e.Values) {
			refuse(object.ValueError, "Dict doesn't have the same number of keys as values")
		}
		*span = &e.Span
		return e
	case "BinOp":
		e := &syntax.BinOp{Left: r.exprField(v, "left", "Load"), Right: r.exprField(v, "right", "Load"),
			Op: index[syntax.Operator](r, r.required(v, "op"), "operator", operatorNames[:])}
		*span = &e.Span
		return e
	case "UnaryOp":
		e := &syntax.UnaryOp{Operand: r.exprField(v, "operand", "Load"),
			Op: index[syntax.UnaryOperator](r, r.required(v, "op"), "unaryop", unaryNames[:])}
		*span = &e.Span
		return e
	case "BoolOp":
		e := &syntax.BoolOp{Values: r.exprs(v, "values", "Load"),
			And: index[syntax.CmpOp](r, r.required(v, "op"), "boolop", []string{"Or", "And"}) == 1}
		if len(e.Values) < 2 {
			refuse(object.ValueError, "BoolOp with less than 2 values")
		}
		*span = &e.Span
		return e
	case "Compare":
		e := &syntax.Compare{Left: r.exprField(v, "left", "Load"), Comparators: r.exprs(v, "comparators", "Load")}
		e.Ops = readAll(r.list(v, "ops"), func(op value) syntax.CmpOp {
			return index[syntax.CmpOp](r, op, "cmpop", compareNames[:])
		})
		if len(e.Comparators) == 0 {
			refuse(object.ValueError, "Compare with no comparators")
		}
		if len(e.Comparators) != len(e.Ops) {
			refuse(object.ValueError, "Compare has a different number of comparators and operands")
		}
		*span = &e.Span
		return e
	case "Call":
		e := &syntax.Call{Func: r.exprField(v, "func", "Load"), Args: r.exprs(v, "args", "Load"), Keywords: readAll(r.list(v, "keywords"), r.keyword)}
		*span = &e.Span
		return e
	case "Attribute":
		e := &syntax.Attribute{Value: r.exprField(v, "value", "Load"), Attr: r.identifier(v, "attr", true)}
		r.context(v, context)
		r.at(v, &e.AttrPos, "expr")
		*span = &e.Span
		return e
	case "Subscript":
		e := &syntax.Subscript{Value: r.exprField(v, "value", "Load"), Index: r.exprField(v, "slice", "Load")}
		r.context(v, context)
		*span = &e.Span
		return e
	case "Slice":
		e := &syntax.Slice{Lower: r.optionalExpr(v, "lower", "Load"), Upper: r.optionalExpr(v, "upper", "Load"), Step: r.optionalExpr(v, "step", "Load")}
		*span = &e.Span
		return e
	case "Starred":
		e := &syntax.Starred{Value: r.exprField(v, "value", context)}
		r.context(v, context)
		*span = &e.Span
		return e
	case "IfExp":
		e := &syntax.IfExp{Test: r.exprField(v, "test", "Load"), Body: r.exprField(v, "body", "Load"), OrElse: r.exprField(v, "orelse", "Load")}
		*span = &e.Span
		return e
	case "Lambda":
		e := &syntax.Lambda{Args: r.arguments(r.required(v, "args")), Body: r.exprField(v, "body", "Load")}
		*span = &e.Span
		return e
	case "ListComp":
		e := &syntax.ListComp{Elt: r.exprField(v, "elt", "Load"), Generators: r.generators(v)}
		*span = &e.Span
		return e
	case "SetComp":
		e := &syntax.SetComp{Elt: r.exprField(v, "elt", "Load"), Generators: r.generators(v)}
		*span = &e.Span
		return e
	case "DictComp":
		e := &syntax.DictComp{Key: r.exprField(v, "key", "Load"), Value: r.exprField(v, "value", "Load"), Generators: r.generators(v)}
		*span = &e.Span
		return e
	case "GeneratorExp":
		e := &syntax.GeneratorExp{Elt: r.exprField(v, "elt", "Load"), Generators: r.generators(v)}
		*span = &e.Span
		return e
	case "Await":
		e := &syntax.Await{Value: r.exprField(v, "value", "Load")}
		*span = &e.Span
		return e
	case "Yield":
		e := &syntax.Yield{Value: r.optionalExpr(v, "value", "Load")}
		*span = &e.Span
		return e
	case "YieldFrom":
		e := &syntax.YieldFrom{Value: r.exprField(v, "value", "Load")}
		*span = &e.Span
		return e
	case "NamedExpr":
		target, ok := r.exprField(v, "target", "Store").(*syntax.Name)
		if !ok {
			refuse(object.TypeError, "NamedExpr target must be a Name")
		}
		e := &syntax.NamedExpr{Target: target, Value: r.exprField(v, "value", "Load")}
		*span = &e.Span
		return e
	}
	return nil
}

// constant reads the value of a Constant; p is where it is.
func (r *reader) constant(node, v value, p place) syntax.Expr {
	put := func(span *syntax.Span) {
		p.span = span
		r.places = append(r.places, p)
	}
	simple := func(kind syntax.ConstKind) syntax.Expr {
		e := &syntax.NameConst{Kind: kind}
		put(&e.Span)
		return e
	}
	negative := func(op syntax.Expr) syntax.Expr {
		e := &syntax.UnaryOp{Op: syntax.USub, Operand: op}
		put(&e.Span)
		return e
	}
	switch t := object.TypeOf(v); {
	case v.IsNone():
		return simple(syntax.None)
	case v == object.True:
		return simple(syntax.True)
	case v == object.False:
		return simple(syntax.False)
	case v == object.Ellipsis:
		return simple(syntax.Ellipsis)
	case t == object.IntType:
		n := object.ToBig(v)
		e := &syntax.Int{}
		minus := n.Sign() < 0
		if minus {
			n = new(big.Int).Neg(n)
		}
		if n.IsInt64() {
			e.V = n.Int64()
		} else {
			e.Big = n
		}
		put(&e.Span)
		if minus {
			return negative(e)
		}
		return e
	case t == object.FloatType:
		f, _ := object.ToFloat(v)
		e := &syntax.Float{V: f}
		put(&e.Span)
		return e
	case t == object.ComplexType:
		z := object.AsComplex(v).V
		im := &syntax.Imag{V: imag(z)}
		put(&im.Span)
		if real(z) == 0 {
			return im
		}
		re := &syntax.Float{V: real(z)}
		put(&re.Span)
		e := &syntax.BinOp{Left: re, Right: im, Op: syntax.Add}
		put(&e.Span)
		return e
	case t == object.StrType:
		e := &syntax.Str{V: object.AsStr(v).Text}
		put(&e.Span)
		return e
	case t == object.BytesType:
		e := &syntax.Bytes{V: object.AsBytes(v).Data}
		put(&e.Span)
		return e
	case t == object.TupleType:
		e := &syntax.Tuple{Elts: readAll(object.AsTuple(v).Elems, func(item value) syntax.Expr {
			r.enter()
			defer r.leave()
			return r.constant(node, item, p)
		})}
		put(&e.Span)
		return e
	case t == object.FrozenSetType:
		refuse(object.UnsupportedError, "a frozenset as a Constant cannot be compiled: build a Call of frozenset")
	}
	refuse(object.TypeError, "got an invalid type in Constant: %s", object.TypeOf(v).Name)
	return nil
}

func (r *reader) keyword(v value) *syntax.Keyword {
	k := &syntax.Keyword{Name: r.identifier(v, "arg", false), Value: r.exprField(v, "value", "Load")}
	r.at(v, &k.Span, "keyword")
	return k
}

func (r *reader) generators(v value) []*syntax.Comprehension {
	list := r.list(v, "generators")
	if len(list) == 0 {
		refuse(object.ValueError, "comprehension with no generators")
	}
	return readAll(list, func(v value) *syntax.Comprehension {
		c := &syntax.Comprehension{Target: r.exprField(v, "target", "Store"), Iter: r.exprField(v, "iter", "Load"),
			Ifs: r.exprs(v, "ifs", "Load"), Async: r.number(v, "is_async", 0) != 0}
		c.Span = syntax.Span{}
		return c
	})
}

func (r *reader) arg(v value) *syntax.Arg {
	a := &syntax.Arg{Name: r.identifier(v, "arg", true), Annotation: r.optionalExpr(v, "annotation", "Load")}
	r.at(v, &a.Span, "arg")
	return a
}

func (r *reader) optionalArg(v value, name string) *syntax.Arg {
	if got := r.optional(v, name); !got.IsNone() {
		return r.arg(got)
	}
	return nil
}

func (r *reader) arguments(v value) *syntax.Arguments {
	a := &syntax.Arguments{PosOnly: readAll(r.list(v, "posonlyargs"), r.arg), Args: readAll(r.list(v, "args"), r.arg),
		VarArg: r.optionalArg(v, "vararg"), KwOnly: readAll(r.list(v, "kwonlyargs"), r.arg), KwArg: r.optionalArg(v, "kwarg"),
		Defaults: r.exprs(v, "defaults", "Load"), KwDefaults: r.maybeExprs(v, "kw_defaults")}
	if len(a.Defaults) > len(a.PosOnly)+len(a.Args) {
		refuse(object.ValueError, "more positional defaults than args on arguments")
	}
	if len(a.KwDefaults) != len(a.KwOnly) {
		refuse(object.ValueError, "length of kwonlyargs is not the same as kw_defaults on arguments")
	}
	return a
}
