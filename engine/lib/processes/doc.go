// Package processes holds what processes have to do with each other: how they start and end, and what
// they share. It is module _processes, from which the package multiprocessing and parts of os are made.
//
// It imports sim, kernel, trace, vm and object, and no other module of the library.
//
// # What is shared
//
// Python objects are never shared between processes: a fork copies them (package sim), a spawned process
// starts with none. What is shared lies in the kernel of the simulated computer: pipes, semaphores, and buffers of bytes.
// A Python object here (End, SemLock, SharedBuffer) is a process's hold of such a thing. Its handle is a number
// that means the same in every process; rebuild makes an object of it in another one.
//
// # Order
//
// A thread may have been executed further than those of other processes (package kernel). What other processes
// can see is therefore done in its turn, see ordered. Whoever waits for several things at once is on the list of watchers of
// each, and looks again when one of them has changed.
package processes

import (
	_ "embed"

	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	action = vm.Action
)

// table is module _processes.
var table = &lib.Table{Name: "_processes"}

//go:embed os.py
var osSource string

func init() {
	lib.Register("_os_process", vm.Spec{Source: osSource})
	lib.Register("_processes", table.Spec(""))
	object.Describe[End](EndType)
	object.Describe[SemLock](SemLockType)
	object.Describe[SharedBuffer](SharedBufferType)
	object.CopyShared[description]()
	object.CopyShared[semaphore]()
	object.CopyShared[buffer]()
	object.CopyShared[shared]()
	sim.NotForked("life")
	sim.NotForked("descriptors")
	sim.OnFork(func(parent, child *sim.Process) {
		if t, ok := parent.Data["descriptors"].(*descriptors); ok {
			n := descriptorsOf(child)
			for fd, d := range t.open {
				n.open[fd] = d
				d.dup()
			}
		}
	})
}

// machine is the computer that t runs on.
func machine(t *vm.Thread) *kernel.Machine { return sim.Of(t).Proc.Run.M }

// spend charges the running thread n ns.
func spend(t *vm.Thread, p kernel.Price, perByte kernel.Price, bytes int) {
	m := machine(t)
	ns := m.Price(p)
	if bytes > 0 {
		ns += m.Price(perByte) * int64(bytes)
	}
	m.Spend(ns)
}

// shared is what the processes of a run have in common.
type shared struct {
	next    int
	things  map[int]any // by handle: *description, *semaphore, *buffer
	numbers map[string]int
	server  int // pid of the server that forkserver uses, 0 when there is none yet
}

func sharedOf(r *sim.Run) *shared {
	s, ok := r.Kept["processes"].(*shared)
	if !ok {
		s = &shared{next: 100, things: map[int]any{}, numbers: map[string]int{}}
		r.Kept["processes"] = s
	}
	return s
}

func (s *shared) add(x any) int {
	s.next++
	s.things[s.next] = x
	return s.next
}

// watchers are the threads that look again when something changes.
type watchers struct{ list []*kernel.Thread }

func (w *watchers) add(th *kernel.Thread) { w.list = append(w.list, th) }

func (w *watchers) remove(th *kernel.Thread) {
	for i, other := range w.list {
		if other == th {
			w.list = append(w.list[:i:i], w.list[i+1:]...)
			return
		}
	}
}

// changed wakes the watchers, after a time.
func (w *watchers) changed(m *kernel.Machine, after int64, cause string, by trace.Entity) {
	if len(w.list) == 0 {
		return
	}
	wake := func() {
		for _, th := range append([]*kernel.Thread(nil), w.list...) {
			if !th.Ended() {
				m.Unpark(&th.Agent, kernel.Wake{Cause: m.Str(cause), By: by})
			}
		}
	}
	if after == 0 {
		wake()
		return
	}
	m.At(m.Now()+after, wake)
}

// waitFor does try until it has an answer, and sleeps until one of the lists changes in between. At the deadline (0: never)
// the answer is that of late.
func waitFor(t *vm.Thread, on []*watchers, w kernel.Wait, try func(t *vm.Thread) (action, bool), late func(t *vm.Thread) action) action {
	return sim.InOrder(t, func(t *vm.Thread) action {
		if a, ok := try(t); ok {
			return a
		}
		th := sim.Of(t)
		m := machine(t)
		if w.Deadline != 0 && m.Now() >= w.Deadline {
			return late(t)
		}
		for _, l := range on {
			l.add(th.K)
		}
		return vm.AfterHolding(t, th.Park(w), func(t *vm.Thread, _ value, e *exc) action {
			for _, l := range on {
				l.remove(th.K)
			}
			if e != nil {
				return vm.Raise(e)
			}
			return waitFor(t, on, w, try, late)
		})
	})
}

// deadline reads a timeout in seconds: None or Null is for ever. A timeout of 0 or less gives a time that is now.
func deadline(t *vm.Thread, v value) (int64, *exc) {
	if v.IsNull() || v.IsNone() {
		return 0, nil
	}
	f, ok, e := object.NumFloat(v)
	if e != nil {
		return 0, e
	}
	if !ok {
		return 0, object.NewExc(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Label())
	}
	return max(machine(t).Now()+sim.Nanoseconds(f), 1), nil
}

func osError(errno int, text string) action {
	return vm.Raise(object.NewOSError(errno, text, object.Null))
}

func method(tp *object.Type, name, sig string, fn func(t *vm.Thread, a []value) action) {
	vm.AddNative(tp, object.KindMethod, name, sig, func(t *vm.Thread, a []value, _ []*str) action { return fn(t, a) })
}

func function(name, sig string, fn func(t *vm.Thread, a []value) action) {
	table.Native(name, sig, func(t *vm.Thread, a []value, _ []*str) action { return fn(t, a) })
}

// number is an int argument.
func number(t *vm.Thread, v value, def int) (int, *exc) {
	if v.IsNull() {
		return def, nil
	}
	n, e := object.Index(t.RT.Ctx, v)
	return int(n), e
}

// elements are those of a list or tuple.
func elements(v value) ([]value, bool) {
	if l := object.AsList(v); l != nil {
		return l.Elems, true
	}
	if tp := object.AsTuple(v); tp != nil {
		return tp.Elems, true
	}
	return nil, false
}
