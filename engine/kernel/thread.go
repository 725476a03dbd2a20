package kernel

import "loopscope/engine/trace"

// Process is a process of the simulated computer: threads that share memory, and a GIL unless the machine has none.
type Process struct {
	Entity  trace.Entity
	Name    string
	Threads []*Thread // that live
	gil     *gil
	random  *Random // for jitter: processes do not disturb each other
	// They keep wake-ups and starts within the process in order when they are jittered.
	lastWake, lastStart int64
	machine             *Machine
}

// Thread is a thread of a process. The embedded agent is its lane on the timeline.
type Thread struct {
	Agent
	Proc    *Process
	Name    string
	Joiners WaitQueue // woken when the thread ends
	OnEnd   func()    // called then, before the joiners are woken

	runner    Runner
	clock     Clock
	shortener Shortener
	locator   Locator

	current *Agent // what it executes: itself, or a cooperative agent
	loop    *Agent // the event loop whose tasks it executes, running while they do; nil outside of one
	core    *core  // on which it runs
	local   int64  // how far it has been executed
	readyAt int64
	seq     uint64
	queued  bool // in machine.ready
	wantGIL bool // in gil.waiters
	parked  bool
	started bool
	ended   bool
	killed  bool
	safe    bool // stopped at a point where it may lose the GIL
	wokenBy trace.Entity
}

// NewProcess makes a process. Creator is the thread that starts it, 0 for the first.
func (m *Machine) NewProcess(name string, creator trace.Entity) *Process {
	p := &Process{Name: name, machine: m, random: m.random.Fork(name)}
	m.random.Uint64()
	p.Entity = m.Rec.NewEntity(m.Now(), trace.Process, name, m.Entity, creator, m.loc())
	if m.Config.GIL {
		p.gil = &gil{entity: m.Rec.NewEntity(m.Now(), trace.GIL, "GIL", p.Entity, 0, 0)}
	}
	m.procs = append(m.procs, p)
	return p
}

// NewThread makes a thread that is still to be started. Parent is what it lives in: 0 for the process, or a pool.
func (p *Process) NewThread(name string, parent, creator trace.Entity, r Runner) *Thread {
	m := p.machine
	if parent == 0 {
		parent = p.Entity
	}
	th := &Thread{Proc: p, Name: name, runner: r}
	th.clock, _ = r.(Clock)
	th.shortener, _ = r.(Shortener)
	th.locator, _ = r.(Locator)
	th.own, th.thread, th.current = true, th, &th.Agent
	th.state = trace.New
	th.Entity = m.Rec.NewEntity(m.Now(), trace.Thread, name, parent, creator, m.loc())
	return th
}

// Start lets a thread run, latency ns (and a jitter) from now. By is who starts it.
func (m *Machine) Start(th *Thread, latency int64, by trace.Entity) {
	if th.started {
		return
	}
	th.started = true
	th.Proc.Threads = append(th.Proc.Threads, th)
	m.live++
	th.off = true
	at := m.Now() + max(latency, 0)
	if m.live > 1 {
		// Threads of a process start in the order in which they were started.
		at = max(at+m.jitter(th.Proc), th.Proc.lastStart)
		th.Proc.lastStart = at
	}
	m.want(th, at, by)
}

// Current is the agent that the thread executes: itself, or something cooperative.
func (th *Thread) Current() *Agent { return th.current }

// SetLoop says that the thread executes the tasks of an event loop, and returns the loop it was in before. The
// loop's agent runs while its tasks do, as the thread itself.
func (th *Thread) SetLoop(a *Agent) (before *Agent) {
	before, th.loop = th.loop, a
	return before
}

// Lane is the entity that the thread's doings belong to: that of the agent it executes, if it is recorded.
func (th *Thread) Lane() trace.Entity {
	if th.current.Entity != 0 && !th.current.state.Ended() {
		return th.current.Entity
	}
	return th.Entity
}

// Ended reports whether the thread is over.
func (th *Thread) Ended() bool { return th.ended }

// Started reports whether Start was called.
func (th *Thread) Started() bool { return th.started }

// leave records that whatever ran on the thread does not run any more, and remembers it in Agent.off.
// If nothing did, it is the thread itself that changes its state.
func (m *Machine) leave(th *Thread, kind trace.Kind, obj trace.Entity, arg uint32) {
	some := false
	at := trace.Loc(0)
	if th.locator != nil {
		at = th.locator.Loc()
	}
	for _, a := range [...]*Agent{th.current, th.loop, &th.Agent} {
		if a != nil && a.state == trace.Running {
			a.off, some = true, true
			a.SetLoc(at)
			m.setState(a, kind, obj, arg)
		}
	}
	if !some && !th.state.Ended() {
		th.off = true
		th.SetLoc(at)
		m.setState(&th.Agent, kind, obj, arg)
	}
}

// move records a further state of what was taken off.
func (m *Machine) move(th *Thread, kind trace.Kind, obj trace.Entity, arg uint32) {
	for i, a := range [...]*Agent{&th.Agent, th.loop, th.current} {
		if a == nil || !a.off || i > 0 && a.own || i == 2 && a == th.loop {
			continue
		}
		to := trace.Kinds[kind].To
		if a.state.Ended() || a.state == to && to == trace.Ready {
			continue
		}
		o := obj
		if kind == trace.RUN {
			o = m.coreOf(a)
			a.off = false
		}
		m.setState(a, kind, o, arg)
	}
}

// awake brings a thread back that was parked, or is starting.
func (m *Machine) awake(th *Thread, by trace.Entity) {
	m.want(th, m.Now()+m.wakeJitter(th.Proc), by)
}

// want lets a thread compete from the time at: first for the GIL, then for a core.
func (m *Machine) want(th *Thread, at int64, by trace.Entity) {
	var compete func()
	compete = func() {
		if g := th.Proc.gil; g != nil && g.holder == nil && g.freedAt > m.Now() {
			// Its last holder was stepped beyond now, and had it until then.
			m.move(th, trace.READY, by, 0)
			th.timer = m.At(g.freedAt, compete)
			return
		}
		if th.Proc.gil == nil || m.takeGIL(th) {
			m.makeReady(th, m.Now(), by)
		}
	}
	if at <= m.Now() {
		compete()
		return
	}
	m.move(th, trace.READY, by, 0)
	th.timer = m.At(at, compete)
}

// makeReady puts a thread (which has the GIL if it needs it) into the ready queue.
func (m *Machine) makeReady(th *Thread, at int64, by trace.Entity) {
	m.move(th, trace.READY, by, 0)
	m.seq++
	th.readyAt, th.seq, th.queued = at, m.seq, true
	i := len(m.ready)
	m.ready = append(m.ready, th)
	for ; i > 0 && m.ready[i-1].readyAt > at; i-- {
		m.ready[i] = m.ready[i-1]
	}
	m.ready[i] = th
	if c := m.freeCore(at); c != nil {
		m.nearer(max(at, c.freeAt))
	} else if m.cur != nil {
		m.shorten(max(m.cur.core.sliceStart+m.Config.Prices[PriceTimeSlice], at))
	}
}

// endThread takes a thread out of the machine.
func (m *Machine) endThread(th *Thread, kind trace.Kind, arg trace.Str) {
	if th.ended {
		return
	}
	if th.locator != nil {
		th.SetLoc(th.locator.Loc())
	}
	m.Finish(&th.Agent, kind, arg)
	th.ended = true
	m.Cancel(th.timer)
	if th.queue != nil {
		th.queue.remove(&th.Agent)
	}
	if th.queued {
		for i, other := range m.ready {
			if other == th {
				m.ready = append(m.ready[:i], m.ready[i+1:]...)
				break
			}
		}
	}
	list := th.Proc.Threads
	for i, other := range list {
		if other == th {
			th.Proc.Threads = append(list[:i], list[i+1:]...)
			break
		}
	}
	m.live--
	if th.Proc.gil != nil {
		m.forgetGIL(th)
	}
	if th.core != nil && th != m.cur {
		m.release(th)
	}
	if th.OnEnd != nil {
		th.OnEnd()
	}
	th.Joiners.WakeAll(m, Wake{Cause: m.words.end, By: th.Entity})
}

// Kill ends a thread from outside (a daemon thread when its process ends, a terminated process): nothing of it runs any
// more. When it is the one being stepped, its Step should return soon; what it reports is ignored.
func (m *Machine) Kill(th *Thread, why trace.Str) {
	if !th.started || th.ended {
		return
	}
	if c := th.current; !c.own && (c.state == trace.Running || c.off) {
		m.Finish(c, trace.CANCELLED, why)
	}
	th.killed = true
	m.endThread(th, trace.CANCELLED, why)
	if th == m.cur {
		m.shorten(m.Now())
	}
}

// Ahead is the time up to which a process's threads have been executed, now at least: what is done to
// the process from outside can show from then on.
func (m *Machine) Ahead(p *Process) int64 {
	t := m.Now()
	for _, th := range p.Threads {
		if th.core != nil && th != m.cur {
			t = max(t, th.local)
		}
	}
	return t
}

// KillProcess ends all threads of a process.
func (m *Machine) KillProcess(p *Process, why trace.Str) {
	for len(p.Threads) > 0 {
		m.Kill(p.Threads[len(p.Threads)-1], why)
	}
}
