# statistics: exact sums, types that are kept, quantiles of both methods, and what empty data says.
import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F

print(st.mean([1, 2, 3, 4]), st.mean([1e30, 1, -1e30]), st.mean([F(1, 3), F(1, 6)]), st.mean([D("0.1"), D("0.2")]), st.mean([True, False]), st.fmean([1, 2.5]), st.fmean([1, 2], weights=[3, 1]))
print(st.median([3, 1, 2]), st.median([1, 2, 3, 4]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median_grouped([1, 3, 3, 5, 7]), st.median_grouped([1, 2, 2, 3, 4, 4, 4, 5], 2))
print(st.mode("aabbc"), st.multimode("aabbc"), st.mode([1, 1.0, 2]), st.multimode([]))
print(st.variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), st.pvariance([0, 0.25, 0.25, 1.25]), st.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), st.pstdev([1, 2, 3]), st.variance([D(1), D(2)]), st.pvariance([F(1, 2), F(3, 2)]), st.variance([1, 2, 4], xbar=2))
print(st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]), st.harmonic_mean([0, 1]))
data = [105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110]
print(st.quantiles(data), st.quantiles(data, n=10), st.quantiles(data, n=4, method="inclusive"), st.quantiles([1, 2], n=2))
print(st.correlation([1, 2, 3], [3, 2, 1]), st.covariance([1, 2, 3], [1, 5, 7]), st.linear_regression([1, 2, 3], [2, 4.5, 6]), st.linear_regression([1, 2], [2, 4], proportional=True))
n = st.NormalDist(100, 15)
print(n.cdf(115), n.pdf(100), n.inv_cdf(0.9), n.zscore(130), n + 5, n * 2, n - st.NormalDist(1, 2), -n, n.quantiles(4), n == st.NormalDist(100, 15), n.overlap(st.NormalDist(110, 15)), st.NormalDist.from_samples([1, 2, 3]))
for call in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.variance([1]), lambda: st.harmonic_mean([-1]), lambda: st.geometric_mean([0]), lambda: st.quantiles([1]), lambda: st.quantiles([1, 2], n=0), lambda: st.fmean([]),
             lambda: st.mean(["a"]), lambda: st.NormalDist(1, -1), lambda: n.inv_cdf(1), lambda: st.correlation([1], [2]), lambda: st.correlation([1, 1], [1, 2]), lambda: st.mean(3), lambda: st.quantiles([1, 2], method="x")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
