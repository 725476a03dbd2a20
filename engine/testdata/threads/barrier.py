import threading
import time

log = []
barrier = threading.Barrier(3, action=lambda: log.append("all are here"))


def runner(n):
    for lap in range(2):
        time.sleep(0.05 * (n + 1))
        log.append(f"{n} arrives")
        barrier.wait()


threads = [threading.Thread(target=runner, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("\n".join(log))
print(barrier.parties, barrier.n_waiting, barrier.broken)

b = threading.Barrier(2, timeout=0.1)


def alone():
    try:
        b.wait()
    except threading.BrokenBarrierError as e:
        print("broken", repr(e))


t = threading.Thread(target=alone)
t.start()
t.join()
print(b.broken)
try:
    b.wait()
except threading.BrokenBarrierError:
    print("still broken")
b.reset()
print(b.broken)
indexes = []
threads = [threading.Thread(target=lambda: indexes.append(b.wait())) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(indexes))
t = threading.Thread(target=alone)
t.start()
time.sleep(0.02)
print("waiting", b.n_waiting)
b.abort()
t.join()
