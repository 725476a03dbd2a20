import math, random
random.seed(7)
bad = 0
def show(name, f, xs):
    for x in xs:
        try: r = repr(f(x))
        except Exception as e: r = f"{type(e).__name__} {e}"
        print(name, repr(x), r)
xs = [0.0, -0.0, 1.0, -1.0, 0.5, 1e-10, 100.5, float("inf"), float("-inf"), float("nan"), 2, -3, 10**400 if False else 7] + [random.uniform(-5, 5) for _ in range(40)]
for n in "sin cos tan asin acos atan exp exp2 sqrt log log2 fabs floor ceil trunc degrees radians ulp isnan isinf isfinite frexp modf".split():
    show(n, getattr(math, n), xs)
for _ in range(30):
    a, b = random.uniform(0, 9), random.uniform(-9, 9)
    print(math.pow(a, b), math.atan2(b, a), math.hypot(a, b), math.fmod(b, a), math.remainder(b, a), math.copysign(a, b), math.log(a, 3), math.dist((a, b), (1, 2)), math.fsum([a, b, 1e16, -1e16]), math.prod([a, b]), math.nextafter(a, b), math.ldexp(a, 3), math.isclose(a, b))
print(math.gcd(12, 18, 8), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(10**30), math.perm(4), math.gcd(), math.log(10**400), math.log2(2**2000), math.pi, math.e, math.tau, math.inf, math.nan)
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt("a"), lambda: math.exp(1000), lambda: math.floor(float("nan")), lambda: math.pow(0, -1), lambda: math.comb(-1, 2), lambda: math.acos(2), lambda: math.log(-1), lambda: math.log(2, 0), lambda: math.isqrt(-1), lambda: math.fmod(1, 0), lambda: math.ceil("a")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
