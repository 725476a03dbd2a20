from concurrent.futures import ThreadPoolExecutor
import time


def job(n):
    time.sleep(0.05)
    return n


ex = ThreadPoolExecutor(2)
fs = [ex.submit(job, n) for n in range(4)]
ex.shutdown(wait=False)
print([f.done() for f in fs])
try:
    ex.submit(job, 9)
except RuntimeError as e:
    print(e)
print([f.result() for f in fs])
ex.shutdown()
ex = ThreadPoolExecutor(1)
fs = [ex.submit(job, n) for n in range(4)]
ex.shutdown(cancel_futures=True)
print([f.cancelled() for f in fs], fs[0].result())
with ThreadPoolExecutor(2) as ex:
    f = ex.submit(job, 7)
print(f.done(), f.result())
try:
    with ThreadPoolExecutor(2) as ex:
        f = ex.submit(job, 8)
        raise ValueError("inside with")
except ValueError as e:
    print(e, f.done())
