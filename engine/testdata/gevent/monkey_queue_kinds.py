from gevent import monkey
monkey.patch_all()
import queue
import threading

p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
print(p.get(), p.get(), p.get())
s = queue.LifoQueue(1)
s.put('a')
threading.Timer(0.01, s.get).start()
s.put('b')
print(s.get(), s.qsize())
try:
    s.task_done()
    s.task_done()
    s.task_done()
    s.task_done()
except ValueError as e:
    print(e)
