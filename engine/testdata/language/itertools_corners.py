"""The corner of every itertools function: empty inputs, odd arguments, what is said of bad ones, what repr shows."""

import copy
import pickle
from fractions import Fraction
from itertools import *
from operator import mul

print(list(accumulate([])), list(accumulate([], initial=9)), list(accumulate([1, 2, 3], mul, initial=10)), list(accumulate("abc")))
print(repr(count()), repr(count(5)), repr(count(5, 1)), repr(count(1.5, 0.5)), repr(count(0, -2)), repr(count(Fraction(1, 2))))
c = count(10, -3)
print([next(c) for _ in range(3)], c, next(count(2**70)), list(islice(count(True, 2), 3)), list(islice(count(1j), 2)))
print(repr(repeat(1)), repr(repeat("a", 3)), repr(repeat(1, -5)), repeat(0, 4).__length_hint__(), list(repeat(1, times=2)))
print(list(chain()), list(chain.from_iterable(["ab", (), [1]])), list(islice(chain("ab", 5), 2)))
print(list(compress("abcdef", [1, 0, 1])), list(compress("ab", iter([0, 0, 1]))))
print(list(dropwhile(bool, [1, 2, 0, 3])), list(takewhile(bool, [1, 2, 0, 3])), list(filterfalse(None, [0, 1, "", 2])))
print([(k, list(g)) for k, g in groupby("aabbbA", str.lower)], list(groupby([])))
groups = groupby("aab")
_, g1 = next(groups)
_, g2 = next(groups)
print(list(g1), list(g2))
print(list(islice("abcdef", None)), list(islice("abcdef", 1, None, 2)), list(islice("abcdef", 0)), list(islice(count(), 3, 3)))
source = iter(range(10))
print(list(islice(source, 2, 4)), next(source), list(islice(source, 0, 0)), next(source))
print(list(pairwise("a")), list(pairwise("abc")), list(starmap(pow, [(2, 3), [3, 2]])), list(starmap(max, ["ab"])))
print(list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()), list(zip_longest([], [])))
print(list(product()), list(product("ab", repeat=0)), list(product("ab", [])), len(list(product("ab", "c", repeat=2))))
print(list(permutations("ab", 3)), list(permutations("abc", 1)), list(permutations([])), len(list(permutations(range(4)))))
print(list(combinations("ab", 0)), list(combinations("ab", 3)), list(combinations_with_replacement("ab", 2)), list(combinations_with_replacement([], 0)))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(copy.copy(a)), list(a), tee([1], 0), len(tee("x", 4)))
print(list(cycle("")), list(islice(cycle(iter("ab")), 5)))

for text in (
    "count('a')", "count(1, 2, 3)", "count(start=1, stop=2)", "repeat()", "repeat(1, 'x')", "repeat(1).__length_hint__()", "chain(1).__next__()",
    "chain.from_iterable(5)", "islice('a', -1)", "islice('a', 1, 2, 0)", "islice('a', 'b')", "islice('a')", "islice('a', 1, 'x')", "islice('a', 1, 2, 3, 4)", "islice(x='a', y=1)",
    "permutations('ab', -1)", "permutations('ab', 'x')", "combinations('ab', -1)", "combinations('ab')", "combinations_with_replacement('ab', -2)",
    "product('a', repeat=-1)", "product('a', repeat='x')", "product('a', rep=1)", "product(5)", "zip_longest('a', fill=1)", "zip_longest(5)", "tee('a', -1)", "tee(5)",
    "takewhile(1)", "list(takewhile(1, 'a'))", "starmap(pow, 5)", "list(starmap(pow, [5]))", "list(starmap(pow, [(1, 2, 3, 4)]))", "groupby()", "groupby(5)", "accumulate(5)",
    "list(accumulate([1, 'a']))", "accumulate([1], start=3)", "pairwise(5)", "pairwise()", "compress('ab')", "compress('a', 5)", "cycle(5)", "cycle()",
    "filterfalse(None)", "dropwhile(None, 1)", "next(islice([], 1))",
):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)

print([pickle.loads(pickle.dumps(x)) for x in (count(3), repeat(2, 2))], list(pickle.loads(pickle.dumps(permutations("ab")))))
print(count(3).__reduce__(), count(3, 2).__reduce__(), repeat(1, 2).__reduce__()[1], isinstance(count(), count), count.__module__, chain.from_iterable.__name__)
