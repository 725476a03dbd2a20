# Generators resumed from several greenlets, and switches from inside a generator.
from greenlet import getcurrent, greenlet

main = getcurrent()


def numbers():
    n = 0
    while True:
        yield n
        n += 1


shared = numbers()


def take(name, k):
    got = []
    for _ in range(k):
        got.append(next(shared))
        main.switch()
    return name, got


a, b = greenlet(take), greenlet(take)
a.switch("a", 3)
b.switch("b", 3)
for _ in range(2):
    a.switch()
    b.switch()
print(a.switch(), b.switch())


def pausing():
    for n in range(3):
        main.switch("about to yield %d" % n)
        yield n


def loop():
    return [n for n in pausing()]


g = greenlet(loop)
print(g.switch())
print(g.switch())
print(g.switch())
print(g.switch())

stuck = pausing()
g = greenlet(lambda: next(stuck))
print(g.switch())
try:
    next(stuck)
except ValueError as e:
    print(e)
print(g.switch())
print(next(stuck, "never") if main.dead else "suspended in g's generator no more")
gen = pausing()
h = greenlet(lambda: list(gen))
h.switch()
try:
    h.throw(KeyError, "through the generator")
except KeyError as e:
    print(repr(e), list(gen))
