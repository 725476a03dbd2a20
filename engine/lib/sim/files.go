package sim

import (
	"loopscope/engine/kernel"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// What a process has open, and how its threads wait for it.

// Disk is the disk of the run, with the program's own files in its home directory.
func (r *Run) Disk() *world.Disk {
	if r.disk == nil {
		used := int64(0)
		r.disk = world.NewDisk(func() int64 { return Epoch*1_000_000_000 + r.M.Now() }, func(n int64) bool {
			if r.Limits.MemoryBytes > 0 && used+n > r.Limits.MemoryBytes {
				return false
			}
			used += n
			return true
		})
		for _, f := range r.Files {
			r.disk.Put(r.disk.Home, f.Name, f.Src)
		}
		for _, f := range r.Data {
			r.disk.Put(r.disk.Home, f.Name, f.Text)
		}
	}
	return r.disk
}

// Net is the network of the run.
func (r *Run) Net() *world.Net {
	if r.net == nil {
		r.net = world.NewNet(r.M)
	}
	return r.net
}

// DataFile is a file beside the program that is not part of it.
type DataFile struct{ Name, Text string }

// files is what a process has open, and where it is.
type files struct {
	table *world.Descriptors
	cwd   *world.Node
	umask uint32
}

// Descriptors is the table of open files of the process: 0, 1 and 2 are the console.
func (p *Process) Descriptors() *world.Descriptors {
	p.openConsole()
	return p.files.table
}

func (p *Process) openConsole() {
	if p.files.table != nil {
		return
	}
	p.files.table = &world.Descriptors{}
	for fd := range 3 {
		mode := world.WriteOnly
		if fd == 0 {
			mode = world.ReadOnly
		}
		p.files.table.Open(world.NewDescription(&Console{run: p.Run, Stream: fd}, mode))
		p.files.table.SetInheritable(fd, true)
	}
	p.OnExit = append(p.OnExit, func(p *Process) { p.files.table.CloseAll() })
}

// Cwd is the current directory.
func (p *Process) Cwd() *world.Node {
	if p.files.cwd == nil {
		p.files.cwd, p.files.umask = p.Run.Disk().Home, 0o022
	}
	return p.files.cwd
}

// SetCwd changes it.
func (p *Process) SetCwd(n *world.Node) {
	p.Cwd()
	p.files.cwd = n
}

// Umask is the mask of new files' permissions; SetUmask changes it.
func (p *Process) Umask() uint32 {
	p.Cwd()
	return p.files.umask
}

// SetUmask changes the mask.
func (p *Process) SetUmask(m uint32) {
	p.Cwd()
	p.files.umask = m & 0o777
}

// InheritFiles gives a new process what a forked one has of its parent: the same
// descriptors for the same descriptions, the directory, the mask.
func (p *Process) InheritFiles(parent *Process) {
	parent.openConsole()
	parent.Cwd()
	p.openConsole()
	p.files.table.CloseAll()
	p.files = files{parent.files.table.Copy(), parent.files.cwd, parent.files.umask}
}

// Console is the terminal of the run as a device: stream 0 is the simulated
// standard input, 1 and 2 are what the program prints.
type Console struct {
	run      *Run
	Stream   int
	watchers world.Watchers
}

// Read takes a line of the standard input, or as much of it as was asked for.
func (c *Console) Read(n int) ([]byte, world.Errno) {
	n = min(n, len(c.run.Stdin))
	b := []byte(c.run.Stdin[:n])
	c.run.Stdin = c.run.Stdin[n:]
	return b, 0
}

// Write shows text on the console, on behalf of the thread that runs.
func (c *Console) Write(b []byte) (int, world.Errno) {
	if c.Stream == 0 {
		return 0, world.EBADF
	}
	if th := c.run.Current(); th != nil {
		th.WriteNow(th.VM, c.Stream, string(b))
	}
	return len(b), 0
}

// Current is the thread that the machine steps, nil when it steps none.
func (r *Run) Current() *Thread {
	k := r.M.Current()
	for _, p := range r.Procs {
		for _, th := range p.Threads {
			if th.K == k {
				return th
			}
		}
	}
	return nil
}

// Ready is always: the standard input is there from the beginning.
func (c *Console) Ready() world.Events {
	if c.Stream == 0 {
		return world.In
	}
	return world.Out
}

// Watchers are those who wait for the console: nobody has to.
func (c *Console) Watchers() *world.Watchers { return &c.watchers }

// Close does nothing: the console outlives the process.
func (c *Console) Close() {}

// Stat describes the console as the pipes that a program's streams are when it
// is run by another one.
func (c *Console) Stat() world.Stat {
	return world.Stat{Mode: world.TypePipe | 0o600, Nlink: 1, UID: 1000, GID: 1000, BlockSize: 4096, Ino: uint64(c.Stream) + 1}
}

// Entity is none.
func (c *Console) Entity() trace.Entity { return 0 }

// InOrder does what other processes can see (the disk, a pipe, a socket) in its
// turn: a thread may be ahead of others, and lets them catch up first.
func InOrder(t *vm.Thread, do func(t *vm.Thread) vm.Action) vm.Action {
	if Of(t).Proc.Run.M.SyncPoint() {
		return do(t)
	}
	return vm.AfterHolding(t, Of(t).Resync(), func(t *vm.Thread, _ vm.Value, e *vm.Exc) vm.Action {
		if e != nil {
			return vm.Raise(e)
		}
		return InOrder(t, do)
	})
}

// WaitReady parks the thread until the device is ready for one of the events, and
// answers True; or until the deadline (0: never), and answers False.
func WaitReady(t *vm.Thread, d world.Device, want world.Events, deadline int64, reason string) vm.Action {
	if d.Ready()&(want|world.Err|world.Hup) != 0 {
		return vm.Return(object.True)
	}
	th := Of(t)
	m := th.Proc.Run.M
	w := d.Watchers().Add(func(cause string, by trace.Entity) {
		if d.Ready()&(want|world.Err|world.Hup) != 0 {
			th.Wake(cause, by, object.None)
		}
	})
	act := th.Park(kernel.Wait{Reason: m.Str(reason), Obj: d.Entity(), Deadline: deadline})
	return vm.After(t, act, func(t *vm.Thread, _ vm.Value, e *vm.Exc) vm.Action {
		d.Watchers().Remove(w)
		switch {
		case e != nil:
			return vm.Raise(e)
		case d.Ready()&(want|world.Err|world.Hup) != 0:
			return vm.Return(object.True)
		case th.K.TimedOut():
			return vm.Return(object.False)
		}
		return WaitReady(t, d, want, deadline, reason)
	})
}

// Transfer has the thread wait for as long as moving n bytes from or to a device takes.
func Transfer(t *vm.Thread, d world.Device, n int, what string, then func(t *vm.Thread) vm.Action) vm.Action {
	th := Of(t)
	m := th.Proc.Run.M
	c, ok := d.(world.Coster)
	if !ok {
		m.Spend(m.Price(kernel.PriceSyscall))
		return then(t)
	}
	ns := c.Cost(n)
	if ns <= 0 {
		return then(t)
	}
	act := th.Park(kernel.Wait{Reason: m.Str(what), Obj: d.Entity(), Deadline: m.Now() + ns})
	return vm.After(t, act, func(t *vm.Thread, _ vm.Value, e *vm.Exc) vm.Action {
		if e != nil {
			return vm.Raise(e)
		}
		return then(t)
	})
}

// OSError is the exception for an error of the simulated computer.
func OSError(e world.Errno, filename vm.Value) *vm.Exc {
	return object.NewOSError(int(e), e.Text(), filename)
}

// Read reads at most n bytes: the result is a bytes object, empty at the end, or
// None when there is nothing yet and the description does not block.
func Read(t *vm.Thread, d *world.Description, n int) vm.Action {
	return InOrder(t, func(t *vm.Thread) vm.Action {
		if !d.Readable() {
			return vm.Raise(OSError(world.EBADF, object.Null))
		}
		b, e := d.Device.Read(n)
		switch {
		case e == world.EAGAIN && d.Blocking():
			return vm.OnValue(t, WaitReady(t, d.Device, world.In, 0, "read"), func(t *vm.Thread, _ vm.Value) vm.Action { return Read(t, d, n) })
		case e == world.EAGAIN:
			return vm.ReturnNone()
		case e != 0:
			return vm.Raise(OSError(e, object.Null))
		}
		return Transfer(t, d.Device, len(b), "read", func(t *vm.Thread) vm.Action { return vm.Return(object.NewBytes(string(b))) })
	})
}

// Write writes bytes: the result is how many, or None when there is no room and
// the description does not block.
func Write(t *vm.Thread, d *world.Description, data string) vm.Action {
	return writeFrom(t, d, data, 0)
}

func writeFrom(t *vm.Thread, d *world.Description, data string, done int) vm.Action {
	return InOrder(t, func(t *vm.Thread) vm.Action {
		if !d.Writable() {
			return vm.Raise(OSError(world.EBADF, object.Null))
		}
		n, e := d.Device.Write([]byte(data[done:]))
		done += n
		switch {
		case e == 0 && done < len(data) && d.Blocking(), e == world.EAGAIN && d.Blocking():
			return vm.OnValue(t, WaitReady(t, d.Device, world.Out, 0, "write"), func(t *vm.Thread, _ vm.Value) vm.Action { return writeFrom(t, d, data, done) })
		case e == world.EAGAIN && done == 0:
			return vm.ReturnNone()
		case e != 0 && e != world.EAGAIN:
			return vm.Raise(OSError(e, object.Null))
		}
		return Transfer(t, d.Device, done, "write", func(t *vm.Thread) vm.Action { return vm.Return(object.Int(int64(done))) })
	})
}
