# isinstance and issubclass: tuples, unions, ABCs, registration, hooks, errors.
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Sized


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Shape and any("duck_area" in c.__dict__ for c in other.__mro__):
            return True
        return NotImplemented


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2 + super().area()

    name = "square"


class Duck:
    duck_area = None


@Shape.register
class Registered:
    pass


print(Square(2).area(), isinstance(Square(1), Shape), isinstance(Duck(), Shape), issubclass(Registered, Shape), isinstance(3, Shape))
for cls in (Shape, type("Partial", (Shape,), {"name": "x"})):
    try:
        cls()
    except TypeError as error:
        print(error)
print(sorted(Shape.__abstractmethods__), Square.__abstractmethods__)
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance("", Sequence), isinstance(set(), Sequence), isinstance([], MutableSequence))
print(isinstance(iter([]), Iterator), isinstance([], Iterator), isinstance(len, Callable), isinstance([], Hashable), isinstance((), Hashable), isinstance(5, Sized), issubclass(dict, Iterable))
print(isinstance(1, (str, (bytes, (int,)))), isinstance(True, int), issubclass(bool, (str, int)), isinstance(1, ()))


class Meta(type):
    def __instancecheck__(cls, obj):
        print("instancecheck", obj)
        return obj == 7

    def __subclasscheck__(cls, sub):
        print("subclasscheck", sub.__name__)
        return sub is int


class Magic(metaclass=Meta):
    pass


print(isinstance(7, Magic), isinstance(8, Magic), issubclass(int, Magic), isinstance(Magic(), Magic))
for check in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, "x"), lambda: isinstance(1, (int, 3)), lambda: isinstance("", (int, 3))):
    try:
        print(check())
    except TypeError as error:
        print("TypeError:", error)
