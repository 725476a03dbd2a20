import threading
import time

c = threading.Condition()
order = []


def wait(n):
    time.sleep(n * 0.03)
    with c:
        c.wait()
        order.append(n)


threads = [threading.Thread(target=wait, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
time.sleep(0.4)
with c:
    c.notify()
time.sleep(0.1)
print(order)
with c:
    c.notify(2)
time.sleep(0.1)
print(sorted(order))
with c:
    c.notify_all()
for t in threads:
    t.join()
print(sorted(order))
with c:
    c.notify(10)
print("nobody waits")
