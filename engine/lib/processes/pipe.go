package processes

import (
	"strconv"
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// How many bytes a pipe and one direction of a socket pair hold before a writer has to wait, as on Linux.
const (
	pipeBytes   = 65_536
	socketBytes = 212_992
)

// pipe carries whole messages in one direction.
type pipe struct {
	entity  trace.Entity
	name    string
	room    int
	held    int // bytes in it
	queue   []*message
	changes watchers
	// How many descriptions, in all processes, read from it and write to it.
	readers, writers int
}

// message is one on its way: a large one goes through the pipe in parts.
type message struct {
	data       string
	put, taken int
	claimed    bool // somebody is reading it
}

// header is how many bytes tell the length of a message.
const header = 4

// description is one end, open in one or several processes. Both directions
// are set at the ends of a socket pair.
type description struct {
	handle  int
	in, out *pipe
	open    int // in how many descriptors
}

func (d *description) dup() {
	d.open++
	if d.in != nil {
		d.in.readers++
	}
	if d.out != nil {
		d.out.writers++
	}
}

// drop closes it once.
func (d *description) drop(m *kernel.Machine, by trace.Entity) {
	d.open--
	if d.in != nil {
		if d.in.readers--; d.in.readers == 0 {
			d.in.changes.changed(m, m.Price(kernel.PricePipe), "closed", by)
		}
	}
	if d.out != nil {
		if d.out.writers--; d.out.writers == 0 {
			d.out.changes.changed(m, m.Price(kernel.PricePipe), "closed", by)
		}
	}
}

// descriptors is a process's table of open ends.
type descriptors struct {
	proc *sim.Process
	open map[int]*description // by number
}

// firstFD is the lowest descriptor that a program gets.
const firstFD = 3

func descriptorsOf(p *sim.Process) *descriptors {
	d, ok := p.Data["descriptors"].(*descriptors)
	if !ok {
		d = &descriptors{p, map[int]*description{}}
		p.Data["descriptors"] = d
		p.OnExit = append(p.OnExit, closeAll)
	}
	return d
}

// closeAll closes what a process has open when it ends.
func closeAll(p *sim.Process) {
	t := descriptorsOf(p)
	for fd := firstFD; len(t.open) > 0; fd++ {
		if d := t.open[fd]; d != nil {
			delete(t.open, fd)
			d.drop(p.Run.M, p.K.Entity)
		}
	}
}

// add opens a description under the lowest number that is free.
func (t *descriptors) add(d *description) int {
	fd := firstFD
	for t.open[fd] != nil {
		fd++
	}
	t.open[fd] = d
	d.dup()
	return fd
}

// End is an end of a pipe, as a Python object.
type End struct {
	object.Header
	d  *description
	fd int // -1 when it is closed
}

// EndType is its class.
var EndType = object.NewStaticType("End", "_processes", nil, object.LayoutOther, object.NotBase)

func newEnd(p *sim.Process, d *description) value {
	e := &End{d: d, fd: descriptorsOf(p).add(d)}
	e.Header.Type = EndType
	return object.Obj(&e.Header)
}

func asEnd(v value) *End {
	if v.H != nil && v.H.Type == EndType {
		return (*End)(unsafe.Pointer(v.H))
	}
	return nil
}

func newPipe(t *vm.Thread, name string, room int) *pipe {
	th := sim.Of(t)
	m := machine(t)
	p := &pipe{name: name, room: room}
	p.entity = m.Rec.NewEntity(m.Now(), trace.Queue, name, m.Entity, th.Lane(), th.Loc())
	return p
}

// Pipe(duplex=False, name=None) makes two ends. The first reads what the second writes; with duplex each does both.
func makePipe(t *vm.Thread, a []value) action {
	s := sharedOf(sim.Of(t).Proc.Run)
	name := ""
	if x := object.AsStr(a[1]); !a[1].IsNull() && x != nil {
		name = x.Text
	} else if n := sim.AssignedName(t.UserFrame()); n != "" {
		name = "pipe " + n
	} else {
		s.numbers["pipe"]++
		name = "pipe " + strconv.Itoa(s.numbers["pipe"])
	}
	spend(t, kernel.PriceSyscall, 0, 0)
	duplex := !a[0].IsNull() && a[0] == object.True
	x, y := &description{}, &description{}
	if duplex {
		x.in, y.in = newPipe(t, name+" <", socketBytes), newPipe(t, name+" >", socketBytes)
		x.out, y.out = y.in, x.in
	} else {
		x.in = newPipe(t, name, pipeBytes)
		y.out = x.in
	}
	x.handle, y.handle = s.add(x), s.add(y)
	p := sim.ProcessOf(t)
	return vm.Return(object.NewTuple([]value{newEnd(p, x), newEnd(p, y)}))
}

// note records that the thread has put a message in, or taken one out.
func (p *pipe) note(t *vm.Thread, kind trace.Kind) {
	m := machine(t)
	n := uint32(len(p.queue))
	m.Emit(kind, sim.Of(t).Lane(), p.entity, n)
	m.Emit(trace.COUNT, p.entity, 0, n)
}

func closedError() action { return vm.Raisef(object.OSError, "handle is closed") }

// send is End.send_bytes(data): it waits while the pipe is full.
func send(t *vm.Thread, a []value) action {
	e := asEnd(a[0])
	if e.fd < 0 {
		return closedError()
	}
	p := e.d.out
	if p == nil {
		return vm.Raisef(object.OSError, "connection is read-only")
	}
	data, ok := object.BytesLike(a[1])
	if !ok {
		return vm.Raisef(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[1]).Label())
	}
	spend(t, kernel.PriceSyscall, kernel.PricePipeByte, len(data)+header)
	msg := &message{data: data}
	begun := false
	m := machine(t)
	th := sim.Of(t)
	w := kernel.Wait{Reason: m.Str(p.name + " is full"), Obj: p.entity}
	return waitFor(t, []*watchers{&p.changes}, w, func(t *vm.Thread) (action, bool) {
		if p.readers == 0 {
			return osError(32, "Broken pipe"), true
		}
		free := p.room - p.held
		whole := len(data) + header
		// A short message goes in whole or not at all (POSIX: up to PIPE_BUF).
		if free <= 0 || !begun && whole <= 4096 && free < whole {
			return action{}, false
		}
		if !begun {
			begun = true
			p.queue = append(p.queue, msg)
			p.note(t, trace.PUT)
		}
		n := min(free, whole-msg.put)
		msg.put += n
		p.held += n
		p.changes.changed(m, m.Price(kernel.PricePipe), "data in "+p.name, th.Lane())
		return vm.ReturnNone(), msg.put == whole
	}, nil)
}

// receive is End.recv_bytes(): it waits for a message, and raises EOFError when none can come.
func receive(t *vm.Thread, a []value) action {
	e := asEnd(a[0])
	if e.fd < 0 {
		return closedError()
	}
	p := e.d.in
	if p == nil {
		return vm.Raisef(object.OSError, "connection is write-only")
	}
	spend(t, kernel.PriceSyscall, 0, 0)
	var msg *message
	m := machine(t)
	th := sim.Of(t)
	w := kernel.Wait{Reason: m.Str("message in " + p.name), Obj: p.entity}
	return waitFor(t, []*watchers{&p.changes}, w, func(t *vm.Thread) (action, bool) {
		if msg == nil && len(p.queue) > 0 && !p.queue[0].claimed {
			msg = p.queue[0]
			msg.claimed = true
		}
		if msg == nil {
			if p.writers == 0 && len(p.queue) == 0 {
				return vm.Raise(object.ExcArgs(object.EOFError)), true
			}
			return action{}, false
		}
		full := p.held >= p.room
		n := msg.put - msg.taken
		msg.taken += n
		p.held -= n
		if full && n > 0 {
			p.changes.changed(m, m.Price(kernel.PricePipe), "room in "+p.name, th.Lane())
		}
		if msg.taken < len(msg.data)+header {
			if p.writers == 0 {
				return osError(5, "got end of file during message"), true
			}
			return action{}, false
		}
		p.queue = p.queue[1:]
		p.note(t, trace.GET)
		if len(p.queue) > 0 {
			// Others who wait for a message can have the next.
			p.changes.changed(m, m.Price(kernel.PricePipe), "data in "+p.name, th.Lane())
		}
		return vm.Return(object.NewBytes(msg.data)), true
	}, nil)
}

// ready tells whether a message, or the end, can be read.
func (p *pipe) ready() bool {
	return len(p.queue) > 0 && !p.queue[0].claimed || p.writers == 0
}

// poll is End.poll(timeout): whether there is something to read.
func poll(t *vm.Thread, a []value) action {
	e := asEnd(a[0])
	if e.fd < 0 {
		return closedError()
	}
	p := e.d.in
	if p == nil {
		return vm.Raisef(object.OSError, "connection is write-only")
	}
	until, x := deadline(t, a[1])
	if x != nil {
		return vm.Raise(x)
	}
	spend(t, kernel.PriceSyscall, 0, 0)
	w := kernel.Wait{Reason: machine(t).Str("message in " + p.name), Obj: p.entity, Deadline: until}
	return waitFor(t, []*watchers{&p.changes}, w, func(t *vm.Thread) (action, bool) {
		return vm.Return(object.True), p.ready()
	}, func(t *vm.Thread) action { return vm.Return(object.False) })
}

// closeEnd is End.close().
func closeEnd(t *vm.Thread, a []value) action {
	e := asEnd(a[0])
	if e.fd < 0 {
		return vm.ReturnNone()
	}
	spend(t, kernel.PriceSyscall, 0, 0)
	return sim.InOrder(t, func(t *vm.Thread) action {
		tb := descriptorsOf(sim.ProcessOf(t))
		if e.fd >= 0 && tb.open[e.fd] == e.d {
			delete(tb.open, e.fd)
			e.d.drop(machine(t), sim.Of(t).Lane())
		}
		e.fd = -1
		return vm.ReturnNone()
	})
}

func init() {
	tp := EndType
	tp.Traverse = func(value, func(value)) {}
	function("Pipe", "duplex=False, name=None", makePipe)
	method(tp, "send_bytes", "data", send)
	method(tp, "recv_bytes", "", receive)
	method(tp, "poll", "timeout=0.0", poll)
	method(tp, "close", "", closeEnd)
	method(tp, "fileno", "", func(t *vm.Thread, a []value) action {
		if asEnd(a[0]).fd < 0 {
			return closedError()
		}
		return vm.Return(object.Int(int64(asEnd(a[0]).fd)))
	})
	get := func(name string, fn func(e *End) value) {
		tp.AddGetSet(name, func(_ *object.Ctx, v value) (value, *exc) { return fn(asEnd(v)), nil }, nil)
	}
	get("closed", func(e *End) value { return object.Bool(e.fd < 0) })
	get("readable", func(e *End) value { return object.Bool(e.d.in != nil) })
	get("writable", func(e *End) value { return object.Bool(e.d.out != nil) })
	get("handle", func(e *End) value { return object.Int(int64(e.d.handle)) })
}

// inherit keeps a description open for a spawned process, until it makes an End of it or ends.
func (t *descriptors) inherit(d *description) { t.add(d) }
