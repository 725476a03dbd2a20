package kernel

// Timer is a function to be called at a virtual time.
type Timer struct {
	At    int64
	seq   uint64
	fn    func()
	index int // in the heap; -1 when not pending
}

// Pending reports whether the timer has neither fired nor been cancelled.
func (t *Timer) Pending() bool { return t != nil && t.index >= 0 }

// timerHeap is a binary heap by (At, seq): equal times fire in the order of setting.
type timerHeap []*Timer

func (h timerHeap) less(i, j int) bool {
	return h[i].At < h[j].At || h[i].At == h[j].At && h[i].seq < h[j].seq
}

func (h timerHeap) swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].index, h[j].index = i, j
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

func (h *timerHeap) push(t *Timer) {
	t.index = len(*h)
	*h = append(*h, t)
	h.up(t.index)
}

func (h *timerHeap) remove(t *Timer) {
	i, last := t.index, len(*h)-1
	h.swap(i, last)
	(*h)[last] = nil
	*h = (*h)[:last]
	if i < last {
		h.down(i)
		h.up(i)
	}
	t.index = -1
}

// At calls fn at a virtual time (now, when that has passed). The function runs in the
// kernel, outside any thread, and takes no time.
func (m *Machine) At(deadline int64, fn func()) *Timer {
	deadline = min(max(deadline, m.Now()), Never)
	m.seq++
	t := &Timer{At: deadline, seq: m.seq, fn: fn}
	m.timers.push(t)
	m.nearer(deadline)
	return t
}

// Cancel stops a timer; false when it was not pending.
func (m *Machine) Cancel(t *Timer) bool {
	if !t.Pending() {
		return false
	}
	m.timers.remove(t)
	return true
}
