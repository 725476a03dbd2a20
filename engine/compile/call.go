package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// bigDisplay is how many elements are put on the stack before they are
// collected in a container; longer displays are built piece by piece.
const bigDisplay = 30

// isMethodCall says that a call of an attribute can do without a bound method.
func (c *compiler) isMethodCall(e *syntax.Call, f *syntax.Attribute) bool {
	if n, ok := f.Value.(*syntax.Name); ok && c.info.Top.Imported(n.Id) {
		return false // most likely a function of a module
	}
	return plain(e.Args, e.Keywords) && len(e.Args)+len(e.Keywords) < bigDisplay
}

// plain says that no argument is unpacked.
func plain(args []syntax.Expr, keywords []*syntax.Keyword) bool {
	for _, a := range args {
		if _, ok := a.(*syntax.Starred); ok {
			return false
		}
	}
	for _, k := range keywords {
		if k.Name == "" {
			return false
		}
	}
	return true
}

func (c *compiler) checkKeywords(keywords []*syntax.Keyword) {
	if len(keywords) == 0 {
		return
	}
	seen := map[string]bool{}
	for _, k := range keywords {
		if k.Name == "" {
			continue
		}
		c.forbid(k.Name, store, c.u.span)
		if seen[k.Name] {
			c.fail(k.Span, "keyword argument repeated: %s", k.Name)
		}
		seen[k.Name] = true
	}
}

// methodCall ends a call whose function was loaded by LOAD_METHOD.
func (c *compiler) methodCall(e *syntax.Call, f *syntax.Attribute) {
	c.u.span = e.Span
	c.checkKeywords(e.Keywords)
	c.exprs(e.Args)
	n := int32(len(e.Args) + len(e.Keywords))
	names := c.keywordValues(e.Keywords)
	c.u.span = c.attrSpan(f, e.Span)
	if len(e.Keywords) > 0 {
		c.emit(bytecode.OpCallMethodKw, int(names), n)
	} else {
		c.emit(bytecode.OpCallMethod, 0, n)
	}
}

func (c *compiler) call(e *syntax.Call) {
	c.checkKeywords(e.Keywords)
	c.arguments(0, e.Args, e.Keywords)
}

func (c *compiler) exprs(list []syntax.Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

// keywordValues pushes the values and returns the constant with the names.
func (c *compiler) keywordValues(keywords []*syntax.Keyword) int32 {
	if len(keywords) == 0 {
		return 0
	}
	names := bytecode.Const{Kind: bytecode.ConstTuple}
	for _, k := range keywords {
		c.expr(k.Value)
		names.Elems = append(names.Elems, strConst(k.Name))
	}
	return c.constant(names)
}

// arguments pushes arguments and calls; the callable and its first n arguments
// are on the stack already.
func (c *compiler) arguments(n int, args []syntax.Expr, keywords []*syntax.Keyword) {
	if plain(args, keywords) {
		c.exprs(args)
		names := c.keywordValues(keywords)
		n := int32(n + len(args) + len(keywords))
		if len(keywords) > 0 {
			c.emit(bytecode.OpCallKw, int(names), n)
		} else {
			c.emit(bytecode.OpCall, 0, n)
		}
		return
	}
	star, only := (*syntax.Starred)(nil), false
	if len(args) == 1 {
		star, only = args[0].(*syntax.Starred)
	}
	switch {
	case n == 0 && only:
		c.expr(star.Value) // the call makes a tuple of it
	case n == 0 && len(args) == 0:
		c.loadConst(bytecode.Const{Kind: bytecode.ConstTuple})
	default:
		c.pieces(n, args, bytecode.OpBuildTuple, bytecode.OpListAppend, bytecode.OpListExtend)
	}
	if len(keywords) == 0 {
		c.emit(bytecode.OpCallEx, 0, 0)
		return
	}
	c.keywordDict(keywords)
	c.emit(bytecode.OpCallEx, 1, 0)
}

// keywordDict builds the dict of keyword arguments of a call with **.
func (c *compiler) keywordDict(keywords []*syntax.Keyword) {
	have := false
	for i := 0; i < len(keywords); {
		if k := keywords[i]; k.Name == "" {
			if !have {
				c.emit(bytecode.OpBuildMap, 0, 0)
				have = true
			}
			c.expr(k.Value)
			c.emit(bytecode.OpDictMerge, 2, 1)
			i++
			continue
		}
		n := 0
		for i < len(keywords) && keywords[i].Name != "" && n < bigDisplay {
			c.key(keywords[i].Name, n)
			c.expr(keywords[i].Value)
			i++
			n++
		}
		c.emit(bytecode.OpBuildMap, 0, int32(n))
		if have {
			c.emit(bytecode.OpDictMerge, 2, 1)
		}
		have = true
	}
}

// key pushes the nth constant key of a dict: CPython keeps all keys in one constant.
func (c *compiler) key(name string, n int) {
	c.loadStr(name)
	if n > 0 {
		c.free()
	}
}

// sequence builds a tuple, list or set.
func (c *compiler) sequence(elts []syntax.Expr, build, add, extend bytecode.Op) {
	if len(elts) > 2 && build != bytecode.OpBuildTuple {
		kind := bytecode.ConstTuple
		if build == bytecode.OpBuildSet {
			kind = bytecode.ConstFrozenSet
		}
		if k, ok := foldElements(elts, kind); ok {
			c.emit(build, 0, 0)
			c.loadConst(k)
			c.emit(extend, 0, 1)
			return
		}
	}
	c.pieces(0, elts, build, add, extend)
}

// pieces builds a container of the n values on the stack and of elts.
func (c *compiler) pieces(n int, elts []syntax.Expr, build, add, extend bytecode.Op) {
	if plain(elts, nil) && n+len(elts) <= bigDisplay {
		c.exprs(elts)
		c.emit(build, 0, int32(n+len(elts)))
		return
	}
	start := build
	if build == bytecode.OpBuildTuple {
		start = bytecode.OpBuildList
	}
	built := n+len(elts) > bigDisplay
	if built {
		c.emit(start, 0, int32(n))
	}
	for _, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			if !built {
				c.emit(start, 0, int32(n))
				built = true
			}
			c.expr(s.Value)
			c.emit(extend, 0, 1)
			continue
		}
		c.expr(e)
		if built {
			c.emit(add, 0, 1)
		} else {
			n++
		}
	}
	if build == bytecode.OpBuildTuple {
		c.op(bytecode.OpListToTuple)
	}
}

func (c *compiler) dict(e *syntax.Dict) {
	have := false
	for i := 0; i < len(e.Values); {
		if e.Keys[i] == nil {
			if !have {
				c.emit(bytecode.OpBuildMap, 0, 0)
				have = true
			}
			c.expr(e.Values[i])
			c.emit(bytecode.OpDictUpdate, 0, 1)
			i++
			continue
		}
		end := i
		allConst := true
		for end < len(e.Values) && e.Keys[end] != nil && end-i < bigDisplay/2 {
			if _, ok := fold(e.Keys[end]); !ok {
				allConst = false
			}
			end++
		}
		if have && (end == len(e.Values) || e.Keys[end] != nil) && end-i == bigDisplay/2 {
			// The middle of a long display.
			for ; i < end; i++ {
				c.expr(e.Keys[i])
				c.expr(e.Values[i])
				c.emit(bytecode.OpMapAdd, 0, 1)
			}
			continue
		}
		for n := 0; i < end; i, n = i+1, n+1 {
			c.expr(e.Keys[i])
			if allConst && n > 0 {
				c.free()
			}
			c.expr(e.Values[i])
			if i+1 == end {
				c.emit(bytecode.OpBuildMap, 0, int32(n+1))
			}
		}
		if have {
			c.emit(bytecode.OpDictUpdate, 0, 1)
		}
		have = true
	}
	if !have {
		c.emit(bytecode.OpBuildMap, 0, 0)
	}
}

// joined builds the string of an f-string.
func (c *compiler) joined(e *syntax.JoinedStr) {
	if len(e.Values) > bigDisplay {
		c.loadStr("")
		c.emit(bytecode.OpLoadMethod, c.cache(), c.name("join"))
		c.emit(bytecode.OpBuildList, 0, 0)
		for _, v := range e.Values {
			c.expr(v)
			c.emit(bytecode.OpListAppend, 0, 1)
		}
		c.emit(bytecode.OpCallMethod, 0, 1)
		return
	}
	c.exprs(e.Values)
	if len(e.Values) != 1 {
		c.emit(bytecode.OpBuildString, 0, int32(len(e.Values)))
	}
}

func (c *compiler) formatted(e *syntax.FormattedValue) {
	c.expr(e.Value)
	a := 0
	switch e.Conversion {
	case 's':
		a = 1
	case 'r':
		a = 2
	case 'a':
		a = 3
	}
	if e.Spec != nil {
		c.expr(e.Spec)
		a |= 4
	}
	c.emit(bytecode.OpFormatValue, a, 0)
}
