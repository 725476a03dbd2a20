package bytecode

import (
	"fmt"
	"strconv"
	"strings"
)

var compareNames = [...]string{"<", "<=", "==", "!=", ">", ">="}

// Disassemble writes code, and the code inside it, as text: line, jump target
// mark, index, opcode, operands and what they stand for.
func Disassemble(c *Code) string {
	var b strings.Builder
	disassemble(&b, c)
	return b.String()
}

func disassemble(b *strings.Builder, c *Code) {
	fmt.Fprintf(b, "code %s  args=%d+%d kwonly=%d stack=%d flags=%#x\n", c.QualName, c.PosOnlyArgCount, c.ArgCount-c.PosOnlyArgCount, c.KwOnlyArgCount, c.StackSize, uint32(c.Flags))
	for _, v := range []struct {
		what  string
		names []string
	}{{"locals", c.VarNames}, {"cells", c.CellVars}, {"free", c.FreeVars}} {
		if len(v.names) > 0 {
			fmt.Fprintf(b, "  %s: %s\n", v.what, strings.Join(v.names, ", "))
		}
	}
	targets := make([]bool, len(c.Instrs)+1)
	for _, in := range c.Instrs {
		if t, ok := in.Target(); ok && int(t) < len(targets) {
			targets[t] = true
		}
	}
	for _, h := range c.Handlers {
		targets[h.Target] = true
	}
	last := 0
	for i, in := range c.Instrs {
		line, mark := "", "  "
		if n := c.Line(i, 0); n != last {
			line, last = strconv.Itoa(n), n
		}
		if targets[i] {
			mark = ">>"
		}
		fmt.Fprintf(b, "%5s %s %4d %-24s %s\n", line, mark, i, in.Op, operands(c, in))
	}
	for _, h := range c.Handlers {
		fmt.Fprintf(b, "  handler %d to %d -> %d, depth %d\n", h.Start, h.End, h.Target, h.Depth)
	}
	for _, k := range c.Consts {
		if k.Kind == ConstCode {
			b.WriteByte('\n')
			disassemble(b, k.Code)
		}
	}
}

func slotName(c *Code, i int) string {
	for _, names := range [][]string{c.VarNames, c.CellVars, c.FreeVars} {
		if i < len(names) {
			return names[i]
		}
		i -= len(names)
	}
	return "?"
}

func constText(c *Code, i int) string {
	if i < 0 || i >= len(c.Consts) {
		return "?"
	}
	return c.Consts[i].String()
}

func nameText(c *Code, i int) string {
	if i < 0 || i >= len(c.Names) {
		return "?"
	}
	return c.Names[i]
}

// operands explains A and B.
func operands(c *Code, in Instr) string {
	a, b := int(in.A), int(in.B)
	slot := func(i int) string { return slotName(c, i) }
	k := func(i int) string { return constText(c, i) }
	jump := func() string {
		t, _ := in.Target()
		return fmt.Sprintf("-> %d", t)
	}
	test := func() string {
		when := "if false"
		if b>>27&1 == 1 {
			when = "if true"
		}
		return compareNames[b>>24&7] + " " + when + " " + jump()
	}
	switch in.Op {
	case OpLoadConst, OpReturnConst:
		return k(b)
	case OpLoadFast, OpStoreFast, OpDeleteFast, OpReturnFast, OpLoadClosure, OpLoadDeref, OpStoreDeref, OpDeleteDeref,
		OpLoadClassDeref, OpAddStore, OpMakeCell:
		return slot(b)
	case OpLoadName, OpStoreName, OpDeleteName, OpLoadGlobal, OpStoreGlobal, OpDeleteGlobal, OpLoadAttr, OpStoreAttr,
		OpDeleteAttr, OpLoadMethod, OpImportName, OpImportFrom:
		return nameText(c, b)
	case OpCompare:
		return compareNames[a]
	case OpCompareJump:
		if a&8 != 0 {
			return compareNames[a&7] + " if true " + jump()
		}
		return compareNames[a] + " if false " + jump()
	case OpCallKw, OpCallMethodKw:
		return fmt.Sprintf("%d %s", b, k(a))
	case OpLoadFastLoadFast, OpStoreFastLoadFast, OpStoreFastStoreFast, OpSubscrFastFast:
		return slot(a) + " " + slot(b)
	case OpLoadFastLoadConst:
		return slot(a) + " " + k(b)
	case OpBinaryFastFast:
		return fmt.Sprintf("%s %s %s", slot(a&255), slot(a>>8), operatorText(b))
	case OpBinaryFastConst, OpIncFast:
		return fmt.Sprintf("%s %s %s", slot(a&255), k(a>>8), operatorText(b))
	case OpBinaryConst:
		return fmt.Sprintf("%s %s", k(a), operatorText(b))
	case OpBinaryFast:
		return fmt.Sprintf("%s %s", slot(a), operatorText(b))
	case OpCompareFastFastJump:
		return slot(a&255) + " " + slot(a>>8) + " " + test()
	case OpCompareFastConstJump:
		return slot(a&255) + " " + k(a>>8) + " " + test()
	case OpCompareConstJump:
		return k(a) + " " + test()
	case OpForIterStore:
		return slot(a) + " " + jump()
	case OpLoadFastAttr, OpLoadFastMethod:
		return slot(b&255) + " " + nameText(c, b>>8)
	}
	if _, ok := in.Target(); ok {
		return jump()
	}
	if a != 0 {
		return fmt.Sprintf("%d (A=%d)", b, a)
	}
	if b != 0 {
		return strconv.Itoa(b)
	}
	return ""
}

// String shows a constant for the disassembler.
func (k Const) String() string {
	switch k.Kind {
	case ConstNone:
		return "None"
	case ConstTrue:
		return "True"
	case ConstFalse:
		return "False"
	case ConstEllipsis:
		return "..."
	case ConstInt:
		return strconv.FormatInt(k.I, 10)
	case ConstBigInt:
		return k.Big.String()
	case ConstFloat:
		return strconv.FormatFloat(k.F, 'g', -1, 64)
	case ConstComplex:
		return fmt.Sprintf("%g%+gj", k.F2, k.F)
	case ConstStr:
		return strconv.Quote(k.S)
	case ConstBytes:
		return "b" + strconv.Quote(k.S)
	case ConstCode:
		return "<code " + k.Code.QualName + ">"
	}
	parts := make([]string, len(k.Elems))
	for i, e := range k.Elems {
		parts[i] = e.String()
	}
	if k.Kind == ConstTuple {
		return "(" + strings.Join(parts, ", ") + ")"
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// operatorText is the operator that a fused instruction's B names.
func operatorText(b int) string {
	if b>>8 == 1 {
		return Op(b&0xff).String() + " in place"
	}
	return Op(b & 0xff).String()
}
