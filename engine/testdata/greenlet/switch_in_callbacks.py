# Switching from inside built-in functions that call back: sorted, map, filter, min, sum, str, dict methods.
from functools import reduce
from greenlet import getcurrent, greenlet

main = getcurrent()


def ask(x):
    return main.switch(x)


def run(fn):
    g = greenlet(fn)
    asked = []
    got = g.switch()
    while not g.dead:
        asked.append(got)
        got = g.switch(-got if isinstance(got, int) else got)
    print(asked, "->", got)


run(lambda: sorted([3, 1, 2], key=ask))
run(lambda: list(map(ask, [1, 2, 3])))
run(lambda: list(filter(lambda x: ask(x) < -1, [1, 2, 3])))
run(lambda: min([4, 9, 2], key=ask))
run(lambda: max((ask(x) for x in (1, 5)), default=0))
run(lambda: sum(ask(x) for x in range(4)))
run(lambda: reduce(lambda a, b: a + ask(b), [1, 2, 3]))
run(lambda: {ask(k): ask(v) for k, v in [(1, 2), (3, 4)]})
run(lambda: [ask(x) for x in range(2) for _ in range(2)])
run(lambda: any(ask(x) == -2 for x in [1, 2, 3]))


class Spy:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Spy({ask(self.n)})"

    def __lt__(self, other):
        return ask(self.n) > ask(other.n)

    def __len__(self):
        return -ask(self.n)

    def __getattr__(self, name):
        return ask(name)

    def __call__(self, *args):
        return ask(len(args))


run(lambda: repr([Spy(1), Spy(2)]))
run(lambda: f"{Spy(7)!r:>12}")
run(lambda: [s.n for s in sorted([Spy(1), Spy(2)])])
run(lambda: len(Spy(5)))


class Items:
    def __iter__(self):
        yield ask(6)
        yield ask(7)


run(lambda: list(Items()))
run(lambda: [*Items(), *Items()])
run(lambda: Spy(8).missing)
run(lambda: Spy(9)(1, 2))
