package hashmod

import (
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
)

// The functions themselves: small rather than fast, each from its standard. (The
// packages of Go below crypto/ would add a quarter of a megabyte to the page.)

// padded is the message with the padding of MD5, SHA-1 and SHA-256: a one, zeros, the length in bits.
func padded(msg []byte, little bool) []byte {
	n := uint64(len(msg)) * 8
	out := append(append(make([]byte, 0, len(msg)+128), msg...), 0x80)
	for len(out)%64 != 56 {
		out = append(out, 0)
	}
	if little {
		return binary.LittleEndian.AppendUint64(out, n)
	}
	return binary.BigEndian.AppendUint64(out, n)
}

// md5 is RFC 1321.
func md5(msg []byte) []byte {
	shifts := [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}
	h := [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}
	for msg = padded(msg, true); len(msg) > 0; msg = msg[64:] {
		a, b, c, d := h[0], h[1], h[2], h[3]
		for i := range 64 {
			var f uint32
			var g int
			switch i / 16 {
			case 0:
				f, g = b&c|^b&d, i
			case 1:
				f, g = d&b|^d&c, (5*i+1)%16
			case 2:
				f, g = b^c^d, (3*i+5)%16
			default:
				f, g = c^(b|^d), 7*i%16
			}
			k := uint32(uint64(math.Floor(math.Abs(math.Sin(float64(i+1))) * (1 << 32))))
			f += a + k + binary.LittleEndian.Uint32(msg[4*g:])
			a, d, c, b = d, c, b, b+bits.RotateLeft32(f, shifts[i/16][i%4])
		}
		h[0], h[1], h[2], h[3] = h[0]+a, h[1]+b, h[2]+c, h[3]+d
	}
	var out []byte
	for _, x := range h {
		out = binary.LittleEndian.AppendUint32(out, x)
	}
	return out
}

// sha1 is FIPS 180-4.
func sha1(msg []byte) []byte {
	h := [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}
	for msg = padded(msg, false); len(msg) > 0; msg = msg[64:] {
		var w [80]uint32
		for i := range w {
			if i < 16 {
				w[i] = binary.BigEndian.Uint32(msg[4*i:])
			} else {
				w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
			}
		}
		v := h
		for i, x := range w {
			var f, k uint32
			switch i / 20 {
			case 0:
				f, k = v[1]&v[2]|^v[1]&v[3], 0x5a827999
			case 1:
				f, k = v[1]^v[2]^v[3], 0x6ed9eba1
			case 2:
				f, k = v[1]&v[2]|v[1]&v[3]|v[2]&v[3], 0x8f1bbcdc
			default:
				f, k = v[1]^v[2]^v[3], 0xca62c1d6
			}
			v = [5]uint32{bits.RotateLeft32(v[0], 5) + f + v[4] + k + x, v[0], bits.RotateLeft32(v[1], 30), v[2], v[3]}
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	var out []byte
	for _, x := range h {
		out = binary.BigEndian.AppendUint32(out, x)
	}
	return out
}

// The constants of SHA-2: fractional parts of roots of the first primes.
var (
	cubeRoots   [80]uint64 // of the first 80 primes
	squareRoots [16]uint64 // of the first 16
)

func constants() {
	if cubeRoots[0] != 0 {
		return
	}
	n := 0
	for p := int64(2); n < 80; p++ {
		prime := true
		for d := int64(2); d*d <= p; d++ {
			prime = prime && p%d != 0
		}
		if !prime {
			continue
		}
		cubeRoots[n] = cubeRoot(new(big.Int).Lsh(big.NewInt(p), 192))
		if n < 16 {
			squareRoots[n] = fraction(new(big.Int).Sqrt(new(big.Int).Lsh(big.NewInt(p), 128)))
		}
		n++
	}
}

func fraction(x *big.Int) uint64 {
	return new(big.Int).And(x, new(big.Int).SetUint64(1<<64-1)).Uint64()
}

// cubeRoot is the integer cube root of x, without what is above 64 bits.
func cubeRoot(x *big.Int) uint64 {
	r := new(big.Int)
	for i := 70; i >= 0; i-- {
		t := new(big.Int).SetBit(r, i, 1)
		c := new(big.Int).Mul(t, t)
		if c.Mul(c, t).Cmp(x) <= 0 {
			r = t
		}
	}
	return fraction(r)
}

// sha256 is SHA-256, or SHA-224 with size 28.
func sha256(msg []byte, size int) []byte {
	constants()
	var h [8]uint32
	for i := range h {
		h[i] = uint32(squareRoots[i] >> 32)
		if size == 28 {
			h[i] = uint32(squareRoots[i+8])
		}
	}
	rot := func(x uint32, n int) uint32 { return bits.RotateLeft32(x, -n) }
	for msg = padded(msg, false); len(msg) > 0; msg = msg[64:] {
		var w [64]uint32
		for i := range w {
			if i < 16 {
				w[i] = binary.BigEndian.Uint32(msg[4*i:])
				continue
			}
			a, b := w[i-15], w[i-2]
			w[i] = w[i-16] + (rot(a, 7) ^ rot(a, 18) ^ a>>3) + w[i-7] + (rot(b, 17) ^ rot(b, 19) ^ b>>10)
		}
		v := h
		for i := range w {
			a, e := v[0], v[4]
			t1 := v[7] + (rot(e, 6) ^ rot(e, 11) ^ rot(e, 25)) + (e&v[5] ^ ^e&v[6]) + uint32(cubeRoots[i]>>32) + w[i]
			t2 := (rot(a, 2) ^ rot(a, 13) ^ rot(a, 22)) + (a&v[1] ^ a&v[2] ^ v[1]&v[2])
			v = [8]uint32{t1 + t2, v[0], v[1], v[2], v[3] + t1, v[4], v[5], v[6]}
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	var out []byte
	for _, x := range h {
		out = binary.BigEndian.AppendUint32(out, x)
	}
	return out[:size]
}

// sha512 is SHA-512, or SHA-384 with size 48.
func sha512(msg []byte, size int) []byte {
	constants()
	var h [8]uint64
	for i := range h {
		h[i] = squareRoots[i]
		if size == 48 {
			h[i] = squareRoots[i+8]
		}
	}
	rot := func(x uint64, n int) uint64 { return bits.RotateLeft64(x, -n) }
	n := uint64(len(msg)) * 8
	msg = append(append(make([]byte, 0, len(msg)+256), msg...), 0x80)
	for len(msg)%128 != 120 {
		msg = append(msg, 0)
	}
	if n/8%128 >= 112 && n/8%128 < 120 {
		msg = append(msg, make([]byte, 128)...)
	}
	for msg = binary.BigEndian.AppendUint64(msg, n); len(msg) > 0; msg = msg[128:] {
		var w [80]uint64
		for i := range w {
			if i < 16 {
				w[i] = binary.BigEndian.Uint64(msg[8*i:])
				continue
			}
			a, b := w[i-15], w[i-2]
			w[i] = w[i-16] + (rot(a, 1) ^ rot(a, 8) ^ a>>7) + w[i-7] + (rot(b, 19) ^ rot(b, 61) ^ b>>6)
		}
		v := h
		for i := range w {
			a, e := v[0], v[4]
			t1 := v[7] + (rot(e, 14) ^ rot(e, 18) ^ rot(e, 41)) + (e&v[5] ^ ^e&v[6]) + cubeRoots[i] + w[i]
			t2 := (rot(a, 28) ^ rot(a, 34) ^ rot(a, 39)) + (a&v[1] ^ a&v[2] ^ v[1]&v[2])
			v = [8]uint64{t1 + t2, v[0], v[1], v[2], v[3] + t1, v[4], v[5], v[6]}
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	var out []byte
	for _, x := range h {
		out = binary.BigEndian.AppendUint64(out, x)
	}
	return out[:size]
}

// keccak is the sponge of FIPS 202: rate in bytes, suffix the bits that tell SHA-3 from SHAKE.
func keccak(msg []byte, rate int, suffix byte, size int) []byte {
	var s [25]uint64
	p := append(append(make([]byte, 0, len(msg)+rate), msg...), suffix)
	for len(p)%rate != 0 {
		p = append(p, 0)
	}
	p[len(p)-1] |= 0x80
	for ; len(p) > 0; p = p[rate:] {
		for i := 0; i < rate/8; i++ {
			s[i] ^= binary.LittleEndian.Uint64(p[8*i:])
		}
		keccakF(&s)
	}
	var out []byte
	for len(out) < size {
		for i := 0; i < rate/8; i++ {
			out = binary.LittleEndian.AppendUint64(out, s[i])
		}
		keccakF(&s)
	}
	return out[:size]
}

func keccakF(s *[25]uint64) {
	lfsr := byte(1)
	for range 24 {
		var c [5]uint64
		for x := range 5 {
			c[x] = s[x] ^ s[x+5] ^ s[x+10] ^ s[x+15] ^ s[x+20]
		}
		for x := range 5 {
			d := c[(x+4)%5] ^ bits.RotateLeft64(c[(x+1)%5], 1)
			for y := 0; y < 25; y += 5 {
				s[x+y] ^= d
			}
		}
		x, y, cur := 1, 0, s[1]
		for t := range 24 {
			x, y = y, (2*x+3*y)%5
			s[x+5*y], cur = bits.RotateLeft64(cur, (t+1)*(t+2)/2), s[x+5*y]
		}
		for y := 0; y < 25; y += 5 {
			var row [5]uint64
			copy(row[:], s[y:y+5])
			for x := range 5 {
				s[x+y] = row[x] ^ ^row[(x+1)%5]&row[(x+2)%5]
			}
		}
		for j := range 7 {
			if lfsr&1 != 0 {
				s[0] ^= 1 << (1<<j - 1)
			}
			if lfsr&0x80 != 0 {
				lfsr = lfsr<<1 ^ 0x71
			} else {
				lfsr <<= 1
			}
		}
	}
}

var sigma = [10][16]uint8{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

// blake2 is RFC 7693: BLAKE2b with words of 64 bits, BLAKE2s with words of 32 (small). params is the parameter
// block, which begins with the size of the digest.
func blake2(msg, keyData, params []byte, small bool) []byte {
	constants()
	block, word, rounds := 128, 8, 12
	r := [4]int{32, 24, 16, 63}
	if small {
		block, word, rounds = 64, 4, 10
		r = [4]int{16, 12, 8, 7}
	}
	mask := uint64(1<<64 - 1)
	if small {
		mask = 1<<32 - 1
	}
	rot := func(x uint64, n int) uint64 {
		if small {
			return uint64(bits.RotateLeft32(uint32(x), -n))
		}
		return bits.RotateLeft64(x, -n)
	}
	load := func(b []byte) uint64 {
		if small {
			return uint64(binary.LittleEndian.Uint32(b))
		}
		return binary.LittleEndian.Uint64(b)
	}
	var iv, h [8]uint64
	for i := range iv {
		iv[i] = squareRoots[i]
		if small {
			iv[i] >>= 32
		}
		h[i] = iv[i] ^ load(params[i*word:])
	}
	data := msg
	if len(keyData) > 0 {
		data = append(append(append([]byte(nil), keyData...), make([]byte, block-len(keyData))...), msg...)
	}
	for done := 0; ; {
		last := len(data)-done <= block
		var m [16]uint64
		chunk := make([]byte, block)
		n := copy(chunk, data[done:])
		done += n
		for i := range m {
			m[i] = load(chunk[i*word:])
		}
		var v [16]uint64
		copy(v[:], h[:])
		copy(v[8:], iv[:])
		v[12] ^= uint64(done) & mask
		if last {
			v[14] ^= mask
		}
		for i := range rounds {
			s := &sigma[i%10]
			mix := func(a, b, c, d, k int) {
				v[a] = (v[a] + v[b] + m[s[2*k]]) & mask
				v[d] = rot(v[d]^v[a], r[0])
				v[c] = (v[c] + v[d]) & mask
				v[b] = rot(v[b]^v[c], r[1])
				v[a] = (v[a] + v[b] + m[s[2*k+1]]) & mask
				v[d] = rot(v[d]^v[a], r[2])
				v[c] = (v[c] + v[d]) & mask
				v[b] = rot(v[b]^v[c], r[3])
			}
			for k := range 4 {
				mix(k, k+4, k+8, k+12, k)
			}
			for k := range 4 {
				mix(k, (k+1)%4+4, (k+2)%4+8, (k+3)%4+12, k+4)
			}
		}
		for i := range h {
			h[i] ^= v[i] ^ v[i+8]
		}
		if last {
			break
		}
	}
	var out []byte
	for _, x := range h {
		if small {
			out = binary.LittleEndian.AppendUint32(out, uint32(x))
		} else {
			out = binary.LittleEndian.AppendUint64(out, x)
		}
	}
	return out[:params[0]]
}
