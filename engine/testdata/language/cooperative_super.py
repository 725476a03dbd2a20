# Diamonds, cooperative super() with keyword arguments, linearisation and its failures.
class Root:
    def __init__(self, **kw):
        print("Root", kw)
        super().__init__(**kw)

    def go(self):
        return ["Root"]


class Left(Root):
    def __init__(self, left, **kw):
        print("Left", left)
        super().__init__(**kw)

    def go(self):
        return ["Left"] + super().go()


class Right(Root):
    def __init__(self, right=0, **kw):
        print("Right", right)
        super().__init__(**kw)

    def go(self):
        return ["Right"] + super().go()


class Bottom(Left, Right):
    def go(self):
        return ["Bottom"] + super().go() + super(Left, self).go()


b = Bottom(left=1, right=2)
print(b.go(), [c.__name__ for c in Bottom.__mro__])
try:
    Bottom(left=1, other=2)
except TypeError as error:
    print(error)
try:
    class Bad(Root, Left):
        pass
except TypeError as error:
    print(error)
try:
    class Twice(Root, Root):
        pass
except TypeError as error:
    print(error)


class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass


try:
    type("C", (A, B), {})
except TypeError as error:
    print(error)
print(repr(super(Left, b)), super(Left, Bottom).go(b), super(Left, b).__thisclass__, super(Left, b).__self_class__)


class Cls(Left):
    @classmethod
    def make(cls):
        return super().__new__(cls), super().go

    @staticmethod
    def lost():
        return super().go()

    def nested(self):
        return [super(Cls, self).go() for _ in range(1)]

    def broken(self):
        return [super().go() for _ in range(1)]

    def gone(self):
        del self
        super().go()

    def attribute(self):
        return super().missing


c = Cls(left=0)
print(type(Cls.make()[0]).__name__, c.nested())
for call in (lambda: Cls.lost(), lambda: c.broken(), lambda: c.gone(), lambda: c.attribute(), lambda: super(),
             lambda: super(Cls, 3), lambda: super(3, 4), lambda: super(Right, c)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
b.__class__ = Left
print(b.go())
Left.__bases__ = (Right,)
print(b.go(), [k.__name__ for k in Left.__mro__])
