import queue

lifo, prio, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for x in (3, 1, 4, 1, 5, 9, 2, 6):
    lifo.put(x)
    prio.put(x)
    simple.put(x)
print([lifo.get() for _ in range(8)], [prio.get() for _ in range(8)], [simple.get() for _ in range(8)])
for q in (lifo, prio, simple):
    try:
        q.get(block=False)
    except queue.Empty as e:
        print(type(q).__name__, "is empty", e.__class__.__module__)

prio.put((2, "second"))
prio.put((1, "first"))
prio.put((3, {"a": 1}))
print(prio.get(), prio.get(), prio.get(), prio.qsize())


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"Job({self.priority}, {self.name!r})"


for p, n in ((2, "b"), (1, "a"), (2, "c"), (0, "z"), (2, "d"), (1, "e")):
    prio.put(Job(p, n))
print([prio.get() for _ in range(6)])
prio.put((1, {"a": 1}))
try:
    prio.put((1, {"b": 1}))
except TypeError as e:
    print(e)
simple.put_nowait(1)
print(simple.qsize(), simple.empty(), simple.get_nowait())
print(queue.Full.__module__, queue.Empty.__module__, queue.SimpleQueue)
full = queue.PriorityQueue(1)
full.put(1)
try:
    full.put_nowait(2)
except queue.Full:
    print("full")
