import gevent
from gevent.queue import Channel

c = Channel()
log = []

def sender():
    for i in range(3):
        log.append(f'sends {i}')
        c.put(i)
        log.append(f'sent {i}')

def receiver():
    for i in range(3):
        log.append(f'wants {i}')
        log.append(f'has {c.get()}')

gevent.joinall([gevent.spawn(sender), gevent.spawn(receiver)])
print('\n'.join(log))
try:
    c.put(1, timeout=0.01)
except gevent.queue.Full:
    print('nobody takes it', c.balance)
try:
    c.get(block=False)
except gevent.queue.Empty:
    print('nobody gives', c.balance)
