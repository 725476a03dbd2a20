package kernel

import (
	"testing"

	"loopscope/engine/trace"
)

// script is a thread for tests: a list of operations, each of which uses CPU time or does something with
// the machine. It checks for preemption between slices of 1 µs of work, as an interpreter would.
type script struct {
	m       *Machine
	th      *Thread
	ops     []op
	pc      int
	left    int64 // of the current work
	budget  int64
	elapsed int64
}

// op does something; false means that the thread has parked. A nil do is work.
type op struct {
	work int64
	do   func(s *script) bool
	sync bool
}

const grain = 1000

func (s *script) ElapsedNs() int64     { return s.elapsed }
func (s *script) Shorten(budget int64) { s.budget = min(s.budget, s.elapsed+budget) }
func (s *script) Loc() trace.Loc       { return trace.MakeLoc(0, s.pc+1) }

func (s *script) Step(budget int64) Outcome {
	s.budget, s.elapsed = budget, 0
	for s.pc < len(s.ops) {
		o := &s.ops[s.pc]
		if o.do != nil {
			if o.sync && !s.m.SyncPoint() {
				return Outcome{Sync, s.elapsed}
			}
			s.pc++
			if !o.do(s) {
				return Outcome{Parked, s.elapsed}
			}
			continue
		}
		if s.left == 0 {
			s.left = o.work
		}
		n := min(s.left, grain)
		s.left -= n
		s.elapsed += n
		if s.left == 0 {
			s.pc++
		}
		if s.elapsed >= s.budget {
			return Outcome{Budget, s.elapsed}
		}
	}
	return Outcome{Done, s.elapsed}
}

func work(ns int64) op { return op{work: ns} }

func sleep(ns int64) op {
	return op{do: func(s *script) bool {
		s.m.Park(&s.th.Agent, Wait{Reason: s.m.Str("sleep"), Deadline: s.m.Now() + ns})
		return false
	}}
}

func do(f func(s *script)) op { return op{do: func(s *script) bool { f(s); return true }, sync: true} }

func acquire(l **Lock) op {
	return op{sync: true, do: func(s *script) bool {
		return (*l).Acquire(s.m, &s.th.Agent, s.m.Str("lock"), 0)
	}}
}

func release(l **Lock) op { return do(func(s *script) { (*l).Release(s.m, &s.th.Agent) }) }

func join(th **Thread) op {
	return op{sync: true, do: func(s *script) bool {
		if (*th).Ended() {
			return true
		}
		(*th).Joiners.Park(s.m, &s.th.Agent, Wait{Reason: s.m.Str("join"), Obj: (*th).Entity})
		return false
	}}
}

// fixture is a machine with a process.
type fixture struct {
	t    *testing.T
	m    *Machine
	p    *Process
	seen []string
}

// exact is a configuration without jitter and costs.
func exact(cores int, gil bool) Config {
	c := DefaultConfig()
	c.Cores, c.GIL = cores, gil
	for _, p := range []Price{PriceJitter, PriceContextSwitch, PriceLockWake} {
		c.Prices[p] = 0
	}
	return c
}

func setup(t *testing.T, c Config) *fixture {
	f := &fixture{t: t}
	f.m = New(c, trace.NewRecorder(trace.Limits{}))
	f.p = f.m.NewProcess("main", 0)
	return f
}

func (f *fixture) thread(p *Process, name string, ops ...op) *Thread {
	s := &script{m: f.m, ops: ops}
	s.th = p.NewThread(name, 0, 0, s)
	return s.th
}

func (f *fixture) start(name string, ops ...op) *Thread {
	th := f.thread(f.p, name, ops...)
	f.m.Start(th, 0, 0)
	return th
}

func (f *fixture) say(what string) op {
	return do(func(s *script) { f.seen = append(f.seen, what) })
}

// run runs to the end and validates the recording.
func (f *fixture) run() Status {
	f.t.Helper()
	st := Going
	for i := 0; st == Going; i++ {
		if i > 10000 {
			f.t.Fatal("does not end")
		}
		st = f.m.RunFor(100)
	}
	for _, v := range trace.Validate(f.m.Rec.Recording()) {
		f.t.Error(v)
	}
	if f.t.Failed() {
		f.t.Log(f.m.Rec.Recording().Text())
	}
	return st
}
