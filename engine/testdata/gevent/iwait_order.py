import gevent
from gevent.event import Event

def work(n):
    gevent.sleep(n / 100)
    return n

for g in gevent.iwait([gevent.spawn(work, n) for n in (3, 1, 2)]):
    print('finished', g.value)
e = Event()
gevent.spawn_later(0.01, e.set)
g = gevent.spawn(work, 5)
for x in gevent.iwait([e, g], count=1):
    print('first is the event', x is e)
for x in gevent.iwait([e, g], timeout=0.001):
    print('within the time', x is e)
print(gevent.wait([g, e]) == [e, g], len(gevent.wait([g, e], count=1)))
