"""functools: caches and their keys, partial's nesting, singledispatch's choice, orderings, cached properties."""
import functools
from functools import cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, total_ordering, wraps


@lru_cache(maxsize=2, typed=True)
def f(x, *, y=0):
    print(f"[{x!r}]", end=" ")
    return x


print(f(1), f(1.0), f(1), f(2), f(1), f.cache_info(), f.cache_parameters())
f.cache_clear()
print(f.cache_info(), f.__wrapped__(9), f.__name__)
try:
    f([])
except TypeError as e:
    print(e)


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
p = partial(partial(int, base=2), "101")
print(p(), p.func is int, p.args, p.keywords, p(base=3), repr(partial(max, 1, key=None)))


class Cell:
    def set(self, state, *, note=""):
        return (type(self).__name__, state, note)

    on = partialmethod(set, True, note="n")

    @cached_property
    def slow(self):
        print("computed", end=" ")
        return 42


c = Cell()
print(c.on(), c.slow, c.slow, c.__dict__)
del c.slow
print(c.slow, isinstance(Cell.slow, cached_property))


@singledispatch
def show(v):
    return "object"


@show.register
def _(v: int):
    return "int"


@show.register(list)
@show.register(tuple)
def _(v):
    return "sequence"


print(show(1), show(True), show([]), show(()), show("x"), show.dispatch(bool) is show.registry[int], len(show.registry))


@total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n if isinstance(o, V) else NotImplemented

    def __lt__(self, o):
        return self.n < o.n if isinstance(o, V) else NotImplemented


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))
try:
    V(1) >= 3
except TypeError as e:
    print(e)
try:
    total_ordering(type("W", (), {}))
except ValueError as e:
    print(e)
print(reduce(lambda a, b: a * b, [1, 2, 3], 7), sorted("bAc", key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
try:
    reduce(max, [])
except TypeError as e:
    print(e)


def deco(fn):
    @wraps(fn, updated=())
    def inner(*a):
        return fn(*a)
    return inner


@deco
def documented(a: int) -> str:
    """Doc."""
    return str(a)


print(documented.__name__, documented.__doc__, documented.__annotations__, documented.__wrapped__(1), documented.__qualname__)
