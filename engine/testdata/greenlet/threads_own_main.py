# Each thread has a main greenlet of its own; greenlets of threads do not mix.
import threading
from greenlet import getcurrent, greenlet

mains = {"main": getcurrent()}
results = {}
order = threading.Lock()


def ping_pong(n):
    me = getcurrent()
    log = []

    def pong():
        while True:
            log.append("pong")
            me.switch()

    p = greenlet(pong)
    for _ in range(n):
        log.append("ping")
        p.switch()
    return log


def work(name, n):
    mains[name] = getcurrent()
    results[name] = ping_pong(n)


threads = [threading.Thread(target=work, args=("t%d" % i, i + 1)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for name in sorted(results):
    print(name, results[name])
print(len(set(map(id, mains.values()))), all(m.parent is None for m in mains.values()))
# A greenlet made here may be started there, once.
g = greenlet(lambda: threading.current_thread().name)
seen = []
t = threading.Thread(target=lambda: seen.append(g.parent is mains["main"]))
t.start()
t.join()
print(seen, g.switch())
