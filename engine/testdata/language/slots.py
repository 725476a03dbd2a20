# __slots__: what exists, what does not, inheritance, defaults and errors.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __slots__ = ["z"]


class Open(Point):
    pass


class WithDict:
    __slots__ = ("a", "__dict__")


p = Point(1, 2)
print(p.x, p.y, Point.__slots__, Point.x, type(Point.x).__name__, hasattr(p, "__dict__"))
for action in (
    lambda: setattr(p, "z", 3),
    lambda: Point3(1, 2).z,
    lambda: delattr(p, "x"),
    lambda: p.x,
    lambda: delattr(p, "x"),
    lambda: vars(p),
    lambda: setattr(p, "__class__", Point3),
    lambda: Point.y.__get__(7),
):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
q = Point3(5, 6)
q.z = 7
print(q.x, q.y, q.z, Point3.__slots__, Point.y.__get__(q), Point.y.__name__)
o = Open(1, 2)
o.extra = True
print(o.__dict__, o.x)
w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__, w.a)
for body in ({"__slots__": ("v",), "v": 1}, {"__slots__": "1x"}, {"__slots__": (3,)}):
    try:
        type("Bad", (), body)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Private:
    __slots__ = ("__secret", "_plain")

    def __init__(self):
        self.__secret = "s"


print(Private()._Private__secret, sorted(n for n in dir(Private) if "secret" in n))
try:
    class Conflict(Point, WithDict):
        pass
except TypeError as error:
    print(error)
