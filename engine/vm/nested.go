package vm

import "loopscope/engine/object"

// nested calls fn to its end, within the instruction that is being executed.
// It serves user-defined __hash__ and __eq__ inside dict and set probes, which
// cannot be interrupted half-way.
func (rt *Runtime) nested(fn Value, args ...Value) (Value, *Exc) {
	if rt.current == nil {
		return Value{}, object.NewExc(object.UnsupportedError, "a comparison in Python outside of a thread")
	}
	return rt.current.RunAside(Call(fn, args...))
}

// RunAside carries out an action to its end before anything else happens.
// Parking or switching in there is refused. Besides dict and set probes it only
// serves reports of uncaught exceptions (a __str__ in Python), warnings, handlers of
// signals that arrive while the thread is parked, and asyncio's calls of a loop's own
// call_soon() and a foreign future's cancel(), made where a callback is being scheduled.
func (t *Thread) RunAside(a Action) (Value, *Exc) {
	if t.nested > 50 {
		return Value{}, recursionError()
	}
	var result Value
	var failed *Exc
	ended := false
	saved, savedDepth, savedDone, savedHandled := t.top, t.depth, t.done, t.handled
	savedStop := t.stop
	waiting := [...]bool{t.parked, t.woken}
	mode, wakeV, wakeE := t.wakeMode, t.wakeV, t.wakeE
	t.parked, t.woken = false, false
	t.done, t.stop = false, minFuel
	bottom := Then(func(t *Thread, v Value, exc *Exc) Action {
		result, failed, ended = v, exc, true
		// Leave the evaluation loop: the frame below must not run yet.
		t.parked, t.woken = true, false
		return Park()
	})
	t.top = &Frame{native: bottom, ret: retNative}
	t.nested++
	v, exc, st := t.act(a, retNative)
	switch st {
	case stImmediate, stDeliver:
		t.give(retNative, v, exc)
	}
	for !ended && !t.parked && !t.done {
		if t.eval() && t.fuel <= 0 {
			// The probe goes on beyond the time slice; the thread pays for it afterwards.
			t.granted += nestedSlice
			t.fuel += nestedSlice
			t.owed += nestedSlice
			if t.owed > nestedLimit {
				failed, ended = object.NewExc(object.RecursionError, "__eq__ or __hash__ ran for too long inside a dict or set"), true
			}
		}
	}
	t.nested--
	if !ended {
		failed = object.NewExc(object.UnsupportedError, "waiting or switching inside __eq__ or __hash__ called by a dict or set, or in the handler of a signal that has interrupted a wait")
	}
	t.parked, t.woken, t.done, t.stop = waiting[0], waiting[1], savedDone, savedStop
	t.wakeMode, t.wakeV, t.wakeE = mode, wakeV, wakeE
	t.top, t.depth, t.handled = saved, savedDepth, savedHandled
	t.fuel -= t.owed
	t.granted -= t.owed
	t.owed = 0
	return result, failed
}

const (
	nestedSlice = 10_000
	nestedLimit = 50_000_000
)
