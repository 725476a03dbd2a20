from concurrent.futures import ThreadPoolExecutor
import time


def slow_square(n):
    time.sleep(0.05 * (3 - n))
    return n * n


with ThreadPoolExecutor(3) as ex:
    print(list(ex.map(slow_square, range(4))))
    print(list(ex.map(pow, (2, 3, 4), (5, 2))))
    print(list(ex.map(str, [])))
    it = ex.map(slow_square, [0, 1, 2], timeout=0.08)
    try:
        for x in it:
            print(x)
    except TimeoutError as e:
        print("TimeoutError", e)

    def fragile(n):
        if n == 2:
            raise ValueError(f"bad {n}")
        return n

    it = ex.map(fragile, range(5))
    print(next(it), next(it))
    try:
        next(it)
    except ValueError as e:
        print(e)
    print(list(it))
    print(list(ex.map(fragile, [0, 1], chunksize=2)))
try:
    ex.map(str, [1])
except RuntimeError as e:
    print(e)
