# Who is woken runs until it waits again, before the next one is woken.
import gevent
from gevent.event import Event

e = Event()

def waiter(n):
    e.wait()
    print('woken', n)
    gevent.sleep(0)
    print('again', n)

gs = [gevent.spawn(waiter, i) for i in range(3)]
gevent.sleep(0)
e.set()
print('set', e.linkcount())
gevent.spawn(print, 'spawned after set')
gevent.joinall(gs)
print(e.linkcount())
