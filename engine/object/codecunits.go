package object

import (
	"strings"
	"unicode/utf8"
)

// UTF-8 with errors in it, UTF-16 and UTF-32.

func (x *encoder) units(name string) (string, *Exc) {
	x.big, x.single, x.unit = strings.HasSuffix(name, "-be"), true, 2
	if strings.HasPrefix(name, "utf-32") {
		x.unit = 4
	}
	prefix := ""
	if name == "utf-16" {
		prefix = "\xff\xfe"
	} else if name == "utf-32" {
		prefix = "\xff\xfe\x00\x00"
	}
	b, e := x.run(func(b []byte, r int32) ([]byte, bool) {
		switch {
		case isSurrogate(r):
			return b, false
		case x.unit == 4:
			return appendUnit(b, uint32(r), 4, x.big), true
		case r > 0xFFFF:
			r -= 0x10000
			b = appendUnit(b, uint32(0xD800+r>>10), 2, x.big)
			return appendUnit(b, uint32(0xDC00+r&0x3FF), 2, x.big), true
		}
		return appendUnit(b, uint32(r), 2, x.big), true
	})
	return prefix + b, e
}

func appendUnit(b []byte, u uint32, n int, big bool) []byte {
	for i := range n {
		shift := 8 * i
		if big {
			shift = 8 * (n - 1 - i)
		}
		b = append(b, byte(u>>shift))
	}
	return b
}

// utf8 decodes text with errors in it; the maximal prefix of a valid sequence is one error.
func (x *decoder) utf8() (string, *Exc) {
	data := x.data
	for i := 0; i < len(data); {
		b := data[i]
		if b < 0x80 {
			x.out = append(x.out, b)
			i++
			continue
		}
		if r, n := utf8.DecodeRuneInString(data[i:]); r != utf8.RuneError || n > 1 {
			x.out = append(x.out, data[i:i+n]...)
			i += n
			continue
		}
		n, lo, hi := 0, byte(0x80), byte(0xBF)
		switch {
		case b >= 0xC2 && b <= 0xDF:
			n = 1
		case b >= 0xE0 && b <= 0xEF:
			n = 2
			if b == 0xE0 {
				lo = 0xA0
			} else if b == 0xED {
				hi = 0x9F
			}
		case b >= 0xF0 && b <= 0xF4:
			n = 3
			if b == 0xF0 {
				lo = 0x90
			} else if b == 0xF4 {
				hi = 0x8F
			}
		}
		if x.errs == "surrogatepass" && b == 0xED && i+2 < len(data) && data[i+1] >= 0xA0 && data[i+1] <= 0xBF && data[i+2]&0xC0 == 0x80 {
			x.out = append(x.out, data[i:i+3]...)
			i += 3
			continue
		}
		end, reason := i+1, "invalid start byte"
		if n > 0 {
			reason = "invalid continuation byte"
			for k := 0; k < n; k++ {
				if end == len(data) {
					reason = "unexpected end of data"
					break
				}
				if data[end] < lo || data[end] > hi {
					break
				}
				end++
				lo, hi = 0x80, 0xBF
			}
		}
		var e *Exc
		if i, e = x.fail(i, end, reason); e != nil {
			return "", e
		}
	}
	return string(x.out), nil
}

// units decodes UTF-16 and UTF-32.
func (x *decoder) units() (string, *Exc) {
	data, name := x.data, x.name
	size := 2
	if strings.HasPrefix(name, "utf-32") {
		size = 4
	}
	big := strings.HasSuffix(name, "-be")
	i := 0
	unit := func(at int) uint32 {
		u := uint32(0)
		for k := range size {
			shift := 8 * k
			if big {
				shift = 8 * (size - 1 - k)
			}
			u |= uint32(data[at+k]) << shift
		}
		return u
	}
	if (name == "utf-16" || name == "utf-32") && len(data) >= size {
		switch u := unit(0); {
		case u == 0xFEFF:
			i = size
		case size == 2 && u == 0xFFFE, size == 4 && u == 0xFFFE0000:
			big, i = true, size
		}
	}
	if len(name) == 6 { // messages name the byte order found
		x.name += "-le"
		if big {
			x.name = name[:6] + "-be"
		}
	}
	for i < len(data) {
		end, reason := i+size, ""
		if end > len(data) {
			end, reason = len(data), "truncated data"
		} else {
			u := unit(i)
			surrogate := u >= 0xD800 && u < 0xE000
			switch {
			case surrogate && x.errs == "surrogatepass" && (size == 4 || u >= 0xDC00 || i+4 > len(data) || unit(i+2)&0xFC00 != 0xDC00):
				x.out = appendRune(x.out, int32(u))
			case size == 4 && surrogate:
				reason = "code point in surrogate code point range(0xd800, 0xe000)"
			case size == 4 && u > 0x10FFFF:
				reason = "code point not in range(0x110000)"
			case size == 2 && surrogate && u >= 0xDC00:
				reason = "illegal encoding"
			case size == 2 && surrogate && i+4 > len(data):
				end, reason = len(data), "unexpected end of data"
			case size == 2 && surrogate && unit(i+2)&0xFC00 != 0xDC00:
				reason = "illegal UTF-16 surrogate"
			case size == 2 && surrogate:
				x.out = appendRune(x.out, int32(0x10000+(u-0xD800)<<10+(unit(i+2)-0xDC00)))
				end += 2
			default:
				x.out = appendRune(x.out, int32(u))
			}
		}
		if reason == "" {
			i = end
			continue
		}
		var e *Exc
		if i, e = x.fail(i, end, reason); e != nil {
			return "", e
		}
	}
	return string(x.out), nil
}
