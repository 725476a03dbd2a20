# wait() without objects waits until nothing is left to happen.
import gevent

def work(n):
    gevent.sleep(n / 100)
    print('done', n)

for n in (2, 1):
    gevent.spawn(work, n)
gevent.sleep(0)
print(gevent.wait(timeout=0.015))
print(gevent.wait())
print(gevent.wait())
