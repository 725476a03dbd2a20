// Package structmod is the module struct: values as bytes, by a format.
package structmod

import (
	_ "embed"
	"math"
	"strings"

	"loopscope/engine/lib"
	"loopscope/engine/object"
)

type (
	value = object.Value
	str   = object.Str
	exc   = object.Exc
	ctx   = object.Ctx
)

//go:embed struct.py
var source string

var errorType = object.NewStaticType("error", "struct", object.Exception, object.LayoutExc, object.IsExc|object.HasDict)

func fail(format string, args ...any) *exc { return object.NewExc(errorType, format, args...) }

func init() {
	tb := &lib.Table{Name: "_struct"}
	tb.Const("error", errorType.Value())
	tb.Leaf("calcsize", "format, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		f, e := parse(a[0])
		if e != nil {
			return value{}, e
		}
		return object.Int(int64(f.size)), nil
	})
	tb.Leaf("pack", "format, /, *v", func(c *ctx, a []value, _ []*str) (value, *exc) {
		f, e := parse(a[0])
		if e != nil {
			return value{}, e
		}
		b, e := f.pack(c, a[1:])
		return object.NewBytes(string(b)), e
	})
	tb.Leaf("unpack_at", "format, data, offset, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		f, e := parse(a[0])
		if e != nil {
			return value{}, e
		}
		data, ok := object.BytesLike(a[1])
		if !ok {
			return value{}, object.NewExc(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[1]).Label())
		}
		if a[2].IsNone() {
			if len(data) != f.size {
				return value{}, fail("unpack requires a buffer of %d bytes", f.size)
			}
			return f.unpack(data), nil
		}
		off, e := object.Index(c, a[2])
		if e != nil {
			return value{}, e
		}
		at, e := room(off, len(data), f.size, "unpack_from", "unpacking")
		if e != nil {
			return value{}, e
		}
		return f.unpack(data[at : at+f.size]), nil
	})
	tb.Leaf("room", "offset, have, size, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		at, e := room(a[0].Int64(), int(a[1].Int64()), int(a[2].Int64()), "pack_into", "packing")
		return object.Int(int64(at)), e
	})
	lib.Register("struct", tb.Spec(source))
}

// room is the offset in a buffer of n bytes at which size bytes fit.
func room(off int64, n, size int, fn, doing string) (int, *exc) {
	if off < 0 {
		if off+int64(size) > 0 {
			return 0, fail("not enough data to %s %d bytes", strings.TrimSuffix(doing, "ing"), size)
		}
		if off+int64(n) < 0 {
			return 0, fail("offset %d out of range for %d-byte buffer", off, n)
		}
		off += int64(n)
	}
	if int64(n)-off < int64(size) {
		return 0, fail("%s requires a buffer of at least %d bytes for %s %d bytes at offset %d (actual buffer size is %d)", fn, off+int64(size), doing, size, off, n)
	}
	return int(off), nil
}

// item is one entry of a format: n times the code, or for s and p one of n bytes.
type item struct {
	code byte
	n    int
	size int // of one
	off  int
}

type format struct {
	items  []item
	size   int
	values int
	big    bool
	native bool
}

var sizes = map[byte]int{'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}

func parse(v value) (*format, *exc) {
	text := ""
	if s := object.AsStr(v); s != nil {
		text = s.Text
	} else if b := object.AsBytes(v); b != nil {
		text = b.Data
	} else {
		return nil, object.NewExc(object.TypeError, "Struct() argument 1 must be a str or bytes object, not %s", object.TypeOf(v).Label())
	}
	f := &format{native: true}
	if text != "" {
		switch text[0] {
		case '<', '=':
			f.native = false
		case '>', '!':
			f.native, f.big = false, true
		}
		if strings.IndexByte("@<>=!", text[0]) >= 0 {
			text = text[1:]
		}
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' || c >= 9 && c <= 13 {
			i++
			continue
		}
		n := 1
		if c >= '0' && c <= '9' {
			for n = 0; i < len(text) && text[i] >= '0' && text[i] <= '9'; i++ {
				if n > 1<<32 {
					return nil, fail("overflow in item count")
				}
				n = n*10 + int(text[i]-'0')
			}
			if i == len(text) {
				return nil, fail("repeat count given without format specifier")
			}
			c = text[i]
		}
		i++
		size, ok := sizes[c]
		if f.native {
			switch c {
			case 'l', 'L':
				size = 8
			case 'n', 'N', 'P':
				size, ok = 8, true
			}
			if ok && size > 1 {
				f.size = (f.size + size - 1) / size * size
			}
		}
		if !ok {
			return nil, fail("bad char in struct format")
		}
		f.items = append(f.items, item{c, n, size, f.size})
		f.size += n * size
		if f.size > 1<<31 {
			return nil, fail("total struct size too long")
		}
		switch c {
		case 'x':
		case 's', 'p':
			f.values++
		default:
			f.values += n
		}
	}
	return f, nil
}

func (f *format) put(b []byte, u uint64) {
	for i := range b {
		if f.big {
			b[len(b)-1-i] = byte(u)
		} else {
			b[i] = byte(u)
		}
		u >>= 8
	}
}

func (f *format) get(data string) uint64 {
	u := uint64(0)
	for i := range len(data) {
		if f.big {
			u = u<<8 | uint64(data[i])
		} else {
			u = u<<8 | uint64(data[len(data)-1-i])
		}
	}
	return u
}

func (f *format) pack(c *ctx, a []value) ([]byte, *exc) {
	if len(a) != f.values {
		return nil, fail("pack expected %d items for packing (got %d)", f.values, len(a))
	}
	if f.size > 4096 {
		if e := c.Reserve(int64(f.size)); e != nil {
			return nil, e
		}
	}
	b := make([]byte, f.size)
	for _, it := range f.items {
		switch it.code {
		case 'x':
			continue
		case 's', 'p':
			data, ok := object.BytesLike(a[0])
			if !ok {
				return nil, fail("argument for '%s' must be a bytes object", string(it.code))
			}
			to := b[it.off : it.off+it.n]
			if it.code == 'p' && it.n > 0 {
				to[0] = byte(min(len(data), it.n-1, 255))
				to = to[1:]
			}
			copy(to, data)
			a = a[1:]
			continue
		}
		for i := range it.n {
			if e := f.packOne(c, b[it.off+i*it.size:it.off+(i+1)*it.size], it, a[0]); e != nil {
				return nil, e
			}
			a = a[1:]
		}
	}
	return b, nil
}

func (f *format) packOne(c *ctx, b []byte, it item, v value) *exc {
	switch it.code {
	case 'c':
		data, ok := object.BytesLike(v)
		if !ok || len(data) != 1 {
			return fail("char format requires a bytes object of length 1")
		}
		b[0] = data[0]
		return nil
	case '?':
		yes, e := object.Truth(c, v)
		if yes {
			b[0] = 1
		}
		return e
	case 'e', 'f', 'd':
		x, ok, e := object.NumFloat(v)
		if e != nil {
			return e
		}
		if !ok {
			return fail("required argument is not a float")
		}
		switch it.code {
		case 'd':
			f.put(b, math.Float64bits(x))
		case 'f':
			y := float32(x)
			if math.IsInf(float64(y), 0) && !math.IsInf(x, 0) && !f.native {
				return object.NewExc(object.OverflowError, "float too large to pack with f format")
			}
			f.put(b, uint64(math.Float32bits(y)))
		default:
			u, ok := half(x)
			if !ok {
				return object.NewExc(object.OverflowError, "float too large to pack with e format")
			}
			f.put(b, uint64(u))
		}
		return nil
	}
	n, e := object.IndexValue(c, v)
	if e != nil {
		if e == object.NeedVM {
			return e
		}
		return fail("required argument is not an integer")
	}
	signed := it.code >= 'a'
	bits := uint(8 * it.size)
	x := object.ToBig(n)
	if signed {
		if i, ok := object.ToInt64(n); ok && (bits == 64 || i >= -1<<(bits-1) && i < 1<<(bits-1)) {
			f.put(b, uint64(i))
			return nil
		}
	} else if x.Sign() >= 0 && x.IsUint64() && (bits == 64 || x.Uint64() < 1<<bits) {
		f.put(b, x.Uint64())
		return nil
	}
	// What the reference says depends on how it reads the number: as a long first, where it is small.
	asLong := x.IsInt64()
	if it.code == 'I' || it.code == 'L' || it.code == 'Q' || it.code == 'N' || it.code == 'P' {
		asLong = x.IsUint64()
	}
	lo, hi := object.Int(0), object.NewUint64(1<<bits-1)
	if bits == 64 {
		hi = object.NewUint64(math.MaxUint64)
	}
	if signed {
		lo, hi = object.Int(-1<<(bits-1)), object.NewUint64(1<<(bits-1)-1)
	}
	names := map[byte]string{'b': "byte", 'B': "ubyte", 'h': "short", 'H': "ushort"}
	if it.code == 'H' && f.big {
		asLong = x.IsUint64()
	}
	switch {
	case it.size == 8 && f.big:
		return fail("int too large to convert")
	case !asLong, it.size == 8:
		return fail("argument out of range")
	case names[it.code] != "" && (!f.big || it.size == 1):
		return fail("%s format requires %s <= number <= %s", names[it.code], object.ReprText(c, lo), object.ReprText(c, hi))
	}
	return fail("'%s' format requires %s <= number <= %s", string(it.code), object.ReprText(c, lo), object.ReprText(c, hi))
}

// half is a float in 16 bits (IEEE 754 binary16), rounded to even.
func half(x float64) (uint16, bool) {
	sign := uint16(0)
	if math.Signbit(x) {
		sign, x = 0x8000, -x
	}
	switch {
	case math.IsNaN(x):
		return sign | 0x7e00, true
	case math.IsInf(x, 0):
		return sign | 0x7c00, true
	case x >= 65520:
		return 0, false
	case x < 0x1p-14:
		return sign | uint16(math.RoundToEven(x*0x1p24)), true
	}
	frac, exp := math.Frexp(x)
	m := uint16(math.RoundToEven(frac * 2048)) // 1024 … 2048
	return sign | (uint16(exp+13)<<10 + m), true
}

func fromHalf(u uint16) float64 {
	x := 0.0
	exp, m := int(u>>10&31), float64(u&1023)
	switch exp {
	case 31:
		x = math.Inf(1)
		if m != 0 {
			x = math.NaN()
		}
	case 0:
		x = m * 0x1p-24
	default:
		x = math.Ldexp(m+1024, exp-25)
	}
	if u&0x8000 != 0 {
		x = -x
	}
	return x
}

func (f *format) unpack(data string) value {
	out := make([]value, 0, f.values)
	for _, it := range f.items {
		switch it.code {
		case 'x':
			continue
		case 's':
			out = append(out, object.NewBytes(data[it.off:it.off+it.n]))
			continue
		case 'p':
			text := ""
			if it.n > 0 {
				n := min(int(data[it.off]), it.n-1)
				text = data[it.off+1 : it.off+1+n]
			}
			out = append(out, object.NewBytes(text))
			continue
		}
		for i := range it.n {
			out = append(out, f.unpackOne(it, data[it.off+i*it.size:it.off+(i+1)*it.size]))
		}
	}
	return object.NewTuple(out)
}

func (f *format) unpackOne(it item, data string) value {
	switch it.code {
	case 'c':
		return object.NewBytes(data)
	case '?':
		return object.Bool(data[0] != 0)
	case 'e':
		return object.Float(fromHalf(uint16(f.get(data))))
	case 'f':
		return object.Float(float64(math.Float32frombits(uint32(f.get(data)))))
	case 'd':
		return object.Float(math.Float64frombits(f.get(data)))
	}
	u := f.get(data)
	if it.code >= 'a' {
		shift := uint(64 - 8*it.size)
		return object.Int(int64(u<<shift) >> shift)
	}
	return object.NewUint64(u)
}
