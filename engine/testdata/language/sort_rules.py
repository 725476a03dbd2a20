"""Sorting is stable, uses only <, and guards the list it sorts."""

import functools


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


people = [("eve", 30), ("bob", 25), ("ann", 30), ("cat", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted("bCaA", key=str.lower), sorted("bCaA", key=str.lower, reverse=True), sorted([3, 1.5, True, False]), sorted({"b": 1, "a": 2}), sorted([]))
print(sorted([[2], [1, 5], []]), sorted([(1, "b"), (1, "a")]), sorted(["10", "9"], key=int), sorted([1, 0, 2], key=None), [2, 1].sort())


class OnlyLess:
    def __init__(self, n, tag=""):
        self.n, self.tag = n, tag

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"{self.n}{self.tag}"


print(sorted([OnlyLess(2), OnlyLess(1, "a"), OnlyLess(1, "b")]), sorted([OnlyLess(1, "a"), OnlyLess(2), OnlyLess(1, "b")], reverse=True), max(OnlyLess(1, "a"), OnlyLess(1, "b")) if hasattr(OnlyLess, "__gt__") else None)
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)
data = [3, 1, 2]
data.sort(key=lambda x: print(data, len(data)) or x)
print(data)
data = [3, 1, 2]


def meddle(x):
    data.append(x)
    return x


show(lambda: data.sort(key=meddle))
print(data)
data = [3, 2, "x", 1]
show(lambda: data.sort())
print(sorted(map(str, data)))
data = [3, 1, 2]
show(lambda: data.sort(key=lambda x: 1 // (x - 1)))
print(data)
for bad in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted([1, None]), lambda: sorted([{}, {}]), lambda: sorted([1j, 2j]), lambda: sorted([object(), object()]), lambda: sorted(1), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: sorted([1], key=1), lambda: sorted([2, 1], reverse="x"), lambda: sorted([1], cmp=1), lambda: sorted([(1, {}), (1, {})]), lambda: [1].sort(None), lambda: sorted([2, 1], reverse=None)):
    show(bad)
print(sorted([5, 3, 9], key=functools.cmp_to_key(lambda a, b: b - a)), sorted(range(20), key=lambda n: n % 3))
nan = float("nan")
print(sorted([3, nan, 1]), sorted([{1, 2}, {1}, {2}]), sorted([frozenset(), {1}]))
