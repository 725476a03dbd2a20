# What goes through a queue is pickled by a thread, later: changes after put may show, identity is lost.
import time
from multiprocessing import Queue, SimpleQueue


class Thing:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Thing, (self.n + 1,)


if __name__ == "__main__":
    q = Queue()
    data = [1, 2]
    q.put(data)
    time.sleep(0.2)
    data.append(3)
    got = q.get()
    print(got, got is data, data)
    q.put(Thing(1))
    print(q.get().n)
    q.put(lambda: 0)
    time.sleep(0.2)
    q.put("after the one that cannot be pickled")
    print(q.get())
    s = SimpleQueue()
    print(s.empty())
    s.put(data)
    data.append(4)
    print(s.empty(), s.get(), s.empty())
    try:
        s.put(lambda: 0)
    except Exception as e:
        print(type(e).__name__, "lambda" in str(e))
    s.close()
