package builtins

import (
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

func init() {
	native("print", "...", printNative)
	native("input", "prompt='', /", inputNative)
}

// printNative is print(*args, sep, end, file, flush). To the console it writes
// once; to any other object piece by piece, as the reference does.
func printNative(t *Thread, args []Value, kw []*Str) Action {
	sep, end := " ", "\n"
	var file Value
	flush := false
	n := len(args) - len(kw)
	for i, k := range kw {
		v := args[n+i]
		switch k.Text {
		case "sep", "end":
			if v.IsNone() {
				continue
			}
			s := object.AsStr(v)
			if s == nil {
				return vm.Raisef(object.TypeError, "%s must be None or a string, not %s", k.Text, typeName(v))
			}
			if k.Text == "sep" {
				sep = s.Text
			} else {
				end = s.Text
			}
		case "file":
			file = v
		case "flush":
			b, e := object.Truth(t.RT.Ctx, v)
			if e == nil {
				flush = b
			}
		default:
			return vm.Raisef(object.TypeError, "'%s' is an invalid keyword argument for print()", k.Text)
		}
	}
	if file.IsNull() || file.IsNone() {
		v, ok := stdStream(t, "stdout", 1)
		if !ok {
			return vm.Raisef(object.RuntimeError, "lost sys.stdout")
		}
		if v.IsNone() {
			return vm.ReturnNone()
		}
		file = v
	}
	fd := 1
	if s := AsStream(file); s != nil {
		if s.Closed || s.FD == 0 {
			return vm.Raise(s.write(t, ""))
		}
		fd = s.FD
		file = Value{}
	}
	a := printAll(t, fd, file, args[:n], sep, end, flush)
	if flush && file.IsNull() {
		return vm.OnValue(t, a, func(t *Thread, v Value) Action {
			flushHost(t, fd)
			return vm.Return(v)
		})
	}
	return a
}

// printAll prints to a stream of the console, or to file if that is not Null.
func printAll(t *Thread, fd int, file Value, args []Value, sep, end string, flush bool) Action {
	n := len(args)
	if t.Unwritten != nil && fd == 1 {
		if e := Flush(t); e != nil {
			return vm.Raise(e)
		}
	}
	if !file.IsNull() {
		return printTo(t, file, keep(args[:n]), sep, end, flush)
	}
	if n == 1 {
		if s := object.AsStr(args[0]); s != nil && s.Type == object.StrType {
			if e := t.Host.Write(t, fd, s.Text+end); e != nil {
				return vm.Raise(e)
			}
			return vm.ReturnNone()
		}
	}
	var b strings.Builder
	for i := 0; i < n; i++ {
		if i > 0 {
			b.WriteString(sep)
		}
		s, e := object.StrOf(t.RT.Ctx, args[i])
		if e == object.NeedVM {
			return printRest(t, fd, &b, keep(args[i:n]), sep, end)
		}
		if e != nil {
			return vm.Raise(e)
		}
		b.WriteString(s)
	}
	b.WriteString(end)
	if e := t.Host.Write(t, fd, b.String()); e != nil {
		return vm.Raise(e)
	}
	return vm.ReturnNone()
}

// printRest goes on with an argument whose __str__ is written in Python. b ends
// with a separator where one is due.
func printRest(t *Thread, fd int, b *strings.Builder, args []Value, sep, end string) Action {
	i := 0
	outer := t.Unwritten
	put := func(text string) *Exc {
		b.WriteString(text)
		all := b.String()
		b.Reset()
		return t.Host.Write(t, fd, all)
	}
	return vm.After(t, vm.Repeat(t, func(t *Thread) Action {
		if i == len(args) {
			t.Unwritten = outer
			if e := put(end); e != nil {
				return vm.Raise(e)
			}
			return vm.ReturnNone()
		}
		if i > 0 {
			b.WriteString(sep)
		}
		i++
		if fd == 1 {
			t.Unwritten = b
		}
		return vm.OnValue(t, vm.ToStr(t, args[i-1]), func(t *Thread, s Value) Action {
			b.WriteString(object.AsStr(s).Text)
			return vm.Continue()
		})
	}), func(t *Thread, v Value, exc *Exc) Action {
		t.Unwritten = outer
		if exc != nil {
			if e := put(""); e != nil {
				return vm.Raise(e)
			}
		}
		return vm.ReturnOr(v, exc)
	})
}

// Flush writes what an unfinished print has collected.
func Flush(t *Thread) *Exc {
	b := t.Unwritten
	if b == nil || b.Len() == 0 {
		return nil
	}
	text := b.String()
	b.Reset()
	return t.Host.Write(t, 1, text)
}

// printTo writes to an object with a write method.
func printTo(t *Thread, file Value, args []Value, sep, end string, flush bool) Action {
	return vm.OnValue(t, vm.GetAttr(t, file, intern("write")), func(t *Thread, write Value) Action {
		i, between := 0, false
		next := func(t *Thread, _ Value) Action { return vm.Continue() }
		return vm.Repeat(t, func(t *Thread) Action {
			switch {
			case i < len(args) && i > 0 && !between:
				between = true
				return vm.OnValue(t, vm.Call(write, object.NewStr(sep)), next)
			case i < len(args):
				between = false
				i++
				return vm.OnValue(t, vm.ToStr(t, args[i-1]), func(t *Thread, s Value) Action {
					return vm.OnValue(t, vm.Call(write, s), next)
				})
			case i == len(args):
				i++
				return vm.OnValue(t, vm.Call(write, object.NewStr(end)), next)
			case flush:
				flush = false
				return vm.OnValue(t, vm.CallMethod(t, file, "flush"), next)
			}
			return vm.ReturnNone()
		})
	})
}

// inputNative is input(prompt): the prompt goes to standard output.
func inputNative(t *Thread, args []Value, _ []*Str) Action {
	for i, name := range [...]string{"stdin", "stdout"} {
		if s, has := stdStream(t, name, i); !has || s.IsNone() {
			return vm.Raisef(object.RuntimeError, "input(): lost sys.%s", name)
		}
	}
	read := func(t *Thread) Action {
		in, _ := stdStream(t, "stdin", 0)
		if in.IsNull() {
			line := ""
			if sv := StdStreamOf(t); sv != nil {
				line = sv.readLine(t)
			}
			return finishInput(line)
		}
		return vm.OnValue(t, vm.CallMethod(t, in, "readline"), func(t *Thread, r Value) Action {
			s := object.AsStr(r)
			if s == nil {
				return vm.Raisef(object.TypeError, "object.readline() returned non-string")
			}
			return finishInput(s.Text)
		})
	}
	if args[0].IsNull() {
		return read(t)
	}
	prompt := args[0]
	return vm.OnValue(t, vm.ToStr(t, prompt), func(t *Thread, s Value) Action {
		out, _ := stdStream(t, "stdout", 1)
		if !out.IsNull() {
			return vm.OnValue(t, vm.CallMethod(t, out, "write", s), func(t *Thread, _ Value) Action { return read(t) })
		}
		if e := t.Host.Write(t, 1, object.AsStr(s).Text); e != nil {
			return vm.Raise(e)
		}
		return read(t)
	})
}

// StdStreamOf is the original standard input: the one in sys where it has been imported.
func StdStreamOf(t *Thread) *Stream {
	if mv, ok := t.RT.Modules.GetStr(intern("sys")); ok {
		if m := object.AsModule(mv); m != nil {
			if v, ok := m.Dict.GetStr(intern("stdin")); ok {
				return AsStream(v)
			}
		}
	}
	return AsStream(NewStream(0))
}

func finishInput(line string) Action {
	if line == "" {
		return vm.Raisef(object.EOFError, "EOF when reading a line")
	}
	return vm.Return(object.NewStr(strings.TrimSuffix(line, "\n")))
}
