# Throwing into a dead greenlet raises in its parent; a GreenletExit comes back as a value.
from greenlet import GreenletExit, getcurrent, greenlet

g = greenlet(lambda: "done")
print(g.switch())
try:
    g.throw(ValueError, "late")
except ValueError as e:
    print("main:", repr(e))
print(repr(g.throw()))
print(repr(g.throw(GreenletExit, 5)))
print(repr(g.throw(GreenletExit("x"))))


def parent():
    dead = greenlet(lambda: None)
    dead.switch()
    try:
        dead.throw(KeyError, "into the dead")
    except KeyError as e:
        print("parent:", repr(e))
    print("parent:", repr(dead.throw()))
    dead.throw(RuntimeError("leaves the parent"))


p = greenlet(parent)
try:
    p.switch()
except RuntimeError as e:
    print("main:", repr(e), p.dead)


class MyExit(GreenletExit):
    pass


print(repr(g.throw(MyExit)))
print(repr(g.throw(MyExit, "text")))
