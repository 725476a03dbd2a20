package object

import "strings"

// formatter does str.format.
type formatter struct {
	c       *Ctx
	args    []Value
	kw      []*Str
	kwVals  []Value
	mapping Value // of format_map, Null otherwise
	auto    int   // next automatic number; -1 once a number was written out
	manual  bool
	usedNum bool
}

func strFormat(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	n := len(a) - len(kw)
	f := &formatter{c: c, args: a[1:n], kw: kw, kwVals: a[n:]}
	return strResult(f.format(ptr[Str](a[0]).Text, 2))
}

// format expands one level of fields; depth limits how deep specs nest.
func (f *formatter) format(s string, depth int) (string, *Exc) {
	if depth == 0 {
		return "", NewExc(ValueError, "Max string recursion exceeded")
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		j := strings.IndexAny(s[i:], "{}")
		if j < 0 {
			b.WriteString(s[i:])
			break
		}
		b.WriteString(s[i : i+j])
		i += j
		if i+1 < len(s) && s[i+1] == s[i] {
			b.WriteByte(s[i])
			i += 2
			continue
		}
		if s[i] == '}' {
			return "", NewExc(ValueError, "Single '}' encountered in format string")
		}
		if i+1 == len(s) {
			return "", NewExc(ValueError, "Single '{' encountered in format string")
		}
		end, e := fieldEnd(s, i+1)
		if e != nil {
			return "", e
		}
		text, e := f.field(s[i+1:end], depth)
		if e != nil {
			return "", e
		}
		b.WriteString(text)
		i = end + 1
	}
	return b.String(), nil
}

// fieldEnd finds the brace that closes the field beginning at i.
func fieldEnd(s string, i int) (int, *Exc) {
	depth := 1
	inName := true
	for ; i < len(s); i++ {
		switch s[i] {
		case '[':
			if inName { // a bracket in the name hides braces
				for i < len(s) && s[i] != ']' {
					i++
				}
				if i == len(s) {
					return 0, NewExc(ValueError, "expected '}' before end of string")
				}
			}
		case ':':
			inName = false
		case '!':
			if inName {
				if i+1 == len(s) {
					return 0, NewExc(ValueError, "end of string while looking for conversion specifier")
				}
				i++ // whatever follows is the conversion
			}
			inName = false
		case '{':
			if inName {
				return 0, NewExc(ValueError, "unexpected '{' in field name")
			}
			depth++
		case '}':
			if depth--; depth == 0 {
				return i, nil
			}
		}
	}
	if !inName {
		return 0, NewExc(ValueError, "unmatched '{' in format spec")
	}
	return 0, NewExc(ValueError, "expected '}' before end of string")
}

func (f *formatter) field(s string, depth int) (string, *Exc) {
	name, spec, conv := s, "", byte(0)
	i := 0
	for i < len(s) && s[i] != ':' && s[i] != '!' {
		if s[i] == '[' {
			for i < len(s) && s[i] != ']' {
				i++
			}
			continue
		}
		i++
	}
	if i < len(s) {
		name = s[:i]
		if s[i] == '!' {
			if i+1 == len(s) {
				return "", NewExc(ValueError, "end of string while looking for conversion specifier")
			}
			conv = s[i+1]
			i += 2
			if i < len(s) && s[i] != ':' {
				return "", NewExc(ValueError, "expected ':' after conversion specifier")
			}
		}
		if i < len(s) {
			spec = s[i+1:]
		}
	}
	v, e := f.lookup(name)
	if e != nil {
		return "", e
	}
	if strings.IndexByte(spec, '{') >= 0 || strings.IndexByte(spec, '}') >= 0 {
		if spec, e = f.format(spec, depth-1); e != nil {
			return "", e
		}
	}
	switch conv {
	case 0:
		return Format(f.c, v, spec)
	case 's', 'r', 'a':
		var text string
		if conv == 's' {
			text, e = StrOf(f.c, v)
		} else {
			text, e = Repr(f.c, v)
		}
		if e != nil {
			return "", e
		}
		if conv == 'a' {
			text = ASCII(text)
		}
		return Format(f.c, NewStr(text), spec)
	}
	if conv > 32 && conv < 127 {
		return "", NewExc(ValueError, "Unknown conversion specifier %c", conv)
	}
	return "", NewExc(ValueError, "Unknown conversion specifier \\x%s", hex2(conv))
}

// lookup evaluates a field name: an argument, then attributes and items.
func (f *formatter) lookup(name string) (Value, *Exc) {
	i := strings.IndexAny(name, ".[")
	first, rest := name, ""
	if i >= 0 {
		first, rest = name[:i], name[i:]
	}
	v, e := f.argument(first)
	for e == nil && rest != "" {
		if rest[0] == '.' {
			j := strings.IndexAny(rest[1:], ".[")
			attr := rest[1:]
			if j >= 0 {
				attr = rest[1 : j+1]
			}
			rest = rest[1+len(attr):]
			if attr == "" {
				return Null, NewExc(ValueError, "Empty attribute in format string")
			}
			v, e = GetAttr(f.c, v, Intern(attr))
			continue
		}
		j := strings.IndexByte(rest, ']')
		if j < 0 {
			return Null, NewExc(ValueError, "Missing ']' in format string")
		}
		key := rest[1:j]
		rest = rest[j+1:]
		if key == "" {
			return Null, NewExc(ValueError, "Empty attribute in format string")
		}
		if rest != "" && rest[0] != '.' && rest[0] != '[' {
			return Null, NewExc(ValueError, "Only '.' or '[' may follow ']' in format field specifier")
		}
		k := NewStr(key)
		if n, ok := decimalIndex(key); ok {
			k = Int(n)
		} else if onlyDigits(key) {
			return Null, NewExc(ValueError, "Too many decimal digits in format string")
		}
		v, e = GetItem(f.c, v, k)
	}
	return v, e
}

func decimalIndex(s string) (int64, bool) {
	if s == "" || len(s) > 18 {
		return 0, false
	}
	n := int64(0)
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, true
}

func onlyDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func (f *formatter) argument(name string) (Value, *Exc) {
	n, number := decimalIndex(name)
	if !number && onlyDigits(name) {
		return Null, NewExc(ValueError, "Too many decimal digits in format string")
	}
	if name == "" || number {
		if !f.mapping.IsNull() {
			return Null, NewExc(ValueError, "Format string contains positional fields")
		}
		if name == "" {
			if f.manual {
				return Null, NewExc(ValueError, "cannot switch from manual field specification to automatic field numbering")
			}
			n = int64(f.auto)
			f.auto++
			f.usedNum = true
		} else {
			if f.usedNum {
				return Null, NewExc(ValueError, "cannot switch from automatic field numbering to manual field specification")
			}
			f.manual = true
		}
		if n >= int64(len(f.args)) {
			return Null, NewExc(IndexError, "Replacement index %d out of range for positional args tuple", n)
		}
		return f.args[n], nil
	}
	if !f.mapping.IsNull() {
		return GetItem(f.c, f.mapping, NewStr(name))
	}
	for i, k := range f.kw {
		if k.Text == name {
			return f.kwVals[i], nil
		}
	}
	return Null, NewKeyError(NewStr(name))
}
