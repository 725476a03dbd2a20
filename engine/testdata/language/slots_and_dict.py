# __slots__ with __dict__ and __weakref__, layouts that do not fit together, descriptors of slots, __class__ assignment.
import weakref


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Both:
    __slots__ = ("a", "__dict__", "__weakref__")


class Bare:
    __slots__ = ()


class One:
    __slots__ = "single"


class Mapped:
    __slots__ = {"x": "how far right", "y": None}


b = Both()
b.a, b.other = 1, 2
print(vars(b), weakref.ref(b)() is b, Both.a, type(Both.a).__name__, Both.a.__get__(b), Both.a.__doc__, Mapped.x.__doc__, Mapped.__slots__)
attempt(lambda: weakref.ref(Bare()))
attempt(lambda: vars(Bare()))
attempt(lambda: setattr(Bare(), "x", 1))
attempt(lambda: One().single)
attempt(lambda: delattr(One(), "single"))
attempt(lambda: One.single.__get__(b))
attempt(lambda: One.single.__set__(5, 1))
attempt(lambda: setattr(One(), "singl", 1))
for slots in (("a", "a"), (1,), ("a b",), "if", ("__dict__", "__dict__"), ("__weakref__", "__weakref__"), ("__slots__",), ("__init__",), (), ["l"], iter("xy"), ("__private",), ("",)):
    attempt(lambda: sorted(k for k in vars(type("T", (), {"__slots__": slots})) if k not in ("__module__", "__doc__", "__slots__")))
attempt(lambda: type("T", (), {"__slots__": ("v",), "v": 1}))
attempt(lambda: type("T", (int,), {"__slots__": ("v",)}))
attempt(lambda: type("T", (tuple,), {"__slots__": ()})((1, 2)))
attempt(lambda: type("T", (Both,), {"__slots__": ("__dict__",)}))
attempt(lambda: type("T", (Both,), {"__slots__": ("__weakref__",)}))


class P:
    __slots__ = ("p",)


class Q:
    __slots__ = ("q",)


class P2(P):
    __slots__ = ()


class Same:
    __slots__ = ("p",)


class Open(P):
    pass


attempt(lambda: type("T", (P, Q), {}))
attempt(lambda: type("T", (P2, P), {"__slots__": "r"})().p)
attempt(lambda: type("T", (int, str), {}))
attempt(lambda: type("T", (P, Bare), {}).__mro__[1].__name__)
print("__dict__" in dir(Open()), "__dict__" in dir(P()), Open.__dictoffset__ != 0, P.__dictoffset__)
p = P()
p.p = 5


def become(thing, kind):
    thing.__class__ = kind
    return type(thing).__name__, getattr(thing, "p", "nothing")


class Plain: ...
class Other:
    def hello(self): return "hello from Other"
class Sub(Plain): ...
class SubInt(int): ...
class SubInt2(int): ...


attempt(lambda: become(p, Same))
attempt(lambda: become(p, P2))
attempt(lambda: become(p, Open))
attempt(lambda: become(p, Q))
attempt(lambda: become(p, Plain))
attempt(lambda: become(Plain(), Other))
attempt(lambda: become(Sub(), Plain))
attempt(lambda: become(Plain(), Both))
attempt(lambda: become(SubInt(3), SubInt2))
attempt(lambda: become(SubInt(3), int))
attempt(lambda: become(Plain(), int))
attempt(lambda: become(5, SubInt))
attempt(lambda: become([], list))
attempt(lambda: become(Plain(), 5))
attempt(lambda: become(Plain(), object))
attempt(lambda: delattr(Plain(), "__class__"))
x = Plain()
x.__class__ = Other
print(x.hello(), isinstance(x, Other))
