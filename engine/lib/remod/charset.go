package remod

import (
	"unicode"

	"loopscope/engine/object"
)

// class is \d, \s or \w (kind), or their opposites.
type class struct {
	kind   int32
	negate bool
	ascii  bool
}

func (c class) has(r int32) bool {
	var in bool
	switch c.kind {
	case 'd':
		in = r >= '0' && r <= '9' || r > 127 && !c.ascii && unicode.IsDigit(r)
	case 's':
		in = isSpaceASCII(r) || !c.ascii && (r >= 0x1c && r <= 0x1f || r > 127 && unicode.IsSpace(r))
	case 'w':
		in = isWord(r, c.ascii)
	}
	return in != c.negate
}

func isWord(r int32, ascii bool) bool {
	if r < 128 {
		return r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return !ascii && object.IsAlnum(r)
}

// charset is a set of characters.
type charset struct {
	negate    bool
	fold      bool // a character is in the set when one that differs in case is
	asciiFold bool
	ranges    [][2]int32
	classes   []class
	low       [4]uint64 // for characters below 256
}

// prepare computes what is asked most.
func (s *charset) prepare() {
	s.low = [4]uint64{}
	for r := int32(0); r < 256; r++ {
		if s.slow(r) {
			s.low[r>>6] |= 1 << (r & 63)
		}
	}
}

func (s *charset) has(r int32) bool {
	if r < 256 {
		return s.low[r>>6]>>(r&63)&1 != 0
	}
	return s.slow(r)
}

func (s *charset) slow(r int32) bool {
	in := s.member(r)
	if !in && s.fold {
		variants(r, s.asciiFold, func(v int32) {
			if s.member(v) {
				in = true
			}
		})
	}
	return in != s.negate
}

func (s *charset) member(r int32) bool {
	for _, x := range s.ranges {
		if r >= x[0] && r <= x[1] {
			return true
		}
	}
	for _, c := range s.classes {
		if c.has(r) {
			return true
		}
	}
	return false
}

// variants are the other characters that differ from r only in case.
func variants(r int32, ascii bool, yield func(int32)) {
	if ascii {
		if r < 128 {
			if v := r ^ 0x20; v|0x20 >= 'a' && v|0x20 <= 'z' {
				yield(v)
			}
		}
		return
	}
	switch r { // the dotless i and the dotted I count as an i
	case 'i', 'I', 0x130, 0x131:
		for _, v := range [...]int32{'i', 'I', 0x130, 0x131} {
			if v != r {
				yield(v)
			}
		}
		return
	}
	for v := unicode.SimpleFold(r); v != r; v = unicode.SimpleFold(v) {
		yield(v)
	}
}

// fold is the one character that stands for all that differ from r only in case.
func fold(r int32) int32 {
	if r < 128 {
		return foldASCII(r)
	}
	if r == 0x130 || r == 0x131 {
		return 'i'
	}
	least := r
	for v := unicode.SimpleFold(r); v != r; v = unicode.SimpleFold(v) {
		least = min(least, v)
	}
	return foldASCII(least)
}

func foldASCII(r int32) int32 {
	if r >= 'A' && r <= 'Z' {
		return r + 32
	}
	return r
}

func foldFor(flags int, isBytes bool) func(int32) int32 {
	if isBytes || flags&flagASCII != 0 {
		return foldASCII
	}
	return fold
}

func hasCase(r int32) bool {
	if r < 128 {
		r |= 0x20
		return r >= 'a' && r <= 'z'
	}
	return r == 0x130 || r == 0x131 || unicode.SimpleFold(r) != r
}
