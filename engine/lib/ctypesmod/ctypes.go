// Package ctypesmod holds as much of module ctypes as shared memory needs: the plain C types,
// arrays of them and structures. There is no C library to call.
package ctypesmod

import (
	_ "embed"
	"encoding/binary"
	"math"

	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	action = vm.Action
	exc    = object.Exc
)

//go:embed ctypes.py
var source string

// sizes are those of the types by their letter (as in module struct, on a 64-bit Linux).
var sizes = map[byte]int{'?': 1, 'c': 1, 'b': 1, 'B': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'f': 4, 'd': 8, 'u': 4}

// table is module _ctypes: reading and writing the bytes of a bytearray as values of a C type.
var table = &lib.Table{Name: "_ctypes"}

// place is where a value lies.
func place(t *vm.Thread, a []value) (b []byte, code byte, e *exc) {
	ba := object.AsByteArray(a[0])
	s := object.AsStr(a[2])
	if ba == nil || s == nil || len(s.Text) != 1 {
		return nil, 0, object.NewExc(object.TypeError, "a bytearray and the letter of a type are needed")
	}
	at, e := object.Index(t.RT.Ctx, a[1])
	if e != nil {
		return nil, 0, e
	}
	n := sizes[s.Text[0]]
	if n == 0 || at < 0 || int(at)+n > len(ba.Data) {
		return nil, 0, object.NewExc(object.IndexError, "invalid index")
	}
	return ba.Data[at : int(at)+n], s.Text[0], nil
}

// inTurn does what other processes can see when it is this thread's turn: the memory may be shared.
func inTurn(t *vm.Thread, shared bool, do func(t *vm.Thread) action) action {
	if !shared {
		return do(t)
	}
	return sim.InOrder(t, do)
}

func read(b []byte, code byte) value {
	le := binary.LittleEndian
	switch code {
	case '?':
		return object.Bool(b[0] != 0)
	case 'c':
		return object.NewBytes(string(b[:1]))
	case 'b':
		return object.Int(int64(int8(b[0])))
	case 'B':
		return object.Int(int64(b[0]))
	case 'h':
		return object.Int(int64(int16(le.Uint16(b))))
	case 'H':
		return object.Int(int64(le.Uint16(b)))
	case 'i':
		return object.Int(int64(int32(le.Uint32(b))))
	case 'I':
		return object.Int(int64(le.Uint32(b)))
	case 'l':
		return object.Int(int64(le.Uint64(b)))
	case 'L':
		return object.NewUint64(le.Uint64(b))
	case 'f':
		return object.Float(float64(math.Float32frombits(le.Uint32(b))))
	case 'd':
		return object.Float(math.Float64frombits(le.Uint64(b)))
	}
	return object.NewStr(string(rune(le.Uint32(b))))
}

// encode is the bytes of v as that type; integers lose what does not fit, as in C.
func encode(t *vm.Thread, code byte, v value) (out [8]byte, e *exc) {
	le := binary.LittleEndian
	switch code {
	case '?':
		b, e := object.Truth(t.RT.Ctx, v)
		if e != nil {
			return out, e
		}
		if b {
			out[0] = 1
		}
		return out, nil
	case 'c':
		data, ok := object.BytesLike(v)
		switch {
		case ok && len(data) == 1:
			out[0] = data[0]
		case v.IsInt() && v.Int64() >= 0 && v.Int64() < 256:
			out[0] = byte(v.Int64())
		default:
			return out, object.NewExc(object.TypeError, "one character bytes, bytearray or integer expected")
		}
		return out, nil
	case 'u':
		s := object.AsStr(v)
		if s == nil {
			return out, object.NewExc(object.TypeError, "unicode string expected instead of %s instance", object.TypeOf(v))
		}
		if s.Len != 1 {
			return out, object.NewExc(object.TypeError, "one character unicode string expected")
		}
		le.PutUint32(out[:], uint32([]rune(s.Text)[0]))
		return out, nil
	case 'f', 'd':
		f, ok, e := object.NumFloat(v)
		if e != nil {
			return out, e
		}
		if !ok {
			return out, object.NewExc(object.TypeError, "must be real number, not %s", object.TypeOf(v))
		}
		if code == 'f' {
			le.PutUint32(out[:], math.Float32bits(float32(f)))
		} else {
			le.PutUint64(out[:], math.Float64bits(f))
		}
		return out, nil
	}
	if !object.IsIntLike(v) {
		return out, object.NewExc(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v))
	}
	if n, ok := object.ToInt64(v); ok {
		le.PutUint64(out[:], uint64(n))
	} else {
		// The lowest 64 bits of the two's complement.
		big := object.ToBig(v)
		words := uint64(0)
		for i := 0; i < 64; i++ {
			words |= uint64(big.Bit(i)) << i // Bit is that of the two's complement
		}
		le.PutUint64(out[:], words)
	}
	return out, nil
}

func init() {
	table.Native("get", "buffer, offset, code", func(t *vm.Thread, a []value, _ []*object.Str) action {
		b, code, e := place(t, a)
		if e != nil {
			return vm.Raise(e)
		}
		return inTurn(t, a[0].H.Flags&object.FlagShared != 0, func(*vm.Thread) action { return vm.Return(read(b, code)) })
	})
	table.Native("put", "buffer, offset, code, value", func(t *vm.Thread, a []value, _ []*object.Str) action {
		b, code, e := place(t, a)
		if e != nil {
			return vm.Raise(e)
		}
		out, e := encode(t, code, a[3])
		if e != nil {
			return vm.Raise(e)
		}
		return inTurn(t, a[0].H.Flags&object.FlagShared != 0, func(*vm.Thread) action {
			copy(b, out[:])
			return vm.ReturnNone()
		})
	})
	lib.Register("_ctypes", table.Spec(""))
	lib.Register("ctypes", vm.Spec{Source: source})
}
