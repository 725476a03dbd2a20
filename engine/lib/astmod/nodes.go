package astmod

import (
	"loopscope/engine/object"
	"loopscope/engine/syntax"
	"loopscope/engine/vm"
)

// From the parser's tree to instances of the node classes.

// class is a node class, with the names of its fields in order.
type class struct {
	t      *object.Type
	fields []*object.Str
	single value // the one instance of a class without fields (Load, Add …)
}

type maker struct {
	c       *object.Ctx
	file    *syntax.File
	dict    *object.Dict // of module _ast, where the classes are
	classes map[string]*class
}

var (
	nameFields    = object.Intern("_fields")
	nameSingles   = object.Intern("_singles")
	nameLine      = object.Intern("lineno")
	nameCol       = object.Intern("col_offset")
	nameEndLine   = object.Intern("end_lineno")
	nameEndCol    = object.Intern("end_col_offset")
	operatorNames = [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"}
	unaryNames    = [...]string{"Invert", "Not", "UAdd", "USub"}
	compareNames  = [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}
)

func (k *maker) class(name string) *class {
	if c := k.classes[name]; c != nil {
		return c
	}
	v, _ := k.dict.GetStr(object.Intern(name))
	c := &class{t: object.AsType(v)}
	if tuple := object.AsTuple(c.t.Lookup(nameFields)); tuple != nil {
		for _, f := range tuple.Elems {
			c.fields = append(c.fields, object.InternStr(object.AsStr(f)))
		}
	}
	if singles, ok := k.dict.GetStr(nameSingles); ok {
		c.single, _ = object.AsDict(singles).GetStr(object.Intern(name))
	}
	k.classes[name] = c
	return c
}

// op is the one instance of an operator or a context.
func (k *maker) op(name string) value { return k.class(name).single }

// bare makes a node without a position; vals are its fields in order.
func (k *maker) bare(name string, vals ...value) value {
	c := k.class(name)
	v := object.NewInstance(c.t)
	attrs := object.AttrsOf(v)
	for i, f := range c.fields {
		if i < len(vals) {
			attrs.Set(c.t, f, vals[i])
		}
	}
	return v
}

// at makes a node with the position of n.
func (k *maker) at(n syntax.Node, name string, vals ...value) value {
	v := k.bare(name, vals...)
	t, attrs, span := object.TypeOf(v), object.AttrsOf(v), n.Pos()
	line, col := k.file.Position(span.Start)
	attrs.Set(t, nameLine, object.Int(int64(line)))
	attrs.Set(t, nameCol, object.Int(int64(col)))
	line, col = k.file.Position(span.End)
	attrs.Set(t, nameEndLine, object.Int(int64(line)))
	attrs.Set(t, nameEndCol, object.Int(int64(col)))
	return v
}

func (k *maker) tree(tree *vm.Tree, mode string) value {
	switch mode {
	case "eval":
		return k.bare("Expression", k.expr(tree.Expr, "Load"))
	case "single":
		return k.bare("Interactive", k.stmts(tree.Module.Body))
	}
	return k.bare("Module", k.stmts(tree.Module.Body), object.NewList(nil))
}

func list[T any](items []T, one func(T) value) value {
	out := make([]value, len(items))
	for i, item := range items {
		out[i] = one(item)
	}
	return object.NewList(out)
}

func (k *maker) stmts(body []syntax.Stmt) value { return list(body, k.stmt) }

func (k *maker) exprs(elts []syntax.Expr, context string) value {
	return list(elts, func(e syntax.Expr) value { return k.expr(e, context) })
}

func (k *maker) load(e syntax.Expr) value { return k.expr(e, "Load") }

func text(s string) value { return object.Intern(s).Value() }

func textOrNone(s string) value {
	if s == "" {
		return object.None
	}
	return text(s)
}

func (k *maker) constant(n syntax.Node, v value) value {
	return k.at(n, "Constant", v, object.None)
}

// expr makes an expression; context is what the targets in it are for: Load, Store or Del.
func (k *maker) expr(e syntax.Expr, context string) value {
	switch e := e.(type) {
	case nil:
		return object.None
	case *syntax.Name:
		return k.at(e, "Name", text(e.Id), k.op(context))
	case *syntax.Int:
		if e.Big != nil {
			return k.constant(e, object.NewBigInt(e.Big))
		}
		return k.constant(e, object.Int(e.V))
	case *syntax.Float:
		return k.constant(e, object.Float(e.V))
	case *syntax.Imag:
		return k.constant(e, object.NewComplex(complex(0, e.V)))
	case *syntax.Str:
		kind := object.None
		if e.U {
			kind = text("u")
		}
		return k.at(e, "Constant", object.NewStr(e.V), kind)
	case *syntax.Bytes:
		return k.constant(e, object.NewBytes(e.V))
	case *syntax.NameConst:
		return k.constant(e, [...]value{object.None, object.False, object.True, object.Ellipsis}[e.Kind])
	case *syntax.JoinedStr:
		return k.at(e, "JoinedStr", k.exprs(e.Values, "Load"))
	case *syntax.FormattedValue:
		conversion, spec := int64(-1), object.None
		if e.Conversion != 0 {
			conversion = int64(e.Conversion)
		}
		if e.Spec != nil {
			spec = k.load(e.Spec)
		}
		return k.at(e, "FormattedValue", k.load(e.Value), object.Int(conversion), spec)
	case *syntax.Tuple:
		return k.at(e, "Tuple", k.exprs(e.Elts, context), k.op(context))
	case *syntax.List:
		return k.at(e, "List", k.exprs(e.Elts, context), k.op(context))
	case *syntax.Set:
		return k.at(e, "Set", k.exprs(e.Elts, "Load"))
	case *syntax.Dict:
		return k.at(e, "Dict", k.exprs(e.Keys, "Load"), k.exprs(e.Values, "Load"))
	case *syntax.BinOp:
		return k.at(e, "BinOp", k.load(e.Left), k.op(operatorNames[e.Op]), k.load(e.Right))
	case *syntax.UnaryOp:
		return k.at(e, "UnaryOp", k.op(unaryNames[e.Op]), k.load(e.Operand))
	case *syntax.BoolOp:
		op := "Or"
		if e.And {
			op = "And"
		}
		return k.at(e, "BoolOp", k.op(op), k.exprs(e.Values, "Load"))
	case *syntax.Compare:
		ops := list(e.Ops, func(op syntax.CmpOp) value { return k.op(compareNames[op]) })
		return k.at(e, "Compare", k.load(e.Left), ops, k.exprs(e.Comparators, "Load"))
	case *syntax.Call:
		return k.at(e, "Call", k.load(e.Func), k.exprs(e.Args, "Load"), list(e.Keywords, k.keyword))
	case *syntax.Attribute:
		return k.at(e, "Attribute", k.load(e.Value), text(e.Attr), k.op(context))
	case *syntax.Subscript:
		return k.at(e, "Subscript", k.load(e.Value), k.load(e.Index), k.op(context))
	case *syntax.Slice:
		return k.at(e, "Slice", k.load(e.Lower), k.load(e.Upper), k.load(e.Step))
	case *syntax.Starred:
		return k.at(e, "Starred", k.expr(e.Value, context), k.op(context))
	case *syntax.IfExp:
		return k.at(e, "IfExp", k.load(e.Test), k.load(e.Body), k.load(e.OrElse))
	case *syntax.Lambda:
		return k.at(e, "Lambda", k.arguments(e.Args), k.load(e.Body))
	case *syntax.ListComp:
		return k.at(e, "ListComp", k.load(e.Elt), list(e.Generators, k.comprehension))
	case *syntax.SetComp:
		return k.at(e, "SetComp", k.load(e.Elt), list(e.Generators, k.comprehension))
	case *syntax.DictComp:
		return k.at(e, "DictComp", k.load(e.Key), k.load(e.Value), list(e.Generators, k.comprehension))
	case *syntax.GeneratorExp:
		return k.at(e, "GeneratorExp", k.load(e.Elt), list(e.Generators, k.comprehension))
	case *syntax.Await:
		return k.at(e, "Await", k.load(e.Value))
	case *syntax.Yield:
		return k.at(e, "Yield", k.load(e.Value))
	case *syntax.YieldFrom:
		return k.at(e, "YieldFrom", k.load(e.Value))
	case *syntax.NamedExpr:
		return k.at(e, "NamedExpr", k.expr(e.Target, "Store"), k.load(e.Value))
	}
	panic("astmod: an expression without a class")
}

func (k *maker) keyword(n *syntax.Keyword) value {
	return k.at(n, "keyword", textOrNone(n.Name), k.load(n.Value))
}

func (k *maker) comprehension(n *syntax.Comprehension) value {
	return k.bare("comprehension", k.expr(n.Target, "Store"), k.load(n.Iter), k.exprs(n.Ifs, "Load"), number(n.Async))
}

func number(b bool) value {
	if b {
		return object.Int(1)
	}
	return object.Int(0)
}

func (k *maker) arg(n *syntax.Arg) value {
	if n == nil {
		return object.None
	}
	return k.at(n, "arg", text(n.Name), k.load(n.Annotation), object.None)
}

func (k *maker) arguments(n *syntax.Arguments) value {
	return k.bare("arguments", list(n.PosOnly, k.arg), list(n.Args, k.arg), k.arg(n.VarArg), list(n.KwOnly, k.arg),
		k.exprs(n.KwDefaults, "Load"), k.arg(n.KwArg), k.exprs(n.Defaults, "Load"))
}

func (k *maker) alias(n *syntax.Alias) value {
	return k.at(n, "alias", text(n.Name), textOrNone(n.AsName))
}

func (k *maker) item(n *syntax.WithItem) value {
	return k.bare("withitem", k.load(n.Context), k.expr(n.Vars, "Store"))
}

func (k *maker) handler(n *syntax.ExceptHandler) value {
	return k.at(n, "ExceptHandler", k.load(n.Type), textOrNone(n.Name), k.stmts(n.Body))
}

func (k *maker) matchCase(n *syntax.MatchCase) value {
	return k.bare("match_case", k.pattern(n.Pattern), k.load(n.Guard), k.stmts(n.Body))
}

func async(name string, on bool) string {
	if on {
		return "Async" + name
	}
	return name
}

func (k *maker) stmt(s syntax.Stmt) value {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		return k.at(s, async("FunctionDef", s.Async), text(s.Name), k.arguments(s.Args), k.stmts(s.Body),
			k.exprs(s.Decorators, "Load"), k.load(s.Returns), object.None)
	case *syntax.ClassDef:
		return k.at(s, "ClassDef", text(s.Name), k.exprs(s.Bases, "Load"), list(s.Keywords, k.keyword), k.stmts(s.Body),
			k.exprs(s.Decorators, "Load"))
	case *syntax.Return:
		return k.at(s, "Return", k.load(s.Value))
	case *syntax.Delete:
		return k.at(s, "Delete", k.exprs(s.Targets, "Del"))
	case *syntax.Assign:
		return k.at(s, "Assign", k.exprs(s.Targets, "Store"), k.load(s.Value), object.None)
	case *syntax.AugAssign:
		return k.at(s, "AugAssign", k.expr(s.Target, "Store"), k.op(operatorNames[s.Op]), k.load(s.Value))
	case *syntax.AnnAssign:
		return k.at(s, "AnnAssign", k.expr(s.Target, "Store"), k.load(s.Annotation), k.load(s.Value), number(s.Simple))
	case *syntax.For:
		return k.at(s, async("For", s.Async), k.expr(s.Target, "Store"), k.load(s.Iter), k.stmts(s.Body), k.stmts(s.OrElse), object.None)
	case *syntax.While:
		return k.at(s, "While", k.load(s.Test), k.stmts(s.Body), k.stmts(s.OrElse))
	case *syntax.If:
		return k.at(s, "If", k.load(s.Test), k.stmts(s.Body), k.stmts(s.OrElse))
	case *syntax.With:
		return k.at(s, async("With", s.Async), list(s.Items, k.item), k.stmts(s.Body), object.None)
	case *syntax.Match:
		return k.at(s, "Match", k.load(s.Subject), list(s.Cases, k.matchCase))
	case *syntax.Raise:
		return k.at(s, "Raise", k.load(s.Exc), k.load(s.Cause))
	case *syntax.Try:
		name := "Try"
		if s.Star {
			name = "TryStar"
		}
		return k.at(s, name, k.stmts(s.Body), list(s.Handlers, k.handler), k.stmts(s.OrElse), k.stmts(s.FinalBody))
	case *syntax.Assert:
		return k.at(s, "Assert", k.load(s.Test), k.load(s.Msg))
	case *syntax.Import:
		return k.at(s, "Import", list(s.Names, k.alias))
	case *syntax.ImportFrom:
		return k.at(s, "ImportFrom", textOrNone(s.Module), list(s.Names, k.alias), object.Int(int64(s.Level)))
	case *syntax.Global:
		return k.at(s, "Global", list(s.Names, text))
	case *syntax.Nonlocal:
		return k.at(s, "Nonlocal", list(s.Names, text))
	case *syntax.ExprStmt:
		return k.at(s, "Expr", k.load(s.Value))
	case *syntax.Pass:
		return k.at(s, "Pass")
	case *syntax.Break:
		return k.at(s, "Break")
	case *syntax.Continue:
		return k.at(s, "Continue")
	}
	panic("astmod: a statement without a class")
}

func (k *maker) pattern(p syntax.Pattern) value {
	switch p := p.(type) {
	case nil:
		return object.None
	case *syntax.MatchValue:
		return k.at(p, "MatchValue", k.load(p.Value))
	case *syntax.MatchSingleton:
		return k.at(p, "MatchSingleton", [...]value{object.None, object.False, object.True}[p.Kind])
	case *syntax.MatchSequence:
		return k.at(p, "MatchSequence", list(p.Patterns, k.pattern))
	case *syntax.MatchMapping:
		return k.at(p, "MatchMapping", k.exprs(p.Keys, "Load"), list(p.Patterns, k.pattern), textOrNone(p.Rest))
	case *syntax.MatchClass:
		return k.at(p, "MatchClass", k.load(p.Cls), list(p.Patterns, k.pattern), list(p.KwdAttrs, text), list(p.KwdPatterns, k.pattern))
	case *syntax.MatchStar:
		return k.at(p, "MatchStar", textOrNone(p.Name))
	case *syntax.MatchAs:
		return k.at(p, "MatchAs", k.pattern(p.Pattern), textOrNone(p.Name))
	case *syntax.MatchOr:
		return k.at(p, "MatchOr", list(p.Patterns, k.pattern))
	}
	panic("astmod: a pattern without a class")
}
