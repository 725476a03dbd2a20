package world

import "loopscope/engine/trace"

// Datagrams: packets that arrive whole or not at all.

const (
	maxPackets = 256   // that wait at one socket; more are lost
	maxPacket  = 65507 // bytes
)

func (s *Socket) connectPackets(a Addr) Errno {
	if s.Family == FamilyInet {
		if a.Host == "" || a.Host == anyHost {
			a.Host = loopHost
		}
		if !isLocal(a.Host) {
			return ENETUNREACH
		}
		if e := s.ensureBound(); e != 0 {
			return e
		}
		if s.Local.Host == anyHost {
			s.Local.Host = loopHost
		}
	} else if s.net.at(s, a) == nil {
		return ECONNREFUSED
	}
	s.Peer, s.connected = a, true
	return 0
}

func (s *Socket) ensureBound() Errno {
	if s.isBound || s.Family == FamilyUnix {
		return 0
	}
	return s.Bind(Addr{})
}

// SendTo sends a packet, to the peer if toPeer is set.
func (s *Socket) SendTo(b []byte, a Addr, toPeer bool) (int, Errno) {
	if e := s.Error(); e != 0 {
		return 0, e
	}
	n := s.net
	if toPeer && !s.connected {
		if s.Family == FamilyUnix {
			return 0, ENOTCONN
		}
		return 0, EDESTADDRREQ
	}
	if len(b) > maxPacket && s.Family == FamilyInet {
		return 0, EMSGSIZE
	}
	if toPeer {
		a = s.Peer
	}
	if s.Family == FamilyInet {
		if a.Host == "" || a.Host == anyHost {
			a.Host = loopHost
		}
		if !isLocal(a.Host) {
			return 0, ENETUNREACH
		}
		if e := s.ensureBound(); e != 0 {
			return 0, e
		}
	}
	to := s.other
	if to == nil {
		to = n.at(s, a)
	}
	by := n.m.CurrentLane()
	if to == nil || to.closed {
		if s.Family == FamilyUnix {
			return 0, ECONNREFUSED
		}
		if s.connected {
			s.err = ECONNREFUSED // what comes back
			s.tell("connection refused", 0, 0)
		}
		return len(b), 0
	}
	from := s.Local
	if from.Host == anyHost {
		from.Host = loopHost
	}
	p := Packet{append([]byte(nil), b...), from}
	if len(to.packets) >= maxPackets || to.connected && to.other == nil && to.Peer != from {
		return len(b), 0
	}
	to.packets = append(to.packets, p)
	to.note(trace.PUT, by, len(to.packets))
	to.tell("packet", by, len(b))
	return len(b), 0
}

// Receive takes the packet that has waited longest.
func (s *Socket) Receive(stay bool) (Packet, Errno) {
	if e := s.Error(); e != 0 {
		return Packet{}, e
	}
	if len(s.packets) == 0 {
		if s.deaf {
			return Packet{}, 0
		}
		return Packet{}, EAGAIN
	}
	p := s.packets[0]
	if !stay {
		s.packets = s.packets[1:]
		s.note(trace.GET, s.net.m.CurrentLane(), len(s.packets))
	}
	return p, 0
}
