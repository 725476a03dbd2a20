# sys.exc_info inside generators: what is handled outside, inside, and after a switch.
import sys


def name():
    kind = sys.exc_info()[0]
    return kind and kind.__name__


def generator():
    print("start", name())
    yield 1
    print("second", name())
    try:
        raise KeyError("inside")
    except KeyError:
        print("handling", name())
        yield 2
        print("still handling", name())
    print("after", name())
    yield 3
    print("end", name())


g = generator()
try:
    raise ValueError("outside")
except ValueError:
    next(g)
    print("outside", name())
print("none", name())
next(g)
next(g) if False else None
try:
    raise OSError
except OSError:
    next(g)
    print("outside again", name())
print(list(g), name())


def reraises():
    try:
        yield 1
    except ValueError:
        yield 2
        raise


r = reraises()
next(r)
print(r.throw(ValueError("first")))
try:
    raise TypeError("between")
except TypeError:
    try:
        next(r)
    except ValueError as error:
        print("bare raise gives", repr(error), repr(error.__context__))
def no_active():
    yield
    raise
n = no_active()
next(n)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        next(n)
except ZeroDivisionError as error:
    print("from outside:", error)
