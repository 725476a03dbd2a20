# An exception thrown into a greenlet that has not started kills it before its first line.
from greenlet import GreenletExit, greenlet


def never():
    print("never printed")


g = greenlet(never)
try:
    g.throw(ValueError, "early")
except ValueError as e:
    print("main got", repr(e))
print(g.dead, bool(g), g.gr_frame)
print("switch to it:", g.switch("a value"))

g = greenlet(never)
print("exit:", repr(g.throw()), g.dead)
g = greenlet(never)
print("exit with a value:", repr(g.throw(GreenletExit, "bye")), g.dead)
g = greenlet(never)
print("exit instance:", repr(g.throw(GreenletExit(1, 2))), g.dead)


def outer():
    inner = greenlet(never)
    try:
        inner.throw(KeyError("k"))
    except KeyError as e:
        print("outer got", repr(e), inner.dead)
    inner = greenlet(never)
    inner.throw(IndexError)


try:
    greenlet(outer).switch()
except IndexError as e:
    print("main got", repr(e))
