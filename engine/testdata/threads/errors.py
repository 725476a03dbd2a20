import threading


def attempt(what, f):
    try:
        print(what, f())
    except BaseException as e:
        print(what, type(e).__name__, e)


t = threading.Thread(target=print, args=("ran",))
attempt("join before start", t.join)
t.start()
t.join()
attempt("start twice", t.start)
attempt("join again", t.join)
attempt("join current", threading.current_thread().join)
attempt("group", lambda: threading.Thread(group=1))
attempt("timeout of none", lambda: t.join(timeout=None))
lock = threading.Lock()
attempt("release", lock.release)
attempt("try and timeout", lambda: lock.acquire(False, 1))
attempt("negative", lambda: lock.acquire(True, -2))
attempt("no number", lambda: lock.acquire(timeout="x"))
attempt("too large", lambda: lock.acquire(timeout=1e20))
attempt("acquire", lock.acquire)
attempt("try", lambda: lock.acquire(blocking=False))
attempt("brief", lambda: lock.acquire(timeout=0.01))
rlock = threading.RLock()
attempt("release", rlock.release)
attempt("semaphore", lambda: threading.Semaphore(-1))
attempt("semaphore", lambda: threading.Semaphore(1).release(0))
attempt("semaphore", lambda: threading.Semaphore(1).acquire(False, 1))
attempt("bounded", threading.BoundedSemaphore(1).release)
condition = threading.Condition()
attempt("wait", condition.wait)
attempt("notify", condition.notify)
attempt("notify_all", condition.notify_all)
attempt("daemon", lambda: setattr(threading.current_thread(), "daemon", True))
attempt("local", lambda: threading.local(1))
attempt("local", lambda: threading.local().x)
attempt("unknown", lambda: threading.Thread(target=print, colour="red"))
