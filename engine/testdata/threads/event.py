import threading
import time

ready = threading.Event()
print(ready.is_set(), ready.wait(0.01))


def waiter(n):
    time.sleep(0.05 * n)
    print(n, "waits")
    ok = ready.wait()
    time.sleep(0.05 * n)
    print(n, "goes on", ok)


threads = [threading.Thread(target=waiter, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
time.sleep(0.4)
print("set")
with threading.Lock():
    ready.set()
    time.sleep(0.05)
for t in threads:
    t.join()
print(ready.is_set(), ready.wait(), ready.wait(0))
ready.clear()
print(ready.is_set(), ready.wait(0))


def patient():
    print("in time:", ready.wait(timeout=0.1))
    print("in time:", ready.wait(timeout=5))


t = threading.Thread(target=patient)
t.start()
time.sleep(0.3)
ready.set()
t.join()
