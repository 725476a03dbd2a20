# Exceptions cross to the parent; throw and GreenletExit end a greenlet.
import greenlet


def fails():
    try:
        raise ValueError("inside")
    finally:
        print("cleanup")


g = greenlet.greenlet(fails)
try:
    g.switch()
except ValueError as error:
    print("main caught", error, g.dead)


def waits():
    try:
        while True:
            print("waits got", greenlet.getcurrent().parent.switch("ready"))
    except KeyError as error:
        print("thrown in:", repr(error))
        return "recovered"
    except greenlet.GreenletExit as error:
        print("asked to exit:", repr(error))
        raise


g = greenlet.greenlet(waits)
print(g.switch())
print(g.switch(1))
print(g.throw(KeyError, "why"))
g = greenlet.greenlet(waits)
g.switch()
print("exit gives", repr(g.throw()), g.dead)
g = greenlet.greenlet(waits)
print("never started:", repr(g.throw(greenlet.GreenletExit)), g.dead)


def outer():
    def inner():
        print("inner's parent is outer:", greenlet.getcurrent().parent is me)
        raise RuntimeError("up one level")

    me = greenlet.getcurrent()
    try:
        greenlet.greenlet(inner).switch()
    except RuntimeError as error:
        print("outer caught", error)
    return "outer done"


print(greenlet.greenlet(outer).switch())
dead = greenlet.greenlet(lambda: None)
dead.switch()
print(dead.switch(), dead.switch(5), repr(dead.dead))
