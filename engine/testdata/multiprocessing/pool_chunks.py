# How map cuts its input into chunks, seen from the workers.
import os
from multiprocessing import Pool

calls = []


def note(x):
    calls.append(x)
    return tuple(calls), os.getpid()


class Batch:
    """A sequence that tells how it is read."""

    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len")
        return self.n

    def __iter__(self):
        print("iter")
        return iter(range(self.n))


if __name__ == "__main__":
    for n, workers in ((1, 4), (16, 4), (17, 4), (100, 8), (1000, 3)):
        with Pool(workers) as pool:
            r = pool.map_async(abs, range(n))
            print(n, workers, r._chunksize, len(r.get()))
    with Pool(1) as pool:
        r = pool.map(note, range(3), chunksize=3)
        print(r[-1][0])
        print(pool.map(abs, Batch(3)))
        print(len({p for _, p in pool.map(note, range(4))}))
    print(calls)
