package asyncio

import (
	"strconv"

	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// state is what the module keeps for a process.
type state struct {
	proc    *sim.Process
	tasks   int            // the last number of a Task-N
	futures int            // how many the program has made
	lanes   int            // how many tasks there were
	spans   int            // how many awaited coroutines are recorded
	things  map[string]int // how many locks, queues … there are
	names   map[string]int // how many lanes have a name
	loops   []*Loop
	words   words
	warned  map[string]bool
	reprs   map[*object.Header]string // while a repr is put together: those of the program's own values in it
	foreign map[*object.Header]value  // the current task of a loop, where somebody else says so
	// wrap is the coroutine function that awaits any awaitable, and newLoop the
	// class of loops that get_event_loop() makes; both are Python.
	wrap, newLoop value
}

// threadState is what it keeps for a thread.
type threadState struct {
	st      *state
	running *Loop
	set     value // set_event_loop
	wasSet  bool
}

func of(t *thread) *threadState {
	th := sim.Of(t)
	if ts, ok := th.Data["asyncio"].(*threadState); ok {
		return ts
	}
	st, ok := th.Proc.Data["asyncio"].(*state)
	if !ok {
		st = &state{proc: th.Proc, names: map[string]int{}, things: map[string]int{}, warned: map[string]bool{}}
		st.words = makeWords(th.Proc.Run.M)
		th.Proc.Data["asyncio"] = st
		install(th.Proc, st)
		th.Proc.AtEnd = append(th.Proc.AtEnd, func(t *thread) action {
			return sim.ProcessOf(t).Data["asyncio"].(*state).atExit(t)
		})
	}
	ts := &threadState{st: st}
	th.Data["asyncio"] = ts
	return ts
}

// install hooks the module into its process.
func install(p *sim.Process, st *state) {
	rt := p.RT
	rt.AwaitBegin, rt.AwaitEnd = st.awaitBegin, st.awaitEnd
	p.AddRoots(func(p *sim.Process, visit func(value)) {
		st := p.Data["asyncio"].(*state)
		for _, l := range st.loops {
			if l.isRun {
				visit(l.value())
			}
		}
		visit(st.wrap)
		visit(st.newLoop)
		for _, v := range st.foreign {
			visit(v)
		}
		for _, th := range p.Threads {
			if ts, ok := th.Data["asyncio"].(*threadState); ok {
				visit(ts.set)
			}
		}
	})
	rt.Cycles = append(rt.Cycles, func(rt *vm.Runtime, visit func(value)) {
		if len(rt.Threads) == 0 {
			return
		}
		if st, ok := sim.ProcessOf(rt.Threads[0]).Data["asyncio"].(*state); ok {
			st.visitPending(visit)
		}
	})
	onEnd := rt.OnEnd
	rt.OnEnd = func(t *thread, v value) action {
		if f := asFuture(v); f != nil && f.logTB {
			f.logTB = false
			return neverRetrieved(t, f)
		}
		if task := asTask(v); task != nil && !task.done() {
			return task.destroyed(t)
		}
		if co := asCoro(v); co != nil {
			if co.state == coroNew {
				return warnNeverAwaited(t, v, co.name(), nil, nil)
			}
			return vm.ReturnNone()
		}
		if onEnd != nil {
			return onEnd(t, v)
		}
		return vm.ReturnNone()
	}
}

func init() {
	sim.OnFork(func(_, child *sim.Process) {
		if st, ok := child.Data["asyncio"].(*state); ok {
			child.RT.AwaitBegin, child.RT.AwaitEnd = st.awaitBegin, st.awaitEnd
		}
		// A loop runs in the process that runs it, and not in its copies.
		if ts, ok := child.Main.Data["asyncio"].(*threadState); ok {
			ts.running = nil
		}
	})
	object.Describe[Future](futureType, gatherType)
	object.Describe[Task](taskType)
	object.Describe[futureIter](iterType)
	object.Describe[Loop](loopType)
	object.Describe[Context](contextType)
	object.Describe[contextVar](varType)
	object.Describe[token](tokenType)
	object.Describe[queue](queueType)
	object.Describe[coro](coroType)
	object.Describe[Handle](handleType, timerType)
	object.Describe[yielder](yielderType)
}

// neverRetrieved reports a failed future that nobody has asked.
func neverRetrieved(t *thread, f *Future) action {
	d := object.NewDict()
	d.SetStr(object.Intern("message"), object.NewStr(f.Type.Name+" exception was never retrieved"))
	d.SetStr(object.Intern("exception"), f.exc.Value())
	d.SetStr(object.Intern("future"), f.value())
	if f.origin != nil {
		d.SetStr(object.Intern("source_traceback"), f.origin.value())
	}
	f.exc.Traceback = f.excTB
	return vm.CallMethod(t, f.loop.value(), "call_exception_handler", object.Obj(&d.Header))
}

// neverAwaited is the warning about a coroutine that ends without having been awaited.
func neverAwaited(t *thread, g *vm.Generator) action {
	return warnNeverAwaited(t, g.Value(), g.QualName.Text, object.AsTuple(g.Origin), g.Code)
}

// warnNeverAwaited writes the warning; made is cr_origin of the coroutine and code its code, or both are nil.
func warnNeverAwaited(t *thread, co value, name string, made *object.Tuple, code *object.Code) action {
	text := "coroutine '" + name + "' was never awaited"
	if made != nil {
		text += "\nCoroutine created at (most recent call last)\n"
		for i := len(made.Elems) - 1; i >= 0; i-- {
			p := object.AsTuple(made.Elems[i]).Elems
			at, line := object.AsStr(p[0]).Text, int(p[1].Int64())
			text += "  File \"" + at + "\", line " + strconv.Itoa(line) + ", in " + object.AsStr(p[2]).Text + "\n"
			if at == code.File.Name {
				text += "    " + trimmed(code.File.LineText(line)) + "\n"
			}
		}
		text = text[:len(text)-1]
	}
	file, line, src := "sys", 1, ""
	var globals *object.Dict
	if f := t.CallerFrame(0); f != nil {
		file, line, globals = f.Code.File.Name, f.Line(), f.Globals
		if !f.Hidden() {
			src = trimmed(f.Code.File.LineText(line))
		}
	}
	if m, ok := t.RT.Modules.GetStr(object.Intern("warnings")); ok && globals != nil {
		// The program may have filters, or collect warnings.
		name := object.Intern("__warningregistry__")
		registry, ok := globals.GetStr(name)
		if !ok {
			registry = object.NewDict().Value()
			globals.SetStr(name, registry)
		}
		module, _ := globals.GetStr(object.Intern("__name__"))
		a := vm.OnValue(t, vm.GetAttr(t, m, object.Intern("warn_explicit")), func(t *thread, fn value) action {
			return vm.CallKw(fn, []value{object.NewStr(text), object.RuntimeWarning.Value(), object.NewStr(file), object.Int(int64(line)), orNone(module), registry, co},
				[]*str{object.Intern("source")})
		})
		return vm.After(t, a, func(t *thread, _ value, e *exc) action {
			if e != nil {
				return vm.Unraisable(t, e, value{}, co) // a filter makes an error of it
			}
			return vm.ReturnNone()
		})
	}
	key := file + ":" + strconv.Itoa(line) + ":" + text
	warned, _ := t.RT.Extra["warned"].(map[string]bool)
	if warned == nil {
		warned = map[string]bool{}
		t.RT.Extra["warned"] = warned
	}
	if !warned[key] {
		warned[key] = true
		out := file + ":" + strconv.Itoa(line) + ": RuntimeWarning: " + text + "\n"
		if src != "" {
			out += "  " + src + "\n"
		}
		t.Host.Write(t, 2, out+"RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n")
	}
	return vm.ReturnNone()
}

func trimmed(s string) string {
	for len(s) > 0 && (s[0] == ' ' || s[0] == '\t') {
		s = s[1:]
	}
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t') {
		s = s[:len(s)-1]
	}
	return s
}
