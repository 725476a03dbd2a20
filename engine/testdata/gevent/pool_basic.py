import gevent
from gevent.pool import Pool

p = Pool(2)
log = []

def work(n):
    log.append(f'in {n}')
    gevent.sleep(0.01)
    log.append(f'out {n}')
    return n * n

gs = [p.spawn(work, n) for n in range(5)]
print(p.free_count(), p.full(), len(p), p.size)
p.join()
print(log)
print([g.value for g in gs], p.free_count(), p.full(), len(p))
print(p.wait_available(), p.join())
