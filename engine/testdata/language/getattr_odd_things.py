# type(), vars(), dir(), id() and hash() of odd things.
import types


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


t(vars, 5)
t(vars, [])
t(lambda: sorted(vars(types.SimpleNamespace(a=1, b=2))))
t(lambda: type(vars(int)))
t(vars, 1, 2)
t(type)
t(type, 1, 2)
t(type, "A", (), {}, 5)
t(type, 5, (), {})
t(type, "A", [], {})
t(type, "A", (), [])
t(type, "A", (5,), {})
t(type, "A\0", (), {})
t(type, "A", (int, str), {})
t(type, "A", (bool,), {})
print(type("A", (), {}).__name__, type("A", (int,), {"x": 1})(5).x, type(type), type(None), type(NotImplemented), type(...), type(print), type(len.__call__), type("".join), type(str.join), type(dict.fromkeys), type(int.__add__), type((1).__add__))


class S:
    __slots__ = ("a", "b")


class D:
    x = 1

    def __init__(self):
        self.y = 2


class E:
    def __dir__(self):
        return ["z", "a", 5] if getattr(self, "bad", False) else ["z", "a"]


class F:
    def __dir__(self):
        return 5


t(vars, S())
print(vars(D()), [n for n in dir(D()) if not n.startswith("__")], [n for n in dir(S) if not n.startswith("__")], dir(E()))
t(dir, F())
e = E()
e.bad = True
t(dir, e)
t(dir, 1, 2)


def local_names():
    b = a = 1
    return dir(), sorted(locals())


print(local_names(), [n for n in dir(None) if "b" in n], len(dir(object)), "__call__" in dir(type), "mro" in dir(int), "mro" in dir(type))
x = object()
print(id(x) == id(x), id(x) != id(object), hash(x) == hash(x), id(None) == id(None), type(id(x)), hash(1.0) == hash(1) == hash(True), hash("a") == hash("a"), hash(()) == hash(()), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(-(2**61)), hash(None) == hash(None))
t(hash, [])
t(hash, {})
t(hash, ([],))
t(hash, slice(1))
t(hash, bytearray())


class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


print(hash(H(5)), hash(H(2**64)), hash(H(-1)), hash(H(True)), hash(H(2**61)))
t(hash, H("a"))
t(hash, H(1.0))
t(hash, H(None))
t(callable, 5)
t(callable, H)
t(getattr, 5, "no", None)
t(getattr, 5, 5)
t(getattr, 5, "real")
t(setattr, 5, "x", 1)
t(setattr, D, 5, 1)
t(hasattr, 5, "x")
t(hasattr, 5, 5)
t(delattr, D, "nope")
t(delattr, D(), "x")
t(lambda: object().x)
t(lambda: setattr(object(), "x", 1))
t(lambda: setattr(S(), "c", 1))
t(lambda: S().a)
t(lambda: None.foo)
t(lambda: (1).real.__class__.__mro__)
t(lambda: setattr(int, "x", 1))
t(lambda: delattr(str, "join"))
t(lambda: setattr(D, "__class__", 5))
