# GreenletExit that nobody catches in the main greenlet is an ordinary uncaught exception.
from greenlet import GreenletExit, getcurrent, greenlet


def asks_main():
    getcurrent().parent.throw(GreenletExit, "main, go")


print("before")
g = greenlet(asks_main)
try:
    g.switch()
except GreenletExit as e:
    print("caught", repr(e))
print(g.dead)
g2 = greenlet(asks_main)
g2.switch()
print("not reached")
