# match: what is bound when a pattern fails half-way, guards, or-patterns, order of evaluation.
def show(value):
    match value:
        case [a, b, *rest] if rest:
            return f"rest {a} {b} {rest}"
        case [a, b]:
            return f"pair {a} {b}"
        case {"k": v, **others} if v:
            return f"map {v} {others}"
        case {}:
            return "a mapping"
        case (int(n) | float(n)) as number if n > 10:
            return f"big {n} {number}"
        case True | None:
            return "True or None"
        case -1 | 0.5 | 2 + 3j:
            return "literal"
        case str() as s if (first := s[:1]):
            return f"text {first}"
        case "" | b"":
            return "empty"
        case _:
            return "other"


for value in ([1, 2, 3], (1, 2), [1], {"k": 1, "z": 2}, {"k": 0}, 11, 10.5, 1, True, None, -1, 0.5, 2 + 3j, "abc", "", b"",
              bytearray(b"ab"), range(2), range(3), {1, 2}, iter([1, 2]), object):
    print(repr(value) if not hasattr(value, "__next__") else "iterator", show(value))
match [1, 2]:
    case [left, 3]:
        pass
    case _:
        print("left" in globals() and left)
match (one := 1):
    case whole if whole > 1:
        print("never")
    case 1 if whole == 1:
        print("guarded by", whole, one)


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def where(p):
    match p:
        case Point(0, y=0):
            return "origin"
        case Point(x, 0) | Point(0, x):
            return f"axis {x}"
        case Point(x=Point(y=deep)):
            return f"deep {deep}"
        case Point():
            return "point"
        case type(__name__=name):
            return f"class {name}"


print(where(Point(0, 0)), where(Point(3, 0)), where(Point(0, 4)), where(Point(Point(1, 2), 5)), where(Point), where(1))


class Bad:
    __match_args__ = ["x"]


class Odd:
    __match_args__ = (1,)


class NoArgs:
    pass


def attempt(subject, cls, count):
    try:
        match subject:
            case cls(a, b) if count == 2:
                print("two", a, b)
            case cls(a):
                print("one", a)
            case _:
                print("none")
    except TypeError as error:
        print(error)


attempt(Bad(), Bad, 1)
attempt(Odd(), Odd, 1)
attempt(NoArgs(), NoArgs, 1)
attempt(Point(1, 2), Point, 2)
attempt(5, int, 2)
attempt(5, 3, 1)
class Twice:
    __match_args__ = ("x",)
    x = 1
try:
    match Twice():
        case Twice(1, x=1):
            pass
except TypeError as error:
    print(error)
match Twice():
    case Twice(y=_):
        print("never")
    case Twice(x=1 as got):
        print(got)
