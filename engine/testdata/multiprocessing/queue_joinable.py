# JoinableQueue: join waits for task_done, in whatever process.
import time
from multiprocessing import JoinableQueue, Process, Queue


def worker(tasks, log):
    while True:
        x = tasks.get()
        if x is None:
            tasks.task_done()
            return
        time.sleep(0.01)
        log.put(x * 10)
        tasks.task_done()


if __name__ == "__main__":
    tasks, log = JoinableQueue(), Queue()
    tasks.join()
    workers = [Process(target=worker, args=(tasks, log)) for _ in range(3)]
    for w in workers:
        w.start()
    for i in range(9):
        tasks.put(i)
    tasks.join()
    print("all done", sorted(log.get() for _ in range(9)))
    for _ in workers:
        tasks.put(None)
    tasks.join()
    for w in workers:
        w.join()
    print([w.exitcode for w in workers])
    try:
        tasks.task_done()
    except ValueError as e:
        print(e)
