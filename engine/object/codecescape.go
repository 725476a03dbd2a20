package object

import "strings"

// The codecs of text that is written in ASCII: with the escapes of string literals, and UTF-7.

func encodeEscape(s *Str) string {
	var b strings.Builder
	for _, r := range s.codePoints() {
		switch {
		case r == '\n':
			b.WriteString("\\n")
		case r == '\r':
			b.WriteString("\\r")
		case r == '\t':
			b.WriteString("\\t")
		case r == '\\':
			b.WriteString("\\\\")
		case r >= ' ' && r < 0x7f:
			b.WriteByte(byte(r))
		default:
			b.WriteString(escapeRune(r))
		}
	}
	return b.String()
}

func encodeRawEscape(s *Str) string {
	var b strings.Builder
	for _, r := range s.codePoints() {
		if r < 0x100 {
			b.WriteByte(byte(r))
		} else {
			b.WriteString(escapeRune(r))
		}
	}
	return b.String()
}

// hexAt reads up to n hexadecimal digits of s at i: their value, and where they end.
func hexAt(s string, i, n int) (v uint32, end int) {
	end = i
	for ; end < len(s) && end < i+n; end++ {
		d := strings.IndexByte(hexDigits, s[end])
		if s[end] >= 'A' && s[end] <= 'F' {
			d = int(s[end]-'A') + 10
		}
		if d < 0 {
			break
		}
		v = v<<4 | uint32(d)
	}
	return v, end
}

var simpleEscapes = map[byte]string{'\n': "", '\\': "\\", '\'': "'", '"': "\"", 'b': "\b", 'f': "\f", 't': "\t", 'n': "\n", 'r': "\r", 'v': "\v", 'a': "\a"}

// escape reads the escapes of string literals; other bytes are Latin-1.
func (x *decoder) escape() (string, *Exc) {
	data := x.data
	warned := false
	for i := 0; i < len(data); {
		if data[i] != '\\' {
			x.out = appendRune(x.out, int32(data[i]))
			i++
			continue
		}
		end, reason := i+1, ""
		if end == len(data) {
			reason = "\\ at end of string"
		} else {
			ch := data[end]
			end++
			text, simple := simpleEscapes[ch]
			switch {
			case simple:
				x.out = append(x.out, text...)
			case ch >= '0' && ch <= '7':
				v := int32(ch - '0')
				for ; end < len(data) && end < i+4 && data[end] >= '0' && data[end] <= '7'; end++ {
					v = v<<3 | int32(data[end]-'0')
				}
				x.out = appendRune(x.out, v)
			case ch == 'x' || ch == 'u' || ch == 'U':
				n, shape := 2, "\\xXX"
				if ch == 'u' {
					n, shape = 4, "\\uXXXX"
				} else if ch == 'U' {
					n, shape = 8, "\\UXXXXXXXX"
				}
				v, stop := hexAt(data, end, n)
				switch {
				case stop < end+n:
					reason = "truncated " + shape + " escape"
				case v > 0x10FFFF:
					reason = "illegal Unicode character"
				default:
					x.out = appendRune(x.out, int32(v))
				}
				end = stop
			case ch == 'N':
				reason = "malformed \\N character escape"
				if end < len(data) && data[end] == '{' {
					if n := strings.IndexByte(data[end:], '}'); n > 1 {
						reason = "unknown Unicode character name"
						name := data[end+1 : end+n]
						end += n + 1
						if r, ok := NamedCharacter(name); ok {
							x.out = appendRune(x.out, r)
							reason = ""
						}
					} else {
						for end < len(data) && data[end] != '}' {
							end++
						}
						if end < len(data) {
							end++
						}
					}
				}
			default:
				x.out = appendRune(append(x.out, '\\'), int32(ch))
				if !warned && x.c.Warn != nil {
					warned = true
					if e := x.c.Warn(DeprecationWarning, "invalid escape sequence '\\"+string(rune(ch))+"'"); e != nil {
						return "", e
					}
				}
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

// rawEscape reads \u and \U after an odd number of backslashes; other bytes are Latin-1.
func (x *decoder) rawEscape() (string, *Exc) {
	data := x.data
	for i := 0; i < len(data); {
		n := 0
		if data[i] == '\\' && i+1 < len(data) {
			switch data[i+1] {
			case 'u':
				n = 4
			case 'U':
				n = 8
			case '\\':
				x.out = append(x.out, "\\\\"...)
				i += 2
				continue
			}
		}
		if n == 0 {
			x.out = appendRune(x.out, int32(data[i]))
			i++
			continue
		}
		v, end := hexAt(data, i+2, n)
		reason := ""
		switch {
		case end < i+2+n && n == 4:
			reason = "truncated \\uXXXX escape"
		case end < i+2+n:
			reason = "truncated \\UXXXXXXXX escape"
		case v > 0x10FFFF:
			reason = "\\Uxxxxxxxx out of range"
		default:
			x.out = appendRune(x.out, int32(v))
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

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// encodeUTF7 is RFC 2152: what may stand for itself does, the rest is UTF-16 in base 64.
func encodeUTF7(s *Str) string {
	var out []byte
	bits, n, shifted := uint32(0), uint(0), false
	flush := func() {
		if n > 0 {
			out = append(out, base64Digits[bits<<(6-n)&63])
		}
		bits, n, shifted = 0, 0, false
	}
	unit := func(u uint32) {
		bits, n = bits<<16|u, n+16
		for n >= 6 {
			out = append(out, base64Digits[bits>>(n-6)&63])
			n -= 6
		}
		bits &= 1<<n - 1
	}
	for _, r := range s.codePoints() {
		plain := r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r < 0x7F && r != '+' && r != '\\' && r != '~'
		switch {
		case plain:
			if shifted {
				flush()
				if r == '-' || strings.IndexByte(base64Digits, byte(r)) >= 0 {
					out = append(out, '-')
				}
			}
			out = append(out, byte(r))
			continue
		case !shifted && r == '+':
			out = append(out, "+-"...)
			continue
		case !shifted:
			out, shifted = append(out, '+'), true
		}
		if r > 0xFFFF {
			unit(uint32(0xD800 + (r-0x10000)>>10))
			r = 0xDC00 + r&0x3FF
		}
		unit(uint32(r))
	}
	if shifted {
		flush()
		out = append(out, '-')
	}
	return string(out)
}

func (x *decoder) utf7() (string, *Exc) {
	data := x.data
	bits, n, start := uint32(0), uint(0), -1 // where the base 64 begins
	high := int32(0)                         // the first half of a surrogate pair
	lone := func() {
		if high != 0 {
			x.out = appendRune(x.out, high)
			high = 0
		}
	}
	for i := 0; i < len(data); {
		ch := data[i]
		reason := ""
		if start >= 0 {
			if d := strings.IndexByte(base64Digits, ch); d >= 0 {
				bits, n = bits<<6|uint32(d), n+6
				i++
				if n >= 16 {
					u := int32(bits >> (n - 16) & 0xFFFF)
					n -= 16
					bits &= 1<<n - 1
					if high != 0 && u>>10 == 0xDC00>>10 {
						x.out = appendRune(x.out, 0x10000+(high-0xD800)<<10+(u-0xDC00))
						high = 0
						continue
					}
					lone()
					if u>>10 == 0xD800>>10 {
						high = u
					} else {
						x.out = appendRune(x.out, u)
					}
				}
				continue
			}
			begin := start
			start = -1
			if n >= 6 {
				reason = "partial character in base64 sequence"
			} else if bits != 0 {
				reason = "non-zero padding bits in shift sequence"
			}
			bits, n = 0, 0
			if reason != "" {
				high = 0
				var e *Exc
				if i, e = x.fail(begin, i+1, reason); e != nil {
					return "", e
				}
				continue
			}
			lone()
			if ch == '-' {
				i++
				continue
			}
		}
		switch {
		case ch == '+' && i+1 < len(data) && data[i+1] == '-':
			x.out = append(x.out, '+')
			i += 2
		case ch == '+' && i+1 < len(data) && strings.IndexByte(base64Digits, data[i+1]) < 0:
			reason = "ill-formed sequence"
			var e *Exc
			if i, e = x.fail(i, i+2, reason); e != nil {
				return "", e
			}
		case ch == '+':
			start = i
			i++
		case ch >= 0x80:
			var e *Exc
			if i, e = x.fail(i, i+1, "unexpected special character"); e != nil {
				return "", e
			}
		default:
			x.out = append(x.out, ch)
			i++
		}
	}
	if start >= 0 {
		if high != 0 || n >= 6 || n > 0 && bits != 0 {
			if _, e := x.fail(start, len(data), "unterminated shift sequence"); e != nil {
				return "", e
			}
		} else if n == 0 && start == len(data)-1 {
			if _, e := x.fail(start, len(data), "unterminated shift sequence"); e != nil {
				return "", e
			}
		}
	}
	return string(x.out), nil
}
