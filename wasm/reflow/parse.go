package reflow

// term says how a block ends.
type term uint8

const (
	termJump   term = iota // goes to succs[0]
	termIf                 // takes a condition from the stack: succs[0] when it is not zero, else succs[1]
	termSwitch             // takes an i32 from the stack: table[i] is an index into succs, the last one is for all else
	termEnd                // returns or traps; the code says so
)

// piece is a run of instructions without branches out of it, or (unwind) the check after a call: what the call has
// answered is on the stack, and when it is not zero the function returns 1.
type piece struct {
	raw    []byte
	unwind bool
	depth  int // of ifs around an unwind
}

// block is a basic block.
type block struct {
	pieces []piece
	term   term
	succs  []int
	table  []int
}

// fn is one function.
type fn struct {
	body      []byte
	groups    uint32 // of local variables
	locals    []byte // their declarations, without the number of groups
	numLocals uint32 // with the parameter
	prologue  []byte
	blocks    []block
	entry     int          // where the function begins
	points    []int        // points[pc]: the block at which it goes on when it is called with pc, by Go's table
	resumed   map[int]bool // the blocks at which calls return after unwinding
	leads     [][]int      // what leads to a block, for switches
	pc        uint32       // scratch: the local variable that says where to resume; 0 where there is none
}

// parse takes a function of Go's form apart:
//
//	[block (unwind)] [loop (jumps)] block… local.get 0, br_table, end, segment, end, segment, end … unreachable, end, i32.const 1, end
//
// A segment begins at each basic block and after each call.
func (m *program) parse(body []byte, index uint32) (*fn, error) {
	f := &fn{body: body, resumed: map[int]bool{}, numLocals: 1}
	r := &reader{b: body}
	f.groups = r.u32()
	from := r.at
	for i := uint32(0); i < f.groups; i++ {
		f.numLocals += r.u32()
		r.byte()
	}
	f.locals = body[from:r.at]
	from = r.at
	in := r.next()
	if in.op != opGlobalGet {
		return nil, errOther
	}
	if in = r.next(); in.op != opLocalSet || in.n != 1 {
		return nil, errOther
	}
	f.prologue = body[from:r.at]

	open := 0 // blocks and loop around the segments
	loop := -1
	unwinds := false
	for in = r.next(); in.op == opBlock || in.op == opLoop; in = r.next() {
		if in.n != void {
			return nil, errOther
		}
		if in.op == opLoop {
			if loop >= 0 || open > 1 {
				return nil, errOther
			}
			loop, unwinds = open, open == 1
		}
		open++
	}
	if in.op != opLocalGet || in.n != 0 {
		return nil, errOther
	}
	if in = r.next(); in.op != opBrTable {
		return nil, errOther
	}
	table := in.table
	numSegs := 0
	for _, t := range table {
		numSegs = max(numSegs, int(t)+1)
	}
	if in = r.next(); in.op != opEnd || numSegs > open {
		return nil, errOther
	}
	outer := open - numSegs // unwind block and loop
	if loop < 0 && outer == 1 {
		unwinds = true
	} else if outer != b2i(loop >= 0)+b2i(unwinds) {
		return nil, errOther
	}
	open--

	p := &parser{program: m, f: f, r: r, pc: uint64(index) + firstPC, table: table, loop: loop, outer: outer, unwinds: unwinds, open: open}
	p.starts = make([]int, numSegs)
	if err := p.segments(); err != nil {
		return nil, err
	}
	f.points = make([]int, len(table))
	for i, t := range table {
		f.points[i] = p.starts[t]
	}
	f.entry = p.starts[0]
	for pc := range p.returns {
		if pc < len(f.points) {
			f.resumed[f.points[pc]] = true
		} else {
			f.resumed[f.points[len(f.points)-1]] = true
		}
	}
	// Jumps name program counters until now.
	for i := range f.blocks {
		for k, to := range f.blocks[i].succs {
			if to < 0 {
				pc := -1 - to
				f.blocks[i].succs[k] = f.points[min(pc, len(f.points)-1)]
			}
		}
	}
	return f, nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

type parser struct {
	*program
	f       *fn
	r       *reader
	pc      uint64 // the function's own program counter
	table   []uint32
	loop    int
	outer   int
	unwinds bool
	open    int // labels around the current segment
	starts  []int
	returns map[int]bool

	cur      block
	from     int // where the current piece begins
	pending  int // the return address that the next call has, or -1
	callee   uint32
	afterNow int // where the last call ends, the reload of SP included
}

func (p *parser) segments() error {
	p.returns = map[int]bool{}
	p.pending = -1
	r, f := p.r, p.f
	seg := 0
	p.begin()
	p.starts[0] = 0
	live := true // whether the current block is open
	depth := 0   // of ifs, blocks and loops within the segment
	for {
		in := r.next()
		if r.failed {
			return errOther
		}
		if !live && depth == 0 && in.op != opEnd {
			if in.op == opIf || in.op == opBlock || in.op == opLoop {
				return errKept
			}
			continue // what follows a jump or return
		}
		switch in.op {
		case opIf:
			if depth == 0 {
				if to, ok := p.jump(true); ok {
					p.cut(in.from)
					p.close(termIf, -1-to, len(f.blocks)+1)
					p.begin()
					continue
				}
			}
			if p.afterNow == in.from {
				p.pending = -1 // a call that does not resume
			}
			depth++
		case opBlock, opLoop:
			depth++
		case opElse:
			if depth == 0 {
				return errOther
			}
		case opEnd:
			if depth > 0 {
				depth--
				continue
			}
			if p.open == p.outer {
				// The end of the loop, of the block of unwinding, or of the function: the code after the last segment.
				if live {
					p.cut(in.from)
					p.cur.pieces = append(p.cur.pieces, piece{raw: []byte{opUnreachable}})
					p.close(termEnd)
				}
				return nil
			}
			p.open--
			seg++
			if live {
				p.cut(in.from)
				p.close(termJump, len(f.blocks)+1)
			}
			p.begin()
			live = true
			p.starts[seg] = len(f.blocks)
		case opI32Const:
			if depth == 0 {
				r.at = in.from
				if to, ok := p.jump(false); ok {
					p.cut(in.from)
					p.close(termJump, -1-to)
					live = false
				} else {
					r.at = in.to
				}
			}
		case opI64Const:
			if uint64(in.n)>>16 == p.pc {
				p.pending = int(in.n & 0xffff)
			}
		case opCall, opCallIndirect:
			p.callee = uint32(in.n)
			if in.op == opCallIndirect {
				p.callee = ^uint32(0)
			}
			// SP is read again after each call.
			back := r.at
			if a, b := r.next(), r.next(); a.op != opGlobalGet || a.n != 0 || b.op != opLocalSet || b.n != 1 {
				r.at = back
			}
			p.afterNow = r.at
		case opBr, opBrIf:
			if int(in.n) < depth {
				continue
			}
			unwind := p.unwinds && int(in.n) == depth+p.open-1
			if in.op != opBrIf || !unwind || p.afterNow != in.from {
				return errKept
			}
			if p.noReturn[p.callee] {
				if depth > 0 {
					return errKept
				}
				p.pending = -1
				p.cut(in.from)
				p.cur.pieces = append(p.cur.pieces, piece{unwind: true}, piece{raw: []byte{opUnreachable}})
				p.close(termEnd)
				live = false
				continue
			}
			if p.pending >= 0 && p.callee != p.sigpanic {
				p.returns[p.pending] = true
				if p.callee == p.deferreturn {
					p.returns[p.pending-1] = true // where recovered panics go on
				}
			}
			p.pending = -1
			p.cut(in.from)
			p.cur.pieces = append(p.cur.pieces, piece{unwind: true, depth: depth})
			p.from = in.to
		case opBrTable:
			return errKept
		case opUnreachable, opReturn:
			if depth == 0 {
				p.cut(in.to)
				p.close(termEnd)
				live = false
			}
		}
	}
}

// jump reads "i32.const pc, local.set 0, br loop", and within an if its end as well.
func (p *parser) jump(conditional bool) (int, bool) {
	r, back := p.r, p.r.at
	if p.loop < 0 {
		return 0, false
	}
	a, b, c := r.next(), r.next(), r.next()
	want := p.open - 1 - p.loop
	if conditional {
		want++
	}
	ok := a.op == opI32Const && b.op == opLocalSet && b.n == 0 && c.op == opBr && int(c.n) == want
	if ok && conditional {
		ok = r.next().op == opEnd
	}
	if !ok || r.failed {
		r.at = back
		return 0, false
	}
	return int(a.n), true
}

func (p *parser) begin() {
	p.cur = block{}
	p.from = p.r.at
}

// cut ends the current piece.
func (p *parser) cut(to int) {
	if to > p.from {
		p.cur.pieces = append(p.cur.pieces, piece{raw: p.f.body[p.from:to]})
	}
	p.from = to
}

func (p *parser) close(t term, succs ...int) {
	p.cur.term, p.cur.succs = t, succs
	p.f.blocks = append(p.f.blocks, p.cur)
}
