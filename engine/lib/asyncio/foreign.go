package asyncio

import (
	"loopscope/engine/kernel"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Loops with a call_soon() of their own, and awaited objects that behave as futures without being any of this package
// (PEP 3156: they have _asyncio_future_blocking). Both are asked with method calls, as the reference does; everything
// else goes past Python.

var (
	strCallSoon = object.Intern("call_soon")
	strBlocking = object.Intern("_asyncio_future_blocking")
	strContext  = object.Intern("context")
)

// ownSoon is what is known of call_soon() of a loop: it holds while class and attributes are as they were.
type ownSoon struct {
	version uint32
	shape   *object.Shape
	own     bool
}

// hasOwnSoon tells whether call_soon() of the loop is not that of this package: its class or the loop overrides it.
func (l *Loop) hasOwnSoon() bool {
	s := &l.soon
	if s.version == l.Type.Version && s.shape == l.attrs.Shape && l.attrs.Dict == nil {
		return s.own
	}
	_, own := l.attrs.Get(strCallSoon)
	s.version, s.shape, s.own = l.Type.Version, l.attrs.Shape, own || l.Type.Lookup(strCallSoon) != loopType.Lookup(strCallSoon)
	return s.own
}

// askSoon calls the loop's own call_soon().
func (l *Loop) askSoon(t *thread, fn value, args []value, c *Context) *exc {
	if c == nil {
		c = currentContext(t).copy()
	}
	args = append(append([]value{fn}, args...), c.value())
	_, e := t.RunAside(vm.OnValue(t, vm.GetAttr(t, l.value(), strCallSoon), func(t *thread, soon value) action {
		return vm.CallKw(soon, args, []*str{strContext})
	}))
	return e
}

// enqueue has the loop step the task in its next iteration, throwing e if there is one.
func (l *Loop) enqueue(t *thread, task *Task, e *exc) *exc {
	step := entry{kind: stepTask, l: task, exc: e}
	if l.hasOwnSoon() {
		return l.askSoon(t, l.atOnce("TaskStepMethWrapper", "", func(*thread, []value) (entry, *exc) { return step, nil }), nil, task.ctx)
	}
	l.ready.push(step)
	return nil
}

// atOnce is a callback that has an entry run at once, before what else is queued.
func (l *Loop) atOnce(name, sig string, what func(t *thread, a []value) (entry, *exc)) value {
	return vm.NewNative("_asyncio", name, sig, func(t *thread, a []value, _ []*str) action {
		e, x := what(t, a)
		if x != nil {
			return vm.Raise(x)
		}
		if l.handle == nil {
			l.ready.push(e)
		} else {
			l.ready.pushFront(e)
			l.left++
		}
		return vm.ReturnNone()
	}).Value()
}

// wakeupOf is the callback of a listener of this package as a Python value.
func (l *Loop) wakeupOf(who listener) value {
	return l.atOnce("task_wakeup", "future, /", func(t *thread, a []value) (entry, *exc) {
		f := asFuture(a[0])
		if f == nil || !f.done() {
			return entry{}, object.NewExc(object.TypeError, "task_wakeup() needs a future that is done")
		}
		who.queued(f)
		return entry{kind: wakeUp, l: who, f: f}, nil
	})
}

// awaitForeign takes an object that the task has yielded and that is no future of this package.
func (l *Loop) awaitForeign(t *thread, task *Task, v value) action {
	bad := func(e *exc) action {
		l.yieldLane(t, task)
		return vm.ReturnOr(object.None, l.enqueue(t, task, e))
	}
	return vm.After(t, vm.GetAttr(t, v, strBlocking), func(t *thread, blocking value, e *exc) action {
		switch {
		case e != nil && !e.Type.IsSubtype(object.AttributeError):
			return bad(e)
		case e != nil || blocking.IsNone():
			if v.H.Type == object.GeneratorType {
				return bad(object.NewExc(object.RuntimeError, "yield was used instead of yield from for generator in task %s with %s", l.text(task.value()), l.text(v)))
			}
			return bad(object.NewExc(object.RuntimeError, "Task got bad yield: %s", l.text(v)))
		}
		told := vm.OnValue(t, vm.Truth(t, blocking), func(t *thread, yes value) action {
			if yes != object.True {
				return vm.Raisef(object.RuntimeError, "yield was used instead of yield from in task %s with %s", l.text(task.value()), l.text(v))
			}
			return l.beginForeign(t, task, v)
		})
		return vm.After(t, told, func(t *thread, _ value, e *exc) action {
			if e != nil {
				return bad(e)
			}
			return vm.ReturnNone()
		})
	})
}

// beginForeign has the task wait for v.
func (l *Loop) beginForeign(t *thread, task *Task, v value) action {
	loopOf := vm.After(t, vm.GetAttr(t, v, object.Intern("get_loop")), func(t *thread, get value, e *exc) action {
		if e != nil {
			return vm.GetAttr(t, v, object.Intern("_loop"))
		}
		return vm.Call(get)
	})
	return vm.OnValue(t, loopOf, func(t *thread, of value) action {
		if of != l.value() {
			return vm.Raisef(object.RuntimeError, "Task %s got Future %s attached to a different loop", l.text(task.value()), l.text(v))
		}
		return vm.OnValue(t, vm.SetAttr(t, v, strBlocking, object.False), func(t *thread, _ value) action {
			return vm.OnValue(t, vm.GetAttr(t, v, strAddDone), func(t *thread, add value) action {
				wakeup := vm.NewNative("_asyncio", "task_wakeup", "future, /", func(t *thread, a []value, _ []*str) action { return l.wokenForeign(t, task, a[0]) })
				told := vm.CallKw(add, []value{wakeup.Value(), task.ctx.value()}, []*str{strContext})
				return vm.OnValue(t, told, func(t *thread, _ value) action {
					task.foreign = v
					l.backToTask(task)
					l.leaveTask(t)
					l.m.Park(&task.agent, kernel.Wait{Reason: l.m.Str(object.TypeOf(v).Name), Loc: task.place()})
					if !task.mustCancel {
						return vm.ReturnNone()
					}
					return vm.OnValue(t, task.cancelForeign(t, task.cancelMsg), func(t *thread, yes value) action {
						if yes == object.True {
							task.mustCancel = false
						}
						return vm.ReturnNone()
					})
				})
			})
		})
	})
}

// wokenForeign is the callback with which the task waits for v: its result reaches the await itself, its exception is
// thrown into it.
func (l *Loop) wokenForeign(t *thread, task *Task, v value) action {
	return vm.After(t, vm.CallMethod(t, v, "result"), func(t *thread, _ value, e *exc) action {
		task.foreign = value{}
		if !l.m.Unpark(&task.agent, kernel.Wake{Cause: l.st.words.result, By: l.agent.Entity}) {
			l.m.Ready(&task.agent, l.agent.Entity)
		}
		return vm.Call(l.atOnce("task_step", "", func(*thread, []value) (entry, *exc) {
			return entry{kind: stepTask, l: task, exc: e}, nil
		}))
	})
}

// cancelForeign asks what the task waits for to be cancelled: whether it will.
func (task *Task) cancelForeign(t *thread, msg value) action {
	return vm.OnValue(t, vm.GetAttr(t, task.foreign, object.Intern("cancel")), func(t *thread, cancel value) action {
		return vm.OnValue(t, vm.CallKw(cancel, []value{orNone(msg)}, []*str{object.Intern("msg")}), func(t *thread, r value) action {
			return vm.Truth(t, r)
		})
	})
}
