# Abstract base classes: what is abstract, register, and __subclasshook__.
import abc
from abc import ABC, ABCMeta, abstractmethod


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @area.setter
    @abstractmethod
    def area(self, value): ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    @staticmethod
    @abstractmethod
    def sides(): ...

    @abstractmethod
    def draw(self):
        return "drawn by the base"


class Half(Shape):
    area = 5
    unit = None

    def draw(self):
        return super().draw() + " and more"


class Whole(Half):
    @staticmethod
    def sides():
        return 4


attempt(Shape)
attempt(Half)
attempt(lambda: Whole().draw())
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Whole.__abstractmethods__)
print(Shape.draw.__isabstractmethod__, Shape.area.__isabstractmethod__, Shape.__dict__["unit"].__isabstractmethod__)


class GetterOnly(Shape):
    @Shape.area.getter
    def area(self):
        return 1

    unit = sides = draw = None


attempt(GetterOnly)
attempt(lambda: type("One", (ABC,), {"f": abstractmethod(lambda self: 1)})())
Late = type("Late", (Half,), {})
Late.sides = staticmethod(lambda: 3)
attempt(Late)
abc.update_abstractmethods(Late)
attempt(lambda: Late().sides())


class Sized(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        print("  hook", cls.__name__, other.__name__)
        if cls is Sized:
            return any("size" in k.__dict__ for k in other.__mro__) or NotImplemented
        return NotImplemented


class Box:
    size = 1


class Deep(Sized):
    pass


print(issubclass(Box, Sized), isinstance(Box(), Sized), issubclass(Box, Sized))
print(issubclass(int, Sized), isinstance(3, Sized), issubclass(Box, Deep))
print(Sized.register(int) is int, issubclass(bool, Sized), isinstance(True, Sized), issubclass(int, Deep))


@Deep.register
class Tagged: ...


print(issubclass(Tagged, Deep), issubclass(Tagged, Sized), Deep in Tagged.__mro__, Tagged.__bases__)
attempt(lambda: Deep.register(Sized))
attempt(lambda: Deep.register(5))
attempt(lambda: issubclass(5, Deep))
print(issubclass(Deep, Deep), isinstance(Deep, ABCMeta), type(Deep), abc.get_cache_token() > 0)


class Refusing(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return other.__name__ == "Chosen" if other is not Refusing else True


class Chosen: ...


class Sub(Refusing): ...


print(issubclass(Chosen, Refusing), issubclass(Sub, Refusing), isinstance(Sub(), Refusing), isinstance(Chosen(), Refusing))


class Wrong(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return "yes"


attempt(lambda: issubclass(int, Wrong))
