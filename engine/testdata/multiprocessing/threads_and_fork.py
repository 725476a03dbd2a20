# Only the thread that forks exists in the child; locks are as they were.
import multiprocessing as mp
import os
import sys
import threading

lock = threading.Lock()
stop = threading.Event()


def background():
    with lock:
        stop.wait()


def child():
    print([t.name for t in threading.enumerate()], threading.active_count(), threading.current_thread() is threading.main_thread())
    print("the lock is", "held" if lock.locked() else "free", "and nobody is there to release it:", lock.acquire(timeout=0.05))
    t = threading.Thread(target=print, args=("a new thread works",))
    t.start()
    t.join()


if __name__ == "__main__":
    t = threading.Thread(target=background, name="background")
    t.start()
    while not lock.locked():
        pass
    p = mp.Process(target=child)
    p.start()
    p.join()
    print(p.exitcode, len(threading.enumerate()))
    stop.set()
    t.join()
