// Package signalmod is the module signal: handlers, which run in the main thread
// between two instructions or while it waits, timers that send signals, and the mask
// of blocked signals. Which signals there are, and what a handler is, says the part
// in Python; package processes delivers what os.kill() sends.
package signalmod

import (
	_ "embed"

	"loopscope/engine/builtins"
	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	action = vm.Action
	thread = vm.Thread
)

//go:embed signal.py
var source string

const (
	sigAlarm = 14
	signals  = 65 // numbers are below
)

// What is done when a signal arrives.
const (
	byDefault = iota
	ignored
	handled
)

// state is what a process keeps of its signals. The handlers themselves are in the Python module.
type state struct {
	proc        *sim.Process
	disposition [signals]uint8
	blocked     [signals]bool
	pending     [signals]bool // arrived, and not yet handled
	alarm       *kernel.Timer // ITIMER_REAL
	alarmAt     int64         // ns
	interval    int64         // ns; 0 for a timer that fires once
}

const key = "signal"

func stateOf(p *sim.Process) *state {
	if s, ok := p.Data[key].(*state); ok {
		return s
	}
	s := &state{proc: p}
	p.Data[key] = s
	p.OnSignal = s.arrive
	return s
}

// arrive is told of a signal; false leaves it to the default action.
func (s *state) arrive(sig int) bool {
	if sig <= 0 || sig >= signals {
		return false
	}
	if s.blocked[sig] {
		s.pending[sig] = true
		return true
	}
	switch s.disposition[sig] {
	case byDefault:
		return false
	case ignored:
		return true
	}
	s.pending[sig] = true
	s.attend()
	return true
}

// attend has the main thread run the handlers of what is pending.
func (s *state) attend() {
	main := s.proc.Main
	if main == nil || main.K.Ended() || !s.due() {
		return
	}
	t := main.VM
	if !main.K.Parked() || main.Patient {
		t.Pending = runHandlers
		if main.K.Parked() {
			main.Wake("signal", s.proc.Run.M.Entity, value{})
		} else {
			t.Shorten(0)
		}
		return
	}
	// The thread goes on waiting for what it waits for; the handler must not wait itself.
	if _, e := t.RunAside(runHandlers(t)); e != nil {
		main.Interrupted(e)
	}
}

func (s *state) due() bool {
	for n, yes := range s.pending {
		if yes && !s.blocked[n] {
			return true
		}
	}
	return false
}

// runHandlers calls the handlers of the pending signals, the lowest number first.
func runHandlers(t *thread) action {
	s := stateOf(sim.ProcessOf(t))
	frame := object.None
	if f := t.UserFrame(); f != nil {
		frame = builtins.NewFrame(f)
	}
	return vm.OnValue(t, t.Import("signal"), func(t *thread, m value) action {
		n := 0
		return vm.Repeat(t, func(t *thread) action {
			for n++; n < signals; n++ {
				if s.pending[n] && !s.blocked[n] {
					s.pending[n] = false
					if s.disposition[n] != handled {
						continue
					}
					sig := object.Int(int64(n))
					return vm.OnValue(t, vm.CallMethod(t, m, "_handler", sig), func(t *thread, h value) action {
						if h.IsNone() {
							return vm.Continue()
						}
						return vm.OnValue(t, vm.Call(h, sig, frame), func(t *thread, _ value) action { return vm.Continue() })
					})
				}
			}
			return vm.ReturnNone()
		})
	})
}

// setTimer sets ITIMER_REAL: ns from now, 0 to stop it.
func (s *state) setTimer(ns, interval int64) {
	m := s.proc.Run.M
	m.Cancel(s.alarm)
	s.alarm, s.alarmAt, s.interval = nil, 0, interval
	if ns > 0 {
		s.alarmAt = m.Now() + ns
		s.alarm = m.At(s.alarmAt, s.ring)
	}
}

func (s *state) ring() {
	s.alarm = nil
	if s.proc.Exited {
		return
	}
	if s.interval > 0 {
		s.setTimer(s.interval, s.interval)
	}
	sim.Deliver(s.proc, sigAlarm)
}

// left is the time until the timer rings in ns, 0 when it is not set.
func (s *state) left() int64 {
	if s.alarm == nil {
		return 0
	}
	return max(s.alarmAt-s.proc.Run.M.Now(), 1)
}

func init() {
	sim.NotForked(key)
	sim.OnFork(func(parent, child *sim.Process) {
		if old, ok := parent.Data[key].(*state); ok {
			// Timers are not inherited, pending signals neither.
			*stateOf(child) = state{proc: child, disposition: old.disposition, blocked: old.blocked}
		}
	})
	tb := &lib.Table{Name: "_signal"}
	native := func(name, sig string, fn func(t *thread, s *state, a []value) action) {
		tb.Native(name, sig, func(t *thread, a []value, _ []*str) action { return fn(t, stateOf(sim.ProcessOf(t)), a) })
	}
	number := func(v value) int {
		n, _ := object.ToInt64(v)
		return int(n)
	}
	// dispose(sig, what) says what is done with a signal from now on.
	native("dispose", "sig, what, /", func(t *thread, s *state, a []value) action {
		sig := number(a[0])
		s.disposition[sig] = uint8(number(a[1]))
		return vm.ReturnNone()
	})
	// die(sig) ends the process as the signal does by default.
	native("die", "sig, /", func(t *thread, s *state, a []value) action {
		s.proc.Over(sim.Of(t), number(a[0]))
		return t.Abandon()
	})
	native("is_main", "", func(t *thread, s *state, a []value) action {
		return vm.Return(object.Bool(sim.Of(t) == s.proc.Main))
	})
	// mask(sig, blocked) blocks a signal or lets it through; check() runs what that let through.
	native("mask", "sig, blocked, /", func(t *thread, s *state, a []value) action {
		s.blocked[number(a[0])] = a[1] == object.True
		return vm.ReturnNone()
	})
	native("blocked", "", func(t *thread, s *state, a []value) action { return vm.Return(numbers(s.blocked[:])) })
	native("pending", "", func(t *thread, s *state, a []value) action { return vm.Return(numbers(s.pending[:])) })
	native("check", "", func(t *thread, s *state, a []value) action {
		if sim.Of(t) != s.proc.Main {
			return vm.ReturnNone()
		}
		for n, yes := range s.pending {
			if yes && !s.blocked[n] && s.disposition[n] == byDefault {
				s.pending[n] = false
				sim.Deliver(s.proc, n)
				if s.proc.Exited {
					return t.Abandon()
				}
			}
		}
		t.TakePending()
		return runHandlers(t)
	})
	tb.Native("default_int_handler", "signalnum, frame, /", func(t *thread, a []value, _ []*str) action {
		return vm.Raise(object.ExcArgs(object.KeyboardInterrupt))
	})
	// take(sigs) takes one of the pending signals, or None.
	native("take", "sigs, /", func(t *thread, s *state, a []value) action {
		list := object.AsList(a[0])
		for n := range s.pending {
			for _, v := range list.Elems {
				if s.pending[n] && number(v) == n {
					s.pending[n] = false
					return vm.Return(object.Int(int64(n)))
				}
			}
		}
		return vm.ReturnNone()
	})
	native("set_timer", "ns, interval, /", func(t *thread, s *state, a []value) action {
		ns, _ := object.ToInt64(a[0])
		interval, _ := object.ToInt64(a[1])
		left, old := s.left(), s.interval
		s.setTimer(ns, interval)
		return vm.Return(object.TupleOf(object.Int(left), object.Int(old)))
	})
	native("timer", "", func(t *thread, s *state, a []value) action {
		return vm.Return(object.TupleOf(object.Int(s.left()), object.Int(s.interval)))
	})
	// wait(reason, ns) waits for a signal, for ns at most (None: as long as it takes), and runs the handlers.
	native("wait", "reason, ns, /", func(t *thread, s *state, a []value) action {
		th := sim.Of(t)
		m := th.Proc.Run.M
		w := kernel.Wait{Reason: m.Str(object.AsStr(a[0]).Text)}
		if ns, ok := object.ToInt64(a[1]); ok {
			w.Deadline = m.Now() + max(ns, 1)
		}
		th.Patient = true
		return vm.AfterHolding(t, th.Park(w), func(t *thread, _ value, e *exc) action {
			sim.Of(t).Patient = false
			if e != nil {
				return vm.Raise(e)
			}
			t.TakePending()
			return runHandlers(t)
		})
	})
	lib.Register("_signal", tb.Spec(""))
	lib.Register("signal", vm.Spec{Source: source})
}

func numbers(set []bool) value {
	var out []value
	for n, yes := range set {
		if yes {
			out = append(out, object.Int(int64(n)))
		}
	}
	return object.NewList(out)
}
