import queue
import threading
import time

q = queue.Queue()
print(q.empty(), q.qsize(), q.full(), q.maxsize, q.unfinished_tasks)


def worker():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            break
        print("worker got", item)
        time.sleep(0.02)
        q.task_done()


t = threading.Thread(target=worker)
t.start()
for i in range(3):
    q.put(i)
q.put(None)
q.join()
print("joined", q.unfinished_tasks, q.empty())
t.join()
try:
    q.task_done()
except ValueError as e:
    print(e)
for f in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.01), lambda: q.get(True, 0)):
    try:
        f()
    except queue.Empty as e:
        print("Empty", repr(e), e.args)
try:
    q.get(timeout=-1)
except ValueError as e:
    print(e)
small = queue.Queue(maxsize=1)
small.put("x")
print(small.full())
for f in (lambda: small.put_nowait(1), lambda: small.put(1, False), lambda: small.put(1, timeout=0.01)):
    try:
        f()
    except queue.Full as e:
        print("Full", repr(e))
try:
    small.put(1, timeout=-1)
except ValueError as e:
    print(e)
print(small.get(), small.queue, queue.Queue.__mro__[0])
