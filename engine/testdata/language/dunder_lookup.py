# Special methods are looked up on the class, not on the instance; None blocks them; class attributes count.
class Thing:
    def __len__(self):
        return 1

    def __repr__(self):
        return "Thing()"


t = Thing()
t.__len__ = lambda: 99
t.__repr__ = lambda: "instance"
t.__call__ = lambda: "called"
print(len(t), repr(t), t.__len__(), t.__repr__())
try:
    t()
except TypeError as error:
    print(error)
Thing.__call__ = lambda self: "now callable"
Thing.__getitem__ = lambda self, i: i
Thing.__add__ = lambda self, other: ("add", other)
print(t(), t[5], t + 1)
del Thing.__add__
try:
    t + 1
except TypeError as error:
    print(error)


class Blocked(Thing):
    __len__ = None
    __getitem__ = None
    __hash__ = None
    __radd__ = None
    __eq__ = None


for use in (lambda: len(Blocked()), lambda: Blocked()[0], lambda: hash(Blocked()), lambda: 1 + Blocked(), lambda: Blocked() == 1, lambda: Blocked() != 1):
    try:
        print(use())
    except TypeError as error:
        print(error)


class Static:
    @staticmethod
    def __len__():
        return 3

    @classmethod
    def __getitem__(cls, key):
        return cls.__name__, key

    @property
    def __call__(self):
        return lambda *a: ("from property", a)

    class __add__:
        def __init__(self, other):
            self.other = other


s = Static()
print(len(s), s["k"], s(1, 2), (s + 4).other)
print(type(t).__len__(t), int.__add__(1, 2), int.__add__(1, 2.0), (5).__class__, "a".__eq__("b"), "a".__eq__(1), [].__len__())
print(object.__repr__(t)[:20], object.__str__(t), type.__repr__(Thing), object().__eq__(1), object().__reduce_ex__.__name__)
print((3).__rsub__(10), (1.5).__rtruediv__(3), "ab".__mul__(2), "%s".__mod__(1), [1].__iadd__([2]), {1}.__or__({2}), (1).__bool__(), None.__bool__())
