package vm

import (
	"strings"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// Host is what a thread reports to: the recording, the clock, the console. All
// its methods are called with the thread's Units up to date.
type Host interface {
	// GenCreate: the program has made the generator g. Hidden ones and coroutines are not reported.
	GenCreate(t *Thread, g *Generator)
	// GenResume: caller (nil: the thread itself) resumes g by next, send, throw or close.
	GenResume(t *Thread, g *Generator, how string)
	// GenSuspend: g yields, returns (done) or fails with exc, to whoever resumed it.
	GenSuspend(t *Thread, g *Generator, done bool, exc *Exc)
	// Write sends text to a standard stream (1 or 2).
	Write(t *Thread, stream int, text string) *Exc
	// Now is the virtual time in nanoseconds.
	Now(t *Thread) int64
	// WaitImport has t wait until another thread has done importing a module; Imported says that it has.
	WaitImport(t *Thread, module string) Action
	Imported(t *Thread, module string)
}

// OutcomeKind says why Thread.Step returned.
type OutcomeKind uint8

// The reasons.
const (
	OutOfFuel OutcomeKind = iota // at a safe point, wants to go on
	Parked                       // waits for Thread.Wake
	Done                         // ran to its end; see Thread.Result and Thread.Uncaught
)

// Thread executes one chain of frames at a time.
type Thread struct {
	RT   *Runtime
	Host Host
	// Owner is the host's own record of this thread.
	Owner any
	// Greenlet is the greenlet module's current greenlet, nil in its main one until asked for.
	Greenlet any

	importing string // the module whose import, by another thread, it waits for

	top     *Frame
	cur     *Chain // the chain that is running; its fields are only filled when it is set aside
	handled *Exc   // the exception being handled (sys.exc_info)
	depth   int

	fuel    int64 // plain instructions left until the host wants control
	stop    int64 // fuel at which to return even between safe points; very low in the default policy
	granted int64

	parked   bool
	resting  bool // parked and woken, see rest
	wakeMode retMode
	wakeV    Value
	wakeE    *Exc
	woken    bool
	done     bool
	left     bool // see Abandon
	Result   Value
	Uncaught *Exc
	// Returned tells a Native resumed after Resume whether the generator has returned (true) or yielded.
	Returned bool
	// Interrupt, when set, is raised in the thread at the next safe point.
	Interrupt *Exc
	// Pending, when set, is carried out before the thread's next step (handlers of
	// signals); what it raises is raised there.
	Pending func(t *Thread) Action

	// Context is the current contextvars.Context, Null until there is one.
	Context Value

	inRepr []*object.Header // the containers whose repr is being made
	// Unwritten is what a print that is waiting for a __str__ has collected;
	// whoever else writes in this thread writes it first.
	Unwritten *strings.Builder
	// AsyncGenFirstIter and AsyncGenFinalizer are the event loop's hooks (PEP 525), Null when there are none.
	AsyncGenFirstIter, AsyncGenFinalizer Value
	// OriginDepth is how many frames are kept of where a coroutine is made (sys.set_coroutine_origin_tracking_depth).
	OriginDepth int

	room     [32]Value // for the arguments of built-in functions that were left out
	roomUsed int

	calling details // of the built-in that callGive calls
	natives *Frame  // native frames that may be used again
	nested  int     // depth of nested evaluation (dict probes)
	replays int     // built-in operations that wait for the answer of a method written in Python, one inside the other
	owed    int64   // instructions that nested evaluation has used beyond the fuel
}

// NewThread makes a thread that will call fn.
func NewThread(rt *Runtime, host Host, fn Value, args ...Value) *Thread {
	t := &Thread{RT: rt, Host: host, stop: minFuel, cur: &Chain{}}
	t.Restart(fn, args...)
	return t
}

// Restart makes a thread that has not run yet begin with a call of fn.
func (t *Thread) Restart(fn Value, args ...Value) {
	start := Then(func(t *Thread, v Value, exc *Exc) Action {
		return Call(fn, args...)
	})
	t.top = &Frame{native: start, ret: retNative}
	t.parked, t.woken, t.wakeMode = true, true, retNative
}

// End makes a thread that has not run one that is over.
func (t *Thread) End() { t.top, t.parked, t.done = nil, false, true }

const minFuel = -1 << 62

// PreemptAnywhere makes the thread stop between any two instructions when its
// fuel ends, not only at safe points.
func (t *Thread) PreemptAnywhere(on bool) {
	t.stop = minFuel
	if on {
		t.stop = -1 // an instruction of cost 1 may use up what is left
	}
}

// Depth is how many calls are under way, as the recursion limit counts them.
func (t *Thread) Depth() int { return t.depth }

// Top is the innermost frame.
func (t *Thread) Top() *Frame { return t.top }

// Used is how many plain instructions the current Step has executed.
func (t *Thread) Used() int64 { return t.granted - t.fuel }

// Shorten changes what is left of the current Step to units.
func (t *Thread) Shorten(units int64) {
	if units < t.fuel {
		t.granted -= t.fuel - units
		t.fuel = units
	}
}

// Charge makes the thread pay for n plain instructions more.
func (t *Thread) Charge(n int64) { t.fuel -= n }

// Handled is the exception being handled, or nil.
func (t *Thread) Handled() *Exc { return t.handled }

// Step runs the thread for about units plain instructions.
func (t *Thread) Step(units int64) OutcomeKind {
	t.fuel, t.granted = units, units
	t.RT.current = t
	for {
		if t.parked {
			if t.left {
				t.done = true
				return Done
			}
			if !t.woken {
				return Parked
			}
			if t.resting {
				if t.fuel <= 0 {
					return OutOfFuel
				}
				t.resting = false
				if t.Interrupt != nil {
					t.wakeE, t.Interrupt = t.Interrupt, nil
				}
			}
			v, e, m := t.wakeV, t.wakeE, t.wakeMode
			t.parked, t.woken, t.wakeV, t.wakeE = false, false, Value{}, nil
			t.give(m, v, e)
			if t.RT.due && !t.parked && !t.done {
				t.RT.due = false
				t.mayEnd(0)
			}
			continue
		}
		if t.done {
			return Done
		}
		if e := t.Interrupt; e != nil && t.Pending == nil {
			t.Interrupt = nil
			t.Pending = func(*Thread) Action { return Raise(e) }
		}
		if t.Pending != nil {
			t.carryOut()
			continue
		}
		if f := t.top; f != nil {
			f.jumped = 0
		}
		if t.eval() {
			return OutOfFuel
		}
	}
}

// carryOut begins what is pending, on top of the frames that are there. What it raises is raised where CPython looks for
// signals: by the jump back or the call that was carried out last, or at the entry of a function.
func (t *Thread) carryOut() {
	handled, f := t.handled, t.top
	next := f.pc
	if f.jumped != 0 {
		f.pc, f.jumped = int(f.jumped), 0
	}
	t.perform(After(t, t.TakePending()(t), func(t *Thread, _ Value, exc *Exc) Action {
		t.handled = handled
		if exc == nil {
			f.pc = next
		}
		return ReturnOr(object.None, exc)
	}), retDrop)
}

// TakePending is what was pending, for native code that carries it out itself.
func (t *Thread) TakePending() func(t *Thread) Action {
	p := t.Pending
	t.Pending = nil
	return p
}

// Wake lets a parked thread go on with v or exc. It runs at its next Step.
func (t *Thread) Wake(v Value, exc *Exc) {
	if t.parked && !t.woken {
		t.woken, t.wakeV, t.wakeE = true, v, exc
	}
}

// Abandon is the action of ending the thread where it stands: nothing of its frames runs any more.
func (t *Thread) Abandon() Action {
	t.left = true
	return Park()
}

// IsParked tells whether the thread waits for Wake.
func (t *Thread) IsParked() bool { return t.parked && !t.woken }

// status says what became of a call.
type status uint8

const (
	stImmediate status = iota // the value or exception is there, for the caller itself
	stPushed                  // a Python frame is on top and will run
	stDeliver                 // the value or exception is for the frame on top
	stStopped                 // parked, or switched away
)

// pushNative puts a native frame on the chain.
func (t *Thread) pushNative(n Native, ret retMode) {
	f := t.natives
	if f == nil {
		f = &Frame{}
	} else {
		t.natives = f.Back
	}
	f.native, f.ret, f.Back = n, ret, t.top
	t.top = f
}

// act carries out an action on behalf of the frame on top, whose use of the
// result is mode.
func (t *Thread) act(a Action, mode retMode) (Value, *Exc, status) {
	pushed := false
	for {
		m := a.more
		if m != nil {
			for _, n := range m.conts {
				t.pushNative(n, mode)
				mode = retNative
				pushed = true
			}
		}
		var v Value
		var exc *Exc
		st := stImmediate
		switch a.kind {
		case actReturn:
			v = a.v
		case actRaise:
			exc = a.exc
		case actCall:
			b := object.AsBuiltin(a.v)
			if b != nil {
				var again bool
				v, exc, a, again = t.callBuiltin(b, m.args, m.kw)
				if again {
					continue
				}
			} else {
				var again bool
				v, exc, st, a, again = t.callOther(a.v, m.args, m.kw, mode)
				if again {
					continue
				}
			}
		case actResume:
			if a.raw {
				mode = retGen
			}
			v, exc, st = t.resumeGen(m.gen, a.v, a.exc, mode)
		case actRun:
			m.fr.ret = mode
			m.fr.Back = t.top
			t.top = m.fr
			t.depth++
			st = stPushed
		case actPark:
			t.parked, t.wakeMode = true, mode
			return Value{}, nil, stStopped
		case actRest:
			t.parked, t.woken, t.resting, t.wakeMode = true, true, true, mode
			return Value{}, nil, stStopped
		case actSwitch:
			t.switchTo(m.to, a.v, a.exc, mode)
			return Value{}, nil, stStopped
		}
		if st == stImmediate && pushed {
			st = stDeliver
		}
		return v, exc, st
	}
}

// perform carries out an action on behalf of the evaluation frame on top.
func (t *Thread) perform(a Action, mode retMode) {
	method := t.RT.watching != 0 && isMethodCall(a)
	v, exc, st := t.act(a, mode)
	switch st {
	case stImmediate:
		t.give(mode, v, exc)
		if method {
			t.changed()
		}
	case stDeliver:
		t.give(retNative, v, exc)
	}
}

// isMethodCall tells whether a calls a method of a built-in container, which may
// drop what it held.
func isMethodCall(a Action) bool {
	if a.kind != actCall {
		return false
	}
	return mayDrop(a.v, a.more.args)
}

// mayDrop tells whether fn is a method of a built-in container that may drop what it held.
func mayDrop(fn Value, args []Value) bool {
	b := object.AsBuiltin(fn)
	return b != nil && (b.Kind == object.KindMethod || !b.Self.IsNull()) && !dropsNothing(b, args)
}

// DirectFunc is the short form of a built-in that switches to another chain (object.Builtin.Direct): it answers the chain
// and what that gets, or false where the general form must decide. It must not call into Python.
type DirectFunc func(t *Thread, args []Value) (to *Chain, v Value, ok bool)

// switchNow is switchTo on behalf of the Python frame on top, without coming back to Step.
func (t *Thread) switchNow(to *Chain, v Value, mode retMode) {
	cur := t.cur
	cur.top, cur.mode, cur.handled, cur.depth = t.top, mode, t.handled, t.depth
	t.cur = to
	t.top, t.handled, t.depth = to.top, to.handled, to.depth
	mode = to.mode
	to.top, to.handled = nil, nil
	t.give(mode, v, nil)
}

// switchTo sets the running chain aside, to be continued under mode, and goes on with to.
func (t *Thread) switchTo(to *Chain, v Value, exc *Exc, mode retMode) {
	cur := t.cur
	cur.top, cur.mode, cur.handled, cur.depth = t.top, mode, t.handled, t.depth
	t.cur = to
	t.top, t.handled, t.depth = to.top, to.handled, to.depth
	to.top, to.handled = nil, nil
	t.parked, t.woken, t.wakeMode, t.wakeV, t.wakeE = true, true, to.mode, v, exc
}

// give hands a result or an exception to the frame on top, which uses it as mode
// says, and goes on until a Python frame is ready to run, or the thread stops.
func (t *Thread) give(mode retMode, v Value, exc *Exc) {
	for {
		f := t.top
		if f == nil {
			t.done, t.Result, t.Uncaught = true, v, exc
			return
		}
		if f.native != nil {
			// The frame is done with: what it answers either ends its work, or
			// brings continuations that get frames of their own.
			n := f.native
			mode = f.ret
			t.top = f.Back
			f.native, f.Back = nil, t.natives
			t.natives = f
			var st status
			v, exc, st = t.act(n.Resume(t, v, exc), mode)
			switch st {
			case stImmediate:
				continue
			case stDeliver:
				mode = retPush
				continue
			}
			return
		}
		if exc == nil {
			e := t.accept(f, mode, v)
			if e == nil {
				if f.ends != 0 && t.top == f {
					t.passed(f)
				}
				return
			}
			exc = e
			mode = retPush
			if t.top != f {
				continue
			}
		}
		f.retVal = Value{}
		if t.absorb(f, mode, exc) {
			return
		}
		raised := f.pc
		if t.handle(f, exc) {
			if f.ends != 0 || t.RT.watching != 0 {
				t.unwound(f, raised)
			}
			return
		}
		mode, v, exc = t.popRaise(f, exc)
	}
}

// accept takes a frame's result for the Python frame f. It may start further
// frames. The exception it answers, if any, is one that f raises.
func (t *Thread) accept(f *Frame, mode retMode, v Value) *Exc {
	switch mode {
	case retPush:
		f.push(v)
	case retDrop:
		t.dropped(v)
	case retNext:
		in := f.instrs[f.pc-1]
		if in.Op == bytecode.OpForIterStore {
			f.Slots[in.A] = v
		} else {
			f.push(v)
		}
	case retSend:
		// stack: iter v -> iter yielded
		f.push(v)
	case retStore:
		in := f.instrs[f.pc-1]
		var slot *Value
		if in.Op == bytecode.OpIncFast {
			slot = &f.Slots[in.A&0xff]
		} else {
			slot = &f.Slots[in.B]
		}
		old := *slot
		*slot = v
		t.dropped(old)
	case retInit:
		inst := f.retVal
		f.retVal = Value{}
		if !v.IsNone() {
			return object.NewExc(object.TypeError, "__init__() should return None, not '%s'", object.TypeOf(v).Label())
		}
		f.push(inst)
	case retBranch:
		return t.branch(f, v)
	case retTried:
		return t.tried(f, v)
	case retTruth, retNot:
		b, e := object.Truth(t.RT.Ctx, v)
		if e == object.NeedVM {
			t.perform(Truth(t, v), mode)
			return nil
		}
		if e != nil {
			return e
		}
		f.push(object.Bool(b != (mode == retNot)))
	case retIter:
		if !IsIterator(v) {
			return object.NewExc(object.TypeError, "iter() returned non-iterator of type '%s'", object.TypeOf(v).Label())
		}
		f.push(v)
	case retImport:
		f.push(f.retVal)
		f.retVal = Value{}
	}
	return nil
}

// branch takes the conditional jump at pc-1 of f with condition v.
func (t *Thread) branch(f *Frame, v Value) *Exc {
	b, e := object.Truth(t.RT.Ctx, v)
	if e == object.NeedVM {
		t.perform(Truth(t, v), retBranch)
		return nil
	}
	if e != nil {
		return e
	}
	in := f.instrs[f.pc-1]
	switch in.Op {
	case bytecode.OpPopJumpIfFalse:
		if !b {
			f.pc = int(in.B)
		}
	case bytecode.OpPopJumpIfTrue:
		if b {
			f.pc = int(in.B)
		}
	case bytecode.OpJumpIfFalseOrPop:
		if !b {
			f.pc = int(in.B)
		} else {
			f.pop()
		}
	case bytecode.OpJumpIfTrueOrPop:
		if b {
			f.pc = int(in.B)
		} else {
			f.pop()
		}
	case bytecode.OpCompareJump:
		if b == (in.A&8 != 0) {
			f.pc = int(in.B)
		}
	case bytecode.OpCompareFastFastJump, bytecode.OpCompareFastConstJump, bytecode.OpCompareConstJump:
		if b == (in.B>>27&1 != 0) {
			f.pc = int(in.B & 0xffffff)
		}
	default:
		panic("vm: branch on an instruction that is none")
	}
	return nil
}

// absorb takes an exception that stands for the regular end of what f asked for.
func (t *Thread) absorb(f *Frame, mode retMode, exc *Exc) bool {
	switch mode {
	case retNext:
		if exc.Type.IsSubtype(object.StopIteration) {
			t.endFor(f)
			return true
		}
	case retSend:
		if exc.Type.IsSubtype(object.StopIteration) {
			t.endSend(f, exc.Val)
			return true
		}
	}
	return false
}

// endFor leaves the for loop whose iterator is exhausted.
func (t *Thread) endFor(f *Frame) {
	f.pop()
	f.pc = int(f.instrs[f.pc-1].B)
}

// endSend leaves the SEND loop: the iterator has returned v.
func (t *Thread) endSend(f *Frame, v Value) {
	f.pop()
	if v.IsNull() {
		v = object.None
	}
	f.push(v)
	f.pc = int(f.instrs[f.pc-1].B)
}

// handle looks for a handler in f; where there is one, f goes on there.
func (t *Thread) handle(f *Frame, exc *Exc) bool {
	pc := int32(f.pc - 1)
	if !exc.Reraised {
		if exc.Thrown {
			exc.Thrown = false
		} else if exc.Traceback == nil && exc.Context == nil && t.handled != nil && t.handled != exc {
			setContext(exc, t.handled)
		}
		if exc.Traceback == nil && exc.Type == object.NameError && !f.Hidden() {
			hintName(f, exc)
		}
		t.addTraceback(f, exc)
	}
	exc.Reraised = false
	for i := range f.Code.Handlers {
		h := &f.Code.Handlers[i]
		if h.Start <= pc && pc < h.End {
			base := f.Code.NFast + int(h.Depth)
			for f.sp > base {
				f.sp--
				f.Slots[f.sp] = Value{}
			}
			f.push(object.Obj(&exc.Header))
			f.pc = int(h.Target)
			return true
		}
	}
	return false
}

// setContext makes ctx the context of exc, without making a cycle.
func setContext(exc, ctx *Exc) {
	for o, n := ctx, 0; o != nil && n < 10000; o, n = o.Context, n+1 {
		if o.Context == exc {
			o.Context = nil
			break
		}
	}
	exc.Context = ctx
}

// addTraceback notes that exc passed through f.
func (t *Thread) addTraceback(f *Frame, exc *Exc) {
	var tb *object.Traceback
	if f.Code.Code.Flags&bytecode.Hidden == 0 || t.RT.watching != 0 {
		// A program may look at the frame's variables, and they live on.
		tb = f.show(exc.Traceback)
	} else {
		tb = new(object.Traceback)
	}
	tb.Type = object.TracebackType
	tb.Next, tb.Code, tb.PC, tb.Part = exc.Traceback, f.Code, int32(f.pc-1), int32(f.partNow())
	exc.Traceback = tb
}

// popRaise removes f, which has no handler, and answers what the frame below gets.
func (t *Thread) popRaise(f *Frame, exc *Exc) (retMode, Value, *Exc) {
	mode := f.ret
	t.top = f.Back
	t.depth--
	if g := f.Gen; g != nil {
		return t.genFail(g, f, mode, exc)
	}
	f.free()
	return mode, Value{}, exc
}

// popReturn removes f, which returned v, and hands v on.
func (t *Thread) popReturn(f *Frame, v Value) {
	mode := f.ret
	t.top = f.Back
	t.depth--
	if g := f.Gen; g != nil {
		t.genReturn(g, f, mode, v)
		return
	}
	f.free()
	t.give(mode, v, nil)
}
