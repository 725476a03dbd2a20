// Package zlibmod holds the modules zlib and gzip. Compressed data is right, and
// any zlib reads it; it is not byte for byte what zlib itself would write, so its
// length may differ by a little.
package zlibmod

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"hash/crc32"
	"io"

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

//go:embed zlib.py
var zlibSource string

//go:embed gzip.py
var gzipSource string

// maxOutput bounds what one call may decompress, in bytes.
const maxOutput = 256 << 20

func init() {
	tb := &lib.Table{Name: "_zlib"}
	data := func(v value) (string, *exc) {
		d, ok := object.BytesLike(v)
		if !ok {
			return "", object.NewExc(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Label())
		}
		return d, nil
	}
	tb.Leaf("deflate", "data, level, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		d, e := data(a[0])
		if e != nil {
			return value{}, e
		}
		if e := c.Reserve(int64(len(d))); e != nil {
			return value{}, e
		}
		var out bytes.Buffer
		w, err := flate.NewWriter(&out, int(a[1].Int64()))
		if err != nil {
			return value{}, object.NewExc(object.ValueError, "Bad compression level")
		}
		w.Write([]byte(d)) // into memory: it cannot fail
		w.Close()
		return object.NewBytes(out.String()), nil
	})
	// inflate answers (data, bytes used), or the number of zlib's error.
	tb.Leaf("inflate", "data, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		d, e := data(a[0])
		if e != nil {
			return value{}, e
		}
		in := bytes.NewReader([]byte(d))
		r := flate.NewReader(in)
		out, err := io.ReadAll(io.LimitReader(r, maxOutput+1))
		switch {
		case err == io.ErrUnexpectedEOF:
			return object.Int(-5), nil
		case err != nil:
			return object.Int(-3), nil
		case len(out) > maxOutput:
			return value{}, object.NewExc(object.MemoryError, "")
		}
		if e := c.Reserve(int64(len(out))); e != nil {
			return value{}, e
		}
		return object.TupleOf(object.NewBytes(string(out)), object.Int(int64(len(d)-in.Len()))), nil
	})
	sum := func(name string, start int64, fn func(d string, from uint32) uint32) {
		tb.Leaf(name, "data, value="+map[int64]string{0: "0", 1: "1"}[start]+", /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			d, e := data(a[0])
			if e != nil {
				return value{}, e
			}
			from := start
			if !a[1].IsNull() {
				if from, e = object.Index(c, a[1]); e != nil {
					return value{}, e
				}
			}
			return object.Int(int64(fn(d, uint32(from)))), nil
		})
	}
	sum("crc32", 0, func(d string, from uint32) uint32 { return crc32.Update(from, crc32.IEEETable, []byte(d)) })
	sum("adler32", 1, func(d string, from uint32) uint32 {
		a, b := from&0xffff, from>>16
		for i := 0; i < len(d); i++ {
			a = (a + uint32(d[i])) % 65521
			b = (b + a) % 65521
		}
		return b<<16 | a
	})
	lib.Register("_zlib", tb.Spec(""))
	lib.Register("zlib", vm.Spec{Source: zlibSource})
	lib.Register("gzip", vm.Spec{Source: gzipSource})
}
