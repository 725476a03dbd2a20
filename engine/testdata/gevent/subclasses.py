import gevent
from gevent.event import Event, AsyncResult
from gevent.lock import Semaphore, BoundedSemaphore
from gevent.local import local

class Gate(Event):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def set(self):
        print('opening', self.name)
        super().set()

class Result(AsyncResult):
    tag = 'mine'

class Slots(BoundedSemaphore):
    def acquire(self, *args, **kwargs):
        print('asks')
        return super().acquire(*args, **kwargs)

gate = Gate('north')
g = gevent.spawn(lambda: (gate.wait(), 'through')[1])
gevent.sleep(0)
gate.set()
print(g.get(), gate)
r = Result()
gevent.spawn(r.set, 5)
print(r.get(), r.tag, r)
s = Slots(1)
print(s.acquire(), s.acquire(blocking=False), s.release(), s.counter)
with s:
    print('with does not ask', s.locked())
d = {g: 'greenlets are hashable'}
print(d[g], g == g, g != gevent.getcurrent())
