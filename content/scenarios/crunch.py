#@title Adding up in processes
import os
from multiprocessing import Pool, current_process

workers = 4   #@param {type:"slider", min:1, max:8}
numbers = 400_000
parts = 8

def add(first):
    total = 0
    for n in range(first, numbers, parts):
        total += n * n % 7
    return os.getpid(), total

if __name__ == "__main__":
    with Pool(workers) as pool:
        results = pool.map(add, range(parts), chunksize=1)
    print("total:", sum(total for pid, total in results))
    pids = {pid for pid, total in results}
    print("computed in", current_process().name, os.getpid() in pids)
