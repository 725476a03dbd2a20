package world

import (
	"strconv"

	"loopscope/engine/kernel"
	"loopscope/engine/trace"
)

// The address families and kinds of sockets that there are, with Linux's numbers.
const (
	FamilyUnix = 1
	FamilyInet = 2

	Stream   = 1
	Datagram = 2
)

// Addr is where a socket is: Host and Port of FamilyInet, Path of FamilyUnix.
type Addr struct {
	Host string // dotted; "" when it has none
	Port int
	Path string
	// File is the file of Path on the disk, nil for the names of Linux that begin with a zero and are on none.
	File *Node
}

const (
	anyHost  = "0.0.0.0"
	loopHost = "127.0.0.1"
	// Ports from here on are handed out to sockets that ask for none in particular.
	firstFreePort = 40001
	lastFreePort  = 60999
	// Ports below are the administrator's.
	firstUserPort = 1024
)

// Net is the network of the simulated computer: its loopback interface. Sockets
// of all processes meet here. Other computers are not reachable.
//
// As on Linux, what is sent over the loopback is in the other socket's buffer when
// the call returns. The latency is that of the one who waits for it: he wakes up so
// much later.
type Net struct {
	m       *kernel.Machine
	bound   map[binding][]*Socket
	port    int
	streams int // for names
}

// binding is a place that a socket can be bound to: a port for one kind of socket, or a path.
type binding struct {
	kind, port int
	path       string
	file       *Node
}

// NewNet makes the network.
func NewNet(m *kernel.Machine) *Net {
	return &Net{m: m, bound: map[binding][]*Socket{}, port: firstFreePort}
}

// Latency is how long n bytes take from one socket to another, in ns.
func (n *Net) Latency(bytes int) int64 {
	return n.m.Price(kernel.PriceLoopback) + int64(bytes)*n.m.Price(kernel.PriceLoopbackByte)
}

// isLocal tells whether a host is this computer.
func isLocal(host string) bool {
	return host == anyHost || len(host) > 4 && host[:4] == "127."
}

func (s *Socket) binding(a Addr) binding {
	if s.Family == FamilyUnix {
		if a.File != nil {
			return binding{kind: s.Kind, file: a.File}
		}
		return binding{kind: s.Kind, path: a.Path}
	}
	return binding{kind: s.Kind, port: a.Port}
}

// freePort finds a port that nobody is bound to.
func (n *Net) freePort(kind int) int {
	for range lastFreePort - firstFreePort {
		p := n.port
		if n.port++; n.port > lastFreePort {
			n.port = firstFreePort
		}
		if len(n.bound[binding{kind: kind, port: p}]) == 0 {
			return p
		}
	}
	return 0
}

// Bind gives the socket an address of its own.
func (s *Socket) Bind(a Addr) Errno {
	if s.isBound {
		return EINVAL
	}
	n := s.net
	if s.Family == FamilyInet {
		if a.Host == "" {
			a.Host = anyHost
		}
		switch {
		case !isLocal(a.Host):
			return EADDRNOTAVAIL
		case a.Port == 0:
			if a.Port = n.freePort(s.Kind); a.Port == 0 {
				return EADDRINUSE
			}
		case a.Port < firstUserPort:
			return EACCES
		}
	}
	b := s.binding(a)
	for _, o := range n.bound[b] {
		same := o.Local.Host == a.Host || o.Local.Host == anyHost || a.Host == anyHost
		share := s.Reuse && o.Reuse && !o.listening || s.ReusePort && o.ReusePort
		if s.Family == FamilyUnix || same && !share {
			return EADDRINUSE
		}
	}
	s.Local, s.isBound = a, true
	n.bound[b] = append(n.bound[b], s)
	return 0
}

// unbind takes the socket off its address.
func (s *Socket) unbind() {
	if !s.isBound {
		return
	}
	s.isBound = false
	b := s.binding(s.Local)
	list := s.net.bound[b]
	for i, o := range list {
		if o == s {
			list = append(list[:i:i], list[i+1:]...)
			break
		}
	}
	if len(list) == 0 {
		delete(s.net.bound, b)
		return
	}
	s.net.bound[b] = list
}

// at is the socket that gets what is sent to an address.
func (n *Net) at(from *Socket, a Addr) *Socket {
	var found *Socket
	for _, o := range n.bound[from.binding(a)] {
		if o.Kind == Stream && !o.listening {
			continue
		}
		if from.Family == FamilyUnix || o.Local.Host == a.Host || a.Host == anyHost {
			return o
		}
		if o.Local.Host == anyHost && found == nil {
			found = o
		}
	}
	return found
}

// Name is how the timeline calls an address.
func (a Addr) Name() string {
	if a.Path != "" {
		return a.Path
	}
	return "port " + strconv.Itoa(a.Port)
}

// Socket is one socket: a Device. What it is good for depends on what was done
// with it: a stream socket listens, or is one of the two ends of a connection;
// a datagram socket has a queue of packets.
type Socket struct {
	net          *Net
	Family, Kind int
	Proto        int
	Local, Peer  Addr
	// Reuse and ReusePort are SO_REUSEADDR and SO_REUSEPORT; Linger0 has Close reset the connection.
	Reuse, ReusePort, Linger0 bool
	// SendRoom and ReceiveRoom are the sizes of the buffers in bytes, 0 for what is usual.
	SendRoom, ReceiveRoom int

	isBound, listening bool
	closed             bool
	watchers           Watchers
	telling            *kernel.Timer // pending when the watchers will be told
	entity             trace.Entity
	err                Errno // what the next operation answers (SO_ERROR)

	// A listening socket: connections that nobody has accepted yet.
	backlog int
	queue   []*Socket

	// An end of a connection.
	connecting, connected bool
	other                 *Socket
	in                    []byte // arrived, and not read
	ended                 bool   // nothing more will arrive
	deaf, mute            bool   // shut down for reading, for writing

	// A datagram socket.
	packets []Packet
}

// Packet is a datagram that has arrived.
type Packet struct {
	Data []byte
	From Addr
}

// NewSocket makes a socket that is good for nothing yet.
func (n *Net) NewSocket(family, kind, proto int) *Socket {
	return &Socket{net: n, Family: family, Kind: kind, Proto: proto}
}

// Error takes the pending error.
func (s *Socket) Error() Errno {
	e := s.err
	s.err = 0
	return e
}

// Listening tells whether it accepts connections.
func (s *Socket) Listening() bool { return s.listening }

// Connected tells whether it has a peer.
func (s *Socket) Connected() bool { return s.connected }

// Connecting tells whether a connection is being made.
func (s *Socket) Connecting() bool { return s.connecting }

// Watchers are those who wait for the socket.
func (s *Socket) Watchers() *Watchers { return &s.watchers }

// Entity is the connection on the timeline.
func (s *Socket) Entity() trace.Entity { return s.entity }

// Stat describes a socket.
func (s *Socket) Stat() Stat {
	return Stat{Mode: TypeSocket | 0o777, Nlink: 1, UID: userID, GID: userID, BlockSize: 4096}
}

// Ready says what would not wait.
func (s *Socket) Ready() Events {
	ev := Events(0)
	if s.err != 0 {
		ev |= Err | In | Out
	}
	switch {
	case s.listening:
		if len(s.queue) > 0 {
			ev |= In
		}
	case s.Kind == Datagram:
		if len(s.packets) > 0 {
			ev |= In
		}
		ev |= Out
	case s.connecting:
	case !s.connected:
		ev |= Out | Hup
	default:
		if len(s.in) > 0 || s.ended || s.deaf {
			ev |= In
		}
		if s.mute || s.room() > 0 {
			ev |= Out
		}
		if (s.ended || s.deaf) && s.mute || s.gone() {
			ev |= Hup
		}
	}
	return ev
}

// gone tells whether the other end of a local connection is closed, which this end knows at once.
func (s *Socket) gone() bool {
	return s.Family == FamilyUnix && s.Kind == Stream && s.other != nil && s.other.closed
}

// tell tells those who wait at the socket, the latency of n bytes from now.
func (s *Socket) tell(cause string, by trace.Entity, n int) {
	s.watchers.Changed()
	if len(s.watchers.list) == 0 || s.telling.Pending() {
		return
	}
	m := s.net.m
	if by == 0 {
		by = m.Entity
	}
	s.telling = m.At(m.Now()+s.net.Latency(n), func() { s.watchers.Notify(cause, by) })
}

// Close gives up the socket.
func (s *Socket) Close() {
	if s.closed {
		return
	}
	s.closed = true
	s.unbind()
	by := s.net.m.CurrentLane()
	for _, o := range s.queue {
		o.other.reset(by) // nobody will accept it
	}
	s.queue = nil
	s.leave(by)
}

// note records that bytes, packets or connections were put in or taken out, and how many are left.
func (s *Socket) note(kind trace.Kind, by trace.Entity, n int) {
	if s.entity != 0 && by != 0 {
		s.net.m.Emit(kind, by, s.entity, uint32(n))
	}
}
