# tuple and range: methods, indexing, slices, equality, membership, big ranges, hashes.
t = (1, "a", 2.5, 1)
print(t[0], t[-1], t[1:3], t[::-1], t.count(1), t.index("a"), t + (3,), t * 2, len(t), "a" in t, (1,), (), (1, 2) < (1, 2, 0), (1, 2) == [1, 2], hash((1, 2)) == hash((1.0, 2)), tuple("ab"), tuple([1]), ((),), (1, (2, (3,))), t is tuple(t), t[:] is t, () is tuple())
for action in (lambda: t[9], lambda: t["x"], lambda: t.index(99), lambda: t + [1], lambda: t * "a", lambda: t.__setitem__, lambda: tuple(5), lambda: hash(([],)), lambda: (1,) < ("a",), lambda: t.count(), lambda: t[1.5], lambda: tuple(1, 2)):
    try:
        print(action())
    except (IndexError, TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:4], r[::-1], r[::2], 8 in r, 9 in r, 8.0 in r, "x" in r, r.index(11), r.count(5), r.start, r.stop, r.step, list(reversed(r)), r == range(2, 18, 3), r == range(2, 20, 3), range(0) == range(2, 1), hash(range(0)) == hash(range(5, 2)), bool(range(0)), range(5) != [0, 1, 2, 3, 4])
print(list(range(5, 0, -2)), list(range(-3)), range(10**20)[10**19], len(range(0, 10**18, 3)), 10**19 in range(10**20), range(10**20)[-1], max(range(5)), sum(range(101)), range(True, 3), list(range(3))[::-1], range(1, 10)[2:5][1], range(3)[5:], range(10)[::-3], sorted(range(3), reverse=True), min(range(9, 1, -1)))
for action in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.0), lambda: range("a"), lambda: r[99], lambda: r["x"], lambda: r.index(3), lambda: r.index("x"), lambda: r + r, lambda: range(3) < range(4), lambda: len(range(10**20)), lambda: r.__setitem__, lambda: setattr(r, "start", 1), lambda: range(1, 2, 3, 4), lambda: range(3)[0.5], lambda: next(range(3)), lambda: hash(range(3)) == hash(range(0, 3, 1))):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, OverflowError, AttributeError) as error:
        print(type(error).__name__, error)
