package socketmod

import (
	"math"

	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// Module select: select(), poll objects and epoll objects.

// The events of poll and epoll, with Linux's numbers.
const (
	pollIn     = 1
	pollPri    = 2
	pollOut    = 4
	pollErr    = 8
	pollHup    = 16
	pollInval  = 32
	pollRdHup  = 0x2000
	pollAlways = pollErr | pollHup
	edgeOnly   = 1 << 31
	onceOnly   = 1 << 30
)

// wanted are the events of a mask, shown those as bits of poll.
func wanted(mask int) world.Events {
	ev := world.Events(0)
	if mask&(pollIn|pollRdHup|0x40) != 0 {
		ev |= world.In
	}
	if mask&(pollOut|0x100) != 0 {
		ev |= world.Out
	}
	return ev
}

func shown(ev world.Events, mask int) int {
	n := 0
	if ev&world.In != 0 {
		n |= pollIn
	}
	if ev&world.Out != 0 {
		n |= pollOut
	}
	if ev&world.Err != 0 {
		n |= pollErr
	}
	if ev&world.Hup != 0 {
		n |= pollHup
	}
	return n & (mask | pollAlways)
}

// withFD has then called with the descriptor that v is, or whose fileno() it answers.
func withFD(t *vm.Thread, v value, then func(t *vm.Thread, fd int) action) action {
	check := func(t *vm.Thread, v value) action {
		n, ok := object.ToInt64(v)
		if !ok {
			return vm.Raisef(object.TypeError, "fileno() returned a non-integer")
		}
		if n < 0 {
			return vm.Raisef(object.ValueError, "file descriptor cannot be a negative integer (%d)", n)
		}
		return then(t, int(min(n, 1<<30)))
	}
	if _, ok := object.ToInt64(v); ok {
		return check(t, v)
	}
	return vm.After(t, vm.GetAttr(t, v, object.Intern("fileno")), func(t *vm.Thread, fn value, e *exc) action {
		if e != nil {
			return vm.Raisef(object.TypeError, "argument must be an int, or have a fileno() method.")
		}
		return vm.OnValue(t, vm.Call(fn), check)
	})
}

// waiter is one thread that waits for several devices.
type waiter struct {
	th      *sim.Thread
	devices []desire
	watches []*world.Watch
}

// desire is what somebody waits for at a device.
type desire struct {
	world.Device
	want world.Events
}

// waitAny parks the thread until something happens at one of the devices, or the deadline. The result says
// nothing: the caller looks again.
func waitAny(t *vm.Thread, devices []desire, deadline int64, reason string, then func(t *vm.Thread, timedOut bool) action) action {
	th := sim.Of(t)
	m := th.Proc.Run.M
	w := &waiter{th: th, devices: devices}
	for _, d := range devices {
		w.watches = append(w.watches, d.Watchers().Add(func(cause string, by trace.Entity) {
			if d.Ready()&(d.want|world.Err|world.Hup) != 0 {
				th.Wake(cause, by, object.None)
			}
		}))
	}
	wait := kernel.Wait{Reason: m.Str(reason), Deadline: deadline}
	if len(devices) == 1 {
		wait.Obj = devices[0].Entity()
	}
	return vm.After(t, th.Park(wait), func(t *vm.Thread, _ value, e *exc) action {
		for i, d := range w.devices {
			d.Watchers().Remove(w.watches[i])
		}
		if e != nil {
			return vm.Raise(e)
		}
		timedOut := th.K.TimedOut()
		return sim.InOrder(t, func(t *vm.Thread) action { return then(t, timedOut) })
	})
}

// deadlineOf is the end of a wait of so many seconds; now is whether it is over at once.
func deadlineOf(t *vm.Thread, timeout value, unit float64, what string) (deadline int64, now bool, e *exc) {
	if timeout.IsNull() || timeout.IsNone() {
		return 0, false, nil
	}
	f, ok := float(timeout)
	if !ok {
		return 0, false, object.NewExc(object.TypeError, "timeout must be a float or None")
	}
	f *= unit
	switch {
	case f < 0 && what == "select":
		return 0, false, object.NewExc(object.ValueError, "timeout must be non-negative")
	case f < 0 || math.IsInf(f, 1):
		return 0, false, nil
	case f == 0:
		return 0, true, nil
	}
	return sim.Of(t).Proc.Run.M.Now() + sim.Nanoseconds(f), false, nil
}

// selection is a call of select().
type selection struct {
	objs [3][]value
	fds  [3][]int
}

func addSelect(tb *lib.Table) {
	tb.Const("error", object.OSError.Value())
	for _, n := range pollNames {
		tb.Const(n.name, object.Int(n.n))
	}
	tb.Native("select", "rlist, wlist, xlist, timeout=None, /", func(t *vm.Thread, a []value, _ []*str) action {
		deadline, now, e := deadlineOf(t, a[3], 1, "select")
		if e != nil {
			return vm.Raise(e)
		}
		s := &selection{}
		lists := [3]value{a[0], a[1], a[2]}
		k := 0
		return vm.OnValue(t, vm.Repeat(t, func(t *vm.Thread) action {
			if k == 3 {
				return vm.ReturnNone()
			}
			i := k
			k++
			return vm.After(t, vm.Iter(t, lists[i]), func(t *vm.Thread, it value, e *exc) action {
				if e != nil {
					return vm.Raisef(object.TypeError, "arguments 1-3 must be sequences")
				}
				return vm.ForEachIn(t, it, func(t *vm.Thread, v value) action {
					return withFD(t, v, func(t *vm.Thread, fd int) action {
						if fd >= 1024 {
							return vm.Raisef(object.ValueError, "filedescriptor out of range in select()")
						}
						s.objs[i] = append(s.objs[i], v)
						s.fds[i] = append(s.fds[i], fd)
						return vm.Continue()
					})
				}, func(t *vm.Thread) action { return vm.Continue() })
			})
		}), func(t *vm.Thread, _ value) action {
			return inOrder(t, func(t *vm.Thread) action { return s.look(t, deadline, now) })
		})
	})
	addPoll(tb)
}

var pollNames = [...]struct {
	name string
	n    int64
}{
	{"POLLIN", pollIn}, {"POLLPRI", pollPri}, {"POLLOUT", pollOut}, {"POLLERR", pollErr}, {"POLLHUP", pollHup}, {"POLLNVAL", pollInval},
	{"POLLRDNORM", 0x40}, {"POLLRDBAND", 0x80}, {"POLLWRNORM", 0x100}, {"POLLWRBAND", 0x200}, {"POLLMSG", 0x400}, {"POLLRDHUP", pollRdHup},
	{"EPOLLIN", pollIn}, {"EPOLLPRI", pollPri}, {"EPOLLOUT", pollOut}, {"EPOLLERR", pollErr}, {"EPOLLHUP", pollHup}, {"EPOLLRDHUP", pollRdHup},
	{"EPOLLRDNORM", 0x40}, {"EPOLLRDBAND", 0x80}, {"EPOLLWRNORM", 0x100}, {"EPOLLWRBAND", 0x200}, {"EPOLLMSG", 0x400},
	{"EPOLLET", edgeOnly}, {"EPOLLONESHOT", onceOnly}, {"EPOLLEXCLUSIVE", 1 << 28}, {"EPOLL_CLOEXEC", world.CloExec}, {"PIPE_BUF", world.PipeBuf},
}

// look answers what is ready, or waits.
func (s *selection) look(t *vm.Thread, deadline int64, now bool) action {
	table := sim.ProcessOf(t).Descriptors()
	var out [3][]value
	var devices []desire
	some := false
	for i, fds := range s.fds {
		for k, fd := range fds {
			d := table.Get(fd)
			if d == nil {
				return fail(world.EBADF)
			}
			devices = append(devices, desire{d.Device, [3]world.Events{world.In, world.Out, 0}[i]})
			ev := d.Device.Ready()
			if i == 0 && ev&(world.In|world.Err|world.Hup) != 0 || i == 1 && ev&(world.Out|world.Err) != 0 {
				out[i] = append(out[i], s.objs[i][k])
				some = true
			}
		}
	}
	if some || now {
		return vm.Return(object.NewTuple([]value{object.NewList(out[0]), object.NewList(out[1]), object.NewList(out[2])}))
	}
	reason := "select"
	if len(devices) == 0 {
		reason = "select: nothing but the time"
	}
	return waitAny(t, devices, deadline, reason, func(t *vm.Thread, timedOut bool) action { return s.look(t, deadline, timedOut) })
}
