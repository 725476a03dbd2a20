package syntax

// maxHeight caps the height of a tree. Chains like a + b + c grow trees without
// nesting, and whatever walks a tree walks it recursively. The reference allows
// three times as much, but a browser's stack does not.
const maxHeight = 1000

// Children calls visit for each direct child of n, in the order of the text as
// far as the tree keeps it.
func Children(n Node, visit func(Node)) {
	expr := func(e Expr) {
		if e != nil {
			visit(e)
		}
	}
	exprs := func(list []Expr) {
		for _, e := range list {
			expr(e)
		}
	}
	stmts := func(list []Stmt) {
		for _, s := range list {
			visit(s)
		}
	}
	keywords := func(list []*Keyword) {
		for _, k := range list {
			visit(k)
		}
	}
	patterns := func(list []Pattern) {
		for _, p := range list {
			visit(p)
		}
	}
	generators := func(list []*Comprehension) {
		for _, c := range list {
			visit(c)
		}
	}
	args := func(list []*Arg) {
		for _, a := range list {
			visit(a)
		}
	}
	switch n := n.(type) {
	case *Module:
		stmts(n.Body)
	case *JoinedStr:
		exprs(n.Values)
	case *FormattedValue:
		visit(n.Value)
		if n.Spec != nil {
			visit(n.Spec)
		}
	case *Tuple:
		exprs(n.Elts)
	case *List:
		exprs(n.Elts)
	case *Set:
		exprs(n.Elts)
	case *Dict:
		for i, k := range n.Keys {
			expr(k)
			visit(n.Values[i])
		}
	case *BinOp:
		visit(n.Left)
		visit(n.Right)
	case *UnaryOp:
		visit(n.Operand)
	case *BoolOp:
		exprs(n.Values)
	case *Compare:
		visit(n.Left)
		exprs(n.Comparators)
	case *Call:
		visit(n.Func)
		exprs(n.Args)
		keywords(n.Keywords)
	case *Attribute:
		visit(n.Value)
	case *Subscript:
		visit(n.Value)
		visit(n.Index)
	case *Slice:
		expr(n.Lower)
		expr(n.Upper)
		expr(n.Step)
	case *Starred:
		visit(n.Value)
	case *IfExp:
		visit(n.Body)
		visit(n.Test)
		visit(n.OrElse)
	case *Lambda:
		visit(n.Args)
		visit(n.Body)
	case *ListComp:
		visit(n.Elt)
		generators(n.Generators)
	case *SetComp:
		visit(n.Elt)
		generators(n.Generators)
	case *DictComp:
		visit(n.Key)
		visit(n.Value)
		generators(n.Generators)
	case *GeneratorExp:
		visit(n.Elt)
		generators(n.Generators)
	case *Await:
		visit(n.Value)
	case *Yield:
		expr(n.Value)
	case *YieldFrom:
		visit(n.Value)
	case *NamedExpr:
		visit(n.Target)
		visit(n.Value)
	case *Keyword:
		visit(n.Value)
	case *Comprehension:
		visit(n.Target)
		visit(n.Iter)
		exprs(n.Ifs)
	case *Arg:
		expr(n.Annotation)
	case *Arguments:
		args(n.PosOnly)
		args(n.Args)
		if n.VarArg != nil {
			visit(n.VarArg)
		}
		args(n.KwOnly)
		if n.KwArg != nil {
			visit(n.KwArg)
		}
		exprs(n.Defaults)
		exprs(n.KwDefaults)
	case *FunctionDef:
		exprs(n.Decorators)
		visit(n.Args)
		expr(n.Returns)
		stmts(n.Body)
	case *ClassDef:
		exprs(n.Decorators)
		exprs(n.Bases)
		keywords(n.Keywords)
		stmts(n.Body)
	case *Return:
		expr(n.Value)
	case *Delete:
		exprs(n.Targets)
	case *Assign:
		exprs(n.Targets)
		visit(n.Value)
	case *AugAssign:
		visit(n.Target)
		visit(n.Value)
	case *AnnAssign:
		visit(n.Target)
		visit(n.Annotation)
		expr(n.Value)
	case *For:
		visit(n.Target)
		visit(n.Iter)
		stmts(n.Body)
		stmts(n.OrElse)
	case *While:
		visit(n.Test)
		stmts(n.Body)
		stmts(n.OrElse)
	case *If:
		visit(n.Test)
		stmts(n.Body)
		stmts(n.OrElse)
	case *With:
		for _, item := range n.Items {
			visit(item)
		}
		stmts(n.Body)
	case *WithItem:
		visit(n.Context)
		expr(n.Vars)
	case *Match:
		visit(n.Subject)
		for _, c := range n.Cases {
			visit(c)
		}
	case *MatchCase:
		visit(n.Pattern)
		expr(n.Guard)
		stmts(n.Body)
	case *Raise:
		expr(n.Exc)
		expr(n.Cause)
	case *Try:
		stmts(n.Body)
		for _, h := range n.Handlers {
			visit(h)
		}
		stmts(n.OrElse)
		stmts(n.FinalBody)
	case *ExceptHandler:
		expr(n.Type)
		stmts(n.Body)
	case *Assert:
		visit(n.Test)
		expr(n.Msg)
	case *Import:
		for _, a := range n.Names {
			visit(a)
		}
	case *ImportFrom:
		for _, a := range n.Names {
			visit(a)
		}
	case *ExprStmt:
		visit(n.Value)
	case *MatchValue:
		visit(n.Value)
	case *MatchSequence:
		patterns(n.Patterns)
	case *MatchMapping:
		exprs(n.Keys)
		patterns(n.Patterns)
	case *MatchClass:
		visit(n.Cls)
		patterns(n.Patterns)
		patterns(n.KwdPatterns)
	case *MatchAs:
		if n.Pattern != nil {
			visit(n.Pattern)
		}
	case *MatchOr:
		patterns(n.Patterns)
	}
}

// tooHigh finds a node below n that is deeper in the tree than maxHeight, or nil.
func tooHigh(n Node) Node {
	type place struct {
		node  Node
		depth int
	}
	todo := []place{{n, 0}}
	for len(todo) > 0 {
		here := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if here.depth > maxHeight {
			return here.node
		}
		Children(here.node, func(child Node) {
			todo = append(todo, place{child, here.depth + 1})
		})
	}
	return nil
}

// checkHeight refuses a tree that is too high to be walked. A text with fewer
// tokens than the cap cannot make one.
func (s *scanner) checkHeight(n Node) *Error {
	if len(s.toks) <= maxHeight {
		return nil
	}
	if deep := tooHigh(n); deep != nil {
		return tooDeep(s.f, deep.Pos())
	}
	return nil
}

func tooDeep(f *File, at Span) *Error {
	return &Error{Kind: "RecursionError", Msg: "maximum recursion depth exceeded during compilation", File: f, Span: at}
}
