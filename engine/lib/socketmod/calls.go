package socketmod

import (
	"math"
	"strings"

	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// The system calls on sockets, by descriptor. Those that may wait take a timeout
// in seconds last: None waits for ever, 0 not at all.

// socketAt is the socket of a descriptor.
func socketAt(t *vm.Thread, fd value) (*world.Socket, *exc) {
	n, ok := object.ToInt64(fd)
	if !ok {
		return nil, object.NewExc(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(fd))
	}
	d := sim.ProcessOf(t).Descriptors().Get(int(n))
	if d == nil {
		return nil, sim.OSError(world.EBADF, object.Null)
	}
	s, ok := d.Device.(*world.Socket)
	if !ok {
		return nil, sim.OSError(world.ENOTSOCK, object.Null)
	}
	return s, nil
}

// call is a system call on a socket: it costs its price, and happens in its turn.
func call(tb *lib.Table, name, sig string, fn func(t *vm.Thread, s *world.Socket, a []value) action) {
	tb.Native(name, sig, func(t *vm.Thread, args []value, _ []*str) action {
		s, e := socketAt(t, args[0])
		if e != nil {
			return vm.Raise(e)
		}
		a := append([]value(nil), args...)
		return inOrder(t, func(t *vm.Thread) action { return fn(t, s, a) })
	})
}

func inOrder(t *vm.Thread, do func(t *vm.Thread) action) action {
	m := sim.Of(t).Proc.Run.M
	m.Spend(m.Price(kernel.PriceSyscall))
	return sim.InOrder(t, do)
}

func fail(e world.Errno) action { return vm.Raise(sim.OSError(e, object.Null)) }

// done answers None, or the error.
func done(e world.Errno) action {
	if e != 0 {
		return fail(e)
	}
	return vm.ReturnNone()
}

// patience is how long a call may wait.
type patience struct {
	never    bool  // it does not wait
	deadline int64 // 0: for ever
}

func patienceOf(t *vm.Thread, timeout value) (patience, *exc) {
	if timeout.IsNull() || timeout.IsNone() {
		return patience{}, nil
	}
	f, ok := float(timeout)
	if !ok || math.IsNaN(f) {
		return patience{}, object.NewExc(object.TypeError, "a timeout must be a number")
	}
	if f <= 0 {
		return patience{never: true}, nil
	}
	return patience{deadline: sim.Of(t).Proc.Run.M.Now() + sim.Nanoseconds(f)}, nil
}

// await waits until the socket is ready, then tries again.
func await(t *vm.Thread, s *world.Socket, want world.Events, p patience, reason string, try func(t *vm.Thread) action) action {
	if p.never {
		return fail(world.EAGAIN)
	}
	return vm.OnValue(t, sim.WaitReady(t, s, want, p.deadline, reason), func(t *vm.Thread, v value) action {
		if v == object.False {
			return vm.Raise(object.ExcArgs(object.TimeoutError, object.NewStr("timed out")))
		}
		return sim.InOrder(t, try)
	})
}

// float is the number that v is.
func float(v value) (float64, bool) {
	if n, ok := object.ToInt64(v); ok {
		return float64(n), true
	}
	return object.ToFloat(v)
}

func number(v value) int {
	n, _ := object.ToInt64(v)
	return int(n)
}

// open gives a new socket a descriptor.
func open(t *vm.Thread, s *world.Socket) (value, world.Errno) {
	fd, e := sim.ProcessOf(t).Descriptors().Open(world.NewDescription(s, world.ReadWrite))
	return object.Int(int64(fd)), e
}

// SOCK_NONBLOCK and SOCK_CLOEXEC may come with the kind.
const kindFlags = world.NonBlock | world.CloExec

func checkKind(family, kind int) world.Errno {
	switch {
	case family != world.FamilyInet && family != world.FamilyUnix:
		return world.EAFNOSUPPORT
	case kind == 3:
		return world.EPERM
	case kind != world.Stream && kind != world.Datagram:
		return world.EINVAL
	}
	return 0
}

func addCalls(tb *lib.Table) {
	tb.Native("socket", "family, type, proto", func(t *vm.Thread, a []value, _ []*str) action {
		family, kind := number(a[0]), number(a[1])&^kindFlags
		if e := checkKind(family, kind); e != 0 {
			return fail(e)
		}
		fd, e := open(t, sim.Of(t).Proc.Run.Net().NewSocket(family, kind, number(a[2])))
		if e != 0 {
			return fail(e)
		}
		return vm.Return(fd)
	})
	tb.Native("socketpair", "family, type, proto", func(t *vm.Thread, a []value, _ []*str) action {
		family, kind := number(a[0]), number(a[1])&^kindFlags
		if e := checkKind(family, kind); e != 0 {
			return fail(e)
		}
		if family != world.FamilyUnix {
			return fail(world.EOPNOTSUPP)
		}
		return inOrder(t, func(t *vm.Thread) action {
			x, y := sim.Of(t).Proc.Run.Net().Pair(family, kind, number(a[2]))
			fx, e := open(t, x)
			if e != 0 {
				return fail(e)
			}
			fy, e := open(t, y)
			if e != 0 {
				return fail(e)
			}
			return vm.Return(object.NewTuple([]value{fx, fy}))
		})
	})
	call(tb, "info", "fd", func(t *vm.Thread, s *world.Socket, a []value) action {
		return vm.Return(object.NewTuple([]value{object.Int(int64(s.Family)), object.Int(int64(s.Kind)), object.Int(int64(s.Proto))}))
	})
	call(tb, "bind", "fd, address", func(t *vm.Thread, s *world.Socket, a []value) action {
		return withAddr(t, s, a[1], "bind", func(t *vm.Thread, to world.Addr) action { return done(s.Bind(to)) })
	})
	call(tb, "listen", "fd, backlog=128", func(t *vm.Thread, s *world.Socket, a []value) action {
		n := 128
		if !a[1].IsNull() {
			n = number(a[1])
		}
		return done(s.Listen(n))
	})
	call(tb, "accept", "fd, timeout=None", func(t *vm.Thread, s *world.Socket, a []value) action {
		p, e := patienceOf(t, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return accept(t, s, p)
	})
	call(tb, "connect", "fd, address, timeout=None", func(t *vm.Thread, s *world.Socket, a []value) action {
		p, e := patienceOf(t, a[2])
		if e != nil {
			return vm.Raise(e)
		}
		return withAddr(t, s, a[1], "connect", func(t *vm.Thread, to world.Addr) action { return connect(t, s, to, p) })
	})
	call(tb, "shutdown", "fd, how", func(t *vm.Thread, s *world.Socket, a []value) action {
		how := number(a[1])
		if how < 0 || how > 2 {
			return fail(world.EINVAL)
		}
		return done(s.Shutdown(how != 1, how != 0))
	})
	call(tb, "getsockname", "fd", func(t *vm.Thread, s *world.Socket, a []value) action {
		return vm.Return(addrValue(s, s.Local))
	})
	call(tb, "getpeername", "fd", func(t *vm.Thread, s *world.Socket, a []value) action {
		if !s.Connected() {
			return fail(world.ENOTCONN)
		}
		return vm.Return(addrValue(s, s.Peer))
	})
	tb.Native("close", "fd", func(t *vm.Thread, a []value, _ []*str) action {
		fd := number(a[0])
		return inOrder(t, func(t *vm.Thread) action { return done(sim.ProcessOf(t).Descriptors().Close(fd)) })
	})
	tb.Native("dup", "fd", func(t *vm.Thread, a []value, _ []*str) action {
		table := sim.ProcessOf(t).Descriptors()
		d := table.Get(number(a[0]))
		if d == nil {
			return fail(world.EBADF)
		}
		fd, e := table.Open(d)
		if e != 0 {
			return fail(e)
		}
		return vm.Return(object.Int(int64(fd)))
	})
	tb.Native("setnonblock", "fd, on", func(t *vm.Thread, a []value, _ []*str) action {
		d := sim.ProcessOf(t).Descriptors().Get(number(a[0]))
		if d == nil {
			return fail(world.EBADF)
		}
		d.Flags &^= world.NonBlock
		if a[1] == object.True {
			d.Flags |= world.NonBlock
		}
		return vm.ReturnNone()
	})
	call(tb, "geterror", "fd", func(t *vm.Thread, s *world.Socket, a []value) action {
		return vm.Return(object.Int(int64(s.Error())))
	})
	call(tb, "setroom", "fd, send, size", func(t *vm.Thread, s *world.Socket, a []value) action {
		n := min(max(number(a[2]), 2304), 4<<20) // Linux doubles it, and has bounds
		if a[1] == object.True {
			s.SendRoom = max(2*n, 4608)
			return vm.Return(object.Int(int64(s.SendRoom)))
		}
		s.ReceiveRoom = max(2*n, 2304)
		return vm.Return(object.Int(int64(s.ReceiveRoom)))
	})
	call(tb, "setreuse", "fd, port, on", func(t *vm.Thread, s *world.Socket, a []value) action {
		if a[1] == object.True {
			s.ReusePort = a[2] == object.True
		} else {
			s.Reuse = a[2] == object.True
		}
		return vm.ReturnNone()
	})
	call(tb, "setlinger0", "fd, on", func(t *vm.Thread, s *world.Socket, a []value) action {
		s.Linger0 = a[1] == object.True
		return vm.ReturnNone()
	})
	call(tb, "listening", "fd", func(t *vm.Thread, s *world.Socket, a []value) action {
		return vm.Return(object.Bool(s.Listening()))
	})
	tb.Leaf("lookup", "host", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		s := object.AsStr(a[0])
		if s == nil {
			return object.None, nil
		}
		if ip, ok := lookup(s.Text); ok {
			return object.NewStr(ip), nil
		}
		return object.None, nil
	})
}

func accept(t *vm.Thread, s *world.Socket, p patience) action {
	o, e := s.Accept()
	switch {
	case e == world.EAGAIN:
		return await(t, s, world.In, p, "accept on "+s.Local.Name(), func(t *vm.Thread) action { return accept(t, s, p) })
	case e != 0:
		return fail(e)
	}
	fd, e := open(t, o)
	if e != 0 {
		o.Close()
		return fail(e)
	}
	return vm.Return(object.NewTuple([]value{fd, addrValue(o, o.Peer)}))
}

func connect(t *vm.Thread, s *world.Socket, to world.Addr, p patience) action {
	switch e := s.Connect(to); {
	case e == 0:
		return vm.ReturnNone()
	case e != world.EINPROGRESS || p.never:
		return fail(e)
	}
	return await(t, s, world.Out, p, "connect", func(t *vm.Thread) action { return done(s.Error()) })
}

// Addresses.

func addrValue(s *world.Socket, a world.Addr) value {
	if s.Family == world.FamilyUnix {
		return object.NewStr(a.Path)
	}
	host := a.Host
	if host == "" {
		host = "0.0.0.0"
	}
	return object.NewTuple([]value{object.NewStr(host), object.Int(int64(a.Port))})
}

// lookup is the address of a host name, or of an address.
func lookup(host string) (string, bool) {
	switch strings.ToLower(host) {
	case "":
		return "0.0.0.0", true
	case "<broadcast>":
		return "255.255.255.255", true
	case "localhost", "localhost.localdomain", "ip4-localhost", hostName:
		return "127.0.0.1", true
	}
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return "", false
	}
	for _, p := range parts {
		if p == "" || len(p) > 3 || p > "255" && len(p) == 3 {
			return "", false
		}
		for _, ch := range p {
			if ch < '0' || ch > '9' {
				return "", false
			}
		}
	}
	for len(parts) < 4 { // 127.1 is 127.0.0.1
		last := len(parts) - 1
		parts = append(parts[:last:last], "0", parts[last])
	}
	return strings.Join(parts, "."), true
}

const hostName = "loopscope"

// withAddr reads an address as a program writes it.
func withAddr(t *vm.Thread, s *world.Socket, v value, what string, then func(t *vm.Thread, a world.Addr) action) action {
	if s.Family == world.FamilyUnix {
		path, ok := object.BytesLike(v)
		if p := object.AsStr(v); p != nil {
			path, ok = p.Text, true
		}
		if !ok {
			return vm.Raisef(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v))
		}
		if len(path) > 107 {
			return vm.Raisef(object.OSError, "AF_UNIX path too long")
		}
		a := world.Addr{Path: path}
		if path != "" && path[0] != 0 {
			p := sim.ProcessOf(t)
			var e world.Errno
			if what == "bind" {
				a.File, e = p.Run.Disk().BindSocket(p.Cwd(), path)
			} else {
				a.File, e = p.Run.Disk().Find(p.Cwd(), path, true)
			}
			if e != 0 {
				return fail(e)
			}
		}
		return then(t, a)
	}
	tup := object.AsTuple(v)
	if tup == nil {
		return vm.Raisef(object.TypeError, "%s(): AF_INET address must be tuple, not %s", what, object.TypeOf(v))
	}
	if len(tup.Elems) != 2 {
		return vm.Raisef(object.TypeError, "AF_INET address must be a pair (host, port)")
	}
	host := object.AsStr(tup.Elems[0])
	name := ""
	if host != nil {
		name = host.Text
	} else if b, ok := object.BytesLike(tup.Elems[0]); ok {
		name = b
	} else {
		return vm.Raisef(object.TypeError, "str, bytes or bytearray expected, not %s", object.TypeOf(tup.Elems[0]))
	}
	port, ok := object.ToInt64(tup.Elems[1])
	if !ok {
		return vm.Raisef(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(tup.Elems[1]))
	}
	if port < 0 || port > 65535 {
		return vm.Raisef(object.OverflowError, "%s(): port must be 0-65535.", what)
	}
	ip, ok := lookup(name)
	if !ok {
		return vm.OnValue(t, t.Import("socket"), func(t *vm.Thread, m value) action {
			return vm.OnValue(t, vm.CallMethod(t, m, "_no_such_host"), func(t *vm.Thread, e value) action { return vm.Raise(object.AsExc(e)) })
		})
	}
	return then(t, world.Addr{Host: ip, Port: int(port)})
}
