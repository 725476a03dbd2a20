# All kinds of objects go on in a forked process where they were: iterators, generators, closures, caches, locals of threads.
import functools
import multiprocessing as mp
import random
import threading


class Node:
    __slots__ = ("name", "next")

    def __init__(self, name):
        self.name = name
        self.next = self


def naturals():
    n = 0
    while True:
        got = yield n
        n = got if got is not None else n + 1


def counter():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    return add


@functools.lru_cache
def square(n):
    print("computing", n)
    return n * n


node = Node("loop")
gen = naturals()
next(gen), next(gen)
add = counter()
add(5)
items = iter(["x", "y", "z"])
next(items)
square(3)
rng = random.Random(7)
rng.random()
local = threading.local()
local.value = "main"
ids = {id(node): node}


def look(where):
    print(where, node.next is node, next(gen), gen.send(10), add(1), list(items), square(3), round(rng.random(), 6),
          local.value, ids[id(node)] is node)


if __name__ == "__main__":
    p = mp.Process(target=look, args=("child",))
    p.start()
    p.join()
    look("parent")
    print(next(gen), add(0))
