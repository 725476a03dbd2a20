import queue
import threading

a, b, c = queue.Queue(), queue.Queue(), queue.Queue()


def stage(f, src, dst):
    while True:
        x = src.get()
        if x is None:
            dst.put(None)
            return
        dst.put(f(x))


threads = [threading.Thread(target=stage, args=args) for args in ((lambda x: x + 1, a, b), (lambda x: x * 10, b, c))]
for t in threads:
    t.start()
for i in range(5):
    a.put(i)
a.put(None)
out = []
while (x := c.get()) is not None:
    out.append(x)
print(out)
for t in threads:
    t.join()
with a.mutex:
    a.queue.clear()
print(a.qsize())
