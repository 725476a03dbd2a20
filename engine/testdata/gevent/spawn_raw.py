import gevent
import greenlet

def work(a, b=0):
    print('raw', a, b, type(gevent.getcurrent()).__name__)
    gevent.sleep(0.01)
    print('raw ends')

g = gevent.spawn_raw(work, 1, b=2)
print(isinstance(g, greenlet.greenlet), isinstance(g, gevent.Greenlet), bool(g))
gevent.sleep(0.1)
print(g.dead)

def fail():
    raise KeyError('raw')

gevent.spawn_raw(fail)
gevent.sleep(0.01)
print('main goes on')
