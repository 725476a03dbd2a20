package asyncio

import (
	"math"

	"loopscope/engine/object"
	"loopscope/engine/trace"
)

// timer calls a handle, or ends the sleep f, when it is due.
type timer struct {
	due int64 // virtual ns
	h   *Handle
	f   *Future
}

func (tm *timer) cancelled() bool {
	if tm.h != nil {
		return tm.h.cancelled
	}
	return tm.f.untimed
}

// timerHeap is a heap with exactly the moves of module heapq, so that timers
// that are due at the same time fire in the order in which CPython's do.
type timerHeap []timer

func (h *timerHeap) push(tm timer) {
	*h = append(*h, tm)
	h.rise(0, len(*h)-1)
}

func (h *timerHeap) pop() timer {
	s := *h
	n := len(s) - 1
	last := s[n]
	s[n] = timer{}
	*h = s[:n]
	if n == 0 {
		return last
	}
	first := s[0]
	s[0] = last
	h.sink(0)
	return first
}

// rise moves the item at pos towards the root until its parent is not later.
func (h *timerHeap) rise(start, pos int) {
	s := *h
	item := s[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		if item.due >= s[parent].due {
			break
		}
		s[pos] = s[parent]
		pos = parent
	}
	s[pos] = item
}

// sink lets the smaller child rise all the way to a leaf, then finds the place of the item from there.
func (h *timerHeap) sink(pos int) {
	s := *h
	start, item := pos, s[pos]
	for child := 2*pos + 1; child < len(s); child = 2*pos + 1 {
		if right := child + 1; right < len(s) && s[child].due >= s[right].due {
			child = right
		}
		s[pos] = s[child]
		pos = child
	}
	s[pos] = item
	h.rise(start, pos)
}

func (h *timerHeap) heapify() {
	for i := len(*h)/2 - 1; i >= 0; i-- {
		h.sink(i)
	}
}

// dropCancelled takes cancelled timers off the heap: all when they are many, else those on top.
func (l *Loop) dropCancelled() {
	if l.dead == 0 {
		return
	}
	if len(l.timers) > 100 && l.dead*2 > len(l.timers) {
		n := 0
		for i := range l.timers {
			if tm := l.timers[i]; !tm.cancelled() {
				l.timers[n] = tm
				n++
			} else if tm.h != nil {
				tm.h.scheduled = false
			}
		}
		clear(l.timers[n:])
		l.timers = l.timers[:n]
		l.timers.heapify()
		l.dead = 0
		return
	}
	for len(l.timers) > 0 && l.timers[0].cancelled() {
		tm := l.timers.pop()
		l.dead--
		if tm.h != nil {
			tm.h.scheduled = false
		}
	}
}

// now is loop.time().
func (l *Loop) now() float64 { return float64(l.m.Now()) / 1e9 }

// nanoseconds turns a time or delay of the program into virtual ns.
func nanoseconds(s float64) int64 {
	ns := math.Round(s * 1e9)
	if ns > 1<<62 {
		return 1 << 62
	}
	if ns < -1<<62 {
		return -1 << 62
	}
	return int64(ns)
}

// sleep makes the future that sleep() awaits.
func (l *Loop) sleep(t *thread, delay float64, result value) *Future {
	f := newFuture(l)
	f.result = result
	f.timed = true
	f.label = l.sleepLabel(delay)
	ns := nanoseconds(delay)
	l.timers.push(timer{due: l.m.Now() + ns, f: f})
	l.recordTimer(t, ns)
	return f
}

func (l *Loop) cancelSleep(f *Future) {
	f.timed, f.untimed = false, true
	l.dead++
}

// sleepLabel is "sleep 250 ms".
func (l *Loop) sleepLabel(delay float64) trace.Str {
	if delay != l.sleepFor || l.sleepStr == 0 {
		l.sleepFor, l.sleepStr = delay, l.m.Str("sleep "+durationText(delay))
	}
	return l.sleepStr
}

// durationText writes seconds in the unit that suits them.
func durationText(s float64) string {
	unit, f := " s", s
	switch {
	case s < 1e-3:
		unit, f = " µs", s*1e6
	case s < 1:
		unit, f = " ms", s*1e3
	}
	text := object.ReprText(nil, object.Float(math.Round(f*1000)/1000))
	if n := len(text); n > 2 && text[n-2:] == ".0" {
		text = text[:n-2]
	}
	return text + unit
}
