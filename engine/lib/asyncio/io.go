package asyncio

import (
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// Descriptors that a loop watches: add_reader() and add_writer(). As with a selector, those that are ready are looked
// at once an iteration, before the timers, and stay registered; their callbacks are handles like any other.

// ioWatch is what a loop wants of one descriptor.
type ioWatch struct {
	desc           *world.Description
	reader, writer *Handle
}

func (l *Loop) watches() *world.Poller {
	if l.poller == nil {
		l.poller = &world.Poller{}
		l.poller.Wake = func(cause string, by trace.Entity) {
			if l.parked {
				l.parked = false
				l.th.Wake(cause, by, object.None)
			}
		}
	}
	return l.poller
}

// watch changes what is wanted of a descriptor: h is called when it is ready for reading or writing; nil for no more.
// It reports whether there was a handle before, which is cancelled.
func (l *Loop) watch(t *thread, fd int, write bool, h *Handle) (bool, *exc) {
	p := l.watches()
	d := sim.ProcessOf(t).Descriptors().Get(fd)
	var w *ioWatch
	if i := p.Get(fd); i != nil {
		if w = i.Data.(*ioWatch); h != nil && w.desc != d {
			w = nil // the number means something else now
		}
	}
	if w == nil {
		if h == nil {
			return false, nil
		}
		if d == nil {
			return false, sim.OSError(world.EBADF, object.Null)
		}
		w = &ioWatch{desc: d}
	}
	at := &w.reader
	if write {
		at = &w.writer
	}
	had := *at != nil
	if had {
		(*at).cancel()
	}
	*at = h
	want := world.Events(0)
	if w.reader != nil {
		want |= world.In
	}
	if w.writer != nil {
		want |= world.Out
	}
	if want == 0 {
		p.Remove(fd)
	} else {
		p.Set(&world.Interest{FD: fd, Desc: w.desc, Want: want, Data: w})
	}
	return had, nil
}

// collectIO moves the callbacks of the descriptors that are ready into the ready queue.
func (l *Loop) collectIO() {
	l.poller.Take(0, func(i *world.Interest, ev world.Events) {
		w := i.Data.(*ioWatch)
		if h := w.reader; h != nil && ev&(world.In|world.Err|world.Hup) != 0 && !h.cancelled {
			l.ready.push(entry{kind: runHandle, h: h})
		}
		if h := w.writer; h != nil && ev&(world.Out|world.Err|world.Hup) != 0 && !h.cancelled {
			l.ready.push(entry{kind: runHandle, h: h})
		}
	})
}

func (l *Loop) visitIO(visit func(value)) {
	l.poller.Each(func(i *world.Interest) {
		w := i.Data.(*ioWatch)
		if w.reader != nil {
			visit(w.reader.value())
		}
		if w.writer != nil {
			visit(w.writer.value())
		}
	})
}

func initIO() {
	// _watch(fd, write, handle): handle None takes it back. The result says whether there was one.
	native(loopType, "_watch", "fd, write, handle, /", func(t *thread, a []value, _ []*str) action {
		fd, ok := object.ToInt64(a[1])
		if !ok {
			return vm.Raisef(object.TypeError, "a descriptor must be an integer")
		}
		had, e := asLoop(a[0]).watch(t, int(fd), a[2] == object.True, asHandle(a[3]))
		if e != nil {
			return vm.Raise(e)
		}
		return vm.Return(object.Bool(had))
	})
}
