# __int__, __index__, __float__, __complex__, __bool__, __round__, __trunc__, __bytes__, __format__.
class Value:
    def __index__(self):
        return 5

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 1 + 2j

    def __round__(self, digits=None):
        return ("round", digits)

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __bytes__(self):
        return b"bytes"

    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __abs__(self):
        return "abs"


v = Value()
import math

print(int(v), float(v), complex(v), round(v), round(v, 2), math.floor(v), math.ceil(v), math.trunc(v), bytes(v), abs(v))
print([10, 20, 30, 40, 50, 60][v], bin(v), hex(v), oct(v), chr(v) == "\x05", range(v), "x" * v, list(range(10))[v:], hash(v) is not None)
print(f"{v}", f"{v:abc}", f"{v!r:>8}", f"{v!s}", format(v), "{:q} {!a}".format(v, v), "%s %r %d" % (v, v, v), str(v), repr(v))


for call in (
    lambda: int(type("A", (), {"__int__": lambda s: "x"})()),
    lambda: int(type("B", (), {"__int__": lambda s: True})()),
    lambda: float(type("C", (), {"__float__": lambda s: 3})()),
    lambda: float(type("D", (), {"__index__": lambda s: 3})()),
    lambda: [1][type("E", (), {"__index__": lambda s: 2.0})()],
    lambda: str(type("F", (), {"__str__": lambda s: 3})()),
    lambda: repr(type("G", (), {"__repr__": lambda s: None})()),
    lambda: format(type("H", (), {"__format__": lambda s, f: 3})()),
    lambda: format(object(), "x"),
    lambda: complex(type("I", (), {"__complex__": lambda s: 1.0})()),
    lambda: bytes(type("J", (), {"__bytes__": lambda s: "t"})()),
    lambda: int(type("K", (), {"__trunc__": lambda s: 9})()),
    lambda: round(object()),
    lambda: abs("x"),
    lambda: int([]),
    lambda: float({}),
    lambda: bool(type("L", (), {"__len__": lambda s: 0})()),
    lambda: range(2.0),
    lambda: "x" * 2.0,
    lambda: [1, 2]["0"],
):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)
