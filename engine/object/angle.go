package object

import (
	"math"
	"math/big"
)

// Angles so large that π has to be known to as many digits as they have.

// angleBits are enough for the largest float and 120 bits behind the point.
const angleBits = 1200

// twoPi is 2π with angleBits bits behind the point, made when it is first needed.
var twoPi *big.Int

// arcTan is atan(1/n) with angleBits bits behind the point, and some more.
func arcTan(n int64) *big.Int {
	term := new(big.Int).Lsh(big.NewInt(1), angleBits+64)
	term.Quo(term, big.NewInt(n))
	sum, square, part := new(big.Int).Set(term), big.NewInt(n*n), new(big.Int)
	for i := int64(3); term.Sign() != 0; i += 2 {
		term.Quo(term, square)
		part.Quo(term, big.NewInt(i))
		if i%4 == 3 {
			sum.Sub(sum, part)
		} else {
			sum.Add(sum, part)
		}
	}
	return sum
}

// reduced is the angle x, or one that differs from it by whole turns, as the sum of two floats.
func reduced(x float64) pair {
	if math.Abs(x) < maxAngle {
		return pair{x, 0}
	}
	if twoPi == nil {
		// Machin 1706: π/4 = 4 atan(1/5) - atan(1/239).
		quarter := new(big.Int).Sub(new(big.Int).Lsh(arcTan(5), 2), arcTan(239))
		twoPi = quarter.Rsh(quarter, 64-3)
	}
	fraction, exp := math.Frexp(x)
	v := new(big.Int).Lsh(big.NewInt(int64(math.Ldexp(fraction, 53))), uint(exp-53+angleBits))
	v.Rem(v, twoPi)
	rest := new(big.Float).SetInt(v)
	rest.SetMantExp(rest, -angleBits)
	high, _ := rest.Float64()
	low, _ := rest.Sub(rest, new(big.Float).SetFloat64(high)).Float64()
	return pair{high, low}
}
