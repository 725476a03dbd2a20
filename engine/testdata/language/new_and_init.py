# __new__ and __init__: arguments, other types, immutables, singletons, the errors of object().
class Even(int):
    def __new__(cls, value, *rest):
        print("new", value, rest)
        return super().__new__(cls, value - value % 2)

    def __init__(self, value, *rest):
        print("init", self, value, rest)

print(Even(7), Even(9, "x") + 1, type(Even(2) + 0).__name__, isinstance(Even(1), int))

class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self):
        print("init again")

print(Single() is Single())

class Other:
    def __new__(cls, *args):
        return list(args)

    def __init__(self, *args):
        print("never")

print(Other(1, 2))

class BadInit:
    def __init__(self):
        return 5

class OnlyInit:
    def __init__(self, x):
        self.x = x

class OnlyNew:
    def __new__(cls, x):
        return object.__new__(cls)

class Neither:
    pass

for call in (
    BadInit,
    lambda: OnlyInit(),
    lambda: OnlyInit(1, 2),
    lambda: OnlyInit(y=1),
    lambda: OnlyNew(),
    lambda: Neither(1),
    lambda: object.__new__(int),
    lambda: int.__new__(str),
    lambda: object.__new__(Neither, 1),
    lambda: type("X", (int,), {})("z"),
    lambda: type(),
    lambda: type("X"),
    lambda: type("X", 1, {}),
    lambda: type("X", (bool,), {}),
    lambda: type("X", (type(None),), {}),
):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

p = Point(3, 4)
print(p, p.x, p + (1,), type(p[:]).__name__, p == (3, 4), hash(p) == hash((3, 4)))
