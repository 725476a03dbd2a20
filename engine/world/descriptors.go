package world

import "loopscope/engine/trace"

// Events are what can be done with a device without waiting.
type Events uint8

// The events.
const (
	In  Events = 1 << iota // there is something to read, or the end
	Out                    // something can be written
	Err                    // it has failed: the other end of a pipe is gone
	Hup                    // nothing more will come
)

// Device is what a description refers to.
type Device interface {
	// Read takes at most n bytes; none without an error is the end. EAGAIN: there is nothing yet.
	Read(n int) ([]byte, Errno)
	// Write takes as much of b as there is room for. EAGAIN: there is no room yet.
	Write(b []byte) (int, Errno)
	// Ready says what would not answer EAGAIN now.
	Ready() Events
	// Watchers are those who want to know when Ready may have changed.
	Watchers() *Watchers
	// Close is called when the last descriptor is gone.
	Close()
	// Stat describes the device.
	Stat() Stat
	// Entity is what the device is on the timeline, 0 for nothing.
	Entity() trace.Entity
}

// Coster is a Device whose transfers take time beyond a system call: a thread
// that reads or writes n bytes waits for so many ns.
type Coster interface {
	Cost(n int) int64
}

// Seeker is a Device with a position.
type Seeker interface {
	// MoveTo moves the position: whence is 0, 1 or 2 as for lseek.
	MoveTo(offset int64, whence int) (int64, Errno)
	Truncate(size int64) Errno
}

// Watch is one who wants to know when a device's readiness changes.
type Watch struct {
	fn func(cause string, by trace.Entity)
}

// Watchers are the watches of a device, in the order in which they came.
type Watchers struct {
	list []*Watch
	now  []*Watch // told at once
}

// AddNow has fn called at the moment in which readiness may have changed; those of Add hear of it when
// the latency of the device has passed. For who only takes a note of it, and waits by other means.
func (w *Watchers) AddNow(fn func()) *Watch {
	x := &Watch{func(string, trace.Entity) { fn() }}
	w.now = append(w.now, x)
	return x
}

// Changed tells those of AddNow.
func (w *Watchers) Changed() {
	for _, x := range w.now {
		x.fn("", 0)
	}
}

// Add has fn called, with who did it and what it was, whenever readiness may have changed.
func (w *Watchers) Add(fn func(cause string, by trace.Entity)) *Watch {
	x := &Watch{fn}
	w.list = append(w.list, x)
	return x
}

// Remove ends a watch.
func (w *Watchers) Remove(x *Watch) {
	w.list, w.now = without(w.list, x), without(w.now, x)
}

// without is a list without one of its watches: a new one, for the old one may be in use.
func without(list []*Watch, x *Watch) []*Watch {
	for i, o := range list {
		if o == x {
			return append(list[:i:i], list[i+1:]...)
		}
	}
	return list
}

// Notify tells all watches.
func (w *Watchers) Notify(cause string, by trace.Entity) {
	for _, x := range w.list { // Remove makes a new list, so this one stays as it is
		x.fn(cause, by)
	}
}

// The flags of open that a description keeps.
const (
	ReadOnly  = 0
	WriteOnly = 1
	ReadWrite = 2
	Access    = 3 // mask of the three
	Create    = 0o100
	Exclusive = 0o200
	Truncate  = 0o1000
	Append    = 0o2000
	NonBlock  = 0o4000
	Directory = 0o200000
	NoFollow  = 0o400000
	CloExec   = 0o2000000
)

// Description is an open file description: it is shared by the descriptors that
// dup and fork make.
type Description struct {
	Device Device
	Flags  int
	refs   int
}

// NewDescription opens a device. It is closed with the last descriptor.
func NewDescription(d Device, flags int) *Description {
	return &Description{Device: d, Flags: flags}
}

// Blocking tells whether whoever finds nothing to do waits.
func (d *Description) Blocking() bool { return d.Flags&NonBlock == 0 }

// Readable tells whether it was opened for reading, Writable for writing.
func (d *Description) Readable() bool { return d.Flags&Access != WriteOnly }

// Writable tells whether it was opened for writing.
func (d *Description) Writable() bool { return d.Flags&Access != ReadOnly }

// Keep takes a reference besides those of descriptors; Drop gives it back.
func (d *Description) Keep() { d.refs++ }

// Drop gives a reference back, and closes the device with the last one.
func (d *Description) Drop() {
	if d.refs--; d.refs == 0 {
		d.Device.Close()
	}
}

// maxDescriptors bounds a table, as ulimit -n does.
const maxDescriptors = 1024

type slot struct {
	d           *Description
	inheritable bool // across exec; fork copies all
}

// Descriptors is the table of a process.
type Descriptors struct{ slots []slot }

// Open gives a description the lowest free number.
func (t *Descriptors) Open(d *Description) (int, Errno) { return t.OpenFrom(d, 0) }

// OpenFrom gives a description the lowest free number that is at least from.
func (t *Descriptors) OpenFrom(d *Description, from int) (int, Errno) {
	fd := from
	for fd < len(t.slots) && t.slots[fd].d != nil {
		fd++
	}
	if fd >= maxDescriptors {
		return -1, EMFILE
	}
	t.put(fd, d)
	return fd, 0
}

func (t *Descriptors) put(fd int, d *Description) {
	for len(t.slots) <= fd {
		t.slots = append(t.slots, slot{})
	}
	t.slots[fd] = slot{d: d}
	d.Keep()
}

// Get is the description of a number, nil when it is not open.
func (t *Descriptors) Get(fd int) *Description {
	if fd < 0 || fd >= len(t.slots) {
		return nil
	}
	return t.slots[fd].d
}

// Close frees a number.
func (t *Descriptors) Close(fd int) Errno {
	d := t.Get(fd)
	if d == nil {
		return EBADF
	}
	t.slots[fd] = slot{}
	d.Drop()
	return 0
}

// DupTo makes number to mean what fd means, closing what it meant before.
func (t *Descriptors) DupTo(fd, to int) Errno {
	d := t.Get(fd)
	if d == nil || to < 0 || to >= maxDescriptors {
		return EBADF
	}
	if fd == to {
		return 0
	}
	d.Keep() // so that closing cannot end it
	t.Close(to)
	t.put(to, d)
	d.refs--
	return 0
}

// Inheritable tells whether a spawned process gets the descriptor.
func (t *Descriptors) Inheritable(fd int) bool { return t.Get(fd) != nil && t.slots[fd].inheritable }

// SetInheritable changes that.
func (t *Descriptors) SetInheritable(fd int, yes bool) {
	if t.Get(fd) != nil {
		t.slots[fd].inheritable = yes
	}
}

// Copy is the table of a forked process: the same numbers for the same descriptions.
func (t *Descriptors) Copy() *Descriptors {
	n := &Descriptors{slots: append([]slot(nil), t.slots...)}
	for _, s := range n.slots {
		if s.d != nil {
			s.d.Keep()
		}
	}
	return n
}

// CloseAll frees all numbers, at the end of a process.
func (t *Descriptors) CloseAll() {
	for fd := range t.slots {
		if t.slots[fd].d != nil {
			t.Close(fd)
		}
	}
}

// Numbers lists the open descriptors.
func (t *Descriptors) Numbers() []int {
	var out []int
	for fd := range t.slots {
		if t.slots[fd].d != nil {
			out = append(out, fd)
		}
	}
	return out
}
