package bz2mod

// Huffman coding by two to six tables, of which each run of fifty symbols
// chooses the one that suits it best. Tables and choices are improved in turns.

const (
	groupSize = 50
	rounds    = 4
	longest   = 17 // bits of a code that is written
	farLonger = 15 // what a symbol is first taken to cost in a table of others
)

func writeCoded(w *bitWriter, symbols []uint16, kinds int) {
	tables := 6
	for i, most := range [...]int{200, 600, 1200, 2400} {
		if len(symbols) < most {
			tables = i + 2
			break
		}
	}
	lengths := firstGuess(symbols, kinds, tables)
	var choices []byte
	for range rounds {
		counts := make([][]int32, tables)
		for t := range counts {
			counts[t] = make([]int32, kinds)
		}
		choices = choices[:0]
		for i := 0; i < len(symbols); i += groupSize {
			group := symbols[i:min(i+groupSize, len(symbols))]
			best, least := 0, 1<<30
			for t := range lengths {
				cost := 0
				for _, s := range group {
					cost += int(lengths[t][s])
				}
				if cost < least {
					best, least = t, cost
				}
			}
			choices = append(choices, byte(best))
			for _, s := range group {
				counts[best][s]++
			}
		}
		for t := range lengths {
			codeLengths(lengths[t], counts[t])
		}
	}
	w.write(3, uint64(tables))
	w.write(15, uint64(len(choices)))
	writeChoices(w, choices, tables)
	codes := make([][]uint32, tables)
	for t, length := range lengths {
		codes[t] = assign(length)
		writeLengths(w, length)
	}
	for i, s := range symbols {
		t := choices[i/groupSize]
		w.write(uint(lengths[t][s]), uint64(codes[t][s]))
	}
}

// firstGuess shares the symbols among the tables, so that each has about as many occurrences.
func firstGuess(symbols []uint16, kinds, tables int) [][]byte {
	counts := make([]int, kinds)
	for _, s := range symbols {
		counts[s]++
	}
	lengths := make([][]byte, tables)
	left, from := len(symbols), 0
	for part := tables; part > 0; part-- {
		want, got, to := left/part, 0, from
		for got < want && to < kinds {
			got += counts[to]
			to++
		}
		if to-from > 1 && part != tables && part != 1 && (tables-part)%2 == 1 {
			to--
			got -= counts[to]
		}
		length := make([]byte, kinds)
		for s := range length {
			if s < from || s >= to {
				length[s] = farLonger
			}
		}
		lengths[part-1] = length
		left -= got
		from = to
	}
	return lengths
}

// codeLengths sets the length of each symbol's code. A weight holds a count in its
// upper bits and the height of its tree in its lowest eight, so that of equal
// counts the flatter tree comes first. Too long a code has all counts halved.
func codeLengths(lengths []byte, counts []int32) {
	n := len(counts)
	weights := make([]int64, 2*n)
	for i, c := range counts {
		weights[i] = int64(max(c, 1)) << 8
	}
	parents := make([]int, 2*n)
	for {
		var h heap
		h.weights = weights
		for i := range n {
			parents[i] = -1
			h.push(i)
		}
		nodes := n
		for len(h.items) > 1 {
			a, b := h.pop(), h.pop()
			parents[a], parents[b] = nodes, nodes
			weights[nodes] = (weights[a]>>8+weights[b]>>8)<<8 | (1 + max(weights[a]&0xff, weights[b]&0xff))
			parents[nodes] = -1
			h.push(nodes)
			nodes++
		}
		tooLong := false
		for i := range n {
			length := 0
			for at := i; parents[at] >= 0; at = parents[at] {
				length++
			}
			lengths[i] = byte(length)
			tooLong = tooLong || length > longest
		}
		if !tooLong {
			return
		}
		for i := range n {
			weights[i] = (1 + weights[i]>>8/2) << 8
		}
	}
}

// heap is of nodes, the lightest first.
type heap struct {
	items   []int
	weights []int64
}

func (h *heap) push(node int) {
	h.items = append(h.items, node)
	i := len(h.items)
	for i > 1 && h.weights[node] < h.weights[h.items[i/2-1]] {
		h.items[i-1] = h.items[i/2-1]
		i /= 2
	}
	h.items[i-1] = node
}

func (h *heap) pop() int {
	top, last := h.items[0], len(h.items)-1
	node := h.items[last]
	h.items = h.items[:last]
	if last == 0 {
		return top
	}
	i := 1
	for {
		child := 2 * i
		if child > last {
			break
		}
		if child < last && h.weights[h.items[child]] < h.weights[h.items[child-1]] {
			child++
		}
		if h.weights[node] < h.weights[h.items[child-1]] {
			break
		}
		h.items[i-1] = h.items[child-1]
		i = child
	}
	h.items[i-1] = node
	return top
}

// assign gives each symbol its code: shorter ones first, those of a length in order.
func assign(lengths []byte) []uint32 {
	codes := make([]uint32, len(lengths))
	code := uint32(0)
	for length := byte(1); length <= 20; length++ {
		for s, l := range lengths {
			if l == length {
				codes[s] = code
				code++
			}
		}
		code <<= 1
	}
	return codes
}

// writeChoices writes the tables chosen, as their distance to where they stood last, in unary.
func writeChoices(w *bitWriter, choices []byte, tables int) {
	list := []byte{0, 1, 2, 3, 4, 5}[:tables]
	for _, c := range choices {
		i := 0
		for list[i] != c {
			i++
		}
		copy(list[1:i+1], list[:i])
		list[0] = c
		for range i {
			w.write(1, 1)
		}
		w.write(1, 0)
	}
}

// writeLengths writes a table: the first length, then steps up (10) and down (11), each symbol ended by 0.
func writeLengths(w *bitWriter, lengths []byte) {
	now := lengths[0]
	w.write(5, uint64(now))
	for _, l := range lengths {
		for ; now < l; now++ {
			w.write(2, 2)
		}
		for ; now > l; now-- {
			w.write(2, 3)
		}
		w.write(1, 0)
	}
}
