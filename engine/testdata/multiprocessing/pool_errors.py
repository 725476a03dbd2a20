# What a task's exception looks like in the parent, and what cannot be sent.
import sys
import traceback
from multiprocessing import Pool
from multiprocessing.pool import MaybeEncodingError


class Own(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


class Rude(Exception):
    # Cannot be made again from its args.
    def __init__(self, a, b):
        super().__init__(a)


def inner(x):
    return 10 // x


def task(x):
    return inner(x)


def own(x):
    raise Own(x, "text")


def unpicklable(x):
    return lambda: x


def leave(x):
    sys.exit(x)


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(task, [5, 2, 0, 1])
        except ZeroDivisionError as e:
            print(repr(e), type(e.__cause__).__name__)
            print(str(e.__cause__).strip().splitlines()[1], "task" in str(e.__cause__), "inner" in str(e.__cause__))
        try:
            pool.apply(own, (7,))
        except Own as e:
            print(e, e.code, e.args)
        try:
            pool.apply(unpicklable, (1,))
        except MaybeEncodingError as e:
            print(type(e), str(e)[:40], "local object" in str(e))
        try:
            pool.map(unpicklable, [1])
        except MaybeEncodingError as e:
            print(e.exc[:40])
        try:
            pool.apply(lambda: 1)
        except Exception as e:
            print(type(e), str(e)[:30], e.__cause__)
        try:
            pool.map(len, [[lambda: 1]])
        except Exception as e:
            print(type(e))
        print(pool.map(task, [1, 2]))
        pool.apply(task, (0,))
