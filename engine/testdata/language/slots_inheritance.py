# __slots__ and inheritance: dicts that appear, conflicts, private names, weak references, class assignment.
import weakref


class A:
    __slots__ = ("x", "__hidden", "y")

    def __init__(self):
        self.__hidden = 1

    def get(self):
        return self.__hidden


class B(A):
    __slots__ = ()


class C(A):
    pass


class D(A):
    __slots__ = ["z", "__dict__"]


class W(A):
    __slots__ = "__weakref__"


print(A.__slots__, A.x, type(A.x).__name__, sorted(k for k in A.__dict__ if "hidden" in k or len(k) == 1))
a = A()
print(a.get(), hasattr(a, "__dict__"), hasattr(C(), "__dict__"), hasattr(B(), "__dict__"), D().__dict__)


def attempt(action):
    try:
        print(action())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: a.x)
attempt(lambda: setattr(a, "w", 1))
attempt(lambda: delattr(a, "x"))
attempt(lambda: setattr(B(), "w", 1))
attempt(lambda: weakref.ref(a))
attempt(lambda: type(weakref.ref(W())).__name__)
attempt(lambda: A.x.__get__(5))
attempt(lambda: A.x.__set__(5, 1))
attempt(lambda: vars(a))
a.x = 5
attempt(lambda: A.x.__get__(a))
attempt(lambda: type("Bad", (), {"__slots__": ("v",), "v": 1}))
attempt(lambda: type("Bad", (), {"__slots__": ("not ok",)}))
attempt(lambda: type("Bad", (), {"__slots__": (1,)}))
attempt(lambda: type("Bad", (), {"__slots__": ("__dict__", "__dict__")}))
attempt(lambda: type("Bad", (C,), {"__slots__": ("__dict__",)}))
attempt(lambda: type("Bad", (int,), {"__slots__": ("q",)})(5).q)
attempt(lambda: type("Bad", (tuple,), {"__slots__": ("q",)}))
attempt(lambda: type("Empty", (tuple,), {"__slots__": ()})((1, 2)))
attempt(lambda: type("Multi", (type("P", (), {"__slots__": "a"}), type("Q", (), {"__slots__": "b"})), {}))
attempt(lambda: type("Fine", (type("P", (), {"__slots__": "a"}), type("Q", (), {"__slots__": ()})), {}).__name__)


class S:
    __slots__ = {"p": "documented", "q": None}
    r = "class attribute"


attempt(lambda: S.__slots__["p"])
attempt(lambda: setattr(S(), "r", 1))


class E:
    __slots__ = ("x", "_A__hidden", "y")


attempt(lambda: setattr(a, "__class__", E) or type(a).__name__)
b = B()
attempt(lambda: setattr(b, "__class__", A) or type(b).__name__)


class F(A):
    __slots__ = ("x",)


f = F()
f.x = "sub"
A.x.__set__(f, "base")
print(f.x, A.x.__get__(f))
a2 = W()
a2.y = 3
del a2.y
attempt(lambda: a2.y)
