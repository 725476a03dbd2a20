package kernel

// Random is a seeded generator (splitmix64): small, fast, equal on all platforms.
// Each consumer that must not disturb the others takes a Fork.
type Random struct{ state uint64 }

// NewRandom makes a generator from a seed.
func NewRandom(seed int64) *Random { return &Random{uint64(seed)*0x9e3779b97f4a7c15 + 0x1234567} }

// Uint64 is the next number.
func (r *Random) Uint64() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Int63n is a number in [0,n); 0 when n is not positive. The bias is below 2^-30 for the small n used here.
func (r *Random) Int63n(n int64) int64 {
	if n <= 0 {
		return 0
	}
	return int64(r.Uint64() >> 1 % uint64(n))
}

// Fork makes an independent generator whose numbers depend on the seed and the label only.
func (r *Random) Fork(label string) *Random {
	h := r.state
	for i := 0; i < len(label); i++ {
		h = (h ^ uint64(label[i])) * 0x100000001b3
	}
	return &Random{h}
}
