package world

import (
	"loopscope/engine/kernel"
	"loopscope/engine/trace"
)

// pipeRoom is how much a pipe holds, as on Linux.
const pipeRoom = 65536

// PipeBuf is the largest write that is never split (PIPE_BUF).
const PipeBuf = 4096

// Pipe is a pipe between threads or processes: bytes written at one end come
// out at the other. Whoever waits for bytes wakes up the price of a pipe later.
type Pipe struct {
	m       *kernel.Machine
	buf     []byte
	entity  trace.Entity
	ends    [2]PipeEnd // the one to read from, the one to write to
	open    [2]bool
	rousing [2]*kernel.Timer
}

// PipeEnd is one end of a pipe: a Device.
type PipeEnd struct {
	p        *Pipe
	side     int // 0 reads, 1 writes
	watchers Watchers
}

// NewPipe makes a pipe. Parent is what it lives in, creator who makes it, 0 and "" keep it off the timeline.
func NewPipe(m *kernel.Machine, name string, parent, creator trace.Entity) (r, w *Description) {
	p := &Pipe{m: m, open: [2]bool{true, true}}
	if name != "" {
		p.entity = m.NewEntity(trace.Queue, name, parent, creator)
	}
	p.ends[0] = PipeEnd{p: p}
	p.ends[1] = PipeEnd{p: p, side: 1}
	return NewDescription(&p.ends[0], ReadOnly), NewDescription(&p.ends[1], WriteOnly)
}

// Read takes bytes; none is the end: all writers have gone.
func (e *PipeEnd) Read(n int) ([]byte, Errno) {
	p := e.p
	if e.side != 0 {
		return nil, EBADF
	}
	if len(p.buf) == 0 {
		if !p.open[1] {
			return nil, 0
		}
		return nil, EAGAIN
	}
	n = min(n, len(p.buf))
	b := append([]byte(nil), p.buf[:n]...)
	p.buf = p.buf[n:]
	by := p.m.CurrentLane()
	p.note(trace.GET, by)
	p.rouse(1, "pipe read", by)
	return b, 0
}

// Write adds bytes. A small write is done whole or not at all.
func (e *PipeEnd) Write(b []byte) (int, Errno) {
	p := e.p
	if e.side != 1 {
		return 0, EBADF
	}
	if !p.open[0] {
		return 0, EPIPE
	}
	room := pipeRoom - len(p.buf)
	if room == 0 || len(b) <= PipeBuf && room < len(b) {
		return 0, EAGAIN
	}
	n := min(room, len(b))
	p.buf = append(p.buf, b[:n]...)
	by := p.m.CurrentLane()
	p.note(trace.PUT, by)
	p.rouse(0, "pipe write", by)
	return n, 0
}

func (p *Pipe) note(kind trace.Kind, by trace.Entity) {
	if p.entity != 0 && by != 0 {
		p.m.Emit(kind, by, p.entity, uint32(len(p.buf)))
	}
}

// rouse tells those who wait at a side, the price of a pipe from now. The readers
// also pay for the bytes: what they are told of is all there by then.
func (p *Pipe) rouse(side int, cause string, by trace.Entity) {
	p.ends[side].watchers.Changed()
	if len(p.ends[side].watchers.list) == 0 || p.rousing[side].Pending() {
		return
	}
	at := p.m.Now() + p.m.Price(kernel.PricePipe) + int64(len(p.buf))*p.m.Price(kernel.PricePipeByte)
	p.rousing[side] = p.m.At(at, func() { p.ends[side].watchers.Notify(cause, by) })
}

// Ready says what would not wait.
func (e *PipeEnd) Ready() Events {
	p := e.p
	if e.side == 0 {
		ev := Events(0)
		if len(p.buf) > 0 {
			ev |= In
		}
		if !p.open[1] {
			ev |= In | Hup
		}
		return ev
	}
	if !p.open[0] {
		return Out | Err
	}
	if pipeRoom-len(p.buf) >= PipeBuf {
		return Out
	}
	return 0
}

// Watchers are those who wait at this end.
func (e *PipeEnd) Watchers() *Watchers { return &e.watchers }

// Close ends this side; those at the other are told.
func (e *PipeEnd) Close() {
	p := e.p
	p.open[e.side] = false
	p.rouse(1-e.side, "pipe closed", p.m.CurrentLane())
}

// Stat describes a pipe.
func (e *PipeEnd) Stat() Stat {
	return Stat{Mode: TypePipe | 0o600, Nlink: 1, UID: userID, GID: userID, BlockSize: PipeBuf}
}

// Entity is the pipe on the timeline.
func (e *PipeEnd) Entity() trace.Entity { return e.p.entity }

// Len is the number of bytes in the pipe.
func (e *PipeEnd) Len() int { return len(e.p.buf) }
