# threading.local and locks see the thread, not the greenlet.
import threading
from greenlet import getcurrent, greenlet

main = getcurrent()
local = threading.local()
lock = threading.RLock()
local.x = "main"


def body():
    print("same thread-local:", local.x, threading.get_ident() == ident)
    local.x = "changed in the greenlet"
    with lock:
        main.switch()
        print("still holding")


ident = threading.get_ident()
g = greenlet(body)
g.switch()
print(local.x)
print("reentrant from another greenlet:", lock.acquire(blocking=False))
lock.release()


def try_lock():
    results.append(lock.acquire(blocking=False))


results = []
t = threading.Thread(target=try_lock)
t.start()
t.join()
g.switch()
t = threading.Thread(target=try_lock)
t.start()
t.join()
print(results)
plain = threading.Lock()


def holder():
    with plain:
        main.switch()


h = greenlet(holder)
h.switch()
print("plain lock taken:", plain.locked(), plain.acquire(timeout=0.01))
h.switch()
print(plain.locked())
