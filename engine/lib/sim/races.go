package sim

import (
	"strconv"

	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Lost updates are noticed where threads take turns: when a thread stops, what
// it has read and is about to write is remembered; when it goes on and somebody
// has written the same variable in the meantime, its own write will undo that.
// Looking only at the places where threads stop costs nothing while they run.

// maxLost is how many lost updates of one variable are reported; a loop loses thousands.
const maxLost = 5

// maxPending is how many threads are watched at once, since each stop of one looks at all of them.
const maxPending = 16

// update is something that a thread is in the middle of.
type update struct {
	vm.Update
	by trace.Entity // who wrote the variable meanwhile, 0 for nobody
}

// leave is called when the thread stops and others can run: it says which of
// their updates this thread has spoilt, and remembers its own.
func (th *Thread) leave() {
	p := th.Proc
	for _, other := range p.pending {
		for i := range other.updates {
			if u := &other.updates[i]; u.by == 0 && u.Lost() {
				u.by = th.Lane()
			}
		}
	}
	if len(p.Threads) < 2 || len(p.pending) >= maxPending || th.VM.IsDone() {
		return
	}
	for _, u := range th.VM.Updates() {
		th.updates = append(th.updates, update{Update: u})
	}
	if len(th.updates) > 0 {
		p.pending = append(p.pending, th)
	}
}

// comeBack is called when the thread goes on: it reports what it is about to
// write over.
func (th *Thread) comeBack() {
	p := th.Proc
	for i, other := range p.pending {
		if other == th {
			p.pending = append(p.pending[:i], p.pending[i+1:]...)
			break
		}
	}
	for i := range th.updates {
		u := &th.updates[i]
		if u.by == 0 {
			continue
		}
		if p.lost == nil {
			p.lost = make(map[string]int)
		}
		if p.lost[u.Name]++; p.lost[u.Name] > maxLost {
			continue
		}
		text := "lost update of " + u.Name + ": read on line " + strconv.Itoa(u.Read) + ", then " + p.Run.Rec.NameOf(u.by) +
			" wrote it, and line " + strconv.Itoa(u.Write) + " writes over that"
		if p.lost[u.Name] == maxLost {
			text += " (further ones are not reported)"
		}
		p.Run.M.EmitString(trace.NOTE, th.Lane(), u.by, text)
	}
	th.updates = th.updates[:0]
}
