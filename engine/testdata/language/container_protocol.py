# Containers by hand: __len__, __getitem__, __contains__, __iter__, __reversed__, __missing__, truth.
class Squares:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return ("slice", i.start, i.stop, i.step, i.indices(self.n))
        if isinstance(i, tuple):
            return ("tuple",) + i
        if not -self.n <= i < self.n:
            raise IndexError("out of squares")
        return (i % self.n) ** 2

s = Squares(4)
print(list(s), 9 in s, 10 in s, list(reversed(s)), s[1:], s[::-1], s[1, ..., 2], s[-1], bool(s), bool(Squares(0)))
print(list(zip(s, "ab")), max(s), sorted(s, reverse=True), [*s], tuple(map(str, s)))
a, *b = s
print(a, b, s.__getitem__(2))
try:
    s[7]
except IndexError as error:
    print(error)

class Defaults(dict):
    def __missing__(self, key):
        return f"no {key}"

d = Defaults(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, len(d))

class Lengths:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

for n in (3, -1, 2.5, "x", 1 << 70, True):
    try:
        print(len(Lengths(n)), bool(Lengths(n)))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)

class Truth:
    def __bool__(self):
        return 1

try:
    if Truth():
        print("never")
except TypeError as error:
    print(error)

class Weird:
    __iter__ = None
    __contains__ = None

for use in (lambda: iter(Weird()), lambda: 1 in Weird(), lambda: [].__contains__(1), lambda: iter(5), lambda: 1 in 5, lambda: reversed({1}), lambda: len(iter([]))):
    try:
        print(use())
    except TypeError as error:
        print(error)

class Setting:
    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

t = Setting()
t[1], t["a":"b"], t[1, 2] = 1, 2, 3
del t[5], t[:]
