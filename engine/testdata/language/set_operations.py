"""Sets: operators want sets, methods take anything that can be iterated."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a < b, a <= {1, 2, 3}, a < {1, 2, 3}, a > {1}, a.isdisjoint({9}), a == frozenset(a), {1} != {1.0}, set() < {0})
print(a.union([4], (5,)), a.intersection([1], range(3)), a.difference("x", [1]), a.symmetric_difference([1, 9, 9]), a.issubset(range(9)), a.issuperset([]), a.union(), a.intersection())
print(type({1} | frozenset()), type(frozenset() | {1}), type({1}.union(frozenset())), frozenset([1]) | {2}, frozenset(a) is frozenset(frozenset(a)))
c = alias = {1}
c |= {2}
c &= {2, 3}
c ^= {2, 7}
c -= {9}
print(c, alias is c, c.add(1), c.discard(99), c.remove(7), c.update("a", [2]), len(c), c.clear(), c)
f = g = frozenset([1])
f |= {2}
print(f, g, f is g, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "x"}[frozenset([1])], {1} in {frozenset([1])}, {frozenset([1])} - {frozenset([1])})
print(set("aab") == {"a", "b"}, set(), {*()}, {*"a"}, {x % 2 for x in range(5)}, {1, True, 1.0}, {True, 1}, {0, False, 0.0, ""} - {""}, len({float("nan"), float("nan")}))
a.intersection_update([1, 2], [2])
print(a, a.difference_update([2]), a, a.symmetric_difference_update({5}), a, a.pop(), a, a.copy())
one = {1}
one -= one
print(one)
s = {frozenset([1])}
s.discard({1})
print(s)
for bad in (lambda: {1} | [2], lambda: {1} & "a", lambda: [1] - {1}, lambda: {1} + {2}, lambda: {1} < [1], lambda: {[]}, lambda: {{1}}, lambda: set(1), lambda: set([[]]), lambda: set(1, 2), lambda: set().pop(), lambda: {1}.remove(2), lambda: {1}.remove([]), lambda: {1}.remove((1, 2)), lambda: {1}.discard([]), lambda: [] in {1}, lambda: {1}.add([]), lambda: {1}.add(), lambda: {1}.union(1), lambda: {1}.update(1), lambda: {1}.issubset(1), lambda: hash(set()), lambda: frozenset().add(1), lambda: {1}[0], lambda: set(x=1), lambda: frozenset([[]]), lambda: {1}.isdisjoint(1), lambda: {1}.remove({5}), lambda: {1}.intersection(1), lambda: {1}.__ior__([1]), lambda: {1} >= 1, lambda: frozenset(1), lambda: {1}.add(1, 2), lambda: {1}.copy(1)):
    show(bad)
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
try:
    for x in s:
        s.discard(x)
except RuntimeError as error:
    print(error)
