import gevent
from gevent.queue import Queue

a, b = Queue(), Queue()
log = []

def ping():
    for i in range(4):
        a.put(i)
        log.append(('ping', b.get()))

def pong():
    for i in range(4):
        x = a.get()
        log.append(('pong', x))
        b.put(x * 10)

gevent.joinall([gevent.spawn(ping), gevent.spawn(pong)])
print(log)
