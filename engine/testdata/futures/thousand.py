from concurrent.futures import ThreadPoolExecutor
import threading

lock = threading.Lock()
total = 0


def add(n):
    global total
    with lock:
        total += n


with ThreadPoolExecutor(max_workers=10) as ex:
    for n in range(1000):
        ex.submit(add, n)
print(total)
