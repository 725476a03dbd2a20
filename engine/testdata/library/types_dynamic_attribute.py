"""types.DynamicClassAttribute: of an instance a property, of the class whatever the metaclass finds."""
import enum
import types


class Meta(type):
    def __getattr__(cls, name):
        return f"{cls.__name__}'s {name}"


class Base(metaclass=Meta):
    def __init__(self):
        self._v = 1

    @types.DynamicClassAttribute
    def value(self):
        """The value."""
        return self._v

    @value.setter
    def value(self, v):
        self._v = v

    @value.deleter
    def value(self):
        self._v = None


b = Base()
print(b.value, Base.value)
b.value = 5
print(b.value)
del b.value
print(b.value)
d = Base.__dict__["value"]
print(type(d).__name__, d.__doc__, d.fget is not None, d.fset is not None, d.fdel is not None)
only = types.DynamicClassAttribute(lambda self: 1)
C = type("C", (), {"x": only, "y": types.DynamicClassAttribute(fset=lambda s, v: print("set", v))})
for f in (lambda: setattr(C(), "x", 1), lambda: delattr(C(), "x"), lambda: C().y, lambda: C.x, lambda: setattr(C(), "y", 3)):
    try:
        print(f())
    except AttributeError as e:
        print("AttributeError", e)


class Shade(enum.Enum):
    DARK = 1
    name_ = 2

    @enum.property
    def doubled(self):
        return self.value * 2


print(Shade.DARK.doubled, Shade.DARK.name, Shade.DARK.value)
try:
    Shade.doubled
except AttributeError as e:
    print("AttributeError", e)
