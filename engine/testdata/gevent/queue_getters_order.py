import gevent
from gevent.queue import Queue

q = Queue()
log = []

def getter(n):
    log.append((n, q.get()))

gs = [gevent.spawn(getter, n) for n in range(3)]
gevent.sleep(0)
print(q)
for x in 'abc':
    q.put(x)
print(q, log)
gevent.joinall(gs)
print(log)
