package bytecode

import "fmt"

// Verify checks that code can be run: that every jump and handler leads to an
// instruction, that operands are in range, and that the stack has the same
// depth whichever way an instruction is reached, never less than what the
// instruction takes and never more than StackSize. Inner code is checked too.
func Verify(c *Code) error {
	v := verifier{c: c, depth: make([]int32, len(c.Instrs))}
	for i := range v.depth {
		v.depth[i] = -1
	}
	if len(c.SpanOf) != len(c.Instrs) {
		return fmt.Errorf("%s: %d instructions but %d positions", c.QualName, len(c.Instrs), len(c.SpanOf))
	}
	for i, h := range c.Handlers {
		if h.Start < 0 || h.Start >= h.End || int(h.End) > len(c.Instrs) || h.Target < 0 || int(h.Target) >= len(c.Instrs) || h.Depth < 0 {
			return fmt.Errorf("%s: handler %d is malformed: %+v", c.QualName, i, h)
		}
	}
	v.reach(0, 0, 0)
	for len(v.work) > 0 && v.err == nil {
		pc := v.work[len(v.work)-1]
		v.work = v.work[:len(v.work)-1]
		v.step(pc)
	}
	if v.err != nil {
		return v.err
	}
	for _, k := range c.Consts {
		if k.Kind == ConstCode {
			if err := Verify(k.Code); err != nil {
				return err
			}
		}
	}
	return nil
}

type verifier struct {
	c     *Code
	depth []int32
	work  []int
	err   error
}

func (v *verifier) fail(pc int, format string, args ...any) {
	if v.err == nil {
		in := v.c.Instrs[pc]
		v.err = fmt.Errorf("%s: line %d: %d %s A=%d B=%d: %s", v.c.QualName, v.c.Line(pc, 0), pc, in.Op, in.A, in.B, fmt.Sprintf(format, args...))
	}
}

func (v *verifier) reach(from, pc int, depth int32) {
	switch {
	case pc < 0 || pc >= len(v.c.Instrs):
		v.fail(from, "leads to %d, outside the code", pc)
	case depth < 0 || int(depth) > v.c.StackSize:
		v.fail(from, "leaves a stack of %d (StackSize %d)", depth, v.c.StackSize)
	case v.depth[pc] < 0:
		v.depth[pc] = depth
		v.work = append(v.work, pc)
	case v.depth[pc] != depth:
		v.fail(from, "reaches %d with a stack of %d, not %d", pc, depth, v.depth[pc])
	}
}

func (v *verifier) step(pc int) {
	in := v.c.Instrs[pc]
	depth := v.depth[pc]
	if in.Op >= OpLast {
		v.fail(pc, "no such opcode")
		return
	}
	if need := Pops(in); int(depth) < need {
		v.fail(pc, "needs %d stack entries, has %d", need, depth)
	}
	v.operands(pc, in)
	for i := range v.c.Handlers {
		h := &v.c.Handlers[i]
		if int(h.Start) <= pc && pc < int(h.End) {
			if h.Depth > depth {
				v.fail(pc, "has a stack of %d, its handler wants %d", depth, h.Depth)
			}
			v.reach(pc, int(h.Target), h.Depth+1)
			break
		}
	}
	if t, ok := in.Target(); ok {
		if back := int(t) <= pc; back != (in.Op == OpJumpBack) {
			v.fail(pc, "jumps in the wrong direction")
		}
		v.reach(pc, int(t), depth+int32(JumpEffect(in)))
	}
	if !in.Op.Ends() {
		v.reach(pc, pc+1, depth+int32(Effect(in)))
	}
}

// operands checks that slots, names and constants exist.
func (v *verifier) operands(pc int, in Instr) {
	c := v.c
	locals, slots := len(c.VarNames), len(c.VarNames)+len(c.CellVars)+len(c.FreeVars)
	check := func(what string, i, n int) {
		if i < 0 || i >= n {
			v.fail(pc, "%s %d of %d", what, i, n)
		}
	}
	a, b := int(in.A), int(in.B)
	switch in.Op {
	case OpLoadConst, OpReturnConst:
		check("constant", b, len(c.Consts))
	case OpLoadFast, OpStoreFast, OpDeleteFast, OpReturnFast, OpAddStore:
		check("local", b, locals)
	case OpLoadClosure, OpLoadDeref, OpStoreDeref, OpDeleteDeref, OpLoadClassDeref, OpMakeCell:
		check("cell", b-locals, slots-locals)
	case OpDeleteName, OpDeleteGlobal, OpDeleteAttr, OpImportName, OpImportFrom:
		check("name", b, len(c.Names))
	case OpLoadName, OpStoreName, OpLoadGlobal, OpStoreGlobal, OpLoadAttr, OpStoreAttr, OpLoadMethod:
		check("name", b, len(c.Names))
		check("cache", a, c.NumCaches)
	case OpLoadFastAttr, OpLoadFastMethod:
		check("local", b&255, locals)
		check("name", b>>8, len(c.Names))
		check("cache", a, c.NumCaches)
	case OpLoadFastLoadFast, OpStoreFastLoadFast, OpStoreFastStoreFast, OpSubscrFastFast:
		check("local", a, locals)
		check("local", b, locals)
	case OpLoadFastLoadConst:
		check("local", a, locals)
		check("constant", b, len(c.Consts))
	case OpBinaryFastFast, OpCompareFastFastJump:
		check("local", a&255, locals)
		check("local", a>>8, locals)
	case OpBinaryFastConst, OpCompareFastConstJump, OpIncFast:
		check("local", a&255, locals)
		check("constant", a>>8, len(c.Consts))
	case OpBinaryConst, OpCompareConstJump, OpCallKw, OpCallMethodKw:
		check("constant", a, len(c.Consts))
	case OpBinaryFast, OpForIterStore:
		check("local", a, locals)
	}
}
