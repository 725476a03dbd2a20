package object

import (
	"math"
	"unicode/utf8"
	"unsafe"
)

var interned = make(map[string]*Str, 2048)

// Intern answers the one interned Str with this text.
//
//go:noinline
func Intern(s string) *Str {
	if p, ok := interned[s]; ok {
		return p
	}
	p := newStr(s)
	p.Flags |= FlagInterned
	interned[s] = p
	return p
}

// InternStr is the interned Str equal to s, for a plain str; s itself joins the
// table when it is the first.
func InternStr(s *Str) *Str {
	if s.Flags&FlagInterned != 0 {
		return s
	}
	if p, ok := interned[s.Text]; ok {
		return p
	}
	if s.Type != StrType {
		return Intern(s.Text)
	}
	s.Flags |= FlagInterned
	interned[s.Text] = s
	return s
}

var (
	emptyStr = &Str{}
	byteStrs [256]*Str // the strings of one character below U+0100
)

func initStrings() {
	emptyStr.Type = StrType
	emptyStr.Flags = FlagInterned
	interned[""] = emptyStr
	for i := range byteStrs {
		byteStrs[i] = Intern(string(rune(i)))
	}
}

//go:noinline
func newStr(s string) *Str {
	return &Str{Header: Header{Type: StrType}, Text: s, Len: int32(countRunes(s))}
}

// NewStr makes a str. The text must be UTF-8, or WTF-8 when it holds lone surrogates.
func NewStr(s string) Value {
	switch len(s) {
	case 0:
		return Value{H: &emptyStr.Header}
	case 1:
		if s[0] < 0x80 {
			return Value{H: &byteStrs[s[0]].Header}
		}
	}
	return Value{H: &newStr(s).Header}
}

// newStrLen makes a str whose number of code points is known.
func newStrLen(s string, n int) Value {
	if len(s) <= 1 {
		return NewStr(s)
	}
	return Value{H: &(&Str{Header: Header{Type: StrType}, Text: s, Len: int32(n)}).Header}
}

// NewStrLen is NewStr for a text of n code points.
func NewStrLen(s string, n int) Value { return newStrLen(s, n) }

// NewASCII makes a str from a text known to be ASCII.
func NewASCII(s string) Value { return newStrLen(s, len(s)) }

// Value is s as a value.
func (s *Str) Value() Value { return Value{H: &s.Header} }

// ASCII tells whether all characters are below U+0080.
func (s *Str) ASCII() bool { return int(s.Len) == len(s.Text) }

func runeStr(r int32) Value {
	if r < 256 {
		return Value{H: &byteStrs[r].Header}
	}
	return newStrLen(string(appendRune(nil, r)), 1)
}

//go:noinline
func countRunes(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// decodeRune reads the code point at the start of s, which is not empty. Unlike
// utf8.DecodeRuneInString it accepts surrogates.
func decodeRune(s string) (int32, int) {
	b := s[0]
	if b < 0x80 {
		return int32(b), 1
	}
	if b >= 0xE0 && b < 0xF0 && len(s) >= 3 {
		return int32(b&15)<<12 | int32(s[1]&63)<<6 | int32(s[2]&63), 3
	}
	r, n := utf8.DecodeRuneInString(s)
	return r, n
}

// decodeLastRune reads the code point at the end of s, which is not empty.
func decodeLastRune(s string) (int32, int) {
	i := len(s) - 1
	for i > 0 && s[i]&0xC0 == 0x80 {
		i--
	}
	return decodeRune(s[i:])
}

// appendRune appends a code point as WTF-8.
func appendRune(b []byte, r int32) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0xBF, 0x80|byte(r)&0xBF)
	}
	return utf8.AppendRune(b, r)
}

func isSurrogate(r int32) bool { return r >= 0xD800 && r < 0xE000 }

// toRunes decodes a text.
func toRunes(s string) []int32 { return appendRunes(make([]int32, 0, len(s)), s) }

func appendRunes(out []int32, s string) []int32 {
	for len(s) > 0 {
		r, n := decodeRune(s)
		out = append(out, r)
		s = s[n:]
	}
	return out
}

func fromRunes(rs []int32) string {
	b := make([]byte, 0, len(rs)+len(rs)/2)
	for _, r := range rs {
		b = appendRune(b, r)
	}
	return string(b)
}

// strAux is what is kept of a string besides its text once it was needed.
type strAux struct {
	runes []int32 // code points, for indexing a string that is not ASCII
	buf   *strBuf // room to append, see concat
}

func (s *Str) extra() *strAux {
	if s.aux == nil {
		s.aux = &strAux{}
	}
	return s.aux
}

// codePoints answers the code points of s, kept for the next time.
func (s *Str) codePoints() []int32 {
	a := s.extra()
	if a.runes == nil {
		a.runes = toRunes(s.Text)
	}
	return a.runes
}

// CodePoints answers the code points of s, which the caller must not change. They
// are kept for the next time.
func (s *Str) CodePoints() []int32 { return s.codePoints() }

// TextOf makes a text of code points.
func TextOf(rs []int32) string { return fromRunes(rs) }

// NewRune makes a str of one character.
func NewRune(r int32) Value { return runeStr(r) }

// room tells whether n bytes can be appended to the text in place.
func (s *Str) room(n int) bool {
	if s.aux == nil || s.aux.buf == nil {
		return false
	}
	b := s.aux.buf.b
	return len(b) == len(s.Text) && cap(b)-len(b) >= n
}

// byteOffset is where character i (0 <= i <= Len) begins in Text.
func (s *Str) byteOffset(i int) int {
	if s.ASCII() {
		return i
	}
	off := 0
	for ; i > 0; i-- {
		_, n := decodeRune(s.Text[off:])
		off += n
	}
	return off
}

// At is the character at index i, which is in range.
func (s *Str) At(i int) Value {
	if s.ASCII() {
		return Value{H: &byteStrs[s.Text[i]].Header}
	}
	return runeStr(s.codePoints()[i])
}

// Substr is s[i:j] for 0 <= i <= j <= Len.
func (s *Str) Substr(i, j int) Value {
	if i == 0 && j == int(s.Len) && s.Type == StrType {
		return s.Value()
	}
	if s.ASCII() {
		return NewASCII(s.Text[i:j])
	}
	if (s.aux == nil || s.aux.runes == nil) && i < 64 && int(s.Len)-j < 64 {
		a := s.byteOffset(i)
		end := len(s.Text)
		for k := int(s.Len); k > j; k-- {
			_, n := decodeLastRune(s.Text[:end])
			end -= n
		}
		return newStrLen(s.Text[a:end], j-i)
	}
	return newStrLen(fromRunes(s.codePoints()[i:j]), j-i)
}

// hashText is the 32-bit hash of a text; it is never 0. It does not depend on
// the seed, so that it can be kept in strings that runs share.
func hashText(s string) uint32 {
	h := uint64(len(s))*0x9E3779B97F4A7C15 + 0x2545F4914F6CDD1D
	for len(s) >= 8 {
		k := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = (h ^ k) * 0x9FB21C651E98DF25
		h ^= h >> 32
		s = s[8:]
	}
	var k uint64
	for i := 0; i < len(s); i++ {
		k |= uint64(s[i]) << (8 * i)
	}
	h = (h ^ k) * 0x9FB21C651E98DF25
	h ^= h >> 29
	h *= 0xD6E8FEB86659FD93
	r := uint32(h >> 32)
	if r == 0 {
		r = 1
	}
	return r
}

// hash32 is the hash that dictionaries use.
func (s *Str) hash32() uint32 {
	if s.hash == 0 {
		s.hash = hashText(s.Text)
	}
	return s.hash
}

const (
	mixMul = 0x9E3779B97F4A7C15
	mixInv = 0xF1DE83E19937733D // mixMul * mixInv == 1 modulo 2**64
)

// mixHash turns the hash that dictionaries use into hash(s), which depends on
// the run's seed. It is a bijection; unmixHash is its inverse.
func mixHash(h uint32, seed uint64) int64 {
	x := (uint64(h) ^ seed) * mixMul
	x ^= x >> 32
	if x == math.MaxUint64 {
		x--
	}
	return int64(x)
}

func unmixHash(h int64, seed uint64) uint64 {
	x := uint64(h)
	x ^= x >> 32
	return (x * mixInv) ^ seed
}

// strBuf is the memory that a chain of concatenations shares: each result is a
// prefix of b, and whoever holds the longest one may append in place.
type strBuf struct{ b []byte }

// concat is a + b. A long left operand gets room to grow, so that building a
// string by s += piece costs linear time.
func concat(a, b *Str) Value {
	if a.Len == 0 && b.Type == StrType {
		return b.Value()
	}
	if b.Len == 0 && a.Type == StrType {
		return a.Value()
	}
	n := int(a.Len) + int(b.Len)
	if len(a.Text) < 128 || len(b.Text) > len(a.Text) {
		return newStrLen(a.Text+b.Text, n)
	}
	var buf *strBuf
	if a.aux != nil && a.aux.buf != nil && len(a.aux.buf.b) == len(a.Text) {
		buf = a.aux.buf
	} else {
		buf = &strBuf{make([]byte, len(a.Text), len(a.Text)+len(a.Text)/4+len(b.Text)+64)}
		copy(buf.b, a.Text)
	}
	buf.b = append(buf.b, b.Text...)
	r := &Str{Header: Header{Type: StrType}, Text: unsafe.String(&buf.b[0], len(buf.b)), Len: int32(n), aux: &strAux{buf: buf}}
	return r.Value()
}
