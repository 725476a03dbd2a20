import threading
import time

condition = threading.Condition()
items = []


def consumer(name, n):
    for _ in range(n):
        with condition:
            while not items:
                condition.wait()
            print(name, "takes", items.pop(0))


def producer():
    for i in range(4):
        time.sleep(0.1)
        with condition:
            items.append(i)
            print("puts", i)
            condition.notify()


a = threading.Thread(target=consumer, args=("a", 4))
b = threading.Thread(target=producer)
a.start()
b.start()
a.join()
b.join()
with condition:
    print("wait", condition.wait(0.05))
    print("wait_for", condition.wait_for(lambda: items, timeout=0.05))
    print("wait_for", condition.wait_for(lambda: "yes"))

stage = 0


def follow(n):
    with condition:
        condition.wait_for(lambda: stage >= n)
        print("stage", n, "reached")


threads = [threading.Thread(target=follow, args=(n,)) for n in (3, 1, 2)]
for t in threads:
    t.start()
for stage_now in (1, 2, 3):
    time.sleep(0.1)
    with condition:
        stage = stage_now
        condition.notify_all()
for t in threads:
    t.join()
