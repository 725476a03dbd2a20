import gevent
from gevent.lock import RLock

r = RLock()
log = []

def worker(n):
    with r:
        with r:
            log.append(('in', n))
            gevent.sleep(0)
            log.append(('out', n))

gevent.joinall([gevent.spawn(worker, n) for n in range(2)])
print(log)
print(r.acquire(), r.acquire(), r._is_owned())

def other():
    print(r.acquire(blocking=False), r.acquire(timeout=0.01), r._is_owned())
    try:
        r.release()
    except RuntimeError as e:
        print('RuntimeError')

gevent.spawn(other).join()
r.release()
r.release()
try:
    r.release()
except RuntimeError:
    print('not owned')
