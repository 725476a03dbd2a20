# sleep() for greenlets: a hub with a heap of timers, which really sleeps.
import heapq
import time
from greenlet import getcurrent, greenlet

start = time.monotonic()
timers = []
sequence = 0


def now():
    return round((time.monotonic() - start) * 20)


def sleep(ticks):
    global sequence
    sequence += 1
    heapq.heappush(timers, (now() + ticks, sequence, getcurrent()))
    hub.switch()


def loop():
    while timers:
        when, _, g = heapq.heappop(timers)
        delay = when / 20 + 0.01 - (time.monotonic() - start)
        if delay > 0:
            time.sleep(delay)
        g.switch()
    return "all done"


def worker(name, ticks, n):
    for i in range(n):
        sleep(ticks)
        print(now(), name, i)


hub = greenlet(loop)
for name, ticks, n in (("a", 2, 3), ("b", 3, 2), ("c", 1, 1)):
    g = greenlet(worker, hub)
    sequence += 1
    heapq.heappush(timers, (0, sequence, greenlet(lambda g=g, args=(name, ticks, n): g.switch(*args), hub)))
print(hub.switch())
