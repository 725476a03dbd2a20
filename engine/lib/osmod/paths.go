package osmod

import (
	"strings"

	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// The functions of os that name files by their paths.

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	action = vm.Action
	thread = vm.Thread
)

// path is a path as a program gave it: what it was, for messages, and its text.
type path struct {
	v     value
	text  string
	bytes bool
}

// withPath has then get the path that v stands for: a str, bytes, or an object with __fspath__.
func withPath(t *thread, fn, name string, v value, then func(t *thread, p path) action) action {
	check := func(p path) action {
		if strings.IndexByte(p.text, 0) >= 0 {
			return vm.Raisef(object.ValueError, "embedded null byte")
		}
		return then(t, p)
	}
	if s := object.AsStr(v); s != nil {
		return check(path{v, s.Text, false})
	}
	if b := object.AsBytes(v); b != nil {
		return check(path{v, b.Data, true})
	}
	m := vm.Special(v, object.Intern("__fspath__"))
	if m.IsNull() {
		kinds := "string, bytes or os.PathLike"
		switch fn {
		case "stat", "chmod", "chdir", "truncate", "utime":
			kinds = "string, bytes, os.PathLike or integer"
		case "listdir":
			kinds = "string, bytes, os.PathLike, integer or None"
		}
		return vm.Raisef(object.TypeError, "%s: %s should be %s, not %s", fn, name, kinds, object.TypeOf(v).Label())
	}
	return vm.OnValue(t, vm.CallSpecial(t, m, v), func(t *thread, r value) action {
		if object.AsStr(r) == nil && object.AsBytes(r) == nil {
			return vm.Raisef(object.TypeError, "expected %s.__fspath__() to return str or bytes, not %s", object.TypeOf(v).Label(), object.TypeOf(r).Label())
		}
		return withPath(t, fn, name, r, then)
	})
}

// fails raises the OSError for a path.
func fails(e world.Errno, p path) action { return vm.Raise(sim.OSError(e, p.v)) }

// fails2 raises the OSError for two paths.
func fails2(e world.Errno, a, b path) action {
	return vm.Raise(object.NewOSError2(int(e), e.Text(), a.v, b.v))
}

// outcome is None, or the OSError.
func outcome(e world.Errno, p path) action {
	if e != 0 {
		return fails(e, p)
	}
	return vm.ReturnNone()
}

// spend is the time of a system call.
func spend(t *thread) {
	m := sim.ProcessOf(t).Run.M
	m.Spend(m.Price(kernel.PriceSyscall))
}

// call makes a function of the module that touches the disk, in its turn.
func call(tb *lib.Table, name, sig string, fn func(t *thread, p *sim.Process, a []value) action) {
	tb.Native(name, sig, func(t *thread, a []value, _ []*str) action {
		a = append([]value(nil), a...)
		for i, part := range strings.Split(sig, ", ") {
			if strings.Contains(part, "dir_fd") {
				at := i
				for _, q := range strings.Split(sig, ", ")[:i] {
					if q == "*" || q == "/" {
						at--
					}
				}
				if !a[at].IsNull() && !a[at].IsNone() {
					return vm.Raisef(object.UnsupportedError, "os.%s() with dir_fd: give a whole path instead", name)
				}
			}
		}
		return sim.InOrder(t, func(t *thread) action {
			spend(t)
			return fn(t, sim.ProcessOf(t), a)
		})
	})
}

// onPath is call for a function whose first argument is a path.
func onPath(tb *lib.Table, name, sig string, fn func(t *thread, p *sim.Process, at path, a []value) action) {
	call(tb, name, sig, func(t *thread, p *sim.Process, a []value) action {
		return withPath(t, strings.TrimPrefix(name, "_"), "path", a[0], func(t *thread, at path) action { return fn(t, p, at, a) })
	})
}

func intArg(t *thread, v value, def int64) (int64, *exc) {
	if v.IsNull() {
		return def, nil
	}
	return object.Index(t.RT.Ctx, v)
}

func isFalse(t *thread, v value) bool {
	if v.IsNull() {
		return false
	}
	b, e := object.Truth(t.RT.Ctx, v)
	return e == nil && !b
}

func name(p path, s string) value {
	if p.bytes {
		return object.NewBytes(s)
	}
	return object.NewStr(s)
}

// statTuple is a stat_result's worth of numbers: ten whole ones, three times in ns, block size, blocks.
func statTuple(s world.Stat) value {
	n := func(i int64) value { return object.Int(i) }
	return object.TupleOf(n(int64(s.Mode)), n(int64(s.Ino)), n(2049), n(int64(s.Nlink)), n(int64(s.UID)), n(int64(s.GID)), n(s.Size),
		n(s.Atime), n(s.Mtime), n(s.Ctime), n(s.BlockSize), n((s.Size+511)/512))
}

func initPaths(tb *lib.Table) {
	noDir := func(e world.Errno, p path) action { return outcome(e, p) }
	onPath(tb, "mkdir", "path, mode=511, *, dir_fd=None", func(t *thread, p *sim.Process, at path, a []value) action {
		mode, e := intArg(t, a[1], 0o777)
		if e != nil {
			return vm.Raise(e)
		}
		cwd := p.Cwd()
		return outcome(p.Run.Disk().Mkdir(cwd, at.text, uint32(mode)&^p.Umask()), at)
	})
	onPath(tb, "rmdir", "path, *, dir_fd=None", func(t *thread, p *sim.Process, at path, a []value) action {
		return noDir(p.Run.Disk().Rmdir(p.Cwd(), at.text), at)
	})
	for _, n := range [...]string{"unlink", "remove"} {
		onPath(tb, n, "path, *, dir_fd=None", func(t *thread, p *sim.Process, at path, a []value) action {
			return noDir(p.Run.Disk().Unlink(p.Cwd(), at.text), at)
		})
	}
	two := func(fn, sig string, do func(p *sim.Process, a, b string) world.Errno) {
		call(tb, fn, sig, func(t *thread, p *sim.Process, a []value) action {
			return withPath(t, fn, "src", a[0], func(t *thread, from path) action {
				return withPath(t, fn, "dst", a[1], func(t *thread, to path) action {
					if e := do(p, from.text, to.text); e != 0 {
						return fails2(e, from, to)
					}
					return vm.ReturnNone()
				})
			})
		})
	}
	for _, n := range [...]string{"rename", "replace"} {
		two(n, "src, dst, *, src_dir_fd=None, dst_dir_fd=None", func(p *sim.Process, a, b string) world.Errno { return p.Run.Disk().Rename(p.Cwd(), a, b) })
	}
	two("link", "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", func(p *sim.Process, a, b string) world.Errno { return p.Run.Disk().Link(p.Cwd(), a, b) })
	two("symlink", "src, dst, target_is_directory=False, *, dir_fd=None", func(p *sim.Process, a, b string) world.Errno { return p.Run.Disk().Symlink(p.Cwd(), a, b) })
	onPath(tb, "readlink", "path, *, dir_fd=None", func(t *thread, p *sim.Process, at path, a []value) action {
		target, e := p.Run.Disk().Readlink(p.Cwd(), at.text)
		if e != 0 {
			return fails(e, at)
		}
		return vm.Return(name(at, target))
	})
	onPath(tb, "_listdir", "path", func(t *thread, p *sim.Process, at path, a []value) action {
		names, e := p.Run.Disk().List(p.Cwd(), at.text)
		if e != 0 {
			return fails(e, at)
		}
		out := make([]value, len(names))
		for i, n := range names {
			out[i] = name(at, n)
		}
		return vm.Return(object.NewList(out))
	})
	call(tb, "_stat", "path, follow=True", func(t *thread, p *sim.Process, a []value) action {
		if object.IsIntLike(a[0]) {
			return onFD(t, p, a[0], func(fd int, d *world.Description) action { return vm.Return(statTuple(d.Device.Stat())) })
		}
		return withPath(t, "stat", "path", a[0], func(t *thread, at path) action {
			n, e := p.Run.Disk().Find(p.Cwd(), at.text, !isFalse(t, a[1]))
			if e != 0 {
				return fails(e, at)
			}
			return vm.Return(statTuple(n.Stat()))
		})
	})
	onPath(tb, "access", "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", func(t *thread, p *sim.Process, at path, a []value) action {
		mode, e := intArg(t, a[1], 0)
		if e != nil {
			return vm.Raise(e)
		}
		n, err := p.Run.Disk().Find(p.Cwd(), at.text, true)
		return vm.Return(object.Bool(err == 0 && n.Allows(uint32(mode)&7)))
	})
	onPath(tb, "chmod", "path, mode, *, dir_fd=None, follow_symlinks=True", func(t *thread, p *sim.Process, at path, a []value) action {
		mode, e := intArg(t, a[1], 0)
		if e != nil {
			return vm.Raise(e)
		}
		n, err := p.Run.Disk().Find(p.Cwd(), at.text, true)
		if err == 0 {
			err = p.Run.Disk().Chmod(n, uint32(mode))
		}
		return outcome(err, at)
	})
	onPath(tb, "_utime", "path, atime, mtime, follow=True", func(t *thread, p *sim.Process, at path, a []value) action {
		n, err := p.Run.Disk().Find(p.Cwd(), at.text, !isFalse(t, a[3]))
		if err != 0 {
			return vm.Raise(sim.OSError(err, object.Null)) // the reference does not say which file
		}
		now := p.Run.Disk().Now()
		atime, e := intArg(t, noneNull(a[1]), now)
		if e != nil {
			return vm.Raise(e)
		}
		mtime, e := intArg(t, noneNull(a[2]), now)
		if e != nil {
			return vm.Raise(e)
		}
		return outcome(p.Run.Disk().SetTimes(n, atime, mtime), at)
	})
	onPath(tb, "chdir", "path", func(t *thread, p *sim.Process, at path, a []value) action {
		n, e := p.Run.Disk().Chdir(p.Cwd(), at.text)
		if e != 0 {
			return fails(e, at)
		}
		p.SetCwd(n)
		return vm.ReturnNone()
	})
	call(tb, "getcwd", "", func(t *thread, p *sim.Process, a []value) action {
		s, e := p.Run.Disk().PathOf(p.Cwd())
		if e != 0 {
			return vm.Raise(sim.OSError(e, object.Null))
		}
		return vm.Return(object.NewStr(s))
	})
	call(tb, "umask", "mask, /", func(t *thread, p *sim.Process, a []value) action {
		m, e := object.Index(t.RT.Ctx, a[0])
		if e != nil {
			return vm.Raise(e)
		}
		old := p.Umask()
		p.SetUmask(uint32(m))
		return vm.Return(object.Int(int64(old)))
	})
	onPath(tb, "_truncate", "path, length", func(t *thread, p *sim.Process, at path, a []value) action {
		size, e := object.Index(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		d, err := p.Run.Disk().Open(p.Run.M, p.Cwd(), at.text, world.WriteOnly, 0, p.K.Entity, sim.Of(t).Lane())
		if err != 0 {
			return fails(err, at)
		}
		d.Keep()
		defer d.Drop()
		return outcome(d.Device.(world.Seeker).Truncate(size), at)
	})
}

func noneNull(v value) value {
	if v.IsNone() {
		return value{}
	}
	return v
}
