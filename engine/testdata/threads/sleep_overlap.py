import threading
import time

start = time.monotonic()
threads = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0.19 < time.monotonic() - start < 0.9)
order = []


def f(n):
    time.sleep(n / 10)
    order.append(n)


threads = [threading.Thread(target=f, args=(n,)) for n in (4, 2, 5, 1, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order)
