"""collections.namedtuple: which field names it takes, what it says of the others, and what its classes look like."""

import copy
import pickle
from collections import namedtuple

for names in ("a b", "a, b,c", ["x", "y"], "", (), "a  b", iter("pq")):
    print(namedtuple("N", names)._fields)
for args, options in (
    (("class", "a"), {}),
    (("9x", "a"), {}),
    (("N", "a b a"), {}),
    (("N", "a for"), {}),
    (("N", "_x"), {}),
    (("N", "a-b"), {}),
    (("N", "9"), {}),
    (("N", "x y"), {"defaults": (1, 2, 3)}),
    (("N", "x y"), {"defaults": 5}),
    (("N", 5), {}),
    (("N", [1, 2]), {}),
    ((5, "a"), {}),
    (("N", "a", True), {}),
    (("N",), {}),
):
    try:
        print(namedtuple(*args, **options)._fields)
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple("N", "a class _b a 9", rename=True)._fields, namedtuple("N", "a b", module="elsewhere").__module__)

Point = namedtuple("Point", "x y z", defaults=(2, 3))
p = Point(1)
print(p, p._asdict(), p._replace(y=9), Point._make("abc"), Point._field_defaults, Point.__doc__, Point.x.__doc__, Point.__new__.__defaults__, Point.__match_args__, Point.__slots__)
for attempt in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(1, w=2), lambda: Point(1, x=2), lambda: p._replace(w=1), lambda: Point._make([1]), lambda: setattr(p, "x", 3), lambda: setattr(p, "w", 3), lambda: p.w, lambda: p[5], lambda: delattr(p, "x")):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
Point.__doc__ = "changed"
Point.x.__doc__ = "the x"
print(Point.__doc__, Point.x.__doc__, type(Point.x).__name__, repr(Point.__new__).split(" at ")[0], Point.__new__.__qualname__, Point._make.__qualname__, Point.__repr__.__qualname__)


class Named(Point):
    __slots__ = ()

    @property
    def total(self):
        return sum(self)

    def __new__(cls, *args):
        return super().__new__(cls, *[a * 10 for a in args])


n = Named(1, 2)
print(n, n.total, n._replace(x=0), Named._make([1, 2, 3]), n == (10, 20, 3), n < (11,), hash(n) == hash((10, 20, 3)), isinstance(n, tuple), n + (1,), n[1:], n * 1)
print(copy.copy(p) == p, pickle.loads(pickle.dumps(p)), p.__getnewargs__(), [*p], p.count(2), p.index(3), len(p), repr(Point.y)[:20])
Empty = namedtuple("Empty", "")
print(Empty(), Empty()._asdict(), Empty() == (), namedtuple("Deep", "self cls args")(1, 2, 3), namedtuple("Esc", "a")("'\n"))
x, *rest = p
print(x, rest, {**p._asdict()}, "%s-%s-%s" % p, max(Point(3), Point(1, 9)), sorted([Point(2), Point(1)])[0].x)
