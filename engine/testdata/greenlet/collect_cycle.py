# A suspended greenlet in a reference cycle waits for the cycle collector.
import gc
from greenlet import getcurrent, greenlet

gc.disable()
main = getcurrent()


class Holder:
    pass


def body(name):
    try:
        main.switch()
    finally:
        print(name, "cleaned up")


h = Holder()
h.g = greenlet(body)
h.g.switch("a")
h.g.owner = h
g = h.g
del h
print("g still refers to it", g.dead)
g.switch()
print(g.dead)


def tree():
    child = greenlet(body)
    child.switch("child")
    main.switch()


t = greenlet(tree)
print(t.switch())
t = None
gc.collect()
print("end of the tree")
h = Holder()
h.g = greenlet(body)
h.g.owner = h
h.g.switch("b")
del h
gc.collect()
print("end of the pair")
