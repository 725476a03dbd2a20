import threading
import time

lock = threading.Lock()
log = []


def worker(n):
    time.sleep(n * 0.05)
    log.append(f"{n} asks")
    with lock:
        log.append(f"{n} has it")
        time.sleep(0.2)
        log.append(f"{n} gives it back")


threads = [threading.Thread(target=worker, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("\n".join(log))
print(lock.locked())
print(lock.acquire(), lock.locked(), lock.acquire(timeout=0.05))


def release():
    time.sleep(0.1)
    lock.release()      # any thread may


threading.Thread(target=release).start()
before = time.monotonic()
print(lock.acquire(timeout=2), 0.09 < time.monotonic() - before < 0.5)
lock.release()
try:
    with lock:
        raise ValueError("inside")
except ValueError as e:
    print(e, lock.locked())
