import gevent
import time
from gevent.threadpool import ThreadPoolExecutor

def work(n):
    time.sleep(0.03 * n)
    return n + 1

with ThreadPoolExecutor(2) as ex:
    f = ex.submit(work, 1)
    print(f.done(), f.result(), f.done(), f.exception())
    print(list(ex.map(work, [2, 1])))
    f = ex.submit(work, 3)
    try:
        f.result(timeout=0.01)
    except Exception as e:
        print(type(e).__name__)
    f.add_done_callback(lambda f: print('callback', f.result()))
gevent.sleep(0)
try:
    ex.submit(work, 1)
except RuntimeError as e:
    print(e)
