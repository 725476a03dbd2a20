import gevent
from gevent.lock import Semaphore
from contextlib import contextmanager

log = []

@contextmanager
def traced(name):
    log.append('enter ' + name)
    gevent.sleep(0)
    try:
        yield name
    finally:
        gevent.sleep(0)
        log.append('leave ' + name)

def work(name):
    with traced(name) as n:
        log.append('inside ' + n)

gevent.joinall([gevent.spawn(work, 'a'), gevent.spawn(work, 'b')])
print(log)
