# Each thread has a hub of its own.
import gevent
from gevent.threadpool import ThreadPool

pool = ThreadPool(1)
main_hub = gevent.get_hub()

def in_thread():
    hub = gevent.get_hub()
    log = []

    def work(n):
        gevent.sleep(0.01 * n)
        log.append(n)

    gevent.joinall([gevent.spawn(work, n) for n in (2, 1)])
    return hub is main_hub, hub.main_hub, log

print(pool.apply(in_thread), main_hub.main_hub)
