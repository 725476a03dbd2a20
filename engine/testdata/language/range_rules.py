"""Ranges are sequences of any size that compute what they hold."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(range(10)[2:8:2], range(10)[::-1], range(10)[-3:], range(0, 20, 3)[1::2], range(5)[9:], range(10, 0, -3)[::-1], range(3)[5:1:-1])
print(range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(1) == range(0, 1, 5), range(2) != range(3))
r = range(1, 20, 4)
print(list(r), len(r), r[-1], r.start, r.stop, r.step, 5 in r, 6 in r, 5.0 in r, 5.5 in r, "a" in r, r.index(9), r.count(9), r.count(2), True in range(2), None in r)
big = range(10**20, 10**20 + 10, 3)
print(big, list(big), big[1], big[-1] - 10**20, 10**20 + 3 in big, big.index(10**20 + 9), len(big), range(-10**30, 10**30)[0], big[1:3], range(10**30)[10**29])
print(list(range(5, 0, -2)), list(range(0)), list(range(3, 3)), list(range(-3)), list(range(True)), list(reversed(range(0, 10, 3))), bool(range(0)), bool(range(1)))
print(min(range(5, 1, -1)), max(range(3)), sum(range(101)), sum(range(0)), sorted(range(3, 0, -1)), list(zip(range(2), range(5))), [*range(2)], range(3)[True])


class Index:
    def __index__(self):
        return 3


print(list(range(Index())), range(5)[Index()], range(Index(), 9, Index()), Index() in range(5))
for bad in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.0), lambda: range("1"), lambda: range(1, 2, 3, 4), lambda: range(None), lambda: range(3)[3], lambda: range(3)[-4], lambda: range(3)["a"], lambda: range(3)[::0], lambda: r.index(6), lambda: r.index("a"), lambda: range(3) + range(3), lambda: range(3) < range(4), lambda: len(range(10**30)), lambda: range(stop=3), lambda: range(3).append(1), lambda: range(3)[1.0], lambda: setattr(range(3), "start", 1), lambda: range(3) * 2, lambda: sum(range(3), ""), lambda: bool(range(10**30)), lambda: range(10**30).__len__(), lambda: range(3).count(), lambda: next(range(3))):
    show(bad)
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, "end"), iter(it) is it)
