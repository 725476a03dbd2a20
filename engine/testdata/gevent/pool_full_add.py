import gevent
from gevent.pool import Pool, PoolFull

p = Pool(1)

def work():
    gevent.sleep(0.01)

p.spawn(work)
g = gevent.Greenlet(work)
try:
    p.add(g, blocking=False)
except PoolFull as e:
    print('PoolFull', repr(e), isinstance(e, gevent.queue.Full))
try:
    p.start(g, timeout=0.001)
except PoolFull:
    print('still full', g in p, len(p))
p.start(g)
print(g in p, list(p) == [g], len(p))
p.join()
try:
    Pool(-1)
except ValueError as e:
    print(e)
n = Pool()
print(n.size, n.full(), n.free_count(), n.wait_available())
z = Pool(0)
print(z.full(), z.free_count(), z.wait_available(timeout=0.001))
