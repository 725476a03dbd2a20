package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// Update is a variable that a thread has read and is about to write, without
// reading it again in between. Whoever writes it while the thread does not run
// loses what was written.
type Update struct {
	// Name as the program writes it: "counter", "self.balance".
	Name string
	// Read and Write are the lines where it was read and will be written.
	Read, Write int

	value  Value
	dict   *object.Dict // of a global variable
	object Value        // of an attribute; Null for a global variable and a cell
	cell   *object.Cell
	key    *Str
}

// Lost tells whether somebody has written the variable since Updates saw it.
func (u *Update) Lost() bool {
	now, ok := u.now()
	return ok && now != u.value
}

func (u *Update) now() (Value, bool) {
	switch {
	case u.dict != nil:
		return u.dict.GetStr(u.key)
	case u.cell != nil:
		return u.cell.V, !u.cell.V.IsNull()
	}
	if a := object.AttrsOf(u.object); a != nil {
		return a.Get(u.key)
	}
	return object.Null, false
}

const (
	updateFrames = 4  // how many frames of the program are looked into
	updateReach  = 40 // and how many instructions around the place where each has stopped
)

// Updates finds the updates that the thread is in the middle of. It reads the
// instructions around the place where each frame has stopped, as far as they
// are certain to be executed one after another.
func (t *Thread) Updates() []Update {
	var found []Update
	looked := 0
	for f := t.top; f != nil && looked < updateFrames; f = f.Back {
		if f.Code == nil || f.Hidden() {
			continue
		}
		looked++
		found = f.updates(found)
	}
	return found
}

func (f *Frame) updates(found []Update) []Update {
	for pc := f.pc; pc < len(f.instrs) && pc < f.pc+updateReach; pc++ {
		in := f.instrs[pc]
		switch in.Op {
		case bytecode.OpStoreGlobal, bytecode.OpStoreName, bytecode.OpStoreDeref, bytecode.OpStoreAttr:
			if u, ok := f.update(pc); ok {
				found = append(found, u)
			}
		}
		if ends(in.Op) {
			break
		}
	}
	return found
}

// update tells whether the store at a pc writes what was loaded before the
// place where the frame has stopped, and not since.
func (f *Frame) update(store int) (Update, bool) {
	names := f.Code.NameStrs
	in := f.instrs[store]
	u := Update{Write: lineAt(f.Code, store)}
	for pc := f.pc; pc < store; pc++ {
		if f.loads(pc, in) {
			return u, false
		}
	}
	for pc := f.pc - 1; pc >= 0 && pc > f.pc-updateReach; pc-- {
		if ends(f.instrs[pc].Op) {
			return u, false
		}
		if !f.loads(pc, in) {
			continue
		}
		u.Read = lineAt(f.Code, pc)
		switch in.Op {
		case bytecode.OpStoreDeref:
			if !f.Slots[in.B].IsNull() {
				u.cell = (*object.Cell)(unsafe.Pointer(f.Slots[in.B].H))
				u.Name = f.derefName(int(in.B))
			}
		case bytecode.OpStoreAttr:
			var receiver string
			u.object, receiver = f.receiver(pc)
			u.key = names[in.B]
			u.Name = receiver + "." + u.key.Text
			if u.object.IsNull() || object.AttrsOf(u.object) == nil || !f.sameReceiver(store, pc) {
				return u, false
			}
		default:
			u.dict, u.key = f.Globals, names[in.B]
			u.Name = u.key.Text
		}
		v, ok := u.now()
		u.value = v
		return u, ok
	}
	return u, false
}

// loads tells whether the instruction at pc loads what the store writes.
func (f *Frame) loads(pc int, store bytecode.Instr) bool {
	in := f.instrs[pc]
	switch store.Op {
	case bytecode.OpStoreGlobal:
		return in.Op == bytecode.OpLoadGlobal && in.B == store.B
	case bytecode.OpStoreName:
		return in.Op == bytecode.OpLoadName && in.B == store.B && f.Locals == f.Globals
	case bytecode.OpStoreDeref:
		return in.Op == bytecode.OpLoadDeref && in.B == store.B
	}
	return in.Op == bytecode.OpLoadAttr && in.B == store.B || in.Op == bytecode.OpLoadFastAttr && in.B>>8 == store.B
}

// receiver is whose attribute the instruction at pc loads, and what the program
// calls it; Null where that cannot be told from the instruction before it.
func (f *Frame) receiver(pc int) (Value, string) {
	if in := f.instrs[pc]; in.Op == bytecode.OpLoadFastAttr {
		return f.local(int(in.B & 0xff))
	}
	pc--
	if pc > 0 && f.instrs[pc].Op == bytecode.OpCopy {
		pc--
	}
	if pc < 0 {
		return object.Null, ""
	}
	switch in := f.instrs[pc]; in.Op {
	case bytecode.OpLoadFast, bytecode.OpLoadFastLoadFast, bytecode.OpStoreFastLoadFast:
		return f.local(int(in.B))
	case bytecode.OpLoadDeref:
		if v := f.Slots[in.B]; !v.IsNull() {
			return (*object.Cell)(unsafe.Pointer(v.H)).V, f.derefName(int(in.B))
		}
	case bytecode.OpLoadGlobal, bytecode.OpLoadName:
		name := f.Code.NameStrs[in.B]
		v, _ := f.Globals.GetStr(name)
		return v, name.Text
	}
	return object.Null, ""
}

func (f *Frame) local(slot int) (Value, string) {
	if slot >= len(f.Code.Code.VarNames) {
		return object.Null, ""
	}
	return f.Slots[slot], f.Code.Code.VarNames[slot]
}

// derefName is the name of the cell or free variable in a slot.
func (f *Frame) derefName(slot int) string {
	code := f.Code.Code
	slot -= len(code.VarNames)
	if slot < len(code.CellVars) {
		return code.CellVars[slot]
	}
	return code.FreeVars[slot-len(code.CellVars)]
}

// sameReceiver tells whether a store of an attribute is to the object of the
// load: by the same variable, or by the copy that an augmented assignment makes.
func (f *Frame) sameReceiver(store, load int) bool {
	if f.instrs[store-1].Op == bytecode.OpSwap {
		return true
	}
	a, _ := f.receiver(store)
	b, _ := f.receiver(load)
	return a == b
}

// ends tells whether what follows an instruction may not follow it.
func ends(op bytecode.Op) bool {
	switch op {
	case bytecode.OpJump, bytecode.OpJumpBack, bytecode.OpPopJumpIfFalse, bytecode.OpPopJumpIfTrue, bytecode.OpPopJumpIfNone, bytecode.OpPopJumpIfNotNone,
		bytecode.OpJumpIfFalseOrPop, bytecode.OpJumpIfTrueOrPop, bytecode.OpForIter, bytecode.OpSend, bytecode.OpReturnValue, bytecode.OpRaiseVarargs, bytecode.OpReraise,
		bytecode.OpCompareJump, bytecode.OpCompareFastFastJump, bytecode.OpCompareFastConstJump, bytecode.OpCompareConstJump, bytecode.OpEndAsyncFor, bytecode.OpYieldValue,
		bytecode.OpYieldPop, bytecode.OpForIterStore, bytecode.OpReturnFast, bytecode.OpReturnConst:
		return true
	}
	return false
}
