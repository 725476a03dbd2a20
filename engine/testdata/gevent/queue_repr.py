import gevent
from gevent.queue import Queue, LifoQueue, PriorityQueue, JoinableQueue, Channel

for q in (Queue(), Queue(3), Queue(2, [1, 2]), LifoQueue(items='ab'), PriorityQueue(None, [3, 1, 2]), JoinableQueue(items=[1]), Channel()):
    print(q, len(q) if not isinstance(q, Channel) else q.balance, q.qsize(), q.empty(), q.full())
q = Queue(1)
gevent.spawn(q.get)
gevent.sleep(0)
print(q)
q = Queue(1, [0])
gevent.spawn(q.put, 1)
gevent.sleep(0)
print(q, repr(q.copy()))
