# A subclass with run(): the method is what the greenlet executes.
from greenlet import getcurrent, greenlet


class Counter(greenlet):
    def __init__(self, limit, **kw):
        super().__init__(**kw)
        self.limit = limit
        self.seen = []

    def run(self, start=0):
        for n in range(start, self.limit):
            self.seen.append(self.parent.switch(n))
        return "counted"


c = Counter(3)
print(isinstance(c, greenlet), c.run.__name__, c.dead)
print(c.switch(), c.switch("a"), c.switch("b"), c.switch("c"), c.dead)
print(c.seen)
print(c.run.__name__)

d = Counter(limit=5)
print(d.switch(3), d.switch(), d.switch())
e = Counter(1, parent=greenlet(lambda x: ("parent gets", x)))
print(e.switch())
print(e.switch("into main's place"))


class NoRun(greenlet):
    pass


try:
    NoRun().switch()
except AttributeError as err:
    print("AttributeError:", err)
n = NoRun(lambda: "given to the constructor")
print(n.switch())


class Both(greenlet):
    def run(self):
        return "the method"


print(Both(lambda: "the argument").switch())
