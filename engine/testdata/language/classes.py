# Classes: inheritance, super, properties, class and static methods, dunders, slots, dataclasses of the simple kind.
class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {self.area():.2f})"

    def __lt__(self, other):
        return self.area() < other.area()

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def helper(x):
        return x * 2


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2

    @property
    def perimeter(self):
        return 4 * self.side

    @perimeter.setter
    def perimeter(self, value):
        self.side = value / 4


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3.14159 * self.radius**2


shapes = [Square(3), Circle(1), Square.unit(), Circle(2)]
print(sorted(shapes), Shape.count, max(shapes))
shapes[0].perimeter = 20
print(shapes[0].side, Shape.helper(4), Circle.__mro__[1].__name__)


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y) if isinstance(other, Vector) else NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __bool__(self):
        return bool(self.x or self.y)

    def __call__(self, k):
        return Vector(self.x * k, self.y * k)

    def __str__(self):
        return f"<{self.x}, {self.y}>"


v = sum([Vector(1, 2), Vector(3, 4)])
print(v, v(2), list(v), len(v), bool(Vector(0, 0)), v == Vector(4, 6), {v: 1}[Vector(4, 6)])
try:
    v.z = 1
except AttributeError as error:
    print("AttributeError:", error)
try:
    v + 1
except TypeError as error:
    print("TypeError:", error)


class Base:
    def who(self):
        return ["Base"]


class Left(Base):
    def who(self):
        return ["Left"] + super().who()


class Right(Base):
    def who(self):
        return ["Right"] + super().who()


class Both(Left, Right):
    def who(self):
        return ["Both"] + super().who()


print(Both().who(), [c.__name__ for c in Both.__mro__])


class Lazy:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"made {name}"

    def __contains__(self, item):
        return item == 3

    def __iter__(self):
        yield from (1, 2)


lazy = Lazy()
print(lazy.anything, 3 in lazy, list(lazy), hasattr(lazy, "_private"), getattr(lazy, "_x", "default"))


class Registered(type):
    names = []

    def __new__(meta, name, bases, namespace, **options):
        meta.names.append(name)
        return super().__new__(meta, name, bases, namespace, **options)

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)


class Plugin(metaclass=Registered):
    def __init_subclass__(cls, **options):
        super().__init_subclass__()
        cls.options = options


class Special(Plugin, level=3):
    pass


print(Registered.names, Special.options, type(Special).__name__)
