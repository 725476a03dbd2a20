"""What itertools take from their sources, and when."""
import itertools as it


def noisy(name, n):
    for i in range(n):
        print(f"<{name}{i}", end="> ")
        yield i
    print(f"<{name} end", end="> ")


print(list(it.islice(noisy("a", 9), 2, 6, 2)))
g = noisy("b", 9)
print(list(it.islice(g, 3)), next(g))
print(list(zip(noisy("c", 3), noisy("d", 1))))
print(list(it.zip_longest(noisy("e", 1), noisy("f", 2), fillvalue="-")))
g = noisy("g", 5)
print(list(it.takewhile(lambda v: v < 2, g)), next(g))
print(list(it.dropwhile(lambda v: v < 2, noisy("h", 4))), list(it.filterfalse(None, [0, 1, "", 2])))
x, y = it.tee(noisy("i", 3))
print(next(x), next(x), next(y), list(x), list(y))
grouped = it.groupby([1, 1, 2, 2, 1], lambda v: v * 10)
first = next(grouped)
second = next(grouped)
print(first[0], list(first[1]), second[0], list(second[1]), [(k, list(v)) for k, v in grouped])
print(list(it.accumulate([3, 1, 4], initial=10)), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([], initial=0)))
print(list(it.pairwise("abc")), list(it.pairwise("a")), list(it.compress("abcd", [1, 0, 1])), list(it.starmap(pow, [(2, 3), (3, 2)])))
print(list(it.product("ab", repeat=2)), list(it.permutations([1, 2, 3], 2)), list(it.combinations("abc", 4)), list(it.product()))
print(list(it.combinations_with_replacement("ab", 2)), list(it.chain.from_iterable(["ab", [1]])), list(it.repeat("x", -1)))
c = it.count(10, -3)
print(next(c), next(c), c, it.count(0.5), it.repeat(1, 3), it.repeat(2))
cy = it.cycle("ab")
print([next(cy) for _ in range(5)])
for f in (lambda: it.islice([], -1), lambda: it.islice([], 0, 1, 0), lambda: it.permutations([1], -1), lambda: it.count("a"),
          lambda: it.tee([], -1), lambda: it.combinations([1], -1), lambda: list(it.chain(1)), lambda: it.repeat()):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
