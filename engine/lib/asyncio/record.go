package asyncio

import (
	"strconv"
	"strings"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// What the loop tells the recording.

func itoa(n int) string { return strconv.Itoa(n) }

// words are strings that are recorded often.
type words struct {
	timer, nothing, timers, events, future, result, exception, cancelled trace.Str
	done                                                                 trace.Str
}

func makeWords(m *kernel.Machine) words {
	return words{
		timer: m.Str("timer"), nothing: m.Str("nothing is ready, no timer is set"), events: m.Str("nothing is ready, until a connection is"), timers: m.Str("nothing is ready, until the next timer"),
		future: m.Str("future"), result: m.Str("set_result"), exception: m.Str("set_exception"), cancelled: m.Str("cancel"), done: m.Str("done"),
	}
}

// laneName is what a reader knows a task by: its coroutine and the first
// argument, where that is short, or the name that the program gave it.
func laneName(c *ctx, task *Task) string {
	if task.name != "" {
		return task.name
	}
	g := task.gen
	if co := asCoro(task.coro); co != nil {
		if co.kind != coroSleep {
			return co.q.name + strings.TrimPrefix(co.name(), "Queue") + "()"
		}
		return "sleep(" + object.ReprText(c, object.Float(co.delay)) + ")"
	}
	if g == nil {
		return object.TypeOf(task.coro).Name
	}
	name := g.Name.Text
	if g.Frame == nil || g.Started || g.Code.ArgCount == 0 {
		return name
	}
	vars := g.Code.VarNames
	for i := 0; i < g.Code.ArgCount; i++ {
		v := g.Frame.Local(i)
		if v.IsNull() || i == 0 && (vars[i] == "self" || vars[i] == "cls") {
			continue
		}
		if !v.IsInt() && !v.IsFloat() && !v.IsBool() && v.H.Type != object.StrType {
			break
		}
		if s := object.ReprText(c, v); len(s) <= 16 {
			return name + "(" + s + ")"
		}
		break
	}
	return name
}

// How many tasks get names of their own in the recording, and how many futures are in it at all.
const (
	maxNamed   = 5_000
	maxFutures = 2_000
)

// createLane makes the agent of a new task.
func (l *Loop) createLane(t *thread, task *Task) {
	th := sim.Of(t)
	l.st.lanes++
	var name string
	if l.st.lanes > maxNamed && task.name == "" {
		// Among so many nobody looks for one by its name, and names take room.
		if name = "task"; task.gen != nil {
			name = task.gen.Name.Text
		}
	} else {
		name = laneName(t.RT.Ctx, task)
		n := l.st.names[name] + 1
		l.st.names[name] = n
		if n > 1 && task.name == "" {
			name += " #" + itoa(n)
		}
	}
	task.lane = name
	by := th.Lane()
	kind := trace.Task
	if task.housekeeping() {
		kind = trace.Handle
	}
	l.m.InitAgent(&task.agent, kind, name, l.agent.Entity, by, th.K)
	task.Future.entity = task.agent.Entity
	if g := task.gen; g != nil && g.Code.File != nil && g.Code.Code.Flags&hiddenCode == 0 {
		task.agent.SetLoc(trace.MakeLoc(g.Code.File.Index, g.Code.FirstLine))
	}
	l.m.Ready(&task.agent, by)
}

// housekeeping reports whether a task is one of those with which run() closes
// the loop. They are recorded, but are no lanes: nobody who reads a program of
// three tasks expects five.
func (task *Task) housekeeping() bool {
	g := task.gen
	return g != nil && g.Code.Code.Flags&hiddenCode != 0 &&
		(g.Name.Text == "shutdown_asyncgens" || g.Name.Text == "shutdown_default_executor")
}

// runLane says that the task is resumed.
func (l *Loop) runLane(task *Task, e *exc) {
	l.m.Run(&task.agent)
	if e != nil && e.Type.IsSubtype(cancelledError) {
		l.m.Rec.Add(l.m.Now(), trace.DELIVER, task.agent.Entity, task.canceller, uint32(l.m.Str("CancelledError")), task.agent.Loc())
		task.canceller = 0
	}
}

// leaveTask gives the thread back to the loop.
func (l *Loop) leaveTask(t *thread) { l.m.Run(&l.agent) }

// place is the line of the program at which a suspended task is. On the way
// there it begins the span of a library coroutine that the program awaits.
func (task *Task) place() trace.Loc {
	var at *vm.Frame
	var library *vm.Generator
	for g, n := task.gen, 0; g != nil && g.Frame != nil && n < 10_000; n++ {
		switch {
		case !g.Frame.Hidden():
			at, library = g.Frame, nil
		case library == nil && at != nil && g.Span == 0 && g.Type == object.CoroutineType:
			library = g
		case g.Span != 0:
			library = nil
		}
		w := g.Await()
		if w.IsNull() {
			break
		}
		g = vm.Delegate(w)
	}
	if at == nil {
		return 0
	}
	if library != nil && task.loop.proc.RT.AwaitBegin != nil {
		task.loop.st.openSpan(task.agent.Entity, library, sim.FrameLoc(at))
	}
	return sim.FrameLoc(at)
}

// backToTask takes control from an async generator, or another agent that ran on
// behalf of the task, back to the task, which is about to be suspended.
func (l *Loop) backToTask(task *Task) {
	cur := l.th.K.Current()
	if cur != &task.agent && cur != &l.agent && cur.Entity != 0 && cur.State() == trace.Running {
		l.m.Switch(cur, &task.agent, l.m.Str("await"), kernel.Wait{Reason: l.m.Str("await"), Loc: task.place()})
	}
}

// yieldLane records that the task gives way, and is ready again at once.
func (l *Loop) yieldLane(t *thread, task *Task) {
	l.backToTask(task)
	l.leaveTask(t)
	task.agent.SetLoc(task.place())
	l.m.Ready(&task.agent, task.agent.Entity)
}

// waitLane records what the task waits for.
func (l *Loop) waitLane(t *thread, task *Task, f *Future) {
	l.backToTask(task)
	l.leaveTask(t)
	reason := f.label
	if reason == 0 {
		switch {
		case f.isTask:
			reason = l.m.Str("task " + f.task().lane)
		default:
			reason = l.st.words.future
		}
	}
	l.m.Park(&task.agent, kernel.Wait{Reason: reason, Obj: f.entity, Loc: task.place()})
}

// wakeLane records that what the task waits for is done.
func (l *Loop) wakeLane(task *Task, f *Future) {
	by := l.agent.Entity
	if th := l.m.Current(); th != nil {
		by = th.Lane()
	}
	cause := f.cause
	if cause == 0 && f.by != 0 {
		cause = l.st.words.done
	}
	if cause == 0 {
		switch {
		case f.isTask:
			cause, by = l.st.words.done, f.entity
		case f.state == cancelled:
			cause = l.st.words.cancelled
		case f.exc != nil:
			cause = l.st.words.exception
		default:
			cause = l.st.words.result
		}
	}
	if f.by != 0 {
		by = f.by
	}
	if by == task.agent.Entity {
		by = l.agent.Entity
	}
	if !l.m.Unpark(&task.agent, kernel.Wake{Cause: cause, By: by}) {
		l.m.Ready(&task.agent, by)
	}
}

// endLane ends the lane of a task.
func (l *Loop) endLane(t *thread, task *Task, kind trace.Kind, v value, e *exc) {
	l.leaveTask(t)
	var arg trace.Str
	switch {
	case e != nil:
		arg = l.m.Str(vm.ExceptionSummary(t, e))
	case kind == trace.DONE && !v.IsNull() && !v.IsNone() && l.st.lanes <= maxNamed:
		arg = l.m.Str(shorten(l.text(v), 60))
	}
	l.m.Finish(&task.agent, kind, arg)
}

func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// recordCancel notes who asks a task to end.
func (l *Loop) recordCancel(t *thread, task *Task, msg value) {
	by := sim.Of(t).Lane()
	task.canceller = by
	text := ""
	if !msg.IsNull() && !msg.IsNone() {
		text = shorten(l.text(msg), 60)
	}
	l.m.Emit(trace.CANCEL, by, task.agent.Entity, uint32(l.m.Str(text)))
}

// iteration notes the beginning of an iteration.
func (l *Loop) iteration(t *thread) {
	l.m.Emit(trace.ITER, l.agent.Entity, 0, uint32(l.iterations))
	l.count(t)
}

// count notes the lengths of the ready queue and of the heap of timers.
func (l *Loop) count(t *thread) {
	if l.ready.n != l.counted {
		l.counted = l.ready.n
		l.m.Emit(trace.COUNT, l.agent.Entity, 0, uint32(l.counted))
	}
	if n := len(l.timers) - l.dead; n != l.counted2 {
		l.counted2 = n
		if l.timersEnt == 0 {
			l.timersEnt = l.m.Rec.NewEntity(l.m.Now(), trace.Timer, "timers", l.agent.Entity, l.agent.Entity, 0)
		}
		l.m.Emit(trace.COUNT, l.timersEnt, 0, uint32(n))
	}
}

// recordTimer notes that a timer was set.
func (l *Loop) recordTimer(t *thread, ns int64) {
	us := ns / 1000
	if us > 1<<32-1 {
		us = 1<<32 - 1
	}
	l.m.Emit(trace.TIMER, sim.Of(t).Lane(), l.agent.Entity, uint32(max(us, 0)))
}

// callbackBegin notes that a handle runs.
func (l *Loop) callbackBegin(t *thread, h *Handle) {
	var obj trace.Entity
	if len(h.args) == 1 {
		if f := asFuture(h.args[0]); f != nil {
			obj = f.entity
		}
	}
	if obj == 0 {
		obj = h.by
	}
	l.m.Rec.Add(l.m.Now(), trace.CALLBACK, l.agent.Entity, obj, uint32(l.m.Str(calleeName(h.fn))), h.loc)
}

// scheduled notes that a callback was put into the ready queue or among the timers.
func (l *Loop) scheduled(t *thread, h *Handle) {
	if c := t.CallerFrame(0); c == nil || c.Hidden() {
		return
	}
	th := sim.Of(t)
	h.by, h.loc = th.Lane(), th.Loc()
	l.m.Rec.Add(l.m.Now(), trace.SCHEDULE, h.by, l.agent.Entity, uint32(l.m.Str(calleeName(h.fn))), h.loc)
}

// blockedFor is how long, in virtual ns, an entry of the ready queue may keep
// the loop before the recording says that it blocked it.
const blockedFor = 10_000_000

// overran notes that an entry has ended, and tells whether it has kept the loop for long.
func (l *Loop) overran() bool {
	l.began, l.ended = l.ended, l.m.Now()
	return l.ended-l.began >= blockedFor
}

// noteBlocked notes that who, a task or the loop itself for a callback, has kept
// the loop from everything else for long, and in which line of the program most of that went.
func (l *Loop) noteBlocked(who trace.Entity, what string) {
	took := l.ended - l.began
	loc := l.busiest(who)
	l.m.Rec.Add(l.m.Now(), trace.NOTE, who, 0, uint32(l.m.Str(what+"blocked the loop for "+durationText(float64(took)/1e9))), loc)
}

// busiest is the line in which who has spent most of the time since the entry began.
func (l *Loop) busiest(who trace.Entity) trace.Loc {
	rec := l.m.Rec
	spent := map[trace.Loc]int64{}
	var best trace.Loc
	until := l.m.Now()
	for i, n := rec.Count()-1, 0; i >= 0 && n < 10_000; i, n = i-1, n+1 {
		e := rec.Event(i)
		if e.Time < l.began {
			break
		}
		if e.Who != who || e.Loc == 0 {
			continue
		}
		spent[e.Loc] += until - e.Time
		until = e.Time
		if spent[e.Loc] > spent[best] || best == 0 {
			best = e.Loc
		}
	}
	return best
}

// finish ends the loop's own lane.
func (l *Loop) finish() { l.m.Finish(&l.agent, trace.DONE, 0) }

// inspect describes the suspended tasks, the ready queues and the timers of a process.
func inspect(p *sim.Process,
	stack func(e trace.Entity, name, state string, frames []*vm.Frame),
	ready func(name string),
	due func(name string, due int64)) {
	st, ok := p.Data["asyncio"].(*state)
	if !ok {
		return
	}
	for _, l := range st.loops {
		for _, task := range l.tasks {
			if task == nil || task == l.running {
				continue
			}
			stack(task.agent.Entity, task.lane, task.agent.State().String(), task.frames())
		}
		for i := 0; i < l.ready.n; i++ {
			e := l.ready.at(i)
			switch {
			case e.h != nil:
				ready(callbackText(p.RT.Ctx, e.h.fn, e.h.args))
			case e.kind == setSleeper:
				ready("end of a sleep")
			default:
				if task, ok := e.l.(*Task); ok {
					ready("step of " + task.lane)
				} else {
					ready(e.l.format())
				}
			}
		}
		sorted := append(timerHeap(nil), l.timers...)
		for len(sorted) > 0 {
			tm := sorted.pop()
			if tm.cancelled() {
				continue
			}
			name := "end of a sleep"
			if tm.h != nil {
				name = callbackText(p.RT.Ctx, tm.h.fn, tm.h.args)
			} else if task, ok := tm.f.cb.l.(*Task); ok {
				name = "wake " + task.lane
			}
			due(name, tm.due)
		}
	}
}

// frames are the program's frames of a suspended task, innermost first.
func (task *Task) frames() []*vm.Frame {
	var out []*vm.Frame
	g := task.gen
	for n := 0; g != nil && g.Frame != nil && n < 10_000; n++ {
		if !g.Frame.Hidden() {
			out = append(out, g.Frame)
		}
		w := g.Await()
		if w.IsNull() {
			break
		}
		g = vm.Delegate(w)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
