package remod

// The instructions of the matcher.

type opcode uint8

const (
	opMatch       opcode = iota
	opChar               // r
	opCharFold           // r, folded
	opSet                // set
	opJump               // x
	opSplit              // try x, then y
	opSave               // slot n; an odd one closes a group
	opAt                 // r says where
	opBackref            // group n
	opBackrefFold        // group n
	opOne                // min to max times the one character that the next instruction takes; then x
	opLoopInit           // counter n begins
	opLoop               // counter n: body follows, x is after it
	opLoopBody           // counter n: once more, whatever was preferred
	opBarrier            // what follows is on its own until opCut or opUnless; n is its register, x where a negative one goes on
	opCut                // the end of what began with barrier n: nothing in there is tried again
	opRewind             // as opCut, and the position is that of the beginning
	opUnless             // the end of a negative one: fail
	opBack               // go n characters back
	opCond               // group n has matched: go on, else x
	opFail
)

type instr struct {
	op       opcode
	mode     repeatMode
	ascii    bool
	negate   bool
	r        int32
	n        int32
	x, y     int32
	min, max int64
	set      *charset
}

// program is a compiled pattern.
type program struct {
	code     []instr
	saves    int // slots: two for each group
	counters int
	barriers int
	fold     func(int32) int32
	// What every match begins with, for searching: a character (first >= 0), one of a set, or the beginning of the text.
	first    int32
	firstSet *charset
	anchored bool
}

type compiler struct {
	p *program
}

func compileTree(tree *parsed, isBytes bool) *program {
	c := &compiler{&program{saves: 2 * tree.groups, first: -1, fold: foldFor(tree.flags, isBytes)}}
	c.emit(instr{op: opSave})
	c.node(tree.root)
	c.emit(instr{op: opSave, n: 1})
	c.emit(instr{op: opMatch})
	c.p.start(tree.root)
	return c.p
}

func (c *compiler) emit(i instr) int {
	c.p.code = append(c.p.code, i)
	return len(c.p.code) - 1
}

func (c *compiler) here() int32 { return int32(len(c.p.code)) }

// single tells whether a node takes exactly one character in one instruction.
func single(n *node) bool { return n.kind == nChar || n.kind == nSet }

func (c *compiler) node(n *node) {
	code := func(i int) *instr { return &c.p.code[i] }
	switch n.kind {
	case nEmpty:
	case nFail:
		c.emit(instr{op: opFail})
	case nChar:
		op := opChar
		if n.fold {
			op = opCharFold
		}
		c.emit(instr{op: op, r: n.r, ascii: n.fold && n.flags&flagASCII != 0})
	case nSet:
		c.emit(instr{op: opSet, set: n.set})
	case nCat:
		for _, k := range n.kids {
			c.node(k)
		}
	case nAlt:
		var ends []int
		for i, k := range n.kids {
			if i == len(n.kids)-1 {
				c.node(k)
				break
			}
			split := c.emit(instr{op: opSplit})
			code(split).x = c.here()
			c.node(k)
			ends = append(ends, c.emit(instr{op: opJump}))
			code(split).y = c.here()
		}
		for _, e := range ends {
			code(e).x = c.here()
		}
	case nGroup:
		if n.n == 0 {
			c.node(n.kids[0])
			return
		}
		c.emit(instr{op: opSave, n: int32(2 * n.n)})
		c.node(n.kids[0])
		c.emit(instr{op: opSave, n: int32(2*n.n + 1)})
	case nBackref:
		op := opBackref
		if n.fold {
			op = opBackrefFold
		}
		c.emit(instr{op: op, n: int32(n.n), ascii: n.flags&flagASCII != 0})
	case nAt:
		c.emit(instr{op: opAt, r: n.r, ascii: n.negate})
	case nRepeat:
		c.repeat(n)
	case nAtomic:
		c.fenced(n.kids[0], opCut)
	case nLook:
		reg := int32(c.p.barriers)
		c.p.barriers++
		b := c.emit(instr{op: opBarrier, n: reg, negate: n.negate})
		if n.behind {
			c.emit(instr{op: opBack, n: int32(min(n.min, 1<<30))})
		}
		c.node(n.kids[0])
		if n.negate {
			c.emit(instr{op: opUnless, n: reg})
		} else {
			c.emit(instr{op: opRewind, n: reg})
		}
		code(b).x = c.here()
	case nCond:
		cond := c.emit(instr{op: opCond, n: int32(n.n)})
		c.node(n.kids[0])
		end := c.emit(instr{op: opJump})
		code(cond).x = c.here()
		c.node(n.kids[1])
		code(end).x = c.here()
	}
}

// fenced compiles a node whose alternatives are forgotten once it has matched.
func (c *compiler) fenced(n *node, end opcode) {
	reg := int32(c.p.barriers)
	c.p.barriers++
	c.emit(instr{op: opBarrier, n: reg})
	c.node(n)
	c.emit(instr{op: end, n: reg})
}

func (c *compiler) repeat(n *node) {
	kid := n.kids[0]
	if n.max == 0 {
		return
	}
	if single(kid) {
		i := c.emit(instr{op: opOne, mode: n.mode, min: n.min, max: n.max})
		c.node(kid)
		c.p.code[i].x = c.here()
		return
	}
	if n.mode == possessive {
		plain := *n
		plain.mode = greedy
		c.fenced(&plain, opCut)
		return
	}
	if n.min == 1 && n.max == 1 {
		c.node(kid)
		return
	}
	if n.min == 0 && n.max == 1 {
		split := c.emit(instr{op: opSplit})
		c.p.code[split].x = c.here()
		c.node(kid)
		c.p.code[split].y = c.here()
		if n.mode == lazy {
			s := &c.p.code[split]
			s.x, s.y = s.y, s.x
		}
		return
	}
	k := int32(c.p.counters)
	c.p.counters++
	c.emit(instr{op: opLoopInit, n: k})
	loop := c.emit(instr{op: opLoop, n: k, mode: n.mode, min: n.min, max: n.max})
	c.emit(instr{op: opLoopBody, n: k})
	c.node(kid)
	c.emit(instr{op: opJump, x: int32(loop)})
	c.p.code[loop].x = c.here()
}

// start finds out what every match begins with.
func (p *program) start(n *node) {
	for {
		switch {
		case n.kind == nCat && len(n.kids) > 0:
			n = n.kids[0]
			continue
		case n.kind == nGroup, n.kind == nAtomic, n.kind == nRepeat && n.min > 0:
			n = n.kids[0]
			continue
		case n.kind == nChar && !n.fold:
			p.first = n.r
		case n.kind == nSet:
			p.firstSet = n.set
		case n.kind == nAt && n.r == 'A':
			p.anchored = true
		}
		return
	}
}
