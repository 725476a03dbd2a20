package sim

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/vm"
)

// AssignedName is the name that the result of the call under way in f is assigned to, "" when
// it is used in another way: what a reader calls a new lock, queue or pool.
func AssignedName(f *vm.Frame) string {
	if f == nil {
		return ""
	}
	code := f.Code.Code
	at := func(i int) (bytecode.Instr, bool) {
		if i >= len(code.Instrs) {
			return bytecode.Instr{}, false
		}
		return code.Instrs[i], true
	}
	pc := f.PC() + 1
	if in, _ := at(pc); in.Op == bytecode.OpBeforeWith {
		pc++ // with Executor() as pool
	}
	in, ok := at(pc)
	if !ok {
		return ""
	}
	slot := func(i int) string {
		if i < len(code.VarNames) {
			return code.VarNames[i]
		}
		if i -= len(code.VarNames); i < len(code.CellVars) {
			return code.CellVars[i]
		}
		if i -= len(code.CellVars); i < len(code.FreeVars) {
			return code.FreeVars[i]
		}
		return ""
	}
	switch in.Op {
	case bytecode.OpStoreFast, bytecode.OpStoreDeref:
		return slot(int(in.B))
	case bytecode.OpStoreFastLoadFast, bytecode.OpStoreFastStoreFast:
		return slot(int(in.A))
	case bytecode.OpStoreName, bytecode.OpStoreGlobal:
		return code.Names[in.B]
	case bytecode.OpLoadFast, bytecode.OpLoadName, bytecode.OpLoadGlobal, bytecode.OpLoadDeref:
		if next, ok := at(pc + 1); ok && next.Op == bytecode.OpStoreAttr {
			return code.Names[next.B]
		}
	}
	return ""
}
