import threading
import time

lock = threading.Lock()
not_empty = threading.Condition(lock)
not_full = threading.Condition(lock)
buffer = []


class BoundedBuffer:
    size = 2

    def put(self, x):
        with not_full:
            while len(buffer) == self.size:
                not_full.wait()
            buffer.append(x)
            not_empty.notify()

    def get(self):
        with not_empty:
            while not buffer:
                not_empty.wait()
            x = buffer.pop(0)
            not_full.notify()
            return x


b = BoundedBuffer()
got = []


def consume():
    for _ in range(20):
        got.append(b.get())


t = threading.Thread(target=consume)
t.start()
for i in range(20):
    b.put(i)
t.join()
print(got)
print(not_empty.acquire(), lock.locked())
not_empty.release()
print(lock.locked())

r = threading.RLock()
c = threading.Condition(r)


def poke():
    with c:
        c.notify(2)


with r:
    with r:
        threading.Thread(target=poke).start()
        print("deep wait", c.wait(2))
        print(r._is_owned())
print(r._is_owned())
