package reflow

import "slices"

// flow is what the shape of the code follows from.
type flow struct {
	order []int // reverse postorder of the blocks that can be reached
	num   []int // a block's place in it, or -1
	idom  []int // immediate dominators
	preds [][]int
}

// analyse answers the flow from root, or false where a loop can be entered in several places.
func analyse(blocks []block, root int) (*flow, bool) {
	n := len(blocks)
	w := &flow{num: make([]int, n), idom: make([]int, n), preds: make([][]int, n)}
	for i := range w.num {
		w.num[i], w.idom[i] = -1, -1
	}
	// Depth first, without recursion: functions may have ten thousand blocks.
	type visit struct{ b, next int }
	seen := make([]bool, n)
	seen[root] = true
	stack := []visit{{root, 0}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if succs := blocks[top.b].succs; top.next < len(succs) {
			// The last one first: then what comes first in the source comes first in the order.
			s := succs[len(succs)-1-top.next]
			top.next++
			if !seen[s] {
				seen[s] = true
				stack = append(stack, visit{s, 0})
			}
			continue
		}
		w.order = append(w.order, top.b)
		stack = stack[:len(stack)-1]
	}
	slices.Reverse(w.order)
	for i, b := range w.order {
		w.num[b] = i
	}
	for _, b := range w.order {
		for _, s := range blocks[b].succs {
			w.preds[s] = append(w.preds[s], b)
		}
	}
	// Cooper, Harvey and Kennedy, "A simple, fast dominance algorithm".
	w.idom[root] = root
	for changed := true; changed; {
		changed = false
		for _, b := range w.order[1:] {
			d := -1
			for _, p := range w.preds[b] {
				if w.idom[p] < 0 {
					continue
				}
				if d < 0 {
					d = p
					continue
				}
				for a := p; a != d; {
					if w.num[a] > w.num[d] {
						a = w.idom[a]
					} else {
						d = w.idom[d]
					}
				}
			}
			if w.idom[b] != d {
				w.idom[b] = d
				changed = true
			}
		}
	}
	for _, b := range w.order {
		for _, s := range blocks[b].succs {
			if w.num[s] <= w.num[b] && !w.dominates(s, b) {
				return w, false
			}
		}
	}
	return w, true
}

func (w *flow) dominates(a, b int) bool {
	for w.num[b] > w.num[a] {
		b = w.idom[b]
	}
	return a == b
}

// loops answers for each block the header of the innermost loop around it, or -1 (a header belongs to its own loop),
// and for each header that of the next loop around.
func (w *flow) loops() (inner, around []int) {
	inner, around = make([]int, len(w.num)), make([]int, len(w.num))
	for i := range inner {
		inner[i], around[i] = -1, -1
	}
	outermost := func(h int) int {
		for h >= 0 && around[h] >= 0 {
			h = around[h]
		}
		return h
	}
	// Headers of inner loops have higher numbers and come first; later ones see an inner loop as one block.
	for _, h := range slices.Backward(w.order) {
		var work []int
		for _, p := range w.preds[h] {
			if w.num[p] >= w.num[h] {
				work = append(work, p)
			}
		}
		if len(work) > 0 {
			inner[h] = h
		}
		for len(work) > 0 {
			b := work[len(work)-1]
			work = work[:len(work)-1]
			if inner[b] < 0 {
				inner[b] = h
				work = append(work, w.preds[b]...)
				continue
			}
			l := outermost(inner[b])
			if l == h {
				continue
			}
			around[l] = h
			for _, p := range w.preds[l] {
				if inner[p] < 0 || outermost(inner[p]) != l {
					work = append(work, p)
				}
			}
		}
	}
	return inner, around
}
