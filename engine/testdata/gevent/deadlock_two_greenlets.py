import gevent
from gevent.lock import Semaphore

a, b = Semaphore(), Semaphore()

def one():
    with a:
        gevent.sleep(0.01)
        with b:
            print('never')

def two():
    with b:
        gevent.sleep(0.01)
        with a:
            print('never')

gs = [gevent.spawn(one), gevent.spawn(two)]
try:
    gevent.joinall(gs, raise_error=True)
except gevent.exceptions.LoopExit as e:
    print('blocked for ever', a.locked(), b.locked(), [g.ready() for g in gs])
