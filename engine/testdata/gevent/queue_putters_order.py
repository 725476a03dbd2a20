import gevent
from gevent.queue import Queue

q = Queue(1)
log = []

def putter(n):
    q.put(n)
    log.append(('put', n, q.qsize()))

gs = [gevent.spawn(putter, n) for n in range(4)]
gevent.sleep(0)
print(log, q)
for i in range(4):
    log.append(('got', q.get()))
    gevent.sleep(0)
gevent.joinall(gs)
print(log)
