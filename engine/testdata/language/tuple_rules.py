"""Tuples: commas make them, and they hold still though what they hold may not."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print((), (1,), 1, tuple(), tuple("ab"), tuple([1]), (1, 2) + (3,), (1,) * 3, 0 * (1,), ((),), (1, 2) is tuple((1, 2)))
t = 1, 2, 3
print(t, tuple(t) is t, t[:] is t, t[::-1], t[1:2], t.index(2), t.count(1), 2 in t, () in ((),), len(t), t[-1])
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), (2,) > (1, 99), () < (0,), (1, "a") == (1.0, "a"), (1,) == [1], (1, "a") < (2, None))
x, y = y, x = 1, 2
print(x, y)
x = 1,
print(x, *x, (*x, *"ab"), [*x], {*x})
held = ([],)
held[0].append(1)
try:
    held[0] += [2]
except TypeError as error:
    print(error, held)
print(hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "k"}[1, 2], {(): 0}[()])
for bad in (lambda: hash(([],)), lambda: {([],): 1}, lambda: t[3], lambda: t["a"], lambda: t.index(9), lambda: t.index(1, 1), lambda: t + [1], lambda: t + 1, lambda: t * "a", lambda: t < 1, lambda: (1, "a") < (1, None), lambda: tuple(1), lambda: tuple(1, 2), lambda: t.append(1), lambda: t(), lambda: t.x, lambda: tuple(x=1)):
    show(bad)


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


p = Point(1, 2)
print(p, p.x, p + (3,), type(p + p).__name__, p == (1, 2), type(p[:]).__name__, hash(p) == hash((1, 2)), isinstance(p, tuple), tuple(p) is p)
print("%s-%s" % p, "{} {}".format(*p), {**dict([p])})
