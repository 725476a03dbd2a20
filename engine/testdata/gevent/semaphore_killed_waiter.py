import gevent
from gevent.lock import Semaphore

s = Semaphore(0)

def worker(n):
    try:
        s.acquire()
        print('got it', n)
    except gevent.GreenletExit:
        print('killed', n)

gs = [gevent.spawn(worker, n) for n in range(3)]
gevent.sleep(0)
print(s.linkcount())
gs[0].kill()
print(s.linkcount())
s.release()
gevent.sleep(0)
s.release()
gevent.joinall(gs)
print(s.counter)
