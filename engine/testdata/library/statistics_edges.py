"""statistics: kinds of numbers kept, empty and tiny data, quantiles by both methods, NormalDist."""
import statistics as st
from decimal import Decimal
from fractions import Fraction

print(st.mean([1, 2, 3, 4]), st.mean([1, 2, 3]), st.mean([Fraction(1, 3), Fraction(1, 2)]), st.mean([Decimal("0.1"), Decimal("0.3")]))
print(st.fmean([1, 2, 4]), st.fmean([1, 2], weights=[3, 1]), st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60], weights=[5, 30]))
print(st.median([3, 1, 2]), st.median([4, 1, 3, 2]), st.median_low([4, 1, 3, 2]), st.median_high([4, 1, 3, 2]), st.median_grouped([52, 52, 53, 54]))
print(st.mode("aabbc"), st.multimode("aabbc"), st.multimode([]), st.mode([True, 1, 2]))
print(st.pvariance([1, 2, 3, 4]), st.variance([1, 2, 3, 4]), st.stdev([1.5, 2.5, 4.0]), st.pstdev([1, 1]), st.variance([2, 4], xbar=3))
print(st.quantiles([1, 2, 3, 4, 5]), st.quantiles([1, 2, 3, 4, 5], method="inclusive"), st.quantiles(range(1, 11), n=10))
for f, data in ((st.mean, []), (st.median, []), (st.mode, []), (st.variance, [1]), (st.pvariance, []), (st.quantiles, [1]),
                (st.geometric_mean, [0, 1]), (st.harmonic_mean, [-1]), (st.fmean, []), (st.stdev, [1])):
    try:
        print(f.__name__, f(data))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(round(st.correlation(x, y), 9), round(st.covariance(x, y), 9))
slope, intercept = st.linear_regression(x, y)
print(round(slope, 9), round(intercept, 9), st.linear_regression([1, 2], [2, 4], proportional=True))
try:
    st.correlation([1, 1], [1, 2])
except st.StatisticsError as e:
    print(e)
n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode, round(n.cdf(115), 6), round(n.pdf(100), 6), round(n.inv_cdf(0.975), 4))
print(n + 5, n * 2, n - st.NormalDist(1, 20), -n, 2 * n / 4, n == st.NormalDist(100, 15), n.zscore(130), round(n.overlap(st.NormalDist(110, 15)), 6))
print([round(q, 3) for q in n.quantiles(4)], st.NormalDist.from_samples([1, 2, 3, 4]), hash(n) == hash(st.NormalDist(100, 15)))
try:
    st.NormalDist(0, -1)
except st.StatisticsError as e:
    print(e)
