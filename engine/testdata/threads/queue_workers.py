import queue
import threading
import time

todo, done = queue.Queue(), queue.Queue()


def worker():
    while True:
        n = todo.get()
        time.sleep(0.01)
        done.put((n, n * n))
        todo.task_done()


for _ in range(3):
    threading.Thread(target=worker, daemon=True).start()
start = time.monotonic()
for n in range(9):
    todo.put(n)
todo.join()
print(0.025 < time.monotonic() - start < 0.08)
results = [done.get() for _ in range(done.qsize())]
print(sorted(results))
