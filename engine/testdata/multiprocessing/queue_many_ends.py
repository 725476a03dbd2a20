# Two producers, two consumers, a result queue; every item arrives once, each consumer gets one sentinel.
from collections import Counter
from multiprocessing import Process, Queue


def produce(q, name, n):
    for i in range(n):
        q.put(f"{name}{i}")


def consume(q, out, me):
    n = 0
    while (item := q.get()) is not None:
        out.put((me, item))
        n += 1
    out.put((me, None))


if __name__ == "__main__":
    q, out = Queue(3), Queue()
    producers = [Process(target=produce, args=(q, name, 10)) for name in "ab"]
    consumers = [Process(target=consume, args=(q, out, i)) for i in range(2)]
    for p in producers + consumers:
        p.start()
    for p in producers:
        p.join()
    for _ in consumers:
        q.put(None)
    items, ended = [], 0
    while ended < 2:
        me, item = out.get()
        if item is None:
            ended += 1
        else:
            items.append(item)
    for p in consumers:
        p.join()
    print(len(items), len(set(items)), sorted(Counter(i[0] for i in items).items()))
    a = [int(i[1:]) for i in items if i[0] == "a"]
    print(sorted(items)[:4], {p.exitcode for p in producers + consumers})
