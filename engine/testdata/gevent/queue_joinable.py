import gevent
from gevent.queue import JoinableQueue

q = JoinableQueue()
done = []

def worker():
    while True:
        item = q.get()
        try:
            gevent.sleep(0.01)
            done.append(item)
        finally:
            q.task_done()

for i in range(2):
    gevent.spawn(worker)
for item in range(5):
    q.put(item)
print(q.unfinished_tasks, q.join(timeout=0.001))
q.join()
print(sorted(done), q.unfinished_tasks, q.join())
try:
    q.task_done()
except ValueError as e:
    print(e)
