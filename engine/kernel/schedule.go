package kernel

import "loopscope/engine/trace"

// RunFor takes up to so many steps (a step: a timer, a dispatch, or a thread for at most a quantum).
func (m *Machine) RunFor(steps int) Status {
	status := Going
	for ; steps > 0 && status == Going; steps-- {
		switch {
		case m.stopped != nil:
			status = Halted
		case m.step():
			if m.Rec.Unsettled() > 1<<13 {
				m.Rec.Settle(m.earliest())
			}
		case m.stopped != nil:
			status = Halted
		case m.live > 0:
			status = Deadlock
		default:
			status = Finished
		}
	}
	m.Rec.Settle(m.earliest())
	m.Rec.Meta().End = m.latest()
	return status
}

// Time is how far the whole machine has come: everything before has happened.
func (m *Machine) Time() int64 { return min(m.earliest(), max(m.now, m.latest())) }

func (m *Machine) latest() int64 {
	t := m.now
	for _, c := range m.cores {
		t = max(t, c.freeAt)
		if c.thread != nil {
			t = max(t, c.thread.local)
		}
	}
	return t
}

// earliest is the smallest time at which something can still happen.
func (m *Machine) earliest() int64 {
	t := Never
	if len(m.timers) > 0 {
		t = m.timers[0].At
	}
	if len(m.ready) > 0 {
		t = min(t, m.ready[0].readyAt)
	}
	for _, c := range m.cores {
		if c.thread != nil {
			t = min(t, c.thread.local)
		}
	}
	return t
}

// step does what is earliest; false when there is nothing.
func (m *Machine) step() bool {
	var run *core // the busy core with the smallest time
	second := Never
	for _, c := range m.cores {
		if c.thread == nil {
			continue
		}
		switch {
		case run == nil:
			run = c
		case c.thread.local < run.thread.local:
			second, run = run.thread.local, c
		default:
			second = min(second, c.thread.local)
		}
	}
	runAt, timerAt, readyAt := Never, Never, Never
	if run != nil {
		runAt = run.thread.local
	}
	if len(m.timers) > 0 {
		timerAt = m.timers[0].At
	}
	var free *core
	if len(m.ready) > 0 {
		if free = m.freeCore(m.ready[0].readyAt); free != nil {
			readyAt = max(m.ready[0].readyAt, free.freeAt)
		}
	}
	first := min(runAt, timerAt, readyAt)
	if first == Never {
		return false
	}
	if first > m.Config.VirtualLimit {
		m.Stop("limit", "virtual time is used up")
		return false
	}
	m.now = first
	switch {
	case timerAt == first:
		t := m.timers[0]
		m.timers.remove(t)
		t.fn()
	case readyAt == first:
		m.dispatch(free, readyAt)
	default:
		m.stepCore(run, min(second, timerAt, readyAt))
	}
	return true
}

// freeCore is the core for a thread that is ready at time t: the first that is free then, else
// the one that is free soonest; nil when all have threads.
func (m *Machine) freeCore(t int64) *core {
	var best *core
	for _, c := range m.cores {
		if c.thread != nil {
			continue
		}
		if c.freeAt <= t {
			return c
		}
		if best == nil || c.freeAt < best.freeAt {
			best = c
		}
	}
	return best
}

// dispatch lets a ready thread run on a free core.
func (m *Machine) dispatch(c *core, t int64) {
	n := 1
	for n < len(m.ready) && m.ready[n].readyAt <= t {
		n++
	}
	i := 0
	if n > 1 {
		i = m.choose(ChooseThread, m.ready[:n])
	}
	th := m.ready[i]
	m.ready = append(m.ready[:i], m.ready[i+1:]...)
	th.queued = false
	if c.last != nil && c.last != th {
		t += m.Config.Prices[PriceContextSwitch]
	}
	c.thread, c.last, c.sliceStart = th, th, t
	th.core, th.local = c, t
	m.now = t
	m.move(th, trace.RUN, 0, 0)
	m.ranGIL(th, t)
}

// release takes a thread off its core.
func (m *Machine) release(th *Thread) {
	c := th.core
	c.thread, c.freeAt = nil, th.local
	th.core = nil
}

// stepCore lets the thread of a core run. Nothing else can happen before the horizon.
func (m *Machine) stepCore(c *core, horizon int64) {
	th := c.thread
	t := th.local
	end := min(t+m.Config.Quantum, m.Config.VirtualLimit+1)
	if len(m.timers) > 0 {
		end = min(end, m.timers[0].At)
	}
	if g := th.Proc.gil; g != nil && len(g.waiters) > 0 {
		if t >= g.dropAt && th.safe {
			m.release(th)
			m.leave(th, trace.LOCKWAIT, g.entity, uint32(m.words.gil))
			// It goes to the end of the queue, behind those it has kept waiting; the one who
			// gets the GIL is chosen without it.
			m.dropGIL(g, th.Entity)
			th.wantGIL = true
			g.waiters = append(g.waiters, gilWaiter{th, t})
			return
		}
		end = min(end, max(g.dropAt, t+1))
	}
	if len(m.ready) > 0 {
		sliceEnd := c.sliceStart + m.Config.Prices[PriceTimeSlice]
		if m.freeCore(t) == nil {
			if first := m.ready[0].readyAt; t >= sliceEnd && t >= first {
				m.release(th)
				m.leave(th, trace.READY, 0, 0)
				m.makeReady(th, t, 0)
				return
			} else {
				end = min(end, max(sliceEnd, first, t+1))
			}
		}
	}
	m.cur, m.curEnd, m.horizon = th, end, horizon
	th.wokenBy = 0
	out := th.runner.Step(max(end-t, 1))
	th.local = min(th.local+max(out.UsedNs, 0), Never)
	m.cur, m.horizon = nil, Never
	m.now = th.local
	th.safe = out.Kind == Budget
	if _, full := m.Rec.Full(); full && m.stopped == nil {
		what, _ := m.Rec.Full()
		m.Stop("limit", "the recording is full ("+what+")")
	}
	switch {
	case th.ended:
		m.release(th)
	case out.Kind == Done:
		m.release(th)
		m.endThread(th, trace.DONE, 0)
	case out.Kind == Parked:
		m.afterPark(th)
	case th.local > t:
		m.idle = 0
	default:
		if m.idle++; m.idle > 1000 {
			m.Stop("internal", "a thread makes no progress")
		}
	}
}

// afterPark takes a thread off its core that has parked.
func (m *Machine) afterPark(th *Thread) {
	m.idle = 0
	m.release(th)
	if g := th.Proc.gil; g != nil && g.holder == th {
		m.dropGIL(g, th.Entity)
	}
	if !th.parked {
		// It was woken before it could sleep.
		m.awake(th, th.wokenBy)
	}
}
