# Tasks that are methods, partials, callable objects, classes; keyword arguments; results of every kind.
import functools
from collections import Counter, namedtuple
from dataclasses import dataclass
from multiprocessing import Pool


@dataclass
class Order:
    item: str
    n: int = 1

    def price(self, each):
        return self.n * each

    @classmethod
    def parse(cls, text):
        item, n = text.split("*")
        return cls(item, int(n))

    @staticmethod
    def shout(text):
        return text.upper()


class Scale:
    def __init__(self, by):
        self.by = by

    def __call__(self, x):
        return x * self.by


Point = namedtuple("Point", "x y")


def both(a, *, b=0):
    return a, b


def count(text):
    return Counter(text)


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(Order("tea", 3).price, [1, 2]))
        print(pool.map(Order.parse, ["a*1", "b*2"]), pool.map(Order.shout, "xy"))
        print(pool.map(Scale(10), range(3)), pool.map(functools.partial(both, b=5), [1, 2]))
        print(pool.starmap(Point, [(1, 2)]), pool.map(Order, ["x"]), pool.apply(both, (1,), {"b": 2}))
        print(sum(pool.map(count, ["abc", "aab"]), Counter()))
        print(pool.map(bytes, [2, 3]), pool.map(frozenset, ["a"]), pool.map(complex, ["1+2j"]), pool.map(type, [1, "a"]))
        print(pool.map(None.__class__, []), pool.map(print, []))
