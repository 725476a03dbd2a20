# A CPU-bound program as books have it: one process, then a pool, the same result.
import math
from multiprocessing import Pool, cpu_count


def is_prime(n):
    if n < 2:
        return False
    return all(n % d for d in range(2, math.isqrt(n) + 1))


def count(bounds):
    low, high = bounds
    return sum(is_prime(n) for n in range(low, high))


if __name__ == "__main__":
    step = 250
    ranges = [(i, i + step) for i in range(0, 2000, step)]
    alone = [count(r) for r in ranges]
    with Pool(4) as pool:
        together = pool.map(count, ranges)
        lazily = list(pool.imap(count, ranges, chunksize=2))
    print(alone, sum(alone))
    print(alone == together == lazily, cpu_count() > 0)
