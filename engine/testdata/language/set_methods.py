# set and frozenset: operations, methods, comparison, errors.
s = {3, 1, 2}
s.add(4); s.add(1); s.discard(9); s.discard(2); s.update([7, 8], (9,)); s.remove(7)
print(sorted(s), s.pop() in {1, 3, 4, 8, 9}, len(s), {1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1, 2}.union([3], (4,)), {1, 2, 3}.intersection([2, 3], {3}), {1, 2}.difference([1], [2]), {1}.symmetric_difference([2]))
print({1} <= {1, 2}, {1} < {1}, {1, 2} >= {2}, {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2]), {1} == frozenset([1]), {1} != {1.0}, set() == frozenset(), {1} < {2}, {1, 2} > {2, 3}, 1 in {1.0}, {1, True, 1.0})
f = frozenset("abc")
print(sorted(f | {"d"}), type(f | {"d"}).__name__, type({"d"} | f).__name__, hash(f) == hash(frozenset("cba")), f in {f}, {frozenset([1]): "key"}[frozenset([1])], f.copy() is f, frozenset(f) is f, repr(frozenset()), repr(set()), frozenset([1]))
a = b = {1, 2}
a |= {3}; a &= {2, 3, 4}; a -= {4}; a ^= {9}
print(a, a is b, a.intersection_update([2, 3]), a.difference_update([3]), a.symmetric_difference_update([5, 2]), a, a.copy() is a, a.clear(), a, {frozenset([1])} == {frozenset([1])}, {1} in [{1}], {1} in {frozenset([1])})
for action in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} | [2], lambda: {1} < [1], lambda: {1} & 5, lambda: f.add("x"), lambda: hash({1}), lambda: set(5), lambda: {1}.update(5), lambda: {1}.union(5), lambda: [] in {1}, lambda: {1}.add([]), lambda: {1}[0], lambda: {1} + {2}, lambda: set(1, 2), lambda: {*5}, lambda: f.__ior__, lambda: {1}.remove({2}), lambda: set().__setitem__):
    try:
        print(action())
    except (KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
g = f
g |= {"z"}
print(sorted(g), sorted(f), sum({1, 2, 3}), max({3, 5}), sorted({x % 3 for x in range(9)}), sorted({"b", "a"}, reverse=True), {*()}, set("aab") == {"a", "b"}, len({i // 2 for i in range(10)}), bool(set()))
