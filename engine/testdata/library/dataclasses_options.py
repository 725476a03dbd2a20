"""Fields, order, slots, frozen instances, inheritance and the errors of dataclasses."""
import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, make_dataclass, replace


@dataclass(order=True)
class Card:
    rank: int
    suit: str = field(compare=False, default="S")
    tags: list = field(default_factory=list, repr=False, compare=False)


a, b = Card(3), Card(5, "H", ["x"])
print(a, a < b, a == Card(3, "D"), sorted([b, a]), asdict(b), astuple(b), asdict(b)["tags"] is b.tags)
print([(f.name, f.type, f.default is dataclasses.MISSING, f.compare) for f in fields(Card)], Card.__match_args__)


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float = 0.0
    _: KW_ONLY
    label: str = "p"


p = Point(1, label="q")
print(p, hash(p) == hash(Point(1, 0.0, label="q")), replace(p, y=2), Point.__slots__, hasattr(p, "__dict__"), {p: 1}[Point(1, label="q")])
for f in (lambda: setattr(p, "x", 2), lambda: delattr(p, "x"), lambda: Point(1, 2, "z"), lambda: replace(p, q=1), lambda: a < 3, lambda: hash(a)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class Base:
    a: int
    scale: InitVar[int] = 2
    b: int = field(init=False)

    def __post_init__(self, scale):
        self.b = self.a * scale


@dataclass
class Child(Base):
    c: str = "c"
    a: int = 7


print(Base(3), Base(3, scale=5), Child(), Child(1, 3, "z"), [f.name for f in fields(Child)])
for text in ("x: int = 1\n    y: int", "x: list = []", "x: int = field(default=1, default_factory=int)", "x: set = set()"):
    try:
        exec(f"@dataclass\nclass Bad:\n    {text}")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for text in ("@dataclass(frozen=True)\nclass F(Base): pass", "@dataclass(order=True, eq=False)\nclass F: pass",
             "@dataclass(order=True)\nclass F:\n    def __lt__(s, o): return 0"):
    try:
        exec(text)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=3))], namespace={"total": lambda s: s.y + s.z})
print(M(1, 2), M(1, 2).total(), M.__name__, dataclasses.is_dataclass(M), dataclasses.is_dataclass(M(1, 2)), dataclasses.is_dataclass(int))


@dataclass(unsafe_hash=True, repr=False, eq=True)
class Node:
    value: int
    next: "Node" = None


n = Node(1, Node(2))
print(hash(n) == hash(Node(1, Node(2))), asdict(n), n == Node(1, Node(2)), repr(n).startswith("<__main__.Node object"))


@dataclass
class Loop:
    me: object = None


loop = Loop()
loop.me = loop
print(loop)
