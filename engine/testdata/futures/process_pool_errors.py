# Exceptions in workers, with the remote traceback as their cause, and what cannot be pickled.
from concurrent.futures import ProcessPoolExecutor, TimeoutError
import time


class Own(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.b = b


def inner(x):
    raise ValueError(f"bad {x}")


def outer(x):
    inner(x)


def own():
    raise Own(1, "two")


def unpicklable():
    return lambda: 0


def leave():
    raise SystemExit(3)


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        f = executor.submit(outer, 1)
        e = f.exception()
        print(repr(e), type(e.__cause__), e.__cause__.__cause__)
        print("in outer" in str(e.__cause__), "in inner" in str(e.__cause__))
        try:
            f.result()
        except ValueError as e:
            print(e)
        try:
            executor.submit(own).result()
        except Own as e:
            print(e.args, e.b)
        for fn in (lambda: 1, unpicklable):
            f = executor.submit(fn)
            print(type(f.exception()).__name__, str(f.exception())[:19], type(f.exception().__cause__).__name__)
        try:
            executor.submit(leave).result()
        except SystemExit as e:
            print("exit", e.code)
        try:
            print(list(executor.map(outer, [1, 2])))
        except ValueError as e:
            print(e)
        try:
            executor.submit(time.sleep, 0.3).result(timeout=0.01)
        except TimeoutError:
            print("timeout")
        try:
            list(executor.map(time.sleep, [0.3], timeout=0.01))
        except TimeoutError:
            print("timeout in map")
        try:
            executor.map(outer, [1], chunksize=0)
        except ValueError as e:
            print(e)
        executor.submit(outer, 9).result()
