# set() and clear() at once: those who waited go on all the same.
import gevent
from gevent.event import Event

e = Event()

def waiter(n):
    for i in range(2):
        print(n, i, e.wait(0.05), e.is_set())

gs = [gevent.spawn(waiter, n) for n in 'ab']
gevent.sleep(0)
e.set()
e.clear()
gevent.joinall(gs)
