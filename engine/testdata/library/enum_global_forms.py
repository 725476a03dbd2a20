"""Members shown as names of their module, str and format of mixed enums, and order of definition."""
import enum
from enum import Enum, IntEnum, IntFlag, StrEnum, auto


@enum.global_enum
class Level(IntEnum):
    LOW = 1
    HIGH = 2


@enum.global_enum
class Mode(IntFlag):
    R = auto()
    W = auto()


@enum.global_enum
class Plain(Enum):
    A = 1


print(repr(LOW), str(LOW), f"{HIGH}", R | W, repr(R | W), repr(Mode(0)), A, repr(A), f"{A!s:>5}|")
print([repr(m) for m in Mode], W in Mode, Mode.R in (R | W))


class Mixed(float, Enum):
    HALF = 0.5


class Text(StrEnum):
    ONE = auto()
    Two = auto()


print(Mixed.HALF, repr(Mixed.HALF), f"{Mixed.HALF}", Mixed.HALF + 1)
print(Text.ONE, repr(Text.Two), f"{Text.Two:>5}|", Text("one") is Text.ONE, Text.ONE.upper())
print(f"{Level.LOW:03d}", "%d" % Level.HIGH, Level.LOW + Level.HIGH, Level(1) is LOW)


class Bits(IntFlag):
    A = 1
    B = 2
    AB = 3
    D = 8


print(list(Bits), list(Bits.AB), Bits(3), repr(Bits(11)), repr(Bits.A | 16), Bits(16), repr(Bits(17)), len(Bits.AB | Bits.D))
try:
    Mode(8)
except ValueError as e:
    print(e)
try:
    Text("three")
except ValueError as e:
    print(e)
for attempt in ("LOW = 3", "Level.LOW = 3", "del Level.LOW", "class X(Level): pass", "Level.NEW", "Plain.A.value = 3"):
    try:
        exec(attempt, {**globals()})
        print(attempt, "ok")
    except (AttributeError, TypeError) as e:
        print(attempt, "->", type(e).__name__, e)
