# How a class statement makes a class: __mro_entries__, __prepare__, the metaclass that wins, keywords, type() with three arguments.
import types


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Entry:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("entries asked with", len(bases), "bases")
        return self.bases


class A: ...
class B: ...


class C(Entry(A, B)): ...
class D(Entry(), A): ...


print(C.__bases__, [type(b).__name__ for b in C.__orig_bases__], D.__bases__, hasattr(A, "__orig_bases__"), "__orig_bases__" in vars(C))
attempt(lambda: type("T", (Entry(A),), {}))
attempt(lambda: types.new_class("N", (Entry(A),)).__bases__)
attempt(lambda: types.resolve_bases((Entry(B), A)))
attempt(lambda: exec("class X(5): pass"))
attempt(lambda: exec("class X(Entry(5)): pass"))
bad = Entry()
bad.bases = [A]
attempt(lambda: exec("class X(bad): pass", globals()))


class Prep(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        print("prepare", meta.__name__, name, bases, keywords)

        class Space(dict):
            def __setitem__(self, key, value):
                if not key.startswith("__"):
                    print("  stores", key)
                super().__setitem__(key, value)

            def __missing__(self, key):
                if key == "magic":
                    return "from nowhere"
                raise KeyError(key)

        return Space(given=1)

    def __new__(meta, name, bases, space, **keywords):
        print("new", type(space).__name__, sorted(k for k in space if not k.startswith("__")))
        return super().__new__(meta, name, bases, space)

    def __init__(cls, name, bases, space, **keywords):
        super().__init__(name, bases, space)


class Uses(metaclass=Prep, option=True):
    a = magic
    b = given + 1


print(Uses.a, Uses.b, type(vars(Uses)).__name__)
for prepared in (5, None, []):
    meta = type("Meta", (type,), {"__prepare__": classmethod(lambda *a: prepared)})
    attempt(lambda: exec("class X(metaclass=meta): pass", {"meta": meta}))
M1, M2 = type("M1", (type,), {}), type("M2", (type,), {})
M3 = type("M3", (M1, M2), {})
X1, X2 = M1("X1", (), {}), M2("X2", (), {})
attempt(lambda: type("Y", (X1, X2), {}))
print(type(M3("Y", (X1, X2), {})).__name__, type(type("Z", (X1,), {})).__name__)


class ByFunction(metaclass=lambda name, bases, space, **kw: (name, bases, sorted(space), kw), extra=1): pass


print(ByFunction)
attempt(lambda: type("T", (), {}, key=1))
attempt(lambda: type())
attempt(lambda: type(1, 2))
attempt(lambda: type(1, (), {}))
attempt(lambda: type("T", [], {}))
attempt(lambda: type("T", (), []))
attempt(lambda: type("T", (5,), {}))
attempt(lambda: type("T", (bool,), {}))
attempt(lambda: type("T", (A, A), {}))
attempt(lambda: type("T", (A, C), {}))
attempt(lambda: type("T\0", (), {}))
attempt(lambda: type("T", (), {1: 2}).__dict__[1])
space = {"v": 1}
T = type("T", (), space)
space["v"] = 2
print(T.v, T.__module__, type("D", (), {"__doc__": "d"}).__doc__, type("E", (), {}).__doc__)


class Init:
    def __init_subclass__(cls, /, shape, *, size=1, **rest):
        super().__init_subclass__(**rest)
        print("init_subclass", cls.__name__, shape, size, rest)


class S1(Init, shape="round", size=2): ...


attempt(lambda: type("S2", (Init,), {}))
attempt(lambda: type("S3", (Init,), {}, shape=1, wrong=2))
attempt(lambda: types.new_class("S4", (Init,), {"shape": "s"}, lambda ns: ns.update(k=1)).k)
attempt(lambda: exec("class Q(object, metaclass=5): pass"))
attempt(lambda: exec("class Q(object, **{'metaclass': type}, *[A]): pass", globals()))
attempt(lambda: exec("class Q(A, k=1, k=2): pass"))
