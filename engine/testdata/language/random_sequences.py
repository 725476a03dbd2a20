# random: what each call takes from the generator, for one seed; subclasses that bring their own source.
import random

r = random.Random(42)
print(r.random(), r.randint(1, 6), r.randrange(0, 100, 7), r.choice("abc"), r.sample(range(100), 5), r.getrandbits(70), r.randbytes(5))
print(r.choices("abc", k=4), r.choices("ab", [1, 3], k=4), r.choices("ab", cum_weights=[1, 4], k=3), r.sample("aab", counts=[1, 0, 2], k=3), r.uniform(2, 5), r.triangular(0, 10, 3), r.gauss(), r.gauss(5, 2))
print(r.betavariate(2, 3), r.expovariate(0.5), r.gammavariate(2, 3), r.lognormvariate(0, 1), r.normalvariate(1, 2), r.paretovariate(3), r.vonmisesvariate(1, 2), r.weibullvariate(1, 2))
x = list(range(10))
r.shuffle(x)
print(x, r.choice([5]), r.sample([1, 2, 3], 0), r.randrange(10**30))
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], len(state), state[0], len(state[1]))
for seed in (None, 0, -5, 1.5, "text", b"bytes", bytearray(b"b"), 2**70):
    if seed is not None:
        print(repr(seed), random.Random(seed).random())
for call in (lambda: r.randrange(5, 5), lambda: r.randrange(0, 5, 0), lambda: r.randint(3, 1), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.choices([], k=1), lambda: r.choices("ab", [1]),
             lambda: r.choices("ab", [0, 0]), lambda: r.choices("ab", [1, 2], cum_weights=[1, 3]), lambda: r.seed([]), lambda: r.getrandbits(-1), lambda: r.sample("ab", 1, counts=[1]), lambda: r.sample([1, 2], -1), lambda: r.randbytes(-1), lambda: r.choices("ab", [1, float("inf")]), lambda: r.setstate((1, 2, 3))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class Fixed(random.Random):
    def random(self):
        return 0.25


f = Fixed(1)
print(f.random(), f.uniform(0, 8), f.randrange(100), f.choice("abcd"), f.choices("abcd", k=2), f.triangular(), f.sample(range(8), 3))


class Bits(random.Random):
    def getrandbits(self, k):
        return (1 << k) // 3


b = Bits(1)
print(b.randrange(100), b.choice("abcdef"), b.sample(range(50), 3) if False else b.randint(1, 6))
random.seed(7)
print(random.random(), random.randint(0, 9), random.Random(7).random())
