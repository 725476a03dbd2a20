import queue
import threading


class Once(threading.Thread):
    _made = None

    def __new__(cls, *args):
        if cls._made is None:
            cls._made = super().__new__(cls)
        return cls._made

    def __init__(self, n):
        super().__init__()
        self.n = n

    def run(self):
        print("once", self.n)


a, b = Once(1), Once(2)
print(a is b)
a.start()
a.join()


class Bounded(queue.Queue):
    def __init__(self):
        super().__init__(maxsize=2)

    def offer(self, x):
        try:
            self.put_nowait(x)
            return True
        except queue.Full:
            return False


q = Bounded()
print([q.offer(x) for x in range(4)], q.maxsize, vars(q).get("nothing"))


class Gate(threading.Event):
    def open(self):
        self.set()
        return self


print(Gate().open().is_set())


class Limited(threading.BoundedSemaphore):
    pass


s = Limited(2)
with s, s:
    print(s.acquire(blocking=False))
try:
    s.release()
except ValueError as e:
    print(e)
