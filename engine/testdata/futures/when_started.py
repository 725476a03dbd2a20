from concurrent.futures import ThreadPoolExecutor
import threading
import time


def job(n):
    time.sleep(0.1)
    return n


ex = ThreadPoolExecutor(max_workers=3)
counts = []
for n in range(5):
    ex.submit(job, n)
    counts.append(len(ex._threads))
print(counts, threading.active_count(), ex._work_queue.qsize())
time.sleep(0.35)
print(ex._work_queue.qsize(), len(ex._threads))
ex.submit(job, 9)
print(len(ex._threads))
ex.shutdown()
print(threading.active_count())
