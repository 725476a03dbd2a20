# close, terminate, join, context manager, and what is refused when.
import os
import time
from multiprocessing import Pool


def pid(_=None):
    time.sleep(0.05)
    return os.getpid()


def forever():
    time.sleep(1000)


if __name__ == "__main__":
    pool = Pool(2)
    print(pool)
    try:
        pool.join()
    except ValueError as e:
        print(e)
    r = pool.map_async(pid, range(4), chunksize=1)
    pool.close()
    print(pool)
    for call in (lambda: pool.apply(pid), lambda: pool.map(pid, [1]), lambda: pool.imap(pid, [1]), pool.__enter__):
        try:
            call()
        except ValueError as e:
            print(e)
    pool.join()
    print(r.ready(), len(set(r.get())) <= 2, os.getpid() in r.get())
    print([p.exitcode for p in pool._pool])

    pool = Pool(2)
    r = pool.apply_async(forever)
    start = time.monotonic()
    pool.terminate()
    pool.join()
    print(pool, r.ready(), time.monotonic() - start < 5)
    print([p.is_alive() for p in pool._pool])
    pool.terminate()
    for bad in (dict(processes=0), dict(processes=-1), dict(initializer=3), dict(maxtasksperchild=0),
                dict(maxtasksperchild="a")):
        try:
            Pool(**bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    with Pool(1) as pool:
        print(pool.apply(len, ("abc",)))
    print(pool)
