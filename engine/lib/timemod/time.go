// Package timemod is the module time, on the clock of the simulated computer:
// time() begins at 2024-01-01 00:00:00 UTC, monotonic clocks begin at 0, and the
// time zone is UTC.
package timemod

import (
	_ "embed"
	"math"

	"loopscope/engine/builtins"
	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

//go:embed _strptime.py
var strptime string

//go:embed time.py
var source string

func init() {
	tb := &lib.Table{Name: "time"}
	clock := func(name string, ns func(t *vm.Thread) int64, offset float64) {
		tb.Native(name, "", func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action {
			n := ns(t)
			return vm.Return(object.Float(offset + float64(n)/1e9))
		})
		tb.Native(name+"_ns", "", func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action {
			return vm.Return(object.Int(int64(offset)*1_000_000_000 + ns(t)))
		})
	}
	now := func(t *vm.Thread) int64 { return t.Host.Now(t) }
	clock("time", now, sim.Epoch)
	clock("monotonic", now, 0)
	clock("perf_counter", now, 0)
	clock("process_time", func(t *vm.Thread) int64 { return cpu(sim.ProcessOf(t).CPU, t) }, 0)
	clock("thread_time", func(t *vm.Thread) int64 { return cpu(sim.Of(t).CPU, t) }, 0)
	tb.Native("sleep", "secs, /", sleep)
	tb.Const("timezone", object.Int(0))
	tb.Const("altzone", object.Int(0))
	tb.Const("daylight", object.Int(0))
	tb.Const("tzname", object.TupleOf(object.NewStr("UTC"), object.NewStr("UTC")))
	for i, n := range [...]string{"CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID"} {
		tb.Const(n, object.Int(int64(i)))
	}
	lib.Register("time", tb.Spec(source))
	lib.Register("_strptime", vm.Spec{Source: strptime})
}

// cpu adds the time used in the step that is under way.
func cpu(done int64, t *vm.Thread) int64 { return done + sim.Of(t).ElapsedNs() }

// Seconds is a number of seconds as an argument, in ns.
func Seconds(c *object.Ctx, v object.Value) (int64, *object.Exc) {
	f, ok, e := object.NumFloat(v)
	if e != nil {
		return 0, e
	}
	if !ok {
		return 0, object.NewExc(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Label())
	}
	if math.IsNaN(f) {
		return 0, object.NewExc(object.ValueError, "Invalid value NaN (not a number)")
	}
	if f < 0 {
		return 0, object.NewExc(object.ValueError, "sleep length must be non-negative")
	}
	return sim.Nanoseconds(f), nil
}

func sleep(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action {
	v := a[0]
	if object.TypeOf(v).IsHeap() && !object.IsIntLike(v) {
		if _, isFloat := object.ToFloat(v); !isFloat {
			return builtins.OnIndex(t, v, func(t *vm.Thread, n object.Value) vm.Action { return sleep(t, []object.Value{n}, nil) })
		}
	}
	ns, e := Seconds(t.RT.Ctx, v)
	if e != nil {
		return vm.Raise(e)
	}
	return Sleep(t, ns)
}

// Sleep parks the thread for ns. The handlers of signals that arrive meanwhile run, and it sleeps on (PEP 475).
func Sleep(t *vm.Thread, ns int64) vm.Action {
	th := sim.Of(t)
	m := th.Proc.Run.M
	return sleepUntil(t, m.Now()+max(ns, 1), m.Str("sleep "+sim.DurationText(ns)))
}

func sleepUntil(t *vm.Thread, deadline int64, reason trace.Str) vm.Action {
	th := sim.Of(t)
	th.Patient = true
	act := th.Park(kernel.Wait{Reason: reason, Deadline: deadline})
	return vm.AfterHolding(t, act, func(t *vm.Thread, _ object.Value, e *object.Exc) vm.Action {
		th := sim.Of(t)
		th.Patient = false
		if e != nil || t.Pending == nil {
			return vm.ReturnOr(object.None, e)
		}
		return vm.OnValue(t, t.TakePending()(t), func(t *vm.Thread, _ object.Value) vm.Action {
			if sim.Of(t).Now(t) >= deadline {
				return vm.ReturnNone()
			}
			return sleepUntil(t, deadline, reason)
		})
	})
}
