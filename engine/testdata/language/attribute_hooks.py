# __getattribute__, __getattr__, __setattr__, __delattr__: who is asked when, and who is not.
class Hooked:
    cls_attr = "class"

    def __init__(self):
        object.__setattr__(self, "real", 1)

    def __getattribute__(self, name):
        if not name.startswith("__"):
            print("  getattribute", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("  getattr", name)
        if name == "fails":
            raise AttributeError("own text")
        if name == "other":
            raise KeyError(name)
        return f"made {name}"

    def __setattr__(self, name, value):
        print("  setattr", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("  delattr", name)
        super().__delattr__(name)

    @property
    def broken(self):
        raise AttributeError("inside the property")

    def __len__(self):
        return 3


h = Hooked()
print(h.real, h.cls_attr, h.dynamic)
print(h.broken)
h.real += 1
del h.real
print(h.real, len(h), h.__dict__)
print(hasattr(h, "fails"), getattr(h, "fails", "default"))
try:
    hasattr(h, "other")
except KeyError as error:
    print(repr(error))
try:
    del h.real
except AttributeError as error:
    print(error)
try:
    h.fails
except AttributeError as error:
    print(error, error.name, error.obj)


class Raises:
    def __getattribute__(self, name):
        raise AttributeError(f"no {name}", "second")


try:
    Raises().x
except AttributeError as error:
    print(error.args, error.name, type(error.obj).__name__)


class Plain:
    pass


p = Plain()
for action in (lambda: p.x, lambda: delattr(p, "x"), lambda: setattr(p, 3, 1), lambda: getattr(p, 3), lambda: Plain.y,
               lambda: delattr(Plain, "y"), lambda: setattr(int, "y", 1), lambda: (5).real.zip, lambda: setattr(5, "real", 1),
               lambda: setattr(5, "q", 1), lambda: delattr([], "append"), lambda: setattr(object(), "a", 1), lambda: None.a,
               lambda: len.x, lambda: setattr(len, "x", 1), lambda: setattr(p, "__dict__", 3), lambda: setattr(p, "__class__", 3),
               lambda: setattr(p, "__class__", int), lambda: delattr(p, "__class__"), lambda: setattr(Plain, "__name__", 3),
               lambda: print.__name__.x, lambda: (lambda: 0).x, lambda: setattr(lambda: 0, "__name__", 1), lambda: delattr(lambda: 0, "__code__")):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
p.__dict__ = {"z": 1}
print(p.z, vars(p), p.__dict__ is vars(p))
Plain.__getattr__ = lambda self, name: name * 2
print(p.ab, p.z)
p.__getattr__ = lambda name: "instance"
print(p.cd)
del Plain.__getattr__
print(hasattr(p, "ab"))


def counter():
    counter.calls = getattr(counter, "calls", 0) + 1


counter()
counter()
print(counter.calls, counter.__dict__)
