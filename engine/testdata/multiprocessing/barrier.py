# A barrier between processes: its number, breaking it, reset.
import multiprocessing as mp
import time
from threading import BrokenBarrierError


def party(barrier, w, n):
    time.sleep(0.02 * n)
    try:
        w.send(("passed", barrier.wait()))
        barrier.wait()
        if n == 1:
            barrier.abort()
        barrier.wait(2)
        w.send("not reached")
    except BrokenBarrierError:
        w.send("broken")


def action():
    print("all are here", flush=True)


if __name__ == "__main__":
    b = mp.Barrier(3, action)
    print(b.parties, b.n_waiting, b.broken)
    r, w = mp.Pipe(False)
    ps = [mp.Process(target=party, args=(b, w, n)) for n in range(3)]
    for p in ps:
        p.start()
    print(sorted((r.recv() for _ in range(6)), key=str))
    for p in ps:
        p.join()
    print(b.broken)
    b.reset()
    print(b.broken, b.n_waiting)
    try:
        b.wait(0.01)
    except BrokenBarrierError as e:
        print("timed out", b.broken)
    one = mp.Barrier(1)
    print(one.wait(), one.wait())
