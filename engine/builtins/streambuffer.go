package builtins

import (
	"strings"
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Buffer is the binary layer of a standard stream.
type Buffer struct {
	object.Header
	stream *Stream
}

// BufferType is its class for what is written to, ReaderType that of standard input's.
var (
	BufferType = object.NewStaticType("BufferedWriter", "_io", object.ObjectType, object.LayoutOther, object.NotBase)
	ReaderType = object.NewStaticType("BufferedReader", "_io", object.ObjectType, object.LayoutOther, object.NotBase)
)

func newBuffer(s *Stream) Value {
	b := &Buffer{stream: s}
	b.Type = BufferType
	if s.FD == 0 {
		b.Type = ReaderType
	}
	return object.Obj(&b.Header)
}

// take reads at most n bytes of what is left, all for a negative n.
func (s *Stream) take(t *Thread, n int64) string {
	text := s.readAll(t)
	if n >= 0 && n < int64(len(text)) {
		text, s.pending = text[:n], text[n:]
	}
	return text
}

func init() {
	for _, tp := range [...]*object.Type{BufferType, ReaderType} {
		reads := tp == ReaderType
		method := func(name, sig string, fn func(t *Thread, s *Stream, a []Value) Action) {
			vm.AddNative(tp, object.KindMethod, name, sig, func(t *Thread, a []Value, _ []*Str) Action {
				s := (*Buffer)(unsafe.Pointer(a[0].H)).stream
				if s.Closed && name != "close" {
					return vm.Raisef(object.ValueError, "%s of closed file", name)
				}
				return fn(t, s, a[1:])
			})
		}
		answer := func(name string, v Value) {
			method(name, "", func(t *Thread, s *Stream, a []Value) Action { return vm.Return(v) })
		}
		get := func(name string, fn func(s *Stream) Value) {
			tp.AddGetSet(name, func(c *Ctx, v Value) (Value, *Exc) { return fn((*Buffer)(unsafe.Pointer(v.H)).stream), nil }, nil)
		}
		answer("readable", object.Bool(reads))
		answer("writable", object.Bool(!reads))
		answer("seekable", object.False)
		answer("isatty", object.False)
		method("flush", "", func(t *Thread, s *Stream, a []Value) Action {
			s.flush(t)
			return vm.ReturnNone()
		})
		method("fileno", "", func(t *Thread, s *Stream, a []Value) Action { return vm.Return(object.Int(int64(s.FD))) })
		method("close", "", func(t *Thread, s *Stream, a []Value) Action { s.Closed = true; return vm.ReturnNone() })
		vm.AddNative(tp, object.KindMethod, "__enter__", "", func(t *Thread, a []Value, _ []*Str) Action { return vm.Return(a[0]) })
		method("__exit__", "*args", func(t *Thread, s *Stream, a []Value) Action { s.Closed = true; return vm.ReturnNone() })
		get("closed", func(s *Stream) Value { return object.Bool(s.Closed) })
		get("name", func(s *Stream) Value { return object.NewStr(s.name()) })
		get("mode", func(s *Stream) Value { return object.NewStr(s.mode() + "b") })
		vm.AddNative(tp, object.KindMethod, "detach", "", func(t *Thread, a []Value, _ []*Str) Action { return vm.Return(a[0]) })
		get("raw", newBuffer)
		tp.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
			return "<_io." + tp.Name + " name='" + (*Buffer)(unsafe.Pointer(v.H)).stream.name() + "'>", nil
		}
		if !reads {
			method("write", "data, /", func(t *Thread, s *Stream, a []Value) Action {
				data, ok := object.BytesLike(a[0])
				if !ok {
					return vm.Raisef(object.TypeError, "a bytes-like object is required, not '%s'", typeName(a[0]))
				}
				if e := s.write(t, strings.ToValidUTF8(data, "\ufffd")); e != nil {
					return vm.Raise(e)
				}
				return vm.Return(object.Int(int64(len(data))))
			})
			continue
		}
		size := func(a []Value) int64 {
			n, ok := object.ToInt64(arg(a, 0, object.Int(-1)))
			if !ok {
				return -1
			}
			return n
		}
		bytes := func(text string) Action { return vm.Return(object.NewBytes(text)) }
		for _, name := range [...]string{"read", "read1", "peek"} {
			method(name, "size=-1, /", func(t *Thread, s *Stream, a []Value) Action {
				text := s.take(t, size(a))
				if name == "peek" {
					s.pending = text + s.pending
				}
				return bytes(text)
			})
		}
		method("readline", "size=-1, /", func(t *Thread, s *Stream, a []Value) Action {
			line := s.readLine(t)
			if n := size(a); n >= 0 && n < int64(len(line)) {
				line, s.pending = line[:n], line[n:]+s.pending
			}
			return bytes(line)
		})
		method("readlines", "hint=-1, /", func(t *Thread, s *Stream, a []Value) Action {
			var out []Value
			for _, l := range strings.SplitAfter(s.readAll(t), "\n") {
				if l != "" {
					out = append(out, object.NewBytes(l))
				}
			}
			return vm.Return(object.NewList(out))
		})
		Iterator(tp, func(t *Thread, v Value) Action {
			line := (*Buffer)(unsafe.Pointer(v.H)).stream.readLine(t)
			if line == "" {
				return Stop()
			}
			return bytes(line)
		})
	}
}
