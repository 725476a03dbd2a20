# Iterators without an end go on in a forked process from where they were, each process for itself.
import itertools
import multiprocessing as mp

numbers = itertools.count(10, 5)
turns = itertools.cycle("abc")
again = itertools.repeat([], 3)
lines = (n * n for n in range(10))
pairs = zip(range(5), "vwxyz")
shouted = map(str.upper, ["p", "q", "r"])
chosen = enumerate(filter(None, [0, 1, 0, 2, 3]))
table = {"a": 1, "b": 2, "c": 3}
keys = iter(table)
for it in (numbers, turns, again, lines, pairs, shouted, chosen, keys):
    next(it)


def look(where):
    print(where, numbers, next(numbers), [next(turns) for _ in range(4)], again, list(again), list(lines), list(pairs),
          list(shouted), list(chosen), list(keys))


if __name__ == "__main__":
    for where in ("first", "second"):
        p = mp.Process(target=look, args=(where,))
        p.start()
        p.join()
    look("parent")
