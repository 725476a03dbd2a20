package compile

import (
	"fmt"

	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// Warnings about what is legal but can hardly be meant. They are given with the
// code object of the module and shown before it runs.

func (c *compiler) warn(at syntax.Span, format string, args ...any) {
	c.warnings = append(c.warnings, syntax.Warning{Category: "SyntaxWarning", Msg: fmt.Sprintf(format, args...), Span: at})
}

// checkCaller warns of a call of what cannot be called: a comma was forgotten.
func (c *compiler) checkCaller(e *syntax.Call) {
	switch e.Func.(type) {
	case *syntax.Lambda:
		return
	}
	if name := displayType(e.Func); name != "" {
		c.warn(e.Span, "'%s' object is not callable; perhaps you missed a comma?", name)
	}
}

// checkSubscript warns of a subscript of what has none, and of an index that a
// sequence written out cannot have.
func (c *compiler) checkSubscript(e *syntax.Subscript) {
	name := displayType(e.Value)
	switch name {
	case "NoneType", "ellipsis", "int", "bool", "float", "complex", "set", "generator", "function":
		c.warn(e.Span, "'%s' object is not subscriptable; perhaps you missed a comma?", name)
	case "str", "bytes", "tuple", "list":
		switch index := displayType(e.Index); index {
		case "", "int", "bool", "slice":
		default:
			c.warn(e.Span, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", name, index)
		}
	}
}

// checkIdentity warns of "is" with a literal.
func (c *compiler) checkIdentity(e *syntax.Compare) {
	named := identifies(e.Left)
	for i, op := range e.Ops {
		right := identifies(e.Comparators[i])
		if !named || !right {
			switch op {
			case syntax.Is:
				c.warn(e.Span, "\"is\" with a literal. Did you mean \"==\"?")
			case syntax.IsNot:
				c.warn(e.Span, "\"is not\" with a literal. Did you mean \"!=\"?")
			}
		}
		named = right
	}
}

// identifies tells whether comparing by identity with e makes sense.
func identifies(e syntax.Expr) bool {
	k, ok := fold(e)
	if !ok {
		return true
	}
	switch k.Kind {
	case bytecode.ConstNone, bytecode.ConstTrue, bytecode.ConstFalse, bytecode.ConstEllipsis:
		return true
	}
	return false
}

// checkAssert warns of an assertion of a tuple, which always holds.
func (c *compiler) checkAssert(s *syntax.Assert) {
	if t, ok := s.Test.(*syntax.Tuple); ok && len(t.Elts) > 0 {
		c.warn(s.Span, "assertion is always true, perhaps remove parentheses?")
	}
}

// displayType names the class of a constant or a display; "" when that is open.
func displayType(e syntax.Expr) string {
	switch e.(type) {
	case *syntax.List, *syntax.ListComp:
		return "list"
	case *syntax.Dict, *syntax.DictComp:
		return "dict"
	case *syntax.Set, *syntax.SetComp:
		return "set"
	case *syntax.Tuple:
		return "tuple"
	case *syntax.GeneratorExp:
		return "generator"
	case *syntax.Lambda:
		return "function"
	case *syntax.JoinedStr, *syntax.FormattedValue:
		return "str"
	}
	k, ok := fold(e)
	if !ok {
		return ""
	}
	switch k.Kind {
	case bytecode.ConstNone:
		return "NoneType"
	case bytecode.ConstTrue, bytecode.ConstFalse:
		return "bool"
	case bytecode.ConstEllipsis:
		return "ellipsis"
	case bytecode.ConstInt, bytecode.ConstBigInt:
		return "int"
	case bytecode.ConstFloat:
		return "float"
	case bytecode.ConstComplex:
		return "complex"
	case bytecode.ConstStr:
		return "str"
	case bytecode.ConstBytes:
		return "bytes"
	case bytecode.ConstTuple:
		return "tuple"
	case bytecode.ConstFrozenSet:
		return "frozenset"
	}
	return ""
}
