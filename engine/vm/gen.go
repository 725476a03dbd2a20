package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// Generator is a generator, a coroutine or an async generator (by its type): a
// frame set aside.
type Generator struct {
	object.Header
	Frame    *Frame // nil once it has ended
	Code     *object.Code
	Name     *Str
	QualName *Str
	Running  bool
	Started  bool
	// Awaited says that a coroutine has been started, so that its end is no news.
	handled *Exc // the exception it was handling when it yielded
	outer   *Exc // the exception its resumer was handling
	// Owner is the host's own record of it.
	Owner any
	// Silent says that the host does not want to hear of it.
	Silent bool
	// Async generator state.
	asyncRunning bool
	closed       bool
	// Span is the host's number of who has begun a piece of work with the coroutine, 0 for nobody; see Runtime.AwaitBegin.
	Span      uint32
	hooked    bool
	Finalizer Value
	// Origin of a coroutine, for debug mode.
	Origin Value
}

func asGen(v Value) *Generator { return (*Generator)(unsafe.Pointer(v.H)) }

// AsGenerator is the generator, coroutine or async generator that v is, or nil.
func AsGenerator(v Value) *Generator {
	if v.H == nil {
		return nil
	}
	switch v.H.Type {
	case object.GeneratorType, object.CoroutineType, object.AsyncGeneratorType:
		return asGen(v)
	}
	return nil
}

// Value is the generator as a Python value.
func (g *Generator) Value() Value { return object.Obj(&g.Header) }

// Kind is "generator", "coroutine" or "async generator".
func (g *Generator) Kind() string {
	switch g.Type {
	case object.CoroutineType:
		return "coroutine"
	case object.AsyncGeneratorType:
		return "async generator"
	}
	return "generator"
}

// Await is the innermost object that a suspended generator waits for by await
// or yield from, Null when it waits for nothing.
func (g *Generator) Await() Value {
	f := g.Frame
	if f == nil || g.Running || !suspendedInDelegation(f) {
		return Value{}
	}
	return f.Slots[f.sp-1]
}

// makeGenerator is RETURN_GENERATOR: the frame f, just begun, becomes a generator.
func (t *Thread) makeGenerator(f *Frame) {
	g := &Generator{Frame: f, Code: f.Code, Name: f.Fn.Name, QualName: f.Fn.QualName}
	switch {
	case f.Code.Code.Flags&bytecode.Coroutine != 0:
		g.Type = object.CoroutineType
		if t.OriginDepth > 0 {
			g.Origin = t.originOf(f.Back)
		}
	case f.Code.Code.Flags&bytecode.AsyncGenerator != 0:
		g.Type = object.AsyncGeneratorType
	default:
		g.Type = object.GeneratorType
	}
	mode := f.ret
	t.top = f.Back
	t.depth--
	f.Back, f.Gen, f.kept = nil, g, f.kept|keepFrame
	if t.Host == nil || f.Code.Code.Flags&(bytecode.Hidden|bytecode.Coroutine|bytecode.GenExpr) != 0 {
		g.Silent = true
	} else {
		t.Host.GenCreate(t, g)
	}
	t.watchGen(g)
	t.give(mode, g.Value(), nil)
}

// originOf is cr_origin of a coroutine that frame f makes: (file, line, function)
// of up to OriginDepth frames, innermost first.
func (t *Thread) originOf(f *Frame) Value {
	var out []Value
	for ; f != nil && len(out) < t.OriginDepth; f = f.Back {
		if f.native == nil && !f.Hidden() {
			out = append(out, object.TupleOf(object.NewStr(f.Code.File.Name), object.Int(int64(f.Line())), object.NewStr(f.Code.Name)))
		}
	}
	return object.NewTuple(out)
}

// enterGen links the frame gf of g on top and resumes it with v. The caller has
// saved the state of the frame that resumes it.
func (t *Thread) enterGen(g *Generator, gf *Frame, v Value, mode retMode, how string) {
	if !g.Silent {
		t.Host.GenResume(t, g, how)
	}
	gf.Back, gf.ret = t.top, mode
	g.Running = true
	g.outer = t.handled
	if g.handled != nil {
		t.handled = g.handled
	}
	if g.Started {
		if gf.instrs[gf.pc-1].Op != bytecode.OpYieldPop {
			gf.push(v)
		}
	} else {
		g.Started = true
		// Whoever awaits a coroutine keeps it. One that is driven by hand can still be dropped half-way.
		if g.Type == object.CoroutineType && (mode == retSend || mode == retGen) {
			t.unwatchGen(g)
		}
		if mode == retSend && g.Type == object.CoroutineType && t.RT.AwaitBegin != nil {
			t.RT.AwaitBegin(t, g)
		}
	}
	t.top = gf
	t.depth++
}

// leaveGen unlinks the frame of g, which yields or ends.
func (t *Thread) leaveGen(g *Generator, f *Frame) {
	t.top = f.Back
	t.depth--
	f.Back = nil
	g.Running = false
	g.handled = nil
	if t.handled != g.outer {
		g.handled = t.handled
	}
	t.handled = g.outer
	g.outer = nil
}

// yield suspends the generator of f, handing v to whoever resumed it.
func (t *Thread) yield(f *Frame, v Value, delegated bool) {
	g := f.Gen
	mode := f.ret
	async := g.Type == object.AsyncGeneratorType
	if !g.Silent && !(async && delegated) {
		t.Host.GenSuspend(t, g, false, nil)
	}
	t.leaveGen(g, f)
	if async && !delegated {
		// What the program yields ends the await of __anext__() and its like.
		g.asyncRunning = false
		t.giveReturn(mode, (*asyncValue)(unsafe.Pointer(v.H)).V)
		return
	}
	if mode == retGen {
		t.Returned = false
		mode = retNative
	}
	if mode == retNative {
		t.give(mode, v, nil)
		return
	}
	b := t.top
	switch mode {
	case retPush, retSend:
		b.push(v)
		if b.ends != 0 {
			t.passed(b)
		}
	default:
		t.give(mode, v, nil)
	}
}

// giveReturn hands on the value with which a generator returned.
func (t *Thread) giveReturn(mode retMode, v Value) {
	switch mode {
	case retNext:
		t.endFor(t.top)
	case retSend:
		t.endSend(t.top, v)
	case retGen:
		t.Returned = true
		t.give(retNative, v, nil)
	default:
		t.give(mode, Value{}, stopIteration(v))
	}
}

// genReturn ends the generator of f, which returned v.
func (t *Thread) genReturn(g *Generator, f *Frame, mode retMode, v Value) {
	if !g.Silent {
		t.Host.GenSuspend(t, g, true, nil)
	}
	if g.Span != 0 {
		t.RT.AwaitEnd(t, g)
	}
	t.top = f
	t.depth++
	t.leaveGen(g, f)
	g.Frame = nil
	t.unwatchGen(g)
	if g.Type == object.AsyncGeneratorType {
		g.asyncRunning, g.closed = false, true
		t.give(plain(mode), Value{}, object.NewExc(object.StopAsyncIteration, ""))
		return
	}
	t.giveReturn(mode, v)
}

func plain(mode retMode) retMode {
	if mode == retGen {
		return retNative
	}
	return mode
}

// genFail ends the generator of f, out of which exc propagates.
func (t *Thread) genFail(g *Generator, f *Frame, mode retMode, exc *Exc) (retMode, Value, *Exc) {
	t.top = f
	t.depth++
	// PEP 479: a StopIteration must not look like the generator's end.
	what := ""
	switch {
	case exc.Type.IsSubtype(object.StopIteration):
		what = "StopIteration"
	case g.Type == object.AsyncGeneratorType && exc.Type.IsSubtype(object.StopAsyncIteration):
		what = "StopAsyncIteration"
	}
	if what != "" {
		e := object.NewExc(object.RuntimeError, "%s raised %s", g.Kind(), what)
		e.Cause, e.Context, e.Suppress = exc, exc, true
		t.addTraceback(f, e)
		exc = e
	}
	if !g.Silent {
		t.Host.GenSuspend(t, g, true, exc)
	}
	if g.Span != 0 {
		t.RT.AwaitEnd(t, g)
	}
	t.leaveGen(g, f)
	g.Frame = nil
	t.unwatchGen(g)
	if g.Type == object.AsyncGeneratorType {
		g.asyncRunning, g.closed = false, true
	}
	return plain(mode), Value{}, exc
}

// resumeGen resumes g with v, or throws exc into it, on behalf of the frame on top.
func (t *Thread) resumeGen(g *Generator, v Value, exc *Exc, mode retMode) (Value, *Exc, status) {
	f := g.Frame
	if g.Running {
		return Value{}, object.NewExc(object.ValueError, "%s already executing", g.Kind()), stImmediate
	}
	if f == nil {
		if g.Type == object.CoroutineType {
			return Value{}, object.NewExc(object.RuntimeError, "cannot reuse already awaited coroutine"), stImmediate
		}
		if exc != nil {
			return Value{}, exc, stImmediate
		}
		if mode == retGen {
			t.Returned = true
			return object.None, nil, stDeliver
		}
		if g.Type == object.AsyncGeneratorType {
			return Value{}, object.NewExc(object.StopAsyncIteration, ""), stImmediate
		}
		return Value{}, object.NewExc(object.StopIteration, ""), stImmediate
	}
	if t.depth >= t.RT.RecursionLimit {
		return Value{}, recursionError(), stImmediate
	}
	if exc == nil {
		if !g.Started && !v.IsNone() && !v.IsNull() {
			return Value{}, object.NewExc(object.TypeError, "can't send non-None value to a just-started %s", g.Kind()), stImmediate
		}
		if v.IsNull() {
			v = object.None
		}
		how := "send"
		if v.IsNone() {
			how = "next"
		}
		t.enterGen(g, f, v, mode, how)
		return Value{}, nil, stPushed
	}
	return t.throwInto(g, f, exc, mode)
}

// suspendedInDelegation tells whether the suspended frame f is inside await or yield from.
func suspendedInDelegation(f *Frame) bool {
	if f.pc == 0 {
		return false
	}
	in := f.instrs[f.pc-1]
	return (in.Op == bytecode.OpYieldValue || in.Op == bytecode.OpYieldPop) && in.A == 1
}

// throwInto raises exc where the suspended generator g stands, or where what it
// delegates to stands.
func (t *Thread) throwInto(g *Generator, f *Frame, exc *Exc, mode retMode) (Value, *Exc, status) {
	for {
		if !g.Silent {
			how := "throw"
			if exc.Type == object.GeneratorExit {
				how = "close"
			}
			t.Host.GenResume(t, g, how)
		}
		f.Back, f.ret = t.top, mode
		g.Running = true
		g.outer = t.handled
		if g.handled != nil {
			t.handled = g.handled
		}
		started := g.Started
		g.Started = true
		t.top = f
		t.depth++
		if !started || !suspendedInDelegation(f) {
			exc.Thrown = true
			if h := t.handled; h != g.outer && h != exc && exc.Context == nil {
				setContext(exc, h)
			}
			return Value{}, exc, stDeliver
		}
		// The frame waits in SEND's loop: SEND is the instruction before the yield,
		// and what comes back arrives as its result.
		it := f.Slots[f.sp-1]
		f.pc--
		sub := AsGenerator(it)
		isExit := exc.Type.IsSubtype(object.GeneratorExit)
		if sub != nil && sub.Type != object.AsyncGeneratorType {
			if isExit {
				e := exc
				t.perform(OnValue(t, closeGen(t, sub), func(t *Thread, v Value) Action { return Raise(e) }), retPush)
				return Value{}, nil, stStopped
			}
			if sub.Running {
				return Value{}, object.NewExc(object.ValueError, "%s already executing", sub.Kind()), stDeliver
			}
			if sub.Frame == nil {
				return Value{}, exc, stDeliver
			}
			g, f, mode = sub, sub.Frame, retSend
			continue
		}
		name := "throw"
		if isExit {
			name = "close"
		}
		e := exc
		if h := t.handled; h != nil && h != g.outer && h != e && e.Context == nil {
			setContext(e, h)
		}
		t.perform(After(t, GetAttr(t, it, intern(name)), func(t *Thread, m Value, ae *Exc) Action {
			if ae != nil {
				if ae.Type.IsSubtype(object.AttributeError) {
					return Raise(e)
				}
				return Raise(ae)
			}
			if isExit {
				return OnValue(t, Call(m), func(t *Thread, v Value) Action { return Raise(e) })
			}
			return Call(m, object.Obj(&e.Header))
		}), retSend)
		return Value{}, nil, stStopped
	}
}

// closeGen is close(): GeneratorExit where g stands.
func closeGen(t *Thread, g *Generator) Action {
	if g.Frame == nil {
		return ReturnNone()
	}
	if g.Running {
		return Raisef(object.ValueError, "%s already executing", g.Kind())
	}
	if !g.Started {
		t.endUnstarted(g)
		return ReturnNone()
	}
	return After(t, Advance(g, Value{}, object.NewExc(object.GeneratorExit, "")), func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil {
			if exc.Type.IsSubtype(object.GeneratorExit) || exc.Type.IsSubtype(object.StopIteration) {
				return ReturnNone()
			}
			return Raise(exc)
		}
		if t.Returned {
			return ReturnNone()
		}
		return Raisef(object.RuntimeError, "%s ignored GeneratorExit", g.Kind())
	})
}

// endUnstarted ends a generator of which nothing has run.
func (t *Thread) endUnstarted(g *Generator) {
	if !g.Silent && g.Frame != nil {
		t.Host.GenSuspend(t, g, true, nil)
	}
	g.Frame = nil
	g.closed = true
	t.unwatchGen(g)
}

// send is SEND in its general form: iter v -> iter yielded, or value and jump.
func (t *Thread) send(f *Frame) *Exc {
	v := f.pop()
	it := f.Slots[f.sp-1]
	tp := object.TypeOf(it)
	switch tp {
	case object.GeneratorType, object.CoroutineType:
		t.perform(Resume(asGen(it), v, nil), retSend)
		return nil
	}
	if tp.Send != nil {
		r, done, e := tp.Send(t.RT.Ctx, it, v)
		if e != nil {
			if t.absorb(f, retSend, e) {
				return nil
			}
			return e
		}
		if done {
			t.endSend(f, r)
		} else {
			f.push(r)
		}
		return nil
	}
	if a, ok := asyncSend(t, it, v); ok {
		t.perform(a, retSend)
		return nil
	}
	if v.IsNone() {
		a := Next(t, it)
		t.perform(a, retSend)
		return nil
	}
	t.perform(CallMethod(t, it, "send", v), retSend)
	return nil
}

// getYieldFromIter is the iterator of yield from.
func (t *Thread) getYieldFromIter(f *Frame) *Exc {
	v := f.pop()
	switch object.TypeOf(v) {
	case object.GeneratorType:
		f.push(v)
		return nil
	case object.CoroutineType:
		if f.Code.Code.Flags&(bytecode.Coroutine|bytecode.IterCoroutine) == 0 {
			return object.NewExc(object.TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
		}
		f.push(v)
		return nil
	}
	t.perform(Iter(t, v), retPush)
	return nil
}

// getAwaitable is GET_AWAITABLE.
func (t *Thread) getAwaitable(f *Frame, where int) *Exc {
	v := f.pop()
	if object.TypeOf(v) == object.CoroutineType {
		if g := asGen(v); !g.Running && !g.Await().IsNull() {
			return object.NewExc(object.RuntimeError, "coroutine is being awaited already")
		}
		f.push(v)
		return nil
	}
	if tp := object.TypeOf(v); tp.Await != nil && !tp.IsHeap() {
		it, exc := tp.Await(t.RT.Ctx, v)
		if exc == nil {
			f.push(it)
		}
		return exc
	}
	t.perform(After(t, Awaitable(t, v), func(t *Thread, it Value, exc *Exc) Action {
		if exc != nil && exc.Type == object.TypeError && where != 0 && exc.Traceback == nil {
			name := "__aenter__"
			if where == 2 {
				name = "__aexit__"
			}
			return Raisef(object.TypeError, "'async with' received an object from %s that does not implement __await__: %s", name, object.TypeOf(v).Label())
		}
		return ReturnOr(it, exc)
	}), retPush)
	return nil
}

// Awaitable is the iterator of an awaitable: a coroutine itself, or what its __await__ answers.
func Awaitable(t *Thread, v Value) Action {
	tp := object.TypeOf(v)
	if tp == object.CoroutineType {
		return Return(v)
	}
	if tp == object.GeneratorType && asGen(v).Code.Code.Flags&bytecode.IterCoroutine != 0 {
		return Return(v)
	}
	fn := tp.Lookup(strAwait)
	if fn.IsNull() {
		return Raisef(object.TypeError, "object %s can't be used in 'await' expression", tp.Label())
	}
	return OnValue(t, callSpecial(t, fn, v), func(t *Thread, it Value) Action {
		if object.TypeOf(it) == object.CoroutineType {
			return Raisef(object.TypeError, "__await__() returned a coroutine")
		}
		if !IsIterator(it) {
			return Raisef(object.TypeError, "__await__() returned non-iterator of type '%s'", object.TypeOf(it).Label())
		}
		return Return(it)
	})
}
