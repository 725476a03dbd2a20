package compile

import (
	"loopscope/engine/bytecode"
)

// fuse replaces sequences of instructions by the fused ones that mean the same
// and cost the same. No sequence reaches across a place that a jump or an
// exception leads to, or where another handler takes over.
//
// Among all ways to cut the code into instructions it takes one with the
// fewest, found from the end to the beginning.
func fuse(c *bytecode.Code) {
	n := len(c.Instrs)
	f := fuser{c: c, entry: make([]bool, n+1)}
	for _, in := range c.Instrs {
		if t, ok := in.Target(); ok {
			f.entry[t] = true
		}
	}
	for _, h := range c.Handlers {
		f.entry[h.Start], f.entry[h.End], f.entry[h.Target] = true, true, true
	}
	type choice struct {
		rest  int32 // instructions from here to the end
		parts int32
		in    bytecode.Instr
	}
	best := make([]choice, n+1)
	for i := n - 1; i >= 0; i-- {
		best[i] = choice{best[i+1].rest + 1, 1, c.Instrs[i]}
		room := 1
		for room < 4 && i+room < n && !f.entry[i+room] {
			room++
		}
		for parts := 2; parts <= room; parts++ {
			in, ok := f.match(c.Instrs[i : i+parts])
			if rest := best[i+parts].rest + 1; ok && rest <= best[i].rest {
				best[i] = choice{rest, int32(parts), in}
			}
		}
	}
	index := make([]int32, n+1)
	instrs := make([]bytecode.Instr, 0, best[0].rest)
	spanOf := make([]int32, 0, best[0].rest)
	for i := 0; i < n; {
		index[i] = int32(len(instrs))
		in := best[i].in
		cost := 0
		for k := i; k < i+int(best[i].parts); k++ {
			cost += int(c.Instrs[k].Cost)
		}
		in.Cost = uint8(cost)
		instrs = append(instrs, in)
		spanOf = append(spanOf, c.SpanOf[i])
		i += int(best[i].parts)
	}
	index[n] = int32(len(instrs))
	for i := range instrs {
		in := &instrs[i]
		if t, ok := in.Target(); ok {
			in.B += index[t] - t
		}
	}
	for i := range c.Handlers {
		h := &c.Handlers[i]
		h.Start, h.End, h.Target = index[h.Start], index[h.End], index[h.Target]
	}
	c.Instrs, c.SpanOf = instrs, spanOf
}

type fuser struct {
	c     *bytecode.Code
	entry []bool // places that control comes to from elsewhere
}

// pack puts two small operands into A.
func pack(lo, hi int32) (uint16, bool) {
	return uint16(lo | hi<<8), lo < 256 && hi < 256
}

func isBinary(op bytecode.Op) bool {
	return op >= bytecode.OpBinaryAdd && op <= bytecode.OpBinaryFloorDiv
}

func isTest(op bytecode.Op) bool {
	return op == bytecode.OpPopJumpIfFalse || op == bytecode.OpPopJumpIfTrue
}

// operator packs a binary operator and whether it is the in-place form.
func operator(in bytecode.Instr) int32 { return int32(in.Op) | int32(in.A)<<8 }

// condition packs a comparison's operator and jump into the B of the fused jumps.
func condition(compare, jump bytecode.Instr) (int32, bool) {
	b := jump.B | int32(compare.A)<<24
	if jump.Op == bytecode.OpPopJumpIfTrue {
		b |= 1 << 27
	}
	return b, compare.Op == bytecode.OpCompare && isTest(jump.Op) && jump.B < 1<<24
}

func (f *fuser) match(s []bytecode.Instr) (bytecode.Instr, bool) {
	switch len(s) {
	case 2:
		return f.match2(s[0], s[1])
	case 3:
		return f.match3(s[0], s[1], s[2])
	}
	return f.match4(s[0], s[1], s[2], s[3])
}

func (f *fuser) match4(a, b, c, d bytecode.Instr) (in bytecode.Instr, ok bool) {
	if a.Op != bytecode.OpLoadFast {
		return in, false
	}
	packed, fits := pack(a.B, b.B)
	if !fits {
		return in, false
	}
	switch b.Op {
	case bytecode.OpLoadFast:
		target, ok := condition(c, d)
		return bytecode.Instr{Op: bytecode.OpCompareFastFastJump, A: packed, B: target}, ok
	case bytecode.OpLoadConst:
		if (c.Op == bytecode.OpBinaryAdd || c.Op == bytecode.OpBinarySub) && d.Op == bytecode.OpStoreFast && d.B == a.B &&
			f.c.Consts[b.B].Kind == bytecode.ConstInt {
			return bytecode.Instr{Op: bytecode.OpIncFast, A: packed, B: operator(c)}, true
		}
		target, ok := condition(c, d)
		return bytecode.Instr{Op: bytecode.OpCompareFastConstJump, A: packed, B: target}, ok
	}
	return in, false
}

func (f *fuser) match3(a, b, c bytecode.Instr) (in bytecode.Instr, ok bool) {
	switch {
	case a.Op == bytecode.OpLoadFast && b.Op == bytecode.OpLoadFast && c.Op == bytecode.OpBinarySubscr:
		return bytecode.Instr{Op: bytecode.OpSubscrFastFast, A: uint16(a.B), B: b.B}, a.B < 1<<16
	case a.Op == bytecode.OpLoadFast && b.Op == bytecode.OpLoadFast && isBinary(c.Op):
		packed, fits := pack(a.B, b.B)
		return bytecode.Instr{Op: bytecode.OpBinaryFastFast, A: packed, B: operator(c)}, fits
	case a.Op == bytecode.OpLoadFast && b.Op == bytecode.OpLoadConst && isBinary(c.Op):
		packed, fits := pack(a.B, b.B)
		return bytecode.Instr{Op: bytecode.OpBinaryFastConst, A: packed, B: operator(c)}, fits
	case a.Op == bytecode.OpLoadConst:
		target, ok := condition(b, c)
		return bytecode.Instr{Op: bytecode.OpCompareConstJump, A: uint16(a.B), B: target}, ok && a.B < 1<<16
	}
	return in, false
}

func (f *fuser) match2(a, b bytecode.Instr) (in bytecode.Instr, ok bool) {
	small := a.B >= 0 && a.B < 1<<16
	switch a.Op {
	case bytecode.OpLoadFast:
		switch {
		case b.Op == bytecode.OpLoadFast:
			return bytecode.Instr{Op: bytecode.OpLoadFastLoadFast, A: uint16(a.B), B: b.B}, small
		case b.Op == bytecode.OpLoadConst:
			return bytecode.Instr{Op: bytecode.OpLoadFastLoadConst, A: uint16(a.B), B: b.B}, small
		case isBinary(b.Op):
			return bytecode.Instr{Op: bytecode.OpBinaryFast, A: uint16(a.B), B: operator(b)}, small
		case b.Op == bytecode.OpLoadAttr || b.Op == bytecode.OpLoadMethod:
			op := bytecode.OpLoadFastAttr
			if b.Op == bytecode.OpLoadMethod {
				op = bytecode.OpLoadFastMethod
			}
			return bytecode.Instr{Op: op, A: b.A, B: a.B | b.B<<8}, a.B < 256 && b.B < 1<<23
		case b.Op == bytecode.OpReturnValue:
			return bytecode.Instr{Op: bytecode.OpReturnFast, B: a.B}, true
		}
	case bytecode.OpLoadConst:
		switch {
		case isBinary(b.Op):
			return bytecode.Instr{Op: bytecode.OpBinaryConst, A: uint16(a.B), B: operator(b)}, small
		case b.Op == bytecode.OpReturnValue:
			return bytecode.Instr{Op: bytecode.OpReturnConst, B: a.B}, true
		}
	case bytecode.OpStoreFast:
		switch b.Op {
		case bytecode.OpLoadFast:
			return bytecode.Instr{Op: bytecode.OpStoreFastLoadFast, A: uint16(a.B), B: b.B}, small
		case bytecode.OpStoreFast:
			return bytecode.Instr{Op: bytecode.OpStoreFastStoreFast, A: uint16(a.B), B: b.B}, small
		}
	case bytecode.OpBinaryAdd:
		if b.Op == bytecode.OpStoreFast {
			return bytecode.Instr{Op: bytecode.OpAddStore, A: a.A, B: b.B}, true
		}
	case bytecode.OpCompare:
		if isTest(b.Op) {
			in = bytecode.Instr{Op: bytecode.OpCompareJump, A: a.A, B: b.B}
			if b.Op == bytecode.OpPopJumpIfTrue {
				in.A |= 8
			}
			return in, true
		}
	case bytecode.OpForIter:
		if b.Op == bytecode.OpStoreFast && b.B < 1<<16 {
			return bytecode.Instr{Op: bytecode.OpForIterStore, A: uint16(b.B), B: a.B}, true
		}
	case bytecode.OpCall, bytecode.OpCallMethod:
		if b.Op == bytecode.OpPopTop {
			op := bytecode.OpCallPop
			if a.Op == bytecode.OpCallMethod {
				op = bytecode.OpCallMethodPop
			}
			return bytecode.Instr{Op: op, B: a.B}, true
		}
	case bytecode.OpYieldValue:
		if b.Op == bytecode.OpPopTop && a.A == 0 {
			return bytecode.Instr{Op: bytecode.OpYieldPop}, true
		}
	}
	return in, false
}
