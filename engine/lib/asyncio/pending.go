package asyncio

import (
	"slices"

	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// The end of tasks that are pending. What such a task waits for refers to it, and it to that, so it ends when the
// cycle is collected (gc.collect(), or the end of the process), not when the last variable goes; a task that was to
// run next ends when its loop is closed, which is all that held it.

// destroyed is the end of a pending task.
func (task *Task) destroyed(t *thread) action {
	l := task.loop
	l.m.Finish(&task.agent, trace.CANCELLED, l.m.Str("destroyed while pending"))
	l.forget(task)
	if task.quiet {
		return vm.ReturnNone()
	}
	return task.report(t)
}

// report tells the loop's exception handler that a pending task has ended.
func (task *Task) report(t *thread) action {
	d := object.NewDict()
	d.SetStr(object.Intern("task"), task.value())
	d.SetStr(object.Intern("message"), object.NewStr("Task was destroyed but it is pending!"))
	if task.origin != nil {
		d.SetStr(object.Intern("source_traceback"), task.origin.value())
	}
	return vm.CallMethod(t, task.loop.value(), "call_exception_handler", object.Obj(&d.Header))
}

// visitPending visits the tasks that may be part of a cycle that nothing else refers to, each after its coroutine,
// which is older.
func (st *state) visitPending(visit func(value)) {
	for _, l := range st.loops {
		for _, task := range l.tasks {
			if task != nil && !task.done() {
				visit(task.coro)
				visit(task.value())
			}
		}
	}
}

// endQueued ends those of the tasks, which have just been taken out of a loop, that nothing else refers to.
func endQueued(t *thread, tasks []*Task) action {
	var also []value
	for _, task := range tasks {
		also = append(also, task.value(), task.coro)
	}
	if also == nil {
		return vm.ReturnNone()
	}
	return t.CollectAlso(also, func(int) action { return vm.ReturnNone() })
}

// atExit reports the tasks that are pending when the process ends.
func (st *state) atExit(t *thread) action {
	var tasks []*Task
	for _, l := range st.loops {
		if l.isRun {
			continue // in a daemon thread, which is stopped where it is
		}
		for _, task := range l.tasks {
			if task != nil && !task.done() && !task.quiet {
				tasks = append(tasks, task)
			}
		}
	}
	i := 0
	return vm.Repeat(t, func(t *thread) action {
		if i == len(tasks) {
			return vm.ReturnNone()
		}
		task := tasks[i]
		i++
		// Its coroutine ends first, unless the program still has the task itself.
		a := vm.ReturnNone()
		if task.gen != nil && !named(t, task.value()) {
			a = vm.CloseGen(t, task.gen)
		}
		return vm.After(t, a, func(t *thread, _ value, e *exc) action {
			said := vm.ReturnNone()
			if e != nil {
				said = vm.Unraisable(t, e, value{}, task.coro)
			}
			report := vm.After(t, said, func(t *thread, _ value, _ *exc) action { return task.report(t) })
			return vm.After(t, report, func(t *thread, _ value, _ *exc) action { return vm.Continue() })
		})
	})
}

// named tells whether a variable of the main module is v, or a container that v is in.
func named(t *thread, v value) bool {
	m, _ := t.RT.Modules.GetStr(object.Intern("__main__"))
	mod := object.AsModule(m)
	if mod == nil {
		return false
	}
	holds := func(elems []value) bool { return slices.Contains(elems, v) }
	for pos := 0; ; {
		_, x, ok := mod.Dict.Next(&pos)
		if !ok {
			return false
		}
		switch {
		case x == v:
			return true
		case x.H.Type == object.ListType && holds(object.AsList(x).Elems), x.H.Type == object.TupleType && holds(object.AsTuple(x).Elems),
			x.H.Type == object.SetType && holds(object.AsSet(x).Elems()):
			return true
		case x.H.Type == object.DictType:
			d := object.AsDict(x)
			for p := 0; ; {
				_, y, ok := d.Next(&p)
				if !ok {
					break
				}
				if y == v {
					return true
				}
			}
		}
	}
}
