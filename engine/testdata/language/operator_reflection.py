# Binary operators: who is asked first, NotImplemented, subclasses, in-place forms.
class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        print("Number.__add__", type(other).__name__)
        if isinstance(other, int):
            return "sum"
        return NotImplemented

    def __radd__(self, other):
        print("Number.__radd__", type(other).__name__)
        return "reflected"

    def __sub__(self, other):
        return NotImplemented

    def __matmul__(self, other):
        return "matmul"

    def __pow__(self, exponent, modulus=None):
        return ("pow", exponent, modulus)

    def __rpow__(self, base):
        return ("rpow", base)

    def __divmod__(self, other):
        return ("divmod", other)

    def __neg__(self):
        return "neg"

    def __invert__(self):
        return "invert"

class Special(Number):
    def __radd__(self, other):
        print("Special.__radd__", type(other).__name__)
        return "special"

class Accumulating(list):
    def __iadd__(self, other):
        print("iadd", other)
        return super().__iadd__([other])

print(Number(1) + 1, 1 + Number(1), 1.5 + Number(2))
print(Number(1) + Special(1))
print(Special(1) + Number(1))
for operation in (
    lambda: Number(1) + Number(2),
    lambda: Number(1) - Number(2),
    lambda: Number(1) - 3,
    lambda: 3 - Number(1),
    lambda: [] + (),
    lambda: "a" * "b",
    lambda: +Number(1),
    lambda: pow(Number(1), 2, 3),
    lambda: 2 ** Number(1),
    lambda: divmod(Number(1), 2),
    lambda: divmod(2, Number(1)),
    lambda: -Number(1) + ~Number(1),
):
    try:
        print(operation())
    except TypeError as error:
        print("TypeError:", error)
items = same = Accumulating([1])
items += 2
print(items, items is same)
n = Number(1)
try:
    n -= 1
except TypeError as error:
    print("TypeError:", error)
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(t, error)
