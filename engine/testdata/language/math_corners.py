# math: exact results, domains, integers without a bound, and what each error says.
import math

print(math.cbrt(27), math.cbrt(-2), math.exp2(0.5), math.log(1000, 10), math.log2(2**70), math.log10(10**50), math.log(10**400), math.log1p(1e-15), math.expm1(1e-15))
print(math.lgamma(0.5), math.lgamma(-2.5), math.lgamma(100), math.gamma(0.5), math.gamma(5), math.gamma(-1.5), math.erf(0.5), math.erfc(3), math.atanh(0.5), math.acosh(2), math.asinh(-3), math.tanh(0.1), math.sinh(1), math.cosh(2))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1.5, 2, 3]), math.prod([], start=4), math.hypot(3, 4, 12), math.dist((1, 2), (4, 6)), math.hypot())
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(1e20), math.fmod(-7, 3), math.remainder(7, 4), math.remainder(6, 4), -7 % 3, math.modf(-2.5), math.frexp(10), math.ldexp(0.5, 4), math.copysign(3, -0.0))
print(math.gcd(12, 18, 27), math.gcd(), math.lcm(4, 6, 10), math.lcm(0, 5), math.comb(50, 25), math.comb(3, 5), math.perm(10, 3), math.perm(4), math.factorial(25), math.isqrt(10**40 + 1), math.isqrt(2**64 - 1))
print(math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.nextafter(1, 2), math.nextafter(0, -1), math.ulp(1), math.ulp(0), math.ulp(1e300))
print(math.degrees(math.pi / 3), math.radians(90), math.sin(1e22), math.cos(math.pi / 2), math.tan(math.pi / 2), math.atan2(-0.0, -1), math.atan2(1, 0), math.asin(1), math.acos(0), math.pow(2, 0.5), math.pow(-8, 3), math.sqrt(2))
print(math.pow(0, 0), math.pow(math.inf, -1), math.pow(-1, math.inf), math.pow(1, math.nan), math.fmod(5, math.inf), math.exp(-1000), math.hypot(math.inf, math.nan), math.copysign(math.nan, -1))
for call in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-5), lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.acos(2), lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.gamma(172), lambda: math.factorial(-1), lambda: math.factorial(1.0),
             lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.gcd(1.5), lambda: math.sqrt("a"), lambda: math.floor("a"), lambda: math.ceil(math.nan), lambda: math.trunc(math.inf), lambda: math.fmod(1, 0), lambda: math.fmod(math.inf, 1), lambda: math.sin(math.inf), lambda: math.ldexp(1, 5000),
             lambda: math.log(10, 1), lambda: math.log(2, 0), lambda: math.dist((1,), (1, 2)), lambda: math.cosh(1000), lambda: math.atanh(1), lambda: math.fsum([math.inf, -math.inf]), lambda: math.fsum(["a"]), lambda: math.fsum([1e308, 1e308, -1e308]), lambda: math.sqrt(10**400), lambda: math.isclose(1, 1, rel_tol=-1), lambda: math.prod(3), lambda: math.log(), lambda: math.perm(3, -1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
