package object

import "math"

// Log1pFloat is log(1+x) as the reference's C library has it: by FreeBSD's algorithm, with its polynomial of z = s² added up in pairs.
// 1+x = 2**k * (1+f), s = f/(2+f).
func Log1pFloat(x float64) float64 {
	const (
		ln2High = 6.93147180369123816490e-01
		ln2Low  = 1.90821492927058770002e-10
	)
	a := math.Abs(x)
	switch {
	case x != x || x == math.Inf(1):
		return x
	case x < -1:
		return math.NaN()
	case x == -1:
		return math.Inf(-1)
	case a < 0x1p-54:
		return x
	case a < 0x1p-29:
		return x - float64(x*x)*0.5
	}
	var k int
	var f, c float64 // c is what rounding 1+x loses
	small := false   // f is so small that f³ vanishes
	if x > -0.2929 && math.Float64bits(a)>>32 < 0x3fda827a || x < 0 && math.Float64bits(a)>>32 <= 0x3fd2bec3 {
		f = x
	} else {
		u := x
		if x < 0x1p53 {
			u = 1 + x
		}
		bits := math.Float64bits(u)
		k = int(bits>>52) - 1023
		if x < 0x1p53 {
			if k > 0 {
				c = 1 - (u - x)
			} else {
				c = x - (u - 1)
			}
			c /= u
		}
		high := bits >> 32 & 0xfffff
		if high < 0x6a09e {
			u = math.Float64frombits(bits&(1<<52-1) | 0x3ff<<52)
		} else {
			k++
			u = math.Float64frombits(bits&(1<<52-1) | 0x3fe<<52)
			high = (0x100000 - high) >> 2
		}
		f = u - 1
		small = high == 0
	}
	kf := float64(k)
	half := float64(0.5 * f * f)
	if small {
		if f == 0 {
			return float64(kf*ln2High) + (c + float64(kf*ln2Low))
		}
		r := half * (1 - float64(0.66666666666666666*f))
		if k == 0 {
			return f - r
		}
		return float64(kf*ln2High) - ((r - (float64(kf*ln2Low) + c)) - f)
	}
	s := f / (2 + f)
	z := s * s
	z2 := z * z
	z4 := z2 * z2
	z6 := z4 * z2
	r := float64(z*6.666666666666735130e-01) +
		float64(z2*(3.999999999940941908e-01+float64(z*2.857142874366239149e-01))) +
		float64(z4*(2.222219843214978396e-01+float64(z*1.818357216161805012e-01))) +
		float64(z6*(1.531383769920937332e-01+float64(z*1.479819860511658591e-01)))
	if k == 0 {
		return f - (half - float64(s*(half+r)))
	}
	return float64(kf*ln2High) - ((half - (float64(s*(half+r)) + (float64(kf*ln2Low) + c))) - f)
}
