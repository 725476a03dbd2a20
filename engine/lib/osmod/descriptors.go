package osmod

import (
	"strconv"
	"strings"

	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// The functions of os that name files by descriptors.

// onFD has then get the description of a descriptor.
func onFD(t *thread, p *sim.Process, v value, then func(fd int, d *world.Description) action) action {
	if !object.IsIntLike(v) {
		return vm.Raisef(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Label())
	}
	fd, e := object.Index(t.RT.Ctx, v)
	if e != nil {
		return vm.Raise(e)
	}
	if fd < -1<<31 || fd > 1<<31-1 {
		return vm.Raisef(object.OverflowError, "Python int too large to convert to C int")
	}
	d := p.Descriptors().Get(int(fd))
	if d == nil {
		return vm.Raise(sim.OSError(world.EBADF, object.Null))
	}
	return then(int(fd), d)
}

func number(n int) action { return vm.Return(object.Int(int64(n))) }

func initDescriptors(tb *lib.Table) {
	onDescriptor := func(name, sig string, fn func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action) {
		call(tb, name, sig, func(t *thread, p *sim.Process, a []value) action {
			return onFD(t, p, a[0], func(fd int, d *world.Description) action { return fn(t, p, fd, d, a) })
		})
	}
	onPath(tb, "open", "path, flags, mode=511, *, dir_fd=None", func(t *thread, p *sim.Process, at path, a []value) action {
		flags, e := object.Index(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		mode, e := intArg(t, a[2], 0o777)
		if e != nil {
			return vm.Raise(e)
		}
		d, err := p.Run.Disk().Open(p.Run.M, p.Cwd(), at.text, int(flags), uint32(mode)&^p.Umask(), p.K.Entity, sim.Of(t).Lane())
		if err != 0 {
			return fails(err, at)
		}
		fd, err := p.Descriptors().Open(d)
		if err != 0 {
			return fails(err, at)
		}
		return number(fd)
	})
	onDescriptor("close", "fd", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		p.Descriptors().Close(fd)
		return vm.ReturnNone()
	})
	call(tb, "closerange", "fd_low, fd_high, /", func(t *thread, p *sim.Process, a []value) action {
		lo, e := object.Index(t.RT.Ctx, a[0])
		if e != nil {
			return vm.Raise(e)
		}
		hi, e := object.Index(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		for _, fd := range p.Descriptors().Numbers() {
			if int64(fd) >= lo && int64(fd) < hi {
				p.Descriptors().Close(fd)
			}
		}
		return vm.ReturnNone()
	})
	onDescriptor("_read", "fd, length, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		n, e := object.Index(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		if n < 0 {
			return vm.Raise(sim.OSError(world.EINVAL, object.Null))
		}
		return sim.Read(t, d, int(min(n, 1<<30)))
	})
	onDescriptor("_write", "fd, data, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		data, ok := object.BytesLike(a[1])
		if !ok {
			return vm.Raisef(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[1]).Label())
		}
		if c, ok := d.Device.(*sim.Console); ok {
			return write(t, c, data)
		}
		return sim.Write(t, d, data)
	})
	onDescriptor("lseek", "fd, position, whence, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		pos, e := object.Index(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		whence, e := object.Index(t.RT.Ctx, a[2])
		if e != nil {
			return vm.Raise(e)
		}
		s, ok := d.Device.(world.Seeker)
		if !ok {
			return vm.Raise(sim.OSError(world.ESPIPE, object.Null))
		}
		n, err := s.MoveTo(pos, int(whence))
		if err != 0 {
			return vm.Raise(sim.OSError(err, object.Null))
		}
		return vm.Return(object.Int(n))
	})
	onDescriptor("ftruncate", "fd, length, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		n, e := object.Index(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		s, ok := d.Device.(world.Seeker)
		err := world.EINVAL
		if ok && d.Writable() {
			err = s.Truncate(n)
		}
		if err != 0 {
			return vm.Raise(sim.OSError(err, object.Null))
		}
		return vm.ReturnNone()
	})
	onDescriptor("isatty", "fd, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		return vm.Return(object.False)
	})
	for _, n := range [...]string{"fsync", "fdatasync"} {
		onDescriptor(n, "fd", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
			return sim.Transfer(t, d.Device, 0, n, func(t *thread) action { return vm.ReturnNone() })
		})
	}
	onDescriptor("dup", "fd, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		n, err := p.Descriptors().Open(d)
		if err != 0 {
			return vm.Raise(sim.OSError(err, object.Null))
		}
		return number(n)
	})
	onDescriptor("dup2", "fd, fd2, inheritable=True", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		to, e := object.Index(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		if err := p.Descriptors().DupTo(fd, int(to)); err != 0 {
			return vm.Raise(sim.OSError(err, object.Null))
		}
		p.Descriptors().SetInheritable(int(to), !isFalse(t, a[2]))
		return number(int(to))
	})
	onDescriptor("get_inheritable", "fd, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		return vm.Return(object.Bool(p.Descriptors().Inheritable(fd)))
	})
	onDescriptor("set_inheritable", "fd, inheritable, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		p.Descriptors().SetInheritable(fd, !isFalse(t, a[1]))
		return vm.ReturnNone()
	})
	onDescriptor("get_blocking", "fd, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		return vm.Return(object.Bool(d.Blocking()))
	})
	onDescriptor("set_blocking", "fd, blocking, /", func(t *thread, p *sim.Process, fd int, d *world.Description, a []value) action {
		d.Flags &^= world.NonBlock
		if isFalse(t, a[1]) {
			d.Flags |= world.NonBlock
		}
		return vm.ReturnNone()
	})
	pipe := func(t *thread, p *sim.Process, flags int64) action {
		s, ok := p.Data["os.pipes"].(*int)
		if !ok {
			s = new(int)
			p.Data["os.pipes"] = s
		}
		*s++
		r, w := world.NewPipe(p.Run.M, "pipe "+strconv.Itoa(*s), p.K.Entity, sim.Of(t).Lane())
		r.Flags |= int(flags) & world.NonBlock
		w.Flags |= int(flags) & world.NonBlock
		a, e := p.Descriptors().Open(r)
		if e != 0 {
			return vm.Raise(sim.OSError(e, object.Null))
		}
		b, e := p.Descriptors().Open(w)
		if e != 0 {
			p.Descriptors().Close(a)
			return vm.Raise(sim.OSError(e, object.Null))
		}
		return vm.Return(object.TupleOf(object.Int(int64(a)), object.Int(int64(b))))
	}
	call(tb, "pipe", "", func(t *thread, p *sim.Process, a []value) action { return pipe(t, p, 0) })
	call(tb, "pipe2", "flags, /", func(t *thread, p *sim.Process, a []value) action {
		flags, e := object.Index(t.RT.Ctx, a[0])
		if e != nil {
			return vm.Raise(e)
		}
		return pipe(t, p, flags)
	})
}

// write writes to the console, past what sys.stdout holds back.
func write(t *thread, c *sim.Console, data string) action {
	if c.Stream == 0 {
		return vm.Raise(sim.OSError(world.EBADF, object.Null))
	}
	if e := sim.Of(t).WriteNow(t, c.Stream, strings.ToValidUTF8(data, "\ufffd")); e != nil {
		return vm.Raise(e)
	}
	return vm.Return(object.Int(int64(len(data))))
}
