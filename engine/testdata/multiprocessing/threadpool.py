# multiprocessing.pool.ThreadPool and multiprocessing.dummy: the same methods, one process.
import os
import threading
import time
from multiprocessing.dummy import Pool as DummyPool, Process, current_process
from multiprocessing.pool import ThreadPool

shared = []


def work(x):
    shared.append(x)
    time.sleep(0.01 * x)
    return x, os.getpid()


def fail(x):
    raise ValueError(x)


if __name__ == "__main__":
    with ThreadPool(3) as pool:
        print(pool)
        print([t.name for t in threading.enumerate()])
        print(pool.map(work, [3, 1, 2]) == [(x, os.getpid()) for x in (3, 1, 2)])
        print(sorted(shared))
        print([x for x, _ in pool.imap_unordered(work, [30, 1, 15])])
        print(pool.apply(lambda: "lambdas are fine"), pool.starmap(pow, [(2, 3)]))
        try:
            pool.map(fail, [1])
        except ValueError as e:
            print(repr(e), e.__cause__)
        r = pool.apply_async(time.sleep, (0.1,))
        print(r.ready())
        r.wait()
        print(r.successful())
    print(pool)
    pool = DummyPool(2)
    print(pool.map(str, range(3)), type(pool).__name__)
    pool.close()
    pool.join()
    p = Process(target=shared.append, args=("dummy",))
    p.start()
    p.join()
    print(shared[-1], p.exitcode, p.is_alive(), current_process().name)
    for bad in (dict(processes=0), dict(initializer=1)):
        try:
            ThreadPool(**bad)
        except (ValueError, TypeError) as e:
            print(e)
