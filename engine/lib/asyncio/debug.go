package asyncio

import (
	"strconv"

	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Debug mode (loop.set_debug): where futures, tasks, handles and coroutines were
// made is kept and shown, calls from other threads are refused, and what kept the
// loop for longer than slow_callback_duration is reported, in virtual time.

// debugDepth is how many frames of the program are kept of each origin.
const debugDepth = 10

// origin is where something was made: frames of the program, innermost first.
type origin []place

type place struct {
	code *object.Code
	line int
}

// originOf is the place where the program is now.
func originOf(t *thread) *origin {
	var o origin
	for n := 0; len(o) < debugDepth; n++ {
		f := t.CallerFrame(n)
		if f == nil {
			break
		}
		if !f.Hidden() {
			o = append(o, place{f.Code, f.Line()})
		}
	}
	return &o
}

// created is " created at FILE:LINE" for reprs, "" when it is not known.
func (o *origin) created() string {
	if o == nil || len(*o) == 0 {
		return ""
	}
	p := (*o)[0]
	return " created at " + p.code.File.Name + ":" + strconv.Itoa(p.line)
}

// value is the attribute _source_traceback: (file, line, function, text) of each frame, innermost last.
func (o *origin) value() value {
	if o == nil {
		return object.None
	}
	out := make([]value, 0, len(*o))
	for i := len(*o) - 1; i >= 0; i-- {
		p := (*o)[i]
		out = append(out, object.TupleOf(object.NewStr(p.code.File.Name), object.Int(int64(p.line)),
			object.NewStr(p.code.Name), object.NewStr(trimmed(p.code.File.LineText(p.line)))))
	}
	return object.NewList(out)
}

// setDebug is set_debug().
func (l *Loop) setDebug(t *thread, on bool) {
	l.debug = on
	if l.isRun && l.th == sim.Of(t) {
		l.trackOrigins(t)
	}
}

// trackOrigins makes the thread keep where coroutines are made while a loop in debug mode runs in it.
func (l *Loop) trackOrigins(t *thread) {
	switch {
	case l.debug && !l.tracking:
		l.tracking, l.depthBefore = true, t.OriginDepth
		t.OriginDepth = debugDepth
	case !l.debug && l.tracking:
		l.tracking = false
		t.OriginDepth = l.depthBefore
	}
}

// wrongThread is the error of calls that only the loop's own thread may make, in debug mode.
func (l *Loop) wrongThread(t *thread) *exc {
	if l.debug && l.isRun && l.th != sim.Of(t) {
		return object.NewExc(object.RuntimeError, "Non-thread-safe operation invoked on an event loop other than the current one")
	}
	return nil
}

// overdue looks at how long the entry took that is over, what the handle or task of which is given by what.
// When ok, the action must be carried out: it writes the warning of debug mode.
func (l *Loop) overdue(t *thread, what func() value) (action, bool) {
	if tell := l.tell; tell != nil {
		l.tell = nil
		l.phase = inReport
		l.handled = t.Handled()
		return vm.Chained(tell(t), l.conts), true
	}
	if !l.debug {
		return action{}, false
	}
	took := l.ended - l.began
	if float64(took)/1e9 < l.slow {
		return action{}, false
	}
	l.phase = inReport
	l.handled = t.Handled()
	return vm.Chained(vm.CallMethod(t, l.value(), "_report_slow", what(), object.Float(float64(took)/1e9)), l.conts), true
}
