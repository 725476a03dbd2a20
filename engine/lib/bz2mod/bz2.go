// Package bz2mod is the module bz2. Blocks are compressed and decompressed here
// (encode.go, sort.go, huffman.go, decode.go); streams, files and their errors
// are in Python (bz2.py). What is written is what bzip2 itself would write, so
// that sizes that a program prints are the real ones.
package bz2mod

import (
	_ "embed"

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

//go:embed bz2.py
var source string

func init() {
	tb := &lib.Table{Name: "_bz2"}
	data := func(v value) (string, *exc) {
		d, ok := object.BytesLike(v)
		if !ok {
			return "", object.NewExc(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Label())
		}
		return d, nil
	}
	// encode answers a whole stream.
	tb.Leaf("encode", "data, level, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		d, e := data(a[0])
		if e != nil {
			return value{}, e
		}
		if e := c.Reserve(int64(len(d)) + maxBlock*16); e != nil {
			return value{}, e
		}
		return object.NewBytes(string(encode(d, int(a[1].Int64())))), nil
	})
	// block reads the next block of a stream, from a bit on: (data, next bit, checksum). data is None at the
	// end of the stream, where the checksum is the stream's. None when the block is not complete.
	tb.Leaf("block", "data, bit, level, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		d, e := data(a[0])
		if e != nil {
			return value{}, e
		}
		if e := c.Reserve(maxBlock * 5); e != nil {
			return value{}, e
		}
		r := &bitReader{data: d, at: int(a[1].Int64())}
		out, sum, err := decodeBlock(r, int(a[2].Int64()))
		switch {
		case err == errShort:
			return object.None, nil
		case err == errEnd:
			return object.TupleOf(object.None, object.Int(int64(r.at)), object.Int(int64(sum))), nil
		case err != nil:
			return value{}, object.NewExc(object.OSError, "Invalid data stream")
		}
		if e := c.Reserve(int64(len(out))); e != nil {
			return value{}, e
		}
		return object.TupleOf(object.NewBytes(string(out)), object.Int(int64(r.at)), object.Int(int64(sum))), nil
	})
	lib.Register("_bz2", tb.Spec(""))
	lib.Register("bz2", vm.Spec{Source: source})
}

// maxBlock is the largest block, in bytes.
const maxBlock = 900_000

// Marks before a block and before the end of the stream: the digits of pi, and of its square root.
const (
	blockMark = 0x314159265359
	endMark   = 0x177245385090
)

// crcTable is of the CRC-32 whose highest bit comes first.
var crcTable = func() (t [256]uint32) {
	for i := range t {
		c := uint32(i) << 24
		for range 8 {
			if c&(1<<31) != 0 {
				c = c<<1 ^ 0x04c11db7
			} else {
				c <<= 1
			}
		}
		t[i] = c
	}
	return t
}()

func crcByte(c uint32, b byte) uint32 { return c<<8 ^ crcTable[byte(c>>24)^b] }
