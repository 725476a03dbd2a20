# Events and conditions between processes.
import multiprocessing as mp
import time


def attempt(what, *args):
    try:
        print(what(*args))
    except Exception as e:
        print(type(e).__name__, e)


def waiter(event, w):
    w.send(event.wait(0.01))
    w.send(event.wait())


def consumer(cond, ready, w, n):
    with cond:
        ready.release()
        w.send((n, cond.wait(5)))


if __name__ == "__main__":
    e = mp.Event()
    r, w = mp.Pipe(False)
    print(e.is_set(), e.wait(0.01))
    p = mp.Process(target=waiter, args=(e, w))
    p.start()
    print(r.recv())
    e.set()
    print(r.recv(), e.is_set(), e.wait())
    e.clear()
    print(e.is_set())
    p.join()
    c = mp.Condition()
    for what in (c.notify, c.notify_all, c.wait):
        attempt(what)
    with c:
        print(c, c.wait(0.01), c.wait_for(lambda: 5), c.wait_for(lambda: 0, timeout=0.02))
        c.notify_all()
    ready = mp.Semaphore(0)
    ps = [mp.Process(target=consumer, args=(c, ready, w, n)) for n in range(3)]
    for p in ps:
        p.start()
        ready.acquire()
        with c:  # now it waits
            pass
    with c:
        print(c)
        c.notify()
    r.recv()
    with c:
        print(c)
        c.notify_all()
    print(sorted([r.recv()[1], r.recv()[1]]))
    for p in ps:
        p.join()
    print(c, [p.exitcode for p in ps])
