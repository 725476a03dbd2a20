package asyncio

import (
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// The methods of futures, tasks and loops.

func leaf(tp *object.Type, name, sig string, fn func(t *thread, a []value) (value, *exc)) {
	tp.AddMethod(object.KindMethod, name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) { return fn(threadOf(c), a) })
}

func self(a []value) *Future { return (*Future)(unsafe.Pointer(a[0].H)) }

func notInit(f *Future) *exc {
	if f.loop == nil {
		name := "Future"
		if f.Type.IsSubtype(taskType) {
			name = "Task"
		}
		return object.NewExc(object.RuntimeError, "%s object is not initialized.", name)
	}
	return nil
}

// loopFor is the loop that an argument loop= names, or the default one.
func loopFor(t *thread, v value) (*Loop, *exc) {
	if v.IsNull() || v.IsNone() {
		return defaultLoop(t)
	}
	if l := asLoop(v); l != nil {
		return l, nil
	}
	return nil, object.NewExc(object.UnsupportedError, "an event loop that does not inherit from asyncio.BaseEventLoop")
}

// defaultLoop is the running loop, or the one that was set.
func defaultLoop(t *thread) (*Loop, *exc) {
	ts := of(t)
	if ts.running != nil {
		return ts.running, nil
	}
	if l := asLoop(ts.set); l != nil {
		return l, nil
	}
	return nil, object.NewExc(object.RuntimeError, "There is no current event loop in thread %s.", reprOfThread(t))
}

func initFuture() {
	alloc := func(c *ctx, tp *object.Type) value {
		if tp.IsSubtype(taskType) {
			task := &Task{}
			task.rare = noRare
			task.Type = tp
			task.attrs.Shape = tp.Root
			return task.value()
		}
		f := &Future{rare: noRare}
		f.Type = tp
		f.attrs.Shape = tp.Root
		return f.value()
	}
	for _, tp := range [...]*object.Type{futureType, taskType, gatherType} {
		tp.Alloc = alloc
		tp.Traverse = traverseFuture
		tp.Repr = futureRepr
		initUserRepr(tp, func(a *asker, v value) { a.future((*Future)(unsafe.Pointer(v.H)), 3) })
	}
	iterType.Send = sendIter
	iterType.Traverse = func(v value, visit func(value)) {
		if f := (*futureIter)(unsafe.Pointer(v.H)).f; f != nil {
			visit(f.value())
		}
	}
	iterType.Iter = func(_ *ctx, v value) (value, *exc) { return v, nil }
	step := func(c *ctx, it value, v value) (value, *exc) {
		r, done, e := sendIter(c, it, v)
		if e == nil && done {
			e = object.NewStopIteration(r)
		}
		return r, e
	}
	iterType.Next = func(c *ctx, v value) (value, *exc) { return step(c, v, object.None) }
	leaf(iterType, "send", "value, /", func(t *thread, a []value) (value, *exc) { return step(t.RT.Ctx, a[0], a[1]) })
	leaf(iterType, "close", "", func(t *thread, a []value) (value, *exc) {
		throwIter(a[0])
		return object.None, nil
	})
	native(iterType, "throw", "type, value=None, traceback=None, /", func(t *thread, a []value, _ []*str) action {
		if v := a[3]; !v.IsNull() && !v.IsNone() && object.TypeOf(v) != object.TracebackType {
			return vm.Raisef(object.TypeError, "throw() third argument must be a traceback")
		}
		given := !a[2].IsNull() && !a[2].IsNone()
		if e := object.AsExc(a[1]); e != nil {
			if given {
				return vm.Raisef(object.TypeError, "instance exception may not have a separate value")
			}
			throwIter(a[0])
			return vm.Raise(e)
		}
		if tp := object.AsType(a[1]); tp == nil || !tp.IsSubtype(object.BaseException) {
			return vm.Raisef(object.TypeError, "exceptions must be classes deriving BaseException or instances of such a class")
		}
		throwIter(a[0])
		if given {
			if e := object.AsExc(a[2]); e != nil {
				return vm.Raise(e)
			}
			return vm.OnValue(t, vm.Call(a[1], a[2]), func(t *thread, v value) action { return vm.Raise(object.AsExc(v)) })
		}
		return vm.OnValue(t, vm.Call(a[1]), func(t *thread, v value) action {
			if e := object.AsExc(v); e != nil {
				return vm.Raise(e)
			}
			return vm.Raisef(object.TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", object.TypeOf(v).Label())
		})
	})

	futureType.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if len(a) > 0 {
			if tp := object.AsType(a[0]); tp != nil && tp.IsSubtype(futureType) {
				return alloc(c, tp), nil
			}
		}
		return value{}, object.NewExc(object.TypeError, "Future.__new__(X): X is not a subtype of Future")
	})
	native(futureType, "__init__", "*, loop=None", func(t *thread, a []value, _ []*str) action {
		a = append([]value(nil), a...)
		return withLoop(t, a[1], func(t *thread, l *Loop) action {
			f := self(a)
			f.loop = l
			f.noteOrigin(t)
			if c := t.CallerFrame(0); c != nil && !c.Hidden() {
				f.appear(t)
			}
			return vm.ReturnNone()
		})
	})
	await := func(c *ctx, a []value, _ []*str) (value, *exc) {
		f := self(a)
		if e := notInit(f); e != nil {
			return value{}, e
		}
		return f.iter(), nil
	}
	futureType.AddMethod(object.KindMethod, "__await__", "...", await)
	futureType.Await = func(c *ctx, v value) (value, *exc) {
		f := (*Future)(unsafe.Pointer(v.H))
		if e := notInit(f); e != nil {
			return value{}, e
		}
		return f.iter(), nil
	}
	taskType.Await, gatherType.Await = futureType.Await, futureType.Await
	futureType.Iter = func(c *ctx, v value) (value, *exc) { return await(c, []value{v}, nil) }
	taskType.Iter, gatherType.Iter = futureType.Iter, futureType.Iter
	futureType.AddMethod(object.KindMethod, "__iter__", "", await)
	futureType.AddMethod(object.KindClassMethod, "__class_getitem__", "item, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.NewGenericAlias(a[0], a[1]), nil })
	leaf(futureType, "result", "", func(t *thread, a []value) (value, *exc) { return self(a).get(t) })
	leaf(futureType, "exception", "", func(t *thread, a []value) (value, *exc) {
		f := self(a)
		switch f.state {
		case cancelled:
			return value{}, f.cancelledExc()
		case pending:
			return value{}, object.NewExc(invalidState, "Exception is not set.")
		}
		f.retrieved(t)
		if f.exc == nil {
			return object.None, nil
		}
		f.exc.Traceback = f.excTB
		return f.exc.Value(), nil
	})
	leaf(futureType, "set_result", "result, /", func(t *thread, a []value) (value, *exc) {
		f := self(a)
		if e := notInit(f); e != nil {
			return value{}, e
		}
		return object.None, f.setResult(t, a[1])
	})
	native(futureType, "set_exception", "exception, /", func(t *thread, a []value, _ []*str) action {
		f := self(a)
		if e := notInit(f); e != nil {
			return vm.Raise(e)
		}
		if f.state != pending {
			return vm.Raisef(invalidState, "invalid state")
		}
		set := func(t *thread, v value) action {
			e := object.AsExc(v)
			if e == nil {
				return vm.Raisef(object.TypeError, "invalid exception object")
			}
			return vm.ReturnOr(object.None, f.setException(t, e))
		}
		if object.AsType(a[1]) != nil {
			return vm.OnValue(t, vm.Call(a[1]), set)
		}
		return set(t, a[1])
	})
	leaf(futureType, "add_done_callback", "fn, /, *, context=None", func(t *thread, a []value) (value, *exc) {
		f := self(a)
		if e := notInit(f); e != nil {
			return value{}, e
		}
		c := asContext(a[2])
		if c == nil {
			c = currentContext(t).copy()
		}
		return object.None, f.addCallback(t, callback{fn: a[1], ctx: c})
	})
	native(futureType, "remove_done_callback", "fn, /", func(t *thread, a []value, _ []*str) action {
		f, fn := self(a), a[1]
		cbs := f.callbacks()
		var kept []callback
		i, n := 0, 0
		return vm.Repeat(t, func(t *thread) action {
			if i == len(cbs) {
				f.cb = callback{}
				f.own().more = nil
				if len(kept) > 0 {
					f.cb = kept[0]
					f.own().more = kept[1:]
				}
				return vm.Return(object.Int(int64(n)))
			}
			cb := cbs[i]
			i++
			if cb.l != nil {
				kept = append(kept, cb)
				return vm.Continue()
			}
			return vm.OnValue(t, vm.Equal(t, cb.fn, fn), func(t *thread, r value) action {
				if r == object.True {
					n++
				} else {
					kept = append(kept, cb)
				}
				return vm.Continue()
			})
		})
	})
	leaf(futureType, "cancel", "msg=None", func(t *thread, a []value) (value, *exc) {
		f := self(a)
		if e := notInit(f); e != nil {
			return value{}, e
		}
		return object.Bool(f.cancel(t, orNone(a[1]))), nil
	})
	leaf(futureType, "cancelled", "", func(t *thread, a []value) (value, *exc) {
		return object.Bool(self(a).state == cancelled), nil
	})
	leaf(futureType, "done", "", func(t *thread, a []value) (value, *exc) { return object.Bool(self(a).done()), nil })
	leaf(futureType, "get_loop", "", func(t *thread, a []value) (value, *exc) {
		f := self(a)
		if e := notInit(f); e != nil {
			return value{}, e
		}
		return f.loop.value(), nil
	})
	leaf(futureType, "_make_cancelled_error", "", func(t *thread, a []value) (value, *exc) {
		return self(a).cancelledExc().Value(), nil
	})
	get := func(name string, fn func(f *Future) value, set func(c *ctx, f *Future, v value) *exc) {
		var s func(c *ctx, obj, v value) *exc
		if set != nil {
			s = func(c *ctx, obj, v value) *exc { return set(c, (*Future)(unsafe.Pointer(obj.H)), v) }
		}
		futureType.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return fn((*Future)(unsafe.Pointer(v.H))), nil }, s)
	}
	get("_state", func(f *Future) value {
		return object.NewStr([...]string{"PENDING", "CANCELLED", "FINISHED"}[f.state])
	}, nil)
	get("_loop", func(f *Future) value {
		if f.loop == nil {
			return object.None
		}
		return f.loop.value()
	}, nil)
	get("_result", func(f *Future) value {
		if f.state != finished {
			return object.None
		}
		return orNone(f.result)
	}, nil)
	get("_exception", func(f *Future) value {
		if f.exc == nil {
			return object.None
		}
		return f.exc.Value()
	}, nil)
	get("_callbacks", func(f *Future) value {
		cbs := f.callbacks()
		if len(cbs) == 0 {
			return object.None
		}
		var out []value
		for _, cb := range cbs {
			x := object.None
			if cb.ctx != nil {
				x = cb.ctx.value()
			}
			out = append(out, object.TupleOf(orNone(cb.fn), x))
		}
		return object.NewList(out)
	}, nil)
	get("_log_traceback", func(f *Future) value { return object.Bool(f.logTB) }, func(c *ctx, f *Future, v value) *exc {
		if v.IsNull() {
			return object.NewExc(object.AttributeError, "cannot delete attribute")
		}
		if v == object.True {
			return object.NewExc(object.ValueError, "_log_traceback can only be set to False")
		}
		f.retrieved(threadOf(c))
		return nil
	})
	get("_asyncio_future_blocking", func(f *Future) value { return object.Bool(f.blocking) }, func(c *ctx, f *Future, v value) *exc {
		if v.IsNull() {
			return object.NewExc(object.AttributeError, "cannot delete attribute")
		}
		f.blocking = v == object.True
		return nil
	})
	get("_cancel_message", func(f *Future) value { return orNone(f.cancelMsg) }, func(c *ctx, f *Future, v value) *exc {
		f.own().cancelMsg = v
		return nil
	})
	get("_source_traceback", func(f *Future) value { return f.origin.value() }, nil)
	initTask()
}

// withLoop goes on with the loop of an argument loop=, making the main thread's first one where there is none.
func withLoop(t *thread, v value, then func(t *thread, l *Loop) action) action {
	ts := of(t)
	if (v.IsNull() || v.IsNone()) && ts.running == nil && asLoop(ts.set) == nil {
		if get, ok := t.RT.Modules.GetStr(object.Intern("asyncio.events")); ok {
			return vm.OnValue(t, vm.CallMethod(t, get, "get_event_loop"), func(t *thread, lv value) action {
				l, e := loopFor(t, lv)
				if e != nil {
					return vm.Raise(e)
				}
				return then(t, l)
			})
		}
	}
	l, e := loopFor(t, v)
	if e != nil {
		return vm.Raise(e)
	}
	return then(t, l)
}

func initTask() {
	task := func(a []value) *Task { return (*Task)(unsafe.Pointer(a[0].H)) }
	native(taskType, "__init__", "coro, *, loop=None, name=None, context=None", func(t *thread, a []value, _ []*str) action {
		a = append([]value(nil), a...)
		return onCoroutine(t, a[1], func(t *thread) action {
			return withLoop(t, a[2], func(t *thread, l *Loop) action {
				return vm.ReturnOr(object.None, l.initTask(t, task(a), a[1], a[3], asContext(orNone(a[4]))))
			})
		})
	})
	leaf(taskType, "get_name", "", func(t *thread, a []value) (value, *exc) { return object.NewStr(task(a).taskName()), nil })
	native(taskType, "set_name", "value, /", func(t *thread, a []value, _ []*str) action {
		x := task(a)
		return vm.OnValue(t, vm.ToStr(t, a[1]), func(t *thread, s value) action {
			x.name = object.AsStr(s).Text
			x.lane = x.name
			x.loop.m.Rec.Rename(x.agent.Entity, x.name)
			return vm.ReturnNone()
		})
	})
	inPython := func(name, sig string) {
		native(taskType, name, sig, func(t *thread, a []value, _ []*str) action {
			args := []value{a[0], orNone(a[1])}
			if len(a) > 2 {
				args = append(args, orNone(a[2]))
			}
			return vm.OnValue(t, t.Import("asyncio.base_tasks"), func(t *thread, m value) action {
				return vm.CallMethod(t, m, "_task_"+name, args...)
			})
		})
	}
	inPython("get_stack", "*, limit=None")
	inPython("print_stack", "*, limit=None, file=None")
	leaf(taskType, "get_coro", "", func(t *thread, a []value) (value, *exc) { return task(a).coro, nil })
	leaf(taskType, "get_context", "", func(t *thread, a []value) (value, *exc) { return task(a).ctx.value(), nil })
	leaf(taskType, "cancelling", "", func(t *thread, a []value) (value, *exc) { return object.Int(int64(task(a).cancels)), nil })
	leaf(taskType, "uncancel", "", func(t *thread, a []value) (value, *exc) {
		x := task(a)
		if x.cancels > 0 {
			x.cancels--
		}
		return object.Int(int64(x.cancels)), nil
	})
	leaf(taskType, "set_result", "result, /", func(t *thread, a []value) (value, *exc) {
		return value{}, object.NewExc(object.RuntimeError, "Task does not support set_result operation")
	})
	leaf(taskType, "set_exception", "exception, /", func(t *thread, a []value) (value, *exc) {
		return value{}, object.NewExc(object.RuntimeError, "Task does not support set_exception operation")
	})
	taskType.AddGetSet("_coro", func(c *ctx, v value) (value, *exc) { return task([]value{v}).coro, nil }, nil)
	taskType.AddGetSet("_must_cancel", func(c *ctx, v value) (value, *exc) { return object.Bool(task([]value{v}).mustCancel), nil }, nil)
	taskType.AddGetSet("_fut_waiter", func(c *ctx, v value) (value, *exc) {
		x := task([]value{v})
		if x.waiter != nil {
			return x.waiter.value(), nil
		}
		return orNone(x.foreign), nil
	}, nil)
	taskType.AddGetSet("_log_destroy_pending", func(c *ctx, v value) (value, *exc) { return object.Bool(!task([]value{v}).quiet), nil }, func(c *ctx, o, v value) *exc {
		if v.IsNull() {
			return object.NewExc(object.AttributeError, "cannot delete attribute")
		}
		yes, e := object.Truth(c, v)
		task([]value{o}).quiet = !yes
		return e
	})
}

// onCoroutine goes on if v can be driven by a task.
func onCoroutine(t *thread, v value, then func(t *thread) action) action {
	if isCoroutine(v) {
		return then(t)
	}
	tp := object.TypeOf(v)
	for _, n := range [...]string{"send", "throw", "close", "__await__"} {
		if tp.Lookup(object.Intern(n)).IsNull() {
			return vm.OnValue(t, vm.Repr(t, v), func(t *thread, s value) action {
				return vm.Raisef(object.TypeError, "a coroutine was expected, got %s", object.AsStr(s).Text)
			})
		}
	}
	return then(t)
}

func number(c *ctx, v value) (float64, *exc) {
	f, ok, e := object.NumFloat(v)
	if e != nil {
		return 0, e
	}
	if !ok {
		return 0, object.NewExc(object.TypeError, "unsupported operand type(s) for +: 'float' and '%s'", object.TypeOf(v).Label())
	}
	return f, nil
}

func initLoop() {
	loopType.Traverse = func(v value, visit func(value)) { asLoop(v).contents(visit) }
	loopType.Alloc = func(c *ctx, tp *object.Type) value {
		l := &Loop{}
		l.Type = tp
		l.attrs.Shape = tp.Root
		return l.value()
	}
	me := func(a []value) *Loop { return (*Loop)(unsafe.Pointer(a[0].H)) }
	leaf(loopType, "__init__", "", func(t *thread, a []value) (value, *exc) {
		me(a).init(t)
		return object.None, nil
	})
	native(loopType, "run_forever", "", func(t *thread, a []value, _ []*str) action {
		l := me(a)
		// The hooks are methods of the Python class.
		return vm.OnValue(t, vm.GetAttr(t, a[0], object.Intern("_asyncgen_firstiter_hook")), func(t *thread, first value) action {
			return vm.OnValue(t, vm.GetAttr(t, l.value(), object.Intern("_asyncgen_finalizer_hook")), func(t *thread, last value) action {
				return l.enter(t, first, last)
			})
		})
	})
	leaf(loopType, "_note_asyncgen", "agen, /", func(t *thread, a []value) (value, *exc) {
		if g := vm.AsGenerator(a[1]); g != nil {
			l := me(a)
			l.forgetAgen(nil)
			l.agens = append(l.agens, g)
		}
		return object.None, nil
	})
	leaf(loopType, "_forget_asyncgen", "agen, /", func(t *thread, a []value) (value, *exc) {
		me(a).forgetAgen(vm.AsGenerator(a[1]))
		return object.None, nil
	})
	leaf(loopType, "_take_asyncgens", "", func(t *thread, a []value) (value, *exc) {
		l := me(a)
		l.forgetAgen(nil)
		var out []value
		for _, g := range l.agens {
			out = append(out, g.Value())
		}
		l.agens = nil
		return object.NewList(out), nil
	})
	leaf(loopType, "stop", "", func(t *thread, a []value) (value, *exc) {
		me(a).stopping = true
		return object.None, nil
	})
	native(loopType, "_close", "", func(t *thread, a []value, _ []*str) action {
		queued, e := me(a).close(t)
		if e != nil {
			return vm.Raise(e)
		}
		return endQueued(t, queued)
	})
	leaf(loopType, "is_running", "", func(t *thread, a []value) (value, *exc) { return object.Bool(me(a).isRun), nil })
	leaf(loopType, "is_closed", "", func(t *thread, a []value) (value, *exc) { return object.Bool(me(a).closed), nil })
	leaf(loopType, "time", "", func(t *thread, a []value) (value, *exc) { return object.Float(me(a).now()), nil })
	leaf(loopType, "get_debug", "", func(t *thread, a []value) (value, *exc) { return object.Bool(me(a).debug), nil })
	leaf(loopType, "set_debug", "enabled", func(t *thread, a []value) (value, *exc) {
		me(a).setDebug(t, a[1] == object.True || a[1].IsInt() && a[1].Int64() != 0)
		return object.None, nil
	})
	leaf(loopType, "create_future", "", func(t *thread, a []value) (value, *exc) {
		f := newFuture(me(a))
		f.noteOrigin(t)
		if c := t.CallerFrame(0); c != nil && !c.Hidden() {
			f.appear(t)
		}
		return f.value(), nil
	})
	soon := func(threadsafe bool) func(c *ctx, a []value, kw []*str) (value, *exc) {
		return func(c *ctx, a []value, kw []*str) (value, *exc) {
			t := threadOf(c)
			l := me(a)
			args, cx, e := callArgs(a, kw, 1)
			if e != nil {
				return value{}, e
			}
			if len(args) == 0 {
				return value{}, object.NewExc(object.TypeError, "BaseEventLoop.call_soon() missing 1 required positional argument: 'callback'")
			}
			if !threadsafe {
				if e := l.wrongThread(t); e != nil && !l.closed {
					return value{}, e
				}
			}
			if e := checkCallback(c, l, args[0], soonName(threadsafe)); e != nil {
				return value{}, e
			}
			h, e := l.callSoon(t, args[0], args[1:], cx)
			if e != nil {
				return value{}, e
			}
			l.scheduled(t, h)
			if threadsafe {
				l.wakeSelf(t, "call_soon_threadsafe")
			}
			return h.value(), nil
		}
	}
	loopType.AddMethod(object.KindMethod, "call_soon", "...", soon(false))
	loopType.AddMethod(object.KindMethod, "call_soon_threadsafe", "...", soon(true))
	// _add_callback_signalsafe is for handlers of signals: the handle runs in the next iteration.
	leaf(loopType, "_add_callback_signalsafe", "handle, /", func(t *thread, a []value) (value, *exc) {
		if h := asHandle(a[1]); h != nil && !h.cancelled {
			me(a).ready.push(entry{kind: runHandle, h: h})
			me(a).wakeSelf(t, "signal")
		}
		return object.None, nil
	})
	leaf(loopType, "_add_callback", "handle, /", func(t *thread, a []value) (value, *exc) {
		if h := asHandle(a[1]); h != nil && !h.cancelled {
			me(a).ready.push(entry{kind: runHandle, h: h})
		}
		return object.None, nil
	})
	at := func(relative bool, name string) func(c *ctx, a []value, kw []*str) (value, *exc) {
		return func(c *ctx, a []value, kw []*str) (value, *exc) {
			t := threadOf(c)
			l := me(a)
			args, cx, e := callArgs(a, kw, 1)
			if e != nil {
				return value{}, e
			}
			if len(args) < 2 {
				first := map[bool]string{true: "delay", false: "when"}[relative]
				if len(args) == 1 {
					return value{}, object.NewExc(object.TypeError, "BaseEventLoop.%s() missing 1 required positional argument: 'callback'", name)
				}
				return value{}, object.NewExc(object.TypeError, "BaseEventLoop.%s() missing 2 required positional arguments: '%s' and 'callback'", name, first)
			}
			if args[0].IsNone() {
				return value{}, object.NewExc(object.TypeError, map[bool]string{true: "delay must not be None", false: "when cannot be None"}[relative])
			}
			if l.closed {
				return value{}, object.NewExc(object.RuntimeError, "Event loop is closed")
			}
			if e := l.wrongThread(t); e != nil {
				return value{}, e
			}
			if e := checkCallback(c, l, args[1], "call_at"); e != nil {
				return value{}, e
			}
			when, e := number(c, args[0])
			if e != nil {
				return value{}, e
			}
			due := nanoseconds(when)
			if relative {
				due += l.m.Now()
				when += l.now()
			}
			if cx == nil {
				cx = currentContext(t).copy()
			}
			h := &Handle{Header: object.Header{Type: timerType}, loop: l, fn: args[1], args: args[2:], ctx: cx, when: when, scheduled: true}
			if !relative && args[0].IsInt() {
				h.given = args[0]
			}
			if l.debug {
				h.origin = originOf(t)
			}
			l.timers.push(timer{due: due, h: h})
			l.scheduled(t, h)
			l.recordTimer(t, due-l.m.Now())
			return h.value(), nil
		}
	}
	loopType.AddMethod(object.KindMethod, "call_later", "...", at(true, "call_later"))
	loopType.AddMethod(object.KindMethod, "call_at", "...", at(false, "call_at"))
	native(loopType, "create_task", "coro, *, name=None, context=None", func(t *thread, a []value, _ []*str) action {
		return me(a).createTask(t, a[1], a[2], a[3])
	})
	leaf(loopType, "set_task_factory", "factory", func(t *thread, a []value) (value, *exc) {
		me(a).factory = value{}
		if !a[1].IsNone() {
			if e := checkCallable(t.RT.Ctx, a[1], "task factory must be a callable or None"); e != nil {
				return value{}, e
			}
			me(a).factory = a[1]
		}
		return object.None, nil
	})
	leaf(loopType, "get_task_factory", "", func(t *thread, a []value) (value, *exc) { return orNone(me(a).factory), nil })
	// _ready and _scheduled are what waits to be run, and what has a time; in lists of their own.
	loopType.AddGetSet("_ready", func(c *ctx, v value) (value, *exc) {
		l := asLoop(v)
		out := make([]value, l.ready.n)
		for i := range out {
			e := l.ready.at(i)
			switch {
			case e.h != nil:
				out[i] = e.h.value()
			case e.f != nil:
				out[i] = e.f.value()
			default:
				out[i] = object.None
				if task, ok := e.l.(*Task); ok {
					out[i] = task.value()
				}
			}
		}
		return object.NewList(out), nil
	}, nil)
	loopType.AddGetSet("_scheduled", func(c *ctx, v value) (value, *exc) {
		l := asLoop(v)
		out := make([]value, len(l.timers))
		for i, tm := range l.timers {
			if tm.h != nil {
				out[i] = tm.h.value()
			} else {
				out[i] = tm.f.value()
			}
		}
		return object.NewList(out), nil
	}, nil)
	loopType.AddGetSet("_current_handle", func(c *ctx, v value) (value, *exc) {
		l := asLoop(v)
		switch {
		case !l.debug:
		case l.handle != nil:
			return l.handle.value(), nil
		case l.reported != nil:
			return l.reported.value(), nil
		}
		return object.None, nil
	}, nil)
	loopType.AddGetSet("slow_callback_duration", func(c *ctx, v value) (value, *exc) { return object.Float(asLoop(v).slow), nil },
		func(c *ctx, v, x value) *exc {
			f, e := number(c, x)
			asLoop(v).slow = f
			return e
		})
}

func soonName(threadsafe bool) string {
	if threadsafe {
		return "call_soon_threadsafe"
	}
	return "call_soon"
}

// callArgs splits the arguments of call_soon() and its like from its keyword context.
func callArgs(a []value, kw []*str, skip int) (args []value, cx *Context, e *exc) {
	n := len(a) - len(kw)
	for i, k := range kw {
		switch k.Text {
		case "context":
			cx = asContext(a[n+i])
		case "callback":
			if n == skip {
				return []value{a[n+i]}, cx, nil
			}
			fallthrough
		default:
			return nil, nil, object.NewExc(object.TypeError, "got an unexpected keyword argument '%s'", k.Text)
		}
	}
	return append([]value(nil), a[skip:n]...), cx, nil
}

// checkCallback refuses coroutines, and, in debug mode, what cannot be called.
func checkCallback(c *ctx, l *Loop, fn value, method string) *exc {
	if !l.debug {
		return nil
	}
	if f := object.AsFunction(fn); isCoroutine(fn) || f != nil && f.Code.Code.Flags&coroutineCode != 0 {
		return object.NewExc(object.TypeError, "coroutines cannot be used with %s()", method)
	}
	return checkCallable(c, fn, "a callable object was expected by "+method+"(), got "+object.ReprText(c, fn))
}

func checkCallable(c *ctx, fn value, msg string) *exc {
	tp := object.TypeOf(fn)
	switch {
	case object.AsFunction(fn) != nil, object.AsBoundMethod(fn) != nil, object.AsBuiltin(fn) != nil, object.AsType(fn) != nil:
		return nil
	}
	if tp.Lookup(object.Intern("__call__")).IsNull() {
		return object.NewExc(object.TypeError, "%s", msg)
	}
	return nil
}

// createTask is loop.create_task().
func (l *Loop) createTask(t *thread, coro, name, cx value) action {
	if l.closed {
		return vm.Raisef(object.RuntimeError, "Event loop is closed")
	}
	if l.factory.IsNull() {
		if !name.IsNull() && !name.IsNone() {
			l.st.tasks++ // the reference gives the task a number first, and then its name
		}
		if isCoroutine(coro) {
			task, e := l.newTask(t, coro, name, asContext(cx))
			if e != nil {
				return vm.Raise(e)
			}
			return vm.Return(task.value())
		}
		return onCoroutine(t, coro, func(t *thread) action {
			task, e := l.newTask(t, coro, name, asContext(cx))
			if e != nil {
				return vm.Raise(e)
			}
			return vm.Return(task.value())
		})
	}
	var a action
	if asContext(cx) == nil {
		a = vm.Call(l.factory, l.value(), coro)
	} else {
		a = vm.CallKw(l.factory, []value{l.value(), coro, cx}, []*str{object.Intern("context")})
	}
	if name.IsNull() || name.IsNone() {
		return a
	}
	return vm.OnValue(t, a, func(t *thread, task value) action {
		if x := asTask(task); x == nil {
			return vm.Return(task)
		}
		return vm.OnValue(t, vm.CallMethod(t, task, "set_name", name), func(t *thread, _ value) action { return vm.Return(task) })
	})
}

// close is the core of close().
// close answers the tasks that were to run next.
func (l *Loop) close(t *thread) (queued []*Task, _ *exc) {
	if l.isRun {
		return nil, object.NewExc(object.RuntimeError, "Cannot close a running event loop")
	}
	if l.closed {
		return nil, nil
	}
	l.closed = true
	for i := 0; i < l.ready.n; i++ {
		if task, ok := l.ready.at(i).l.(*Task); ok && !task.done() {
			queued = append(queued, task)
		}
	}
	l.ready = deque{}
	l.timers, l.dead = nil, 0
	l.finish()
	return queued, nil
}

// forgetAgen drops one async generator, and those that have ended, from the list.
func (l *Loop) forgetAgen(one *vm.Generator) {
	n := 0
	for _, g := range l.agens {
		if g != one && g.Frame != nil {
			l.agens[n] = g
			n++
		}
	}
	clear(l.agens[n:])
	l.agens = l.agens[:n]
}
