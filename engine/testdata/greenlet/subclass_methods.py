# Subclasses: attributes, overridden switch and throw, properties, class attributes.
from greenlet import GreenletExit, getcurrent, greenlet


class Traced(greenlet):
    count = 0

    def __init__(self, fn, name):
        greenlet.__init__(self, fn)
        self.name = name
        self.log = []

    def switch(self, *args, **kw):
        Traced.count += 1
        self.log.append(args)
        return super().switch(*args, **kw)

    def throw(self, *args):
        print("throwing into", self.name, args)
        return super().throw(*args)

    @property
    def state(self):
        return "dead" if self.dead else "active" if self else "new"


def body(x):
    while x < 3:
        x += getcurrent().parent.switch(x)
    return "total %d" % x


t = Traced(body, "first")
print(t.state, t.name)
print(t.switch(1), t.state)
print(t.switch(1))
print(t.switch(1), t.state)
print(t.log, Traced.count)
u = Traced(body, "second")
u.switch(0)
print(repr(u.throw()), u.state)
print(Traced.__mro__[1] is greenlet, t.__dict__ == {"name": "first", "log": t.log})


class Slotted(greenlet):
    __slots__ = ("extra",)


s = Slotted(lambda: None)
s.extra = 1
s.anything = 2
print(s.extra, s.anything, vars(s))
g = greenlet(lambda: None)
g.label = "plain greenlets have a __dict__"
print(g.label, g.__dict__)


class Made(greenlet):
    def __new__(cls, *args, **kw):
        self = super().__new__(cls)
        self.args = args
        return self

    def __init__(self, *args):
        super().__init__()

    def run(self):
        return self.args


print(Made(1, 2).switch())
