package randommod

import "math/big"

// twister is the generator MT19937 of Matsumoto and Nishimura, seeded and read
// as CPython does, so that seeded programs get the numbers that they get there.
type twister struct {
	state [size]uint32
	next  int
}

const (
	size   = 624
	middle = 397
)

// seedWord fills the state from a single word.
func (g *twister) seedWord(s uint32) {
	g.state[0] = s
	for i := 1; i < size; i++ {
		p := g.state[i-1]
		g.state[i] = 1812433253*(p^p>>30) + uint32(i)
	}
	g.next = size
}

// seedWords fills the state from a key of any length.
func (g *twister) seedWords(key []uint32) {
	g.seedWord(19650218)
	i, j := 1, 0
	wrap := func() {
		if i++; i == size {
			g.state[0] = g.state[size-1]
			i = 1
		}
	}
	for n := max(size, len(key)); n > 0; n-- {
		p := g.state[i-1]
		g.state[i] = (g.state[i] ^ (p^p>>30)*1664525) + key[j] + uint32(j)
		wrap()
		if j++; j == len(key) {
			j = 0
		}
	}
	for n := size - 1; n > 0; n-- {
		p := g.state[i-1]
		g.state[i] = (g.state[i] ^ (p^p>>30)*1566083941) - uint32(i)
		wrap()
	}
	g.state[0] = 1 << 31
}

// seedInt seeds with the absolute value of x, in words from the lowest.
func (g *twister) seedInt(x *big.Int) {
	b := new(big.Int).Abs(x).Bytes()
	key := make([]uint32, (len(b)+3)/4)
	for i := range b {
		key[i/4] |= uint32(b[len(b)-1-i]) << (8 * (i % 4))
	}
	if len(key) == 0 {
		key = []uint32{0}
	}
	g.seedWords(key)
}

func (g *twister) word() uint32 {
	if g.next >= size {
		for i := range g.state {
			y := g.state[i]&(1<<31) | g.state[(i+1)%size]&(1<<31-1)
			x := g.state[(i+middle)%size] ^ y>>1
			if y&1 != 0 {
				x ^= 0x9908b0df
			}
			g.state[i] = x
		}
		g.next = 0
	}
	y := g.state[g.next]
	g.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// float is a number in [0, 1) of 53 bits.
func (g *twister) float() float64 {
	a, b := g.word()>>5, g.word()>>6
	return (float64(a)*(1<<26) + float64(b)) / (1 << 53)
}

// bits is a number of k bits, k up to 64.
func (g *twister) bits(k int) uint64 {
	if k <= 32 {
		if k == 0 {
			return 0
		}
		return uint64(g.word() >> (32 - k))
	}
	low := uint64(g.word())
	return low | uint64(g.word()>>(64-k))<<32
}

// bigBits is a number of k bits.
func (g *twister) bigBits(k int) *big.Int {
	b := make([]byte, (k+31)/32*4)
	for i := len(b); i > 0; i -= 4 {
		w := g.word()
		if k < 32 {
			w >>= 32 - k
		}
		k -= 32
		b[i-1], b[i-2], b[i-3], b[i-4] = byte(w), byte(w>>8), byte(w>>16), byte(w>>24)
	}
	return new(big.Int).SetBytes(b)
}

// below is a number in [0, n), n positive: numbers of as many bits as n has, until one is small enough.
func (g *twister) below(n int64) int64 {
	if n <= 0 {
		return 0
	}
	k := 0
	for v := n; v > 0; v >>= 1 {
		k++
	}
	for {
		if r := g.bits(k); r < uint64(n) {
			return int64(r)
		}
	}
}

func (g *twister) bigBelow(n *big.Int) *big.Int {
	if n.Sign() <= 0 {
		return new(big.Int)
	}
	for k := n.BitLen(); ; {
		if r := g.bigBits(k); r.Cmp(n) < 0 {
			return r
		}
	}
}
