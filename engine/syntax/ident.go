package syntax

import "unicode"

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

// normalize brings an identifier into the form in which names are compared.
func normalize(name string) string {
	for i := 0; i < len(name); i++ {
		if name[i] >= 0x80 {
			return nfkc(name)
		}
	}
	return name
}

func nfkc(name string) string { return name }
