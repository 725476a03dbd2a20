# list.sort when things go wrong: errors in keys and comparisons, and lists changed while they are sorted.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


l = [3, 1, "a", 2]
t(l.sort)
print(sorted(map(str, l)))
t(lambda: [1, None].sort())
t(lambda: [(1, "a"), (1, 2)].sort())
t(lambda: [{}, {}].sort())
t(lambda: [1j, 2j].sort())
t([1].sort, cmp=1)
t([1].sort, key=5)
t([1, 2].sort, reverse="x")
t(sorted, 5)
t(sorted, [1], key=1, cmp=2)
l = [5, 4, 3, 2, 1]
seen = []


def key(x):
    seen.append(list(l))
    return x


l.sort(key=key)
print(seen[:2], l)


def changing(x):
    l.append(x)
    return x


t(l.sort, key=changing)
print(l)


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3 or other.n == 3:
            raise ValueError("three")
        return self.n < other.n

    def __repr__(self):
        return f"Odd{self.n}"


l = [Odd(n) for n in (5, 4, 3, 2, 1)]
t(l.sort)
print(sorted(o.n for o in l))


class Clearing:
    def __lt__(self, other):
        l.clear()
        return False


l = [Clearing(), Clearing(), Clearing()]
t(l.sort)
print(len(l))


pairs = [(1, "b"), (0, "x"), (1, "a"), (0, "y")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted("bA,c", key=str.lower), sorted({3: 1, 1: 2}), sorted([True, 2, 0.5, False]), sorted([float("nan")]))
big = [2**70, 1.5, -2**80, 0, float("inf"), -float("inf")]
print(sorted(big), sorted([b"b", b"a", b""]), sorted([[2], [1, 5], []]))
