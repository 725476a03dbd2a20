package world

import (
	"strconv"

	"loopscope/engine/trace"
)

// Connections: what stream sockets do.
//
// Who sends to an end that is closed learns it as from Linux: a reset comes back,
// so the first send succeeds, and a later operation fails.

// How much a connection holds in one direction, read or not: as Linux does by default.
const (
	inetRoom = 2_560_000
	unixRoom = 212_992
)

// room is how many bytes can be sent now.
func (s *Socket) room() int {
	o := s.other
	if o == nil {
		return 1 // sending fails at once
	}
	limit := inetRoom
	if s.Family == FamilyUnix {
		limit = unixRoom
	}
	if s.SendRoom > 0 || o.ReceiveRoom > 0 {
		limit = max(s.SendRoom, 4608) + max(o.ReceiveRoom, 2304)
	}
	return max(limit-len(o.in), 0)
}

// Listen has a stream socket accept connections, of which backlog may wait.
func (s *Socket) Listen(backlog int) Errno {
	switch {
	case s.Kind != Stream:
		return EOPNOTSUPP
	case s.connected || s.connecting:
		return EINVAL
	}
	s.backlog = max(backlog, 0)
	if s.listening {
		return 0
	}
	if !s.isBound {
		if s.Family == FamilyUnix {
			return EINVAL
		}
		if e := s.Bind(Addr{}); e != 0 {
			return e
		}
	}
	for _, o := range s.net.bound[s.binding(s.Local)] {
		if o != s && o.listening && !(s.ReusePort && o.ReusePort) {
			return EADDRINUSE
		}
	}
	s.listening = true
	m := s.net.m
	s.entity = m.NewEntity(trace.Connection, "listening on "+s.Local.Name(), m.Entity, m.CurrentLane())
	return 0
}

// Accept takes the connection that has waited longest.
func (s *Socket) Accept() (*Socket, Errno) {
	if e := s.Error(); e != 0 {
		return nil, e
	}
	if !s.listening {
		if s.Kind != Stream {
			return nil, EOPNOTSUPP
		}
		return nil, EINVAL
	}
	if len(s.queue) == 0 {
		return nil, EAGAIN
	}
	o := s.queue[0]
	s.queue = s.queue[1:]
	s.note(trace.GET, s.net.m.CurrentLane(), len(s.queue))
	return o, 0
}

// Connect begins to connect. EINPROGRESS: the socket becomes writable when it is
// decided, and Error then says how. 0: it is done.
func (s *Socket) Connect(a Addr) Errno {
	if s.Kind == Datagram {
		return s.connectPackets(a)
	}
	switch {
	case s.connecting:
		return EALREADY
	case s.connected:
		return EISCONN
	case s.listening:
		return EINVAL
	}
	if e := s.Error(); e != 0 {
		return e
	}
	if s.Family == FamilyUnix {
		to := s.net.at(s, a)
		switch {
		case to == nil:
			return ECONNREFUSED
		case len(to.queue) > to.backlog:
			return EAGAIN
		}
		s.join(to, a, to.Local)
		return 0
	}
	if !isLocal(a.Host) {
		return ENETUNREACH
	}
	if a.Host == anyHost {
		a.Host = loopHost
	}
	if !s.isBound {
		if e := s.Bind(Addr{Host: loopHost}); e != 0 {
			return e
		}
	}
	s.connecting = true
	s.Peer = a
	s.try()
	return EINPROGRESS
}

// try asks at the other end, and again a second later when too many are waiting there.
func (s *Socket) try() {
	n := s.net
	n.m.At(n.m.Now()+2*n.Latency(0), func() {
		if s.closed {
			return
		}
		to := n.at(s, s.Peer)
		switch {
		case to == nil:
			s.connecting = false
			s.err = ECONNREFUSED
			s.watchers.Changed()
			s.watchers.Notify("connection refused", n.m.Entity)
		case len(to.queue) > to.backlog:
			n.m.At(n.m.Now()+1_000_000_000, s.try)
		default:
			s.connecting = false
			if s.Local.Host == anyHost {
				s.Local.Host = loopHost
			}
			s.join(to, s.Peer, s.Peer)
			s.watchers.Changed()
			s.watchers.Notify("connected", to.entity)
		}
	})
}

// join connects s to the listening socket to; far is the address of the end that is made there.
func (s *Socket) join(to *Socket, peer, far Addr) {
	n := s.net
	o := n.NewSocket(to.Family, to.Kind, to.Proto)
	o.SendRoom, o.ReceiveRoom = to.SendRoom, to.ReceiveRoom
	o.Local, o.Peer = far, s.Local
	s.Peer = peer
	s.pair(o, "connection to "+to.Local.Name())
	to.queue = append(to.queue, o)
	by := s.entity
	to.note(trace.PUT, n.m.CurrentLane(), len(to.queue))
	to.tell("connection", by, 0)
}

// Pair makes two stream or datagram sockets that are connected to each other.
func (n *Net) Pair(family, kind, proto int) (a, b *Socket) {
	a, b = n.NewSocket(family, kind, proto), n.NewSocket(family, kind, proto)
	a.pair(b, "socket pair")
	return a, b
}

func (s *Socket) pair(o *Socket, name string) {
	n := s.net
	n.streams++
	s.entity = n.m.NewEntity(trace.Connection, name+" ("+strconv.Itoa(n.streams)+")", n.m.Entity, n.m.CurrentLane())
	o.entity = s.entity
	s.other, o.other = o, s
	s.connected, o.connected = true, true
}

// Write sends bytes of a connection.
func (s *Socket) Write(b []byte) (int, Errno) {
	if s.Kind == Datagram {
		return s.SendTo(b, Addr{}, true)
	}
	if e := s.Error(); e != 0 {
		return 0, e
	}
	o := s.other
	if s.connecting {
		return 0, EAGAIN
	}
	if !s.connected || s.mute || o == nil {
		return 0, EPIPE
	}
	if s.gone() {
		return 0, EPIPE
	}
	if len(b) == 0 {
		return 0, 0
	}
	n := min(len(b), s.room())
	if n == 0 {
		return 0, EAGAIN
	}
	by := s.net.m.CurrentLane()
	switch {
	case o.closed:
		s.fail(by) // a reset comes back
	case !o.deaf:
		o.in = append(o.in, b[:n]...)
		s.note(trace.PUT, by, len(o.in))
		o.tell("data", by, len(o.in))
	}
	return n, 0
}

// Read takes bytes of a connection; none is its end.
func (s *Socket) Read(n int) ([]byte, Errno) {
	if s.Kind == Datagram {
		p, e := s.Receive(false)
		return p.Data[:min(n, len(p.Data))], e
	}
	return s.take(n, false)
}

// Peek is Read without taking the bytes away.
func (s *Socket) Peek(n int) ([]byte, Errno) { return s.take(n, true) }

func (s *Socket) take(n int, stay bool) ([]byte, Errno) {
	if len(s.in) == 0 {
		switch {
		case s.err != 0 && s.err != EPIPE:
			return nil, s.Error()
		case s.connected && s.ended || s.deaf:
			return nil, 0
		case s.connecting:
			return nil, EAGAIN
		case !s.connected && s.Family == FamilyUnix:
			return nil, EINVAL
		case !s.connected:
			return nil, ENOTCONN
		case n == 0:
			return nil, 0
		}
		return nil, EAGAIN
	}
	n = min(n, len(s.in))
	b := append([]byte(nil), s.in[:n]...)
	if stay {
		return b, 0
	}
	if s.in = s.in[n:]; len(s.in) == 0 {
		s.in = nil
	}
	by := s.net.m.CurrentLane()
	s.note(trace.GET, by, len(s.in))
	if s.other != nil {
		s.other.tell("room to send", by, 0)
	}
	return b, 0
}

// Shutdown ends reading, writing or both.
func (s *Socket) Shutdown(read, write bool) Errno {
	if !s.connected {
		return ENOTCONN
	}
	by := s.net.m.CurrentLane()
	if read {
		s.deaf = true
	}
	if write && !s.mute && s.Kind == Stream {
		s.mute = true
		s.finish(by)
	}
	s.tell("shutdown", by, 0)
	return 0
}

// finish tells the other end that nothing more will come.
func (s *Socket) finish(by trace.Entity) {
	o := s.other
	o.ended = true
	o.tell("end of the connection", by, len(o.in))
}

// leave ends a connection from this side, because the socket is closed.
func (s *Socket) leave(by trace.Entity) {
	o := s.other
	if o == nil || s.Kind != Stream {
		return
	}
	lost := len(s.in) > 0
	s.in = nil
	switch {
	case s.Linger0 || lost:
		// What nobody has read is lost, and the other side is told so.
		o.reset(by)
	case !s.mute:
		s.mute = true
		s.finish(by)
	}
}

// reset ends a connection at once.
func (s *Socket) reset(by trace.Entity) {
	if s.closed || !s.connected {
		return
	}
	s.err = ECONNRESET
	s.in, s.ended, s.mute = nil, true, true
	s.tell("connection reset", by, 0)
}

// fail is what a reset does to an end that has sent to one that is closed.
func (s *Socket) fail(by trace.Entity) {
	if s.closed || s.err != 0 {
		return
	}
	s.err = ECONNRESET
	if s.ended {
		s.err = EPIPE // it could have known
	}
	s.ended, s.mute = true, true
	s.tell("connection reset", by, 0)
}
