package object

import (
	"strings"
	"unicode/utf8"
)

// codecName normalises the name of an encoding; "" for one that is not available.
func codecName(enc string) string {
	n := strings.ToLower(strings.NewReplacer("_", "-", " ", "-").Replace(enc))
	switch n {
	case "utf-8", "utf8", "u8", "utf", "cp65001":
		return "utf-8"
	case "utf-8-sig", "utf8-sig":
		return "utf-8-sig"
	case "ascii", "us-ascii", "646", "ansi-x3.4-1968", "iso646-us":
		return "ascii"
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1", "latin":
		return "latin-1"
	case "unicode-escape", "unicodeescape":
		return "unicode-escape"
	case "utf-16", "utf16", "u16":
		return "utf-16"
	case "utf-16-le", "utf-16le":
		return "utf-16-le"
	case "utf-16-be", "utf-16be":
		return "utf-16-be"
	case "utf-32", "utf32", "u32":
		return "utf-32"
	case "utf-32-le", "utf-32le":
		return "utf-32-le"
	case "utf-32-be", "utf-32be":
		return "utf-32-be"
	}
	return ""
}

func unknownEncoding(enc string) *Exc { return NewExc(LookupError, "unknown encoding: %s", enc) }

// EncodeText encodes a text (WTF-8), DecodeText decodes bytes.
func EncodeText(text, enc, errs string) (string, *Exc) {
	return encodeText(AsStr(NewStr(text)), enc, errs)
}

// DecodeText decodes bytes.
func DecodeText(data, enc, errs string) (string, *Exc) { return decodeText(data, enc, errs) }

func encodeText(s *Str, enc, errs string) (string, *Exc) {
	name := codecName(enc)
	switch name {
	case "":
		return "", unknownEncoding(enc)
	case "utf-8", "utf-8-sig":
		prefix := ""
		if name == "utf-8-sig" {
			prefix = "\xef\xbb\xbf"
		}
		if s.ASCII() || utf8.ValidString(s.Text) {
			return prefix + s.Text, nil
		}
		b, e := encodeRunes(s, "utf-8", errs, "surrogates not allowed", func(b []byte, r int32) ([]byte, bool) {
			if isSurrogate(r) {
				return b, false
			}
			return appendRune(b, r), true
		})
		return prefix + b, e
	case "ascii":
		if s.ASCII() {
			return s.Text, nil
		}
		return encodeRunes(s, "ascii", errs, "ordinal not in range(128)", func(b []byte, r int32) ([]byte, bool) {
			return append(b, byte(r)), r < 128
		})
	case "unicode-escape":
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
		return b.String(), nil
	case "latin-1":
		if s.ASCII() {
			return s.Text, nil
		}
		return encodeRunes(s, "latin-1", errs, "ordinal not in range(256)", func(b []byte, r int32) ([]byte, bool) {
			return append(b, byte(r)), r < 256
		})
	}
	big := strings.HasSuffix(name, "-be")
	wide := strings.HasPrefix(name, "utf-32")
	prefix := ""
	if name == "utf-16" {
		prefix = "\xff\xfe"
	} else if name == "utf-32" {
		prefix = "\xff\xfe\x00\x00"
	}
	b, e := encodeRunes(s, name, errs, "surrogates not allowed", func(b []byte, r int32) ([]byte, bool) {
		switch {
		case isSurrogate(r):
			return b, false
		case wide:
			return appendUnit(b, uint32(r), 4, big), true
		case r > 0xFFFF:
			r -= 0x10000
			b = appendUnit(b, uint32(0xD800+r>>10), 2, big)
			return appendUnit(b, uint32(0xDC00+r&0x3FF), 2, big), true
		}
		return appendUnit(b, uint32(r), 2, big), true
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

// encodeRunes encodes character by character; put says false for one that the
// encoding does not have, and errs what to do with it.
func encodeRunes(s *Str, name, errs, reason string, put func(b []byte, r int32) ([]byte, bool)) (string, *Exc) {
	var out []byte
	rs := s.codePoints()
	for i := 0; i < len(rs); i++ {
		b, ok := put(out, rs[i])
		if ok {
			out = b
			continue
		}
		end := i + 1
		for end < len(rs) {
			if _, ok := put(nil, rs[end]); ok {
				break
			}
			end++
		}
		text := ""
		switch errs {
		case "strict":
			return "", ExcArgs(UnicodeEncodeError, NewStr(name), s.Value(), Int(int64(i)), Int(int64(end)), NewStr(reason))
		case "ignore":
		case "replace":
			text = strings.Repeat("?", end-i)
		case "xmlcharrefreplace":
			for _, r := range rs[i:end] {
				text += Sprintf("&#%d;", r)
			}
		case "backslashreplace", "namereplace":
			for _, r := range rs[i:end] {
				text += escapeRune(r)
			}
		case "surrogateescape", "surrogatepass":
			for _, r := range rs[i:end] {
				switch {
				case errs == "surrogatepass" && isSurrogate(r) && name == "utf-8":
					out = appendRune(out, r)
				case errs == "surrogateescape" && r >= 0xDC80 && r <= 0xDCFF:
					out = append(out, byte(r-0xDC00))
				default:
					return "", ExcArgs(UnicodeEncodeError, NewStr(name), s.Value(), Int(int64(i)), Int(int64(end)), NewStr(reason))
				}
			}
		default:
			return "", NewExc(LookupError, "unknown error handler name '%s'", errs)
		}
		for _, r := range text {
			out, _ = put(out, r)
		}
		i = end - 1
	}
	return string(out), nil
}

func decodeText(data, enc, errs string) (string, *Exc) {
	name := codecName(enc)
	switch name {
	case "":
		return "", unknownEncoding(enc)
	case "utf-8", "utf-8-sig":
		if name == "utf-8-sig" {
			data = strings.TrimPrefix(data, "\xef\xbb\xbf")
		}
		if utf8.ValidString(data) {
			return data, nil
		}
		return decodeUTF8(data, errs)
	case "latin-1":
		var b []byte
		for i := 0; i < len(data); i++ {
			b = appendRune(b, int32(data[i]))
		}
		return string(b), nil
	case "ascii":
		var b []byte
		for i := 0; i < len(data); i++ {
			if data[i] < 0x80 {
				b = append(b, data[i])
				continue
			}
			var e *Exc
			if b, e = decodeError(b, "ascii", data, i, i+1, "ordinal not in range(128)", errs); e != nil {
				return "", e
			}
		}
		return string(b), nil
	}
	return decodeUnits(data, name, errs)
}

// decodeError does what errs says about data[start:end].
func decodeError(out []byte, enc, data string, start, end int, reason, errs string) ([]byte, *Exc) {
	switch errs {
	case "strict", "surrogatepass": // the latter passes surrogates only, which callers see to
		return nil, ExcArgs(UnicodeDecodeError, NewStr(enc), NewBytes(data), Int(int64(start)), Int(int64(end)), NewStr(reason))
	case "ignore":
	case "replace":
		out = append(out, "\uFFFD"...)
	case "backslashreplace":
		for _, b := range []byte(data[start:end]) {
			out = append(out, '\\', 'x', hexDigits[b>>4], hexDigits[b&15])
		}
	case "surrogateescape":
		for _, b := range []byte(data[start:end]) {
			out = appendRune(out, 0xDC00+int32(b))
		}
	default:
		return nil, NewExc(LookupError, "unknown error handler name '%s'", errs)
	}
	return out, nil
}

// decodeUTF8 decodes text with errors in it; the maximal prefix of a valid
// sequence is one error.
func decodeUTF8(data, errs string) (string, *Exc) {
	var out []byte
	for i := 0; i < len(data); {
		b := data[i]
		if b < 0x80 {
			out = append(out, b)
			i++
			continue
		}
		if r, n := utf8.DecodeRuneInString(data[i:]); r != utf8.RuneError || n > 1 {
			out = append(out, data[i:i+n]...)
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
		if errs == "surrogatepass" && b == 0xED && i+2 < len(data) && data[i+1] >= 0xA0 && data[i+1] <= 0xBF && data[i+2]&0xC0 == 0x80 {
			out = append(out, data[i:i+3]...)
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
		if out, e = decodeError(out, "utf-8", data, i, end, reason, errs); e != nil {
			return "", e
		}
		i = end
	}
	return string(out), nil
}

// decodeUnits decodes UTF-16 and UTF-32.
func decodeUnits(data, name, errs string) (string, *Exc) {
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
		name += "-le"
		if big {
			name = name[:6] + "-be"
		}
	}
	var out []byte
	var e *Exc
	for i < len(data) {
		if i+size > len(data) {
			if out, e = decodeError(out, name, data, i, len(data), "truncated data", errs); e != nil {
				return "", e
			}
			break
		}
		u := unit(i)
		switch {
		case size == 4 && (u > 0x10FFFF || u >= 0xD800 && u < 0xE000):
			if out, e = decodeError(out, name, data, i, i+4, "code point not in range(0x110000)", errs); e != nil {
				return "", e
			}
		case size == 2 && u >= 0xD800 && u < 0xDC00 && i+4 <= len(data) && unit(i+2)&0xFC00 == 0xDC00:
			out = appendRune(out, int32(0x10000+(u-0xD800)<<10+(unit(i+2)-0xDC00)))
			i += 2
		case size == 2 && u >= 0xD800 && u < 0xE000:
			reason := "illegal encoding"
			if u < 0xDC00 {
				reason = "illegal UTF-16 surrogate"
				if i+4 > len(data) {
					reason = "unexpected end of data"
				}
			}
			if out, e = decodeError(out, name, data, i, i+2, reason, errs); e != nil {
				return "", e
			}
		default:
			out = appendRune(out, int32(u))
		}
		i += size
	}
	return string(out), nil
}
