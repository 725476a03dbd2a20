# GreenletExit: a BaseException that ends a greenlet without reaching its parent.
from greenlet import GreenletExit, getcurrent, greenlet
import greenlet as module

print(GreenletExit.__mro__[1:], greenlet.GreenletExit is GreenletExit)
print(issubclass(module.error, Exception), greenlet.error is module.error)


def raises(*args):
    raise GreenletExit(*args)


for args in ((), ("why",), (1, 2)):
    got = greenlet(raises).switch(*args)
    print(type(got).__name__, got.args)


def cleans():
    try:
        main.switch("waiting")
    except Exception:
        print("not an Exception")
    finally:
        print("finally runs")


main = getcurrent()
g = greenlet(cleans)
print(g.switch())
got = g.throw()
print(repr(got), got.__traceback__ is not None, g.dead)


def swallows():
    while True:
        try:
            main.switch("alive")
        except GreenletExit:
            print("not yet")


g = greenlet(swallows)
print(g.switch())
print(g.throw(), g.dead)


def replaces():
    try:
        main.switch()
    except GreenletExit as e:
        raise ValueError("instead") from e


g = greenlet(replaces)
g.switch()
try:
    g.throw()
except ValueError as e:
    print(repr(e), repr(e.__cause__))


def returns():
    try:
        main.switch()
    except GreenletExit:
        return "a normal result"


g = greenlet(returns)
g.switch()
print(g.throw())
