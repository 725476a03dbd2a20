"""Flag and IntFlag: boundaries, their error texts, iteration, names of combinations, and operators."""

import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag, auto


class Color(Flag):
    RED = auto()
    GREEN = auto()
    BLUE = auto()
    WHITE = RED | GREEN | BLUE
    NONE = 0


print(Color.RED, repr(Color.RED), Color.RED | Color.BLUE, repr(Color.RED | Color.BLUE), repr(Color(0)), repr(Color.WHITE), Color.WHITE.name)
print(list(Color), list(Color.WHITE), len(Color), len(Color.WHITE), Color.RED in Color.WHITE, Color.__members__.keys())
print(~Color.RED, ~Color.NONE, Color.RED ^ Color.WHITE, Color.RED & Color.BLUE, bool(Color.NONE), (Color.RED | Color.BLUE).name, (Color.RED | Color.BLUE).value)
print(Color["RED"], Color(3), Color.RED._boundary_ if hasattr(Color.RED, "_boundary_") else None, format(Color.RED), f"{Color.RED!r:>20}")


class Loose(Flag, boundary=CONFORM):
    A = 1
    B = 4


class Number(Flag, boundary=EJECT):
    A = 1
    B = 4


class Kept(Flag, boundary=KEEP):
    A = 1
    B = 4


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7


print(Loose(7), Loose(2), repr(Number(7)), type(Number(7)).__name__, repr(Kept(7)), Kept(7).name, repr(Kept(-1)), list(Kept(7)))
for call in (lambda: Color(8), lambda: Color(-9), lambda: Color("x"), lambda: Color(1.5), lambda: Color.RED | 1, lambda: Color.RED | Perm.R, lambda: Color.RED < Color.BLUE,
             lambda: 1 in Color, lambda: "x" in Color.RED, lambda: Color["PINK"], lambda: Color.PINK, lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: Color()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(Perm.R | Perm.W), Perm.R | 8, repr(Perm(9)), Perm(16), repr(~Perm.R), Perm.RWX, Perm.R | Perm.X, str(Perm.R), format(Perm.R, "03d"), Perm.R + 1)
print(Perm.R == 4, 4 | Perm.X, type(4 | Perm.X).__name__, Perm.R < 5, list(Perm(5)), Perm(-1), repr(Perm(0)), {Perm.R: 1}[4], Perm.R in Perm.RWX)
print(STRICT, repr(CONFORM), [str(b) for b in FlagBoundary], Color._flag_mask_, Color._all_bits_, Color._boundary_)
try:
    class Gap(Flag):
        ONE = 1
        MANY = 2 | 4 | 16
    print(repr(Gap(6)))
except Exception as error:
    print(type(error).__name__, error)
try:
    class Ints(Flag):
        A = "text"
    print(list(Ints))
except Exception as error:
    print(type(error).__name__, error)


class Strange(Flag):
    HIGH = 1 << 40
    NEXT = auto()
    LOW = 2

    def describe(self):
        return f"{self.name}:{self.value:b}"


print(Strange.NEXT.value == 1 << 41, Strange.LOW.describe(), [f.name for f in ~Strange.HIGH], Strange.HIGH.__class__, isinstance(Perm.R, int))


class Weekday(Flag):
    MON = 1
    TUE = 2
    ALIAS = 1

    @classmethod
    def _missing_(cls, value):
        print("missing", value)
        return super()._missing_(value)


print(Weekday.ALIAS is Weekday.MON, Weekday(3), Weekday.MON | Weekday.TUE, Weekday(3) is (Weekday.MON | Weekday.TUE))
print(enum.show_flag_values(5) if hasattr(enum, "show_flag_values") else "-", enum.bin(10), enum.bin(~10))
