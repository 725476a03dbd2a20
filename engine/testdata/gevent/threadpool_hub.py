# Blocking work in the hub's thread pool: the greenlets go on meanwhile.
import gevent
import time

hub = gevent.get_hub()
log = []

def blocking():
    time.sleep(0.05)
    return 'result'

def ticker():
    for i in range(3):
        log.append(f'tick {i}')
        gevent.sleep(0.01)

g = gevent.spawn(ticker)
print(hub.threadpool.apply(blocking), log)
print(hub.threadpool is gevent.get_hub().threadpool, hub.threadpool.maxsize, hub.threadpool_size)
