package gevent

import (
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// Watchers of descriptors: loop.io(). The loop keeps them in a poller, which knows those that may be ready; they are
// looked at in each iteration after the callbacks, as libev asks epoll. A descriptor that stays ready fires again.

// The events of loop.io().
const (
	evRead  = 1
	evWrite = 2
)

// ioWatch is what a watcher of a descriptor has besides.
type ioWatch struct {
	id     int // in the poller: several watchers may watch one descriptor
	fd     int
	events int
	desc   *world.Description
}

func makeIO(t *thread, l *Loop, fd, events value) (*Watcher, *exc) {
	n, ok := object.ToInt64(fd)
	if !ok {
		return nil, object.NewExc(object.TypeError, "an integer is required")
	}
	if n < 0 {
		return nil, object.NewExc(object.ValueError, "fd must be non-negative: %d", n)
	}
	ev, _ := object.ToInt64(events)
	if ev == 0 || ev&^(evRead|evWrite) != 0 {
		return nil, object.NewExc(object.ValueError, "illegal event mask: %d", ev)
	}
	d := sim.ProcessOf(t).Descriptors().Get(int(n))
	if d == nil {
		return nil, sim.OSError(world.EBADF, object.Null)
	}
	w := l.watcher(kindIO)
	l.ios++
	w.io = &ioWatch{id: l.ios, fd: int(n), events: int(ev), desc: d}
	w.Obj = d.Device.Entity()
	w.Reason = [...]string{"", "something to read", "room to write", "reading or writing"}[ev]
	return w, nil
}

// watchIO begins to watch the descriptor.
func (l *Loop) watchIO(w *Watcher) {
	if l.poller == nil {
		l.poller = &world.Poller{Wake: l.happened}
	}
	want := world.Events(0)
	if w.io.events&evRead != 0 {
		want |= world.In
	}
	if w.io.events&evWrite != 0 {
		want |= world.Out
	}
	l.poller.Set(&world.Interest{FD: w.io.id, Desc: w.io.desc, Want: want, Data: w})
}

// collectIO fires the watchers whose descriptors are ready.
func (l *Loop) collectIO() {
	if l.poller.Len() == 0 {
		return
	}
	l.poller.Take(0, func(i *world.Interest, ev world.Events) {
		w := i.Data.(*Watcher)
		if w.pending || !w.active {
			return
		}
		w.pending = true
		if b := w.waiter; b != nil && !b.over {
			b.cause = l.m.Str(w.Reason)
		}
		l.fire(fired{w: w}, w.priority)
	})
}

func initIO() {
	tp := watcherTypes[kindIO]
	tp.AddGetSet("fd", func(c *ctx, v value) (value, *exc) { return ioValue(v, func(x *ioWatch) int { return x.fd }), nil }, nil)
	tp.AddGetSet("events", func(c *ctx, v value) (value, *exc) { return ioValue(v, func(x *ioWatch) int { return x.events }), nil }, nil)
	method(loopType, "io", "fd, events, ref=True, priority=None", func(t *thread, a []value, _ []*str) action {
		w, e := makeIO(t, asLoop(a[0]), a[1], a[2])
		if e != nil {
			return vm.Raise(e)
		}
		w.options(t.RT.Ctx, a[3], a[4])
		return vm.Return(w.Value())
	})
}

func ioValue(v value, get func(x *ioWatch) int) value {
	if x := asWatcher(v).io; x != nil {
		return object.Int(int64(get(x)))
	}
	return object.Int(-1)
}
