import gevent
from gevent.event import Event

e = Event()

def setter():
    print('A: waits a little')
    gevent.sleep(0.02)
    print('A: sets')
    e.set()

def waiter(n):
    print('waiter', n)
    print('woken', n, e.wait(), e.is_set())

gevent.joinall([gevent.spawn(setter), gevent.spawn(waiter, 1), gevent.spawn(waiter, 2)])
print(e.wait(), e.wait(0))
e.clear()
print(e.is_set(), e.ready(), e.wait(0), e.wait(0.001))
print(e)
