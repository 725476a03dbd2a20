# from __future__ import annotations keeps annotations as text.
from __future__ import annotations
import dataclasses
import typing

x: undefined_thing = 1
y: list [ int ] | None


def f(a: missing.name, b: "quoted", *c: (1,2), d: x if y else z = 0, **e: lambda q, *r: q[1:2, ::3]) -> {1: 2, **k}:
    v: never(evaluated)
    return a


class C:
    self_ref: C
    nested: dict[str, list[C]]
    n: -1 ** 2 + (3 - 4) - (5 - 6)
    s: 'it\'s' f"{x!r:>{y}}" "tail"
    t: (not a) and (b or c)
    u: a.b(c, *d, k=e, **f)[g]


print(__annotations__)
for name, text in f.__annotations__.items():
    print(name, text)
for name, text in C.__annotations__.items():
    print(name, "=", text)


def g(a: C, b: typing.Optional[int] = None) -> list[C]:
    pass


print(typing.get_type_hints(g))
try:
    typing.get_type_hints(f)
except Exception as error:
    print(type(error).__name__, error)


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0
    kind: typing.ClassVar[str] = "p"


print(Point(1), Point.__annotations__, [field.type for field in dataclasses.fields(Point)])
print(typing.get_type_hints(Point))
