package iomod

import (
	"bytes"
	"unsafe"

	"loopscope/engine/builtins"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// bytesIO is io.BytesIO.
type bytesIO struct {
	object.Header
	object.Attrs
	b      []byte
	pos    int
	closed bool
	shown  *object.ByteArray // what the views that getbuffer made show, nil when there is none
}

// BytesIOType is the class below io.BytesIO.
var BytesIOType = object.NewStaticType("BytesIO", "_io", object.ObjectType, object.LayoutOther, object.HasDict)

// fixed answers the BufferError for a change while a view that getbuffer() made is in use.
func (s *bytesIO) fixed(c *ctx) *exc {
	if s.shown == nil {
		return nil
	}
	if e := s.shown.Exports.Resizable(c); e != nil {
		return e
	}
	s.shown = nil
	return nil
}

func asBytesIO(v value) *bytesIO { return (*bytesIO)(unsafe.Pointer(v.H)) }

func (s *bytesIO) write(c *ctx, data string) *exc {
	if len(data) == 0 {
		return nil
	}
	if len(data) > 4096 {
		if e := c.Reserve(int64(len(data))); e != nil {
			return e
		}
	}
	for len(s.b) < s.pos {
		s.b = append(s.b, 0)
	}
	n := copy(s.b[s.pos:], data)
	s.b = append(s.b, data[n:]...)
	s.pos += len(data)
	return nil
}

func (s *bytesIO) take(n int) string {
	if s.pos >= len(s.b) {
		return ""
	}
	n = min(n, len(s.b)-s.pos)
	out := string(s.b[s.pos : s.pos+n])
	s.pos += n
	return out
}

func (s *bytesIO) line(limit int) string {
	if s.pos >= len(s.b) {
		return ""
	}
	n := bytes.IndexByte(s.b[s.pos:], '\n') + 1
	if n == 0 {
		n = len(s.b) - s.pos
	}
	if limit >= 0 {
		n = min(n, limit)
	}
	return s.take(n)
}

func initBytesIO() {
	tp := BytesIOType
	tp.AttrOffset = unsafe.Offsetof(bytesIO{}.Attrs)
	tp.Alloc = func(c *ctx, t *object.Type) value {
		s := &bytesIO{}
		s.Type = t
		s.Shape = t.Root
		return object.Obj(&s.Header)
	}
	tp.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return tp.Alloc(c, object.AsType(a[0])), nil
	})
	data := func(v value) (string, *exc) {
		d, ok := object.BytesLike(v)
		if !ok {
			return "", object.NewExc(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Label())
		}
		return d, nil
	}
	tp.AddMethod(object.KindSlot, "__init__", "initial_bytes=b''", func(c *ctx, a []value, _ []*str) (value, *exc) {
		s := asBytesIO(a[0])
		*s = bytesIO{Header: s.Header, Attrs: s.Attrs}
		if !a[1].IsNull() && !a[1].IsNone() {
			d, e := data(a[1])
			if e != nil {
				return value{}, e
			}
			s.b = []byte(d)
		}
		return object.None, nil
	})
	leaf := func(name, sig string, fn func(c *ctx, s *bytesIO, a []value) (value, *exc)) {
		tp.AddMethod(object.KindMethod, name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) {
			s := asBytesIO(a[0])
			if s.closed {
				return value{}, object.NewExc(object.ValueError, "%s.", errClosed)
			}
			return fn(c, s, a[1:])
		})
	}
	leaf("write", "b, /", func(c *ctx, s *bytesIO, a []value) (value, *exc) {
		d, e := data(a[0])
		if e != nil {
			return value{}, e
		}
		if e := s.fixed(c); e != nil {
			return value{}, e
		}
		return object.Int(int64(len(d))), s.write(c, d)
	})
	leaf("getvalue", "", func(c *ctx, s *bytesIO, a []value) (value, *exc) { return object.NewBytes(string(s.b)), nil })
	leaf("getbuffer", "", func(c *ctx, s *bytesIO, a []value) (value, *exc) {
		if s.shown == nil || s.fixed(c) == nil {
			s.shown = object.AsByteArray(object.NewByteArray(s.b))
		}
		return object.NewMemoryView(c, object.Obj(&s.shown.Header))
	})
	reader := func(name, sig string, fn func(s *bytesIO, n int) string) {
		leaf(name, sig, func(c *ctx, s *bytesIO, a []value) (value, *exc) {
			n, e := count(c, a[0])
			if e != nil {
				return value{}, e
			}
			return object.NewBytes(fn(s, n)), nil
		})
	}
	read := func(s *bytesIO, n int) string {
		if n < 0 {
			n = len(s.b)
		}
		return s.take(n)
	}
	reader("read", "size=-1, /", read)
	reader("read1", "size=-1, /", read)
	reader("readline", "size=-1, /", func(s *bytesIO, n int) string { return s.line(n) })
	leaf("readinto", "buffer, /", func(c *ctx, s *bytesIO, a []value) (value, *exc) {
		m, ok := object.MemoryOf(a[0])
		if !ok || m.Data == nil {
			return value{}, object.NewExc(object.TypeError, "readinto() argument must be read-write bytes-like object, not %s", object.TypeOf(a[0]))
		}
		return object.Int(int64(copy(m.Data, s.take(len(m.Data))))), nil
	})
	leaf("tell", "", func(c *ctx, s *bytesIO, a []value) (value, *exc) { return object.Int(int64(s.pos)), nil })
	leaf("seek", "pos, whence=0, /", func(c *ctx, s *bytesIO, a []value) (value, *exc) {
		pos, e := object.Index(c, a[0])
		if e != nil {
			return value{}, e
		}
		whence, e := count(c, a[1])
		if e != nil {
			return value{}, e
		}
		switch {
		case whence > 2:
			return value{}, object.NewExc(object.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
		case whence <= 0 && pos < 0:
			return value{}, object.NewExc(object.ValueError, "negative seek value %d", pos)
		case whence == 1:
			pos += int64(s.pos)
		case whence == 2:
			pos += int64(len(s.b))
		}
		s.pos = int(max(pos, 0))
		return object.Int(int64(s.pos)), nil
	})
	leaf("truncate", "size=None, /", func(c *ctx, s *bytesIO, a []value) (value, *exc) {
		n, e := count(c, a[0])
		if e == nil {
			e = s.fixed(c)
		}
		if e != nil {
			return value{}, e
		}
		if a[0].IsNull() || a[0].IsNone() {
			n = s.pos
		}
		if n < 0 {
			return value{}, object.NewExc(object.ValueError, "negative size value %d", n)
		}
		if n < len(s.b) {
			s.b = s.b[:n:n]
		}
		return object.Int(int64(n)), nil
	})
	for _, n := range [...]string{"readable", "writable", "seekable"} {
		leaf(n, "", func(c *ctx, s *bytesIO, a []value) (value, *exc) { return object.True, nil })
	}
	tp.AddMethod(object.KindMethod, "close", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		s := asBytesIO(a[0])
		if e := s.fixed(c); e != nil {
			return value{}, e
		}
		s.closed, s.b = true, nil
		return object.None, nil
	})
	tp.AddGetSet("closed", func(c *ctx, v value) (value, *exc) { return object.Bool(asBytesIO(v).closed), nil }, nil)
	tp.Slots.Iter = func(c *ctx, v value) (value, *exc) {
		if asBytesIO(v).closed {
			return value{}, object.NewExc(object.ValueError, "%s.", errClosed)
		}
		return v, nil
	}
	builtins.Iterator(tp, func(t *thread, v value) action {
		s := asBytesIO(v)
		if s.closed {
			return vm.Raisef(object.ValueError, "%s.", errClosed)
		}
		line := s.line(-1)
		if line == "" {
			return builtins.Stop()
		}
		return vm.Return(object.NewBytes(line))
	})
	tp.Traverse = func(v value, visit func(value)) {}
}
