package reflow

// What a table is worth: at least this many comparisons, and at most this many entries (or a few for each comparison).
const (
	minTests   = 4
	maxEntries = 1024
)

// test is a comparison of a local variable with a constant at the end of a block.
type test struct {
	local int64
	op    byte // an unsigned comparison of i64, or opI64Eq
	n     uint64
	not   bool
	pure  bool // the block holds nothing else
	byte  bool // the variable has just got the value of one byte
}

// span is a range of values and where they lead.
type span struct {
	lo, hi uint64
	to     int
}

// switches makes a br_table of each tree of comparisons of one variable with constants.
func (f *fn) switches() {
	tests := map[int]test{}
	for i := range f.blocks {
		if f.blocks[i].term == termIf {
			if t, ok := f.test(&f.blocks[i]); ok {
				tests[i] = t
			}
		}
	}
	for i, n := 0, len(f.blocks); i < n; i++ {
		t, ok := tests[i]
		if !ok || t.pure && f.within(i, tests) {
			continue // the tree has another root
		}
		used := map[int]bool{}
		var spans []span
		var spread func(b int, lo, hi uint64) bool
		spread = func(b int, lo, hi uint64) bool {
			for k := 0; k < 8 && len(f.blocks[b].pieces) == 0 && f.blocks[b].term == termJump; k++ {
				b = f.blocks[b].succs[0]
			}
			u, ok := tests[b]
			if !ok || u.local != t.local || b != i && !u.pure || b == i && len(used) > 0 {
				if k := len(spans) - 1; k >= 0 && spans[k].to == b {
					spans[k].hi = hi
				} else {
					spans = append(spans, span{lo, hi, b})
				}
				return len(spans) < maxEntries
			}
			used[b] = true
			yes, no := f.blocks[b].succs[0], f.blocks[b].succs[1]
			if u.not {
				yes, no = no, yes
			}
			// The values for which the comparison holds are those from a to z.
			a, z := uint64(0), ^uint64(0)
			switch n := u.n; u.op {
			case opI64Eq:
				a, z = n, n
			case opI64LeU:
				z = n
			case opI64GeU:
				a = n
			case opI64LtU:
				if n == 0 {
					return false
				}
				z = n - 1
			case opI64GtU:
				if n == ^uint64(0) {
					return false
				}
				a = n + 1
			}
			return (lo >= a || spread(no, lo, min(hi, a-1))) &&
				(max(lo, a) > min(hi, z) || spread(yes, max(lo, a), min(hi, z))) &&
				(hi <= z || spread(no, max(lo, z+1), hi))
		}
		top := ^uint64(0)
		if t.byte {
			top = 0xff
		}
		if !spread(i, 0, top) || len(used) < minTests {
			continue
		}
		// The table ends before the last span, which is what is left over; it may begin above 0.
		last := spans[len(spans)-1]
		base := uint64(0)
		if len(spans) > 1 && spans[0].to == last.to && spans[0].hi > 16 {
			base = spans[0].hi + 1
		}
		if last.lo <= base || last.lo-base > min(maxEntries, uint64(8*len(used)+8)) {
			continue
		}
		f.table(i, t, spans, base)
	}
}

// within tells whether all that leads to a comparison is a comparison of the same variable, in whose tree it is.
func (f *fn) within(b int, tests map[int]test) bool {
	if f.leads == nil {
		f.leads = make([][]int, len(f.blocks))
		for i := range f.blocks {
			for _, s := range f.blocks[i].succs {
				f.leads[s] = append(f.leads[s], i)
			}
		}
	}
	t := tests[b]
	for k := 0; k < 8 && b < len(f.leads) && len(f.leads[b]) == 1; k++ {
		b = f.leads[b][0]
		if u, ok := tests[b]; ok {
			return t.local == u.local
		}
		if len(f.blocks[b].pieces) != 0 || f.blocks[b].term != termJump {
			break
		}
	}
	return false
}

// table ends block i with a br_table.
func (f *fn) table(i int, t test, spans []span, base uint64) {
	last := spans[len(spans)-1]
	s := block{term: termSwitch}
	index := func(to int) int {
		for k, s := range s.succs {
			if s == to {
				return k
			}
		}
		s.succs = append(s.succs, to)
		return len(s.succs) - 1
	}
	for _, sp := range spans[:len(spans)-1] {
		for v := max(sp.lo, base); sp.hi >= base && v <= sp.hi; v++ {
			s.table = append(s.table, index(sp.to))
		}
	}
	s.table = append(s.table, index(last.to))

	get := appendUint([]byte{opLocalGet}, uint64(t.local))
	if base != 0 {
		get = append(appendInt(append(get, opI64Const), int64(base)), opI64Sub)
	}
	b := &f.blocks[i]
	b.pieces = f.withoutTest(b)
	if t.byte && base == 0 {
		b.pieces = append(b.pieces, piece{raw: append(get, opI32WrapI64)})
		b.term, b.succs, b.table = termSwitch, s.succs, s.table
		return
	}
	// Only the low half of the value chooses: what is too high goes its way before.
	guard := append(appendInt(append(get[:len(get):len(get)], opI64Const), int64(last.lo-base)), opI64GeU)
	b.pieces = append(b.pieces, piece{raw: guard})
	b.term, b.succs = termIf, []int{last.to, len(f.blocks)}
	s.pieces = []piece{{raw: append(get, opI32WrapI64)}}
	f.blocks = append(f.blocks, s)
}

// tail are the instructions at the end of a block.
func tail(b *block) ([]instr, bool) {
	if len(b.pieces) == 0 {
		return nil, false
	}
	p := b.pieces[len(b.pieces)-1]
	if p.unwind {
		return nil, false
	}
	var list []instr
	for r := (&reader{b: p.raw}); !r.done(); {
		in := r.next()
		if r.failed {
			return nil, false
		}
		if in.op != opNop {
			list = append(list, in)
		}
	}
	return list, true
}

// test recognises "local.get x, i64.const n, comparison, [i32.eqz]" and "local.get x, i64.eqz, [i32.eqz]".
func (f *fn) test(b *block) (test, bool) {
	list, ok := tail(b)
	if !ok {
		return test{}, false
	}
	var t test
	n := len(list)
	if n > 0 && list[n-1].op == opI32Eqz {
		t.not = true
		n--
	}
	switch {
	case n >= 2 && list[n-1].op == opI64Eqz:
		t.op = opI64Eq
		n--
	case n >= 3 && list[n-2].op == opI64Const:
		t.op, t.n = list[n-1].op, uint64(list[n-2].n)
		n -= 2
	default:
		return test{}, false
	}
	switch t.op {
	case opI64Eq, opI64LtU, opI64GtU, opI64LeU, opI64GeU:
	case opI64Ne:
		t.op, t.not = opI64Eq, !t.not
	default:
		return test{}, false
	}
	n--
	t.local = list[n].n
	switch list[n].op {
	case opLocalGet:
	case opLocalTee:
		// The value is set here: the variable has it afterwards.
		t.byte = n > 0 && list[n-1].op == opI64Load8U
		return t, true
	default:
		return test{}, false
	}
	t.pure = n == 0 && len(b.pieces) == 1
	for k := n - 1; k > 0; k-- {
		in := list[k]
		if in.op == opIf || in.op == opEnd || in.op == opCall || in.op == opCallIndirect {
			break
		}
		if (in.op == opLocalSet || in.op == opLocalTee) && in.n == t.local {
			t.byte = list[k-1].op == opI64Load8U
			break
		}
	}
	return t, true
}

// withoutTest are a block's pieces less the comparison at its end.
func (f *fn) withoutTest(b *block) []piece {
	list, _ := tail(b)
	n := len(list)
	if list[n-1].op == opI32Eqz {
		n--
	}
	if list[n-1].op == opI64Eqz {
		n--
	} else {
		n -= 2
	}
	pieces := append([]piece(nil), b.pieces...)
	last := &pieces[len(pieces)-1]
	in := list[n-1]
	if in.op == opLocalTee {
		raw := append([]byte(nil), last.raw[:in.from]...)
		last.raw = appendUint(append(raw, opLocalSet), uint64(in.n))
	} else {
		last.raw = last.raw[:in.from]
	}
	return pieces
}
