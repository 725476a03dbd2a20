import gevent
from gevent.pool import Pool

p = Pool(1)

def work(a, b=1):
    gevent.sleep(0.01)
    return a * b

print(p.apply(work, (3,), {'b': 4}), p.apply(work, (5,)))
results = []
g = p.apply_async(work, (6,), callback=results.append)
h = p.apply_async(work, (7,), callback=results.append)
print(type(g).__name__, type(h).__name__, results)
print(g.get(), h.get())
gevent.sleep(0)
print(results)
print(p.apply_cb(work, (2,), callback=lambda v: print('callback', v)))
gevent.sleep(0)
m = p.map_async(work, [1, 2], callback=lambda v: print('map callback', v))
print(m.get())
