package kernel

import (
	"fmt"
	"testing"
)

func TestLockFIFO(t *testing.T) {
	for _, gil := range []bool{true, false} {
		f := setup(t, exact(8, gil))
		l := f.m.NewLock("lock a", f.p.Entity, 0)
		f.start("first", acquire(&l), sleep(20*ms), release(&l))
		for _, name := range []string{"b", "c", "d", "e"} {
			f.start(name, acquire(&l), f.say(name), sleep(1*ms), release(&l))
		}
		f.want(Finished)
		f.wantSeen("b c d e")
		if l.Locked() || l.Holder() != nil || l.Waiting() != 0 {
			t.Error("the lock is not free at the end")
		}
	}
}

// TestLockBarging: a thread that releases and acquires at once is faster than the waiter.
func TestLockBarging(t *testing.T) {
	c := exact(4, true)
	c.Prices[PriceLockWake] = 15_000
	f := setup(t, c)
	l := f.m.NewLock("lock a", f.p.Entity, 0)
	var ops []op
	for i := 0; i < 3; i++ {
		ops = append(ops, acquire(&l), f.say("a"), work(6*ms), release(&l))
	}
	f.start("a", ops...)
	f.start("b", acquire(&l), f.say("b"), release(&l))
	f.want(Finished)
	f.wantSeen("a a a b")
}

func TestLockTimeout(t *testing.T) {
	f := setup(t, exact(4, true))
	l := f.m.NewLock("lock a", f.p.Entity, 0)
	f.start("a", acquire(&l), sleep(20*ms), release(&l))
	f.start("b", op{sync: true, do: func(s *script) bool {
		return l.Acquire(s.m, &s.th.Agent, s.m.Str("lock"), s.m.Now()+5*ms)
	}}, do(func(s *script) {
		if !s.th.TimedOut() || s.m.Now() != 5*ms || l.Waiting() != 0 {
			t.Errorf("timed out %v at %d", s.th.TimedOut(), s.m.Now())
		}
	}), acquire(&l), do(func(s *script) {
		if s.th.TimedOut() || l.Holder() != &s.th.Agent {
			t.Error("b has not got the lock")
		}
	}), release(&l))
	f.want(Finished)
	if l.Release(f.m, nil) {
		t.Error("released a free lock")
	}
}

func TestSemaphore(t *testing.T) {
	f := setup(t, exact(4, false))
	s := f.m.NewSemaphore("semaphore", 2, f.p.Entity, 0)
	inside, most := 0, 0
	for i := 0; i < 6; i++ {
		f.start(fmt.Sprint(i), op{sync: true, do: func(c *script) bool { return s.Acquire(c.m, &c.th.Agent, 0, 0) }},
			do(func(*script) { inside++; most = max(most, inside) }), sleep(10*ms),
			do(func(c *script) { inside--; s.Release(c.m, &c.th.Agent, 1) }))
	}
	f.want(Finished)
	if most != 2 || s.Value() != 2 || f.m.Time() != 30*ms {
		t.Errorf("%d inside at once, %d permits, %d ns", most, s.Value(), f.m.Time())
	}
}

func TestDeadlock(t *testing.T) {
	f := setup(t, exact(2, true))
	a, b := f.m.NewLock("lock a", f.p.Entity, 0), f.m.NewLock("lock b", f.p.Entity, 0)
	one := f.start("one", acquire(&a), sleep(ms), acquire(&b))
	f.start("two", acquire(&b), sleep(ms), acquire(&a))
	f.start("main", join(&one))
	f.want(Deadlock)
	r := f.m.DeadlockReport()
	if got, want := r.String(), `deadlock: every thread waits, and nothing can wake one of them
  one waits: lock, held by two
  two waits: lock, held by one
  main waits: join
  cycle: one -> two -> one`; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	// A thread that waits for itself, and one that waits for nobody known.
	f = setup(t, exact(2, true))
	l := f.m.NewLock("lock", f.p.Entity, 0)
	f.start("x", acquire(&l), acquire(&l))
	f.start("y", op{do: func(s *script) bool { s.m.Park(&s.th.Agent, Wait{Reason: s.m.Str("event")}); return false }})
	f.want(Deadlock)
	if r := f.m.DeadlockReport(); len(r.Cycle) != 1 || len(r.Waiters) != 2 || r.Waiters[1].Holder != nil {
		t.Errorf("%+v", r)
	}
}
