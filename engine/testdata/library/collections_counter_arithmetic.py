"""Counter: arithmetic keeps positive counts only, in-place forms, comparison, totals, order."""
from collections import Counter

a, b = Counter(a=3, b=1, c=0), Counter(a=1, b=2, d=-1)
print(a + b, a - b, a & b, a | b, +a, -b, a == Counter(a=3, b=1), a <= b, a >= Counter(a=1), Counter() < a)
print(a["zz"], "zz" in a, a.total(), sorted(a.elements()), list(b.elements()))
c = Counter("abracadabra")
print(c, c.most_common(2), c.most_common()[:-3:-1], c.most_common(0))
c.subtract("aab")
print(c)
c.update({"z": 2}, a=-10)
print(c, dict(c))
c += Counter()
print(c)
c -= Counter(b=1)
c |= Counter(q=4)
c &= Counter(q=3, c=9)
print(c)
del c["nothing"]
print(Counter([1, 1, 2]) , Counter({"x": 1.5, "y": "s"}), Counter(None), Counter(x=1).copy(), type(Counter(x=1).copy()).__name__)
for f in (lambda: Counter.fromkeys("ab"), lambda: Counter([[]]), lambda: Counter(1), lambda: a + {}, lambda: Counter(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Strict(Counter):
    def __missing__(self, key):
        return -1


s = Strict("aa")
s["b"] += 1
print(s["nope"], s, repr(s), s.pop("a"), s)
print(Counter(a=2) == {"a": 2}, Counter(a=2) != Counter(a=2, b=0), {**Counter("ab")})
words = "the cat the dog the end cat".split()
print(Counter(words).most_common(), Counter(map(len, words)))
print(Counter("b" * 3 + "a" * 3 + "c" * 4).most_common(2))
