import queue
import threading
import time

q = queue.Queue(1)


def later():
    time.sleep(0.1)
    q.put("late")


start = time.monotonic()
threading.Thread(target=later).start()
try:
    q.get(timeout=0.03)
except queue.Empty:
    print("too early")
print(q.get(timeout=1), round(time.monotonic() - start, 1))
q.put(1)


def drain():
    time.sleep(0.1)
    q.get()


threading.Thread(target=drain).start()
try:
    q.put(2, timeout=0.03)
except queue.Full:
    print("too full")
q.put(3, timeout=1)
print(q.get(), round(time.monotonic() - start, 1))
