package compile

import (
	"fmt"

	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// assemble turns the emitted instructions into the code object.
func (u *unit) assemble() {
	u.swaps()
	u.threadJumps()
	a := assembler{u: u, depth: make([]int32, len(u.ins))}
	a.flow()
	a.layout()
	a.emit()
	u.code.StackSize = int(a.max)
	u.code.NumCaches = u.caches
}

// real finds the instruction at or after i that does something. The beginning
// of a handler's region counts: who jumped past it would never enter the region.
func (u *unit) real(i int32) int32 {
	for int(i) < len(u.ins) && u.ins[i].op == bytecode.OpNop && !u.ins[i].setup {
		i++
	}
	return i
}

// swaps turns "a, b = b, a" into stores in another order: a tuple of two or
// three that is unpacked at once is a swap, and a swap before stores into
// different locals is a matter of their order.
func (u *unit) swaps() {
	target := make([]bool, len(u.ins)+1)
	for _, at := range u.labels {
		if at >= 0 {
			target[at] = true
		}
	}
	for i := 0; i+1 < len(u.ins); i++ {
		in, next := &u.ins[i], &u.ins[i+1]
		if in.op != bytecode.OpBuildTuple || next.op != bytecode.OpUnpackSequence || in.b != next.b || in.b < 1 || in.b > 3 || target[i+1] {
			continue
		}
		n := int(in.b)
		*in = ins{op: bytecode.OpNop, label: noLabel, handler: in.handler, span: in.span}
		if n == 1 {
			*next = *in
			continue
		}
		next.op = bytecode.OpSwap
		if i+2+n > len(u.ins) {
			continue
		}
		stores := u.ins[i+2 : i+2+n]
		ok := true
		for j := range stores {
			ok = ok && stores[j].op == bytecode.OpStoreFast && !target[i+2+j]
			for k := 0; k < j; k++ {
				ok = ok && stores[k].b != stores[j].b
			}
		}
		if ok {
			stores[0], stores[n-1] = stores[n-1], stores[0]
			*next = *in
		}
	}
}

// threadJumps shortens jumps to jumps. It goes from the end to the beginning,
// so that what a jump leads to has been shortened already.
func (u *unit) threadJumps() {
	for i := len(u.ins) - 1; i >= 0; i-- {
		in := &u.ins[i]
		if in.label == noLabel || in.setup || in.op == bytecode.OpJumpBack || in.op == bytecode.OpSend {
			continue
		}
		t := u.real(u.labels[in.label])
		if int(t) >= len(u.ins) {
			continue
		}
		to := &u.ins[t]
		switch to.op {
		case bytecode.OpJump:
			in.label = to.label
		case bytecode.OpJumpBack:
			if in.op == bytecode.OpJump && int(u.labels[to.label]) <= i {
				in.op, in.label = bytecode.OpJumpBack, to.label
				if !to.anywhere {
					in.span = to.span
				}
			}
		case bytecode.OpJumpIfFalseOrPop, bytecode.OpJumpIfTrueOrPop, bytecode.OpPopJumpIfFalse, bytecode.OpPopJumpIfTrue:
			u.threadBool(in, to, t)
		}
	}
}

// threadBool shortens a jump that keeps its value to a test of the same value.
func (u *unit) threadBool(in, to *ins, t int32) {
	ifTrue := in.op == bytecode.OpJumpIfTrueOrPop
	if !ifTrue && in.op != bytecode.OpJumpIfFalseOrPop {
		return
	}
	toTrue := to.op == bytecode.OpJumpIfTrueOrPop || to.op == bytecode.OpPopJumpIfTrue
	keeps := to.op == bytecode.OpJumpIfTrueOrPop || to.op == bytecode.OpJumpIfFalseOrPop
	switch {
	case toTrue != ifTrue: // the test there fails, and pops
		in.op = popJump(ifTrue)
		u.labels = append(u.labels, t+1)
		in.label = label(len(u.labels) - 1)
	case keeps:
		in.label = to.label
	default:
		in.op = popJump(ifTrue)
		in.label = to.label
	}
}

type assembler struct {
	u     *unit
	depth []int32 // stack depth + 1 before each instruction, 0 when it is never reached
	work  []int32
	max   int32
	next  []int32 // the first kept instruction at or after each place
	index []int32 // of each kept instruction in the result
	// back holds, for each backward jump that conditional jumps lead to, the
	// index of its twin for them. CPython's conditional jumps go backwards
	// themselves, so the twin costs nothing.
	back map[int32]int32
}

func (a *assembler) reach(i, depth int32) {
	if int(i) >= len(a.depth) || i < 0 || depth < 0 {
		panic(fmt.Sprintf("compile: bad flow in %s at %d, depth %d", a.u.code.QualName, i, depth))
	}
	if a.depth[i] == 0 {
		a.depth[i] = depth + 1
		a.work = append(a.work, i)
		if depth > a.max {
			a.max = depth
		}
	} else if a.depth[i] != depth+1 {
		in := a.u.ins[i]
		panic(fmt.Sprintf("compile: stack depths %d and %d meet in %s, line %d, %s",
			a.depth[i]-1, depth, a.u.code.QualName, a.u.code.File.Line(in.span.Start), in.op))
	}
}

// flow finds what can be reached, with which stack depth.
func (a *assembler) flow() {
	u := a.u
	a.reach(0, 0)
	for len(a.work) > 0 {
		i := a.work[len(a.work)-1]
		a.work = a.work[:len(a.work)-1]
		in := &u.ins[i]
		depth := a.depth[i] - 1
		if in.setup {
			h := &u.handlers[in.b]
			h.depth = depth - h.keep
			a.reach(u.labels[h.target], h.depth+1)
			a.reach(i+1, depth)
			continue
		}
		plain := bytecode.Instr{Op: in.op, A: in.a, B: in.b}
		if _, _, ok := u.returns(in); ok {
			a.max = max(a.max, depth+1)
			continue
		}
		if in.label != noLabel {
			a.reach(u.labels[in.label], depth+int32(bytecode.JumpEffect(plain)))
		}
		if !in.op.Ends() {
			a.reach(i+1, depth+int32(bytecode.Effect(plain)))
		}
	}
}

// layout decides which instructions are kept: those that are reached, but no
// NOPs and no jumps to what comes next anyway.
func (a *assembler) layout() {
	u := a.u
	n := len(u.ins)
	a.next = make([]int32, n+1)
	a.next[n] = int32(n)
	for i := n - 1; i >= 0; i-- {
		in := &u.ins[i]
		a.next[i] = int32(i)
		dead := a.depth[i] == 0 || in.op == bytecode.OpNop
		if _, _, ok := u.returns(in); in.op == bytecode.OpJump && !dead && !ok {
			dead = a.next[u.labels[in.label]] == a.next[i+1]
		}
		if dead {
			a.next[i] = a.next[i+1]
		}
	}
}

// returns says that a jump leads to where a constant or local is loaded and
// returned, which can as well be done in place of the jump.
func (u *unit) returns(in *ins) (load, ret int32, ok bool) {
	if in.op != bytecode.OpJump {
		return 0, 0, false
	}
	load = u.real(u.labels[in.label])
	if int(load) >= len(u.ins) || u.ins[load].op != bytecode.OpLoadConst && u.ins[load].op != bytecode.OpLoadFast {
		return 0, 0, false
	}
	ret = u.real(load + 1)
	return load, ret, int(ret) < len(u.ins) && u.ins[ret].op == bytecode.OpReturnValue
}

// conditional says that an instruction jumps or goes on, and pops what it tests.
func conditional(op bytecode.Op) bool {
	return op >= bytecode.OpPopJumpIfFalse && op <= bytecode.OpPopJumpIfNotNone
}

// twins finds the backward jumps that need a twin.
func (a *assembler) twins() {
	a.back = map[int32]int32{}
	for i := range a.u.ins {
		in := &a.u.ins[i]
		if a.next[i] != int32(i) || !conditional(in.op) {
			continue
		}
		if t := a.next[a.u.labels[in.label]]; a.u.ins[t].op == bytecode.OpJumpBack && a.u.ins[t].cost > 0 {
			a.back[t] = -1
		}
	}
}

func (a *assembler) emit() {
	a.twins()
	u, code := a.u, a.u.code
	a.index = make([]int32, len(u.ins)+1)
	type piece struct {
		in   ins
		span syntax.Span
	}
	var out []piece
	for i := range u.ins {
		a.index[i] = int32(len(out))
		if a.next[i] != int32(i) {
			continue
		}
		in := u.ins[i]
		if load, ret, ok := u.returns(&in); ok {
			for _, x := range []ins{u.ins[load], u.ins[ret]} {
				x.handler = in.handler
				out = append(out, piece{x, in.span})
			}
			continue
		}
		out = append(out, piece{in, in.span})
		if _, ok := a.back[int32(i)]; ok {
			a.back[int32(i)] = int32(len(out))
			in.cost = 0
			out = append(out, piece{in, in.span})
		}
	}
	a.index[len(u.ins)] = int32(len(out))
	locals := int32(len(code.VarNames))
	open := int32(-1)
	for i, p := range out {
		in := bytecode.Instr{Op: p.in.op, Cost: p.in.cost, A: p.in.a, B: p.in.b}
		if p.in.label != noLabel {
			t := a.next[u.labels[p.in.label]]
			in.B = a.index[t]
			if twin, ok := a.back[t]; ok && conditional(in.Op) {
				in.B = twin
			}
		}
		switch in.Op {
		case bytecode.OpLoadClosure, bytecode.OpLoadDeref, bytecode.OpStoreDeref, bytecode.OpDeleteDeref,
			bytecode.OpLoadClassDeref, bytecode.OpMakeCell:
			in.B += locals // cells lie behind the locals, all of which are known only now
		}
		code.Instrs = append(code.Instrs, in)
		code.Spans = append(code.Spans, p.span)
		code.SpanOf = append(code.SpanOf, int32(i))
		if p.in.handler != open {
			open = p.in.handler
			if open >= 0 {
				h := u.handlers[open]
				code.Handlers = append(code.Handlers, bytecode.Handler{
					Start: int32(i), End: int32(i), Target: a.index[a.next[u.labels[h.target]]], Depth: h.depth,
				})
			}
		}
		if open >= 0 {
			code.Handlers[len(code.Handlers)-1].End = int32(i + 1)
		}
	}
}
