package syntax

// kind tells tokens apart. Keywords have kinds of their own; the soft keywords
// (match, case, type, _) are names.
type kind uint8

const (
	tEOF kind = iota
	tNewline
	tIndent
	tDedent
	tName
	tNumber
	tString

	// Operators and delimiters.
	tLParen
	tRParen
	tLBracket
	tRBracket
	tLBrace
	tRBrace
	tColon
	tComma
	tSemi
	tDot
	tEllipsis
	tArrow
	tWalrus
	tEqual
	tEqEq
	tNotEq
	tLess
	tLessEq
	tGreater
	tGreaterEq
	tPlus
	tMinus
	tStar
	tDoubleStar
	tSlash
	tDoubleSlash
	tPercent
	tAt
	tAmp
	tPipe
	tCaret
	tTilde
	tLShift
	tRShift
	tPlusEq
	tMinusEq
	tStarEq
	tDoubleStarEq
	tSlashEq
	tDoubleSlashEq
	tPercentEq
	tAtEq
	tAmpEq
	tPipeEq
	tCaretEq
	tLShiftEq
	tRShiftEq
	tBang // only ever part of an error, or of an f-string's conversion

	// Keywords.
	kFalse
	kNone
	kTrue
	kAnd
	kAs
	kAssert
	kAsync
	kAwait
	kBreak
	kClass
	kContinue
	kDef
	kDel
	kElif
	kElse
	kExcept
	kFinally
	kFor
	kFrom
	kGlobal
	kIf
	kImport
	kIn
	kIs
	kLambda
	kNonlocal
	kNot
	kOr
	kPass
	kRaise
	kReturn
	kTry
	kWhile
	kWith
	kYield
)

// token is a piece of source text. level is how many brackets are open around
// it; an opening bracket counts itself, a closing one does not.
type token struct {
	kind       kind
	level      uint8
	start, end int32
}

var keywords = map[string]kind{
	"False": kFalse, "None": kNone, "True": kTrue, "and": kAnd, "as": kAs,
	"assert": kAssert, "async": kAsync, "await": kAwait, "break": kBreak,
	"class": kClass, "continue": kContinue, "def": kDef, "del": kDel,
	"elif": kElif, "else": kElse, "except": kExcept, "finally": kFinally,
	"for": kFor, "from": kFrom, "global": kGlobal, "if": kIf,
	"import": kImport, "in": kIn, "is": kIs, "lambda": kLambda,
	"nonlocal": kNonlocal, "not": kNot, "or": kOr, "pass": kPass,
	"raise": kRaise, "return": kReturn, "try": kTry, "while": kWhile,
	"with": kWith, "yield": kYield,
}

// Keyword reports whether name is a hard keyword of the language.
func IsKeyword(name string) bool {
	_, ok := keywords[name]
	return ok
}

// keywordKind is the keyword's kind, or tName. Keywords have 2 to 8 ASCII
// letters and begin with a lower-case letter or F, N, T.
func keywordKind(name string) kind {
	if len(name) < 2 || len(name) > 8 {
		return tName
	}
	if k, ok := keywords[name]; ok {
		return k
	}
	return tName
}

// operator reads the longest operator at the start of s. Its length is 0 when
// there is none.
func operator(s string) (kind, int) {
	c := s[0]
	var c1, c2 byte
	if len(s) > 1 {
		c1 = s[1]
	}
	if len(s) > 2 {
		c2 = s[2]
	}
	// pick chooses between "x" and "x=".
	pick := func(plain, withEqual kind) (kind, int) {
		if c1 == '=' {
			return withEqual, 2
		}
		return plain, 1
	}
	// double chooses between "x", "x=", "xx" and "xx=".
	double := func(plain, withEqual, twice, twiceEqual kind) (kind, int) {
		if c1 == c {
			if c2 == '=' {
				return twiceEqual, 3
			}
			return twice, 2
		}
		return pick(plain, withEqual)
	}
	switch c {
	case '(':
		return tLParen, 1
	case ')':
		return tRParen, 1
	case '[':
		return tLBracket, 1
	case ']':
		return tRBracket, 1
	case '{':
		return tLBrace, 1
	case '}':
		return tRBrace, 1
	case ',':
		return tComma, 1
	case ';':
		return tSemi, 1
	case '~':
		return tTilde, 1
	case '.':
		if c1 == '.' && c2 == '.' {
			return tEllipsis, 3
		}
		return tDot, 1
	case ':':
		return pick(tColon, tWalrus)
	case '=':
		return pick(tEqual, tEqEq)
	case '!':
		return pick(tBang, tNotEq)
	case '<':
		if c1 == '>' {
			return tNotEq, 2
		}
		return double(tLess, tLessEq, tLShift, tLShiftEq)
	case '>':
		return double(tGreater, tGreaterEq, tRShift, tRShiftEq)
	case '+':
		return pick(tPlus, tPlusEq)
	case '-':
		if c1 == '>' {
			return tArrow, 2
		}
		return pick(tMinus, tMinusEq)
	case '*':
		return double(tStar, tStarEq, tDoubleStar, tDoubleStarEq)
	case '/':
		return double(tSlash, tSlashEq, tDoubleSlash, tDoubleSlashEq)
	case '%':
		return pick(tPercent, tPercentEq)
	case '@':
		return pick(tAt, tAtEq)
	case '&':
		return pick(tAmp, tAmpEq)
	case '|':
		return pick(tPipe, tPipeEq)
	case '^':
		return pick(tCaret, tCaretEq)
	}
	return tEOF, 0
}
