package remod

import (
	_ "embed"
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

//go:embed re.py
var source string

// part is a piece of a replacement: a text, or what a group has captured.
type part struct {
	text  string
	group int // -1 for a text
}

// raise raises re.error.
func raise(t *thread, msg string, pattern value, pos int) action {
	return vm.OnValue(t, t.Import("re"), func(t *thread, m value) action {
		return vm.OnValue(t, vm.GetAttr(t, m, object.Intern("error")), func(t *thread, cls value) action {
			at := object.None
			if pos >= 0 {
				at = object.Int(int64(pos))
			}
			return vm.OnValue(t, vm.Call(cls, object.NewStr(msg), pattern, at), func(t *thread, v value) action {
				return vm.Raise(object.AsExc(v))
			})
		})
	})
}

// parts reads the template of a replacement; fail raises what is wrong with it.
func (p *Pattern) parts(t *thread, repl value, s *subject) (out []part, fail func(t *thread) action) {
	text := ""
	if x := object.AsStr(repl); x != nil {
		if s.bytes {
			return nil, func(t *thread) action {
				return vm.Raisef(object.TypeError, "sequence item 1: expected a bytes-like object, str found")
			}
		}
		text = x.Text
	} else if data, ok := object.BytesLike(repl); ok {
		if !s.bytes {
			return nil, func(t *thread) action {
				return vm.Raisef(object.TypeError, "sequence item 0: expected str instance, %s found", object.TypeOf(repl).Label())
			}
		}
		text = data
	} else {
		return nil, func(t *thread) action {
			return vm.Raisef(object.TypeError, "decoding to str: need a bytes-like object, %s found", object.TypeOf(repl).Label())
		}
	}
	if strings.IndexByte(text, '\\') < 0 {
		return []part{{text, -1}}, nil
	}
	if p.templateDone != nil && p.template == text {
		return p.templateDone, nil
	}
	out, msg, pos, index := p.parseTemplate(text, s.bytes)
	if msg != "" {
		return nil, func(t *thread) action {
			if index {
				return vm.Raisef(object.IndexError, "%s", msg)
			}
			return raise(t, msg, repl, pos)
		}
	}
	p.template, p.templateDone = text, out
	return out, nil
}

// parseTemplate reads a template; index says that the error is an IndexError.
func (p *Pattern) parseTemplate(text string, isBytes bool) (out []part, msg string, pos int, index bool) {
	var rs []int32
	if isBytes {
		for i := 0; i < len(text); i++ {
			rs = append(rs, int32(text[i]))
		}
	} else {
		rs = object.AsStr(object.NewStr(text)).CodePoints()
	}
	var lit []byte
	char := func(r int32) {
		if isBytes {
			lit = append(lit, byte(r))
		} else {
			lit = append(lit, object.TextOf([]int32{r})...)
		}
	}
	flush := func() {
		if len(lit) > 0 {
			out = append(out, part{string(lit), -1})
			lit = nil
		}
	}
	group := func(g, at int) bool {
		if g > p.groups {
			msg, pos = object.Sprintf("invalid group reference %d", g), at
			return false
		}
		flush()
		out = append(out, part{"", g})
		return true
	}
	for i := 0; i < len(rs); i++ {
		if rs[i] != '\\' {
			char(rs[i])
			continue
		}
		start := i
		i++
		if i >= len(rs) {
			return nil, "bad escape (end of pattern)", len(rs) - 1, false
		}
		switch c := rs[i]; {
		case c == 'g':
			if i+1 >= len(rs) || rs[i+1] != '<' {
				return nil, "missing <", i + 1, false
			}
			from := i + 2
			to := from
			for to < len(rs) && rs[to] != '>' {
				to++
			}
			if to >= len(rs) {
				if to == from {
					return nil, "missing group name", from, false
				}
				return nil, "missing >, unterminated name", from, false
			}
			if to == from {
				return nil, "missing group name", from, false
			}
			name := runesText(rs[from:to])
			i = to
			g := 0
			if object.IsIdentifier(name) {
				var ok bool
				if g, ok = p.names[name]; !ok {
					return nil, "unknown group name " + object.QuoteStr(name), 0, true
				}
			} else {
				for _, d := range rs[from:to] {
					if !isDigit(d) || g > 1<<20 {
						return nil, "bad character in group name " + object.QuoteStr(name), from, false
					}
					g = g*10 + int(d-'0')
				}
			}
			if !group(g, from) {
				return nil, msg, pos, false
			}
		case c == '0':
			v := int32(0)
			for n := 0; n < 2 && i+1 < len(rs) && isOctal(rs[i+1]); n++ {
				i++
				v = v*8 + rs[i] - '0'
			}
			char(v & 0xff)
		case isDigit(c):
			g := int(c - '0')
			if i+1 < len(rs) && isDigit(rs[i+1]) {
				i++
				d := rs[i]
				if isOctal(c) && isOctal(d) && i+1 < len(rs) && isOctal(rs[i+1]) {
					i++
					v := (c-'0')*64 + (d-'0')*8 + rs[i] - '0'
					if v > 0o377 {
						return nil, object.Sprintf("octal escape value %s outside of range 0-0o377", runesText(rs[start:i+1])), start, false
					}
					char(v)
					continue
				}
				g = g*10 + int(d-'0')
			}
			if !group(g, start+1) {
				return nil, msg, pos, false
			}
		default:
			v, ok := simpleEscapes[c]
			switch {
			case ok:
				char(v)
			case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
				return nil, "bad escape " + runesText(rs[start:i+1]), start, false
			default:
				char('\\')
				char(c)
			}
		}
	}
	flush()
	return out, "", 0, false
}
