import gevent
from gevent.queue import Queue

q = Queue()

def producer():
    for i in range(4):
        q.put(i * i)
        gevent.sleep(0)
    q.put(StopIteration)

gevent.spawn(producer)
for x in q:
    print(x)
print(q.empty(), list(Queue(items=['a', 'b', StopIteration])))
print(next(Queue(items=[1])))
