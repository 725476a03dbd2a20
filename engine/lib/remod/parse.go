package remod

import (
	"strconv"
	"strings"
	"unicode"

	"loopscope/engine/object"
)

// The flags of re.
const (
	flagIgnoreCase = 2
	flagLocale     = 4
	flagMultiline  = 8
	flagDotAll     = 16
	flagUnicode    = 32
	flagVerbose    = 64
	flagDebug      = 128
	flagASCII      = 256
	typeFlags      = flagASCII | flagLocale | flagUnicode
)

var flagOf = map[int32]int{
	'i': flagIgnoreCase, 'L': flagLocale, 'm': flagMultiline, 's': flagDotAll,
	'x': flagVerbose, 'a': flagASCII, 'u': flagUnicode,
}

type nodeKind uint8

const (
	nEmpty   nodeKind = iota
	nChar             // one character, r
	nSet              // one character of a set
	nCat              // kids, one after the other
	nAlt              // one of kids
	nRepeat           // kids[0], min to max times
	nGroup            // kids[0], captured as group n; not captured when n is 0
	nBackref          // what group n has captured
	nLook             // kids[0] must match ahead (or behind), or must not
	nAtomic           // kids[0], without trying again
	nCond             // kids[0] if group n has matched, kids[1] otherwise
	nAt               // a place: r is ^ $ A Z b B
	nFail             // never matches
)

type repeatMode uint8

const (
	greedy repeatMode = iota
	lazy
	possessive
)

// unbounded is the max of a repeat without one.
const unbounded = 1<<32 - 1

// node is a part of a pattern.
type node struct {
	kind     nodeKind
	mode     repeatMode
	fold     bool // case is ignored
	behind   bool
	negate   bool
	flags    int // in force
	n        int
	min, max int64
	r        int32
	set      *charset
	kids     []*node
}

// syntaxError is an error in a pattern. It is thrown while parsing, and caught by parse.
type syntaxError struct {
	msg string
	pos int    // -1 for none
	cls string // "" for re.error
}

// parser reads a pattern.
type parser struct {
	src        []int32
	pos        int
	bytes      bool
	flags      int // global
	groups     int // the number of the next group
	names      map[string]int
	nameOrder  []string
	open       map[int]bool
	widths     map[int][2]int64
	refs       map[int]int // groups that conditions ask for, with the position of the first
	refOrder   []int
	depth      int
	lookbehind int // the number of groups when the lookbehind being parsed began, 0 for none
	restart    bool
	late       *syntaxError // an error that counts when there is no other
}

// maxNesting bounds the nesting of groups.
const maxNesting = 400

func (p *parser) fail(pos int, format string, args ...any) {
	panic(&syntaxError{msg: object.Sprintf(format, args...), pos: pos})
}

// parsed is a pattern that has been read.
type parsed struct {
	root      *node
	flags     int
	groups    int // with group 0
	names     map[string]int
	nameOrder []string
}

// parsePattern reads a pattern.
func parsePattern(src []int32, isBytes bool, flags int) (out *parsed, err *syntaxError) {
	defer func() {
		switch x := recover().(type) {
		case nil:
		case *syntaxError:
			out, err = nil, x
		default:
			panic(x)
		}
	}()
	for {
		p := &parser{
			src: src, bytes: isBytes, flags: flags, groups: 1, names: map[string]int{},
			open: map[int]bool{}, widths: map[int][2]int64{}, refs: map[int]int{},
		}
		root := p.alternatives(flags, true)
		if p.restart { // (?i) at the start: everything reads differently
			flags = p.flags
			continue
		}
		p.fixFlags()
		if p.pos < len(src) {
			p.fail(p.pos, "unbalanced parenthesis")
		}
		for _, g := range p.refOrder {
			if g >= p.groups {
				p.fail(p.refs[g], "invalid group reference %d", g)
			}
		}
		if p.late != nil {
			return nil, p.late
		}
		return &parsed{root, p.flags, p.groups, p.names, p.nameOrder}, nil
	}
}

// fixFlags completes the flags and refuses those that exclude each other.
func (p *parser) fixFlags() {
	bad := func(msg string) { panic(&syntaxError{msg: msg, pos: -1, cls: "ValueError"}) }
	if p.bytes {
		if p.flags&flagUnicode != 0 {
			bad("cannot use UNICODE flag with a bytes pattern")
		}
		if p.flags&flagLocale != 0 && p.flags&flagASCII != 0 {
			bad("ASCII and LOCALE flags are incompatible")
		}
		return
	}
	if p.flags&flagLocale != 0 {
		bad("cannot use LOCALE flag with a str pattern")
	}
	if p.flags&flagASCII != 0 && p.flags&flagUnicode != 0 {
		bad("ASCII and UNICODE flags are incompatible")
	}
	if p.flags&flagASCII == 0 {
		p.flags |= flagUnicode
	}
}

// peek is the character at the position, -1 at the end.
func (p *parser) peek() int32 {
	if p.pos < len(p.src) {
		return p.src[p.pos]
	}
	return -1
}

func (p *parser) accept(r int32) bool {
	if p.peek() == r {
		p.pos++
		return true
	}
	return false
}

// token is how messages show a character that has been read: a backslash with what follows.
func (p *parser) token(c int32) string {
	if c == '\\' && p.pos < len(p.src) {
		return runesText([]int32{c, p.src[p.pos]})
	}
	return runesText([]int32{c})
}

func (p *parser) text(from, to int) string { return runesText(p.src[from:to]) }

// alternatives reads a|b|c up to a parenthesis or the end. first says that
// global flags may still come.
func (p *parser) alternatives(flags int, first bool) *node {
	if p.depth++; p.depth > maxNesting {
		panic(&syntaxError{msg: "maximum recursion depth exceeded", pos: -1, cls: "RecursionError"})
	}
	var kids []*node
	for {
		kids = append(kids, p.sequence(flags, first && len(kids) == 0))
		if p.restart || !p.accept('|') {
			break
		}
	}
	p.depth--
	if len(kids) == 1 {
		return kids[0]
	}
	return &node{kind: nAlt, kids: kids}
}

func isSpaceASCII(r int32) bool { return r == ' ' || r >= 9 && r <= 13 }

// sequence reads one alternative.
func (p *parser) sequence(flags int, first bool) *node {
	seq := &node{kind: nCat}
	add := func(n *node) { seq.kids = append(seq.kids, n) }
	for p.pos < len(p.src) && !p.restart {
		c := p.src[p.pos]
		if c == '|' || c == ')' {
			break
		}
		start := p.pos
		p.pos++
		if flags&flagVerbose != 0 {
			if isSpaceASCII(c) {
				continue
			}
			if c == '#' {
				for p.pos < len(p.src) {
					p.pos++
					if p.src[p.pos-1] == '\n' {
						break
					}
				}
				continue
			}
		}
		switch c {
		case '\\':
			add(p.escape(flags))
		case '[':
			add(p.set(flags))
		case '.':
			set := &charset{negate: true, ranges: [][2]int32{{'\n', '\n'}}}
			if flags&flagDotAll != 0 {
				set.ranges = nil
			}
			set.prepare()
			add(&node{kind: nSet, set: set})
		case '^':
			at := int32('A')
			if flags&flagMultiline != 0 {
				at = '^'
			}
			add(&node{kind: nAt, r: at})
		case '$':
			at := int32('$')
			if flags&flagMultiline != 0 {
				at = 'm'
			}
			add(&node{kind: nAt, r: at})
		case '(':
			n, stop := p.group(start, flags, first && len(seq.kids) == 0)
			if stop {
				return seq
			}
			if n != nil {
				add(n)
			}
		case '*', '+', '?', '{':
			p.quantifier(c, start, flags, seq)
		default:
			add(p.char(c, flags))
		}
	}
	if len(seq.kids) == 1 {
		return seq.kids[0]
	}
	if len(seq.kids) == 0 {
		return &node{kind: nEmpty}
	}
	return seq
}

// char is a node for one character.
func (p *parser) char(c int32, flags int) *node {
	n := &node{kind: nChar, r: c}
	if flags&flagIgnoreCase != 0 {
		n.fold, n.flags = true, flags
		n.r = foldFor(flags, p.bytes)(c)
		if n.r == c && !hasCase(c) {
			n.fold = false
		}
	}
	return n
}

// quantifier applies * + ? {m,n} to the last item.
func (p *parser) quantifier(c int32, start, flags int, seq *node) {
	var lo, hi int64 = 0, unbounded
	switch c {
	case '?':
		hi = 1
	case '+':
		lo = 1
	case '{':
		if p.peek() == '}' {
			seq.kids = append(seq.kids, p.char(c, flags))
			return
		}
		here := p.pos
		loText := p.digits()
		hiText := loText
		if p.accept(',') {
			hiText = p.digits()
		}
		if !p.accept('}') {
			p.pos = here
			seq.kids = append(seq.kids, p.char(c, flags))
			return
		}
		number := func(s string) int64 {
			n, err := strconv.ParseInt(s, 10, 64)
			if err != nil || n >= unbounded {
				panic(&syntaxError{msg: "the repetition number is too large", pos: -1, cls: "OverflowError"})
			}
			return n
		}
		if loText != "" {
			lo = number(loText)
		}
		if hiText != "" {
			hi = number(hiText)
			if hi < lo {
				p.fail(here, "min repeat greater than max repeat")
			}
		}
	}
	if len(seq.kids) == 0 || seq.kids[len(seq.kids)-1].kind == nAt {
		p.fail(start, "nothing to repeat")
	}
	last := len(seq.kids) - 1
	if seq.kids[last].kind == nRepeat {
		p.fail(start, "multiple repeat")
	}
	n := &node{kind: nRepeat, min: lo, max: hi, kids: []*node{seq.kids[last]}}
	if p.accept('?') {
		n.mode = lazy
	} else if p.accept('+') {
		n.mode = possessive
	}
	seq.kids[last] = n
}

func (p *parser) digits() string {
	from := p.pos
	for p.peek() >= '0' && p.peek() <= '9' {
		p.pos++
	}
	return p.text(from, p.pos)
}

// until reads a name up to a terminator.
func (p *parser) until(end int32, what string) string {
	from := p.pos
	for {
		if p.pos >= len(p.src) {
			if p.pos == from {
				p.fail(p.pos, "missing %s", what)
			}
			p.fail(from, "missing %s, unterminated name", string(rune(end)))
		}
		p.pos++
		if p.src[p.pos-1] == end {
			if p.pos-1 == from {
				p.fail(p.pos-1, "missing %s", what)
			}
			return p.text(from, p.pos-1)
		}
	}
}

func (p *parser) checkName(name string, pos int) {
	if !object.IsIdentifier(name) {
		p.fail(pos, "bad character in group name %s", p.quoted(name))
	}
}

func (p *parser) quoted(name string) string {
	if p.bytes {
		return object.ASCII(object.QuoteStr(name))
	}
	return object.QuoteStr(name)
}

// closed reads the parenthesis that ends a group.
func (p *parser) closed(start int) {
	if p.restart {
		return
	}
	if !p.accept(')') {
		p.fail(start, "missing ), unterminated subpattern")
	}
}

// group reads what follows an opening parenthesis. No node: a comment, or flags. stop: read everything again.
func (p *parser) group(start, flags int, first bool) (n *node, stop bool) {
	capture, name := true, ""
	namePos := 0
	if p.accept('?') {
		if p.pos >= len(p.src) {
			p.fail(p.pos, "unexpected end of pattern")
		}
		c := p.src[p.pos]
		p.pos++
		switch {
		case c == 'P':
			if p.pos >= len(p.src) {
				p.fail(p.pos, "unexpected end of pattern")
			}
			d := p.src[p.pos]
			p.pos++
			switch d {
			case '<':
				namePos = p.pos
				name = p.until('>', "group name")
				p.checkName(name, namePos)
			case '=':
				at := p.pos
				ref := p.until(')', "group name")
				p.checkName(ref, at)
				g, ok := p.names[ref]
				if !ok {
					p.fail(at, "unknown group name %s", p.quoted(ref))
				}
				if p.open[g] {
					p.fail(at, "cannot refer to an open group")
				}
				p.checkBehind(g, p.pos)
				return p.backref(g, flags), false
			default:
				p.fail(p.pos-3, "unknown extension ?P%s", p.token(d))
			}
		case c == ':':
			capture = false
		case c == '#':
			for {
				if p.pos >= len(p.src) {
					p.fail(start, "missing ), unterminated comment")
				}
				p.pos++
				if p.src[p.pos-1] == ')' {
					return nil, false
				}
			}
		case c == '=' || c == '!' || c == '<':
			look := &node{kind: nLook}
			saved := p.lookbehind
			if c == '<' {
				if p.pos >= len(p.src) {
					p.fail(p.pos, "unexpected end of pattern")
				}
				c = p.src[p.pos]
				p.pos++
				if c != '=' && c != '!' {
					p.fail(p.pos-3, "unknown extension ?<%s", p.token(c))
				}
				look.behind = true
				if p.lookbehind == 0 {
					p.lookbehind = p.groups
				}
			}
			look.negate = c == '!'
			kid := p.alternatives(flags, false)
			if look.behind {
				p.lookbehind = saved
			}
			p.closed(start)
			if look.behind {
				lo, hi := p.width(kid)
				if lo != hi {
					p.late = &syntaxError{msg: "look-behind requires fixed-width pattern", pos: -1}
				}
				look.min = lo
			}
			look.kids = []*node{kid}
			return look, p.restart
		case c == '(':
			return p.condition(start, flags), p.restart
		case c == '>':
			kid := p.alternatives(flags, false)
			p.closed(start)
			return &node{kind: nAtomic, kids: []*node{kid}}, p.restart
		case flagOf[c] != 0 || c == '-':
			add, del, global := p.inlineFlags(c)
			if global {
				if !first {
					p.fail(start, "global flags not at the start of the expression")
				}
				p.restart = p.flags&^flags != 0
				return nil, p.restart
			}
			flags = flags&^del | add
			if add&typeFlags != 0 {
				flags = flags&^typeFlags | add&typeFlags
			}
			capture = false
		default:
			p.fail(p.pos-2, "unknown extension ?%s", p.token(c))
		}
	}
	g := 0
	if capture {
		g = p.groups
		p.groups++
		if name != "" {
			if old, ok := p.names[name]; ok {
				p.fail(namePos, "redefinition of group name %s as group %d; was group %d", p.quoted(name), g, old)
			}
			p.names[name] = g
			p.nameOrder = append(p.nameOrder, name)
		}
		p.open[g] = true
	}
	kid := p.alternatives(flags, false)
	p.closed(start)
	if capture {
		delete(p.open, g)
		lo, hi := p.width(kid)
		p.widths[g] = [2]int64{lo, hi}
	}
	return &node{kind: nGroup, n: g, kids: []*node{kid}}, p.restart
}

// condition reads (?(1)yes|no) after its second parenthesis.
func (p *parser) condition(start, flags int) *node {
	at := p.pos
	name := p.until(')', "group name")
	g := 0
	if object.IsIdentifier(name) {
		var ok bool
		if g, ok = p.names[name]; !ok {
			p.fail(at, "unknown group name %s", p.quoted(name))
		}
	} else {
		n, err := strconv.Atoi(strings.TrimSpace(name))
		if err != nil || n < 0 {
			p.fail(at, "bad character in group name %s", p.quoted(name))
		}
		if n == 0 {
			p.fail(at, "bad group number")
		}
		g = n
		if _, ok := p.refs[g]; !ok {
			p.refs[g] = at
			p.refOrder = append(p.refOrder, g)
		}
	}
	if p.lookbehind == 0 || g < p.lookbehind {
		// fine
	} else {
		p.checkBehind(g, p.pos)
	}
	n := &node{kind: nCond, n: g}
	yes := p.sequence(flags, false)
	no := &node{kind: nEmpty}
	if p.accept('|') {
		no = p.sequence(flags, false)
		if p.peek() == '|' {
			p.fail(p.pos, "conditional backref with more than two branches")
		}
	}
	p.closed(start)
	n.kids = []*node{yes, no}
	return n
}

func (p *parser) checkBehind(g, pos int) {
	if p.lookbehind != 0 && g >= p.lookbehind {
		p.fail(pos, "cannot refer to group defined in the same lookbehind subpattern")
	}
}

func (p *parser) backref(g, flags int) *node {
	n := &node{kind: nBackref, n: g, flags: flags}
	n.fold = flags&flagIgnoreCase != 0
	return n
}

// inlineFlags reads flags up to a parenthesis (global) or a colon.
func (p *parser) inlineFlags(c int32) (add, del int, global bool) {
	bad := func(what string) { p.fail(p.pos, "bad inline flags: %s", what) }
	next := func(missing string) {
		if p.pos >= len(p.src) {
			p.fail(p.pos, "%s", missing)
		}
		c = p.src[p.pos]
		p.pos++
	}
	known := func(missing string) {
		if flagOf[c] != 0 {
			return
		}
		msg := missing
		if unicode.IsLetter(c) {
			msg = "unknown flag"
		}
		p.fail(p.pos-1, "%s", msg)
	}
	if c != '-' {
		for {
			f := flagOf[c]
			if !p.bytes && c == 'L' {
				bad("cannot use 'L' flag with a str pattern")
			}
			if p.bytes && c == 'u' {
				bad("cannot use 'u' flag with a bytes pattern")
			}
			add |= f
			if f&typeFlags != 0 && add&typeFlags != f {
				bad("flags 'a', 'u' and 'L' are incompatible")
			}
			next("missing -, : or )")
			if c == ')' || c == '-' || c == ':' {
				break
			}
			known("missing -, : or )")
		}
	}
	if c == ')' {
		p.flags |= add
		return 0, 0, true
	}
	if c == '-' {
		next("missing flag")
		known("missing flag")
		for {
			f := flagOf[c]
			if f&typeFlags != 0 {
				bad("cannot turn off flags 'a', 'u' and 'L'")
			}
			del |= f
			next("missing :")
			if c == ':' {
				break
			}
			known("missing :")
		}
	}
	if add&del != 0 {
		p.fail(p.pos-1, "bad inline flags: flag turned on and off")
	}
	return add, del, false
}

// width is how many characters a node takes, at least and at most.
func (p *parser) width(n *node) (lo, hi int64) {
	limit := func(x int64) int64 { return min(x, unbounded) }
	switch n.kind {
	case nChar, nSet:
		return 1, 1
	case nCat:
		for _, k := range n.kids {
			a, b := p.width(k)
			lo, hi = limit(lo+a), limit(hi+b)
		}
		return lo, hi
	case nAlt, nCond:
		for i, k := range n.kids {
			a, b := p.width(k)
			if i == 0 || a < lo {
				lo = a
			}
			hi = max(hi, b)
		}
		return lo, hi
	case nGroup, nAtomic:
		return p.width(n.kids[0])
	case nRepeat:
		a, b := p.width(n.kids[0])
		lo = limit(a * n.min)
		if b == 0 {
			return lo, 0
		}
		if n.max >= unbounded || b >= unbounded {
			return lo, unbounded
		}
		return lo, limit(b * n.max)
	case nBackref:
		w := p.widths[n.n]
		return w[0], w[1]
	}
	return 0, 0
}
