"""abc: registering, caches that follow registrations, __subclasshook__, abstract methods of every sort."""

import abc
from abc import ABC, ABCMeta, abstractmethod, get_cache_token, update_abstractmethods
from collections.abc import Hashable, Iterable, Mapping, MutableSequence, Sequence, Sized


class Shape(ABC):
    @abstractmethod
    def area(self):
        return "default"

    @property
    @abstractmethod
    def name(self): ...

    @name.setter
    @abstractmethod
    def name(self, value): ...

    @staticmethod
    @abstractmethod
    def unit(): ...

    @classmethod
    @abstractmethod
    def make(cls): ...


class Half(Shape):
    def area(self):
        return super().area() + "!"

    name = "half"


class Whole(Half):
    unit = make = None


for cls in (Shape, Half, Whole):
    try:
        print(cls().area(), sorted(cls.__abstractmethods__))
    except TypeError as error:
        print(error, sorted(cls.__abstractmethods__))


class One(ABC):
    @abstractmethod
    def only(self): ...


try:
    One(1, 2)
except TypeError as error:
    print(error)
before = get_cache_token()
print(isinstance(5, One), issubclass(int, One))
print(One.register(int) is int, isinstance(5, One), issubclass(bool, One), get_cache_token() != before, isinstance("", One))


@One.register
class Later:
    pass


class Under(Later):
    pass


print(issubclass(Under, One), One in Under.__mro__, isinstance(Under(), One))
for attempt in (lambda: One.register(5), lambda: Later.register(int), lambda: issubclass(5, One), lambda: int.__subclasscheck__(5), lambda: One.register(One), lambda: setattr(type("Spare", (), {}), "__abstractmethods__", 5)):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Top(ABC): ...


class Mid(Top): ...


try:
    Mid.register(Top)
except RuntimeError as error:
    print(error)


class Hooked(ABC):
    answers = {"Yes": True, "No": False}

    @classmethod
    def __subclasshook__(cls, other):
        print("hook", other.__name__)
        return cls.answers.get(other.__name__, NotImplemented)


class Yes: ...


class No(Hooked): ...


class Maybe: ...


print(issubclass(Yes, Hooked), issubclass(Yes, Hooked), issubclass(No, Hooked), issubclass(Maybe, Hooked), isinstance(Maybe(), Hooked))
Hooked.register(Maybe)
print(issubclass(Maybe, Hooked), issubclass(Yes, Hooked))


class Bad(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return 5


try:
    issubclass(int, Bad)
except (AssertionError, TypeError) as error:
    print(type(error).__name__)


class Patched(One):
    pass


Patched.only = lambda self: "patched"
print(Patched.__abstractmethods__)
print(update_abstractmethods(Patched) is Patched, Patched.__abstractmethods__, Patched().only())


class Unhash:
    __hash__ = None

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return "abc"[i]


print(issubclass(Unhash, Hashable), issubclass(Unhash, Sized), issubclass(Unhash, Iterable), isinstance(Unhash(), Sequence), issubclass(dict, Mapping), issubclass(tuple, MutableSequence))
try:
    class Seq(MutableSequence):
        pass
    Seq()
except TypeError as error:
    print(error)
print(abc.abstractproperty.__mro__[1], abstractmethod(len) if False else "", type(ABC), ABCMeta.__mro__, abc.ABC.__slots__)
