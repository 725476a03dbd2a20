import gevent
from gevent.queue import Queue
from gevent.event import Event, AsyncResult

q = Queue()
for n in (3, 1, 2):
    gevent.spawn_later(n / 100, lambda n=n: n).link(q.put)
print([q.get().value for _ in range(3)])
e = Event()
g = gevent.spawn(lambda: 1)
g.link(lambda g: e.set())
print(e.wait(1))
r = AsyncResult()
gevent.spawn(lambda: 'linked').link(r)
print(r.get())
