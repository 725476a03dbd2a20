# Greenlets belong to the thread that started them; switching from another one is an error.
import threading
from greenlet import error, getcurrent, greenlet

main = getcurrent()


def report(label, fn):
    try:
        print(label, "->", fn())
    except error as e:
        print(label, "error:", e)


def waits():
    main.switch()
    return "end"


started = greenlet(waits)
started.switch()
fresh = greenlet(lambda: "ran in the other thread")
dead = greenlet(lambda: None)
dead.switch()


def other():
    print("own main:", getcurrent() is not main, getcurrent().parent)
    report("main of the first", lambda: main.switch())
    report("suspended", lambda: started.switch())
    report("not started", lambda: fresh.switch())
    report("dead", lambda: dead.switch())
    report("throw", lambda: started.throw(ValueError))
    own = greenlet(lambda x: x + 1)
    report("own", lambda: own.switch(1))
    try:
        own2 = greenlet(lambda: None, started)
        report("own with a foreign parent", lambda: own2.switch())
    except ValueError as e:
        print("ValueError", e)


t = threading.Thread(target=other)
t.start()
t.join()
print(started.dead, fresh.dead)
print(fresh.switch())
print(started.switch())
