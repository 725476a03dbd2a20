# A worker that ends breaks the pool: for what runs, what waits, and what is submitted later.
import logging
import os
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def die():
    time.sleep(0.1)
    os._exit(7)


def bad_setup():
    raise RuntimeError("no setup")


if __name__ == "__main__":
    executor = ProcessPoolExecutor(1)
    fs = [executor.submit(die)] + [executor.submit(abs, -1) for _ in range(5)]
    print({type(f.exception()).__name__ for f in fs}, issubclass(BrokenProcessPool, BrokenExecutor))
    print(fs[0].exception(), fs[0].exception().__cause__)
    try:
        executor.submit(abs, 1)
    except BrokenProcessPool as e:
        print(e)
    executor.shutdown()
    executor = ProcessPoolExecutor(2)
    f = executor.submit(time.sleep, 100)
    while not f.running():
        time.sleep(0.01)
    for p in list(executor._processes.values()):
        p.terminate()
    print(type(f.exception()).__name__)
    executor.shutdown(wait=True)
    logging.getLogger("concurrent.futures").disabled = True
    logging.disable(logging.CRITICAL)
    with ProcessPoolExecutor(1, initializer=bad_setup) as executor:
        try:
            executor.submit(abs, 1).result()
        except BrokenProcessPool as e:
            print(e)
