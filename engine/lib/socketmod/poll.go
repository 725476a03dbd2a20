package socketmod

import (
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// What the classes poll and epoll of select.py are made of.

// epollDevice is an epoll instance, which has a descriptor and can be waited for itself.
type epollDevice struct {
	p        world.Poller
	watchers world.Watchers
}

func (d *epollDevice) Read(int) ([]byte, world.Errno)  { return nil, world.EINVAL }
func (d *epollDevice) Write([]byte) (int, world.Errno) { return 0, world.EINVAL }
func (d *epollDevice) Watchers() *world.Watchers       { return &d.watchers }
func (d *epollDevice) Close()                          { d.p.Close() }
func (d *epollDevice) Stat() world.Stat                { return world.Stat{Mode: 0o600, Nlink: 1} }
func (d *epollDevice) Entity() trace.Entity            { return 0 }

func (d *epollDevice) Ready() world.Events {
	if d.p.Any() {
		return world.In
	}
	return 0
}

func addPoll(tb *lib.Table) {
	// _poll(pairs, timeout): pairs of descriptor and mask; the timeout in ms. The result has those that are ready.
	tb.Native("_poll", "pairs, timeout", func(t *vm.Thread, a []value, _ []*str) action {
		list := object.AsList(a[0])
		deadline, now, e := deadlineOf(t, a[1], 1e-3, "poll")
		if e != nil {
			return vm.Raise(e)
		}
		var fds, masks []int
		for _, v := range list.Elems {
			pair := object.AsTuple(v).Elems
			fds, masks = append(fds, number(pair[0])), append(masks, number(pair[1]))
		}
		return inOrder(t, func(t *vm.Thread) action { return poll(t, fds, masks, deadline, now) })
	})
	tb.Native("_epoll_create", "", func(t *vm.Thread, a []value, _ []*str) action {
		d := &epollDevice{}
		d.p.Wake = func(cause string, by trace.Entity) { d.watchers.Notify(cause, by) }
		fd, e := sim.ProcessOf(t).Descriptors().Open(world.NewDescription(d, world.ReadWrite))
		if e != 0 {
			return fail(e)
		}
		return vm.Return(object.Int(int64(fd)))
	})
	// _epoll_ctl(epfd, op, fd, mask): op is "add", "modify" or "remove".
	tb.Native("_epoll_ctl", "epfd, op, fd, mask", func(t *vm.Thread, a []value, _ []*str) action {
		ep, e := epollAt(t, a[0])
		if e != nil {
			return vm.Raise(e)
		}
		op, mask := object.AsStr(a[1]).Text, number(a[3])
		return withFD(t, a[2], func(t *vm.Thread, fd int) action { return control(t, ep, op, fd, mask) })
	})
	tb.Native("_epoll_wait", "epfd, timeout, limit", func(t *vm.Thread, a []value, _ []*str) action {
		ep, e := epollAt(t, a[0])
		if e != nil {
			return vm.Raise(e)
		}
		deadline, now, e := deadlineOf(t, a[1], 1, "epoll")
		if e != nil {
			return vm.Raise(e)
		}
		limit := number(a[2])
		return inOrder(t, func(t *vm.Thread) action { return epollWait(t, ep, limit, deadline, now) })
	})
	tb.Native("_fileno", "obj", func(t *vm.Thread, a []value, _ []*str) action {
		return withFD(t, a[0], func(t *vm.Thread, fd int) action { return vm.Return(object.Int(int64(fd))) })
	})
}

func pair(fd, events int) value {
	return object.NewTuple([]value{object.Int(int64(fd)), object.Int(int64(events))})
}

func poll(t *vm.Thread, fds, masks []int, deadline int64, now bool) action {
	table := sim.ProcessOf(t).Descriptors()
	var out []value
	var devices []desire
	for i, fd := range fds {
		d := table.Get(fd)
		if d == nil {
			out = append(out, pair(fd, pollInval))
			continue
		}
		devices = append(devices, desire{d.Device, wanted(masks[i])})
		if ev := shown(d.Device.Ready(), masks[i]); ev != 0 {
			out = append(out, pair(fd, ev))
		}
	}
	if len(out) > 0 || now {
		return vm.Return(object.NewList(out))
	}
	return waitAny(t, devices, deadline, "poll", func(t *vm.Thread, timedOut bool) action {
		return poll(t, fds, masks, deadline, timedOut)
	})
}

func epollAt(t *vm.Thread, fd value) (*epollDevice, *exc) {
	d := sim.ProcessOf(t).Descriptors().Get(number(fd))
	if d == nil {
		return nil, sim.OSError(world.EBADF, object.Null)
	}
	ep, ok := d.Device.(*epollDevice)
	if !ok {
		return nil, sim.OSError(world.EINVAL, object.Null)
	}
	return ep, nil
}

func control(t *vm.Thread, ep *epollDevice, op string, fd, mask int) action {
	d := sim.ProcessOf(t).Descriptors().Get(fd)
	if d == nil {
		ep.p.Remove(fd) // closing a descriptor takes it out of its epolls
		return fail(world.EBADF)
	}
	if f, ok := d.Device.(*world.File); ok && f != nil {
		return fail(world.EPERM) // files are always ready
	}
	old := ep.p.Get(fd)
	if old != nil && old.Desc != d {
		ep.p.Remove(fd)
		old = nil
	}
	switch op {
	case "remove":
		if old == nil {
			return fail(world.ENOENT)
		}
		ep.p.Remove(fd)
		return vm.ReturnNone()
	case "add":
		if old != nil {
			return fail(world.EEXIST)
		}
	case "modify":
		if old == nil {
			return fail(world.ENOENT)
		}
	}
	ep.p.Set(&world.Interest{FD: fd, Desc: d, Want: wanted(mask), Edge: mask&edgeOnly != 0, Once: mask&onceOnly != 0, Data: mask})
	return vm.ReturnNone()
}

func epollWait(t *vm.Thread, ep *epollDevice, limit int, deadline int64, now bool) action {
	var out []value
	table := sim.ProcessOf(t).Descriptors()
	var gone []int
	ep.p.Take(limit, func(i *world.Interest, ev world.Events) {
		if table.Get(i.FD) != i.Desc {
			gone = append(gone, i.FD)
			return
		}
		if n := shown(ev, i.Data.(int)); n != 0 {
			out = append(out, pair(i.FD, n))
		}
	})
	for _, fd := range gone {
		ep.p.Remove(fd)
	}
	if len(out) > 0 || now {
		return vm.Return(object.NewList(out))
	}
	return waitAny(t, []desire{{ep, world.In}}, deadline, "epoll", func(t *vm.Thread, timedOut bool) action {
		return epollWait(t, ep, limit, deadline, timedOut)
	})
}
