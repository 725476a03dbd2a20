package kernel

import "loopscope/engine/trace"

// What a forked process has of the kernel's things: copies, in the state of the old ones, for which nobody waits. They are not recorded
// unless somebody gives them an entity.

// Forked is what becomes of a cooperative agent in a forked process, where th executes it.
func (a *Agent) Forked(th *Thread) Agent { return Agent{state: a.state, thread: th} }

// Own tells whether the agent is its thread itself.
func (a *Agent) Own() bool { return a.own }

// Forked is a copy of a semaphore for a forked process.
func (s *Semaphore) Forked() *Semaphore { return &Semaphore{value: s.value} }

// Forked is a copy of a lock for a forked process; holder is who has it there.
func (l *Lock) Forked(holder *Agent) *Lock {
	n := &Lock{Semaphore: Semaphore{value: l.value}, holder: holder}
	n.won = func(a *Agent) { n.holder = a }
	return n
}

// Show gives a copied lock an entity, unless it has one.
func (m *Machine) Show(l *Lock, name string, parent, creator trace.Entity) {
	if l.Entity == 0 {
		l.Entity = m.Rec.NewEntity(m.Now(), trace.Lock, name, parent, creator, m.loc())
		m.Holder(l.Entity, func() *Agent { return l.holder })
	}
}

// EndedThread is a thread of p that is over: what is left of those that did not fork.
func (p *Process) EndedThread(name string) *Thread {
	th := &Thread{Proc: p, Name: name, started: true, ended: true}
	th.own, th.thread, th.current = true, th, &th.Agent
	th.state = trace.Done
	return th
}
