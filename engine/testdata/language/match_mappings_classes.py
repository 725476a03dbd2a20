# match: mapping patterns, class patterns, __match_args__, errors.
from dataclasses import dataclass
from types import SimpleNamespace


@dataclass
class Point:
    x: int
    y: int


class Weird:
    __match_args__ = ("a", "b")

    def __init__(self):
        self.a = 1

    @property
    def b(self):
        print("b asked")
        return 2


def describe(value):
    match value:
        case {"type": "point", "at": [x, y], **rest}:
            return ("point", x, y, rest)
        case {"only": None}:
            return "only none"
        case {}:
            return ("any mapping", value)
        case Point(0, 0):
            return "origin"
        case Point(x=0) | Point(y=0) as p:
            return ("on an axis", p)
        case Point(x, y) if x == y:
            return ("diagonal", x)
        case Weird(1, b=two):
            return ("weird", two)
        case str(s) | bytes(s):
            return ("text", s)
        case bool(b):
            return ("bool", b)
        case int() | float():
            return ("number", value)
        case SimpleNamespace(name=str(name)):
            return name
        case list([1, *_]):
            return "list from one"
        case type():
            return "a class"


for value in ({"type": "point", "at": (1, 2), "z": 3}, {"only": None}, {"q": 1}, {}, Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), Weird(), "s", b"b", True, 7, 1.5, SimpleNamespace(name="n"), SimpleNamespace(name=5), [1, 2], int, None):
    print(describe(value))
for bad in ("Point(1, 2, 3)", "Point(1, x=2)", "int(1, 2)", "SimpleNamespace(1)", "Missing()", "len()"):
    try:
        exec(f"match Point(1, 2):\n    case {bad}: print('matched')", globals())
    except (TypeError, NameError) as error:
        print(bad, type(error).__name__, error)
class Bad:
    __match_args__ = ["x"]
class Bad2:
    __match_args__ = (1,)
for cls in (Bad, Bad2):
    try:
        match cls():
            case cls(1):
                pass
    except TypeError as error:
        print(error)
