package vm

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// What eval calls when an instruction needs a function of Go: its state has been
// written back, the function works on the frame, and eval takes the state again. None
// is inlined, since a call within eval would cost every other instruction.

// going says how eval goes on.
type going uint8

const (
	goOn     going = iota // with the frame on top
	goSlow                // by the general form of the same instruction
	goReload              // after looking whether the thread still runs
	goOut                 // not at all: the fuel is used up
)

// slowHere executes an instruction in its general form; true when that was a call, and the fuel is used up.
//
//go:noinline
func (t *Thread) slowHere(f *Frame, in bytecode.Instr) bool {
	if exc := t.slow(f, in); exc != nil {
		t.give(retPush, Value{}, exc)
	}
	return t.fuel <= 0 && !t.parked && !t.done && callLike(in.Op)
}

// raiseHere raises exc in part k of the instruction just fetched.
//
//go:noinline
func (t *Thread) raiseHere(f *Frame, k uint8, exc *Exc) {
	f.at(k)
	t.give(retPush, Value{}, exc)
}

//go:noinline
func (t *Thread) raiseUnbound(f *Frame, k uint8, slot int) {
	t.raiseHere(f, k, unbound(f, slot))
}

// arithHere computes a op b into a slot; false where the general form must decide.
//
//go:noinline
func (f *Frame) arithHere(op bytecode.Op, a, b Value, dst, sp int) bool {
	v, ok := arith(op, a, b)
	if ok {
		f.Slots[dst] = v
		f.sp = sp
	}
	return ok
}

// compareHere decides the jump to target by a op b, or pushes it (target < 0).
//
//go:noinline
func (f *Frame) compareHere(op int, a, b Value, sp, target int, want bool) bool {
	r, ok := compare(op, a, b)
	if ok {
		f.sp = sp
		if target < 0 {
			f.Slots[sp-1] = object.Bool(r)
		} else if r == want {
			f.pc = target
		}
	}
	return ok
}

// subscriptHere puts a[k] into a slot.
//
//go:noinline
func (f *Frame) subscriptHere(a, k Value, dst, sp int) bool {
	v, ok := subscr(a, k)
	if ok {
		f.Slots[dst] = v
		f.sp = sp
	}
	return ok
}

// appendHere appends what is above the stack to a list that has to grow.
//
//go:noinline
func (t *Thread) appendHere(f *Frame, l *object.List) {
	l.Elems = append(l.Elems, f.Slots[f.sp])
	if len(l.Elems)&0xffff == 0 {
		if exc := t.RT.Ctx.Reserve(0xffff * 16); exc != nil {
			t.raiseHere(f, 0, exc)
		}
	}
}

//go:noinline
func (f *Frame) buildTuple(n int) {
	f.sp -= n
	f.push(object.CopyTuple(f.Slots[f.sp : f.sp+n]))
}

//go:noinline
func (f *Frame) buildList(n int) {
	el := make([]Value, n)
	f.sp -= n
	copy(el, f.Slots[f.sp:])
	f.push(object.NewList(el))
}

// nextHere is a step of a for loop over a built-in iterator.
//
//go:noinline
func (t *Thread) nextHere(f *Frame, in bytecode.Instr) going {
	it := f.Slots[f.sp-1]
	if it.H.Type.Flags&object.Pairs != 0 && in.Op == bytecode.OpForIter {
		// A pair that is taken apart at once is not made.
		next := f.instr(f.pc)
		if next.Op == bytecode.OpUnpackSequence && next.B == 2 && t.fuel-int64(next.Cost) > t.stop {
			a, b, ok, exc := object.NextPair(t.RT.Ctx, it)
			switch {
			case exc == object.NeedVM:
				return goSlow
			case exc != nil:
				t.raiseHere(f, 0, exc)
				return goReload
			case ok && a.H == nil:
				f.sp--
				f.pc = int(in.B)
				return goOn
			case ok:
				f.push(b)
				f.push(a)
				f.pc++
				t.fuel -= int64(next.Cost)
				return goOn
			}
		}
	}
	v, exc := it.H.Type.Next(t.RT.Ctx, it)
	switch {
	case exc == object.NeedVM:
		return goSlow
	case exc != nil:
		t.raiseHere(f, 0, exc)
		return goReload
	case v.H == nil:
		f.sp--
		f.pc = int(in.B)
		if t.RT.watching != 0 {
			f.Slots[f.sp] = Value{} // it may have been made for the loop
			t.changed()
			return goReload
		}
	case in.Op == bytecode.OpForIterStore:
		old := f.Slots[in.A]
		f.Slots[in.A] = v
		if t.RT.watching != 0 && old.H != nil {
			t.dropped(old)
			return goReload
		}
	default:
		f.push(v)
	}
	return goOn
}

// callHere calls the built-in fn with the n values above slot at; sp is the stack
// pointer to which the general form has to return.
//
//go:noinline
func (t *Thread) callHere(f *Frame, fn Value, at, n, sp int, keep bool) going {
	v, exc := t.callFast(f, fn, at, n)
	switch {
	case exc == object.NeedVM:
		f.sp = sp
		return goSlow
	case exc != nil:
		t.raiseHere(f, 0, exc)
		return goReload
	case keep:
		f.push(v)
	case t.RT.watching != 0:
		t.dropped(v) // it has just been made
		return goReload
	}
	if t.fuel <= 0 {
		return goOut
	}
	return goOn
}

// addAttr sets an attribute that the object's shape has just got: STORE_ATTR.
//
//go:noinline
func (f *Frame) addAttr(at *object.Attrs) {
	at.Vals = append(at.Vals, f.Slots[f.sp-2])
	f.sp -= 2
}
