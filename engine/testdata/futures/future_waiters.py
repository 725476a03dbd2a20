from concurrent.futures import Future
import threading
import time

f = Future()
out = []


def wait(n):
    time.sleep(n * 0.05)
    try:
        out.append((n, f.result(timeout=0.4)))
    except TimeoutError:
        out.append((n, "timeout"))


threads = [threading.Thread(target=wait, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
time.sleep(0.25)
f.set_result("value")
for t in threads:
    t.join()
print(sorted(out))
g = Future()


def resolve():
    g.set_running_or_notify_cancel()
    time.sleep(0.1)
    g.set_exception(ValueError("from another thread"))


threading.Thread(target=resolve).start()
try:
    g.result()
except ValueError as e:
    print(e)
