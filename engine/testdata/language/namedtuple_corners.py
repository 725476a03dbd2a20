# namedtuple and NamedTuple: errors, defaults, renaming, replacing, subclasses.
from collections import namedtuple
from typing import NamedTuple

P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p == (1, 2), p[0], p.y, p._asdict(), p._replace(x=5), P._make([3, 4]), P._fields, P._field_defaults, len(p), hash(p) == hash((1, 2)))
x, y = p
print(x, y, p + (3,), p * 2, P.__doc__, P.x.__doc__, P.__match_args__, isinstance(p, tuple), p < (1, 3))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=3), lambda: P._make([1]), lambda: p._replace(z=1),
               lambda: setattr(p, "q", 3), lambda: p[5], lambda: p.z, lambda: namedtuple("Q", "a a"),
               lambda: namedtuple("Q", "class"), lambda: namedtuple("Q", "_a"), lambda: namedtuple("1Q", "a"), lambda: namedtuple("Q", "1a"),
               lambda: namedtuple("Q", "a b", defaults=[1, 2, 3]), lambda: namedtuple("Q", "a, b, a, class, _c", rename=True)._fields,
               lambda: namedtuple("Q", ["a", "b"], defaults=[7])(1), lambda: namedtuple("Q", "")(), lambda: vars(p)):
    attempt(action)


class Emp(NamedTuple):
    """An employee."""
    name: str
    id: int = 3

    def label(self):
        return f"{self.name}#{self.id}"

    @property
    def upper(self):
        return self.name.upper()


e = Emp("ann")
print(e, e.label(), e.upper, Emp.__annotations__, Emp._field_defaults, Emp.__doc__, Emp.__mro__[1].__name__)
attempt(lambda: Emp())
attempt(lambda: Emp(1, 2, 3))


def wrong_order():
    class W(NamedTuple):
        a: int = 1
        b: int


def underscore():
    class W(NamedTuple):
        _a: int


def override():
    class W(NamedTuple):
        a: int

        def __new__(cls):
            pass


for bad in (wrong_order, underscore, override):
    attempt(bad)


class Sub(P):
    def __new__(cls, x, y=10):
        return super().__new__(cls, x * 2, y)

    def __repr__(self):
        return "Sub" + super().__repr__()


s = Sub(1)
s.extra = 1
print(s, s._replace(y=0), type(s._replace(x=1)).__name__, s.__dict__)
match e:
    case Emp(name, 3):
        print("matched", name)
match p:
    case (a, b):
        print("as a sequence", a, b)
print(sorted([P(2, 1), P(1, 9)]), max(P(0, 1), P(0, 0)), dict([p]), "%s-%s" % p)
Typed = NamedTuple("Typed", [("a", int), ("b", str)])
print(Typed(1, "b"), Typed.__annotations__)
