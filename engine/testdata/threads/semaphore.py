import threading
import time

limit = threading.Semaphore(2)
active = most = 0
lock = threading.Lock()


def job(n):
    global active, most
    with limit:
        with lock:
            active += 1
            most = max(most, active)
        time.sleep(0.05)
        with lock:
            active -= 1


threads = [threading.Thread(target=job, args=(n,)) for n in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("at most", most, "at once; now", active)
s = threading.Semaphore(0)
print(s.acquire(blocking=False), s.acquire(timeout=0.05))
s.release(3)
print(s.acquire(), s.acquire(), s.acquire(), s.acquire(False))
b = threading.BoundedSemaphore()
b.acquire()
b.release()
try:
    b.release()
except ValueError as e:
    print(e)


def give():
    time.sleep(0.1)
    s.release()


threading.Thread(target=give).start()
print(s.acquire(timeout=2))
