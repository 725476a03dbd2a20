import queue
import threading


class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = []
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)


u = UniqueQueue()
for x in "hello world":
    u.put(x)
print(u.qsize(), u.empty(), u.full(), u.unfinished_tasks)
print("".join(u.get() for _ in range(u.qsize())))
try:
    u.get(timeout=0.01)
except queue.Empty:
    print("empty")


class Named(queue.Queue):
    def __init__(self, name, maxsize=0):
        super().__init__(maxsize)
        self.name = name

    def put(self, item, block=True, timeout=None):
        print("put", item, "into", self.name)
        super().put(item, block, timeout)


n = Named("inbox", 3)
threading.Thread(target=n.put, args=(5,)).start()
print(n.get(), n.name, n.maxsize)


class Undo(queue.LifoQueue):
    pass


d = Undo()
d.put(1)
d.put(2)
print(d.get(), d.get())


def late():
    u.put("late")


threading.Timer(0.05, late).start()
print(u.get(), u.get.__name__)
