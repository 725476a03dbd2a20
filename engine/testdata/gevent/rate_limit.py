import gevent
from gevent.lock import BoundedSemaphore

limit = BoundedSemaphore(2)
running = most = 0

def work(n):
    global running, most
    with limit:
        running += 1
        most = max(most, running)
        gevent.sleep(0.005 * (n % 3 + 1))
        running -= 1
    return n

gs = [gevent.spawn(work, n) for n in range(7)]
gevent.joinall(gs)
print(most, running, sum(g.value for g in gs), limit.counter)
