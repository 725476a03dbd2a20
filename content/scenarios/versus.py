#@title Threads or processes
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

pool = "threads"  #@param ["threads", "processes"]
work = "compute"  #@param ["compute", "wait"]
workers = 4       #@param {type:"slider", min:1, max:8}

def job(n):
    if work == "wait":
        time.sleep(0.1)
        return n
    total = 0
    for i in range(100_000):
        total += i * n % 7
    return total

if __name__ == "__main__":
    kind = ThreadPoolExecutor if pool == "threads" else ProcessPoolExecutor
    with kind(workers) as executor:
        results = list(executor.map(job, range(8)))
    print("results:", len(results), "total:", sum(results))
