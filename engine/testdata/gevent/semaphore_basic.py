import gevent
from gevent.lock import Semaphore

s = Semaphore(2)

def worker(n):
    s.acquire()
    print('in', n, s.counter)
    gevent.sleep(0.01)
    s.release()
    print('out', n, s.counter)

gevent.joinall([gevent.spawn(worker, i) for i in range(5)])
print(s, s.locked(), s.ready(), s.wait())
