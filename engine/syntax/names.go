package syntax

import (
	_ "embed"
	"strconv"
	"strings"
)

// namesText is written by testdata/names.py, which describes it.
//
//go:embed names.txt
var namesText string

// NamedCharacter is the character of a Unicode name, in any case of letters; false
// for names outside the blocks that the table holds.
func NamedCharacter(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok {
		code, err := strconv.ParseUint(hex, 16, 32)
		return rune(code), err == nil && (code >= 0x4E00 && code <= 0x9FFF || code >= 0x3400 && code <= 0x4DBF || code >= 0x20000 && code <= 0x323AF)
	}
	code, found := rune(0), false
	eachName(func(r rune, n []byte) bool {
		if string(n) == name {
			code, found = r, true
		}
		return !found
	})
	return code, found
}

// CharacterName is the Unicode name of a character; "" when the table does not hold it.
func CharacterName(r rune) string {
	if r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x323AF {
		return "CJK UNIFIED IDEOGRAPH-" + strings.ToUpper(strconv.FormatUint(uint64(r), 16))
	}
	name := ""
	if r >= 0x20 {
		eachName(func(c rune, n []byte) bool {
			if c == r {
				name = string(n)
			}
			return name == ""
		})
	}
	return name
}

// eachName reads the table until f answers false.
func eachName(f func(r rune, name []byte) bool) {
	code := rune(-1)
	var name []byte
	for text := namesText; text != ""; {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		switch line[0] {
		case '=': // an alias
			hex, alias, _ := strings.Cut(line[1:], ";")
			n, _ := strconv.ParseUint(hex, 16, 32)
			if !f(rune(n), []byte(alias)) {
				return
			}
			continue
		case '~':
			hex, more, _ := strings.Cut(line[1:], ";")
			n, _ := strconv.ParseUint(hex, 16, 32)
			code += rune(n)
			line = more
		default:
			code += rune(line[0]) - 32
			line = line[1:]
		}
		name = append(name[:line[0]-33], line[1:]...)
		if !f(code, name) {
			return
		}
	}
}
