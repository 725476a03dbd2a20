package socketmod

import (
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// Sending and receiving.

// Flags of send and recv, with Linux's numbers.
const (
	flagPeek     = 2
	flagDontWait = 0x40
	flagWaitAll  = 0x100
)

// maxReceive bounds what one call may ask for: a page of memory for each connection is not the reader's to give.
const maxReceive = 64 << 20

func data(v value) (string, *exc) {
	b, ok := object.BytesLike(v)
	if !ok {
		return "", object.NewExc(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v))
	}
	return b, nil
}

// flagged is the patience of a call with flags.
func flagged(t *vm.Thread, flags int, timeout value) (patience, *exc) {
	if flags&flagDontWait != 0 {
		return patience{never: true}, nil
	}
	return patienceOf(t, timeout)
}

func addTransfers(tb *lib.Table) {
	call(tb, "recv", "fd, size, flags, timeout", func(t *vm.Thread, s *world.Socket, a []value) action {
		n, ok := object.ToInt64(a[1])
		if !ok {
			return vm.Raisef(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(a[1]))
		}
		if n < 0 {
			return vm.Raisef(object.ValueError, "negative buffersize in recv")
		}
		flags := number(a[2])
		p, e := flagged(t, flags, a[3])
		if e != nil {
			return vm.Raise(e)
		}
		return receive(t, s, int(min(n, maxReceive)), flags, p, "")
	})
	call(tb, "recvfrom", "fd, size, flags, timeout", func(t *vm.Thread, s *world.Socket, a []value) action {
		n, ok := object.ToInt64(a[1])
		if !ok {
			return vm.Raisef(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(a[1]))
		}
		if n < 0 {
			return vm.Raisef(object.ValueError, "negative buffersize in recvfrom")
		}
		flags := number(a[2])
		p, e := flagged(t, flags, a[3])
		if e != nil {
			return vm.Raise(e)
		}
		if s.Kind == world.Stream {
			return vm.OnValue(t, receive(t, s, int(min(n, maxReceive)), flags, p, ""), func(t *vm.Thread, v value) action {
				return vm.Return(object.NewTuple([]value{v, object.None}))
			})
		}
		return receiveFrom(t, s, int(n), flags, p)
	})
	call(tb, "send", "fd, data, flags, timeout", func(t *vm.Thread, s *world.Socket, a []value) action {
		b, e := data(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		p, e := flagged(t, number(a[2]), a[3])
		if e != nil {
			return vm.Raise(e)
		}
		return send(t, s, b, 0, p, false)
	})
	call(tb, "sendall", "fd, data, flags, timeout", func(t *vm.Thread, s *world.Socket, a []value) action {
		b, e := data(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		p, e := flagged(t, number(a[2]), a[3])
		if e != nil {
			return vm.Raise(e)
		}
		return send(t, s, b, 0, p, true)
	})
	call(tb, "sendto", "fd, data, address, flags, timeout", func(t *vm.Thread, s *world.Socket, a []value) action {
		b, e := data(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		p, e := flagged(t, number(a[3]), a[4])
		if e != nil {
			return vm.Raise(e)
		}
		if s.Kind == world.Stream {
			if s.Connected() {
				return send(t, s, b, 0, p, false)
			}
			return fail(world.EPIPE)
		}
		return withAddr(t, s, a[2], "sendto", func(t *vm.Thread, to world.Addr) action {
			n, e := s.SendTo([]byte(b), to, false)
			if e != 0 {
				return fail(e)
			}
			return vm.Return(object.Int(int64(n)))
		})
	})
}

// receive is recv; so far is what MSG_WAITALL has already got.
func receive(t *vm.Thread, s *world.Socket, n, flags int, p patience, sofar string) action {
	var b []byte
	var e world.Errno
	switch {
	case s.Kind == world.Datagram:
		var pk world.Packet
		pk, e = s.Receive(flags&flagPeek != 0)
		b = pk.Data[:min(n, len(pk.Data))]
	case flags&flagPeek != 0:
		b, e = s.Peek(n)
	default:
		b, e = s.Read(n)
	}
	switch {
	case e == world.EAGAIN && p.never && sofar != "":
		return vm.Return(object.NewBytes(sofar))
	case e == world.EAGAIN:
		return await(t, s, world.In, p, "recv", func(t *vm.Thread) action { return receive(t, s, n, flags, p, sofar) })
	case e != 0:
		return fail(e)
	}
	sofar += string(b)
	if flags&flagWaitAll != 0 && flags&flagPeek == 0 && len(b) > 0 && len(b) < n && s.Kind == world.Stream {
		return receive(t, s, n-len(b), flags, p, sofar)
	}
	return vm.Return(object.NewBytes(sofar))
}

func receiveFrom(t *vm.Thread, s *world.Socket, n, flags int, p patience) action {
	pk, e := s.Receive(flags&flagPeek != 0)
	switch {
	case e == world.EAGAIN:
		return await(t, s, world.In, p, "recvfrom", func(t *vm.Thread) action { return receiveFrom(t, s, n, flags, p) })
	case e != 0:
		return fail(e)
	}
	from := addrValue(s, pk.From)
	if s.Family == world.FamilyUnix && pk.From.Path == "" {
		from = object.None
	}
	return vm.Return(object.NewTuple([]value{object.NewBytes(string(pk.Data[:min(n, len(pk.Data))])), from}))
}

// send sends; all has it wait until everything is sent. The result is how much was, or None.
func send(t *vm.Thread, s *world.Socket, b string, sent int, p patience, all bool) action {
	for {
		n, e := s.Write([]byte(b[sent:]))
		sent += n
		switch {
		case e == world.EAGAIN && sent > 0 && !all:
			return vm.Return(object.Int(int64(sent)))
		case e == world.EAGAIN:
			return await(t, s, world.Out, p, "send: the connection is full", func(t *vm.Thread) action { return send(t, s, b, sent, p, all) })
		case e != 0:
			return fail(e)
		case sent == len(b) && all:
			return vm.ReturnNone()
		case sent == len(b) || !all && p.never:
			return vm.Return(object.Int(int64(sent)))
		}
	}
}

// Socket is the socket of a descriptor of the process, nil when it is none: for other packages that wait for one.
func Socket(t *vm.Thread, fd int) *world.Socket {
	if d := sim.ProcessOf(t).Descriptors().Get(fd); d != nil {
		s, _ := d.Device.(*world.Socket)
		return s
	}
	return nil
}
