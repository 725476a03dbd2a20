package bytecode

// variable marks an effect that depends on the instruction's operands.
const variable = -128

// effects is how much each opcode that does not jump adds to the stack.
var effects = [OpLast]int8{
	OpNop: 0, OpPopTop: -1, OpCopy: 1, OpSwap: 0,
	OpLoadConst: 1, OpLoadFast: 1, OpStoreFast: -1, OpDeleteFast: 0,
	OpLoadClosure: 1, OpLoadDeref: 1, OpStoreDeref: -1, OpDeleteDeref: 0, OpLoadClassDeref: 1,
	OpLoadName: 1, OpStoreName: -1, OpDeleteName: 0,
	OpLoadGlobal: 1, OpStoreGlobal: -1, OpDeleteGlobal: 0,
	OpLoadAttr: 0, OpStoreAttr: -2, OpDeleteAttr: -1, OpLoadMethod: 1,
	OpBinarySubscr: -1, OpStoreSubscr: -3, OpDeleteSubscr: -2,
	OpUnaryNegative: 0, OpUnaryPositive: 0, OpUnaryInvert: 0, OpUnaryNot: 0,
	OpBinaryAdd: -1, OpBinarySub: -1, OpBinaryMul: -1, OpBinaryMatMul: -1, OpBinaryTrueDiv: -1,
	OpBinaryMod: -1, OpBinaryPow: -1, OpBinaryLShift: -1, OpBinaryRShift: -1, OpBinaryOr: -1,
	OpBinaryXor: -1, OpBinaryAnd: -1, OpBinaryFloorDiv: -1,
	OpCompare: -1, OpIs: -1, OpContains: -1, OpLoadAssert: 1,
	OpJump: 0, OpJumpBack: 0,
	OpPopJumpIfFalse: -1, OpPopJumpIfTrue: -1, OpPopJumpIfNone: -1, OpPopJumpIfNotNone: -1,
	OpJumpIfFalseOrPop: -1, OpJumpIfTrueOrPop: -1,
	OpBuildTuple: variable, OpBuildList: variable, OpBuildSet: variable, OpBuildMap: variable,
	OpBuildString: variable, OpBuildSlice: variable,
	OpListAppend: -1, OpSetAdd: -1, OpMapAdd: -2, OpListExtend: -1, OpSetUpdate: -1,
	OpDictUpdate: -1, OpDictMerge: -1, OpListToTuple: 0,
	OpUnpackSequence: variable, OpUnpackEx: variable, OpFormatValue: variable,
	OpGetIter: 0, OpForIter: 1, OpGetYieldFromIter: 0, OpGetAwaitable: 0, OpGetAIter: 0,
	OpGetANext: 1, OpEndAsyncFor: -2, OpSend: 0, OpYieldValue: 0, OpAsyncGenWrap: 0,
	OpReturnGenerator: 0, OpReturnValue: -1,
	OpCall: variable, OpCallKw: variable, OpCallMethod: variable, OpCallMethodKw: variable, OpCallEx: variable,
	OpMakeFunction: variable, OpLoadBuildClass: 1,
	OpPushExcInfo: 1, OpPopExcept: -1, OpCheckExcMatch: 0, OpCheckEGMatch: 0, OpPrepReraiseStar: -1,
	OpReraise: -1, OpRaiseVarargs: variable,
	OpBeforeWith: 1, OpBeforeAsyncWith: 1, OpWithExceptStart: 1, OpSetupAnnotations: 0, OpPrintExpr: -1,
	OpImportName: -1, OpImportFrom: 1, OpImportStar: -1,
	OpGetLen: 1, OpMatchMapping: 1, OpMatchSequence: 1, OpMatchKeys: 1, OpMatchClass: -2,
	OpMakeCell:         0,
	OpLoadFastLoadFast: 2, OpLoadFastLoadConst: 2, OpStoreFastLoadFast: 0, OpStoreFastStoreFast: -2,
	OpBinaryFastFast: 1, OpBinaryFastConst: 1, OpBinaryConst: 0, OpBinaryFast: 0, OpAddStore: -2, OpIncFast: 0,
	OpCompareJump: -2, OpCompareFastFastJump: 0, OpCompareFastConstJump: 0, OpCompareConstJump: -1,
	OpForIterStore: 0, OpLoadFastAttr: 1, OpLoadFastMethod: 2, OpReturnFast: 0, OpReturnConst: 0,
	OpCallPop: variable, OpCallMethodPop: variable, OpYieldPop: -1, OpSubscrFastFast: 1,
}

// Effect is how much an instruction adds to the stack when it does not jump.
func Effect(in Instr) int {
	if e := effects[in.Op]; e != variable {
		return int(e)
	}
	n, a := int(in.B), int(in.A)
	switch in.Op {
	case OpBuildTuple, OpBuildList, OpBuildSet, OpBuildString, OpBuildSlice:
		return 1 - n
	case OpBuildMap:
		return 1 - 2*n
	case OpUnpackSequence:
		return n - 1
	case OpUnpackEx:
		return n + a
	case OpFormatValue:
		return -(a >> 2)
	case OpCall, OpCallKw:
		return -n
	case OpCallPop:
		return -n - 1
	case OpCallMethod, OpCallMethodKw:
		return -n - 1
	case OpCallMethodPop:
		return -n - 2
	case OpCallEx:
		return -1 - a
	case OpMakeFunction:
		return -(a&1 + a>>1&1 + a>>2&1 + a>>3&1)
	case OpRaiseVarargs:
		return -n
	}
	panic("bytecode: no stack effect for " + in.Op.String())
}

// Pops is how many stack entries an instruction looks at or takes away.
func Pops(in Instr) int {
	n, a := int(in.B), int(in.A)
	switch in.Op {
	case OpCopy, OpSwap:
		return n
	case OpListAppend, OpSetAdd, OpListExtend, OpSetUpdate, OpDictUpdate:
		return n + 1
	case OpDictMerge:
		return n + 1 + a
	case OpMapAdd:
		return n + 2
	case OpLoadConst, OpLoadFast, OpLoadClosure, OpLoadDeref, OpLoadClassDeref, OpLoadName, OpLoadGlobal,
		OpLoadAssert, OpLoadBuildClass, OpLoadFastLoadFast, OpLoadFastLoadConst, OpBinaryFastFast, OpBinaryFastConst,
		OpLoadFastAttr, OpLoadFastMethod, OpSubscrFastFast, OpNop, OpReturnGenerator, OpSetupAnnotations, OpMakeCell:
		return 0
	case OpBinaryAdd, OpBinarySub, OpBinaryMul, OpBinaryMatMul, OpBinaryTrueDiv, OpBinaryMod, OpBinaryPow,
		OpBinaryLShift, OpBinaryRShift, OpBinaryOr, OpBinaryXor, OpBinaryAnd, OpBinaryFloorDiv, OpBinarySubscr,
		OpCompare, OpIs, OpContains, OpSend, OpCheckExcMatch, OpCheckEGMatch, OpImportName, OpMatchKeys, OpPrepReraiseStar:
		return 2
	case OpWithExceptStart, OpMatchClass:
		return 3
	case OpLoadAttr, OpLoadMethod, OpUnaryNegative, OpUnaryPositive, OpUnaryInvert, OpUnaryNot, OpListToTuple,
		OpGetIter, OpForIter, OpForIterStore, OpGetYieldFromIter, OpGetAwaitable, OpGetAIter, OpGetANext, OpYieldValue,
		OpAsyncGenWrap, OpPushExcInfo, OpBeforeWith, OpBeforeAsyncWith, OpImportFrom, OpGetLen, OpMatchMapping,
		OpMatchSequence, OpUnpackSequence, OpUnpackEx, OpBinaryConst, OpBinaryFast, OpStoreFastLoadFast, OpYieldPop:
		return 1
	case OpFormatValue:
		return 1 + a>>2
	case OpBuildMap:
		return 2 * n
	}
	// The rest take away what they produce one result for, or nothing.
	switch in.Op {
	case OpBuildTuple, OpBuildList, OpBuildSet, OpBuildString, OpBuildSlice,
		OpCall, OpCallKw, OpCallMethod, OpCallMethodKw, OpCallEx, OpMakeFunction:
		return 1 - Effect(in)
	}
	return -Effect(in)
}

// JumpEffect is how much an instruction adds to the stack when it jumps.
func JumpEffect(in Instr) int {
	switch in.Op {
	case OpForIter, OpForIterStore:
		return -1
	case OpSend:
		return -1
	case OpJumpIfFalseOrPop, OpJumpIfTrueOrPop:
		return 0
	}
	return Effect(in)
}

// Parts is how many plain instructions an opcode stands for.
func (op Op) Parts() int {
	switch op {
	case OpIncFast, OpCompareFastFastJump, OpCompareFastConstJump:
		return 4
	case OpBinaryFastFast, OpBinaryFastConst, OpCompareConstJump, OpSubscrFastFast:
		return 3
	}
	if op > OpMakeCell {
		return 2
	}
	return 1
}

// fusedTarget is the part of B that holds the target of a comparing jump.
const fusedTarget = 1<<24 - 1

// Target returns where an instruction may jump to.
func (in Instr) Target() (target int32, ok bool) {
	switch in.Op {
	case OpJump, OpJumpBack, OpPopJumpIfFalse, OpPopJumpIfTrue, OpPopJumpIfNone, OpPopJumpIfNotNone,
		OpJumpIfFalseOrPop, OpJumpIfTrueOrPop, OpForIter, OpForIterStore, OpSend, OpCompareJump:
		return in.B, true
	case OpCompareFastFastJump, OpCompareFastConstJump, OpCompareConstJump:
		return in.B & fusedTarget, true
	}
	return 0, false
}

// Ends says that control never goes on to the next instruction.
func (op Op) Ends() bool {
	switch op {
	case OpJump, OpJumpBack, OpReturnValue, OpReturnFast, OpReturnConst, OpReraise, OpRaiseVarargs:
		return true
	}
	return false
}
