# Method resolution order, cooperative super(), and orders that cannot be.
class Base:
    def __init__(self, **rest):
        print("Base", rest)
        super().__init__(**rest)

    def who(self):
        return ["Base"]


class Left(Base):
    def __init__(self, left=None, **rest):
        print("Left", left)
        super().__init__(**rest)

    def who(self):
        return ["Left"] + super().who()


class Right(Base):
    def __init__(self, right=None, **rest):
        print("Right", right)
        super().__init__(**rest)

    def who(self):
        return ["Right"] + super(Right, self).who()


class Both(Left, Right):
    def who(self):
        return ["Both"] + super().who()


both = Both(left=1, right=2)
print(both.who(), [c.__name__ for c in Both.__mro__], Both.mro() == list(Both.__mro__))
print(super(Left, both).who(), super(Both, both).__init__.__qualname__)
print(super(Left, both).__thisclass__, super(Left, both).__self_class__, super(Left, both).__self__ is both)
try:
    class Broken(Base, Left):
        pass
except TypeError as error:
    print(error)
try:
    class Twice(Base, Base):
        pass
except TypeError as error:
    print(error)
try:
    super(Left, Base()).who()
except TypeError as error:
    print(error)
try:
    Both(centre=3)
except TypeError as error:
    print(type(error).__name__, error)


def outside():
    super().who()


try:
    outside()
except RuntimeError as error:
    print(error)
print(repr(super(Left, both))[:14], Both.__bases__, Both.__base__, Base.__subclasses__())
Both.__bases__ = (Right, Left)
print([c.__name__ for c in Both.__mro__])
