package randommod

import (
	"math/big"
	"math/bits"
)

// SHA-512 (FIPS 180-4), with which a text becomes a seed.

var shaK, shaH = shaConstants()

// shaConstants are the fractional parts of the cube roots of the first 80 primes,
// and of the square roots of the first 8.
func shaConstants() (k [80]uint64, h [8]uint64) {
	n := 0
	for p := int64(2); n < 80; p++ {
		prime := true
		for d := int64(2); d*d <= p; d++ {
			prime = prime && p%d != 0
		}
		if !prime {
			continue
		}
		k[n] = cubeRoot(new(big.Int).Lsh(big.NewInt(p), 192))
		if n < 8 {
			r := new(big.Int).Sqrt(new(big.Int).Lsh(big.NewInt(p), 128))
			h[n] = low64(r)
		}
		n++
	}
	return k, h
}

func low64(x *big.Int) uint64 {
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
	return low64(r)
}

func sha512(msg []byte) []byte {
	n := uint64(len(msg))
	msg = append(append([]byte(nil), msg...), 0x80)
	for len(msg)%128 != 112 {
		msg = append(msg, 0)
	}
	msg = append(msg, make([]byte, 8)...)
	for i := 56; i >= 0; i -= 8 {
		msg = append(msg, byte(n*8>>i))
	}
	h := shaH
	for ; len(msg) > 0; msg = msg[128:] {
		var w [80]uint64
		for i := 0; i < 16; i++ {
			for j := 0; j < 8; j++ {
				w[i] = w[i]<<8 | uint64(msg[8*i+j])
			}
		}
		rot := bits.RotateLeft64
		for i := 16; i < 80; i++ {
			a, b := w[i-15], w[i-2]
			w[i] = w[i-16] + (rot(a, -1) ^ rot(a, -8) ^ a>>7) + w[i-7] + (rot(b, -19) ^ rot(b, -61) ^ b>>6)
		}
		v := h
		for i := 0; i < 80; i++ {
			a, e := v[0], v[4]
			t1 := v[7] + (rot(e, -14) ^ rot(e, -18) ^ rot(e, -41)) + (e&v[5] ^ ^e&v[6]) + shaK[i] + w[i]
			t2 := (rot(a, -28) ^ rot(a, -34) ^ rot(a, -39)) + (a&v[1] ^ a&v[2] ^ v[1]&v[2])
			v = [8]uint64{t1 + t2, v[0], v[1], v[2], v[3] + t1, v[4], v[5], v[6]}
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	out := make([]byte, 0, 64)
	for _, x := range h {
		for i := 56; i >= 0; i -= 8 {
			out = append(out, byte(x>>i))
		}
	}
	return out
}
