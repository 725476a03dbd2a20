package asyncio

import (
	"embed"
	"slices"
	"strings"
	"unsafe"

	"loopscope/engine/builtins"
	"loopscope/engine/bytecode"
	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

const coroutineCode = bytecode.Coroutine

// yielder is what sleep(0) awaits: it yields None once.
type yielder struct {
	object.Header
	done bool
}

var (
	yielderType = object.NewStaticType("sleep0", "_asyncio", nil, object.LayoutOther, object.NotBase)
	yieldOnce   = object.NewStaticType("yield_once", "_asyncio", nil, object.LayoutOther, object.NotBase)
	giveWay     = object.Obj(&object.Header{Type: yieldOnce})
)

func initYield() {
	yieldOnce.AddMethod(object.KindMethod, "__await__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.Obj(&(&yielder{Header: object.Header{Type: yielderType}}).Header), nil
	})
	yielderType.Iter = func(_ *ctx, v value) (value, *exc) { return v, nil }
	yielderType.Next = func(_ *ctx, v value) (value, *exc) {
		y := (*yielder)(unsafe.Pointer(v.H))
		if y.done {
			return value{}, nil
		}
		y.done = true
		return object.None, nil
	}
	yielderType.Send = func(_ *ctx, v, _ value) (value, bool, *exc) {
		y := (*yielder)(unsafe.Pointer(v.H))
		if y.done {
			return object.None, true, nil
		}
		y.done = true
		return object.None, false, nil
	}
}

var strCreateTask = object.Intern("create_task")

var functions []*object.Builtin

func function(name, sig string, fn vm.NativeFunc) {
	functions = append(functions, vm.NewNative("_asyncio", name, sig, fn))
}

func simple(name, sig string, fn func(t *thread, a []value) (value, *exc)) {
	functions = append(functions, object.NewBuiltin("_asyncio", name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) { return fn(threadOf(c), a) }))
}

// runningLoop is get_running_loop().
func runningLoop(t *thread) (*Loop, *exc) {
	if l := of(t).running; l != nil {
		return l, nil
	}
	return nil, object.NewExc(object.RuntimeError, "no running event loop")
}

// CallSoonThreadsafe runs fn in an iteration of the loop, and wakes it if it waits. For other packages of the library.
func CallSoonThreadsafe(t *thread, loop value, cause string, fn value, args ...value) *exc {
	l := asLoop(loop)
	if l == nil {
		return object.NewExc(object.TypeError, "an event loop is required")
	}
	_, e := l.callSoon(t, fn, args, nil)
	if e == nil {
		l.wakeSelf(t, cause)
	}
	return e
}

func initFunctions() {
	simple("get_running_loop", "", func(t *thread, a []value) (value, *exc) {
		l, e := runningLoop(t)
		if e != nil {
			return value{}, e
		}
		return l.value(), nil
	})
	simple("_get_running_loop", "", func(t *thread, a []value) (value, *exc) {
		if l := of(t).running; l != nil {
			return l.value(), nil
		}
		return object.None, nil
	})
	simple("_set_running_loop", "loop, /", func(t *thread, a []value) (value, *exc) {
		of(t).running = asLoop(a[0])
		return object.None, nil
	})
	simple("_get_set_loop", "", func(t *thread, a []value) (value, *exc) {
		ts := of(t)
		return object.TupleOf(orNone(ts.set), object.Bool(ts.wasSet)), nil
	})
	simple("_set_loop", "loop, /", func(t *thread, a []value) (value, *exc) {
		ts := of(t)
		ts.set, ts.wasSet = a[0], true
		return object.None, nil
	})
	simple("_is_main_thread", "", func(t *thread, a []value) (value, *exc) {
		th := sim.Of(t)
		return object.Bool(th.Proc.Main == th), nil
	})
	simple("_thread_repr", "", func(t *thread, a []value) (value, *exc) { return object.NewStr(reprOfThread(t)), nil })
	function("isfuture", "obj, /", func(t *thread, a []value, _ []*str) action {
		v := a[0]
		name := object.Intern("_asyncio_future_blocking")
		if asFuture(v) != nil {
			return vm.Return(object.True)
		}
		tp := object.TypeOf(v)
		if !tp.IsHeap() {
			return vm.Return(object.False)
		}
		// What behaves as a future says so by an attribute of its class; a mock claims to have another class.
		return vm.OnValue(t, vm.GetAttr(t, v, object.Intern("__class__")), func(t *thread, cls value) action {
			c := object.AsType(cls)
			if c == nil || c.Lookup(name).IsNull() {
				return vm.Return(object.False)
			}
			return vm.OnValue(t, vm.GetAttr(t, v, name), func(t *thread, x value) action { return vm.Return(object.Bool(!x.IsNone())) })
		})
	})
	simple("_is_coroutine", "obj, /", func(t *thread, a []value) (value, *exc) {
		return object.Bool(isCoroutine(a[0])), nil
	})
	simple("_is_coroutine_function", "func, /", func(t *thread, a []value) (value, *exc) {
		fn := a[0]
		for n := 0; n < 100; n++ {
			if m := object.AsBoundMethod(fn); m != nil {
				fn = m.Func
			} else if inner, _, _, ok := partial(t.RT.Ctx, fn); ok {
				fn = inner
			} else {
				break
			}
		}
		f := object.AsFunction(fn)
		if fn == sleepCoro.Value() {
			return object.True, nil
		}
		return object.Bool(f != nil && f.Code.Code.Flags&coroutineCode != 0), nil
	})
	function("create_task", "coro, *, name=None, context=None", func(t *thread, a []value, _ []*str) action {
		l, e := runningLoop(t)
		if e != nil {
			return vm.Raise(e)
		}
		if object.AsBuiltin(l.Type.Lookup(strCreateTask)) != nil {
			return l.createTask(t, a[0], a[1], a[2])
		}
		args, kw := []value{a[0]}, []*str(nil)
		for i, name := range [...]string{"name", "context"} {
			if v := a[i+1]; !v.IsNull() && !v.IsNone() {
				args, kw = append(args, v), append(kw, object.Intern(name))
			}
		}
		return vm.OnValue(t, vm.GetAttr(t, l.value(), strCreateTask), func(t *thread, m value) action { return vm.CallKw(m, args, kw) })
	})
	// _set_current is for tasks that are driven by somebody else (_enter_task).
	simple("_set_current", "loop, task, /", func(t *thread, a []value) (value, *exc) {
		st := of(t).st
		if a[1].IsNone() {
			delete(st.foreign, a[0].H)
		} else {
			if st.foreign == nil {
				st.foreign = map[*object.Header]value{}
			}
			st.foreign[a[0].H] = a[1]
		}
		return object.None, nil
	})
	simple("current_task", "loop=None", func(t *thread, a []value) (value, *exc) {
		l := asLoop(orNone(a[0]))
		if st := of(t).st; len(st.foreign) > 0 {
			h := orNone(a[0]).H
			if a[0].IsNull() || a[0].IsNone() {
				if r := of(t).running; r != nil {
					h = &r.Header
				}
			}
			if v, ok := st.foreign[h]; ok {
				return v, nil
			}
		}
		if l == nil && !a[0].IsNull() && !a[0].IsNone() {
			return object.None, nil
		}
		if l == nil {
			var e *exc
			if l, e = runningLoop(t); e != nil {
				return value{}, e
			}
		}
		if l.current == nil {
			return object.None, nil
		}
		return l.current.value(), nil
	})
	simple("_all_tasks", "loop", func(t *thread, a []value) (value, *exc) {
		l := asLoop(a[0])
		if l == nil {
			return object.NewList(nil), nil
		}
		var out []value
		for _, task := range l.tasks {
			if task != nil && !task.done() {
				out = append(out, task.value())
			}
		}
		return object.NewList(out), nil
	})
	// _gather answers NotImplemented where an argument needs Python to become a future.
	simple("_gather", "loop, args, return_exceptions, /", func(t *thread, a []value) (value, *exc) {
		l, first := asLoop(a[0]), false
		args := object.AsTuple(a[1]).Elems
		for _, x := range args {
			f := asFuture(x)
			switch {
			case f != nil:
				if l == nil || !l.isRun && !first && f.loop != nil {
					l, first = f.loop, true
				}
				if f.loop != l {
					return value{}, object.NewExc(object.ValueError, "The future belongs to a different loop than the one specified as the loop argument")
				}
			case !isCoroutine(x), l == nil || !l.factory.IsNull():
				return object.NotImplemented, nil
			}
		}
		if l == nil {
			return object.NotImplemented, nil
		}
		if l.closed {
			return value{}, object.NewExc(object.RuntimeError, "Event loop is closed")
		}
		return l.gather(t, args, a[2] == object.True)
	})
	simple("_sleep", "delay, result, /", func(t *thread, a []value) (value, *exc) {
		l, e := runningLoop(t)
		if e != nil {
			return value{}, e
		}
		d, e := number(t.RT.Ctx, a[0])
		if e != nil {
			return value{}, e
		}
		return l.sleep(t, d, a[1]).value(), nil
	})
	simple("_waiter", "loop, reason, thing=0, /", func(t *thread, a []value) (value, *exc) {
		l := asLoop(a[0])
		if l == nil {
			return value{}, object.NewExc(object.TypeError, "an event loop is required")
		}
		f := newFuture(l)
		if s := object.AsStr(a[1]); s != nil {
			f.label = l.m.Str(s.Text)
		}
		if len(a) > 2 && !a[2].IsNull() {
			f.entity = trace.Entity(a[2].Int64())
			f.borrowed = true
		}
		return f.value(), nil
	})
	simple("_describe", "future, reason, /", func(t *thread, a []value) (value, *exc) {
		if f := asFuture(a[0]); f != nil {
			f.label = sim.Of(t).Proc.Run.M.Str(object.AsStr(a[1]).Text)
		}
		return a[0], nil
	})
	// _thing gives a lock or queue that the program makes its entity, and answers its number and name. It is called
	// by _appear(), which __init__() calls.
	simple("_thing", "what, kind, /", func(t *thread, a []value) (value, *exc) {
		what := object.AsStr(a[0]).Text
		maker := t.CallerFrame(2)
		if maker == nil || maker.Hidden() {
			return object.TupleOf(object.Int(0), object.NewStr(what)), nil
		}
		st := of(t).st
		name := what
		if n := sim.AssignedName(maker); n != "" {
			name += " " + n
		} else {
			st.things[what]++
			name += " " + itoa(st.things[what])
		}
		th := sim.Of(t)
		kind := trace.Lock
		if a[1].Int64() == 1 {
			kind = trace.Queue
		}
		parent := th.K.Entity
		if l := of(t).running; l != nil {
			parent = l.agent.Entity
		}
		m := th.Proc.Run.M
		ent := m.Rec.NewEntity(m.Now(), kind, name, parent, th.Lane(), th.Loc())
		return object.TupleOf(object.Int(int64(ent)), object.NewStr(name)), nil
	})
	for _, ev := range [...]struct {
		name string
		kind trace.Kind
	}{{"_acquired", trace.ACQUIRE}, {"_released", trace.RELEASE}, {"_put", trace.PUT}, {"_got", trace.GET}} {
		kind := ev.kind
		simple(ev.name, "thing, size=0, /", func(t *thread, a []value) (value, *exc) {
			if a[0].Int64() == 0 {
				return object.None, nil
			}
			th := sim.Of(t)
			n := uint32(0)
			if len(a) > 1 && a[1].IsInt() {
				n = uint32(a[1].Int64())
			}
			th.Proc.Run.M.Emit(kind, th.Lane(), trace.Entity(a[0].Int64()), n)
			return object.None, nil
		})
	}
	simple("_setup", "wrap, new_loop, /", func(t *thread, a []value) (value, *exc) {
		st := of(t).st
		st.wrap, st.newLoop = a[0], a[1]
		return object.None, nil
	})
	simple("_traceback_text", "exc, /", func(t *thread, a []value) (value, *exc) {
		e := object.AsExc(a[0])
		if e == nil {
			return object.NewStr(""), nil
		}
		return object.NewStr(vm.FormatException(t, e)), nil
	})
	simple("_error", "text, /", func(t *thread, a []value) (value, *exc) {
		return object.None, t.Host.Write(t, 2, object.AsStr(a[0]).Text)
	})
	simple("_coroutine_text", "coro, /", func(t *thread, a []value) (value, *exc) {
		return object.NewStr(coroutineText(t.RT.Ctx, a[0])), nil
	})
	simple("_duration", "seconds, /", func(t *thread, a []value) (value, *exc) {
		d, e := number(t.RT.Ctx, a[0])
		return object.NewStr(durationText(d)), e
	})
	simple("_callback_text", "fn, args, /", func(t *thread, a []value) (value, *exc) {
		return object.NewStr(callbackText(t.RT.Ctx, a[0], object.AsTuple(a[1]).Elems)), nil
	})
	function("_load", "name, /", func(t *thread, a []value, _ []*str) action { return t.Import(object.AsStr(a[0]).Text) })
	function("_unsupported", "text, /", func(t *thread, a []value, _ []*str) action {
		return vm.Raisef(object.UnsupportedError, "%s", object.AsStr(a[0]).Text)
	})
	// _task_frames are the frames of a task that has not failed: all of them while it runs, else that in which it is suspended.
	simple("_task_frames", "task, /", func(t *thread, a []value) (value, *exc) {
		task := asTask(a[0])
		var out []value
		switch {
		case task == nil:
		case task.loop != nil && task.loop.running == task:
			own := task.gen == nil // from the coroutine's own frame outwards
			for n := 0; ; n++ {
				f := t.CallerFrame(n)
				if f == nil {
					break
				}
				if own = own || f == task.gen.Frame; own && !f.Hidden() {
					out = append(out, builtins.NewFrame(f))
				}
			}
			slices.Reverse(out)
		case task.gen != nil && task.gen.Frame != nil:
			out = append(out, builtins.NewFrame(task.gen.Frame))
		}
		return object.NewList(out), nil
	})
}

func reprOfThread(t *thread) string {
	th := sim.Of(t)
	return object.ReprText(t.RT.Ctx, object.NewStr(th.K.Name))
}

// The modules in Python, a file each.
//
//go:embed py/*.py
var pyFiles embed.FS

func init() {
	initContext()
	initHandle()
	initYield()
	initCoro()
	initQueue()
	initFuture()
	initLoop()
	initByHand()
	initIO()
	initFunctions()
	sim.AddInspector(inspect)
	lib.Register("_asyncio", vm.Spec{Build: build})
	files, err := pyFiles.ReadDir("py")
	if err != nil {
		panic(err) // the files are part of the binary
	}
	for _, f := range files {
		text, err := pyFiles.ReadFile("py/" + f.Name())
		if err != nil {
			panic(err)
		}
		if name := strings.TrimSuffix(f.Name(), ".py"); name != "__init__" {
			lib.Register("asyncio."+name, vm.Spec{Source: string(text)})
		} else {
			lib.Register("asyncio", vm.Spec{Source: string(text), Package: true})
		}
	}
}

// build fills module _asyncio.
func build(t *thread, m *object.Module) *exc {
	of(t)
	if t.RT.NeverAwaited == nil {
		t.RT.NeverAwaited = neverAwaited
	}
	set := func(name string, v value) { m.Dict.SetStr(object.Intern(name), v) }
	for _, f := range functions {
		set(f.Name, f.Value())
	}
	set("Future", futureType.Value())
	set("Task", taskType.Value())
	set("_GatheringFuture", gatherType.Value())
	set("Handle", handleType.Value())
	set("TimerHandle", timerType.Value())
	set("EventLoopCore", loopType.Value())
	set("CancelledError", cancelledError.Value())
	set("InvalidStateError", invalidState.Value())
	set("_give_way", giveWay)
	set("QueueCore", queueType.Value())
	set("QueueEmpty", queueEmpty.Value())
	set("QueueFull", queueFull.Value())
	set("QueueShutDown", queueClosed.Value())
	set("sleep", sleepCoro.Value())
	return nil
}

var _ = kernel.Never
