"""A reflected method comes before what built-in sequences do with + and *."""


class R:
    def __radd__(self, other):
        return f"radd {other!r}"

    def __rmul__(self, other):
        return f"rmul {other!r}"

    def __rmod__(self, other):
        return f"rmod {other!r}"


class No:
    def __radd__(self, other):
        return NotImplemented

    __rmul__ = __radd__


class Own(list):
    def __iadd__(self, other):
        return "iadd"

    def __add__(self, other):
        return "add"


class Sub(str):
    pass


for left in ("a", b"a", bytearray(b"a"), [1], (1,), Sub("s"), 1, 1.5, {1}):
    print(left + R(), left * R())
    for f in (lambda: left + No(), lambda: left * No()):
        try:
            print(f())
        except TypeError as e:
            print(e)
    x = left
    x += R()
    print(x)
    x = left
    x *= R()
    print(x)
print(Own() + R(), Own() * R())
o = Own()
o += R()
print(o)
print("%s" % "x", [1] + [2])
try:
    print("no" % R())
except TypeError as e:
    print(e)
x = [1]
try:
    x += No()
except TypeError as e:
    print(e)


class Index(R):
    def __index__(self):
        return 2


print("ab" * Index(), [1] * Index(), x)
print(sum([R()], 0), sum([R()], ()))
