import queue
import threading
import time

q = queue.Queue(2)
log = []


def producer():
    for i in range(6):
        q.put(i)
        log.append(f"put {i}")
    q.put(None)


def consumer():
    while True:
        time.sleep(0.05)
        x = q.get()
        if x is None:
            return
        log.append(f"got {x}")


threads = [threading.Thread(target=f) for f in (producer, consumer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log[:3], log[-1], len(log))
print([x for x in log if x.startswith("got")])
