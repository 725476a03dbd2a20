package kernel

import (
	"strings"

	"loopscope/engine/trace"
)

// Waiter is a thread that waits for ever.
type Waiter struct {
	Thread *Thread
	Lane   trace.Entity // the agent that waits: the thread, or what it was executing
	Name   string
	Reason string
	Obj    trace.Entity
	// Holder is who has what it waits for, or whom it waits for to end; nil when that is not known.
	Holder *Thread
}

// Report says who waits for what when nothing can happen any more.
type Report struct {
	Waiters []Waiter
	Cycle   []*Thread // each waits for the next, the last for the first; empty when there is none
}

// DeadlockReport describes the threads that are parked.
func (m *Machine) DeadlockReport() Report {
	var r Report
	threads := map[trace.Entity]*Thread{}
	for _, p := range m.procs {
		for _, th := range p.Threads {
			threads[th.Entity] = th
		}
	}
	waits := map[*Thread]*Thread{}
	for _, p := range m.procs {
		for _, th := range p.Threads {
			if !th.parked {
				continue
			}
			w := Waiter{Thread: th, Lane: th.Lane(), Name: th.Name, Obj: th.obj}
			w.Reason = m.Rec.Text(th.reason)
			if f := m.locks[th.obj]; f != nil {
				if a := f(); a != nil {
					w.Holder = a.thread
				}
			} else {
				w.Holder = threads[th.obj]
			}
			waits[th] = w.Holder
			r.Waiters = append(r.Waiters, w)
		}
	}
	for _, w := range r.Waiters {
		// Follow the holders; whoever is met twice is on a cycle.
		seen := map[*Thread]bool{}
		th := w.Thread
		for th != nil && !seen[th] {
			seen[th] = true
			th = waits[th]
		}
		if th == nil {
			continue
		}
		for first := th; ; {
			r.Cycle = append(r.Cycle, th)
			if th = waits[th]; th == first {
				return r
			}
		}
	}
	return r
}

// String is the report for a reader.
func (r Report) String() string {
	var b strings.Builder
	b.WriteString("deadlock: every thread waits, and nothing can wake one of them")
	for _, w := range r.Waiters {
		b.WriteString("\n  " + w.Name + " waits")
		if w.Reason != "" {
			b.WriteString(": " + w.Reason)
		}
		if w.Holder != nil && w.Holder.Entity != w.Obj && !strings.HasSuffix(w.Reason, ", held by "+w.Holder.Name) {
			b.WriteString(", held by " + w.Holder.Name)
		}
	}
	if len(r.Cycle) > 0 {
		b.WriteString("\n  cycle: ")
		for _, th := range r.Cycle {
			b.WriteString(th.Name + " -> ")
		}
		b.WriteString(r.Cycle[0].Name)
	}
	return b.String()
}
