package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// Operators, items and iteration on instances of a program's classes: where the
// method that comes first is a plain function, its frame is linked at once. All
// else is left to the general forms in protocol.go.

// ownMethod is the method of a class of the program by which an instruction starts,
// nil where the general form must decide; n is the number of its arguments.
func ownMethod(tp *object.Type, name *Str, n int) *object.Function {
	if !tp.IsHeap() {
		return nil
	}
	if v := tp.Lookup(name); v.H != nil && v.H.Type == object.FunctionType {
		if fn := (*object.Function)(unsafe.Pointer(v.H)); fn.Code.Simple && fn.Code.ArgCount == n {
			return fn
		}
	}
	return nil
}

// call1 calls fn with a for the frame f on top. The arguments lie above its
// stack pointer, where the instruction's operands were, or would have been.
func (t *Thread) call1(f *Frame, fn *object.Function, a Value, mode retMode) *Exc {
	f.Slots[f.sp] = a
	return t.pushCall(fn, f.Slots[f.sp:f.sp+1], nil, mode)
}

func (t *Thread) call2(f *Frame, fn *object.Function, a, b Value, mode retMode) *Exc {
	f.Slots[f.sp], f.Slots[f.sp+1] = a, b
	return t.pushCall(fn, f.Slots[f.sp:f.sp+2], nil, mode)
}

// ownBinary is the method with which a op b, or a op= b, begins.
func ownBinary(op object.BinOp, a, b Value, inplace bool) *object.Function {
	ta, tb := a.H.Type, b.H.Type
	if !ta.IsHeap() || ta != tb && tb.IsHeap() && tb.IsSubtype(ta) {
		return nil
	}
	if inplace {
		if v := ta.Lookup(binNames[op][2]); v.H != nil {
			return nil
		}
	}
	return ownMethod(ta, binNames[op][0], 2)
}

// ownCompare is the method with which a op b begins.
func ownCompare(op int, a, b Value) *object.Function {
	ta, tb := a.H.Type, b.H.Type
	if !ta.IsHeap() || ta != tb && tb.IsHeap() && tb.IsSubtype(ta) {
		return nil
	}
	return ownMethod(ta, cmpNames[op][0], 2)
}

// tried takes the result v of the method that came first for the operator at
// pc-1 of f, whose operands still lie above the stack pointer.
func (t *Thread) tried(f *Frame, v Value) *Exc {
	in := f.instrs[f.pc-1]
	mode := retPush
	switch in.Op {
	case bytecode.OpAddStore, bytecode.OpIncFast:
		mode = retStore
	case bytecode.OpCompareJump, bytecode.OpCompareFastFastJump, bytecode.OpCompareFastConstJump, bytecode.OpCompareConstJump:
		mode = retBranch
	}
	if v != object.NotImplemented {
		return t.accept(f, mode, v)
	}
	a, b := f.Slots[f.sp], f.Slots[f.sp+1]
	switch in.Op {
	case bytecode.OpCompare, bytecode.OpCompareJump:
		t.perform(compare2(t, a, b, int(in.A&7), true), mode)
	case bytecode.OpCompareFastFastJump, bytecode.OpCompareFastConstJump, bytecode.OpCompareConstJump:
		t.perform(compare2(t, a, b, int(in.B>>24&7), true), mode)
	case bytecode.OpBinaryFastFast, bytecode.OpBinaryFastConst, bytecode.OpBinaryConst, bytecode.OpBinaryFast, bytecode.OpIncFast:
		t.perform(binary2(t, object.BinOp(bytecode.Op(in.B)-bytecode.OpBinaryAdd), a, b, in.B>>8 == 1, true), mode)
	case bytecode.OpAddStore:
		t.perform(binary2(t, object.OpAdd, a, b, in.A == 1, true), mode)
	default:
		t.perform(binary2(t, object.BinOp(in.Op-bytecode.OpBinaryAdd), a, b, in.A == 1, true), mode)
	}
	return nil
}
