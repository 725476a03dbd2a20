from gevent import monkey
monkey.patch_thread()
import threading
import gevent

lock = threading.Lock()
print(type(lock).__name__, lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))

def releaser():
    gevent.sleep(0.01)
    print('releases')
    lock.release()

gevent.spawn(releaser)
with lock:
    print('has it')
print(lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print('RuntimeError', e)
r = threading.RLock()
with r:
    with r:
        print('twice')
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False))
s.release()
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as e:
    print('ValueError', e)
