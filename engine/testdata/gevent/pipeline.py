import gevent
from gevent.queue import Queue

def stage(source, sink, fn):
    for x in source:
        sink.put(fn(x))
        gevent.sleep(0)
    sink.put(StopIteration)

a, b, c = Queue(2), Queue(2), Queue(2)
gs = [gevent.spawn(stage, a, b, lambda x: x + 1), gevent.spawn(stage, b, c, lambda x: x * x)]

def feed():
    for i in range(5):
        a.put(i)
    a.put(StopIteration)

gs.append(gevent.spawn(feed))
print(list(c))
gevent.joinall(gs)
print([g.successful() for g in gs])
