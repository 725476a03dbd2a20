"""dataclass: slots, kw_only, InitVar, frozen inheritance, field orders, replace, match_args and the errors of all of them."""

import dataclasses
import copy
from dataclasses import KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass
class Base:
    x: int
    y: list = field(default_factory=list, repr=False)
    total: ClassVar[int] = 0
    scale: InitVar[int] = 2

    def __post_init__(self, scale):
        self.scaled = self.x * scale


@dataclass(order=True)
class Child(Base):
    x: float = 1.5
    z: str = field(default="z", compare=False, kw_only=True, metadata={"unit": "m"})
    hidden: int = field(init=False, default=7)


print(Base(2), Base(2).scaled, Base(2, scale=5).scaled, Base(1) == Base(1, [1]), Child(), [f.name for f in fields(Child)], Child.__match_args__)
print(Child(1.0, z="q") == Child(1.0, z="r"), Child(1.0) < Child(2.0), fields(Child)[2].metadata, fields(Child)[2].kw_only, Child.__doc__, Base.scale)
print(asdict(Child()), astuple(Base(3, [Base(1)])), replace(Child(), x=9, scale=1), is_dataclass(Child), is_dataclass(Child()), is_dataclass(5))


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    _: KW_ONLY
    y: int = 0

    def move(self, **changes):
        return replace(self, **changes)


p = Point(1, y=2)
print(p, p.move(y=5), hash(p) == hash(Point(1, y=2)), Point.__slots__, hasattr(p, "__dict__"), copy.copy(p), Point.__match_args__, copy.deepcopy(p) == p)
match p:
    case Point(1, y=why):
        print("matched", why)
for attempt in (lambda: setattr(p, "x", 5), lambda: delattr(p, "x"), lambda: setattr(p, "q", 5), lambda: Point(1, 2), lambda: Point(), lambda: replace(p, q=1), lambda: Base(1) < Base(2), lambda: Child() < Base(1),
                lambda: hash(Base(1)), lambda: replace(Child(), hidden=1), lambda: replace(Base(1)), lambda: asdict(5), lambda: astuple(Point), lambda: replace(5), lambda: fields(5), lambda: Base.y):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
bodies = (
    "@dataclass\nclass A:\n    x: int = 1\n    y: int",
    "@dataclass\nclass A:\n    x: list = []",
    "@dataclass\nclass A:\n    x: Base = Base(1)",
    "@dataclass\nclass A(Point):\n    z: int",
    "@dataclass(frozen=True)\nclass A(Base):\n    z: int = 1",
    "@dataclass(order=True, eq=False)\nclass A: pass",
    "@dataclass(order=True)\nclass A:\n    def __lt__(self, o): pass",
    "@dataclass(frozen=True)\nclass A:\n    def __setattr__(self, n, v): pass",
    "@dataclass(unsafe_hash=True)\nclass A:\n    def __hash__(self): return 1",
    "@dataclass(slots=True)\nclass A:\n    __slots__ = ()\n    x: int",
    "@dataclass\nclass A:\n    x: int = field(default=1, default_factory=int)",
    "@dataclass\nclass A:\n    x = field()",
    "@dataclass\nclass A:\n    x: ClassVar[int] = field(default_factory=int)",
    "@dataclass\nclass A:\n    x: InitVar[int] = field(default_factory=int)",
    "@dataclass\nclass A:\n    a: KW_ONLY\n    b: KW_ONLY",
    "@dataclass\nclass A:\n    x: int\n    x: str = field(init=False)\nA(1)",
    "make_dataclass('A', ['x', ('x', int)])",
    "make_dataclass('A', ['for'])",
    "make_dataclass('A', ['a b'])",
    "make_dataclass('A', [('x', int, 1, 2)])",
    "@dataclass(weakref_slot=True)\nclass A: pass",
    "@dataclass(5)\nclass A: pass",
    "field(5)",
)
for body in bodies:
    try:
        exec(body)
        print("fine:", body)
    except Exception as error:
        print(type(error).__name__, error)
Made = make_dataclass("Made", ["a", ("b", int), ("c", int, field(default=3))], bases=(Base,), namespace={"twice": lambda self: self.c * 2}, kw_only=True)
print(Made(5, a=1, b=2), Made(5, a=1, b=2).twice(), Made.__annotations__, Made.__mro__[1].__name__)
print(repr(fields(Base)[0]).split(",_field")[0], repr(MISSING).split(" object")[0], repr(InitVar[int]), InitVar[list[int]], fields(Base)[1].default_factory, isinstance(MISSING, type))


@dataclass(repr=False, eq=False, init=False)
class Bare:
    a: int = 1


@dataclass
class Tree:
    kids: list = field(default_factory=list)


t = Tree()
t.kids.append(t)
print(t, Bare().a, Bare() == Bare(), "__init__" in vars(Bare), Tree.__eq__(t, 5), isinstance(Point.__dict__["__hash__"], type(len)))
