# ThreadPool: close and join finish the work, terminate does not; initializer; results after the end.
import threading
import time
from multiprocessing.pool import ThreadPool

local = threading.local()


def setup(word):
    local.word = word


def get(_):
    return local.word


def nap(s):
    time.sleep(s)
    return s


if __name__ == "__main__":
    with ThreadPool(2, setup, ("hello",)) as pool:
        print(pool.map(get, range(3)), hasattr(local, "word"))
    pool = ThreadPool(2)
    r = pool.map_async(nap, [0.05] * 6, chunksize=1)
    pool.close()
    pool.join()
    print(r.ready(), r.get())
    try:
        pool.apply(nap, (0,))
    except ValueError as e:
        print(e)
    pool = ThreadPool(1)
    first = pool.apply_async(nap, (0.1,))
    time.sleep(0.05)
    rest = [pool.apply_async(nap, (0.1,)) for _ in range(5)]
    pool.terminate()
    pool.join()
    print(rest[-1].ready(), threading.active_count())
    pool = ThreadPool(3)
    it = pool.imap_unordered(nap, [0.3, 0.1, 0.2])
    print([x for x in it], pool.imap(nap, []).__class__.__name__)
    pool.terminate()
