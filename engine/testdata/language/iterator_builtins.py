# map, filter, zip, enumerate, reversed, iter, next: laziness, exhaustion, types, errors.
m = map(lambda x, y: x * y, [1, 2, 3], [4, 5])
print(next(m), list(m), list(m), list(map(str, [])), list(map(max, [1, 5], [3, 2], [2, 9])), type(m), iter(m) is m)
print(list(filter(None, [0, 1, "", "a", None, []])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isalpha, "a1b2")), list(zip()), list(zip([1, 2])), list(zip("ab", [1], "xyz")), dict(zip("ab", "cd")))
print(list(enumerate("ab", -1)), list(enumerate([], 5)), list(enumerate("a", start=10**20)), list(reversed("abc")), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), next(iter([]), "none"), next(iter([None]), 1))
def noisy():
    for i in range(3):
        print("produce", i, end=" ")
        yield i
chain = map(lambda x: print("map", x, end=" ") or x, filter(lambda x: print("filter", x, end=" ") or x % 2 == 0, noisy()))
print("lazy")
print(next(chain), next(chain), next(chain, "end"))
for action in (lambda: map(), lambda: map(str), lambda: list(map(5, [1])), lambda: map(str, 5), lambda: filter(None), lambda: list(filter(5, [1])), lambda: zip(5), lambda: zip([1], 5), lambda: enumerate(5), lambda: enumerate([1], "a"), lambda: reversed(5), lambda: reversed({1}), lambda: reversed(iter([])), lambda: next(5), lambda: next(iter([])), lambda: iter(), lambda: iter(5, 1), lambda: iter(object()), lambda: next(), lambda: enumerate(), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [], [1], strict=True)), lambda: map(None, [1]).__next__()):
    try:
        print(action())
    except (TypeError, ValueError, StopIteration) as error:
        print(type(error).__name__, error)
z = zip(it := iter([1, 2, 3, 4]), it)
print(list(z), [*map(pow, [2, 3], [3, 2])], sum(map(len, ["a", "bb"])), list(map(lambda *a: a, "ab", "cd")), max(enumerate("abc")), sorted(zip([2, 1], "ab")), any(map(bool, [0, 1])), tuple(reversed([])), *zip(*[(1, 2), (3, 4)]))
r = reversed([1, 2, 3])
print(r.__length_hint__(), next(r), r.__length_hint__(), list(r), r.__length_hint__(), repr(r)[:21], repr(map(str, []))[:11], repr(zip())[:11], repr(enumerate([]))[:17])
