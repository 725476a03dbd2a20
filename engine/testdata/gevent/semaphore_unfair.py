# Who releases and acquires again at once is first: a release only schedules the wake-up.
import gevent
from gevent.lock import BoundedSemaphore

s = BoundedSemaphore(1)
log = []

def greedy():
    for i in range(3):
        with s:
            log.append(f'greedy {i}')
            gevent.sleep(0)

def modest(n):
    with s:
        log.append(f'modest {n}')

gevent.joinall([gevent.spawn(greedy), gevent.spawn(modest, 1), gevent.spawn(modest, 2)])
print(log)
