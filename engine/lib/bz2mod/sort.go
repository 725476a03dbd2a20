package bz2mod

// sortRotations answers the order of the rotations of a block: where each begins.
// Rotations are ranked by their first byte, then by twice as many bytes as
// before, with two passes of counting each time: rank pairs of ranks.
func sortRotations(block []byte) []int32 {
	n := len(block)
	order, rank, next := make([]int32, n), make([]int32, n), make([]int32, n)
	counts := make([]int32, max(n, 256)+1)
	for _, b := range block {
		counts[int(b)+1]++
	}
	for i := range 256 {
		counts[i+1] += counts[i]
	}
	for i, b := range block {
		order[counts[b]] = int32(i)
		counts[b]++
	}
	kinds := int32(0)
	for i, at := range order {
		if i > 0 && block[order[i-1]] != block[at] {
			kinds++
		}
		rank[at] = kinds
	}
	for width := 1; width < n && int(kinds) < n-1; width *= 2 {
		// order is by the first width bytes; what begins width before is by the second half.
		for i, at := range order {
			if at -= int32(width % n); at < 0 {
				at += int32(n)
			}
			next[i] = at
		}
		clear(counts[:kinds+2])
		for _, r := range rank {
			counts[r+1]++
		}
		for i := range kinds {
			counts[i+1] += counts[i]
		}
		for _, at := range next {
			order[counts[rank[at]]] = at
			counts[rank[at]]++
		}
		second := func(at int32) int32 {
			if at += int32(width % n); int(at) >= n {
				at -= int32(n)
			}
			return rank[at]
		}
		kinds = 0
		next[order[0]] = 0
		for i := 1; i < n; i++ {
			a, b := order[i-1], order[i]
			if rank[a] != rank[b] || second(a) != second(b) {
				kinds++
			}
			next[b] = kinds
		}
		rank, next = next, rank
	}
	return order
}
