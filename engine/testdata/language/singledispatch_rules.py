"""functools.singledispatch and singledispatchmethod: which implementation is chosen, and what registering says."""

from functools import singledispatch, singledispatchmethod
from collections.abc import Iterable, Mapping, Sequence, Sized
from abc import ABC, abstractmethod
import functools


@singledispatch
def show(value, *extra):
    "Show it."
    return f"object {extra}"


@show.register
def _(value: int, *extra):
    return "int"


@show.register(list)
@show.register(tuple)
def show_items(value, *extra):
    return "items"


@show.register
def _(value: float | complex):
    return "inexact"


show.register(Mapping, lambda value: "mapping")
show.register(type(None), lambda value: "none")
print([show(v) for v in (1, True, [1], (1,), 2.5, 1j, {}, None, "s", object)], show("s", 1))
print(show.dispatch(bool) is show.registry[int], show.dispatch(str) is show.registry[object], show.__doc__, show.__name__)
print(sorted(t.__name__ for t in show.registry), type(show.registry).__name__, show_items.__name__)

for attempt in (
    lambda: show(),
    lambda: show.register(5),
    lambda: show.register(lambda v: 1),
    lambda: show.register("int"),
    lambda: show.register(list[int]),
    lambda: show.register(list[int], lambda v: 1),
    lambda: show.register(int | list[int], lambda v: 1),
):
    try:
        attempt()
    except TypeError as error:
        print(str(error).split(" at 0x")[0])
try:
    @show.register
    def _(value: "Sequence[int]"):
        pass
except TypeError as error:
    print(error)


class Both(Iterable, Sized):
    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


class Virtual:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


@singledispatch
def kind(value):
    return "object"


kind.register(Iterable, lambda v: "iterable")
print(kind(Both()), kind(Virtual()), kind(3))
kind.register(Sized, lambda v: "sized")
print(kind(Both()))
try:
    kind(Virtual())
except RuntimeError as error:
    print(error)


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError(f"cannot negate {type(arg).__name__}")

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg

    @singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls.__name__, "any"

    @make.register
    @classmethod
    def _(cls, arg: str):
        return cls.__name__, "str"


class Child(Negator):
    pass


n = Child()
print(n.neg(3), n.neg(False), Child.make("x"), n.make(1))
try:
    n.neg("x")
except NotImplementedError as error:
    print(error)
Negator.neg.register(str, lambda self, arg: arg[::-1])
print(n.neg("abc"), Negator.__dict__["neg"].dispatcher.dispatch(str)(None, "xy"))


class Base(ABC):
    @singledispatchmethod
    @abstractmethod
    def go(self, arg):
        "doc"


try:
    Base()
except TypeError as error:
    print(error)
print(Base.__dict__["go"].__isabstractmethod__)
try:
    singledispatchmethod(5)
except TypeError as error:
    print(error)
