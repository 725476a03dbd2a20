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
	names   map[*Thread]string
	Cycle   []*Thread // each waits for the next, the last for the first; empty when there is none
}

// label is what a report calls a thread: where there are several processes, by its process, too.
func (m *Machine) label(th *Thread) string {
	switch {
	case len(m.procs) == 1:
		return th.Name
	case len(th.Proc.Threads) == 1 || th.Proc.Threads[0] == th:
		return th.Proc.Name
	}
	return th.Proc.Name + ", " + th.Name
}

// DeadlockReport describes the threads that are parked.
func (m *Machine) DeadlockReport() Report {
	r := Report{names: map[*Thread]string{}}
	threads := map[trace.Entity]*Thread{}
	for _, p := range m.procs {
		for _, th := range p.Threads {
			threads[th.Entity] = th
			r.names[th] = m.label(th)
		}
	}
	waits := map[*Thread]*Thread{}
	for _, p := range m.procs {
		for _, th := range p.Threads {
			if !th.parked {
				continue
			}
			w := Waiter{Thread: th, Lane: th.Lane(), Name: m.label(th), Obj: th.obj}
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
		if w.Holder != nil && w.Holder.Entity != w.Obj && !strings.HasSuffix(w.Reason, ", held by "+r.names[w.Holder]) {
			b.WriteString(", held by " + r.names[w.Holder])
		}
	}
	if len(r.Cycle) > 0 {
		b.WriteString("\n  cycle: ")
		for _, th := range r.Cycle {
			b.WriteString(r.names[th] + " -> ")
		}
		b.WriteString(r.names[r.Cycle[0]])
	}
	return b.String()
}
