# Semaphores between processes.
import multiprocessing as mp
import time


def attempt(what, *args):
    try:
        print(what(*args))
    except Exception as e:
        print(type(e).__name__, e)


def worker(sem, running, most, lock):
    with sem:
        with lock:
            running.release()
            n = running.get_value()
            while most.get_value() < n:
                most.release()
        time.sleep(0.1)
        with lock:
            running.acquire()


if __name__ == "__main__":
    print(mp.Semaphore(), mp.Semaphore(3), mp.BoundedSemaphore(2))
    for bad in (-1, "x"):
        attempt(mp.Semaphore, bad)
    s = mp.Semaphore(2)
    print(s.acquire(), s.acquire(False), s.acquire(False), s.acquire(timeout=0.01), s.get_value())
    s.release(), s.release(), s.release()
    print(s)
    b = mp.BoundedSemaphore(1)
    attempt(b.release)
    with b:
        print(b)
    sem, running, most, lock = mp.Semaphore(2), mp.Semaphore(0), mp.Semaphore(0), mp.Lock()
    workers = [mp.Process(target=worker, args=(sem, running, most, lock)) for _ in range(5)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print("at most", most.get_value(), "at once;", sem)
