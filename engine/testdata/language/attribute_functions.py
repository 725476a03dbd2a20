# getattr, setattr, delattr, hasattr, type(): classes made at run time, odd names, errors.
class Plain:
    kind = "class"


p = Plain()
setattr(p, "with space", 1)
setattr(p, "x", 2)
print(getattr(p, "with space"), getattr(p, "nope", "default"), hasattr(p, "kind"), hasattr(p, "nope"), vars(p), getattr(Plain, "kind"), getattr(p, "__class__"))
delattr(p, "x")
for call in (lambda: p.x, lambda: delattr(p, "x"), lambda: delattr(p, "kind"), lambda: getattr(p, 5), lambda: setattr(p, 5, 1), lambda: hasattr(p, None), lambda: getattr(p), lambda: setattr(p, "x"), lambda: setattr(5, "x", 1), lambda: setattr([], "x", 1), lambda: delattr(5, "real"), lambda: setattr(int, "x", 1), lambda: setattr(None, "x", 1), lambda: setattr(len, "x", 1), lambda: setattr((lambda: 0), "__name__", 5), lambda: getattr(5, "nope"), lambda: getattr(None, "x"), lambda: setattr(p, "__class__", 5), lambda: setattr(p, "__dict__", 5), lambda: setattr(object(), "x", 1), lambda: Plain.nope, lambda: print.nope, lambda: setattr("s", "upper", 1)):
    try:
        print(call())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Raises:
    @property
    def broken(self):
        raise ValueError("in property")

    @property
    def missing(self):
        raise AttributeError("hidden")


try:
    hasattr(Raises(), "broken")
except ValueError as error:
    print(error)
print(hasattr(Raises(), "missing"), getattr(Raises(), "missing", "fallback"))
Made = type("Made", (Plain,), {"method": lambda self: self.kind, "value": 5, "__doc__": "made", "__slots__": ()})
m = Made()
print(m.method(), Made.value, Made.__doc__, Made.__module__, Made.__qualname__, type(m) is Made, type(Made), Made.__mro__, Made.__name__, isinstance(m, Plain), m.__class__.__base__)
def f(a): return a
f.note = "attribute"
f.__doc__ = "doc"
print(f.note, f.__dict__, f.__doc__, f.__name__, f.__module__, f.__defaults__, f.__closure__, f.__qualname__, f.__kwdefaults__, f.__annotations__)
f.__code__ = (lambda a: a * 2).__code__
f.__name__ = "renamed"
print(f(4), f.__name__, repr(f)[:17], Plain.__dict__["kind"], type(Plain.__dict__).__name__, Plain.__weakref__ is not None)
