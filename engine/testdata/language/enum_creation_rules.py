"""How Enum classes are made: auto, unique, verify, _missing_, mixins, the functional form, private names, member and nonmember."""

import enum
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, EnumType, Flag, IntEnum, StrEnum, auto, member, nonmember, property as enum_property, unique, verify


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @enum_property
    def density(self):
        return round(self.mass / self.radius, 2)


print(Planet.EARTH, Planet.EARTH.value, Planet.MARS.density, Planet((0.64, 3.39)), repr(Planet.EARTH), Planet["MARS"].name, Planet.EARTH.mass)


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return (name.lower(), start, count, len(last_values))

    A = auto()
    B = auto()


class Lang(StrEnum):
    PY = auto()
    GO = "golang"


class Num(IntEnum):
    ONE = 1
    TWO = auto()
    UNO = 1


print([m.value for m in Auto], Lang.PY, repr(Lang.GO), Lang.PY + "!", f"{Lang.GO:>8}", Num.TWO + 1, Num.UNO, Num, list(Num.__members__.items()), Num.ONE < 2, str(Num.ONE))


class Mixed(Enum):
    x = 1
    _private = 2
    __dunder = 3
    _sunder_like_ok = 4

    @classmethod
    def _missing_(cls, value):
        if value == "one":
            return cls.x
        if value == "wrong":
            return 5
        return None

    @member
    def func():
        return 1

    plain = nonmember(9)

    class Inner:
        pass


print(list(Mixed.__members__), Mixed("one"), Mixed.plain, Mixed.func.value(), type(Mixed.Inner).__name__)
bodies = {
    "alias": "@unique\nclass E(Enum):\n    A = 1\n    B = 1\n    C = 1",
    "verify unique": "@verify(UNIQUE)\nclass E(Enum):\n    A = 1\n    B = 1",
    "continuous": "@verify(CONTINUOUS)\nclass E(Enum):\n    A = 1\n    B = 4",
    "named flags": "@verify(NAMED_FLAGS)\nclass E(Flag):\n    A = 1\n    B = 12",
    "reuse": "class E(Enum):\n    A = 1\n    A = 2",
    "extend": "class E(Num):\n    THREE = 3",
    "mro": "class E(Enum):\n    mro = 1",
    "sunder": "class E(Enum):\n    _bad_ = 1",
    "order": "class E(Enum):\n    _order_ = 'B A'\n    A = 1\n    B = 2",
    "late generate": "class E(Enum):\n    A = auto()\n    def _generate_next_value_(*a): return 1",
    "str enum": "class E(StrEnum):\n    A = 1",
    "int enum": "class E(IntEnum):\n    A = 'x'",
    "auto after text": "class E(Enum):\n    A = 'x'\n    B = auto()",
    "enum first": "class E(Enum, int):\n    A = 1",
    "new extra": "class E(int, Enum):\n    A = 1, 2, 3",
    "keyword": "class E(Enum, boundary=None):\n    A = 1",
}
for name, body in bodies.items():
    try:
        exec(body)
        print(name, "fine")
    except Exception as error:
        print(name, "->", type(error).__name__, str(error))
for call in (lambda: Mixed("two"), lambda: Mixed("wrong"), lambda: Mixed["y"], lambda: Mixed.y, lambda: Num(7), lambda: Lang("x"), lambda: setattr(Num, "ONE", 3), lambda: 1 in Planet,
             lambda: Num.ONE in Num, lambda: 1 in Num, lambda: Planet.EARTH < Planet.MARS, lambda: Mixed.x.name.__class__, lambda: setattr(Mixed.x, "value", 3), lambda: Enum("E", "A A"), lambda: Num.ONE.TWO):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(list(Enum("E", "a b c")), list(Enum("E", ["x", "y"], start=5)), list(Enum("E", {"p": 1, "q": "r"})), list(IntEnum("I", [("m", 3)])), Enum("E", "", module="mod").__module__)
Func = Enum("Func", "A B", type=str, qualname="Outer.Func")
print(Func.A, repr(Func.A), Func.__qualname__, issubclass(Func, str), type(Func) is EnumType, bool(Func), len(Func), list(reversed(Func)), hash(Func.A) == hash("A"))
print(dir(Num.ONE)[-3:], dir(Num)[-4:], Num.__doc__, Num.ONE.__objclass__ if hasattr(Num.ONE, "__objclass__") else None, auto().value is not None, repr(enum.auto()))
