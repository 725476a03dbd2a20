import threading


def plain(x):
    # Addresses and idents differ from run to run.
    words = []
    for word in repr(x).replace("=", "= ").split(" "):
        end = word.lstrip("x0123456789abcdef")
        number = word[:len(word) - len(end)]
        words.append("N" + end if len(number) > 5 and number[0].isdigit() else word)
    return " ".join(words)


def show(x):
    print(plain(x))


def f():
    show(threading.current_thread())


t = threading.Thread(target=f)
show(t)
t.start()
t.join()
show(t)
d = threading.Thread(target=f, name="d", daemon=True)
show(d)
d.start()
d.join()
show(d)
show(threading.current_thread())
lock, rlock = threading.Lock(), threading.RLock()
show(lock)
show(rlock)
with lock, rlock, rlock:
    show(lock)
    show(rlock)
event = threading.Event()
show(event)
event.set()
show(event)
s = threading.Semaphore(3)
show(s)
show(threading.BoundedSemaphore(2))
show(threading.Barrier(2))
show(threading.Condition(lock))
show(threading.Condition(rlock))


class Mine(threading.Thread):
    pass


show(Mine(name="m"))
print(threading.Thread, threading.Event, threading.Semaphore, threading.Condition, threading.Barrier, threading.Timer)
print(threading.BoundedSemaphore.__mro__)
print(type(lock), type(rlock))
