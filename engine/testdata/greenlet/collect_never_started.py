# A greenlet that never started, or has ended, goes without a trace; so does one without handlers.
import gc
import weakref
from greenlet import getcurrent, greenlet

main = getcurrent()


def body():
    try:
        print("starts")
        main.switch()
    finally:
        print("cleanup")


g = greenlet(body)
ref = weakref.ref(g)
del g
print(ref() is None)
g = greenlet(lambda: 5)
g.switch()
ref = weakref.ref(g, lambda r: print("callback"))
del g
print(ref() is None)


class Note:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def holds():
    note = Note("local of the greenlet")
    main.switch()
    print("not reached")


g = greenlet(holds)
g.switch()
print("suspended")
del g
print("gone")


def holds_argument(x):
    main.switch()


g = greenlet(holds_argument)
g.switch(Note("argument"))
print("suspended")
g.throw()
print("dead", g.dead)
g = greenlet(body)
g.switch()
del g
gc.collect()
print("end")
