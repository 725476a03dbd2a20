package builtins

import (
	"strings"
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Stream is one of the standard streams of a process: sys.stdin, sys.stdout or
// sys.stderr. What is written goes to the thread's host at once.
type Stream struct {
	object.Header
	FD      int
	Closed  bool
	pending string // of stdin: what was taken from the host and not yet read
	column  bool   // something has been written
}

// StreamType is the class of the standard streams.
var StreamType = object.NewStaticType("TextIOWrapper", "_io", object.ObjectType, object.LayoutOther, object.NotBase)

// Stdin reads from the simulated standard input: a line with its end for
// whole false, everything that is left otherwise; "" at the end. The package of
// module sys sets it.
var Stdin func(t *Thread, whole bool) string

// NewStream makes a standard stream.
func NewStream(fd int) Value {
	s := &Stream{FD: fd}
	s.Type = StreamType
	return object.Obj(&s.Header)
}

// AsStream is the Stream that v is, or nil.
func AsStream(v Value) *Stream {
	if v.H != nil && v.H.Type == StreamType {
		return (*Stream)(unsafe.Pointer(v.H))
	}
	return nil
}

func (s *Stream) name() string {
	return [...]string{"<stdin>", "<stdout>", "<stderr>"}[s.FD]
}

func (s *Stream) mode() string {
	if s.FD == 0 {
		return "r"
	}
	return "w"
}

// write sends text to the stream.
func (s *Stream) write(t *Thread, text string) *Exc {
	if s.Closed {
		return object.NewExc(object.ValueError, "I/O operation on closed file.")
	}
	if s.FD == 0 {
		return object.NewExc(unsupportedOperation, "not writable")
	}
	if s.FD == 1 {
		if e := Flush(t); e != nil {
			return e
		}
	}
	return t.Host.Write(t, s.FD, text)
}

// flush sends what the host has collected of what was written.
func (s *Stream) flush(t *Thread) { flushHost(t, s.FD) }

func flushHost(t *Thread, fd int) {
	if h, ok := t.Host.(interface{ Flush(t *Thread, stream int) }); ok {
		h.Flush(t, fd)
	}
}

// unsupportedOperation is io.UnsupportedOperation.
var unsupportedOperation = object.NewStaticType("UnsupportedOperation", "io", object.OSError, object.LayoutExc, object.IsExc)

// UnsupportedOperation is the class io.UnsupportedOperation.
func UnsupportedOperation() *object.Type { return unsupportedOperation }

// readLine reads a line with its end, "" at the end of the input.
func (s *Stream) readLine(t *Thread) string {
	if s.pending != "" {
		line := s.pending
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		s.pending = s.pending[len(line):]
		return line
	}
	if Stdin == nil {
		return ""
	}
	return Stdin(t, false)
}

func (s *Stream) readAll(t *Thread) string {
	text := s.pending
	s.pending = ""
	if Stdin != nil {
		text += Stdin(t, true)
	}
	return text
}

// Stdout is where print writes: the console itself (nil), or an object with a write method.
func stdStream(t *Thread, name string, fd int) (Value, bool) {
	mv, ok := t.RT.Modules.GetStr(intern("sys"))
	if !ok {
		return Value{}, true
	}
	m := object.AsModule(mv)
	if m == nil {
		return Value{}, true
	}
	v, ok := m.Dict.GetStr(intern(name))
	if !ok {
		return Value{}, false
	}
	if s := AsStream(v); s != nil && s.FD == fd && !s.Closed {
		return Value{}, true
	}
	return v, true
}

// StdStream is the object in sys under that name; the original stream, where
// module sys has not been imported.
func StdStream(t *Thread, name string, fd int) Value {
	if v, _ := stdStream(t, name, fd); !v.IsNull() {
		return v
	}
	return NewStream(fd)
}

func init() {
	// The second base of io.UnsupportedOperation.
	u := unsupportedOperation
	u.Bases = []*object.Type{object.OSError, object.ValueError}
	u.MRO = append([]*object.Type{u, object.OSError}, object.ValueError.MRO...)
	tp := StreamType
	tp.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		s := AsStream(v)
		return "<_io.TextIOWrapper name='" + s.name() + "' mode='" + s.mode() + "' encoding='utf-8'>", nil
	}
	tp.Slots.Iter = func(c *Ctx, v Value) (Value, *Exc) { return v, nil }
	tp.Slots.Next = func(c *Ctx, v Value) (Value, *Exc) { return Value{}, object.NeedVM }
	method := func(name, sig string, fn func(t *Thread, s *Stream, a []Value) Action) {
		vm.AddNative(tp, object.KindMethod, name, sig, func(t *Thread, a []Value, _ []*Str) Action {
			return fn(t, AsStream(a[0]), a[1:])
		})
	}
	method("write", "text, /", func(t *Thread, s *Stream, a []Value) Action {
		x := object.AsStr(a[0])
		if x == nil {
			return vm.Raisef(object.TypeError, "write() argument must be str, not %s", typeName(a[0]))
		}
		if e := s.write(t, x.Text); e != nil {
			return vm.Raise(e)
		}
		return vm.Return(object.Int(int64(x.Len)))
	})
	method("writelines", "lines, /", func(t *Thread, s *Stream, a []Value) Action {
		return vm.ForEach(t, a[0], func(t *Thread, v Value) Action {
			x := object.AsStr(v)
			if x == nil {
				return vm.Raisef(object.TypeError, "write() argument must be str, not %s", typeName(v))
			}
			if e := s.write(t, x.Text); e != nil {
				return vm.Raise(e)
			}
			return vm.Continue()
		}, func(t *Thread) Action { return vm.ReturnNone() })
	})
	method("flush", "", func(t *Thread, s *Stream, a []Value) Action {
		s.flush(t)
		return vm.ReturnNone()
	})
	method("close", "", func(t *Thread, s *Stream, a []Value) Action { s.Closed = true; return vm.ReturnNone() })
	method("fileno", "", func(t *Thread, s *Stream, a []Value) Action { return vm.Return(object.Int(int64(s.FD))) })
	no := func(t *Thread, s *Stream, a []Value) Action { return vm.Return(object.False) }
	method("isatty", "", no)
	method("seekable", "", no)
	method("readable", "", func(t *Thread, s *Stream, a []Value) Action { return vm.Return(object.Bool(s.FD == 0)) })
	method("writable", "", func(t *Thread, s *Stream, a []Value) Action { return vm.Return(object.Bool(s.FD != 0)) })
	method("reconfigure", "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None",
		func(t *Thread, s *Stream, a []Value) Action { return vm.ReturnNone() })
	method("__enter__", "", func(t *Thread, s *Stream, a []Value) Action { return vm.Return(object.Obj(&s.Header)) })
	method("__exit__", "*args", func(t *Thread, s *Stream, a []Value) Action { s.Closed = true; return vm.ReturnNone() })
	readable := func(fn func(t *Thread, s *Stream, a []Value) Action) func(t *Thread, s *Stream, a []Value) Action {
		return func(t *Thread, s *Stream, a []Value) Action {
			if s.Closed {
				return vm.Raisef(object.ValueError, "I/O operation on closed file.")
			}
			if s.FD != 0 {
				return vm.Raisef(unsupportedOperation, "not readable")
			}
			return fn(t, s, a)
		}
	}
	method("readline", "size=-1, /", readable(func(t *Thread, s *Stream, a []Value) Action {
		line := s.readLine(t)
		if n, ok := object.ToInt64(arg(a, 0, object.Int(-1))); ok && n >= 0 && n < int64(len(line)) {
			line, s.pending = line[:n], line[n:]+s.pending
		}
		return vm.Return(object.NewStr(line))
	}))
	method("read", "size=-1, /", readable(func(t *Thread, s *Stream, a []Value) Action {
		text := s.readAll(t)
		if n, ok := object.ToInt64(arg(a, 0, object.Int(-1))); ok && n >= 0 && n < int64(len(text)) {
			text, s.pending = text[:n], text[n:]
		}
		return vm.Return(object.NewStr(text))
	}))
	method("readlines", "hint=-1, /", readable(func(t *Thread, s *Stream, a []Value) Action {
		var out []Value
		hint, _ := object.ToInt64(arg(a, 0, object.Int(-1)))
		for n := int64(0); hint <= 0 || n < hint; {
			line := s.readLine(t)
			if line == "" {
				break
			}
			n += int64(len(line))
			out = append(out, object.NewStr(line))
		}
		return vm.Return(object.NewList(out))
	}))
	method("__next__", "", readable(func(t *Thread, s *Stream, a []Value) Action {
		line := s.readLine(t)
		if line == "" {
			return vm.Raisef(object.StopIteration, "")
		}
		return vm.Return(object.NewStr(line))
	}))
	get := func(name string, fn func(s *Stream) Value) {
		tp.AddGetSet(name, func(c *Ctx, v Value) (Value, *Exc) { return fn(AsStream(v)), nil }, nil)
	}
	get("name", func(s *Stream) Value { return object.NewStr(s.name()) })
	get("mode", func(s *Stream) Value { return object.NewStr(s.mode()) })
	get("encoding", func(s *Stream) Value { return object.NewStr("utf-8") })
	get("errors", func(s *Stream) Value {
		if s.FD == 2 {
			return object.NewStr("backslashreplace")
		}
		return object.NewStr("strict")
	})
	get("closed", func(s *Stream) Value { return object.Bool(s.Closed) })
	get("line_buffering", func(s *Stream) Value { return object.Bool(s.FD == 2) })
	get("newlines", func(s *Stream) Value { return object.None })
	get("buffer", func(s *Stream) Value {
		return newBuffer(s)
	})
}
