package picklemod

import (
	"strconv"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// What protocols 0 and 1 write otherwise than the later ones: protocol 0 is lines
// of ASCII, protocol 1 has binary forms of most, neither has opcodes for booleans,
// short tuples, long integers or __new__.

// line writes an opcode with its argument as text.
func (p *pickler) line(op byte, text string) {
	p.out = append(p.out, op)
	p.out = append(p.out, text...)
	p.out = append(p.out, '\n')
}

func (p *pickler) oldBool(v bool) {
	if v {
		p.line(opInt, "01")
	} else {
		p.line(opInt, "00")
	}
}

// oldInt writes what fits into 32 bits as an int of protocol 0, other numbers as long integers.
func (p *pickler) oldInt(text string, long bool) {
	if long {
		p.line(opLong, text+"L")
	} else {
		p.line(opInt, text)
	}
}

// oldStr writes text in the encoding raw-unicode-escape, with what would end the line, or a file of text, escaped too.
func (p *pickler) oldStr(s *str) {
	p.out = append(p.out, opUnicode)
	const hex = "0123456789abcdef"
	for _, r := range s.CodePoints() {
		switch {
		case r == '\\' || r == 0 || r == '\n' || r == '\r' || r == 0x1a || r > 0xff && r <= 0xffff:
			p.out = append(p.out, '\\', 'u')
			for shift := 12; shift >= 0; shift -= 4 {
				p.out = append(p.out, hex[r>>shift&15])
			}
		case r > 0xffff:
			p.out = append(p.out, '\\', 'U')
			for shift := 28; shift >= 0; shift -= 4 {
				p.out = append(p.out, hex[r>>shift&15])
			}
		default:
			p.out = append(p.out, byte(r))
		}
	}
	p.out = append(p.out, '\n')
	p.memoize(&s.Header)
}

// oldPersistent writes an object that a persistent id stands for.
func (p *pickler) oldPersistent(t *thread, id value) {
	p.request(vm.ToStr(t, id), func(t *thread, text value) *exc {
		s := object.AsStr(text).Text
		for i := 0; i < len(s); i++ {
			if s[i] >= 0x80 {
				return raise(t, "PicklingError", "persistent IDs in protocol 0 must be ASCII strings")
			}
		}
		p.line(opPersID, s)
		return nil
	})
}

// oldPlace refers to the memo, or fills it.
func (p *pickler) oldPlace(op byte, i int) { p.line(op, strconv.Itoa(i)) }
