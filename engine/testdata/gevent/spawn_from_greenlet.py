# What a greenlet spawns comes after all that is ready already.
import gevent

log = []

def child(n):
    log.append(f'child {n}')

def parent(n):
    log.append(f'parent {n}')
    gevent.spawn(child, n)
    gevent.sleep(0)
    log.append(f'parent {n} again')

gs = [gevent.spawn(parent, i) for i in range(3)]
gevent.joinall(gs)
gevent.sleep(0)
print('\n'.join(log))
