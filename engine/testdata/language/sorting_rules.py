# sorted, list.sort, min, max: stability, keys, reverse, errors, comparison count, custom __lt__.
pairs = [("b", 2), ("a", 2), ("c", 1), ("d", 2), ("e", 1)]
print(sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True), sorted(pairs, reverse=True))
print(sorted("bAaB"), sorted("bAaB", key=str.lower), sorted([True, 0, 2, False]), sorted([[2], [1, 5], []]), sorted({"b": 1, "a": 2}), sorted([3, 1.5, True]))


class Item:
    count = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Item.count += 1
        return self.value < other.value

    def __repr__(self):
        return f"I{self.value}"


print(sorted([Item(3), Item(1), Item(2)]), Item.count, max([Item(1), Item(3)]), min(Item(2), Item(1)), sorted(map(Item, range(6))), Item.count)
print(max(1, 2.0, 2), max([3, 3.0]), min("b", "a"), max("abc"), max([], default="none"), min({3: 1, 2: 2}), max(pairs, key=lambda p: p[1]), min(pairs, key=lambda p: p[1]), max(1, 2, key=lambda v: -v), max([[1], [2]], [[3]]), max(range(5)), min(iter([2, 1])))
for call in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted(5), lambda: max(), lambda: max([]), lambda: max(1), lambda: max(1, "a"), lambda: min([], key=len), lambda: max(1, 2, default=3), lambda: sorted([1], lambda v: v), lambda: sorted([1], key=5), lambda: sorted([2, 1], key=lambda v: 1 / 0), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: max(key=len), lambda: sorted([], reverse="x"), lambda: sorted([2, 1], reverse=2), lambda: [1, 2].sort(reverse=None), lambda: min(1, 2, wrong=3)):
    try:
        print(call())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
data = [(i * 7919) % 101 for i in range(60)]
print(sorted(data) == sorted(data[::-1]), sorted(data, key=lambda v: v % 5)[:12], sorted(data, key=lambda v: (v % 3, -v))[:9], sorted(data, reverse=True)[:5])
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted(["10", "9", "1"], key=int), sorted([(1, None), (1, None)]) == [(1, None)] * 2)
