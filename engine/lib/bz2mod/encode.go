package bz2mod

// Compression. Runs of the input are shortened, a block of it is sorted
// (sort.go), its symbols become distances to where they stood last, runs of zero
// become numbers, and all of that is Huffman coded by several tables in turns
// (huffman.go).

type bitWriter struct {
	out  []byte
	acc  uint64
	bits uint
}

func (w *bitWriter) write(n uint, v uint64) {
	for n > 32 {
		n -= 32
		w.write(32, v>>n&0xffffffff)
	}
	w.acc = w.acc<<n | v&(1<<n-1)
	w.bits += n
	for w.bits >= 8 {
		w.bits -= 8
		w.out = append(w.out, byte(w.acc>>w.bits))
	}
}

// encoder collects a block.
type encoder struct {
	w        bitWriter
	block    []byte
	used     [256]bool
	crc      uint32 // of the block
	combined uint32 // of the stream
	limit    int
}

// encode makes a whole stream; level is 1 to 9.
func encode(data string, level int) []byte {
	e := &encoder{limit: 100_000*level - 19}
	e.w.out = append(e.w.out, 'B', 'Z', 'h', byte('0'+level))
	e.start()
	for i := 0; i < len(data); {
		b := data[i]
		n := 1
		for n < 255 && i+n < len(data) && data[i+n] == b {
			n++
		}
		i += n
		// A block is closed as soon as it is full; a run that is still growing belongs to the next one.
		if len(e.block) >= e.limit {
			e.flush()
			e.start()
		}
		e.run(b, n)
	}
	if len(e.block) > 0 {
		e.flush()
	}
	e.w.write(48, endMark)
	e.w.write(32, uint64(e.combined))
	if e.w.bits > 0 {
		e.w.write(8-e.w.bits, 0)
	}
	return e.w.out
}

func (e *encoder) start() {
	e.block, e.crc, e.used = e.block[:0], 0xffffffff, [256]bool{}
}

// run adds n times b: four or more are four and a count.
func (e *encoder) run(b byte, n int) {
	for range n {
		e.crc = crcByte(e.crc, b)
	}
	e.used[b] = true
	for range min(n, 4) {
		e.block = append(e.block, b)
	}
	if n >= 4 {
		e.block = append(e.block, byte(n-4))
		e.used[n-4] = true
	}
}

func (e *encoder) flush() {
	sum := ^e.crc
	e.combined = (e.combined<<1 | e.combined>>31) ^ sum
	order := sortRotations(e.block)
	first := 0
	last := make([]byte, len(order))
	for i, at := range order {
		if at == 0 {
			first = i
			at = int32(len(e.block))
		}
		last[i] = e.block[at-1]
	}
	e.w.write(48, blockMark)
	e.w.write(32, uint64(sum))
	e.w.write(1, 0)
	e.w.write(24, uint64(first))
	e.symbolMap()
	symbols, n := e.moveToFront(last)
	writeCoded(&e.w, symbols, n)
}

// symbolMap writes which bytes the block has: sixteen bits for groups, then sixteen for each group.
func (e *encoder) symbolMap() {
	var groups uint64
	var maps [16]uint64
	for i := range 16 {
		for j := range 16 {
			maps[i] <<= 1
			if e.used[16*i+j] {
				maps[i] |= 1
			}
		}
		groups <<= 1
		if maps[i] != 0 {
			groups |= 1
		}
	}
	e.w.write(16, groups)
	for _, m := range maps {
		if m != 0 {
			e.w.write(16, m)
		}
	}
}

// moveToFront answers the symbols to be coded, and how many kinds there are: runs of zero
// as binary numbers of the digits 0 and 1 (that mean one and two), then places plus one, then the end.
func (e *encoder) moveToFront(last []byte) ([]uint16, int) {
	var list []byte
	for b := range 256 {
		if e.used[b] {
			list = append(list, byte(b))
		}
	}
	end := len(list) + 1
	out := make([]uint16, 0, len(last)+1)
	zeros := 0
	flush := func() {
		for n := zeros; n > 0; n = (n - 1) / 2 {
			out = append(out, uint16((n-1)&1))
		}
		zeros = 0
	}
	for _, b := range last {
		if list[0] == b {
			zeros++
			continue
		}
		flush()
		i := 1
		for list[i] != b {
			i++
		}
		copy(list[1:i+1], list[:i])
		list[0] = b
		out = append(out, uint16(i+1))
	}
	flush()
	return append(out, uint16(end)), end + 1
}
