# Three stages of processes joined by queues, with sentinels from stage to stage.
from multiprocessing import Process, Queue

DONE = "done"


def produce(out, n, workers):
    for i in range(n):
        out.put(i)
    for _ in range(workers):
        out.put(DONE)


def square(inp, out):
    while (x := inp.get()) != DONE:
        out.put((x, x * x))
    out.put(DONE)


def collect(inp, out, workers):
    got = {}
    while workers:
        item = inp.get()
        if item == DONE:
            workers -= 1
        else:
            got[item[0]] = item[1]
    out.put(sorted(got.items()))


if __name__ == "__main__":
    workers = 3
    a, b, c = Queue(), Queue(), Queue()
    stages = [Process(target=produce, args=(a, 20, workers), name="producer")]
    stages += [Process(target=square, args=(a, b), name=f"square-{i}") for i in range(workers)]
    stages += [Process(target=collect, args=(b, c, workers), name="collector")]
    for p in stages:
        p.start()
    result = c.get()
    for p in stages:
        p.join()
    print(result)
    print([(p.name, p.exitcode) for p in stages])
