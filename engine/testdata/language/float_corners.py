# Floats: hex and fromhex, as_integer_ratio, rounding half to even, floor division and modulo, comparison with huge ints.
import math


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


for x in (0.0, -0.0, 1.0, 0.1, -2.5, 1e308, 5e-324, 2.0**-1030, float("inf"), float("-inf"), float("nan")):
    print(x, x.hex(), x.is_integer(), end=" ")
    t(x.as_integer_ratio)
for s in ("0x1.8p3", "0x1p-1074", "0x1p-1076", "0x.8", "1.8p1", "-0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7fffp1023", " 0x1p0\n", "inf", "-INF", "NaN", "0x", "p3", "0x1p", "0x1.2.3", "0x1_0", "",
          "+0X1P+2", "0x1p99999999999", "0x0p99999999999", "0x1p-99999999999", "0x1.00000000000008p0", "0x1.000000000000081p0", "0x1.00000000000018p0", "1e5", "--1"):
    t(float.fromhex, s)
t(float.fromhex, 1.0)
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e300, 0.1 + 0.2):
    print(round(x), round(x, 1), round(x, 2), round(x, -1), round(x, None), end=" | ")
print()
print(round(1234.5678, -2), round(-0.04, 1), round(5e15 + 0.5), round(1.0, 400), round(123.0, -400), round(0.5, 0), round(1e22, -5), round(2**52 + 0.5), type(round(1.0)), type(round(1.0, 0)))
t(round, float("nan"))
t(round, float("inf"))
t(round, float("inf"), 2)
t(round, 1.5, 1.0)
t(round, "a")
t(lambda: round(1.7e308, -308))
t(lambda: round(1.5, 2**70))
for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (1e300, 1e-10), (-1e-20, 3), (1e-20, -3), (0.0, -2.0), (-0.0, 2.0), (math.inf, 2), (3, math.inf), (-3, math.inf), (3.0, -math.inf), (6.0, 3), (0.3, 0.1)):
    print(a // b, a % b, divmod(a, b), math.fmod(a, b) if not math.isinf(a) else "-", end=" | ")
print()
t(lambda: 1.0 // 0)
t(lambda: 1.0 % 0)
t(lambda: divmod(1.0, 0))
t(lambda: 1.0 / 0)
t(lambda: 0.0 ** -1)
t(lambda: (-1.0) ** 0.5)
t(lambda: 10.0 ** 400)
t(lambda: (-2.0) ** 3 ** 2)
print(0.0 ** 0, math.nan ** 0, 1 ** math.nan, (-1) ** math.inf, 2 ** -math.inf, (-0.0) ** 3, (-0.0) ** -2.0 if False else "", 4 ** 0.5, (-8.0) ** -3)
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, 10**400 < math.inf, -(10**400) > -math.inf, 10**400 == math.inf, math.nan < 10**400, 1 < math.nan, 0 == -0.0)
print(sorted([2**53 + 1, 2.0**53, 2**53 - 1, 2.0**53 + 2]), max(10**30, 1e30), min(1e30, 10**30), hash(2.0**70) == hash(2**70), hash(0.5), hash(math.inf), hash(-math.inf), hash(-1.0), hash(1e300) == hash(int(1e300)))
for x in (1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 0.0001234, 1 / 3, 100.0, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 4.35, 2.5e-7, -1e-7):
    print(x, end=" ")
print()
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), (-2.5).__floor__(), (2.5).__trunc__(), int(-0.9), (1.5).conjugate(), (1.5).real, (1.5).imag, abs(-0.0), -(0.0), +(-0.0))
t(lambda: math.floor(math.inf))
t(lambda: math.ceil(math.nan))
t(lambda: (1.5).__round__("1"))
print(float(), float(True), float.__add__(1.0, 2), float.__add__(1.0, "a"), (1.0).__eq__(1), (1.0).__lt__("x"), (2.0).__rpow__(3), (1.0).__divmod__(0.3))
