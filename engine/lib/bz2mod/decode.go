package bz2mod

import "errors"

var (
	errShort   = errors.New("more data is needed")
	errEnd     = errors.New("the end of the stream")
	errInvalid = errors.New("this is no bzip2 data")
)

type bitReader struct {
	data  string
	at    int // the next bit
	short bool
}

// read answers n bits, at most 56; zeros, and short is set, where the data ends.
func (r *bitReader) read(n int) (v uint64) {
	if r.at+n > 8*len(r.data) {
		r.short = true
		return 0
	}
	for n > 0 {
		b := uint64(r.data[r.at>>3])
		have := 8 - r.at&7
		take := min(have, n)
		v = v<<take | b>>(have-take)&(1<<take-1)
		r.at += take
		n -= take
	}
	return v
}

// decoder is a table of codes: for each length, the first code, and where its symbols begin.
type decoder struct {
	first, count, index [22]int
	symbols             []uint16
}

func newDecoder(lengths []byte) *decoder {
	d := &decoder{}
	for _, l := range lengths {
		d.count[l]++
	}
	code := 0
	for l := 1; l <= 20; l++ {
		d.first[l], d.index[l] = code, len(d.symbols)
		for s, have := range lengths {
			if int(have) == l {
				d.symbols = append(d.symbols, uint16(s))
			}
		}
		code = (code + d.count[l]) << 1
	}
	return d
}

func (d *decoder) next(r *bitReader) (uint16, error) {
	code := 0
	for l := 1; l <= 20; l++ {
		code = code<<1 | int(r.read(1))
		if r.short {
			return 0, errShort
		}
		if i := code - d.first[l]; i < d.count[l] {
			return d.symbols[d.index[l]+i], nil
		}
	}
	return 0, errInvalid
}

// decodeBlock reads a block of a stream of that level, or its end (errEnd); the number is the checksum
// that stands there. The block's own has been compared.
func decodeBlock(r *bitReader, level int) ([]byte, uint32, error) {
	mark := r.read(48)
	sum := uint32(r.read(32))
	if r.short {
		return nil, 0, errShort
	}
	if mark == endMark {
		return nil, sum, errEnd
	}
	if mark != blockMark {
		return nil, 0, errInvalid
	}
	if r.read(1) != 0 {
		return nil, 0, errInvalid // a form that has not been written since 1996
	}
	first := int(r.read(24))
	last, err := readSymbols(r, 100_000*level)
	if err != nil {
		return nil, 0, err
	}
	if first >= len(last) {
		return nil, 0, errInvalid
	}
	out := undo(last, first)
	crc := ^uint32(0)
	for _, b := range out {
		crc = crcByte(crc, b)
	}
	if ^crc != sum {
		return nil, 0, errInvalid
	}
	return out, sum, nil
}

// readSymbols reads the tables and the last column of the sorted rotations.
func readSymbols(r *bitReader, limit int) ([]byte, error) {
	var list []byte
	groups := r.read(16)
	for i := range 16 {
		if groups>>(15-i)&1 == 0 {
			continue
		}
		m := r.read(16)
		for j := range 16 {
			if m>>(15-j)&1 != 0 {
				list = append(list, byte(16*i+j))
			}
		}
	}
	tables, n := int(r.read(3)), int(r.read(15))
	if r.short {
		return nil, errShort
	}
	if len(list) == 0 || tables < 2 || tables > 6 || n == 0 {
		return nil, errInvalid
	}
	choices := make([]byte, n)
	order := []byte{0, 1, 2, 3, 4, 5}[:tables]
	for i := range choices {
		j := 0
		for r.read(1) == 1 {
			if j++; j >= tables {
				return nil, errInvalid
			}
		}
		if r.short {
			return nil, errShort
		}
		c := order[j]
		copy(order[1:j+1], order[:j])
		order[0] = c
		choices[i] = c
	}
	kinds := len(list) + 2
	decoders := make([]*decoder, tables)
	for t := range decoders {
		lengths := make([]byte, kinds)
		now := int(r.read(5))
		for s := range lengths {
			for {
				if r.short {
					return nil, errShort
				}
				if now < 1 || now > 20 {
					return nil, errInvalid
				}
				if r.read(1) == 0 {
					break
				}
				now += 1 - 2*int(r.read(1))
			}
			lengths[s] = byte(now)
		}
		if r.short {
			return nil, errShort
		}
		decoders[t] = newDecoder(lengths)
	}
	var out []byte
	run, digit := 0, 1
	for i := 0; ; i++ {
		if i/groupSize >= len(choices) {
			return nil, errInvalid
		}
		s, err := decoders[choices[i/groupSize]].next(r)
		if err != nil {
			return nil, err
		}
		if s < 2 {
			if run += digit << s; run > limit {
				return nil, errInvalid
			}
			digit <<= 1
			continue
		}
		if len(out)+run > limit {
			return nil, errInvalid
		}
		for ; run > 0; run-- {
			out = append(out, list[0])
		}
		digit = 1
		if int(s) == kinds-1 {
			return out, nil
		}
		at := int(s) - 1
		b := list[at]
		copy(list[1:at+1], list[:at])
		list[0] = b
		out = append(out, b)
	}
}

// undo goes from the last column back to the block, and from the block to the data.
func undo(last []byte, first int) []byte {
	var starts [256]int
	for _, b := range last {
		starts[b]++
	}
	sum := 0
	for b := range starts {
		starts[b], sum = sum, sum+starts[b]
	}
	next := make([]int32, len(last))
	for i, b := range last {
		next[starts[b]] = int32(i)
		starts[b]++
	}
	out := make([]byte, 0, len(last))
	at, same := next[first], 0
	for i := range last {
		b := last[at]
		at = next[at]
		if same == 4 {
			for range b {
				out = append(out, out[len(out)-1])
			}
			same = 0
			continue
		}
		if i > 0 && same > 0 && out[len(out)-1] == b {
			same++
		} else {
			same = 1
		}
		out = append(out, b)
	}
	return out
}
