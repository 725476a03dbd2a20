# imap and imap_unordered: lazily, in order or as they come, with timeouts and errors in the middle.
import time
from multiprocessing import Pool, TimeoutError


def nap(ms):
    time.sleep(ms / 1000)
    return ms


def three(x):
    if x == 3:
        raise KeyError(x)
    return x


def numbers():
    yield 1
    yield 2
    raise RuntimeError("input")


if __name__ == "__main__":
    with Pool(3) as pool:
        print(list(pool.imap(nap, [150, 10, 80])))
        print(list(pool.imap_unordered(nap, [200, 10, 100])))
        print(list(pool.imap(nap, range(7), chunksize=3)))
        print(sorted(pool.imap_unordered(nap, range(7), chunksize=3)))
        it = pool.imap(three, range(5))
        got = []
        while True:
            try:
                got.append(next(it))
            except StopIteration:
                break
            except KeyError as e:
                got.append(repr(e))
        print(got)
        it = pool.imap(three, range(5), chunksize=2)
        try:
            print([next(it) for _ in range(5)])
        except KeyError as e:
            print("chunk", e)
        it = pool.imap(nap, [300])
        try:
            it.next(timeout=0.01)
        except TimeoutError:
            print("timeout")
        print(it.next(timeout=5), iter(it) is it)
        it = pool.imap(three, numbers())
        try:
            for x in it:
                print(x)
        except RuntimeError as e:
            print(repr(e))
        for bad in (0, -1):
            try:
                pool.imap(three, [1], chunksize=bad)
            except ValueError as e:
                print(e)
