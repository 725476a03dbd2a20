# The exception being handled belongs to the greenlet: switching hides and restores it.
import sys
from greenlet import getcurrent, greenlet

main = getcurrent()


def handling(name):
    try:
        raise ValueError(name)
    except ValueError:
        print(name, "before", sys.exc_info()[1])
        main.switch()
        print(name, "after", sys.exc_info()[1])
        main.switch()
        try:
            raise
        except ValueError as e:
            print(name, "raised again", e)
    print(name, "outside", sys.exc_info()[1])


a, b = greenlet(handling), greenlet(handling)
a.switch("a")
print("main", sys.exc_info())
b.switch("b")
try:
    raise KeyError("main's own")
except KeyError:
    a.switch()
    print("main", repr(sys.exc_info()[1]))
    b.switch()
    a.switch()
    b.switch()
    print("main", repr(sys.exc_info()[1]))


def started_while_handling():
    print("new greenlet sees", sys.exc_info()[1])
    raise IndexError("no context")


try:
    raise KeyError("outer")
except KeyError:
    try:
        greenlet(started_while_handling).switch()
    except IndexError as e:
        print(repr(e), repr(e.__context__))
