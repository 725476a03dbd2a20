from concurrent.futures import ThreadPoolExecutor
import threading
import time


def name(t=0.0):
    time.sleep(t)
    return threading.current_thread().name


ex = ThreadPoolExecutor(3, thread_name_prefix="pool")
# One at a time: the idle worker takes it.
print([ex.submit(name).result() for _ in range(4)], len(ex._threads))
time.sleep(0.05)
# At once: a new worker each, up to the limit.
fs = [ex.submit(name, 0.05) for _ in range(6)]
print(sorted({f.result() for f in fs}), len(ex._threads), ex._max_workers)
ex.shutdown()
print([t.is_alive() for t in ex._threads])
a, b = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
print(a.submit(name).result(), b.submit(name).result())
a.shutdown()
b.shutdown()
