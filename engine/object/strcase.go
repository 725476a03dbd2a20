package object

import (
	"strings"
	"unicode"
)

// Upper and lower case, and the tests of what a string consists of.

func isSpaceRune(r int32) bool {
	if r < 0x80 {
		return r == ' ' || r >= 9 && r <= 13 || r >= 0x1C && r <= 0x1F
	}
	return unicode.IsSpace(r)
}

func trimLeftSpace(s string) string {
	for s != "" {
		r, n := decodeRune(s)
		if !isSpaceRune(r) {
			break
		}
		s = s[n:]
	}
	return s
}

func trimRightSpace(s string) string {
	for s != "" {
		r, n := decodeLastRune(s)
		if !isSpaceRune(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

func indexSpace(s string) int {
	for i := 0; i < len(s); {
		r, n := decodeRune(s[i:])
		if isSpaceRune(r) {
			return i
		}
		i += n
	}
	return -1
}

// lastIndexSpace is where what follows the last space begins, or -1.
func lastIndexSpace(s string) int {
	for i := len(s); i > 0; {
		r, n := decodeLastRune(s[:i])
		if isSpaceRune(r) {
			return i
		}
		i -= n
	}
	return -1
}

// Characters whose upper case is more than one character.
var longUpper = map[int32]string{'ß': "SS", 'ŉ': "ʼN", 'ǰ': "J̌", 'ΐ': "Ϊ́", 'ΰ': "Ϋ́", 'և': "ԵՒ",
	'ﬀ': "FF", 'ﬁ': "FI", 'ﬂ': "FL", 'ﬃ': "FFI", 'ﬄ': "FFL", 'ﬅ': "ST", 'ﬆ': "ST"}

func upperRune(b []byte, r int32) []byte {
	if r >= 0x80 {
		if s, ok := longUpper[r]; ok {
			return append(b, s...)
		}
	}
	return appendRune(b, unicode.ToUpper(r))
}

func titleRune(b []byte, r int32) []byte {
	if s, ok := longUpper[r]; ok {
		rs := toRunes(s)
		if r == 'ŉ' {
			return append(b, s...)
		}
		b = appendRune(b, rs[0])
		for _, x := range rs[1:] {
			b = appendRune(b, unicode.ToLower(x))
		}
		return b
	}
	return appendRune(b, unicode.ToTitle(r))
}

// lowerAt is the lower case of character i; a capital sigma at the end of a word
// has a form of its own.
func lowerAt(b []byte, rs []int32, i int) []byte {
	switch r := rs[i]; {
	case r < 0x80:
		return append(b, byte(unicode.ToLower(r)))
	case r == 'İ':
		return append(b, "i̇"...)
	case r == 'Σ':
		j := i - 1
		for j >= 0 && caseIgnorable(rs[j]) {
			j--
		}
		k := i + 1
		for k < len(rs) && caseIgnorable(rs[k]) {
			k++
		}
		if j >= 0 && isCased(rs[j]) && (k == len(rs) || !isCased(rs[k])) {
			return appendRune(b, 'ς')
		}
	}
	return appendRune(b, unicode.ToLower(rs[i]))
}

func caseIgnorable(r int32) bool {
	return r == '\'' || r == '.' || r == ':' || r == '^' || r == '`' || unicode.Is(unicode.Mn, r)
}

func isCased(r int32) bool { return isUpperRune(r) || isLowerRune(r) || unicode.IsTitle(r) }

// isUpperRune and isLowerRune follow the derived properties, which also cover
// Roman numerals, circled letters and ordinal signs.
func isUpperRune(r int32) bool {
	return unicode.IsUpper(r) || r >= 0x2160 && r <= 0x216F || r >= 0x24B6 && r <= 0x24CF
}

func isLowerRune(r int32) bool {
	return unicode.IsLower(r) || r == 'ª' || r == 'º' || r >= 0x2170 && r <= 0x217F || r >= 0x24D0 && r <= 0x24E9
}

func lowerText(s *Str) string {
	if s.ASCII() {
		return strings.ToLower(s.Text)
	}
	rs := s.codePoints()
	var b []byte
	for i := range rs {
		b = lowerAt(b, rs, i)
	}
	return string(b)
}

func upperText(s *Str) string {
	if s.ASCII() {
		return strings.ToUpper(s.Text)
	}
	var b []byte
	for _, r := range s.codePoints() {
		b = upperRune(b, r)
	}
	return string(b)
}

func caseMethod(name string, f func(s *Str) string) def {
	return def{name, "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return NewStr(f(ptr[Str](a[0]))), nil }}
}

// testMethod makes a method that tells whether all characters pass a test, and
// there is at least one.
func testMethod(name string, test func(r int32) bool) def {
	return def{name, "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		s := ptr[Str](a[0]).Text
		if s == "" {
			return False, nil
		}
		for s != "" {
			r, n := decodeRune(s)
			if !test(r) {
				return False, nil
			}
			s = s[n:]
		}
		return True, nil
	}}
}

// caseTest tells whether there is a cased character and none of the wrong case.
func caseTest(name string, right, wrong func(r int32) bool) def {
	return def{name, "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		any := false
		for _, r := range toRunes(ptr[Str](a[0]).Text) {
			if wrong(r) {
				return False, nil
			}
			any = any || right(r)
		}
		return Bool(any), nil
	}}
}

func isDigitRune(r int32) bool {
	if r < 0x80 {
		return r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r) || r == '²' || r == '³' || r == '¹' || r >= 0x2070 && r <= 0x2089 && r != 0x2071 && r != 0x2072 && r != 0x2073 && r < 0x208A ||
		r >= 0x2460 && r <= 0x2468 || r >= 0x2474 && r <= 0x247C || r >= 0x2488 && r <= 0x2490
}

// isNumericRune also accepts the ideographs that are numerals.
func isNumericRune(r int32) bool {
	if isDigitRune(r) || unicode.Is(unicode.N, r) {
		return true
	}
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '億', '兆', '零', '〇',
		'壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '亿', '两', '佰', '仟', '萬', '參':
		return true
	}
	return false
}

// IsAlnum is str.isalnum of one character.
func IsAlnum(r int32) bool { return unicode.IsLetter(r) || isNumericRune(r) }

func initStrTests(t *Type) {
	isAlnum := IsAlnum
	t.methods([]def{
		caseMethod("lower", lowerText),
		caseMethod("upper", upperText),
		caseMethod("casefold", func(s *Str) string {
			if s.ASCII() {
				return strings.ToLower(s.Text)
			}
			var b []byte
			for _, r := range s.codePoints() {
				switch {
				case r == 'ß' || r == 'ẞ':
					b = append(b, "ss"...)
				case r == 'ς':
					b = append(b, "σ"...)
				case longUpper[r] != "":
					for _, x := range toRunes(longUpper[r]) {
						b = appendRune(b, unicode.ToLower(x))
					}
				case r == 'µ':
					b = append(b, "μ"...)
				case r == 'ſ':
					b = append(b, 's')
				case r == 'İ':
					b = append(b, "i̇"...)
				default:
					b = appendRune(b, unicode.ToLower(r))
				}
			}
			return string(b)
		}),
		caseMethod("capitalize", func(s *Str) string {
			var b []byte
			rs := toRunes(s.Text)
			for i, r := range rs {
				if i == 0 {
					b = titleRune(b, r)
				} else {
					b = lowerAt(b, rs, i)
				}
			}
			return string(b)
		}),
		caseMethod("title", func(s *Str) string {
			var b []byte
			inWord := false
			rs := toRunes(s.Text)
			for i, r := range rs {
				if inWord {
					b = lowerAt(b, rs, i)
				} else {
					b = titleRune(b, r)
				}
				inWord = isCased(r)
			}
			return string(b)
		}),
		caseMethod("swapcase", func(s *Str) string {
			var b []byte
			rs := toRunes(s.Text)
			for i, r := range rs {
				switch {
				case isUpperRune(r):
					b = lowerAt(b, rs, i)
				case isLowerRune(r):
					b = upperRune(b, r)
				default:
					b = appendRune(b, r)
				}
			}
			return string(b)
		}),
		testMethod("isalpha", func(r int32) bool { return unicode.IsLetter(r) }),
		testMethod("isalnum", isAlnum),
		testMethod("isdecimal", func(r int32) bool { return unicode.IsDigit(r) }),
		testMethod("isdigit", isDigitRune),
		testMethod("isnumeric", isNumericRune),
		testMethod("isspace", isSpaceRune),
		{"isascii", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Bool(ptr[Str](a[0]).ASCII()), nil }},
		{"isprintable", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			for _, r := range toRunes(ptr[Str](a[0]).Text) {
				if isSurrogate(r) || !unicode.IsPrint(r) {
					return False, nil
				}
			}
			return True, nil
		}},
		{"isidentifier", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return Bool(IsIdentifier(ptr[Str](a[0]).Text)), nil
		}},
		caseTest("islower", isLowerRune, func(r int32) bool { return isUpperRune(r) || unicode.IsTitle(r) }),
		caseTest("isupper", isUpperRune, func(r int32) bool { return isLowerRune(r) || unicode.IsTitle(r) }),
		{"istitle", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			any, inWord := false, false
			for _, r := range toRunes(ptr[Str](a[0]).Text) {
				switch {
				case isUpperRune(r) || unicode.IsTitle(r):
					if inWord {
						return False, nil
					}
					any, inWord = true, true
				case isLowerRune(r):
					if !inWord {
						return False, nil
					}
					any = true
				default:
					inWord = false
				}
			}
			return Bool(any), nil
		}},
	})
}
