import threading
import time

start = time.monotonic()


def ring(what, times=1):
    print(what * times, int((time.monotonic() - start) * 5))


a = threading.Timer(0.42, ring, args=["ding "], kwargs={"times": 2})
b = threading.Timer(0.12, ring, ["dong"])
c = threading.Timer(0.3, ring, ["never"])
for t in (a, b, c):
    t.start()
print(a.is_alive(), a.interval, a.finished.is_set())
c.cancel()
for t in (a, b, c):
    t.join()
print(a.finished.is_set(), c.finished.is_set())
