package object

import (
	_ "embed" // for the table of encodings
	"strings"
)

// Encodings of one byte a character: ASCII, and 128 characters of their own.

// charmapsText is written by testdata/charmaps.py, which describes it.
//
//go:embed charmaps.txt
var charmapsText string

type charmap struct {
	name  string
	upper [128]int32     // U+FFFE for a byte that means nothing
	back  map[int32]byte // what is in upper; nil before it is needed
}

var charmaps = make(map[string]*charmap)

// findCharmap is the table of an encoding, by one of its names in the form of normalName; nil when
// there is none.
func findCharmap(name string) *charmap {
	if m, ok := charmaps[name]; ok {
		return m
	}
	for text := charmapsText; text != ""; {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		names, upper, _ := strings.Cut(line, "\t")
		for _, n := range strings.Fields(names) {
			if n != name && strings.ReplaceAll(n, "_", "") != strings.ReplaceAll(name, "_", "") {
				continue
			}
			m := &charmap{name: strings.ReplaceAll(strings.Fields(names)[0], "_", "-")}
			i := 0
			for _, r := range upper {
				m.upper[i] = r
				i++
			}
			charmaps[name] = m
			return m
		}
	}
	return nil
}

// bytes are the bytes of the upper characters.
func (m *charmap) bytes() map[int32]byte {
	if m.back == nil {
		m.back = make(map[int32]byte, 128)
		for i, r := range m.upper {
			if r != 0xFFFE {
				m.back[r] = byte(128 + i)
			}
		}
	}
	return m.back
}
