package kernel

import (
	"strings"
	"testing"

	"loopscope/engine/trace"
)

func TestJoin(t *testing.T) {
	f := setup(t, exact(2, true))
	w := f.start("w", sleep(3*ms), f.say("w"))
	f.start("main", join(&w), f.say("main"))
	f.want(Finished)
	f.wantSeen("w main")
	r := f.m.Rec.Recording()
	m, _ := r.FindMoment("main/wait")
	v, _ := r.Index().AfterEvent(m.Lane, m.Event)
	if r.Name(v.Waker) != "w" || r.String(v.Cause) != "end" {
		t.Errorf("woken by %q, %q", r.Name(v.Waker), r.String(v.Cause))
	}
}

func TestKill(t *testing.T) {
	f := setup(t, exact(2, true))
	l := f.m.NewLock("lock", f.p.Entity, 0)
	d1 := f.start("running", work(1000*ms))
	f.start("parked", acquire(&l), sleep(1000*ms))
	f.start("queued", acquire(&l))
	child := f.m.NewProcess("child", 0)
	other := f.thread(child, "other", work(1000*ms))
	f.m.Start(other, 0, 0)
	f.m.At(30*ms, func() {
		f.m.KillProcess(f.p, f.m.Str("daemon"))
		f.m.Kill(other, f.m.Str("terminated"))
		f.m.Kill(other, f.m.Str("terminated"))
	})
	f.want(Finished)
	if !d1.Ended() || f.m.Time() > 32*ms || l.Waiting() != 0 {
		t.Errorf("%v at %d", d1.Ended(), f.m.Time())
	}
	// A thread that ends itself and its process.
	f = setup(t, exact(2, true))
	f.start("a", work(1000*ms))
	f.start("b", work(ms), do(func(s *script) { s.m.KillProcess(f.p, s.m.Str("exit")) }), work(10*grain))
	f.want(Finished)
}

func TestWokenBeforeAsleep(t *testing.T) {
	f := setup(t, exact(2, true))
	f.start("a", op{do: func(s *script) bool {
		s.m.Park(&s.th.Agent, Wait{Reason: s.m.Str("event")})
		if !s.m.Unpark(&s.th.Agent, Wake{By: s.th.Entity, Value: 42}) || s.m.Unpark(&s.th.Agent, Wake{}) {
			t.Error("unparked twice, or not at all")
		}
		return false
	}}, do(func(s *script) {
		if s.th.Value() != 42 || s.th.TimedOut() {
			t.Errorf("value %v", s.th.Value())
		}
	}))
	f.want(Finished)
}

// TestCooperative: agents on a thread. When the thread loses the GIL, sleeps or wakes, it is the
// agent that it executes whose state changes.
func TestCooperative(t *testing.T) {
	f := setup(t, exact(2, true))
	var gen Agent
	f.start("main", do(func(s *script) {
		m := s.m
		m.InitAgent(&gen, trace.Generator, "gen", s.th.Entity, s.th.Entity, s.th)
		m.Switch(&s.th.Agent, &gen, m.Str("next"), Wait{Reason: m.Str("in gen"), Obj: gen.Entity})
	}), work(8*ms), sleep(ms), do(func(s *script) {
		m := s.m
		if s.th.Lane() != gen.Entity || s.th.Current() != &gen {
			t.Error("the generator does not run")
		}
		m.Finish(&gen, trace.DONE, 0)
		m.Switch(&gen, &s.th.Agent, m.Str("return"), Wait{})
	}))
	f.start("other", work(8*ms))
	f.want(Finished)
	r := f.m.Rec.Recording()
	var states []string
	for _, v := range r.Index().Intervals(gen.Entity) {
		states = append(states, v.State.String())
	}
	if got, want := strings.Join(states, " "), "new running locked ready running waiting locked ready running done"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestUnrecordedAgent: main takes values from an expression that is not recorded, which takes them from
// a generator that is.
func TestUnrecordedAgent(t *testing.T) {
	f := setup(t, exact(1, true))
	var expr, gen Agent
	f.start("main", do(func(s *script) {
		m, main := s.m, &s.th.Agent
		m.InitAgent(&gen, trace.Generator, "gen", s.th.Entity, s.th.Entity, s.th)
		in, yield := m.Str("in"), m.Str("yield")
		for i := 0; i < 2; i++ {
			m.Switch(main, &expr, m.Str("next"), Wait{Reason: in, Obj: expr.Entity})
			if s.th.Lane() != main.Entity || main.State() != trace.Running {
				t.Error("the expression is seen")
			}
			m.Switch(&expr, &gen, m.Str("next"), Wait{Reason: in, Obj: gen.Entity})
			if s.th.Lane() != gen.Entity || main.State() != trace.Waiting {
				t.Error("main does not wait for the generator")
			}
			m.Switch(&gen, &expr, yield, Wait{Reason: yield})
			if s.th.Lane() != main.Entity {
				t.Error("control is not back")
			}
			m.Switch(&expr, main, yield, Wait{Reason: yield})
		}
		if gen.caller != nil || expr.caller != nil {
			t.Error("callers are kept")
		}
	}))
	f.want(Finished)
	r := f.m.Rec.Recording()
	switches := 0
	for i := 0; i < r.Len(); i++ {
		if r.At(i).Kind == trace.SWITCH {
			switches++
		}
	}
	if switches != 4 {
		t.Errorf("%d switches", switches)
	}
}
