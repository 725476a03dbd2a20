package world

import "loopscope/engine/trace"

// Poller waits for many devices at once, as epoll does: what was registered stays
// so until it is taken back, and asking costs what has happened, not what is registered.
// Nothing is registered with a nil one.
type Poller struct {
	// Wake is called when something may have become ready.
	Wake    func(cause string, by trace.Entity)
	waits   map[int]*Interest
	pending []*Interest // those that may be ready, in the order in which it happened
}

// Interest is what is wanted of one descriptor.
type Interest struct {
	FD   int
	Desc *Description
	Want Events
	// Edge: it is reported when something happens, not as long as it is ready. Once: it is reported once.
	Edge, Once bool
	// Data is the owner's.
	Data any

	watch   *Watch
	note    *Watch
	pending bool
	spent   bool
}

// Set registers a descriptor, or changes what is wanted of it.
func (p *Poller) Set(i *Interest) {
	if p.waits == nil {
		p.waits = map[int]*Interest{}
	}
	if old := p.waits[i.FD]; old != nil {
		p.drop(old)
	}
	p.waits[i.FD] = i
	ready := func() bool { return !i.spent && i.Desc.Device.Ready()&(i.Want|Err|Hup) != 0 }
	i.note = i.Desc.Device.Watchers().AddNow(func() {
		if ready() {
			p.note(i)
		}
	})
	i.watch = i.Desc.Device.Watchers().Add(func(cause string, by trace.Entity) {
		if p.Wake != nil && ready() {
			p.Wake(cause, by)
		}
	})
	p.note(i)
}

func (p *Poller) note(i *Interest) {
	if !i.pending {
		i.pending = true
		p.pending = append(p.pending, i)
	}
}

func (p *Poller) drop(i *Interest) {
	i.Desc.Device.Watchers().Remove(i.watch)
	i.Desc.Device.Watchers().Remove(i.note)
	i.spent = true
}

// Get is the interest in a descriptor, nil for none.
func (p *Poller) Get(fd int) *Interest {
	if p == nil {
		return nil
	}
	return p.waits[fd]
}

// Each visits what is registered, in no particular order.
func (p *Poller) Each(visit func(i *Interest)) {
	if p == nil {
		return
	}
	for _, i := range p.waits {
		visit(i)
	}
}

// Len is the number of registered descriptors.
func (p *Poller) Len() int {
	if p == nil {
		return 0
	}
	return len(p.waits)
}

// Remove takes back the interest in a descriptor.
func (p *Poller) Remove(fd int) bool {
	i := p.Get(fd)
	if i == nil {
		return false
	}
	p.drop(i)
	delete(p.waits, fd)
	return true
}

// Close takes back everything.
func (p *Poller) Close() {
	for _, i := range p.waits { // in whatever order: nobody is told
		p.drop(i)
	}
	p.waits, p.pending = nil, nil
}

// Any tells whether something is ready.
func (p *Poller) Any() bool {
	if p == nil {
		return false
	}
	n := 0
	some := false
	for _, i := range p.pending {
		if !i.spent && i.Desc.Device.Ready()&(i.Want|Err|Hup) != 0 {
			some = true
		} else {
			i.pending = false
			continue
		}
		p.pending[n] = i
		n++
	}
	p.cut(n)
	return some
}

func (p *Poller) cut(n int) {
	clear(p.pending[n:])
	p.pending = p.pending[:n]
}

// Take reports what is ready, at most limit of them (0: all), each with its events.
func (p *Poller) Take(limit int, report func(i *Interest, ev Events)) int {
	if p == nil || len(p.pending) == 0 {
		return 0
	}
	var again []*Interest
	list := p.pending
	p.pending = nil
	n := 0
	for k, i := range list {
		if limit > 0 && n == limit {
			p.pending = append(p.pending, list[k:]...)
			break
		}
		i.pending = false
		if i.spent {
			continue
		}
		ev := i.Desc.Device.Ready() & (i.Want | Err | Hup)
		if ev == 0 {
			continue
		}
		n++
		switch {
		case i.Once:
			p.drop(i)
		case !i.Edge:
			again = append(again, i)
		}
		report(i, ev)
	}
	for _, i := range again {
		if !i.spent {
			p.note(i)
		}
	}
	return n
}
