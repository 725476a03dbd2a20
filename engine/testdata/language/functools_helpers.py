"""wraps, total_ordering, cached_property and cmp_to_key: what they copy, fill in, store and refuse."""

from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, cached_property, cmp_to_key, total_ordering, update_wrapper, wraps

print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)


def trace(f):
    @wraps(f)
    def inner(*args: int) -> str:
        "inner"
        return f(*args)

    inner.own = 1
    return inner


@trace
def add(a: float, b: float = 2) -> float:
    "Add."
    return a + b


add.__wrapped__.later = 3
print(add.__name__, add.__qualname__, add.__doc__, add.__annotations__, add.__dict__.keys(), add(1), add.__defaults__)
print(update_wrapper(lambda: 0, Exception).__name__, update_wrapper(lambda: 0, 5, updated=()).__name__)
try:
    update_wrapper(lambda: 0, 5)
except AttributeError as error:
    print(error)
chosen = wraps(add, assigned=("__doc__", "missing"), updated=())(lambda: 0)
print(chosen.__name__, chosen.__doc__, chosen.__wrapped__ is add)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.n < other.n

    def __eq__(self, other):
        return isinstance(other, Version) and self.n == other.n


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= Version(1), a >= Version(1), Version.__ge__.__name__)
for op in ("<=", ">", ">="):
    try:
        eval(f"a {op} 5")
    except TypeError as error:
        print(error)
try:
    @total_ordering
    class Nothing:
        def __eq__(self, other):
            return True
except ValueError as error:
    print(error)


@total_ordering
class FromGe(int):
    def __ge__(self, other):
        return "ge"


print(FromGe(1) > 0, FromGe(1) < 5, FromGe(1) >= 1, FromGe(1) <= 1)


class Data:
    def __init__(self):
        self.runs = 0

    @cached_property
    def total(self):
        "The total."
        self.runs += 1
        return self.runs * 10

    alias_free = cached_property(lambda self: "free")


d = Data()
print(d.total, d.total, d.runs, d.__dict__)
del d.total
print(d.total, Data.total.__doc__, type(Data.total).__name__, Data.total.attrname)
d.total = 5
print(d.total)
try:
    del d.total, d.total
except AttributeError as error:
    print(repr(str(error)))
shared = cached_property(lambda self: 1)
for body in ({"one": shared, "two": shared},):
    try:
        type("Bad", (), body)
    except RuntimeError as error:
        print(type(error).__name__, error, "<-", error.__cause__)
    except TypeError as error:
        print(type(error).__name__, error)


class Slotted:
    __slots__ = ("x",)
    p = cached_property(lambda self: 1)


class Late:
    pass


Late.p = cached_property(lambda self: 1)
for cls in (Slotted, Late):
    try:
        cls().p
    except TypeError as error:
        print(error)

key = cmp_to_key(lambda x, y: (x > y) - (x < y))
print(key(1) < key(2), key(1) == key(1), key(3).obj, sorted([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)))
for attempt in (lambda: hash(key(1)), lambda: key(1) < 5, lambda: cmp_to_key(), lambda: key(), lambda: key(1, 2)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
