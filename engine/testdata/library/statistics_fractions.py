from statistics import *
from fractions import Fraction as F
from decimal import Decimal as D
import fractions
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
x = [1, 2, 3, 4, 4, 7.5]; y = [2.5, 3.25, 5.5, 11.25, 11.5, 11.75]
for f in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, variance, pvariance, stdev, pstdev, quantiles):
    t(f, x); t(f, y); t(f, []); t(f, [3]); t(f, [1, 2, 3, 4])
t(mean, [F(1,3), F(2,3)]); t(mean, [D('1.5'), D('2.5'), D('3.1')]); t(variance, [D('27.5'), D('30.25'), D('34.5')]); t(stdev, [D(1), D(2), D(4)]); t(mean, [1, 'x']); t(variance, [F(1, 6), F(1, 2), F(5, 3)]); t(fmean, [1,2,3], weights=[3,2,1]); t(harmonic_mean, [40, 60], weights=[5, 30]); t(harmonic_mean, [-1, 2])
t(correlation, x, y); t(covariance, x, y); t(linear_regression, x, y); t(quantiles, range(100), n=10); t(quantiles, x, method='inclusive'); t(multimode, 'aabbbbccddddeeffffgg'); t(mode, ['red', 'blue', 'red'])
n = NormalDist(100, 15); print(n, n.cdf(115), n.pdf(100), round(n.inv_cdf(0.9), 9), n.zscore(130), n + 5, n * 2, NormalDist.from_samples([1,2,3,4]), round(n.overlap(NormalDist(110, 15)), 12), [round(q, 9) for q in n.quantiles()])
print(F('3/4') + 1, F(1.5), F('0.125'), F(6, -4), F(7, 3) // 1, F(7,3) % 1, F(1, 3) ** 2, 2 ** F(1, 2), round(F(7, 2)), round(F(22, 7), 2), F(355, 113).limit_denominator(10), float(F(1, 3)), F(1,2) == 0.5, hash(F(1,2)) == hash(0.5), F(1,2) < 0.6, repr(F(3)), str(F(3)), divmod(F(7,2), 2), -F(1,2), abs(F(-1,2)), int(F(-7,2)), F(1,3) + 0.5, F(D('0.1')), F(3, 4).numerator, F(1,2) * 2j)
t(F, 1, 0); t(F, 'x'); t(F, 1.5, 2); t(lambda: F(1) / 0)
