from gevent import monkey
monkey.patch_all()
import queue
import threading
import time

q = queue.Queue(maxsize=2)

def producer():
    for i in range(5):
        q.put(i)
        print('put', i)
    q.put(None)

def consumer():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            break
        time.sleep(0.01)
        print('got', item)
        q.task_done()

ts = [threading.Thread(target=f) for f in (producer, consumer)]
for t in ts:
    t.start()
q.join()
for t in ts:
    t.join()
try:
    q.get_nowait()
except queue.Empty:
    print('Empty')
try:
    q.get(timeout=0.01)
except queue.Empty:
    print('Empty after a while')
print(q.empty(), q.full(), q.qsize(), q.maxsize)
s = queue.SimpleQueue()
s.put(1)
print(s.get(), s.empty())
