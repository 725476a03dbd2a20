import threading

log = []


def child(n):
    log.append(("child", n, threading.current_thread().name))


def parent(n):
    t = threading.Thread(target=child, args=(n,), name=f"child-{n}")
    t.start()
    t.join()
    log.append(("parent", n))


for n in range(3):
    t = threading.Thread(target=parent, args=(n,))
    t.start()
    t.join()
for entry in log:
    print(*entry)
print(threading.active_count())
