# The timeout hits the greenlet that started it, whatever it waits for.
import gevent
from gevent import Timeout
from gevent.queue import Queue
from gevent.event import Event
from gevent.lock import Semaphore

q, e, s = Queue(), Event(), Semaphore(0)

def waits(name, fn):
    try:
        with Timeout(0.01):
            fn()
    except Timeout as t:
        print(name, t)

gs = [gevent.spawn(waits, 'queue', q.get), gevent.spawn(waits, 'event', e.wait), gevent.spawn(waits, 'semaphore', s.acquire)]
gevent.joinall(gs)
print(s.counter, e.linkcount(), s.linkcount(), q.qsize())
q.put(1)
print(q.get(), s.release(), s.acquire())
