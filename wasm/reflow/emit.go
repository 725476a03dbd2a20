package reflow

import (
	"slices"
)

// emit writes the body anew, from the tree of dominators, as Norman Ramsey's "Beyond Relooper" (ICFP 2022) has it: a
// block that several others go to follows the end of a WASM block around them all, a loop's header begins a WASM loop,
// and every other block is written where it is gone to.
func (f *fn) emit() ([]byte, error) {
	w, ok := analyse(f.blocks, f.entry)
	if !ok {
		return nil, errKept
	}
	e := &emitter{fn: f, flow: w, children: make([][]int, len(f.blocks)), merge: make([]bool, len(f.blocks)), header: make([]bool, len(f.blocks))}
	for _, b := range w.order {
		forward := 0
		for _, p := range w.preds[b] {
			if w.num[p] >= w.num[b] {
				e.header[b] = true
			} else {
				forward++
				if f.blocks[p].term == termSwitch {
					forward++ // the targets of a switch need labels
				}
			}
		}
		e.merge[b] = forward > 1
	}
	for _, b := range w.order[1:] {
		if e.merge[b] {
			d := w.idom[b]
			e.children[d] = append(e.children[d], b)
		}
	}
	groups := f.groups
	if f.pc != 0 {
		groups++
	}
	out := appendUint(nil, uint64(groups))
	out = append(out, f.locals...)
	if f.pc != 0 {
		out = append(out, 1, 0x7f)
	}
	e.out = append(out, f.prologue...)
	e.open(opBlock, -1)
	e.tree(f.entry)
	e.op(opUnreachable)
	e.shut()
	e.out = append(e.out, opI32Const, 1, opEnd)
	return e.out, nil
}

type emitter struct {
	*fn
	*flow
	children [][]int // the blocks that follow a WASM block around this one
	merge    []bool
	header   []bool
	labels   []label
	out      []byte
}

// label is a place that a branch can name.
type label struct {
	op byte // opBlock: its end, where block goes on; opLoop: the loop's beginning; opIf: not a place to go to
	to int
}

func (e *emitter) op(op byte) { e.out = append(e.out, op) }

func (e *emitter) open(op byte, to int) {
	e.out = append(e.out, op, void)
	e.labels = append(e.labels, label{op, to})
}

func (e *emitter) shut() {
	e.out = append(e.out, opEnd)
	e.labels = e.labels[:len(e.labels)-1]
}

// tree writes a block and what it dominates.
func (e *emitter) tree(b int) {
	if e.header[b] {
		e.open(opLoop, b)
	}
	follow := e.children[b] // in the order of the flow: the last one is the outermost
	for _, y := range slices.Backward(follow) {
		e.open(opBlock, y)
	}
	e.straight(b)
	for _, y := range follow {
		e.shut()
		e.tree(y)
	}
	if e.header[b] {
		e.shut()
	}
}

// straight writes the code of a block and the way on.
func (e *emitter) straight(b int) {
	blk := &e.blocks[b]
	for _, p := range blk.pieces {
		e.out = append(e.out, p.raw...)
		if p.unwind {
			e.out = append(e.out, opBrIf)
			e.out = appendUint(e.out, uint64(len(e.labels)-1+p.depth))
		}
	}
	switch blk.term {
	case termJump:
		e.branch(b, blk.succs[0])
	case termIf:
		yes, no := blk.succs[0], blk.succs[1]
		if yes == no {
			e.op(0x1a) // drop
			e.branch(b, yes)
			return
		}
		if k, ok := e.labelOf(b, yes); ok {
			e.op(opBrIf)
			e.out = appendUint(e.out, uint64(k))
			e.branch(b, no)
			return
		}
		if k, ok := e.labelOf(b, no); ok {
			e.op(opI32Eqz)
			e.op(opBrIf)
			e.out = appendUint(e.out, uint64(k))
			e.branch(b, yes)
			return
		}
		e.open(opIf, -1)
		e.branch(b, yes)
		e.op(opElse)
		e.branch(b, no)
		e.shut()
	case termSwitch:
		e.op(opBrTable)
		e.out = appendUint(e.out, uint64(len(blk.table)-1))
		for _, t := range blk.table {
			k, ok := e.labelOf(b, blk.succs[t])
			if !ok {
				panic("reflow: a switch to a block without a label")
			}
			e.out = appendUint(e.out, uint64(k))
		}
	}
}

// labelOf answers how far out the label of a block is, where it has one.
func (e *emitter) labelOf(from, to int) (int, bool) {
	op := byte(opBlock)
	if e.num[to] <= e.num[from] {
		op = opLoop
	} else if !e.merge[to] {
		return 0, false
	}
	for i := len(e.labels) - 1; i >= 0; i-- {
		if l := e.labels[i]; l.op == op && l.to == to {
			return len(e.labels) - 1 - i, true
		}
	}
	panic("reflow: a block without its label")
}

// branch goes from one block to another, at the end of what is written for the first.
func (e *emitter) branch(from, to int) {
	k, ok := e.labelOf(from, to)
	if !ok {
		e.tree(to)
		return
	}
	// What follows may be the place itself.
	for i := len(e.labels) - 1; i >= 0; i-- {
		if l := e.labels[i]; l.op != opIf {
			if l.op == opBlock && l.to == to && i > 0 {
				return
			}
			break
		}
	}
	e.op(opBr)
	e.out = appendUint(e.out, uint64(k))
}
