from enum import *
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1
    def describe(self): return self.name.lower()
    @property
    def hexa(self): return hex(self.value)
print(Color.RED, repr(Color.GREEN), Color(3), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.describe(), Color.RED.hexa)
print(Color.RED.name, Color.RED.value, Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: 1}, Color.__members__.keys(), f"{Color.RED}", f"{Color.RED!r:>20}", Color)
for f in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5), lambda: Color.ZZ, lambda: Color.RED < Color.GREEN, lambda: type("Sub", (Color,), {})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class N(IntEnum):
    A = 1
    B = 2
print(N.A, repr(N.B), N.A + 1, N.A < N.B, N(2), sorted([N.B, N.A]), f"{N.A:03d}", N.A == 1, "%d" % N.B)
class S(StrEnum):
    X = auto()
    Y = "why"
print(S.X, repr(S.Y), S.Y + "!", S("why"), S.X == "x")
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(F.R | F.X, repr(F.R | F.W), F.R in F.RW, F.RW & F.W, ~F.R, F(0), bool(F(0)), list(F.RW), F(5), F.R ^ F.RW)
class IF(IntFlag):
    A = 1; B = 2
print(IF.A | IF.B, repr(IF.A | IF.B), IF.A | 8, IF(3) == 3)
class P(Enum):
    EARTH = (1, 2.5)
    MARS = (3, 4.5)
    def __init__(self, m, r): self.m = m; self.r = r
print(P.EARTH.m, P.MARS.r, P.EARTH.value, P((1, 2.5)))
An = Enum("An", "CAT DOG"); print(list(An), An.CAT.value)
@unique
class U(Enum):
    A = 1
try:
    @unique
    class V(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
class O(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, v): return cls.A
print(O("zzz"))
match Color.RED:
    case Color.GREEN: print("g")
    case Color.RED: print("matched red")
import copy; print(copy.deepcopy(Color.RED) is Color.RED, hash(Color.RED) == hash(Color.RED))
