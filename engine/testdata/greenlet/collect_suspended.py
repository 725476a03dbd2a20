# When the last reference to a suspended greenlet goes, GreenletExit is thrown into it.
from greenlet import GreenletExit, getcurrent, greenlet

main = getcurrent()


def body(name):
    try:
        main.switch()
        print("not reached")
    except GreenletExit as e:
        print(name, "got", repr(e), getcurrent() is not main)
        raise
    finally:
        print(name, "finally")


g = greenlet(body)
g.switch("first")
g = None
print("after first")

g = greenlet(body)
g.switch("second")
alias = [g]
del g
print("still in the list")
alias.clear()
print("after second")


def scope():
    local = greenlet(body)
    local.switch("third")
    print("scope ends")


scope()
print("after third")


class Closing:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("exit with", exc[0].__name__)


def uses_with():
    with Closing():
        main.switch()


g = greenlet(uses_with)
g.switch()
g = greenlet(lambda: None)
print("replaced")
table = {}
table["g"] = greenlet(body)
table["g"].switch("in a dict")
table["g"] = None
print("end")
