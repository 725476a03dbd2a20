# A ThreadPoolExecutor: submit, done-callbacks, map, exceptions, as_completed, wait.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def work(n):
    time.sleep(0.05 * n)
    if n == 4:
        raise ValueError("four")
    return n * n


with ThreadPoolExecutor(max_workers=2) as pool:
    future = pool.submit(work, 1)
    future.add_done_callback(lambda f: print("callback:", f.result(), f.done()))
    print("submitted", future.done())
    print("result", future.result())
    print(list(pool.map(work, [3, 1, 2])))
    futures = {pool.submit(work, n): n for n in (4, 1)}
    for done in as_completed(futures):
        n = futures[done]
        print(n, repr(done.exception()) if done.exception() else done.result())
    try:
        pool.submit(work, 4).result()
    except ValueError as error:
        print("raised again:", error)
    done, pending = wait([pool.submit(work, n) for n in (1, 2)])
    print(sorted(f.result() for f in done), pending)
    slow = pool.submit(work, 6)
    try:
        slow.result(timeout=0.01)
    except TimeoutError:
        print("not yet")
    waiting = [pool.submit(work, 5) for _ in range(3)]
    print("cancelled:", waiting[-1].cancel(), slow.cancel())
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)
