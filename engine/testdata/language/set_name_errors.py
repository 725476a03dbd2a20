# __set_name__: what happens when it fails, what it sees, and when it is not called.
import traceback


class Loud:
    def __set_name__(self, owner, name):
        print("named", name, "in", owner.__name__, name in vars(owner), getattr(owner, "ready", "not ready"))


class Base:
    def __init_subclass__(cls, **keywords):
        print("subclass", cls.__name__, keywords)
        super().__init_subclass__()
        cls.ready = True


class Owner(Base, flag=1):
    first = Loud()
    second = third = Loud()
    late = None


Owner.late = Loud()
print(Owner.late.__set_name__(Owner, "by hand"))


class Bad:
    def __set_name__(self, owner, name):
        1 / 0


for make in (lambda: type("Broken", (), {"x": Bad()}), lambda: exec("class Broken:\n x = Bad()")):
    try:
        make()
    except RuntimeError as error:
        print(error, "|", repr(error.__cause__), error.__context__ is error.__cause__)
try:
    class Wrong:
        __set_name__ = 5

    class User:
        w = Wrong()
except RuntimeError as error:
    print(error, "|", error.__cause__)


class OnInstance:
    def __init__(self):
        self.__set_name__ = lambda owner, name: print("never")


class Quiet:
    i = OnInstance()


class Args:
    def __set_name__(self):
        pass


try:
    type("Few", (), {"a": Args()})
except RuntimeError as error:
    print(error, "|", error.__cause__)


class Adds:
    def __set_name__(self, owner, name):
        setattr(owner, name + "_twin", self)
        print("adds", name)


class Grows:
    a = Adds()
    b = Adds()


print(sorted(k for k in vars(Grows) if not k.startswith("__")))


class Meta(type):
    def __new__(meta, name, bases, space, **keywords):
        print("new", name, keywords)
        cls = super().__new__(meta, name, bases, space)
        print("made", name)
        return cls

    def __init__(cls, name, bases, space, **keywords):
        print("init", name)

    def __set_name__(cls, owner, name):
        print("a class is named", name, "in", owner.__name__)


class Outer(metaclass=Meta, deep=True):
    class Inner(metaclass=Meta):
        l = Loud()


class Exit:
    def __set_name__(self, owner, name):
        raise SystemExit(3)


try:
    type("Leaves", (), {"x": Exit()})
except BaseException as error:
    print(type(error).__name__, error, repr(error.__cause__))


class Described:
    def __get__(self, instance, owner=None):
        print("get for", instance, owner.__name__ if owner else owner)
        return lambda o, n: print("called with", n)


class Indirect:
    __set_name__ = Described()


class Holds:
    x = Indirect()
