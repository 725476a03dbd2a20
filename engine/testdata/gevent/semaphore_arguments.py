import gevent
from gevent.lock import Semaphore, BoundedSemaphore

s = Semaphore(1)
print(s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01), s.acquire(False))
print(s.release(), s.release(), s.counter)
b = BoundedSemaphore(2)
print(b.acquire(), b.release())
try:
    b.release()
except ValueError as e:
    print('ValueError', e)
try:
    Semaphore(-1)
except ValueError as e:
    print('ValueError', e)
with b:
    print(b.counter)
print(b.counter, Semaphore().counter, BoundedSemaphore().counter)
s = Semaphore(0)
gevent.spawn_later(0.01, s.release)
print(s.wait(), s.counter, s.wait(0.01))
s = Semaphore(0)
print(s.wait(timeout=0.01), s.acquire(timeout=0))
