# BaseManager.register: own classes, exposed methods, proxy types, errors from the other side.
from multiprocessing import Process
from multiprocessing.managers import BaseManager, NamespaceProxy


class Counter:
    def __init__(self, start=0):
        self.value = start

    def add(self, by=1):
        self.value += by
        return self.value

    def get(self):
        return self.value

    def fail(self):
        raise LookupError("in the server")

    def _private(self):
        return "private"

    def __repr__(self):
        return f"Counter({self.value})"


def pairs(n):
    return [(i, i * i) for i in range(n)]


class Tools(BaseManager):
    pass


Tools.register("Counter", Counter)
Tools.register("Some", Counter, exposed=("get", "_private"))
Tools.register("Open", Counter, NamespaceProxy)
Tools.register("pairs", pairs)
shared = Counter(100)
Tools.register("shared", lambda: shared)


def child(c):
    for _ in range(10):
        c.add(2)


if __name__ == "__main__":
    tools = Tools()
    try:
        tools.Counter()
    except AssertionError as e:
        print(e)
    with tools:
        c = tools.Counter(5)
        print(c.add(), c.add(by=3), c.get(), str(c), repr(c).split(" at ")[0])
        children = [Process(target=child, args=(c,)) for _ in range(2)]
        for p in children:
            p.start()
        for p in children:
            p.join()
        print(c.get())
        try:
            c.fail()
        except LookupError as e:
            print(repr(e))
        for name in ("_private", "nothing"):
            try:
                getattr(c, name)
            except AttributeError as e:
                print(e)
        some = tools.Some(1)
        print(some.get(), some._private(), hasattr(some, "add"))
        o = tools.Open(3)
        o.value += 4
        print(o.value)
        print(tools.pairs(3)._getvalue())
        first, second = tools.shared(), tools.shared()
        first.add(11)
        print(second.get(), shared.value)
