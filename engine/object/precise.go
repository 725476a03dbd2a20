package object

import "math"

// Powers, exponentials, logarithms, sines and cosines that are correctly rounded
// but for the rarest cases. Package math's are off by a unit in the last place
// now and then, which a program that prints them shows, and differ between
// platforms. The work is done in pairs of floats: a value is hi + lo, about 106
// bits. Products are converted explicitly, since a compiler may otherwise fuse
// them with the addition that follows.

type pair struct{ hi, lo float64 }

func twoSum(a, b float64) pair {
	s := a + b
	t := s - a
	return pair{s, (a - (s - t)) + (b - t)}
}

func quickSum(a, b float64) pair {
	s := a + b
	return pair{s, b - (s - a)}
}

func twoProd(a, b float64) pair {
	const split = 1<<27 + 1
	p := float64(a * b)
	t := float64(split * a)
	ah := t - (t - a)
	al := a - ah
	t = float64(split * b)
	bh := t - (t - b)
	bl := b - bh
	e := float64(ah*bh) - p
	e += float64(ah * bl)
	e += float64(al * bh)
	e += float64(al * bl)
	return pair{p, e}
}

func (a pair) add(b pair) pair {
	s := twoSum(a.hi, b.hi)
	t := twoSum(a.lo, b.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (a pair) mul(b pair) pair {
	p := twoProd(a.hi, b.hi)
	return quickSum(p.hi, p.lo+(float64(a.hi*b.lo)+float64(a.lo*b.hi)))
}

func (a pair) neg() pair { return pair{-a.hi, -a.lo} }

func (a pair) div(b pair) pair {
	q1 := a.hi / b.hi
	r := a.add(b.mul(pair{q1, 0}).neg())
	q2 := r.hi / b.hi
	r = r.add(b.mul(pair{q2, 0}).neg())
	q := quickSum(q1, q2)
	return q.add(pair{r.hi / b.hi, 0})
}

// scale multiplies by a power of two.
func (a pair) scale(k int) pair { return pair{math.Ldexp(a.hi, k), math.Ldexp(a.lo, k)} }

// round is the nearest float, times 2**k.
func (a pair) round(k int) float64 { return math.Ldexp(a.hi+a.lo, k) }

var (
	pairLn2    = pair{0.6931471805599453, 2.3190468138462996e-17}
	pairHalfPi = pair{1.5707963267948966, 6.123233995736766e-17}
	pairLn10   = pair{2.302585092994046, -2.1707562233822494e-16}
)

// logPair is the natural logarithm of a positive finite float.
func logPair(x float64) pair {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	// log(m) = 2 atanh(s), s = (m-1)/(m+1)
	s := twoSum(m, -1).div(twoSum(m, 1))
	s2 := s.mul(s)
	sum := pair{0, 0}
	for n := 45.0; n >= 3; n -= 2 {
		sum = sum.add(pair{1, 0}.div(pair{n, 0})).mul(s2)
	}
	sum = sum.add(pair{1, 0}).mul(s)
	return sum.scale(1).add(pairLn2.mul(pair{float64(e), 0}))
}

// expPair is e**p as a value near 1 and a power of two.
func expPair(p pair) (pair, int) {
	k := math.Round(p.hi / pairLn2.hi)
	r := p.add(pairLn2.mul(pair{-k, 0})).scale(-8)
	sum := pair{1, 0}
	for n := 10.0; n >= 1; n-- {
		sum = sum.mul(r).div(pair{n, 0}).add(pair{1, 0})
	}
	for range 8 {
		sum = sum.mul(sum)
	}
	return sum, int(k)
}

// PowFloat is x**y as the C library's pow has it, special values included.
func PowFloat(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case x != x || y != y || x == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Pow(x, y)
	case y == 1:
		return x
	case y == 2:
		return x * x
	case y == -1:
		return 1 / x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	}
	neg := false
	if x < 0 {
		if y != math.Floor(y) {
			return math.NaN()
		}
		neg = math.Mod(y, 2) != 0
		x = -x
	}
	r := powPositive(x, y)
	if neg {
		return -r
	}
	return r
}

func powPositive(x, y float64) float64 {
	if y == math.Floor(y) && math.Abs(y) <= 1000 {
		m, e := math.Frexp(x)
		n := int(math.Abs(y))
		r, p := pair{1, 0}, pair{m, 0}
		for k := n; k > 0; k >>= 1 {
			if k&1 != 0 {
				r = r.mul(p)
			}
			p = p.mul(p)
			if p.hi < 1e-140 && k > 1 {
				r.hi = 0 // too small to go on exactly
				break
			}
		}
		if r.hi > 1e-250 {
			if y < 0 {
				r = pair{1, 0}.div(r)
				e = -e
			}
			return r.round(e * n)
		}
	}
	t := logPair(x).mul(pair{y, 0})
	if t.hi > 710 {
		return math.Inf(1)
	}
	if t.hi < -746 {
		return 0
	}
	r, k := expPair(t)
	return r.round(k)
}

// ExpFloat is e**x.
func ExpFloat(x float64) float64 {
	if x != x || x > 710 || x < -746 || x == 0 {
		return math.Exp(x)
	}
	r, k := expPair(pair{x, 0})
	return r.round(k)
}

// LogFloat is the natural logarithm of x.
func LogFloat(x float64) float64 {
	if x != x || x <= 0 || math.IsInf(x, 0) || x == 1 {
		return math.Log(x)
	}
	r := logPair(x)
	return r.hi + r.lo
}

// Log10Float and Log2Float are the logarithms to the bases 10 and 2.
func Log10Float(x float64) float64 {
	if x != x || x <= 0 || math.IsInf(x, 0) || x == 1 {
		return math.Log(x)
	}
	r := logPair(x).div(pairLn10)
	return r.hi + r.lo
}

// Log2Float is the logarithm to the base 2.
func Log2Float(x float64) float64 {
	if x != x || x <= 0 || math.IsInf(x, 0) || x == 1 {
		return math.Log(x)
	}
	if m, e := math.Frexp(x); m == 0.5 {
		return float64(e - 1)
	}
	r := logPair(x).div(pairLn2)
	return r.hi + r.lo
}

// maxAngle is up to where sines are reduced exactly enough here.
const maxAngle = 1 << 20

// sinCosPair computes both for a moderate angle.
func sinCosPair(x pair) (sin, cos pair) {
	k := math.Round(x.hi / pairHalfPi.hi)
	r := x.add(pairHalfPi.mul(pair{-k, 0}))
	r2 := r.mul(r).neg()
	s, c := pair{1, 0}, pair{1, 0}
	for n := 26.0; n >= 2; n -= 2 {
		c = c.mul(r2).div(pair{n * (n - 1), 0}).add(pair{1, 0})
		s = s.mul(r2).div(pair{n * (n + 1), 0}).add(pair{1, 0})
	}
	s = s.mul(r)
	switch int(k) & 3 {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

// SinFloat is the sine of x.
func SinFloat(x float64) float64 {
	if math.IsInf(x, 0) || x != x || math.Abs(x) < 1e-150 {
		return math.Sin(x)
	}
	s, _ := sinCosPair(reduced(x))
	return s.hi + s.lo
}

// CosFloat is the cosine of x.
func CosFloat(x float64) float64 {
	if math.IsInf(x, 0) || x != x {
		return math.Cos(x)
	}
	_, c := sinCosPair(reduced(x))
	return c.hi + c.lo
}

// TanFloat is the tangent of x.
func TanFloat(x float64) float64 {
	if math.IsInf(x, 0) || x != x || math.Abs(x) < 1e-150 {
		return math.Tan(x)
	}
	s, c := sinCosPair(reduced(x))
	r := s.div(c)
	return r.hi + r.lo
}

// Atan2Float is the angle of the point (x, y).
func Atan2Float(y, x float64) float64 {
	a := math.Atan2(y, x)
	big, small := math.Max(math.Abs(x), math.Abs(y)), math.Min(math.Abs(x), math.Abs(y))
	if a == 0 || !(big < 1e150) || !(small > 1e-150) {
		return a
	}
	// One Newton step from the approximation.
	s, c := sinCosPair(pair{a, 0})
	py, px := pair{y, 0}, pair{x, 0}
	num := py.mul(c).add(px.mul(s).neg())
	r := pair{a, 0}.add(num.div(px.mul(c).add(py.mul(s))))
	return r.hi + r.lo
}

// HypotFloat is the length of the vector (x, y).
func HypotFloat(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return math.Inf(1)
	}
	big, small := math.Max(x, y), math.Min(x, y)
	if !(big < 1e150) || !(small > 1e-150) {
		if small == 0 {
			return big
		}
		_, e := math.Frexp(big)
		if x != x || y != y || e > 2000 {
			return math.NaN()
		}
		return math.Ldexp(HypotFloat(math.Ldexp(big, -e), math.Ldexp(small, -e)), e)
	}
	p := twoProd(x, x).add(twoProd(y, y))
	r := math.Sqrt(p.hi)
	rest := p.add(twoProd(r, r).neg())
	return r + (rest.hi+rest.lo)/(2*r)
}

// AsinFloat, AcosFloat and AtanFloat are the inverse functions, each by a Newton
// step from package math's approximation.
func AsinFloat(x float64) float64 {
	a := math.Asin(x)
	if a != a || math.Abs(x) < 1e-100 {
		return a
	}
	s, c := sinCosPair(pair{a, 0})
	if c.hi < 1e-6 { // near the ends the step would divide by nothing
		return a
	}
	r := pair{a, 0}.add(pair{x, 0}.add(s.neg()).div(c))
	return r.hi + r.lo
}

// AcosFloat is the angle whose cosine is x.
func AcosFloat(x float64) float64 {
	a := math.Acos(x)
	s, c := sinCosPair(pair{a, 0})
	if a != a || s.hi < 1e-6 {
		return a
	}
	r := pair{a, 0}.add(c.add(pair{-x, 0}).div(s))
	return r.hi + r.lo
}

// AtanFloat is the angle whose tangent is x.
func AtanFloat(x float64) float64 { return Atan2Float(x, 1) }

// sinhPair computes e**x and its inverse, halved, for moderate x.
func sinhPair(x float64) (e, inv pair) {
	p, k := expPair(pair{x, 0})
	e = p.scale(k - 1)
	return e, pair{0.25, 0}.div(e)
}

// SinhFloat, CoshFloat and TanhFloat are the hyperbolic functions.
func SinhFloat(x float64) float64 {
	if x == 0 {
		return x
	}
	if !(math.Abs(x) < 300) {
		if math.Abs(x) < 720 { // e**x alone, halved on the way
			r, k := expPair(pair{math.Abs(x), 0})
			return math.Copysign(r.round(k-1), x)
		}
		return math.Sinh(x)
	}
	if math.Abs(x) < 0.01 { // the difference would cancel; five terms suffice
		x2 := twoProd(x, x)
		s := pair{1, 0}
		for n := 10.0; n >= 2; n -= 2 {
			s = s.mul(x2).div(pair{n * (n + 1), 0}).add(pair{1, 0})
		}
		s = s.mul(pair{x, 0})
		return s.hi + s.lo
	}
	e, inv := sinhPair(x)
	r := e.add(inv.neg())
	return r.hi + r.lo
}

// CoshFloat is the hyperbolic cosine.
func CoshFloat(x float64) float64 {
	if !(math.Abs(x) < 300) {
		if math.Abs(x) < 720 {
			r, k := expPair(pair{math.Abs(x), 0})
			return r.round(k - 1)
		}
		return math.Cosh(x)
	}
	e, inv := sinhPair(x)
	r := e.add(inv)
	return r.hi + r.lo
}

// TanhFloat is the hyperbolic tangent.
func TanhFloat(x float64) float64 {
	if x == 0 {
		return x // with its sign
	}
	if !(math.Abs(x) < 20) {
		return math.Tanh(x)
	}
	if math.Abs(x) < 0.01 {
		e, inv := sinhPair(x)
		c := e.add(inv)
		r := pair{SinhFloat(x), 0}.div(c)
		return r.hi + r.lo
	}
	e, inv := sinhPair(x)
	r := e.add(inv.neg()).div(e.add(inv))
	return r.hi + r.lo
}

// Expm1Float is e**x - 1.
func Expm1Float(x float64) float64 {
	if !(math.Abs(x) < 300) || x == 0 {
		if x > 0 {
			return ExpFloat(x)
		}
		return math.Expm1(x)
	}
	if math.Abs(x) < 0.01 {
		s := pair{1, 0}
		for n := 11.0; n >= 2; n-- {
			s = s.mul(pair{x, 0}).div(pair{n, 0}).add(pair{1, 0})
		}
		s = s.mul(pair{x, 0})
		return s.hi + s.lo
	}
	p, k := expPair(pair{x, 0})
	r := p.scale(k).add(pair{-1, 0})
	return r.hi + r.lo
}

// CbrtFloat is the cube root as the reference's C library has it, which is not always the nearest number
// (27 gives 3.0000000000000004): a polynomial, then a step of Halley's.
func CbrtFloat(x float64) float64 {
	if x == 0 || x != x || math.IsInf(x, 0) {
		return x
	}
	m, e := math.Frexp(math.Abs(x))
	p := 0.784932344976639262 - float64(0.145263899385486367*m)
	for _, c := range [...]float64{1.83469277483613086, 2.44693122563534430, 2.11499494167371287, 1.50819193781584896} {
		p = c - float64(p*m)
	}
	u := 0.354895765043919860 + float64(p*m)
	cube := float64(u * u * u)
	roots := [...]float64{0.6299605249474365, 0.7937005259840997, 1, 1.2599210498948731648, 1.5874010519681994748}
	r := u * (float64(2*m) + cube) / (float64(2*cube) + m) * roots[2+e%3]
	return math.Copysign(math.Ldexp(r, e/3), x)
}
