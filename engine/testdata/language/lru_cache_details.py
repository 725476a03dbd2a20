"""What functools.lru_cache keeps, counts and forgets."""

from functools import cache, lru_cache, update_wrapper
import functools


calls = []


@lru_cache(maxsize=2)
def double(x):
    "Twice x."
    calls.append(x)
    return x * 2


print(double(1), double(2), double(1), double(3), double(2), calls)
print(double.cache_info())
print(double.cache_parameters(), double.__wrapped__(9), double.__doc__, double.__name__)
double.cache_clear()
print(double.cache_info(), len(calls))

plain = lru_cache(maxsize=None)(lambda *a, **k: (a, k))
print(plain(1, x=2), plain(1, x=2), plain(1.0, x=2), plain(True, x=2))
print(plain(x=1, y=2), plain(y=2, x=1))
print(plain.cache_info())

typed = lru_cache(typed=True)(lambda x, y=0: (x, y))
print(typed(1), typed(1.0), typed(True), typed(1, y=0), typed(1, y=0.0), typed.cache_info())
print(typed.cache_parameters(), lru_cache(maxsize=-5)(int).cache_parameters())

off = lru_cache(maxsize=0)(lambda x: x)
print(off(1), off(1), off.cache_info())


@cache
def fails(x):
    calls.append(x)
    if x < 0:
        raise ValueError(x)
    return x


for _ in range(2):
    try:
        fails(-1)
    except ValueError as error:
        print("again", error)
print(fails.cache_info())

try:
    double([])
except TypeError as error:
    print(error)
for bad in ("16", 2.5):
    try:
        lru_cache(bad)
    except TypeError as error:
        print(error)


class Area:
    @lru_cache
    def side(self, n):
        return n, type(self).__name__

    @staticmethod
    @cache
    def free(n):
        return -n


area, other = Area(), Area()
print(area.side(2), area.side(2), other.side(2), Area.side.cache_info(), Area.side(area, 2))
print(area.free(4), Area.free(4), Area.free.cache_info())
print(isinstance(double, type(plain)), type(double).__name__, callable(double))


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
double.extra = 5
print(double.extra, double.__dict__.keys() >= {"extra", "__wrapped__"})


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return self.n == other.n


print(plain(Same(1))[0][0].n, plain(Same(2))[0][0].n, plain.cache_info().currsize)
