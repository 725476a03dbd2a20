package processes

import (
	"strconv"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// life is what the package keeps for a process.
type life struct {
	proc    *sim.Process
	parent  *sim.Process
	changes watchers // of those who wait for its end
	known   bool     // its end can be seen by its parent
	reaped  bool
}

func lifeOf(p *sim.Process) *life {
	l, ok := p.Data["life"].(*life)
	if !ok {
		l = &life{proc: p}
		p.Data["life"] = l
	}
	return l
}

// born registers a new process: its parent learns of its end.
func born(child, parent *sim.Process) {
	l := lifeOf(child)
	l.parent = parent
	m := child.Run.M
	m.Holder(child.K.Entity, func() *kernel.Agent {
		if child.Exited || child.Main == nil {
			return nil
		}
		return &child.Main.K.Agent
	})
	child.OnExit = append(child.OnExit, func(p *sim.Process) {
		m.At(m.Now()+m.Price(kernel.PriceProcessExit), func() {
			l.known = true
			l.changes.changed(m, 0, "end of "+p.K.Name, p.K.Entity)
			lifeOf(parent).changes.changed(m, 0, "end of "+p.K.Name, p.K.Entity)
		})
	})
}

// find is the process with that number; nil when there is none, or its parent has waited for it.
func find(r *sim.Run, pid int) *sim.Process {
	for _, p := range r.Procs {
		if p.PID == pid && !lifeOf(p).reaped {
			return p
		}
	}
	return nil
}

// children are the children of a process that it has not waited for.
func children(p *sim.Process) []*sim.Process {
	var list []*sim.Process
	for _, c := range p.Run.Procs {
		if l := lifeOf(c); l.parent == p && !l.reaped {
			list = append(list, c)
		}
	}
	return list
}

const (
	noHang    = 1
	echild    = 10
	esrch     = 3
	maxSignal = 64
)

// waitPID is waitpid(pid, options=0) -> (pid, status); with WNOHANG (0, 0) when nobody has ended.
func waitPID(t *vm.Thread, a []value) action {
	pid, e := number(t, a[0], -1)
	if e != nil {
		return vm.Raise(e)
	}
	options, e := number(t, a[1], 0)
	if e != nil {
		return vm.Raise(e)
	}
	spend(t, kernel.PriceSyscall, 0, 0)
	p := sim.ProcessOf(t)
	m := machine(t)
	self := lifeOf(p)
	w := kernel.Wait{Reason: m.Str("end of a child process")}
	on := &self.changes
	if c := find(p.Run, pid); c != nil && lifeOf(c).parent == p {
		w = kernel.Wait{Reason: m.Str("end of " + c.K.Name), Obj: c.K.Entity}
		on = &lifeOf(c).changes
	}
	return waitFor(t, []*watchers{on}, w, func(t *vm.Thread) (action, bool) {
		some := false
		for _, c := range children(p) {
			if pid > 0 && c.PID != pid {
				continue
			}
			some = true
			if l := lifeOf(c); l.known {
				l.reaped = true
				return vm.Return(object.NewTuple([]value{object.Int(int64(c.PID)), object.Int(int64(c.Status))})), true
			}
		}
		if !some {
			return osError(echild, "No child processes"), true
		}
		if options&noHang != 0 {
			return vm.Return(object.NewTuple([]value{object.Int(0), object.Int(0)})), true
		}
		return action{}, false
	}, nil)
}

// kill is kill(pid, sig).
func kill(t *vm.Thread, a []value) action {
	pid, e := number(t, a[0], 0)
	if e != nil {
		return vm.Raise(e)
	}
	sig, e := number(t, a[1], 0)
	if e != nil {
		return vm.Raise(e)
	}
	spend(t, kernel.PriceSyscall, 0, 0)
	return sim.InOrder(t, func(t *vm.Thread) action {
		p := find(sim.ProcessOf(t).Run, pid)
		switch {
		case sig < 0 || sig > maxSignal:
			return osError(22, "Invalid argument")
		case p == nil:
			return osError(esrch, "No such process")
		case sig == 0 || p.Exited:
			return vm.ReturnNone()
		}
		if p == sim.ProcessOf(t) {
			sim.Deliver(p, sig)
			if p.Exited {
				return t.Abandon()
			}
			if e := t.Interrupt; e != nil {
				t.Interrupt = nil
				return vm.Raise(e)
			}
			if t.Pending != nil {
				return t.TakePending()(t) // a handler runs before anything else
			}
			return vm.ReturnNone()
		}
		m := machine(t)
		m.EmitString(trace.CANCEL, sim.Of(t).Lane(), p.K.Entity, "signal "+strconv.Itoa(sig))
		// What the process has been executed beyond now has happened.
		m.At(m.Ahead(p.K), func() { sim.Deliver(p, sig) })
		return vm.ReturnNone()
	})
}

// start makes a process run fn in a new main thread. The name is for readers.
func start(t *vm.Thread, p *sim.Process, latency int64, fn value, args ...value) {
	th := sim.Of(t)
	m := machine(t)
	main := p.NewThread("MainThread", 0, th.Lane(), fn, args...)
	p.Main = main
	begun(p, latency, th)
	m.Start(main.K, latency, th.Lane())
}

// begun records the start of a process: a span of its main thread up to its first instruction.
func begun(p *sim.Process, latency int64, by *sim.Thread) {
	m := p.Run.M
	lane := p.Main.K.Entity
	m.EmitString(trace.SPAN, lane, 0, "start process")
	m.At(m.Now()+latency, func() {
		if !p.Main.K.Ended() {
			m.EmitString(trace.SPANEND, lane, 0, "start process")
		}
	})
	born(p, by.Proc)
}

// spawn is spawn(name, payload, handles=()) -> pid: a fresh interpreter that calls multiprocessing.spawn._child(payload).
// The ends of pipes that handles name stay open for it.
func spawn(t *vm.Thread, a []value) action {
	name := object.AsStr(a[0])
	if name == nil {
		return vm.Raisef(object.TypeError, "the name of a process is a str")
	}
	payload := a[1]
	a = append([]value(nil), a...)
	var handles []int
	if !a[2].IsNull() {
		items, ok := elements(a[2])
		if !ok {
			return vm.Raisef(object.TypeError, "handles are given in a tuple or a list")
		}
		for _, v := range items {
			n, e := number(t, v, 0)
			if e != nil {
				return vm.Raise(e)
			}
			handles = append(handles, n)
		}
	}
	spend(t, kernel.PriceSyscall, 0, 0)
	return sim.InOrder(t, func(t *vm.Thread) action {
		th := sim.Of(t)
		r := th.Proc.Run
		if e := room(r); e != nil {
			return vm.Raise(e)
		}
		m := machine(t)
		parent, latency := th.Proc.PID, m.Price(kernel.PriceProcessSpawn)
		if a[3] == object.True {
			// A server with a fresh interpreter, started once, forks itself for each process.
			s := sharedOf(r)
			latency = m.Price(kernel.PriceProcessFork)
			if s.server == 0 {
				s.server = r.PID()
				latency += m.Price(kernel.PriceProcessSpawn)
			}
			parent = s.server
		}
		p := r.Boot(r, name.Text, th.Lane(), parent)
		for _, h := range handles {
			if d, ok := sharedOf(r).things[h].(*description); ok && d.open > 0 {
				descriptorsOf(p).inherit(d)
			}
		}
		body := vm.NewNative("_processes", "spawned", "...", func(t *vm.Thread, a []value, _ []*str) action {
			p := sim.ProcessOf(t)
			return vm.AfterHolding(t, childMain(t, payload), func(t *vm.Thread, _ value, e *exc) action { return r.Ended(t, p, e) })
		})
		start(t, p, latency, body.Value())
		return vm.Return(object.Int(int64(p.PID)))
	})
}

func childMain(t *vm.Thread, payload value) action {
	return vm.OnValue(t, t.Import("multiprocessing.spawn"), func(t *vm.Thread, m value) action {
		return vm.CallMethod(t, m, "_child", payload)
	})
}

// fork is fork(name=None, entry=None) -> pid. The new process is a copy of this one, in which only this thread goes on: with 0
// as the result, or, with an entry, by calling that, after which it ends. The name is for readers.
func fork(t *vm.Thread, a []value) action {
	name, entry := "", a[1]
	if s := object.AsStr(a[0]); !a[0].IsNull() && s != nil {
		name = s.Text
	}
	if entry.IsNone() {
		entry = object.Null
	}
	return sim.InOrder(t, func(t *vm.Thread) action {
		th := sim.Of(t)
		m := machine(t)
		r := th.Proc.Run
		if e := room(r); e != nil {
			return vm.Raise(e)
		}
		// The copy is made when the thread has stopped, so that all of it is there to be copied.
		m.At(m.Now()+m.Price(kernel.PriceSyscall), func() {
			child, e := th.Fork(name, entry, forked.Value())
			if e != nil {
				th.Interrupted(e)
				return
			}
			begun(child, m.Price(kernel.PriceProcessFork), th)
			m.Start(child.Main.K, m.Price(kernel.PriceProcessFork), th.K.Entity)
			th.Wake("fork", child.K.Entity, object.Int(int64(child.PID)))
		})
		return th.Park(kernel.Wait{Reason: m.Str("fork")})
	})
}

// forked is what a forked process with an entry runs.
var forked = vm.NewNative("_processes", "forked", "...", func(t *vm.Thread, a []value, _ []*str) action {
	p := sim.ProcessOf(t)
	return vm.AfterHolding(t, vm.Call(a[0]), func(t *vm.Thread, _ value, e *exc) action { return p.Run.Ended(t, p, e) })
})

// maxProcesses bounds how many processes live at once.
const maxProcesses = 256

func room(r *sim.Run) *exc {
	n := 0
	for _, p := range r.Procs {
		if !p.Exited {
			n++
		}
	}
	if n >= maxProcesses {
		return object.NewOSError(11, "Resource temporarily unavailable", object.Null)
	}
	return nil
}

func init() {
	function("getpid", "", func(t *vm.Thread, _ []value) action { return vm.Return(object.Int(int64(sim.ProcessOf(t).PID))) })
	function("getppid", "", func(t *vm.Thread, _ []value) action { return vm.Return(object.Int(int64(sim.ProcessOf(t).PPID))) })
	function("waitpid", "pid, options=0", waitPID)
	function("kill", "pid, sig", kill)
	// name(kind) is what readers call a new thing: by the variable that the program assigns it to, else by a number.
	function("name", "kind", func(t *vm.Thread, a []value) action {
		kind := object.AsStr(a[0]).Text
		if n := sim.AssignedName(t.UserFrame()); n != "" {
			return vm.Return(object.NewStr(kind + " " + n))
		}
		s := sharedOf(sim.ProcessOf(t).Run)
		s.numbers[kind]++
		return vm.Return(object.NewStr(kind + " " + strconv.Itoa(s.numbers[kind])))
	})
	function("fork", "name=None, entry=None", fork)
	function("spawn", "name, payload, handles=(), server=False", spawn)
	function("_exit", "status=0", func(t *vm.Thread, a []value) action {
		code, e := number(t, a[0], 0)
		if e != nil {
			return vm.Raise(e)
		}
		return sim.InOrder(t, func(t *vm.Thread) action { return sim.ProcessOf(t).ExitNow(t, code) })
	})
	// import_main(name) runs the main file once more, as a module of that name.
	function("import_main", "name", func(t *vm.Thread, a []value) action {
		return sim.ProcessOf(t).Run.RunMain(t, object.AsStr(a[0]).Text)
	})
}
