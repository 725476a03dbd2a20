# Locks between processes: who owns them, what they refuse, time-outs.
import multiprocessing as mp
import time


def attempt(what, *args, **kw):
    try:
        print(what(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


def holder(lock, held, seconds):
    with lock:
        held.set()
        time.sleep(seconds)


if __name__ == "__main__":
    lock, rlock = mp.Lock(), mp.RLock()
    print(lock, rlock)
    attempt(lock.release)
    attempt(rlock.release)
    lock.acquire()
    rlock.acquire(), rlock.acquire()
    print(lock, rlock, lock.acquire(False), lock.acquire(timeout=0.01), lock.acquire(True, -5))
    lock.release()
    rlock.release()
    print(rlock)
    rlock.release()
    held = mp.Event()
    p = mp.Process(target=holder, args=(rlock, held, 0.2))
    p.start()
    held.wait()
    print(rlock, rlock.acquire(False), rlock.acquire(timeout=0.01))
    attempt(rlock.release)
    print(rlock.acquire(), rlock)
    p.join()
    lock.acquire()
    q = mp.Process(target=attempt, args=(lock.release,))  # anybody may release a plain lock
    q.start()
    q.join()
    print(lock)
