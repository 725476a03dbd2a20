# Augmented assignment: one evaluation of the target, in-place methods, fallbacks and failures.
def target(name, value):
    print("target", name)
    return value


class Trace(dict):
    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


t = Trace(k=1)
target("object", t)[target("index", "k")] += target("right", 5)


class Attr:
    def __getattr__(self, name):
        print("getattr", name)
        return 10

    def __setattr__(self, name, value):
        print("setattr", name, value)


Attr().field -= 3


class InPlace:
    def __init__(self, log):
        self.log = log

    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return self

    def __add__(self, other):
        return ("add", other)

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return ("sub", other)

    def __imul__(self, other):
        return NotImplemented

    def __ior__(self, other):
        return "replaced"


class Right:
    def __rmul__(self, other):
        return "rmul"


x = InPlace([])
y = x
x += 1
print(x is y, x.log)
x -= 2
print(x)
x = y
x *= Right()
print(x)
x = y
x |= 0
print(x)
for operation in ("y *= 2", "y @= 2", "y **= 2", "y //= 2", "y >>= 1", "y &= 1"):
    try:
        exec(operation, {"y": y})
    except TypeError as error:
        print(error)
pair = ([1], 2)
try:
    pair[0] += [3]
except TypeError as error:
    print(error, pair)
items = alias = [1]
items += "ab"
items *= 2
print(alias)
try:
    items += 5
except TypeError as error:
    print(error)
items = items + [0]
print(alias is items)
s = frozenset({1})
o = s
s |= {2}
print(sorted(s), o)
i = 0
row = [0, 0, 0]


def bump():
    global i
    i += 1
    return i


row[bump()] += bump()
print(row, i)
