from gevent import monkey
monkey.patch_all()
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

def work(n):
    time.sleep(0.01 * n)
    if n == 2:
        raise ValueError('two')
    return n * n

with ThreadPoolExecutor(max_workers=3) as ex:
    fs = {ex.submit(work, n): n for n in (3, 1, 2)}
    for f in as_completed(fs):
        print(fs[f], f.exception() or f.result())
    print(list(ex.map(work, [1, 3, 0])))
    done, rest = wait([ex.submit(work, 1), ex.submit(work, 20)], timeout=0.1)
    print(len(done), len(rest))
try:
    ex.submit(work, 1)
except RuntimeError as e:
    print(e)
f = ThreadPoolExecutor(1).submit(pow, 2, 5)
print(f.result(), f.done(), f.running(), f.cancelled())
