package vm

import (
	"unsafe"

	"loopscope/engine/object"
)

// What the packages of built-in functions and of the library need besides the
// protocols.

// Special finds a dunder method on the class of v; Null when there is none.
func Special(v Value, name *Str) Value { return special(v, name) }

// CallSpecial calls fn, found on the class of self, as its method.
func CallSpecial(t *Thread, fn, self Value, args ...Value) Action {
	return callSpecial(t, fn, self, args...)
}

// CallSpecialKw is CallSpecial with keywords.
func CallSpecialKw(t *Thread, fn, self Value, args []Value, kw []*Str) Action {
	return callSpecialKw(t, fn, self, args, kw)
}

// Immediate answers the outcome of an action that needs nothing to be run.
func (a Action) Immediate() (v Value, exc *Exc, ok bool) {
	switch a.kind {
	case actReturn:
		return a.v, nil, true
	case actRaise:
		return Value{}, a.exc, true
	}
	return Value{}, nil, false
}

// Repeat carries out body again and again as long as it answers Continue.
// Anything else is the result.
func Repeat(t *Thread, body func(t *Thread) Action) Action {
	var step Then
	rounds := 0
	step = func(t *Thread, v Value, exc *Exc) Action {
		for {
			if exc != nil {
				return Raise(exc)
			}
			if !v.IsNull() {
				return Return(v)
			}
			if rounds++; t.tired(rounds) {
				return After(t, rest(), step)
			}
			a := body(t)
			if a.kind != actReturn && a.kind != actRaise {
				return After(t, a, step)
			}
			v, exc = a.v, a.exc
		}
	}
	return step(t, Value{}, nil)
}

// BuildClass is __build_class__.
func (rt *Runtime) BuildClass() Value { return rt.buildClass }

// Bind is what reading d, found on the class of obj, through obj gives.
func Bind(t *Thread, d, obj Value) Action { return bind(t, d, obj) }

// DescrGet calls __get__ of a descriptor; obj is Null for access through the class owner.
func DescrGet(t *Thread, d, obj Value, owner *object.Type) Action {
	return descrGet(t, d, obj, owner)
}

// Instantiate is type.__call__.
func Instantiate(t *Thread, cls *object.Type, args []Value, kw []*Str) Action {
	return t.instantiate(cls, args, kw)
}

// CloseGen is close() of a generator or coroutine.
func CloseGen(t *Thread, g *Generator) Action { return closeGen(t, g) }

// ANext is __anext__() of an async generator.
func ANext(t *Thread, g *Generator) Action { return t.anext(g) }

// ASend is asend(v), AThrow athrow(exc) and AClose aclose() of an async generator.
func ASend(t *Thread, g *Generator, v Value) Action {
	return t.hookAsyncGen(g, newStep(g, stepSend, v, nil))
}

// AThrow is athrow(exc).
func AThrow(t *Thread, g *Generator, exc *Exc) Action {
	return t.hookAsyncGen(g, newStep(g, stepThrow, Value{}, exc))
}

// AClose is aclose().
func AClose(t *Thread, g *Generator) Action {
	return t.hookAsyncGen(g, newStep(g, stepClose, Value{}, nil))
}

// AsyncStepTypes are the classes of the awaitables of async generators.
func AsyncStepTypes() []*object.Type { return []*object.Type{asyncSendType, asyncThrowType} }

// SendStep resumes such an awaitable: what it yields is the result, its end a StopIteration.
func SendStep(t *Thread, step, v Value) Action {
	a, _ := asyncSend(t, step, v)
	return a
}

// AsyncRunning tells whether an async generator is being advanced.
func (g *Generator) AsyncRunning() bool { return g.asyncRunning }

// SetHandled makes exc the exception being handled.
func (t *Thread) SetHandled(exc *Exc) { t.handled = exc }

// ThrowStep throws exc into such an awaitable: into its generator where that stands.
func ThrowStep(t *Thread, step Value, exc *Exc) Action {
	s := (*asyncStep)(unsafe.Pointer(step.H))
	g := s.gen
	if s.ended {
		if s.kind == stepSend {
			return Raisef(object.RuntimeError, "cannot reuse already awaited __anext__()/asend()")
		}
		return Raisef(object.RuntimeError, "cannot reuse already awaited aclose()/athrow()")
	}
	if !s.begun {
		if g.asyncRunning {
			s.ended = true
			return Raisef(object.RuntimeError, "%s: asynchronous generator is already running", s.name())
		}
		s.begun, g.asyncRunning = true, true
	}
	if s.kind != stepSend {
		return s.finish(t, Advance(g, Value{}, exc))
	}
	return After(t, Resume(g, Value{}, exc), func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil {
			g.asyncRunning = false
		}
		if !g.asyncRunning {
			s.ended = true
		}
		return ReturnOr(v, exc)
	})
}

// CloseStep makes such an awaitable unusable.
func CloseStep(step Value) { (*asyncStep)(unsafe.Pointer(step.H)).ended = true }

// Pin keeps a frame from being used again after its return, because somebody
// may look at it then.
func (f *Frame) Pin() { f.kept |= keepFrame }

// PC is the instruction that the frame is at.
func (f *Frame) PC() int { return max(f.pc-1, 0) }

// Replay runs a leaf built-in whose arguments are bound and which met a method
// written in Python.
func Replay(t *Thread, b *object.Builtin, args []Value, kw []*Str) Action {
	return t.replay(b, args, kw)
}

// Current is the thread that is executing.
func (rt *Runtime) Current() *Thread { return rt.current }

// IsDone tells whether the thread has run to its end.
func (t *Thread) IsDone() bool { return t.done }

// LeafCall calls fn with one argument where that only computes; NeedVM, having
// done nothing, where it does not.
func LeafCall(c *object.Ctx, fn, x Value) (Value, *Exc) {
	var buf [2]Value
	args := append(buf[:0], fn, x)
	b := object.AsBuiltin(fn)
	if b == nil && fn.H.Type != object.TypeType && !fn.H.Type.IsHeap() {
		// An object of a built-in class that can be called, as an itemgetter.
		if b = object.AsBuiltin(fn.H.Type.Lookup(strCall)); b == nil || b.Leaf == nil || b.Sig != nil {
			return Value{}, object.NeedVM
		}
	} else if b == nil {
		if fn.H.Type != object.TypeType {
			return Value{}, object.NeedVM
		}
		cls := (*object.Type)(unsafe.Pointer(fn.H))
		init := cls.Lookup(strInit)
		if cls.IsHeap() || cls == object.TypeType {
			return Value{}, object.NeedVM
		}
		if ib := object.AsBuiltin(init); init != objectInit && (ib == nil || !ib.NoInit) {
			return Value{}, object.NeedVM
		}
		newFn := cls.Lookup(strNew)
		b = object.AsBuiltin(newFn)
		if b == nil || newFn == objectNew {
			return Value{}, object.NeedVM
		}
	} else if b.Self.IsNull() {
		args = args[1:]
	} else {
		args[0] = b.Self
	}
	if b.Leaf == nil || b.Iterables != 0 || b.Price != 0 {
		return Value{}, object.NeedVM
	}
	if b.Sig != nil {
		var e *Exc
		if args, e = b.Sig.Bind(c, b, args, nil); e != nil {
			return Value{}, e
		}
	}
	return b.Leaf(c, args, nil)
}

// CallOne is Call with one argument, at once where that only computes.
func CallOne(t *Thread, fn, x Value) Action {
	v, e := LeafCall(t.RT.Ctx, fn, x)
	if e != object.NeedVM {
		return ReturnOr(v, e)
	}
	return Call(fn, x)
}

// Snapshot is the dictionary that locals() answers in a function: one for each call, which whoever asks
// brings up to date. What else has been put into it stays.
func (f *Frame) Snapshot() *object.Dict {
	if f.snapshot == nil {
		f.snapshot = object.NewDict()
		f.kept |= keepLocals
	}
	return f.snapshot
}
