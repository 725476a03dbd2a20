// Package iomod is the module io, and with it open(). The layers are those of
// the reference: FileIO on a descriptor, a Buffered… class on that, a
// TextIOWrapper on that; they are written in Python (io.py), so that any object
// with the right methods can be a layer, and waiting needs no care. StringIO and
// BytesIO, which hold their data themselves, are written in Go.
package iomod

import (
	_ "embed"

	"loopscope/engine/builtins"
	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
	thread = vm.Thread
)

//go:embed io.py
var source string

func init() {
	initStringIO()
	initBytesIO()
	tb := &lib.Table{Name: "_iocore"}
	tb.Const("StringIO", StringIOType.Value())
	tb.Const("BytesIO", BytesIOType.Value())
	tb.Const("Stream", builtins.StreamType.Value())
	tb.Const("StreamBuffer", builtins.BufferType.Value())
	tb.Const("StreamReader", builtins.ReaderType.Value())
	tb.Const("UnsupportedOperation", builtins.UnsupportedOperation().Value())
	tb.Leaf("decode", "data, encoding, errors, final, /", decode)
	lib.Register("_iocore", tb.Spec(""))
	lib.Register("io", vm.Spec{Source: source})
	lib.Register("_io", vm.Spec{Source: "from io import *\nfrom io import open_code, _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase\n"})
	builtins.Open = open
}

// open is the built-in function: io's, without importing io at the start of every program.
func open(t *thread, args []value) action {
	var pos []value
	var kw []*str
	names := [...]string{"file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"}
	for i, v := range args {
		if !v.IsNull() {
			pos = append(pos, v)
			kw = append(kw, object.Intern(names[i]))
		}
	}
	return vm.OnValue(t, t.Import("io"), func(t *thread, m value) action {
		return vm.OnValue(t, vm.GetAttr(t, m, object.Intern("_open")), func(t *thread, fn value) action { return vm.CallKw(fn, pos, kw) })
	})
}

// decode decodes as many bytes as make whole characters: the result is the text
// and how many were used. With final set all bytes are used.
func decode(c *ctx, a []value, _ []*str) (value, *exc) {
	data, _ := object.BytesLike(a[0])
	enc, errs := object.AsStr(a[1]), object.AsStr(a[2])
	if enc == nil || errs == nil {
		return value{}, object.NewExc(object.TypeError, "decode() needs texts")
	}
	n := len(data)
	if a[3] != object.True {
		n = whole(data, enc.Text)
	}
	text, e := object.DecodeText(data[:n], enc.Text, errs.Text)
	if e != nil {
		return value{}, e
	}
	return object.TupleOf(object.NewStr(text), object.Int(int64(n))), nil
}

// whole is how many bytes of data hold whole characters, as far as the end is concerned.
func whole(data, enc string) int {
	n := len(data)
	switch enc {
	case "utf-16-le", "utf-16-be":
		n &^= 1
		if n >= 2 {
			hi := data[n-1]
			if enc == "utf-16-be" {
				hi = data[n-2]
			}
			if hi >= 0xd8 && hi < 0xdc {
				n -= 2
			}
		}
	case "utf-32-le", "utf-32-be":
		n &^= 3
	case "utf-8":
		for back := 1; back <= 3 && back <= n; back++ {
			b := data[n-back]
			if b&0xc0 == 0x80 {
				continue
			}
			need := 1
			switch {
			case b >= 0xf0:
				need = 4
			case b >= 0xe0:
				need = 3
			case b >= 0xc0:
				need = 2
			}
			if need > back {
				n -= back
			}
			break
		}
	}
	return n
}
