package gevent

import (
	"loopscope/engine/kernel"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/object"
	"loopscope/engine/trace"
)

// timer is something that happens at a time.
type timer struct {
	due      int64 // virtual ns
	seq      uint64
	index    int // in the heap, plus 1; 0 when it is not pending
	priority int8
	unref    bool // it does not keep the loop running
	kind     timerKind
	b        *blocked           // whose wait is over
	g        *greenlet.Greenlet // in whom exc is raised
	exc      *exc
	start    *Greenlet    // that is started
	w        *Watcher     // whose callback is called
	entity   trace.Entity // of a Timeout
}

type timerKind uint8

const (
	timerWake    timerKind = iota // the wait b is over
	timerTimeout                  // the wait b has lasted too long
	timerThrow                    // a Timeout
	timerStart                    // spawn_later
	timerWatcher                  // loop.timer()
)

// timerHeap is a binary heap by (due, seq). gevent reads the clock for each timer it starts, so
// that no two are due at the same time: the order of starting decides where virtual time does not.
type timerHeap []*timer

func (h timerHeap) less(i, j int) bool {
	return h[i].due < h[j].due || h[i].due == h[j].due && h[i].seq < h[j].seq
}

func (h timerHeap) swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].index, h[j].index = i+1, j+1
}

func (h timerHeap) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.less(i, parent) {
			return
		}
		h.swap(i, parent)
		i = parent
	}
}

func (h timerHeap) down(i int) {
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && h.less(child+1, child) {
			child++
		}
		if !h.less(child, i) {
			return
		}
		h.swap(i, child)
		i = child
	}
}

// arm starts a timer that is due ns from now.
func (l *Loop) arm(tm *timer, ns int64) {
	if tm.index != 0 {
		l.disarm(tm)
	}
	l.seq++
	tm.due, tm.seq = min(l.m.Now()+ns, kernel.Never-1), l.seq
	l.timers = append(l.timers, tm)
	tm.index = len(l.timers)
	l.timers.up(tm.index - 1)
	if !tm.unref {
		l.refs++
	}
}

// disarm stops a timer; false when it was not pending.
func (l *Loop) disarm(tm *timer) bool {
	if tm.index == 0 {
		return false
	}
	i, last := tm.index-1, len(l.timers)-1
	l.timers.swap(i, last)
	l.timers[last] = nil
	l.timers = l.timers[:last]
	if i < last {
		l.timers.down(i)
		l.timers.up(i)
	}
	tm.index = 0
	if !tm.unref {
		l.refs--
	}
	return true
}

// horizon is how much later than the first timer others still fire with it: the system waits for whole milliseconds.
const horizon = 1_000_000

// deadline is until when the loop waits: the last of the timers that fire with the first one.
func (l *Loop) deadline(now int64) int64 {
	first := l.timers[0].due
	limit := now + (first-now+horizon-1)/horizon*horizon
	return l.latest(0, limit)
}

func (l *Loop) latest(i int, limit int64) int64 {
	if i >= len(l.timers) || l.timers[i].due > limit {
		return 0
	}
	return max(l.timers[i].due, l.latest(2*i+1, limit), l.latest(2*i+2, limit))
}

// due moves the timers that are due to what has fired.
func (l *Loop) due() {
	now := l.m.Now()
	for len(l.timers) > 0 && l.timers[0].due <= now {
		tm := l.timers[0]
		l.disarm(tm)
		l.fire(fired{tm: tm}, tm.priority)
		if w := tm.w; w != nil {
			w.pending = true
			if w.repeat > 0 {
				l.arm(tm, w.repeat)
			} else {
				w.active = false
			}
		}
	}
}

// nanoseconds is a number of seconds in virtual time; what is not positive is now.
func nanoseconds(c *ctx, v value) (int64, float64, *exc) {
	f, ok, e := object.NumFloat(v)
	if e != nil {
		return 0, 0, e
	}
	if !ok {
		return 0, 0, object.NewExc(object.TypeError, "must be real number, not %s", object.TypeOf(v).Label())
	}
	return toNs(f), f, nil
}
