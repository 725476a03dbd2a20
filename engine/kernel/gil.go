package kernel

import "loopscope/engine/trace"

// gil is the global interpreter lock of a process.
//
// The protocol is CPython's since 3.2. The holder keeps it until it blocks. A
// waiter sleeps for the switch interval; if the lock has not changed hands in that time, it
// asks the holder to drop it. The holder does so at its next safe point, and waits
// until another thread has taken it, so it cannot win against those it has kept
// waiting. Waiters get it in the order of their arrival, or as the Policy says.
//
// A thread competes for the GIL first and for a core afterwards; a waiter occupies no
// core. In the recording a process's GIL is held by its thread that runs, or that is
// ready and had it when it lost its core; ACQUIRE and RELEASE would say nothing more.
type gil struct {
	entity  trace.Entity
	holder  *Thread
	since   int64 // when the holder first ran with it
	freedAt int64 // when its last holder let go of it
	fresh   bool  // the holder has it and has not run yet
	dropAt  int64 // when the holder will be asked; Never while nobody waits
	waiters []gilWaiter
}

type gilWaiter struct {
	th    *Thread
	since int64
}

// takeGIL gives the GIL to a thread, or queues it.
func (m *Machine) takeGIL(th *Thread) bool {
	g := th.Proc.gil
	if g.holder == th {
		return true
	}
	if g.holder == nil {
		g.holder, g.fresh, g.dropAt = th, true, Never
		return true
	}
	m.move(th, trace.LOCKWAIT, g.entity, uint32(m.words.gil))
	th.wantGIL = true
	g.waiters = append(g.waiters, gilWaiter{th, m.Now()})
	if len(g.waiters) == 1 {
		m.setDrop(g)
	}
	return false
}

// setDrop computes when the holder will be asked to drop the GIL.
func (m *Machine) setDrop(g *gil) {
	if len(g.waiters) == 0 || g.fresh {
		g.dropAt = Never // set when the holder runs
		return
	}
	interval := m.Config.Prices[PriceSwitchInterval]
	if m.Config.Preempt == "every" {
		interval = 1 + m.random.Int63n(interval)
	}
	g.dropAt = max(g.waiters[0].since, g.since) + interval
	if m.cur != nil && m.cur == g.holder {
		m.shorten(g.dropAt)
	}
}

// ranGIL notes that a thread got a core.
func (m *Machine) ranGIL(th *Thread, t int64) {
	if g := th.Proc.gil; g != nil && g.holder == th && g.fresh {
		g.fresh, g.since = false, t
		m.setDrop(g)
	}
}

// dropGIL takes the GIL from its holder and gives it to a waiter.
func (m *Machine) dropGIL(g *gil, by trace.Entity) {
	g.holder, g.dropAt, g.freedAt = nil, Never, m.Now()
	if len(g.waiters) == 0 {
		return
	}
	i := 0
	if len(g.waiters) > 1 {
		list := make([]*Thread, len(g.waiters))
		for j, w := range g.waiters {
			list[j] = w.th
		}
		i = m.choose(ChooseGIL, list)
	}
	w := g.waiters[i]
	g.waiters = append(g.waiters[:i], g.waiters[i+1:]...)
	w.th.wantGIL = false
	g.holder, g.fresh = w.th, true
	m.makeReady(w.th, m.Now(), by)
}

// forgetGIL removes a thread that ends, or parks, from its process's GIL.
func (m *Machine) forgetGIL(th *Thread) {
	g := th.Proc.gil
	if g.holder == th {
		m.dropGIL(g, th.Entity)
		return
	}
	if th.wantGIL {
		for i, w := range g.waiters {
			if w.th == th {
				g.waiters = append(g.waiters[:i], g.waiters[i+1:]...)
				break
			}
		}
		th.wantGIL = false
		m.setDrop(g)
	}
}
