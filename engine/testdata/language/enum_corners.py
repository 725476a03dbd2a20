# Enumerations: aliases, members' order, auto, flags, mixins, what is refused.
import enum
from enum import Enum, Flag, IntEnum, IntFlag, auto


class Colour(Enum):
    RED = 1
    GREEN = auto()
    BLUE = auto()
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()}={self.value}"

    @property
    def warm(self):
        return self is Colour.RED


print(list(Colour), len(Colour), Colour.CRIMSON is Colour.RED, Colour.CRIMSON.name, list(Colour.__members__))
print(Colour(2), Colour["BLUE"], repr(Colour.RED), str(Colour.RED), f"{Colour.RED}", Colour.RED.describe(), Colour.RED.warm)
print(Colour.RED in Colour, Colour.RED == 1, Colour.RED != Colour.BLUE, hash(Colour.RED) == hash("RED"), isinstance(Colour.RED, Colour))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Colour(9))
attempt(lambda: Colour["PINK"])
attempt(lambda: Colour.PINK)
attempt(lambda: setattr(Colour, "RED", 5))
attempt(lambda: delattr(Colour, "RED"))
attempt(lambda: Colour.RED < Colour.BLUE)
attempt(lambda: type("Sub", (Colour,), {}))
attempt(lambda: Colour.RED.__class__("x"))
attempt(lambda: setattr(Colour.RED, "value", 3))
attempt(lambda: setattr(Colour.RED, "name", 3))
attempt(lambda: Colour())


class Level(IntEnum):
    LOW = 1
    HIGH = 3


print(Level.HIGH > Level.LOW, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}", str(Level.LOW), repr(Level.LOW), Level(3), int(Level.HIGH), [0, 1, 2, 3][Level.HIGH])


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm.RW & Perm.W, Perm.R in Perm.RW, list(Perm), list(Perm.RW), bool(Perm(0)), Perm(0), Perm(5), Perm.R ^ Perm.RW, len(Perm.RW))
attempt(lambda: Perm(8))
attempt(lambda: Perm.R | 1)


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | Bits.B, Bits(7), Bits.A | 8, Bits.A + Bits.B, ~Bits.A, repr(Bits.A), str(Bits.B))


class Text(str, Enum):
    X = "x"
    Y = "y"


print(Text.X == "x", Text.X.upper(), f"{Text.X}", str(Text.X), repr(Text.X), "-".join(Text), Text("y"))


class Planet(Enum):
    EARTH = (1, 2)
    MARS = (3, 4)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius


print(Planet.EARTH.mass, Planet.MARS.value, Planet((3, 4)))


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "one" else None


print(Missing("one"))
attempt(lambda: Missing("two"))


@enum.unique
class Unique(Enum):
    P = 1


def duplicates():
    @enum.unique
    class D(Enum):
        A = 1
        B = 1


def again():
    class D(Enum):
        A = 1
        A = 2


attempt(duplicates)
attempt(again)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT.value, Enum("Z", {"q": 5})(5), Enum("Y", [("a", 1), ("b", 2)]).b)
print(enum.StrEnum("S", ["One"]).One, {Colour.RED: 1}[Colour.CRIMSON])
