# Operators: reflected methods, subclasses first, NotImplemented, in-place fallbacks, texts of failures.
class Log:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def method(op):
    def call(self, *args):
        print(f"{type(self).__name__}.{op}", end=" ")
        return NotImplemented
    return call


class Left(Log):
    __add__ = method("add")
    __radd__ = method("radd")
    __iadd__ = method("iadd")
    __lt__ = method("lt")
    __gt__ = method("gt")
    __eq__ = method("eq")
    __divmod__ = method("divmod")
    __pow__ = method("pow")
    __matmul__ = method("matmul")


class Right(Log):
    __radd__ = method("radd")
    __gt__ = method("gt")
    __lt__ = method("lt")
    __eq__ = method("eq")
    __rdivmod__ = method("rdivmod")
    __rpow__ = method("rpow")


class Sub(Left):
    __radd__ = method("radd")
    __gt__ = method("gt")


class SubPlain(Left):
    pass


l, r, s, p = Left("l"), Right("r"), Sub("s"), SubPlain("p")
for text in ("l + r", "r + l", "l + s", "s + l", "l + p", "l + l", "l + 1", "1 + l", "l < r", "l < s", "l > l", "r <= l", "l == r",
             "l != r", "l == l", "divmod(l, r)", "divmod(r, l)", "l ** r", "pow(l, r)", "pow(l, 2, 3)", "pow(2, l, 3)", "l @ r", "r @ l",
             "l // 1", "-l", "~r", "+s", "abs(l)", "l[0]", "l()", "l & 1", "1 | l", "l << r", "1 >> l", "l % 2", "'%s' % l", "'a' + l",
             "[] + l", "l * [1]", "[1] * l", "{} | l", "() + r", "1.5 - l", "2j / l", "len(l)", "l in [1]", "1 in l", "bool(l)", "round(l)",
             "int(l)", "float(l)", "complex(l)", "[1][l]", "range(l)", "hash(s)", "hash(r)", "l < 1 < 2", "sorted([l, r])", "sum([l, l])",
             "max(r, l)", "bin(l)", "chr(l)", "bytes(l)", "iter(l)", "next(l)", "reversed(l)", "'x' * l", "l is not r"):
    try:
        value = eval(text)
        print(text, "->", value)
    except TypeError as error:
        print(text, "->", error)
for op in ("+=", "-=", "**=", "@=", "//=", "|="):
    x = l
    try:
        exec(f"x {op} r")
    except TypeError as error:
        print(error)


class Both:
    def __add__(self, other):
        return "add"

    __radd__ = None
    __iadd__ = None


try:
    1 + Both()
except TypeError as error:
    print(error)
try:
    x = Both()
    x += 1
except TypeError as error:
    print(error)
