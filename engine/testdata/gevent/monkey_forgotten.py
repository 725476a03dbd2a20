# Without the patch a sleep blocks the hub; with it the others go on.
import gevent
import time

def fetch(n):
    start = time.time()
    time.sleep(0.1)
    return n

t = time.time()
gevent.joinall([gevent.spawn(fetch, n) for n in range(3)])
print('not patched', time.time() - t > 0.25)
from gevent import monkey
monkey.patch_time()
t = time.time()
gevent.joinall([gevent.spawn(fetch, n) for n in range(3)])
print('patched', time.time() - t > 0.25)
