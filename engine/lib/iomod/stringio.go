package iomod

import (
	"strings"
	"unsafe"

	"loopscope/engine/builtins"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// stringIO is io.StringIO. While it is only written to, at its end, it is a
// growing text; anything else makes it a slice of code points.
type stringIO struct {
	object.Header
	object.Attrs
	b      []byte
	n      int // characters, in b or in runes
	runes  []int32
	wide   bool
	pos    int
	closed bool
	// newline as it was given: "" for none, "*" for None (all translated), or what ends a line.
	newline string
	seen    int // which line ends were read: 1 \r, 2 \n, 4 \r\n
}

// StringIOType is the class below io.StringIO.
var StringIOType = object.NewStaticType("StringIO", "_io", object.ObjectType, object.LayoutOther, object.HasDict)

func asStringIO(v value) *stringIO { return (*stringIO)(unsafe.Pointer(v.H)) }

func (s *stringIO) widen() {
	if !s.wide {
		s.runes = append([]int32(nil), object.AsStr(object.NewStr(string(s.b))).CodePoints()...)
		s.b, s.wide = nil, true
	}
}

// write puts a text at the position.
func (s *stringIO) write(c *ctx, x *str) *exc {
	text, n := x.Text, int(x.Len)
	if s.newline == "*" && strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
		n = int(object.AsStr(object.NewStr(text)).Len)
	} else if (s.newline == "\r" || s.newline == "\r\n") && strings.IndexByte(text, '\n') >= 0 {
		text = strings.ReplaceAll(text, "\n", s.newline)
		n = int(object.AsStr(object.NewStr(text)).Len)
	}
	if n == 0 {
		return nil
	}
	if n > 4096 {
		if e := c.Reserve(int64(len(text))); e != nil {
			return e
		}
	}
	if !s.wide && s.pos == s.n {
		s.b = append(s.b, text...)
		s.n += n
		s.pos = s.n
		return nil
	}
	s.widen()
	rs := object.AsStr(object.NewStr(text)).CodePoints()
	for len(s.runes) < s.pos+len(rs) {
		s.runes = append(s.runes, 0)
	}
	copy(s.runes[s.pos:], rs)
	s.pos += len(rs)
	s.n = len(s.runes)
	return nil
}

// take reads n characters.
func (s *stringIO) take(n int) value {
	if s.pos >= s.n {
		s.pos = max(s.pos, s.n)
		return object.NewStr("")
	}
	n = min(n, s.n-s.pos)
	if !s.wide && s.pos == 0 && n == s.n {
		s.pos = n
		return object.NewStr(string(s.b))
	}
	s.widen()
	v := object.NewStr(object.TextOf(s.runes[s.pos : s.pos+n]))
	s.pos += n
	return v
}

// line reads up to the end of a line, limit characters at most.
func (s *stringIO) line(limit int) value {
	if s.pos >= s.n {
		return object.NewStr("")
	}
	s.widen()
	rs := s.runes[s.pos:]
	end := len(rs)
	switch s.newline {
	case "\r\n":
		for i := 0; i+1 < len(rs); i++ {
			if rs[i] == '\r' && rs[i+1] == '\n' {
				end = i + 2
				break
			}
		}
	case "\r":
		for i, r := range rs {
			if r == '\r' {
				end = i + 1
				break
			}
		}
	default:
		for i, r := range rs {
			if r == '\n' || r == '\r' && s.newline == "" {
				end = i + 1
				if r == '\r' && i+1 < len(rs) && rs[i+1] == '\n' {
					end++
				}
				break
			}
		}
	}
	if limit >= 0 {
		end = min(end, limit)
	}
	return s.take(end)
}

var errClosed = "I/O operation on closed file"

// count reads an optional number: Null and None are -1.
func count(c *ctx, v value) (int, *exc) {
	if v.IsNull() || v.IsNone() {
		return -1, nil
	}
	if !object.IsIntLike(v) {
		return 0, object.NewExc(object.TypeError, "argument should be integer or None, not '%s'", object.TypeOf(v).Label())
	}
	n, e := object.Index(c, v)
	return int(n), e
}

func initStringIO() {
	tp := StringIOType
	tp.AttrOffset = unsafe.Offsetof(stringIO{}.Attrs)
	tp.Alloc = func(c *ctx, t *object.Type) value {
		s := &stringIO{newline: "\n"}
		s.Type = t
		s.Shape = t.Root
		return object.Obj(&s.Header)
	}
	tp.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return tp.Alloc(c, object.AsType(a[0])), nil
	})
	tp.AddMethod(object.KindSlot, "__init__", "initial_value='', newline='\\n'", func(c *ctx, a []value, _ []*str) (value, *exc) {
		s := asStringIO(a[0])
		*s = stringIO{Header: s.Header, Attrs: s.Attrs, newline: "\n"}
		if v := a[2]; !v.IsNull() {
			if v.IsNone() {
				s.newline = "*"
			} else if x := object.AsStr(v); x == nil {
				return value{}, object.NewExc(object.TypeError, "newline must be str or None, not %s", object.TypeOf(v).Label())
			} else if x.Text != "" && x.Text != "\n" && x.Text != "\r" && x.Text != "\r\n" {
				return value{}, object.NewExc(object.ValueError, "illegal newline value: %s", object.QuoteStr(x.Text))
			} else {
				s.newline = x.Text
			}
		}
		if v := a[1]; !v.IsNull() && !v.IsNone() {
			x := object.AsStr(v)
			if x == nil {
				return value{}, object.NewExc(object.TypeError, "initial_value must be str or None, not %s", object.TypeOf(v).Label())
			}
			if e := s.write(c, x); e != nil {
				return value{}, e
			}
			s.pos = 0
		}
		return object.None, nil
	})
	leaf := func(name, sig string, fn func(c *ctx, s *stringIO, a []value) (value, *exc)) {
		tp.AddMethod(object.KindMethod, name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) {
			s := asStringIO(a[0])
			if s.closed {
				return value{}, object.NewExc(object.ValueError, "%s", errClosed)
			}
			return fn(c, s, a[1:])
		})
	}
	leaf("write", "s, /", func(c *ctx, s *stringIO, a []value) (value, *exc) {
		x := object.AsStr(a[0])
		if x == nil {
			return value{}, object.NewExc(object.TypeError, "string argument expected, got '%s'", object.TypeOf(a[0]).Label())
		}
		return object.Int(int64(x.Len)), s.write(c, x)
	})
	leaf("getvalue", "", func(c *ctx, s *stringIO, a []value) (value, *exc) {
		if s.wide {
			return object.NewStr(object.TextOf(s.runes)), nil
		}
		return object.NewStr(string(s.b)), nil
	})
	leaf("read", "size=-1, /", func(c *ctx, s *stringIO, a []value) (value, *exc) {
		n, e := count(c, a[0])
		if e != nil {
			return value{}, e
		}
		if n < 0 {
			n = s.n
		}
		return s.take(n), nil
	})
	leaf("readline", "size=-1, /", func(c *ctx, s *stringIO, a []value) (value, *exc) {
		n, e := count(c, a[0])
		if e != nil {
			return value{}, e
		}
		return s.line(n), nil
	})
	leaf("tell", "", func(c *ctx, s *stringIO, a []value) (value, *exc) { return object.Int(int64(s.pos)), nil })
	leaf("seek", "pos, whence=0, /", func(c *ctx, s *stringIO, a []value) (value, *exc) {
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
			return value{}, object.NewExc(object.ValueError, "Invalid whence (%d, should be 0, 1 or 2)", whence)
		case whence <= 0 && pos < 0:
			return value{}, object.NewExc(object.ValueError, "Negative seek position %d", pos)
		case whence > 0 && pos != 0:
			return value{}, object.NewExc(object.OSError, "Can't do nonzero cur-relative seeks")
		case whence == 1:
			pos = int64(s.pos)
		case whence == 2:
			pos = int64(s.n)
		}
		s.pos = int(pos)
		return object.Int(pos), nil
	})
	leaf("truncate", "pos=None, /", func(c *ctx, s *stringIO, a []value) (value, *exc) {
		n, e := count(c, a[0])
		if e != nil {
			return value{}, e
		}
		if a[0].IsNull() || a[0].IsNone() {
			n = s.pos
		}
		if n < 0 {
			return value{}, object.NewExc(object.ValueError, "Negative size value %d", n)
		}
		if n < s.n {
			s.widen()
			s.runes = s.runes[:n]
			s.n = n
		}
		return object.Int(int64(n)), nil
	})
	for _, n := range [...]string{"readable", "writable", "seekable"} {
		leaf(n, "", func(c *ctx, s *stringIO, a []value) (value, *exc) { return object.True, nil })
	}
	tp.AddMethod(object.KindMethod, "close", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		s := asStringIO(a[0])
		s.closed, s.b, s.runes = true, nil, nil
		return object.None, nil
	})
	tp.AddGetSet("closed", func(c *ctx, v value) (value, *exc) { return object.Bool(asStringIO(v).closed), nil }, nil)
	tp.AddGetSet("line_buffering", func(c *ctx, v value) (value, *exc) {
		if asStringIO(v).closed {
			return value{}, object.NewExc(object.ValueError, "%s", errClosed)
		}
		return object.False, nil
	}, nil)
	tp.AddGetSet("newlines", func(c *ctx, v value) (value, *exc) { return object.None, nil }, nil)
	tp.AddGetSet("encoding", func(c *ctx, v value) (value, *exc) { return object.None, nil }, nil)
	tp.AddGetSet("errors", func(c *ctx, v value) (value, *exc) { return object.None, nil }, nil)
	tp.Slots.Iter = func(c *ctx, v value) (value, *exc) {
		if asStringIO(v).closed {
			return value{}, object.NewExc(object.ValueError, "%s", errClosed)
		}
		return v, nil
	}
	builtins.Iterator(tp, func(t *thread, v value) action {
		s := asStringIO(v)
		if s.closed {
			return vm.Raisef(object.ValueError, "%s", errClosed)
		}
		line := s.line(-1)
		if object.AsStr(line).Len == 0 {
			return builtins.Stop()
		}
		return vm.Return(line)
	})
	tp.Traverse = func(v value, visit func(value)) {}
}
