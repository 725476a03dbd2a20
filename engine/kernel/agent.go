package kernel

import "loopscope/engine/trace"

// Agent is whoever has states on the timeline: a thread, or something cooperative
// that runs on a thread (task, greenlet, generator, hub, loop). It is made to be
// embedded in the object it belongs to. An agent whose Entity is 0 is not recorded and otherwise
// works like any other.
type Agent struct {
	Entity trace.Entity
	state  trace.State
	off    bool // its thread was taken off the core (or the GIL) while it ran
	loc    trace.Loc
	own    bool // the agent is the thread itself
	thread *Thread
	// What the last Park was for, and how it ended.
	reason   trace.Str
	obj      trace.Entity
	timedOut bool
	value    any
	timer    *Timer
	caller   *Agent // who switched to it, kept only where one of the two is not recorded
	queue    *WaitQueue
}

// State is what the agent is doing.
func (a *Agent) State() trace.State { return a.state }

// Thread is the thread that the agent is, or that it last ran on.
func (a *Agent) Thread() *Thread { return a.thread }

// Value is what Unpark handed over.
func (a *Agent) Value() any { return a.value }

// TimedOut reports whether the last Park ended at its deadline.
func (a *Agent) TimedOut() bool { return a.timedOut }

// Parked reports whether the agent waits to be unparked.
func (a *Agent) Parked() bool {
	if a.own {
		return a.thread.parked
	}
	return a.state == trace.Waiting || a.state == trace.Locked
}

// Wait says what a Park is for.
type Wait struct {
	Reason trace.Str
	Obj    trace.Entity // what is waited for; 0 for nothing in particular
	// Deadline ends the wait of a thread; 0 is never. Cooperative agents have the
	// timers of their own loop.
	Deadline int64
	Lock     bool // shown as waiting for a lock
	// Loc is the line at which it waits; 0 for the one where the Runner is.
	Loc trace.Loc
}

func (w *Wait) kind() trace.Kind {
	if w.Lock {
		return trace.LOCKWAIT
	}
	return trace.WAIT
}

// Wake says how a wait ended.
type Wake struct {
	Cause trace.Str
	By    trace.Entity // who ended it; the machine is the one who ends a wait at its deadline
	Value any
}

// InitAgent gives a cooperative agent its entity. Parent is what it lives in, th the thread it lives on.
func (m *Machine) InitAgent(a *Agent, kind trace.EntityKind, name string, parent, creator trace.Entity, th *Thread) {
	a.Entity = m.Rec.NewEntity(m.Now(), kind, name, parent, creator, m.loc())
	a.state, a.thread = trace.New, th
}

// Park is the one way to wait. A thread has to return Parked from Step next; its
// wait ends with Unpark or at its deadline. A cooperative agent is only recorded as waiting.
func (m *Machine) Park(a *Agent, w Wait) {
	a.timedOut, a.value = false, nil
	if !a.own {
		m.Pause(a, w)
		return
	}
	a.reason, a.obj = w.Reason, w.Obj
	th := a.thread
	th.parked = true
	m.leave(th, w.kind(), w.Obj, uint32(w.Reason))
	if w.Deadline != 0 {
		a.timer = m.At(w.Deadline, func() {
			a.timedOut = true
			m.unpark(a, Wake{Cause: m.words.timer, By: m.Entity})
		})
	}
}

// Unpark ends a wait. It reports false, and does nothing, when the agent does not wait.
func (m *Machine) Unpark(a *Agent, w Wake) bool {
	if !a.Parked() {
		return false
	}
	a.timedOut = false
	m.unpark(a, w)
	return true
}

func (m *Machine) unpark(a *Agent, w Wake) {
	a.value = w.Value
	if a.queue != nil {
		a.queue.remove(a)
	}
	if !a.own {
		if w.By != 0 {
			m.Emit(trace.WAKE, w.By, a.Entity, uint32(w.Cause))
		}
		m.setState(a, trace.READY, w.By, 0)
		return
	}
	th := a.thread
	m.Cancel(a.timer)
	a.timer = nil
	th.parked = false
	if w.By != 0 {
		m.Emit(trace.WAKE, w.By, th.Lane(), uint32(w.Cause))
	}
	if th.core != nil {
		// Its Step has not returned yet; afterRun sees that it need not sleep.
		th.wokenBy = w.By
		return
	}
	m.awake(th, w.By)
}

// Ready says that a cooperative agent that did not wait wants to run: it has just been started, or
// gave way to others.
func (m *Machine) Ready(a *Agent, by trace.Entity) {
	if !a.own && a.state != trace.Ready && !a.state.Ended() {
		m.setState(a, trace.READY, by, 0)
	}
}

// Run says that the thread being stepped now executes the agent. Running the thread's own agent
// means that control is back in the thread itself.
func (m *Machine) Run(a *Agent) {
	th := m.cur
	if th == nil {
		return
	}
	if !a.own {
		a.thread = th
	}
	th.current = a
	if a.state == trace.Running {
		return
	}
	m.setState(a, trace.RUN, m.coreOf(a), 0)
}

// Finish ends an agent with DONE, FAIL or CANCELLED.
func (m *Machine) Finish(a *Agent, kind trace.Kind, arg trace.Str) {
	if !a.state.Ended() {
		m.setState(a, kind, 0, uint32(arg))
		a.off = false
	}
}

// Pause records that an agent waits while another agent of its thread goes on: a caller while its generator
// runs, a greenlet that has switched away. Other than with Park, the thread goes on.
func (m *Machine) Pause(a *Agent, w Wait) {
	a.reason, a.obj = w.Reason, w.Obj
	if w.Loc == 0 && a.state == trace.Running && m.cur != nil && m.cur.current == a {
		w.Loc = m.loc()
	}
	a.SetLoc(w.Loc)
	kind := w.kind()
	a.state = trace.Kinds[kind].To
	m.Rec.Add(m.Now(), kind, a.Entity, w.Obj, uint32(w.Reason), a.loc)
}

// Switch hands the thread being stepped from one agent to another: a SWITCH edge, the wait of the one that gives
// control away (unless it has ended), and the run of the other. A reason of 0 leaves the first in its state.
//
// An agent that is not recorded counts as part of the one that switched to it: when a generator expression that nobody
// wants to see takes its values from a generator, that generator is seen to be called by whoever runs the expression.
func (m *Machine) Switch(from, to *Agent, how trace.Str, w Wait) {
	if m.cur == nil {
		return
	}
	if from.Entity == 0 || to.Entity == 0 || from.caller != nil {
		returns := from.caller == to
		if !returns {
			to.caller = from
		}
		seenFrom, seenTo := from.seen(), to.seen()
		if returns {
			from.caller = nil
		}
		if from, to = seenFrom, seenTo; from == to {
			return
		}
	}
	t, l := m.Now(), m.loc()
	m.Rec.Add(t, trace.SWITCH, from.Entity, to.Entity, uint32(how), l)
	if from.state == trace.Running && w.Reason != 0 {
		from.loc, from.reason, from.obj, from.state = first(w.Loc, l), w.Reason, w.Obj, trace.Waiting
		m.Rec.Add(t, trace.WAIT, from.Entity, w.Obj, uint32(w.Reason), from.loc)
	}
	m.cur.current = to
	if !to.own {
		to.thread = m.cur
	}
	if to.state != trace.Running && !to.state.Ended() {
		to.state = trace.Running
		m.Rec.Add(t, trace.RUN, to.Entity, m.coreOf(to), 0, to.loc)
	}
}

// Pass says that control is with the agent to, only on its way to somebody else: it is not recorded as running.
// from, who had it, keeps its state.
func (m *Machine) Pass(to *Agent) {
	if m.cur == nil {
		return
	}
	m.cur.current = to
	if !to.own {
		to.thread = m.cur
	}
}

// seen is the agent that stands for a on the timeline.
func (a *Agent) seen() *Agent {
	for depth := 0; a.Entity == 0 && a.caller != nil && depth < 1000; depth++ {
		a = a.caller
	}
	return a
}

func first(a, b trace.Loc) trace.Loc {
	if a != 0 {
		return a
	}
	return b
}

// SetLoc says where an agent is, when the Runner cannot know: where a generator or a task that has not run yet
// begins, or where it was when it ended.
func (a *Agent) SetLoc(l trace.Loc) {
	if l != 0 {
		a.loc = l
	}
}

// Loc is where the agent last stopped.
func (a *Agent) Loc() trace.Loc { return a.loc }

// coreOf is the obj of the RUN event of an agent: threads say on which core.
func (m *Machine) coreOf(a *Agent) trace.Entity {
	if a.own && a.thread.core != nil {
		return a.thread.core.entity
	}
	return 0
}

// setState records a change of state of one agent, now, at the line where it is.
//
// An agent keeps the line at which it last stopped: whoever is made ready, or runs again, is still there. Only
// the one who runs can be somewhere else, and then the Runner knows.
func (m *Machine) setState(a *Agent, kind trace.Kind, obj trace.Entity, arg uint32) {
	if a.state == trace.Running && m.cur != nil && m.cur.current == a {
		if l := m.loc(); l != 0 {
			a.loc = l
		}
	}
	a.state = trace.Kinds[kind].To
	m.Rec.Add(m.Now(), kind, a.Entity, obj, arg, a.loc)
}

// Emit records an event that changes no state, now, at the line of the thread being stepped.
func (m *Machine) Emit(kind trace.Kind, who, obj trace.Entity, arg uint32) {
	m.Rec.Add(m.Now(), kind, who, obj, arg, m.loc())
}

// EmitString is Emit with a string.
func (m *Machine) EmitString(kind trace.Kind, who, obj trace.Entity, arg string) {
	if who != 0 {
		m.Emit(kind, who, obj, uint32(m.Rec.Intern(arg)))
	}
}

// Str interns a string, for Wait and Wake. Hot paths keep the result.
func (m *Machine) Str(s string) trace.Str { return m.Rec.Intern(s) }

func (m *Machine) loc() trace.Loc {
	if m.cur != nil && m.cur.locator != nil {
		return m.cur.locator.Loc()
	}
	return 0
}
