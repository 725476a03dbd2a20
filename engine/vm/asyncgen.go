package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// asyncValue wraps what an async generator yields, to tell it from what the
// awaits inside it yield to the event loop (PEP 525).
type asyncValue struct {
	object.Header
	V Value
}

var asyncValueType = newType("async_generator_wrapped_value")

type stepKind uint8

const (
	stepSend stepKind = iota
	stepThrow
	stepClose
)

// asyncStep is the awaitable of __anext__(), asend(), athrow() and aclose().
type asyncStep struct {
	object.Header
	gen   *Generator
	kind  stepKind
	v     Value
	exc   *Exc
	begun bool
	ended bool
}

var (
	asyncSendType  = newType("async_generator_asend")
	asyncThrowType = newType("async_generator_athrow")
)

func init() {
	asyncSendType.Traverse = func(v Value, visit func(Value)) {
		s := (*asyncStep)(unsafe.Pointer(v.H))
		visit(s.gen.Value())
		visit(s.v)
	}
	asyncThrowType.Traverse = asyncSendType.Traverse
}

func newStep(g *Generator, kind stepKind, v Value, exc *Exc) Value {
	s := &asyncStep{gen: g, kind: kind, v: v, exc: exc}
	s.Type = asyncSendType
	if kind != stepSend {
		s.Type = asyncThrowType
	}
	return object.Obj(&s.Header)
}

func (s *asyncStep) name() string {
	switch s.kind {
	case stepThrow:
		return "athrow()"
	case stepClose:
		return "aclose()"
	}
	return "anext()"
}

// asyncSend resumes an asyncStep: what it yields is the result, its return a StopIteration.
func asyncSend(t *Thread, it, v Value) (Action, bool) {
	if it.H.Type != asyncSendType && it.H.Type != asyncThrowType {
		return Action{}, false
	}
	s := (*asyncStep)(unsafe.Pointer(it.H))
	g := s.gen
	if s.ended {
		if s.kind == stepSend {
			return Raisef(object.RuntimeError, "cannot reuse already awaited __anext__()/asend()"), true
		}
		return Raisef(object.RuntimeError, "cannot reuse already awaited aclose()/athrow()"), true
	}
	if s.begun {
		if s.kind == stepSend {
			return s.watch(t, Resume(g, v, nil)), true
		}
		return s.finish(t, Advance(g, v, nil)), true
	}
	if g.asyncRunning {
		s.ended = true
		return Raisef(object.RuntimeError, "%s: asynchronous generator is already running", s.name()), true
	}
	s.begun = true
	switch s.kind {
	case stepSend:
		if g.Frame == nil {
			s.ended = true
			return Raisef(object.StopAsyncIteration, ""), true
		}
		g.asyncRunning = true
		if v.IsNull() || v.IsNone() {
			v = s.v
		}
		return s.watch(t, Resume(g, v, nil)), true
	case stepClose:
		if g.Frame == nil || !g.Started {
			s.ended = true
			t.endUnstarted(g)
			return Raise(stopIteration(object.None)), true
		}
		g.closed = true
		g.asyncRunning = true
		return s.finish(t, Advance(g, Value{}, object.NewExc(object.GeneratorExit, ""))), true
	}
	if g.Frame == nil {
		s.ended = true
		return Raise(stopIteration(object.None)), true
	}
	if g.closed {
		s.ended = true
		return Raisef(object.StopAsyncIteration, ""), true
	}
	g.asyncRunning = true
	return s.finish(t, Advance(g, Value{}, s.exc)), true
}

// watch marks the step as ended when its generator no longer runs asynchronously.
func (s *asyncStep) watch(t *Thread, a Action) Action {
	return After(t, a, func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil {
			s.gen.asyncRunning = false
		}
		if !s.gen.asyncRunning {
			s.ended = true
		}
		return ReturnOr(v, exc)
	})
}

// finish turns what the generator does after a throw into the result of the step.
func (s *asyncStep) finish(t *Thread, a Action) Action {
	return After(t, a, func(t *Thread, v Value, exc *Exc) Action {
		if exc == nil && !t.Returned {
			return Return(v)
		}
		s.ended = true
		s.gen.asyncRunning = false
		if s.kind == stepClose {
			if exc == nil {
				return Raisef(object.RuntimeError, "async generator ignored GeneratorExit")
			}
			if exc.Type.IsSubtype(object.StopAsyncIteration) || exc.Type.IsSubtype(object.GeneratorExit) {
				return Raise(stopIteration(object.None))
			}
			return Raise(exc)
		}
		if exc != nil {
			return Raise(exc)
		}
		return Raise(stopIteration(v))
	})
}

// asyncIter is GET_AITER and GET_ANEXT.
func (t *Thread) asyncIter(f *Frame, op bytecode.Op) *Exc {
	if op == bytecode.OpGetAIter {
		v := f.pop()
		if v.H.Type == object.AsyncGeneratorType {
			f.push(v)
			return nil
		}
		fn := special(v, intern("__aiter__"))
		if fn.IsNull() {
			return object.NewExc(object.TypeError, "'async for' requires an object with __aiter__ method, got %s", object.TypeOf(v).Label())
		}
		t.perform(OnValue(t, callSpecial(t, fn, v), func(t *Thread, it Value) Action {
			if special(it, intern("__anext__")).IsNull() {
				return Raisef(object.TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s", object.TypeOf(it).Label())
			}
			return Return(it)
		}), retPush)
		return nil
	}
	v := f.Slots[f.sp-1]
	if v.H.Type == object.AsyncGeneratorType {
		t.perform(t.anext(asGen(v)), retPush)
		return nil
	}
	fn := special(v, intern("__anext__"))
	if fn.IsNull() {
		return object.NewExc(object.TypeError, "'async for' requires an iterator with __anext__ method, got %s", object.TypeOf(v).Label())
	}
	t.perform(OnValue(t, callSpecial(t, fn, v), func(t *Thread, aw Value) Action {
		return After(t, Awaitable(t, aw), func(t *Thread, it Value, exc *Exc) Action {
			if exc != nil {
				e := object.NewExc(object.TypeError, "'async for' received an invalid object from __anext__: %s", object.TypeOf(aw).Label())
				e.Cause, e.Context, e.Suppress = exc, exc, true
				return Raise(e)
			}
			return ReturnOr(it, exc)
		})
	}), retPush)
	return nil
}

// anext is __anext__() of an async generator; the first one tells the event loop's hook.
func (t *Thread) anext(g *Generator) Action {
	return t.hookAsyncGen(g, newStep(g, stepSend, object.None, nil))
}

func (t *Thread) hookAsyncGen(g *Generator, result Value) Action {
	if g.hooked {
		return Return(result)
	}
	g.hooked = true
	g.Finalizer = t.AsyncGenFinalizer
	if fn := object.AsFunction(g.Finalizer); fn != nil && fn.Code.Code.Flags&bytecode.Hidden == 0 {
		t.watch(g.Value()) // the program is told of its end
	}
	if first := t.AsyncGenFirstIter; !first.IsNull() && !first.IsNone() {
		return OnValue(t, Call(first, g.Value()), func(t *Thread, _ Value) Action { return Return(result) })
	}
	return Return(result)
}

// Delegate is the generator that runs while v is awaited: v itself, or the async
// generator behind its __anext__() and its like; nil for anything else.
func Delegate(v Value) *Generator {
	if v.H != nil && (v.H.Type == asyncSendType || v.H.Type == asyncThrowType) {
		return (*asyncStep)(unsafe.Pointer(v.H)).gen
	}
	return AsGenerator(v)
}
