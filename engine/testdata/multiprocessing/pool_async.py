# AsyncResult: ready, successful, wait, get with a timeout, callbacks and where they run.
import threading
import time
from multiprocessing import Pool, TimeoutError


def slow(x):
    time.sleep(0.2)
    return x


def fail(x):
    raise ValueError(f"no {x}")


if __name__ == "__main__":
    with Pool(2) as pool:
        r = pool.apply_async(slow, (5,))
        print(r.ready())
        try:
            r.successful()
        except ValueError as e:
            print("not ready" in str(e))
        try:
            r.get(timeout=0.01)
        except TimeoutError as e:
            print("timeout", repr(e))
        r.wait(0.01)
        print(r.ready())
        r.wait()
        print(r.ready(), r.successful(), r.get(), r.get(timeout=0))
        seen = []
        done = threading.Event()
        pool.apply_async(slow, (1,), callback=lambda v: (seen.append((v, threading.current_thread().name)), done.set()))
        done.wait()
        print(seen)
        r = pool.apply_async(fail, (2,), error_callback=lambda e: seen.append(repr(e)))
        r.wait()
        print(r.successful(), seen[1:])
        try:
            r.get()
        except ValueError as e:
            print(e, type(e.__cause__).__name__)
        m = pool.map_async(slow, [1, 2], callback=seen.append, chunksize=1)
        print(m.get(), seen[-1])
        m = pool.map_async(fail, [1, 2], error_callback=lambda e: seen.append(str(e)), chunksize=2)
        m.wait()
        print(m.successful(), seen[-1])
        print(pool.starmap_async(pow, [(2, 3)]).get())
        print(pool.apply(slow, kwds={"x": "kw"}))
