from concurrent.futures import ThreadPoolExecutor
import threading
import time


def work(x, y=0, *, z=0):
    time.sleep(0.01)
    return x, y, z


with ThreadPoolExecutor() as ex:
    f = ex.submit(work, 1, 2, z=3)
    print(f.result(), f.done(), f.running(), f.cancelled(), f.exception())
    fs = [ex.submit(pow, 2, n) for n in range(8)]
    print([f.result() for f in fs])
    print(ex.submit(lambda: threading.current_thread().name.startswith("ThreadPoolExecutor-0_")).result())
for bad in (0, -1):
    try:
        ThreadPoolExecutor(bad)
    except ValueError as e:
        print(e)
try:
    ThreadPoolExecutor(initializer=1)
except TypeError as e:
    print(e)
try:
    ex.submit(work)
except RuntimeError as e:
    print(e)
try:
    ThreadPoolExecutor(1).submit()
except TypeError as e:
    print(e)
