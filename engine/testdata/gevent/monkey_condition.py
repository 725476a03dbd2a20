from gevent import monkey
monkey.patch_all()
import threading
import time

cond = threading.Condition()
items = []

def consumer(n):
    with cond:
        while not items:
            cond.wait()
        print(n, 'takes', items.pop(0))

def producer():
    for i in range(2):
        time.sleep(0.01)
        with cond:
            items.append(i)
            print('puts', i)
            cond.notify()

ts = [threading.Thread(target=consumer, args=(n,)) for n in 'ab'] + [threading.Thread(target=producer)]
for t in ts:
    t.start()
for t in ts:
    t.join()
with cond:
    print(cond.wait(timeout=0.01), cond.wait_for(lambda: True), cond.wait_for(lambda: False, timeout=0.01))
try:
    cond.notify()
except RuntimeError as e:
    print(e)
