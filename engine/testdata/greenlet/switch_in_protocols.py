# Switching in properties, descriptors, class bodies, decorators, imports of names, comparisons and operators.
from greenlet import getcurrent, greenlet

main = getcurrent()
trail = []


def stop(label):
    return main.switch(label)


class Descriptor:
    def __get__(self, obj, cls):
        return stop("get")

    def __set__(self, obj, value):
        trail.append((stop("set"), value))


class Thing:
    field = Descriptor()

    @property
    def prop(self):
        return stop("prop")

    def __add__(self, other):
        return stop("add"), other

    def __getitem__(self, key):
        return stop("item"), key

    def __contains__(self, x):
        return stop("contains")

    def __bool__(self):
        return stop("bool") > 0

    def __enter__(self):
        return stop("enter")

    def __exit__(self, *exc):
        stop("exit")


def decorate(fn):
    trail.append(stop("decorate " + fn.__name__))
    return fn


def body():
    t = Thing()
    trail.append(t.field)
    t.field = 5
    trail.append(t.prop)
    trail.append(t + 1)
    trail.append(t["k"])
    trail.append(3 in t)
    trail.append("yes" if t else "no")
    trail.append(not t)
    with t as entered:
        trail.append(entered)

    @decorate
    def inner():
        pass

    class Made(metaclass=Meta):
        attribute = stop("class body")

    trail.append(Made.attribute)
    assert stop("assert"), "unused"
    x = stop("walrus") if (y := stop("condition")) else None
    return x, y


class Meta(type):
    def __new__(mcls, name, bases, ns):
        stop("metaclass")
        return super().__new__(mcls, name, bases, ns)


g = greenlet(body)
label, n = g.switch(), 0
while not g.dead:
    n += 1
    print(n, label)
    label = g.switch(n)
print(label)
print(trail)
