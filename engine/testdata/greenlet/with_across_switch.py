# with blocks that stay open across switches; each greenlet unwinds its own.
from contextlib import contextmanager
from greenlet import getcurrent, greenlet

main = getcurrent()
open_now = []


@contextmanager
def section(name):
    open_now.append(name)
    try:
        yield name
    except ValueError as e:
        print(name, "suppresses", e)
    finally:
        open_now.remove(name)


def body(name):
    with section(name + ".outer"):
        main.switch()
        with section(name + ".inner"):
            main.switch()
        main.switch()
    return name + " ends"


a, b = greenlet(body), greenlet(body)
a.switch("a")
b.switch("b")
print(open_now)
a.switch()
print(open_now)
b.switch()
print(open_now)
a.switch()
print(open_now)
print(b.throw(ValueError, "into b"))
print(open_now)
b.switch()
print(open_now)
print(a.throw(ValueError("into a")), a.dead)
print(b.throw(), open_now)
