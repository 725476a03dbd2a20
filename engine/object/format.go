package object

import (
	"math"
	"strconv"
	"strings"
)

// The format specification mini-language.

type formatSpec struct {
	fill    string
	align   byte // 0 when not given
	sign    byte // '-', '+' or ' '
	alt     bool
	zero    bool
	noNegZ  bool
	width   int
	sep     byte // ',' or '_' or 0
	prec    int  // -1 when not given
	verb    byte // 0 when not given
	unknown int32
}

func parseSpec(spec string, t *Type) (formatSpec, *Exc) {
	f := formatSpec{fill: " ", sign: '-', prec: -1}
	var buf [24]int32
	rs := appendRunes(buf[:0], spec)
	i := 0
	isAlign := func(r int32) bool { return r == '<' || r == '>' || r == '=' || r == '^' }
	fillGiven := false
	if len(rs) >= 2 && isAlign(rs[1]) {
		f.fill = string(appendRune(nil, rs[0]))
		f.align = byte(rs[1])
		fillGiven = true
		i = 2
	} else if len(rs) >= 1 && isAlign(rs[0]) {
		f.align = byte(rs[0])
		i = 1
	}
	if i < len(rs) && (rs[i] == '+' || rs[i] == '-' || rs[i] == ' ') {
		f.sign = byte(rs[i])
		i++
	}
	if i < len(rs) && rs[i] == 'z' {
		f.noNegZ = true
		i++
	}
	if i < len(rs) && rs[i] == '#' {
		f.alt = true
		i++
	}
	if !fillGiven && i < len(rs) && rs[i] == '0' {
		f.zero = true
		f.fill = "0"
		if f.align == 0 {
			f.align = '='
		}
		i++
	}
	number := func(what string) (int, *Exc) {
		n := 0
		for i < len(rs) && rs[i] >= '0' && rs[i] <= '9' {
			n = n*10 + int(rs[i]-'0')
			if n > 1<<58 {
				return 0, NewExc(ValueError, "Too many decimal digits in format string")
			}
			i++
		}
		return n, nil
	}
	var e *Exc
	if f.width, e = number("width"); e != nil {
		return f, e
	}
	if i < len(rs) && (rs[i] == ',' || rs[i] == '_') {
		f.sep = byte(rs[i])
		i++
		if i < len(rs) && (rs[i] == ',' || rs[i] == '_') {
			if f.sep == ',' && rs[i] == ',' {
				return f, NewExc(ValueError, "Cannot specify ',' with ','.")
			}
			if f.sep == '_' && rs[i] == '_' {
				return f, NewExc(ValueError, "Cannot specify '_' with '_'.")
			}
			return f, NewExc(ValueError, "Cannot specify both ',' and '_'.")
		}
	}
	if i < len(rs) && rs[i] == '.' {
		i++
		if i == len(rs) || rs[i] < '0' || rs[i] > '9' {
			return f, NewExc(ValueError, "Format specifier missing precision")
		}
		if f.prec, e = number("precision"); e != nil {
			return f, e
		}
	}
	if len(rs)-i > 1 {
		return f, NewExc(ValueError, "Invalid format specifier '%s' for object of type '%s'", spec, t)
	}
	if i < len(rs) {
		f.unknown = rs[i]
		if rs[i] < 0x80 {
			f.verb = byte(rs[i])
		} else {
			f.verb = 0xFF
		}
	}
	if f.sep != 0 {
		ok := false
		switch f.verb {
		case 0, 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F':
			ok = true
		case 'b', 'o', 'x', 'X':
			ok = f.sep == '_'
		}
		if !ok {
			return f, NewExc(ValueError, "Cannot specify '%c' with '%s'.", f.sep, string(appendRune(nil, f.unknown)))
		}
	}
	return f, nil
}

func (f *formatSpec) unknownCode(t *Type) *Exc {
	if f.unknown > 32 && f.unknown < 128 {
		return NewExc(ValueError, "Unknown format code '%c' for object of type '%s'", f.unknown, t)
	}
	return NewExc(ValueError, "Unknown format code '\\x%s' for object of type '%s'", strconv.FormatInt(int64(f.unknown), 16), t)
}

func (f *formatSpec) reserve(c *Ctx) *Exc {
	if f.width > 1<<16 {
		return c.Reserve(int64(f.width))
	}
	return nil
}

// pad puts text into the width; def is the alignment when none was given.
func (f *formatSpec) pad(text string, def byte) string {
	n := f.width - countRunes(text)
	if n <= 0 {
		return text
	}
	align := f.align
	if align == 0 {
		align = def
	}
	left := 0
	switch align {
	case '>':
		left = n
	case '^':
		left = n / 2
	}
	return strings.Repeat(f.fill, left) + text + strings.Repeat(f.fill, n-left)
}

// formatStr formats a str.
func formatStr(c *Ctx, text, spec string) (string, *Exc) {
	f, e := parseSpec(spec, StrType)
	if e != nil {
		return "", e
	}
	if f.verb != 0 && f.verb != 's' {
		return "", f.unknownCode(StrType)
	}
	switch {
	case f.sign != '-' || strings.ContainsAny(spec, "-") && signGiven(spec):
		if f.sign == ' ' {
			return "", NewExc(ValueError, "Space not allowed in string format specifier")
		}
		return "", NewExc(ValueError, "Sign not allowed in string format specifier")
	case f.noNegZ:
		return "", NewExc(ValueError, "Negative zero coercion (z) not allowed in string format specifier")
	case f.alt:
		return "", NewExc(ValueError, "Alternate form (#) not allowed in string format specifier")
	case f.sep != 0:
		return "", NewExc(ValueError, "Cannot specify '%c' with 's'.", f.sep)
	}
	if f.align == '=' && !f.zero {
		return "", NewExc(ValueError, "'=' alignment not allowed in string format specifier")
	}
	if f.zero && f.align == '=' {
		f.align = '<'
	}
	if e := f.reserve(c); e != nil {
		return "", e
	}
	if f.prec >= 0 && f.prec < countRunes(text) {
		off := 0
		for k := 0; k < f.prec; k++ {
			_, n := decodeRune(text[off:])
			off += n
		}
		text = text[:off]
	}
	return f.pad(text, '<'), nil
}

// signGiven tells whether the spec has an explicit minus sign, not a fill character.
func signGiven(spec string) bool {
	rs := toRunes(spec)
	i := 0
	if len(rs) >= 2 && strings.ContainsRune("<>=^", rs[1]) {
		i = 2
	} else if len(rs) >= 1 && strings.ContainsRune("<>=^", rs[0]) {
		i = 1
	}
	return i < len(rs) && rs[i] == '-'
}

// group puts separators into a run of digits, which grows to width with zeros first.
func group(digits string, sep byte, every, width int) string {
	if sep == 0 {
		if n := width - len(digits); n > 0 {
			return strings.Repeat("0", n) + digits
		}
		return digits
	}
	for n := len(digits); n+(n-1)/every < width; n = len(digits) {
		digits = "0" + digits
	}
	var b strings.Builder
	first := len(digits) % every
	if first > 0 {
		b.WriteString(digits[:first])
	}
	for i := first; i < len(digits); i += every {
		if i > 0 {
			b.WriteByte(sep)
		}
		b.WriteString(digits[i : i+every])
	}
	return b.String()
}

// number assembles sign, prefix, digits with separators, and the rest (fraction
// and exponent), and pads.
func (f *formatSpec) number(neg bool, prefix, digits, rest string, every int) string {
	sign := ""
	switch {
	case neg:
		sign = "-"
	case f.sign != '-':
		sign = string(f.sign)
	}
	if f.align == '=' {
		if f.fill == "0" {
			digits = group(digits, f.sep, every, f.width-len(sign)-len(prefix)-len(rest))
			return sign + prefix + digits + rest
		}
		digits = group(digits, f.sep, every, 0)
		n := f.width - len(sign) - len(prefix) - len(digits) - len(rest)
		return sign + prefix + strings.Repeat(f.fill, max(n, 0)) + digits + rest
	}
	return f.pad(sign+prefix+group(digits, f.sep, every, 0)+rest, '>')
}

func intFormat(c *Ctx, v Value, spec string) (string, *Exc) {
	if spec == "" {
		return StrOf(c, v)
	}
	t := v.H.Type
	f, e := parseSpec(spec, t)
	if e != nil {
		return "", e
	}
	if e := f.reserve(c); e != nil {
		return "", e
	}
	n, _ := intValue(v)
	base, prefix := 10, ""
	every := 3
	switch f.verb {
	case 0, 'd', 'n':
	case 'b':
		base, prefix, every = 2, "0b", 4
	case 'o':
		base, prefix, every = 8, "0o", 4
	case 'x':
		base, prefix, every = 16, "0x", 4
	case 'X':
		base, prefix, every = 16, "0X", 4
	case 'c':
		if f.prec >= 0 {
			return "", NewExc(ValueError, "Precision not allowed in integer format specifier")
		}
		if f.sign != '-' || signGiven(spec) {
			return "", NewExc(ValueError, "Sign not allowed with integer format specifier 'c'")
		}
		if f.alt {
			return "", NewExc(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'")
		}
		if n.H != &IntHeader || n.Int64() < 0 || n.Int64() > 0x10FFFF {
			return "", NewExc(OverflowError, "%c arg not in range(0x110000)")
		}
		if f.align == '=' {
			f.align = '>'
		}
		return f.pad(string(appendRune(nil, int32(n.Int64()))), '<'), nil
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		x, _, e := NumFloat(n)
		if e != nil {
			return "", e
		}
		return f.float(c, x, t)
	default:
		return "", f.unknownCode(t)
	}
	if f.prec >= 0 {
		return "", NewExc(ValueError, "Precision not allowed in integer format specifier")
	}
	if f.noNegZ {
		return "", NewExc(ValueError, "Negative zero coercion (z) not allowed in integer format specifier")
	}
	var digits string
	if n.H == &IntHeader {
		digits = strconv.FormatInt(n.Int64(), base)
	} else if base == 10 {
		if digits, e = bigText(c, bigOf(n)); e != nil {
			return "", e
		}
	} else {
		digits = bigOf(n).Text(base)
	}
	neg := digits[0] == '-'
	if neg {
		digits = digits[1:]
	}
	if f.verb == 'X' {
		digits = strings.ToUpper(digits)
	}
	if !f.alt {
		prefix = ""
	}
	return f.number(neg, prefix, digits, "", every), nil
}

func floatFormat(c *Ctx, v Value, spec string) (string, *Exc) {
	if spec == "" {
		return StrOf(c, v)
	}
	f, e := parseSpec(spec, v.H.Type)
	if e != nil {
		return "", e
	}
	x, _ := ToFloat(v)
	return f.float(c, x, v.H.Type)
}

// maxPrecision bounds the digits of a formatted float; a float has no more than
// 1100 significant ones, the rest are zeros.
const maxPrecision = 1 << 20

func (f *formatSpec) float(c *Ctx, x float64, t *Type) (string, *Exc) {
	if e := f.reserve(c); e != nil {
		return "", e
	}
	switch f.verb {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
	default:
		return "", f.unknownCode(t)
	}
	if f.prec > maxPrecision {
		return "", NewExc(ValueError, "precision too big")
	}
	body := formatFloat(x, f.verb, f.prec, f.alt)
	neg := body[0] == '-'
	if neg {
		body = body[1:]
		if f.noNegZ && strings.IndexFunc(body, func(r rune) bool { return r >= '1' && r <= '9' || r == 'i' || r == 'n' }) < 0 {
			neg = false
		}
	}
	digits, rest := body, ""
	if i := strings.IndexFunc(body, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		digits, rest = body[:i], body[i:]
	}
	if digits == "" { // inf, nan: no grouping
		g := *f
		g.sep = 0
		if g.align == '=' && g.fill == "0" {
			n := g.width - len(rest)
			sign := ""
			if neg {
				sign = "-"
			} else if g.sign != '-' {
				sign = string(g.sign)
			}
			return sign + strings.Repeat("0", max(n-len(sign), 0)) + rest, nil
		}
		return g.number(neg, "", "", rest, 3), nil
	}
	return f.number(neg, "", digits, rest, 3), nil
}

// formatFloat formats a float with a presentation type (0 for none) and a
// precision (-1 for the default), without padding.
func formatFloat(x float64, verb byte, prec int, alt bool) string {
	upper := verb == 'E' || verb == 'F' || verb == 'G'
	tail := ""
	switch verb {
	case '%':
		x *= 100
		verb, tail = 'f', "%"
	case 'n':
		verb = 'g'
	case 'E', 'F', 'G':
		verb += 'a' - 'A'
	}
	var s string
	switch {
	case math.IsInf(x, 0) || x != x:
		s = FloatRepr(x)
	case verb == 0 && prec < 0:
		s = FloatRepr(x)
	case verb == 0:
		s = generalFloat(x, max(prec, 1), alt, true)
	case verb == 'f':
		if prec < 0 {
			prec = 6
		}
		s = strconv.FormatFloat(x, 'f', prec, 64)
		if alt && prec == 0 {
			s += "."
		}
	case verb == 'e':
		if prec < 0 {
			prec = 6
		}
		s = strconv.FormatFloat(x, 'e', prec, 64)
		if alt && prec == 0 {
			i := strings.IndexByte(s, 'e')
			s = s[:i] + "." + s[i:]
		}
	default:
		if prec < 0 {
			prec = 6
		}
		s = generalFloat(x, max(prec, 1), alt, false)
	}
	if upper {
		s = strings.ToUpper(s)
	}
	return s + tail
}

// generalFloat is %g: prec significant digits, positional when the exponent is
// small. With dot0 (no presentation type) a digit always stands after the point.
func generalFloat(x float64, prec int, alt, dot0 bool) string {
	s := strconv.FormatFloat(x, 'e', prec-1, 64)
	i := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[i+1:])
	limit := prec
	if dot0 {
		limit--
	}
	if exp < -4 || exp >= limit {
		mant := s[:i]
		if !alt {
			mant = trimZeros(mant)
		} else if !strings.Contains(mant, ".") {
			mant += "."
		}
		return mant + s[i:]
	}
	r := strconv.FormatFloat(x, 'f', prec-1-exp, 64)
	if alt {
		if !strings.Contains(r, ".") {
			r += "."
		}
		return r
	}
	r = trimZeros(r)
	if dot0 && !strings.Contains(r, ".") {
		r += ".0"
	}
	return r
}

func trimZeros(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

func complexFormat(c *Ctx, v Value, spec string) (string, *Exc) {
	if spec == "" {
		return StrOf(c, v)
	}
	f, e := parseSpec(spec, v.H.Type)
	if e != nil {
		return "", e
	}
	if f.zero || f.fill == "0" && f.align == '=' {
		return "", NewExc(ValueError, "Zero padding is not allowed in complex format specifier")
	}
	if f.align == '=' {
		return "", NewExc(ValueError, "'=' alignment flag is not allowed in complex format specifier")
	}
	if f.verb == '%' {
		return "", f.unknownCode(v.H.Type)
	}
	z := AsComplex(v).V
	part := f
	part.width, part.align = 0, 0
	re, e := part.float(c, real(z), v.H.Type)
	if e != nil {
		return "", e
	}
	part.sign = '+'
	im, e := part.float(c, imag(z), v.H.Type)
	if e != nil {
		return "", e
	}
	text := re + im + "j"
	if f.verb == 0 {
		if real(z) == 0 && !math.Signbit(real(z)) {
			part.sign = f.sign
			if im, e = part.float(c, imag(z), v.H.Type); e != nil {
				return "", e
			}
			text = strings.TrimSuffix(im, ".0") + "j"
		} else {
			text = "(" + strings.TrimSuffix(re, ".0") + strings.TrimSuffix(im, ".0") + "j)"
		}
	}
	return f.pad(text, '>'), nil
}
