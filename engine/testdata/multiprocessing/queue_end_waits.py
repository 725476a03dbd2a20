# A process that has put something ends when that is in the pipe; daemons and cancelled threads do not wait.
import time
from multiprocessing import Process, Queue


def fill(q):
    for i in range(200):
        q.put("x" * 1000)
    print("put all", flush=True)


def fill_and_go(q):
    q.cancel_join_thread()
    for i in range(1000):
        q.put("x" * 1000)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=fill, args=(q,))
    p.start()
    p.join(0.5)
    print("alive:", p.is_alive())
    print(sum(len(q.get()) for _ in range(200)))
    p.join()
    print(p.exitcode)
    q = Queue()
    p = Process(target=fill_and_go, args=(q,))
    p.start()
    p.join(5)
    print(p.exitcode)
