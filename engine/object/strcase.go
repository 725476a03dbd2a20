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

func upperRune(b []byte, r int32) []byte {
	if s := longUpper(r); s != "" {
		return append(b, s...)
	}
	return appendRune(b, unicode.ToUpper(r))
}

// titleRune is the form that begins a word. Where it is long it is the long upper case with its rest
// in lower case, but that an iota below stays below.
func titleRune(b []byte, r int32) []byte {
	s := longUpper(r)
	if s == "" || unicode.IsTitle(r) || unicode.ToTitle(r) != r {
		return appendRune(b, unicode.ToTitle(r))
	}
	if r == 'ŉ' {
		return append(b, s...)
	}
	rs := toRunes(s)
	b = appendRune(b, rs[0])
	for _, x := range rs[1:] {
		if x == 'Ι' {
			b = append(b, "\u0345"...)
		} else {
			b = appendRune(b, unicode.ToLower(x))
		}
	}
	return b
}

// foldRune is the form of a character for comparisons without regard to case.
func foldRune(b []byte, r int32) []byte {
	switch {
	case r < 0x80:
		return append(b, byte(unicode.ToLower(r)))
	case r >= 0x13A0 && r <= 0x13FF || r >= 0xAB70 && r <= 0xABBF: // Cherokee folds to capitals
		return appendRune(b, unicode.ToUpper(r))
	case r == 'ı':
		return appendRune(b, r)
	case r == 'ẞ':
		return append(b, "ss"...)
	case r == 'İ':
		return append(b, "i̇"...)
	}
	if s := longUpper(r); s != "" {
		for _, x := range toRunes(s) {
			b = appendRune(b, unicode.ToLower(x))
		}
		return b
	}
	return appendRune(b, unicode.ToLower(unicode.ToUpper(r)))
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

// IsAlnum is str.isalnum of one character.
func IsAlnum(r int32) bool { return isLetterRune(r) || isNumericRune(r) }

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
				b = foldRune(b, r)
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
		testMethod("isalpha", isLetterRune),
		testMethod("isalnum", isAlnum),
		testMethod("isdecimal", isDecimalRune),
		testMethod("isdigit", isDigitRune),
		testMethod("isnumeric", isNumericRune),
		testMethod("isspace", isSpaceRune),
		{"isascii", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Bool(ptr[Str](a[0]).ASCII()), nil }},
		{"isprintable", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			for _, r := range toRunes(ptr[Str](a[0]).Text) {
				if !isPrintRune(r) {
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
