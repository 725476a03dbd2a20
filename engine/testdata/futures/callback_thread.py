from concurrent.futures import ThreadPoolExecutor
import threading
import time

seen = []


def note(f):
    seen.append((threading.current_thread().name, f.result()))


ex = ThreadPoolExecutor(2, thread_name_prefix="worker")
slow = ex.submit(lambda: time.sleep(0.1) or "slow")
slow.add_done_callback(note)
quick = ex.submit(lambda: "quick")
quick.result()
time.sleep(0.02)
quick.add_done_callback(note)       # already done: runs here, now
print(seen)
slow.result()
ex.shutdown()
print(seen)


def chain(f):
    g = ex2.submit(pow, f.result(), 2)
    g.add_done_callback(lambda g: print("chained", g.result()))


with ThreadPoolExecutor(1) as ex2:
    ex2.submit(int, "12").add_done_callback(chain)
    time.sleep(0.1)
