# Manager: dict, list, Namespace, Value, Queue, Event, Lock, used from several processes.
from multiprocessing import Manager, Process


def child(n, d, items, ns, value, q, lock, done):
    with lock:
        d["total"] = d.get("total", 0) + n
        items.append(n)
        ns.count += 1
        value.value += n
    q.put(n)
    if q.qsize() == 3:
        done.set()


if __name__ == "__main__":
    with Manager() as m:
        d, items, ns = m.dict(start=1), m.list(), m.Namespace(count=0, name="ns")
        value, q, lock, done = m.Value("i", 10), m.Queue(), m.Lock(), m.Event()
        children = [Process(target=child, args=(n, d, items, ns, value, q, lock, done)) for n in (1, 2, 3)]
        for c in children:
            c.start()
        done.wait()
        for c in children:
            c.join()
        print(d, sorted(items), ns, value, value.value, done.is_set())
        print(sorted(q.get() for _ in range(3)), q.empty())
        print(repr(d).split(" at ")[0], type(items), repr(q).split(" at ")[0], type(m).__name__)
        print(d.keys(), d.values(), list(d.items()), list(d), len(d), "start" in d, dict(d), d.pop("start"), d.copy())
        items.sort(reverse=True)
        items += [9]
        items.insert(0, 5)
        print(items, items[1:3], 9 in items, items.index(9), items.pop(), len(items), [x for x in items])
        for call in (lambda: d["missing"], lambda: items[99], lambda: items.remove("x"), lambda: ns.missing):
            try:
                call()
            except (KeyError, IndexError, ValueError, AttributeError) as e:
                print(type(e).__name__, e)
        del ns.name
        print(ns, str(lock)[:16] != "", lock.acquire(), lock.release())
        sem, barrier = m.Semaphore(2), m.Barrier(1)
        print(sem.acquire(), sem.acquire(), sem.acquire(False), barrier.parties, barrier.wait(), barrier.broken)
