package vm

import "loopscope/engine/object"

// Activation is one call as tracebacks show it. While the call is under way it
// stands for the frame. At its end it takes over the variables, so that the
// frame can be used again: a loop that raises and catches makes no new frames.
type Activation struct {
	f     *Frame // nil when the call is over and its frame in use elsewhere
	code  *object.Code
	fn    *object.Function
	slots []Value // the variables, when f is nil
	back  *Activation
	pc    int32
	part  uint8
	few   [3]Value // room for slots
	// Object is the frame object that shows the call, Null until there is one.
	Object Value
}

// firstShown is an activation with the first entry that shows it: most are in one traceback only.
type firstShown struct {
	object.Traceback
	Activation
}

// show makes a traceback entry for f. inner is the traceback so far, whose first entry is that of a call that f made.
func (f *Frame) show(inner *object.Traceback) *object.Traceback {
	var tb *object.Traceback
	if f.shown == nil {
		first := &firstShown{}
		tb = &first.Traceback
		f.showAs(&first.Activation)
	} else {
		tb = new(object.Traceback)
	}
	tb.Frame = f.shown
	if inner != nil {
		if a, ok := inner.Frame.(*Activation); ok && a.f == nil && a.back == nil && a != f.shown {
			a.back = f.shown
		}
	}
	return tb
}

func (f *Frame) showAs(a *Activation) {
	a.f, a.code, a.fn = f, f.Code, f.Fn
	f.shown = a
	f.kept |= keepShown
}

// Activation is the call that f is the frame of.
func (f *Frame) Activation() *Activation {
	if f.shown == nil {
		f.showAs(&Activation{})
	}
	return f.shown
}

// settle is the end of a frame with a reason to be kept. It answers whether it may be used again.
func (f *Frame) settle() bool {
	if f.kept&keepFrame != 0 {
		return false
	}
	f.snapshot = nil
	if f.kept&keepShown == 0 {
		f.kept = 0
		return true
	}
	a := f.shown
	a.slots = append(a.few[:0], f.Slots[:f.Code.NFast]...)
	a.pc, a.part = int32(f.pc), uint8(f.partNow())
	a.f, f.shown, f.kept = nil, nil, 0
	return true
}

// Frame is the frame of the call, or when that is over, one that looks like it. It is kept from being used again.
func (a *Activation) Frame() *Frame {
	var inner *Frame
	for at := a; at != nil; at = at.back {
		f := at.f
		known := f != nil
		if !known {
			f = &Frame{
				Code: at.code, instrs: at.code.Instrs, Slots: make([]Value, at.code.NSlots), sp: at.code.NFast,
				pc: int(at.pc), part: at.part, partPC: at.pc, Fn: at.fn, Globals: at.fn.Globals, shown: at,
			}
			copy(f.Slots, at.slots)
			at.f, at.slots = f, nil
		}
		f.Pin()
		if inner != nil {
			inner.Back = f
		}
		if known {
			break
		}
		inner = f
	}
	return a.f
}

// TraverseLocals visits the variables of the call.
func (a *Activation) TraverseLocals(visit func(Value)) {
	slots := a.slots
	if a.f != nil {
		slots = a.f.Slots[:a.code.NFast]
	}
	for _, v := range slots {
		visit(v)
	}
}
