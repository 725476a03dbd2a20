# Switching inside __del__: the greenlet in which the last reference went runs it.
from greenlet import getcurrent, greenlet

main = getcurrent()


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        where = "main" if getcurrent() is main else "child"
        print("del", self.name, "in", where)


def body():
    r = Resource("made in child")
    main.switch(r)
    del r
    print("child dropped it")
    main.switch()
    local = Resource("local")
    return "end"


g = greenlet(body)
r = g.switch()
g.switch()
print("main still has it")
del r
print("main dropped it")
print(g.switch())


class Switcher:
    def __del__(self):
        print("switching from __del__", other.switch("hello"))


def receiver(x):
    while True:
        print("receiver got", x)
        x = getcurrent().parent.switch("answer")


other = greenlet(receiver)
s = Switcher()
del s
s = Switcher()
s = None
print("end")
