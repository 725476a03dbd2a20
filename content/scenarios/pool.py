#@title A pool of two threads
import time
from concurrent.futures import ThreadPoolExecutor

workers = 2  #@param {type:"slider", min:1, max:6}
pauses = {"slow": 0.3, "quick": 0.1, "short": 0.15, "last": 0.2}

def job(name):
    time.sleep(pauses[name])
    return name.upper()

def report(future):
    print("done:", future.result())

with ThreadPoolExecutor(max_workers=workers,
                        thread_name_prefix="worker") as pool:
    for name in pauses:
        future = pool.submit(job, name)
        future.add_done_callback(report)
        print("submitted:", name)
print("the pool is closed")
