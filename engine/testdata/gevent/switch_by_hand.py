# A bare greenlet beside the hub: switch goes straight to it and back.
import gevent
from gevent import getcurrent
from greenlet import greenlet

main = getcurrent()

def ping(x):
    for i in range(3):
        x = main.switch(x * 2)
    return 'over'

g = greenlet(ping)
print(g.switch(1), g.switch(5), g.switch(7), g.switch(9))
print(g.dead, main is getcurrent())
log = []

def in_gevent():
    log.append('before')
    inner = greenlet(lambda: log.append('inner'))
    inner.switch()
    log.append('after')

gevent.spawn(in_gevent).join()
print(log)
