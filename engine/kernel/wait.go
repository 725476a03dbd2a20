package kernel

import "loopscope/engine/trace"

// WaitQueue is a queue of parked agents, first in, first out. The zero value is empty.
type WaitQueue struct{ list []*Agent }

// Len counts those who wait.
func (q *WaitQueue) Len() int { return len(q.list) }

// Park parks an agent in the queue. It leaves the queue when it is woken, in whatever way.
func (q *WaitQueue) Park(m *Machine, a *Agent, w Wait) {
	q.list = append(q.list, a)
	a.queue = q
	m.Park(a, w)
}

// WakeOne wakes the first who waits; nil when there is none.
func (q *WaitQueue) WakeOne(m *Machine, w Wake) *Agent {
	if len(q.list) == 0 {
		return nil
	}
	a := q.list[0]
	m.Unpark(a, w)
	return a
}

// WakeAll wakes all, in their order, and counts them.
func (q *WaitQueue) WakeAll(m *Machine, w Wake) int {
	n := len(q.list)
	for i := 0; i < n && len(q.list) > 0; i++ {
		m.Unpark(q.list[0], w)
	}
	return n
}

func (q *WaitQueue) remove(a *Agent) {
	a.queue = nil
	for i, other := range q.list {
		if other == a {
			copy(q.list[i:], q.list[i+1:])
			q.list[len(q.list)-1] = nil
			q.list = q.list[:len(q.list)-1]
			return
		}
	}
}

// Semaphore counts permits. Whoever finds one takes it; those who wait are served in order.
//
// A release does not hand its permit over: it makes it available, and the first waiter can take it when
// it has woken up, the lock wake-up price later. A running thread that asks
// in between is faster, as with the locks of a real system: a thread that releases and at
// once acquires again keeps others waiting. With a price of 0 the permit is handed over.
type Semaphore struct {
	Entity trace.Entity
	value  int
	queue  WaitQueue
	claim  *Timer
	lastBy trace.Entity
	won    func(*Agent)
}

// NewSemaphore makes a semaphore with n permits. The name says what it is for a reader, such as "lock a".
func (m *Machine) NewSemaphore(name string, n int, parent, creator trace.Entity) *Semaphore {
	return &Semaphore{Entity: m.Rec.NewEntity(m.Now(), trace.Lock, name, parent, creator, m.loc()), value: n}
}

// Value is the number of permits that are free.
func (s *Semaphore) Value() int { return s.value }

// Waiting counts those who wait.
func (s *Semaphore) Waiting() int { return s.queue.Len() }

// TryAcquire takes a permit if one is free.
func (s *Semaphore) TryAcquire(m *Machine, a *Agent) bool {
	if s.value == 0 {
		return false
	}
	s.value--
	m.Emit(trace.ACQUIRE, laneOf(a), s.Entity, 0)
	if s.won != nil {
		s.won(a)
	}
	return true
}

// Acquire takes a permit, or parks until it has one: then it returns false, and when the agent
// goes on it has the permit unless TimedOut. Deadline 0 is never.
func (s *Semaphore) Acquire(m *Machine, a *Agent, reason trace.Str, deadline int64) bool {
	if s.TryAcquire(m, a) {
		return true
	}
	s.queue.Park(m, a, Wait{Reason: reason, Obj: s.Entity, Deadline: deadline, Lock: true})
	return false
}

// Release gives n permits back. By is who does it.
func (s *Semaphore) Release(m *Machine, by *Agent, n int) {
	s.value += n
	s.lastBy = laneOf(by)
	m.Emit(trace.RELEASE, s.lastBy, s.Entity, 0)
	s.offer(m)
}

// offer lets waiters take free permits, after the time it takes to wake one up.
func (s *Semaphore) offer(m *Machine) {
	if s.value == 0 || s.queue.Len() == 0 || s.claim.Pending() {
		return
	}
	delay := m.Config.Prices[PriceLockWake]
	if delay == 0 {
		s.take(m)
		return
	}
	s.claim = m.At(m.Now()+delay, func() { s.take(m) })
}

func (s *Semaphore) take(m *Machine) {
	for s.value > 0 && s.queue.Len() > 0 {
		s.value--
		a := s.queue.list[0]
		if s.won != nil {
			s.won(a)
		}
		m.Unpark(a, Wake{Cause: m.words.release, By: s.lastBy})
		m.Emit(trace.ACQUIRE, laneOf(a), s.Entity, 0)
	}
}

func laneOf(a *Agent) trace.Entity {
	if a == nil {
		return 0
	}
	if a.own {
		return a.thread.Lane()
	}
	return a.Entity
}

// Lock is a semaphore with one permit and a known holder.
type Lock struct {
	Semaphore
	holder *Agent
}

// NewLock makes a free lock.
func (m *Machine) NewLock(name string, parent, creator trace.Entity) *Lock {
	l := &Lock{Semaphore: *m.NewSemaphore(name, 1, parent, creator)}
	l.won = func(a *Agent) { l.holder = a }
	m.Holder(l.Entity, func() *Agent { return l.holder })
	return l
}

// Holder is who has the lock; nil when it is free.
func (l *Lock) Holder() *Agent { return l.holder }

// Locked reports whether somebody has the lock.
func (l *Lock) Locked() bool { return l.value == 0 }

// Release frees the lock; false when it was free. Anybody may do it, as in Python.
func (l *Lock) Release(m *Machine, by *Agent) bool {
	if l.value > 0 {
		return false
	}
	l.holder = nil
	l.Semaphore.Release(m, by, 1)
	return true
}

// Holder tells the machine how to find out who holds an object that others wait for, for deadlock reports.
func (m *Machine) Holder(obj trace.Entity, f func() *Agent) {
	if obj != 0 {
		m.locks[obj] = f
	}
}
