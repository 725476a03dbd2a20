package syntax

import (
	_ "embed" // for the table of normal forms
	"strings"
	"unicode"
	"unicode/utf8"
)

// isXIDStart tells whether an identifier may begin with r.
func isXIDStart(r rune) bool {
	if r < 0x80 {
		return r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r)
}

// isXIDContinue tells whether r may follow in an identifier.
func isXIDContinue(r rune) bool {
	if r < 0x80 {
		return isXIDStart(r) || r >= '0' && r <= '9'
	}
	return isXIDStart(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
}

// normalize brings an identifier into the form in which names are compared, NFKC.
func normalize(name string) string {
	for i := 0; i < len(name); i++ {
		if name[i] >= 0x80 {
			return nfkc(name)
		}
	}
	return name
}

// nfkcText is written by testdata/nfkc.py, which describes it.
//
//go:embed nfkc.txt
var nfkcText string

var nfkcSingles, nfkcPairs, _ = strings.Cut(nfkcText, "\n")

// nfkc normalises character by character, then composes neighbours. Marks
// after one letter are taken in the order in which they stand: putting them in
// order is left out, as no keyboard writes them otherwise.
func nfkc(name string) string {
	changed := false
	var out []rune
	for _, r := range name {
		if !isNormal(r) {
			changed = true
			if to, ok := lookup(nfkcSingles, " "+string(r)); ok {
				for _, r := range to {
					out = compose(out, r)
				}
				continue
			}
		}
		out = compose(out, r)
	}
	if !changed {
		return name
	}
	return string(out)
}

// isNormal holds for the bulk of the letters that are normal forms whatever
// stands before them.
func isNormal(r rune) bool {
	return r < 0x80 || r >= 0xc0 && r < 0x132 || r >= 0x4e00 && r < 0xa000 || r >= 0xac00 && r < 0xd7a4 ||
		r >= 0x3041 && r < 0x3097 || r >= 0x30a1 && r < 0x30fb
}

// lookup finds the entry of table that begins with key, and answers the rest of it.
func lookup(table, key string) (string, bool) {
	_, rest, ok := strings.Cut(table, key)
	if !ok {
		return "", false
	}
	return rest[:strings.IndexByte(rest, ' ')], true
}

// compose appends r, or merges it with the last character.
func compose(out []rune, r rune) []rune {
	if len(out) == 0 || r < 0x300 {
		return append(out, r)
	}
	last := &out[len(out)-1]
	switch {
	case r >= 0x1161 && r <= 0x1175 && *last >= 0x1100 && *last <= 0x1112:
		*last = 0xac00 + ((*last-0x1100)*21+(r-0x1161))*28 // two parts of a Korean syllable
		return out
	case r >= 0x11a8 && r <= 0x11c2 && *last >= 0xac00 && *last <= 0xd7a3 && (*last-0xac00)%28 == 0:
		*last += r - 0x11a7 // its third part
		return out
	case unicode.IsMark(r):
		if to, ok := lookup(nfkcPairs, " "+string(*last)+string(r)); ok {
			if composed, n := utf8.DecodeRuneInString(to); n == len(to) && n > 0 {
				*last = composed
				return out
			}
		}
	}
	return append(out, r)
}
