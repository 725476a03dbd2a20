// Package binasciimod is the modules binascii, in Go, and base64, in Python on top of it.
package binasciimod

import (
	_ "embed"
	"hash/crc32"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value = object.Value
	str   = object.Str
	exc   = object.Exc
	ctx   = object.Ctx
)

var (
	//go:embed binascii.py
	source string
	//go:embed base64.py
	base64Source string
)

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

var decoding = func() (table [256]int8) {
	for i := range table {
		table[i] = -1
	}
	for i := range alphabet {
		table[alphabet[i]] = int8(i)
	}
	return table
}()

func encode64(data string) []byte {
	out := make([]byte, 0, (len(data)+2)/3*4)
	for ; len(data) > 0; data = data[min(3, len(data)):] {
		n := min(3, len(data))
		var group [3]byte
		copy(group[:], data[:n])
		x := uint(group[0])<<16 | uint(group[1])<<8 | uint(group[2])
		quad := []byte{alphabet[x>>18], alphabet[x>>12&63], alphabet[x>>6&63], alphabet[x&63]}
		for i := n + 1; i < 4; i++ {
			quad[i] = '='
		}
		out = append(out, quad...)
	}
	return out
}

// decode64 skips what is not of the alphabet, unless strict. The answer is an error message, "" for none.
func decode64(data string, strict bool) (out []byte, message string) {
	if strict && len(data) > 0 && data[0] == '=' {
		return nil, "Leading padding not allowed"
	}
	var bits uint
	quad, pads := 0, 0
	started := false
	for i := 0; i < len(data); i++ {
		c := data[i]
		if c == '=' {
			started = true
			pads++
			if quad >= 2 && quad+pads >= 4 {
				if strict && i+1 < len(data) {
					return nil, "Excess data after padding"
				}
				return out, ""
			}
			continue
		}
		d := decoding[c]
		if d < 0 {
			if strict {
				return nil, "Only base64 data is allowed"
			}
			continue
		}
		if strict && started {
			return nil, "Discontinuous padding not allowed"
		}
		pads = 0
		bits = bits<<6 | uint(d)
		switch quad {
		case 1:
			out = append(out, byte(bits>>4))
		case 2:
			out = append(out, byte(bits>>2))
		case 3:
			out = append(out, byte(bits))
		}
		quad = (quad + 1) % 4
		bits &= 1<<6 - 1
	}
	switch quad {
	case 0:
		return out, ""
	case 1:
		n := len(out)/3*4 + 1
		return nil, object.Sprintf("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", n)
	}
	return nil, "Incorrect padding"
}

func init() {
	tb := &lib.Table{Name: "_binascii"}
	data := func(v value) string { return object.AsBytes(v).Data } // the Python part has made bytes of it
	tb.Leaf("encode64", "data, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.NewBytes(string(encode64(data(a[0])))), nil
	})
	// decode64(data, strict) -> bytes, or the message of the error.
	tb.Leaf("decode64", "data, strict, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		out, message := decode64(data(a[0]), a[1] == object.True)
		if message != "" {
			return object.NewStr(message), nil
		}
		return object.NewBytes(string(out)), nil
	})
	tb.Leaf("crc32", "data, value, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		n, _ := object.ToInt64(a[1])
		return object.Int(int64(crc32.Update(uint32(n), crc32.IEEETable, []byte(data(a[0]))))), nil
	})
	lib.Register("_binascii", tb.Spec(""))
	lib.Register("binascii", vm.Spec{Source: source})
	lib.Register("base64", vm.Spec{Source: base64Source})
}
