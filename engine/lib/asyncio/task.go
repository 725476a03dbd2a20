package asyncio

import (
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Task is an asyncio.Task: a future that drives a coroutine.
type Task struct {
	Future
	agent      kernel.Agent
	coro       value
	gen        *vm.Generator // the coroutine, when it is one of the virtual machine's
	ctx        *Context
	name       string // "" for Task-number
	number     int
	waiter     *Future // what it waits for
	foreign    value   // … when that is no future of this package, else Null
	quiet      bool    // nobody is told when it ends pending
	mustCancel bool
	cancels    int
	canceller  trace.Entity
	at         int // index in the loop's list of tasks
	lane       string
}

func asTask(v value) *Task {
	if f := asFuture(v); f != nil {
		return f.task()
	}
	return nil
}

// isCoroutine is asyncio.iscoroutine(), for what the virtual machine made.
func isCoroutine(v value) bool {
	return v.H.Type == object.CoroutineType || v.H.Type == coroType || v.H.Type == object.GeneratorType
}

// initTask makes task drive coro, and schedules its first step.
func (l *Loop) initTask(t *thread, task *Task, coro value, name value, c *Context) *exc {
	if l.closed {
		return object.NewExc(object.RuntimeError, "Event loop is closed")
	}
	task.isTask = true
	task.loop = l
	task.noteOrigin(t)
	task.coro = coro
	task.gen = vm.AsGenerator(coro)
	t.Unwatch(coro) // the task keeps it
	st := l.st
	if name.IsNull() || name.IsNone() {
		st.tasks++
		task.number = st.tasks
	} else if s := object.AsStr(name); s != nil {
		task.name = s.Text
	} else {
		task.name = object.ReprText(t.RT.Ctx, name)
	}
	task.ctx = c
	if c == nil {
		task.ctx = currentContext(t).copy()
	}
	task.at = len(l.tasks)
	l.tasks = append(l.tasks, task)
	l.live++
	l.createLane(t, task)
	return l.enqueue(t, task, nil)
}

func (l *Loop) newTask(t *thread, coro value, name value, c *Context) (*Task, *exc) {
	task := &Task{}
	task.rare = noRare
	task.Type = taskType
	task.attrs.Shape = taskType.Root
	return task, l.initTask(t, task, coro, name, c)
}

func (task *Task) taskName() string {
	if task.name != "" {
		return task.name
	}
	return "Task-" + itoa(task.number)
}

// forget takes a finished task off the list of the living.
func (l *Loop) forget(task *Task) {
	l.tasks[task.at] = nil
	l.live--
	if len(l.tasks) > 64 && l.live*2 < len(l.tasks) {
		n := 0
		for _, x := range l.tasks {
			if x != nil {
				l.tasks[n] = x
				x.at = n
				n++
			}
		}
		clear(l.tasks[n:])
		l.tasks = l.tasks[:n]
	}
}

// cancel asks the task to end: CancelledError reaches it when it runs next.
func (task *Task) cancel(t *thread, msg value) bool {
	task.retrieved(t)
	if task.done() {
		return false
	}
	task.cancels++
	task.loop.recordCancel(t, task, msg)
	if task.waiter != nil && task.waiter.cancel(t, msg) {
		return true
	}
	if !task.foreign.IsNull() {
		if yes, e := t.RunAside(task.cancelForeign(t, msg)); e == nil && yes == object.True {
			return true
		}
	}
	task.mustCancel = true
	task.own().cancelMsg = msg
	return true
}

// woken is the callback of what the task has awaited.
func (task *Task) woken(t *thread, f *Future) action {
	// A result reaches the await itself; an exception is thrown into it.
	var e *exc
	if f.state == cancelled || f.exc != nil {
		_, e = f.get(t)
	}
	return task.loop.step(t, task, e)
}

func (task *Task) queued(f *Future) { task.loop.wakeLane(task, f) }

func (task *Task) format() string { return "Task.task_wakeup()" }

func (task *Task) visit(visit func(value)) { visit(task.value()) }

// step resumes the coroutine, or throws e into it.
func (l *Loop) step(t *thread, task *Task, e *exc) action {
	if task.done() {
		return vm.ReturnNone()
	}
	if task.mustCancel {
		if e == nil || !e.Type.IsSubtype(cancelledError) {
			e = task.cancelledExc()
		}
		task.mustCancel = false
	}
	task.waiter = nil
	l.current = task
	l.runLane(task, e)
	t.Context = task.ctx.value()
	l.phase, l.running = inTask, task
	if g := task.gen; g != nil {
		return vm.Advance(g, object.None, e)
	}
	if co := asCoro(task.coro); co != nil {
		r, done, x := co.resume(t, e)
		if done {
			x = object.NewStopIteration(r)
		}
		return vm.ReturnOr(r, x)
	}
	if e != nil {
		return vm.CallMethod(t, task.coro, "throw", e.Value())
	}
	return vm.CallMethod(t, task.coro, "send", object.None)
}

// stepped takes what the coroutine has done: yielded v, returned v, or raised e.
func (l *Loop) stepped(t *thread, v value, e *exc, returned bool) *exc {
	task := l.running
	l.phase, l.running = idle, nil
	l.current = nil
	if l.overran() {
		l.noteBlocked(task.agent.Entity, "")
	}
	t.Context = l.context
	if task.gen == nil && e != nil && e.Type.IsSubtype(object.StopIteration) {
		v, e, returned = orNone(e.Val), nil, true
	} else if task.gen == nil {
		returned = false
	}
	if e != nil {
		return l.failed(t, task, e)
	}
	if returned {
		if task.mustCancel {
			// It was asked to, between its last step and its return.
			task.mustCancel = false
			l.endLane(t, task, trace.CANCELLED, value{}, nil)
			task.cancelPlain(t, task.cancelMsg)
		} else {
			l.leaveTask(t)
			task.setResult(t, v)
			l.endLane(t, task, trace.DONE, v, nil)
		}
		l.forget(task)
		return nil
	}
	return l.suspend(t, task, v)
}

func (l *Loop) failed(t *thread, task *Task, e *exc) *exc {
	defer l.forget(task)
	if e.Type.IsSubtype(cancelledError) {
		task.own().cancelExc = e
		task.Future.cancelPlain(t, value{})
		l.endLane(t, task, trace.CANCELLED, value{}, nil)
		return nil
	}
	l.leaveTask(t)
	if x := task.setException(t, e); x != nil {
		return x
	}
	l.endLane(t, task, trace.FAIL, value{}, e)
	if e.Type.IsSubtype(object.SystemExit) || e.Type.IsSubtype(object.KeyboardInterrupt) {
		return e
	}
	return nil
}

// suspend takes what the coroutine has yielded: the future that it awaits, or None to give way.
func (l *Loop) suspend(t *thread, task *Task, v value) *exc {
	if v.IsNone() {
		l.yieldLane(t, task)
		return l.enqueue(t, task, nil)
	}
	var bad *exc
	f := asFuture(v)
	switch {
	case f == nil:
		l.tell = func(t *thread) action { return l.awaitForeign(t, task, v) }
		return nil
	case f.loop != l:
		bad = object.NewExc(object.RuntimeError, "Task %s got Future %s attached to a different loop", l.text(task.value()), l.text(v))
	case !f.blocking:
		bad = object.NewExc(object.RuntimeError, "yield was used instead of yield from in task %s with %s", l.text(task.value()), l.text(v))
	case f == &task.Future:
		bad = object.NewExc(object.RuntimeError, "Task cannot await on itself: %s", l.text(task.value()))
	}
	if bad != nil {
		l.yieldLane(t, task)
		return l.enqueue(t, task, bad)
	}
	f.blocking = false
	l.waitLane(t, task, f)
	task.waiter = f
	if f.Type.IsHeap() && object.AsBuiltin(f.Type.Lookup(strAddDone)) == nil {
		// Its class wants to know who waits.
		l.tell = func(t *thread) action {
			return vm.OnValue(t, vm.GetAttr(t, f.value(), strAddDone), func(t *thread, add value) action {
				return vm.CallKw(add, []value{l.wakeupOf(task), task.ctx.value()}, []*str{strContext})
			})
		}
	} else {
		f.addCallback(t, callback{l: task})
	}
	if task.mustCancel && f.cancel(t, task.cancelMsg) {
		task.mustCancel = false
	}
	return nil
}

var strAddDone = object.Intern("add_done_callback")

func (l *Loop) text(v value) string { return object.ReprText(l.proc.RT.Ctx, v) }

func traverseFuture(v value, visit func(value)) {
	f := (*Future)(unsafe.Pointer(v.H))
	visit(f.result)
	if f.exc != nil {
		visit(f.exc.Value())
	}
	if f.cancelExc != nil {
		visit(f.cancelExc.Value())
	}
	visit(f.cancelMsg)
	for _, cb := range f.callbacks() {
		visit(cb.fn)
		if cb.l != nil {
			cb.l.visit(visit)
		}
		if cb.ctx != nil {
			visit(cb.ctx.value())
		}
	}
	for _, x := range f.attrs.Vals {
		visit(x)
	}
	if f.attrs.Dict != nil {
		visit(object.Obj(&f.attrs.Dict.Header))
	}
	if f.loop != nil {
		visit(f.loop.value())
	}
	if f.group != nil {
		f.group.visit(visit)
	}
	if task := f.task(); task != nil {
		visit(task.coro)
		if task.ctx != nil {
			visit(task.ctx.value())
		}
		if task.waiter != nil {
			visit(task.waiter.value())
		}
		visit(task.foreign)
	}
}
