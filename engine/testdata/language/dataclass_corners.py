# Data classes: ordering, frozen, defaults, kw_only, slots, inheritance, post-init, replace, match.
import dataclasses
from dataclasses import dataclass, field, FrozenInstanceError, InitVar, KW_ONLY, asdict, astuple, replace


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    tags: list = field(default_factory=list, compare=False)
    secret: str = field(default="s", repr=False)


v = Version(1)
print(v, v == Version(1, 0, ["x"]), v < Version(1, 1), sorted([Version(2), Version(1, 5)]), Version(1).tags is v.tags)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: v < 3)
attempt(lambda: v == 3)
attempt(lambda: Version())
attempt(lambda: Version(1, 2, 3, 4, 5))
attempt(lambda: hash(v))


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx):
        return replace(self, x=self.x + dx)


p = Point(1, 2)
print(p.moved(4), hash(p) == hash(Point(1, 2)), {p: 1}[Point(1, 2)], asdict(p), astuple(p))
attempt(lambda: setattr(p, "x", 3))
attempt(lambda: setattr(p, "new", 3))
attempt(lambda: delattr(p, "x"))
attempt(lambda: replace(p, z=1))
print(issubclass(FrozenInstanceError, AttributeError))


@dataclass
class Base:
    a: int = 1
    scale: InitVar[int] = 2
    total: int = field(init=False)
    _: KW_ONLY
    named: str = "n"

    def __post_init__(self, scale):
        self.total = self.a * scale


@dataclass
class Derived(Base):
    b: int = 5
    a: float = 2.5


print(Base(3), Base(3, 4, named="m"), Derived(1.5, 2, 7), [f.name for f in dataclasses.fields(Derived)], Derived.__match_args__)
attempt(lambda: Base(1, 2, "positional"))


def mutable():
    @dataclass
    class M:
        x: list = []


def order_error():
    @dataclass
    class O:
        a: int = 1
        b: int


def frozen_mix():
    @dataclass
    class F(Point):
        z: int = 0


def both():
    @dataclass
    class B:
        a: int = field(default=1, default_factory=list)


def order_eq():
    @dataclass(order=True, eq=False)
    class Q:
        a: int


def own_lt():
    @dataclass(order=True)
    class L:
        a: int

        def __lt__(self, other):
            return False


for bad in (mutable, order_error, frozen_mix, both, order_eq, own_lt):
    attempt(bad)


@dataclass(slots=True, kw_only=True)
class Slotted:
    x: int
    y: int = 3


print(Slotted(x=1), Slotted.__slots__, hasattr(Slotted(x=1), "__dict__"))
attempt(lambda: Slotted(1))
match Version(3, 4):
    case Version(major, minor=4):
        print("matched", major)
nested = dataclasses.make_dataclass("Nested", [("p", Point), ("l", list, field(default_factory=list))])
n = nested(p, [p, {"k": p}])
print(n, asdict(n), astuple(n)[0], dataclasses.is_dataclass(n), dataclasses.is_dataclass(3))
attempt(lambda: asdict(3))
attempt(lambda: dataclasses.fields(3))


@dataclass(repr=False, eq=False)
class Quiet:
    x: int = 1


print(Quiet() == Quiet(), Quiet.__eq__ is object.__eq__)


@dataclass
class Recursive:
    me: object = None


r = Recursive()
r.me = r
print(r)
