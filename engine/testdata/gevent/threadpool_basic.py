import gevent
import threading
import time
from gevent.threadpool import ThreadPool

pool = ThreadPool(3)
main = threading.get_ident()

def work(n):
    time.sleep(0.02 * n)
    return n * n, threading.get_ident() != main

print(pool.size, pool.maxsize, len(pool))
rs = [pool.spawn(work, n) for n in (3, 1, 2)]
print(len(pool), pool.size, type(rs[0]).__name__)
log = []
ticker = gevent.spawn(lambda: [gevent.sleep(0.02) or log.append('tick') for _ in range(2)])
print([r.get() for r in rs], log)
print(pool.apply(work, (1,)), pool.map(work, [1, 0]))
print(list(pool.imap(work, [2, 1])), len(pool))
pool.join()
pool.kill()
