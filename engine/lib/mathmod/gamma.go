package mathmod

import (
	"math"

	"loopscope/engine/object"
)

// The gamma function and its logarithm by Lanczos' approximation, with the thirteen coefficients and the g that
// Boost publishes for doubles. The reference computes them so too: its digits are the ones expected.

const lanczosG = 6.024680040776729583740234375

var lanczosOver = [...]float64{23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
	248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408}

// lanczosUnder are the coefficients of x(x+1)…(x+11).
var lanczosUnder = [...]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}

// lanczosSum is the rational function; for large x in powers of 1/x, which does not overflow.
func lanczosSum(x float64) float64 {
	over, under := 0.0, 0.0
	if x < 5 {
		for i := len(lanczosOver) - 1; i >= 0; i-- {
			over = float64(over*x) + lanczosOver[i]
			under = float64(under*x) + lanczosUnder[i]
		}
	} else {
		for i := range lanczosOver {
			over = over/x + lanczosOver[i]
			under = under/x + lanczosUnder[i]
		}
	}
	return over / under
}

// sinPi is sin(πx), reduced before it is multiplied.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch math.Round(2 * y) {
	case 0:
		r = object.SinFloat(math.Pi * y)
	case 1:
		r = object.CosFloat(math.Pi * (y - 0.5))
	case 2:
		r = object.SinFloat(math.Pi * (1 - y))
	case 3:
		r = -object.CosFloat(math.Pi * (y - 1.5))
	default:
		r = object.SinFloat(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

// gamma is for x that is no pole.
func gamma(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x == math.Trunc(x) && a <= 23:
		r := 1.0
		for i := 2.0; i < x; i++ {
			r *= i
		}
		return r
	case a < 1e-20:
		return 1 / x
	case a > 200 && x < 0:
		return 0 / sinPi(x)
	case a > 200:
		return math.Inf(1)
	}
	// y is rounded; rest is what that loses, for a correction at the end.
	const half = lanczosG - 0.5
	y := a + half
	rest := (y - a) - half
	if a <= half {
		rest = (y - half) - a
	}
	rest = rest * lanczosG / y
	power := func(r float64, over bool) float64 {
		p, times := object.PowFloat(y, a-0.5), 1
		if a >= 140 { // the power alone would overflow
			p, times = object.PowFloat(y, a/2-0.25), 2
		}
		for range times {
			if over {
				r *= p
			} else {
				r /= p
			}
		}
		return r
	}
	if x < 0 {
		r := -math.Pi / sinPi(a) / a * object.ExpFloat(y) / lanczosSum(a)
		r -= float64(rest * r)
		return power(r, false)
	}
	r := lanczosSum(a) / object.ExpFloat(y)
	r += float64(rest * r)
	return power(r, true)
}

// lgamma is log|gamma(x)|, for x that is no pole.
func lgamma(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case math.IsInf(x, 0):
		return math.Inf(1)
	case x == 1 || x == 2:
		return 0
	case a < 1e-20:
		return -object.LogFloat(a)
	}
	r := object.LogFloat(lanczosSum(a)) - lanczosG
	r += float64((a - 0.5) * (object.LogFloat(a+lanczosG-0.5) - 1))
	if x < 0 {
		r = object.LogFloat(math.Pi) - object.LogFloat(math.Abs(sinPi(a))) - object.LogFloat(a) - r
	}
	return r
}
