package object

import (
	"strconv"
	"strings"
	"unicode"
)

// Properties of characters that package unicode does not have: those of Unicode 14, which is the one
// of Python 3.11.

// runes is a set of characters, written as ranges of hexadecimal numbers.
type runes struct {
	text   string
	ranges [][2]int32
}

func (s *runes) has(r int32) bool {
	if s.ranges == nil {
		for _, w := range strings.Fields(s.text) {
			first, last, ok := strings.Cut(w, "-")
			if !ok {
				last = first
			}
			lo, _ := strconv.ParseInt(first, 16, 32)
			hi, _ := strconv.ParseInt(last, 16, 32)
			s.ranges = append(s.ranges, [2]int32{int32(lo), int32(hi)})
		}
	}
	i, j := 0, len(s.ranges)
	for i < j {
		m := (i + j) / 2
		if s.ranges[m][1] < r {
			i = m + 1
		} else {
			j = m
		}
	}
	return i < len(s.ranges) && s.ranges[i][0] <= r
}

var (
	// laterRunes came with a Unicode after 14: to Python 3.11 they are not assigned.
	laterRunes = runes{text: "cf3 ece 10efd-10eff 1123f-11241 11b00-11b09 11f00-11f10 11f12-11f3a 11f3e-11f59 1342f 13439-13455 1b132 " +
		"1b155 1d2c0-1d2d3 1df25-1df2a 1e030-1e06d 1e08f 1e4d0-1e4f9 1f6dc 1f774-1f776 1f77b-1f77f 1f7d9 " +
		"1fa75-1fa77 1fa87-1fa88 1faad-1faaf 1fabb-1fabd 1fabf 1face-1facf 1fada-1fadb 1fae8 1faf7-1faf8 2b739 " +
		"31350-323af"}
	// digitRunes are the digits that make no decimal numbers.
	digitRunes = runes{text: "b2-b3 b9 1369-1371 19da 2070 2074-2079 2080-2089 2460-2468 2474-247c 2488-2490 24ea 24f5-24fd 24ff " +
		"2776-277e 2780-2788 278a-2792 10a40-10a43 10e60-10e68 11052-1105a 1f100-1f10a"}
	// numeralRunes are the ideographs that are numerals.
	numeralRunes = runes{text: "3405 3483 382a 3b4d 4e00 4e03 4e07 4e09 4e5d 4e8c 4e94 4e96 4ebf-4ec0 4edf 4ee8 4f0d 4f70 5104 5146 5169 " +
		"516b 516d 5341 5343-5345 534c 53c1-53c4 56db 58f1 58f9 5e7a 5efe-5eff 5f0c-5f0e 5f10 62fe 634c 67d2 6f06 " +
		"7396 767e 8086 842c 8cae 8cb3 8d30 9621 9646 964c 9678 96f6 f96b f973 f978 f9b2 f9d1 f9d3 f9fd 20001 " +
		"20064 200e2 20121 2092a 20983 2098c 2099c 20aea 20afd 20b19 22390 22998 23b1b 2626d 2f890"}
	// notInNames would be letters or marks of an identifier but for their compatibility forms;
	// notFirstInNames only where it begins.
	notInNames      = runes{text: "37a 2e2f 309b-309c fc5e-fc63 fdfa-fdfb fe70 fe72 fe74 fe76 fe78 fe7a fe7c fe7e"}
	notFirstInNames = runes{text: "e33 eb3 ff9e-ff9f"}
	// pointsInWords are the marks, besides whole categories, that do not end a word.
	pointsInWords = runes{text: "27 2e 3a b7 387 55f 5f4 2018-2019 2024 2027 fe13 fe52 fe55 ff07 ff0e ff1a"}
)

func isLetterRune(r int32) bool { return unicode.IsLetter(r) && !laterRunes.has(r) }

func isPrintRune(r int32) bool {
	return r < 0x7F && r >= ' ' || r > 0x7F && !isSurrogate(r) && unicode.IsPrint(r) && !laterRunes.has(r)
}

// isDecimalRune tells whether r is a digit of a decimal number.
func isDecimalRune(r int32) bool {
	return r >= '0' && r <= '9' || r >= 0x80 && unicode.IsDigit(r) && !laterRunes.has(r)
}

func isDigitRune(r int32) bool { return isDecimalRune(r) || r >= 0x80 && digitRunes.has(r) }

func isNumericRune(r int32) bool {
	return isDecimalRune(r) || r >= 0x80 && (unicode.Is(unicode.N, r) && !laterRunes.has(r) || numeralRunes.has(r))
}

// isUpperRune and isLowerRune follow the derived properties, which also cover
// Roman numerals, circled letters, modifier letters and ordinal signs.
func isUpperRune(r int32) bool {
	if r < 0x80 {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r)
}

func isLowerRune(r int32) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z'
	}
	if r == 0x10FC || r >= 0xA7F2 && r <= 0xA7F4 || r == 0xAB69 { // lower case from Unicode 15 on
		return false
	}
	return (unicode.IsLower(r) || unicode.Is(unicode.Other_Lowercase, r)) && !laterRunes.has(r)
}

func isCased(r int32) bool { return isUpperRune(r) || isLowerRune(r) || unicode.IsTitle(r) }

// caseIgnorable tells what does not count when the end of a word is looked for.
func caseIgnorable(r int32) bool {
	return pointsInWords.has(r) || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

// beginsName and continuesName are XID_Start and XID_Continue, with the underscore.
func beginsName(r int32) bool {
	if r < 0x80 {
		return r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return (isLetterRune(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r)) &&
		!notInNames.has(r) && !notFirstInNames.has(r)
}

func continuesName(r int32) bool {
	if r < 0x80 {
		return beginsName(r) || r >= '0' && r <= '9'
	}
	return (unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)) &&
		!notInNames.has(r) && !laterRunes.has(r)
}

// longUpperText lists the characters whose upper case is more than one character, each before it.
const longUpperText = "\u00df\u0053\u0053 \u0149\u02bc\u004e \u01f0\u004a\u030c \u0390\u0399\u0308\u0301 \u03b0\u03a5\u0308\u0301 " +
	"\u0587\u0535\u0552 \u1e96\u0048\u0331 \u1e97\u0054\u0308 \u1e98\u0057\u030a \u1e99\u0059\u030a \u1e9a\u0041\u02be " +
	"\u1f50\u03a5\u0313 \u1f52\u03a5\u0313\u0300 \u1f54\u03a5\u0313\u0301 \u1f56\u03a5\u0313\u0342 \u1f80\u1f08\u0399 " +
	"\u1f81\u1f09\u0399 \u1f82\u1f0a\u0399 \u1f83\u1f0b\u0399 \u1f84\u1f0c\u0399 \u1f85\u1f0d\u0399 \u1f86\u1f0e\u0399 " +
	"\u1f87\u1f0f\u0399 \u1f88\u1f08\u0399 \u1f89\u1f09\u0399 \u1f8a\u1f0a\u0399 \u1f8b\u1f0b\u0399 \u1f8c\u1f0c\u0399 " +
	"\u1f8d\u1f0d\u0399 \u1f8e\u1f0e\u0399 \u1f8f\u1f0f\u0399 \u1f90\u1f28\u0399 \u1f91\u1f29\u0399 \u1f92\u1f2a\u0399 " +
	"\u1f93\u1f2b\u0399 \u1f94\u1f2c\u0399 \u1f95\u1f2d\u0399 \u1f96\u1f2e\u0399 \u1f97\u1f2f\u0399 \u1f98\u1f28\u0399 " +
	"\u1f99\u1f29\u0399 \u1f9a\u1f2a\u0399 \u1f9b\u1f2b\u0399 \u1f9c\u1f2c\u0399 \u1f9d\u1f2d\u0399 \u1f9e\u1f2e\u0399 " +
	"\u1f9f\u1f2f\u0399 \u1fa0\u1f68\u0399 \u1fa1\u1f69\u0399 \u1fa2\u1f6a\u0399 \u1fa3\u1f6b\u0399 \u1fa4\u1f6c\u0399 " +
	"\u1fa5\u1f6d\u0399 \u1fa6\u1f6e\u0399 \u1fa7\u1f6f\u0399 \u1fa8\u1f68\u0399 \u1fa9\u1f69\u0399 \u1faa\u1f6a\u0399 " +
	"\u1fab\u1f6b\u0399 \u1fac\u1f6c\u0399 \u1fad\u1f6d\u0399 \u1fae\u1f6e\u0399 \u1faf\u1f6f\u0399 \u1fb2\u1fba\u0399 " +
	"\u1fb3\u0391\u0399 \u1fb4\u0386\u0399 \u1fb6\u0391\u0342 \u1fb7\u0391\u0342\u0399 \u1fbc\u0391\u0399 " +
	"\u1fc2\u1fca\u0399 \u1fc3\u0397\u0399 \u1fc4\u0389\u0399 \u1fc6\u0397\u0342 \u1fc7\u0397\u0342\u0399 " +
	"\u1fcc\u0397\u0399 \u1fd2\u0399\u0308\u0300 \u1fd3\u0399\u0308\u0301 \u1fd6\u0399\u0342 \u1fd7\u0399\u0308\u0342 " +
	"\u1fe2\u03a5\u0308\u0300 \u1fe3\u03a5\u0308\u0301 \u1fe4\u03a1\u0313 \u1fe6\u03a5\u0342 \u1fe7\u03a5\u0308\u0342 " +
	"\u1ff2\u1ffa\u0399 \u1ff3\u03a9\u0399 \u1ff4\u038f\u0399 \u1ff6\u03a9\u0342 \u1ff7\u03a9\u0342\u0399 " +
	"\u1ffc\u03a9\u0399 \ufb00\u0046\u0046 \ufb01\u0046\u0049 \ufb02\u0046\u004c \ufb03\u0046\u0046\u0049 " +
	"\ufb04\u0046\u0046\u004c \ufb05\u0053\u0054 \ufb06\u0053\u0054 \ufb13\u0544\u0546 \ufb14\u0544\u0535 " +
	"\ufb15\u0544\u053b \ufb16\u054e\u0546 \ufb17\u0544\u053d "

var longUppers map[int32]string

// longUpper is the upper case of a character where it is more than one; "" elsewhere.
func longUpper(r int32) string {
	if r < 0xDF {
		return ""
	}
	if longUppers == nil {
		longUppers = make(map[int32]string, 128)
		for _, w := range strings.Fields(longUpperText) {
			c, n := decodeRune(w)
			longUppers[c] = w[n:]
		}
	}
	return longUppers[r]
}
