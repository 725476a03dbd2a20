package reflow

import "slices"

// enter adds the ways in: a function that is called to go on after an unwinding gets to the block where it was. Blocks
// within loops are reached through the loops' beginnings, so that each loop keeps a single one; there, a local
// variable says that the function is on its way to a block within. It is 0 otherwise.
func (f *fn) enter() error {
	root := f.entry
	w, ok := analyse(f.blocks, root)
	if !ok {
		return errKept
	}
	inner, around := w.loops()

	// The program counters at which the function may be called, but for 0.
	type target struct{ pc, block int }
	var targets []target
	for pc, b := range f.points {
		if pc > 0 && (f.resumed[b] || b == f.entry) {
			targets = append(targets, target{pc, b})
		}
	}
	if len(f.resumed) == 0 || len(f.resumed) == 1 && f.resumed[f.entry] {
		return nil // it is only ever begun
	}
	f.pc = f.numLocals
	add := func(b block) int {
		f.blocks = append(f.blocks, b)
		return len(f.blocks) - 1
	}
	code := func(ops ...int) []piece {
		var raw []byte
		for i := 0; i < len(ops); i += 2 {
			raw = append(raw, byte(ops[i]))
			raw = appendUint(raw, uint64(ops[i+1]))
		}
		return []piece{{raw: raw}}
	}
	trap := add(block{pieces: []piece{{raw: []byte{opUnreachable}}}, term: termEnd})
	arrive := map[int]int{} // the way into a block: it clears the variable
	for _, t := range targets {
		if _, ok := arrive[t.block]; !ok {
			arrive[t.block] = add(block{pieces: code(opI32Const, 0, opLocalSet, int(f.pc)), term: termJump, succs: []int{t.block}})
		}
	}
	// way answers where a place sends who wants to get to t: the place lies within the loop from (-1: in none).
	doors := map[int]int{} // the block before a loop's header
	way := func(from int, t target) int {
		next := -1
		for l := inner[t.block]; l >= 0 && l != from; l = around[l] {
			next = l
		}
		if next < 0 {
			return arrive[t.block]
		}
		return doors[next]
	}
	within := func(l int, t target) bool {
		for k := inner[t.block]; k >= 0; k = around[k] {
			if k == l {
				return true
			}
		}
		return false
	}
	choose := func(from int, list []target) int {
		b := block{pieces: code(opLocalGet, int(f.pc)), term: termSwitch, succs: []int{trap}}
		end := 0
		for _, t := range list {
			end = max(end, t.pc+1)
		}
		b.table = make([]int, end+1)
		for _, t := range list {
			to := way(from, t)
			k := slices.Index(b.succs, to)
			if k < 0 {
				k = len(b.succs)
				b.succs = append(b.succs, to)
			}
			b.table[t.pc] = k
		}
		return add(b)
	}
	// Doors first, since ways lead to them; headers in the order of the flow, so that the result is always the same.
	lists := map[int][]target{}
	var headers []int
	for _, h := range w.order {
		if inner[h] != h {
			continue
		}
		var list []target
		for _, t := range targets {
			if within(h, t) {
				list = append(list, t)
			}
		}
		if len(list) > 0 {
			lists[h] = list
			headers = append(headers, h)
			doors[h] = add(block{pieces: code(opLocalGet, int(f.pc)), term: termIf, succs: []int{-1, h}})
		}
	}
	old := len(f.blocks)
	for _, h := range headers {
		to := choose(h, lists[h])
		f.blocks[doors[h]].succs[0] = to
	}
	first := f.entry
	if door, ok := doors[f.entry]; ok {
		first = door
	}
	f.entry = add(block{
		pieces: code(opLocalGet, 0, opLocalTee, int(f.pc)), term: termIf,
		succs: []int{choose(-1, targets), first},
	})
	// Whoever went to a header goes to its door.
	leads := map[int]bool{} // blocks that rightly lead to a header
	for _, h := range headers {
		leads[doors[h]] = true
		if a, ok := arrive[h]; ok {
			leads[a] = true
		}
	}
	for i := range f.blocks[:old] {
		if leads[i] {
			continue
		}
		for k, s := range f.blocks[i].succs {
			if d, ok := doors[s]; ok {
				f.blocks[i].succs[k] = d
			}
		}
	}
	return nil
}
