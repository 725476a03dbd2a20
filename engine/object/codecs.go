package object

import (
	"strings"
	"unicode/utf8"
)

// Text to bytes and back. What the codecs here do not know, an encoding or a way to deal with errors,
// may be one that the program has registered with module codecs: Ctx.CodecHook is asked for it.

// builtinCodecs are the names of encodings, in the form that normalName gives them.
var builtinCodecs = map[string]string{
	"utf_8": "utf-8", "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "utf8_ucs2": "utf-8", "utf8_ucs4": "utf-8",
	"utf_8_sig": "utf-8-sig", "utf8_sig": "utf-8-sig",
	"ascii": "ascii", "us_ascii": "ascii", "646": "ascii", "ansi_x3.4_1968": "ascii", "iso646_us": "ascii", "us": "ascii", "cp367": "ascii", "iso_646.irv_1991": "ascii",
	"latin_1": "latin-1", "latin1": "latin-1", "iso_8859_1": "latin-1", "iso8859_1": "latin-1", "8859": "latin-1", "cp819": "latin-1", "l1": "latin-1", "latin": "latin-1", "iso8859": "latin-1",
	"unicode_escape": "unicodeescape", "unicodeescape": "unicodeescape",
	"raw_unicode_escape": "rawunicodeescape", "rawunicodeescape": "rawunicodeescape",
	"utf_7": "utf7", "utf7": "utf7", "u7": "utf7", "unicode_1_1_utf_7": "utf7",
	"utf_16": "utf-16", "utf16": "utf-16", "u16": "utf-16",
	"utf_16_le": "utf-16-le", "utf_16le": "utf-16-le", "unicodelittleunmarked": "utf-16-le",
	"utf_16_be": "utf-16-be", "utf_16be": "utf-16-be", "unicodebigunmarked": "utf-16-be",
	"utf_32": "utf-32", "utf32": "utf-32", "u32": "utf-32",
	"utf_32_le": "utf-32-le", "utf_32le": "utf-32-le",
	"utf_32_be": "utf-32-be", "utf_32be": "utf-32-be",
}

// notText are codecs between bytes, or between texts; str.encode and bytes.decode refuse them.
var notText = map[string]bool{"rot13": true, "rot_13": true, "hex": true, "hex_codec": true, "base64": true, "base64_codec": true,
	"bz2": true, "bz2_codec": true, "zlib": true, "zlib_codec": true, "zip": true, "quopri": true, "quopri_codec": true, "uu": true, "uu_codec": true}

// normalName is the name of an encoding as it is looked up: in lower case, with one underscore for
// everything between its letters and digits.
func normalName(enc string) string {
	var b []byte
	gap := false
	for i := 0; i < len(enc); i++ {
		ch := enc[i]
		if ch >= 'A' && ch <= 'Z' {
			ch += 'a' - 'A'
		}
		if ch >= 'a' && ch <= 'z' || ch >= '0' && ch <= '9' || ch == '.' {
			if gap && len(b) > 0 {
				b = append(b, '_')
			}
			b, gap = append(b, ch), false
		} else {
			gap = true
		}
	}
	return string(b)
}

// codecName normalises the name of an encoding; "" for one that is not available.
func codecName(enc string) string {
	switch enc {
	case "utf-8", "utf8", "ascii", "latin-1":
		if enc == "utf8" {
			return "utf-8"
		}
		return enc
	}
	if strings.IndexByte(enc, 0) >= 0 {
		return ""
	}
	n := normalName(enc)
	if name, ok := builtinCodecs[n]; ok {
		return name
	}
	if findCharmap(n) != nil {
		return "charmap"
	}
	return ""
}

func unknownEncoding(enc string) *Exc {
	if strings.IndexByte(enc, 0) >= 0 {
		return NewExc(ValueError, "embedded null character")
	}
	return NewExc(LookupError, "unknown encoding: %s", enc)
}

// EncodeText encodes a text (WTF-8).
func EncodeText(text, enc, errs string) (string, *Exc) {
	return encodeText(messageCtx, AsStr(NewStr(text)), enc, errs)
}

// DecodeText decodes bytes.
func DecodeText(data, enc, errs string) (string, *Exc) {
	return decodeText(messageCtx, data, enc, errs)
}

// HasCodec tells whether an encoding is built in, and how its codec calls it.
func HasCodec(enc string) (name string, ok bool) {
	name = codecName(enc)
	if name == "charmap" {
		return findCharmap(normalName(enc)).name, true
	}
	return name, name != ""
}

// hookCodec asks module codecs for an encoding of the program's own. The result is that of what, which
// is "encode" or "decode".
func hookCodec(c *Ctx, what, enc, errs string, x Value) (Value, *Exc) {
	if notText[normalName(enc)] {
		return Null, NewExc(LookupError, "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", enc, what)
	}
	if c.CodecHook.IsNull() {
		return Null, unknownEncoding(enc)
	}
	return c.ask(Ask{Kind: AskCall, A: c.CodecHook, Args: []Value{NewStr(what), NewStr(enc), x, NewStr(errs)}})
}

func encodeText(c *Ctx, s *Str, enc, errs string) (string, *Exc) {
	name := codecName(enc)
	x := &encoder{c: c, s: s, name: name, errs: errs, reason: "surrogates not allowed"}
	switch name {
	case "":
		v, e := hookCodec(c, "encode", enc, errs, s.Value())
		if e != nil {
			return "", e
		}
		return bytesText(v), nil
	case "utf-8", "utf-8-sig":
		prefix := ""
		if name == "utf-8-sig" {
			prefix, x.name = "\xef\xbb\xbf", "utf-8"
		}
		if s.ASCII() || utf8.ValidString(s.Text) {
			return prefix + s.Text, nil
		}
		b, e := x.run(func(b []byte, r int32) ([]byte, bool) {
			if isSurrogate(r) {
				return b, false
			}
			return appendRune(b, r), true
		})
		return prefix + b, e
	case "ascii", "latin-1":
		if s.ASCII() {
			return s.Text, nil
		}
		limit := int32(128)
		x.reason = "ordinal not in range(128)"
		if name == "latin-1" {
			limit, x.reason = 256, "ordinal not in range(256)"
		}
		return x.run(func(b []byte, r int32) ([]byte, bool) { return append(b, byte(r)), r < limit })
	case "charmap":
		m := findCharmap(normalName(enc))
		x.reason = "character maps to <undefined>"
		return x.run(func(b []byte, r int32) ([]byte, bool) {
			if r < 128 {
				return append(b, byte(r)), true
			}
			ch, ok := m.bytes()[r]
			return append(b, ch), ok
		})
	case "unicodeescape":
		return encodeEscape(s), nil
	case "rawunicodeescape":
		return encodeRawEscape(s), nil
	case "utf7":
		return encodeUTF7(s), nil
	}
	return x.units(name)
}

func decodeText(c *Ctx, data, enc, errs string) (string, *Exc) {
	name := codecName(enc)
	x := &decoder{c: c, data: data, name: name, errs: errs}
	switch name {
	case "":
		v, e := hookCodec(c, "decode", enc, errs, NewBytes(data))
		if e != nil {
			return "", e
		}
		return AsStr(v).Text, nil
	case "utf-8", "utf-8-sig":
		if name == "utf-8-sig" {
			x.data, x.name = strings.TrimPrefix(data, "\xef\xbb\xbf"), "utf-8"
		}
		if utf8.ValidString(x.data) {
			return x.data, nil
		}
		return x.utf8()
	case "latin-1":
		for i := 0; i < len(data); i++ {
			x.out = appendRune(x.out, int32(data[i]))
		}
		return string(x.out), nil
	case "ascii":
		for i := 0; i < len(data); {
			if data[i] < 0x80 {
				x.out = append(x.out, data[i])
				i++
				continue
			}
			var e *Exc
			if i, e = x.fail(i, i+1, "ordinal not in range(128)"); e != nil {
				return "", e
			}
		}
		return string(x.out), nil
	case "charmap":
		m := findCharmap(normalName(enc))
		for i := 0; i < len(data); {
			r := int32(data[i])
			if r >= 128 {
				r = m.upper[r-128]
			}
			if r != 0xFFFE {
				x.out = appendRune(x.out, r)
				i++
				continue
			}
			var e *Exc
			if i, e = x.fail(i, i+1, "character maps to <undefined>"); e != nil {
				return "", e
			}
		}
		return string(x.out), nil
	case "unicodeescape":
		return x.escape()
	case "rawunicodeescape":
		return x.rawEscape()
	case "utf7":
		return x.utf7()
	}
	return x.units()
}
