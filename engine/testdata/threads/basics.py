# Threads: start, join, names, arguments, daemons, locks, events, thread-local data, and a queue between them.
import queue
import threading
import time


def worker(name, delay):
    time.sleep(delay)
    print(name, "in", threading.current_thread().name)


threads = [threading.Thread(target=worker, args=(f"w{i}", 0.05 * (3 - i)), name=f"thread-{i}") for i in range(3)]
for t in threads:
    t.start()
print("started", threading.active_count(), threads[0].is_alive())
for t in threads:
    t.join()
print("joined", threads[0].is_alive(), threading.main_thread().name)

lock = threading.Lock()
count = 0


def add(n):
    global count
    for _ in range(n):
        with lock:
            count += 1


threads = [threading.Thread(target=add, args=(200,)) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print(count, lock.locked(), lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
lock.release()

event = threading.Event()


def waiter():
    print("waiter waits", event.wait(0.01))
    event.wait()
    print("waiter goes")


t = threading.Thread(target=waiter, daemon=True)
t.start()
time.sleep(0.1)
event.set()
t.join()

jobs = queue.Queue()
results = []


def consume():
    while (job := jobs.get()) is not None:
        results.append(job * 2)
        jobs.task_done()


t = threading.Thread(target=consume)
t.start()
for i in range(5):
    jobs.put(i)
jobs.join()
jobs.put(None)
t.join()
print(results, jobs.empty())

local = threading.local()
local.x = "main"


def peek():
    print(hasattr(local, "x"))


t = threading.Thread(target=peek)
t.start()
t.join()
timer = threading.Timer(0.05, print, ["timer fired"])
timer.start()
timer.join()


class Mine(threading.Thread):
    def run(self):
        print("run of", self.name)


mine = Mine(name="mine")
mine.start()
mine.join()
