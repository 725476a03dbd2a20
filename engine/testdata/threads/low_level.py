import _thread
import threading
import time

lock = _thread.allocate_lock()
lock.acquire()


def f(a, b=0):
    print("f", a, b, threading.get_ident() == _thread.get_ident())
    lock.release()


ident = _thread.start_new_thread(f, (1,), {"b": 2})
print(type(ident))
lock.acquire()
print(_thread.LockType, lock.locked())


def g():
    _thread.exit()


_thread.start_new_thread(g, ())
time.sleep(0.05)


def h():
    raise ValueError("low")


_thread.start_new_thread(h, ())
time.sleep(0.05)
for bad in ((1, ()), (f, [1])):
    try:
        _thread.start_new_thread(*bad)
    except TypeError as e:
        print(e)
print(_thread.error, threading.ThreadError)
print("dummy:", end=" ")
done = threading.Event()


def who():
    t = threading.current_thread()
    print(type(t).__name__, t.daemon, t.is_alive(), t.name)
    done.set()


_thread.start_new_thread(who, ())
done.wait()
