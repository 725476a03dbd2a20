# Properties: getter, setter, deleter, inheritance, documentation, errors.
class Celsius:
    """A temperature."""

    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        "The temperature in degrees."
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("forget")
        del self._degrees

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    hidden = property(None, None, None, "cannot be read")


class Kelvin(Celsius):
    @Celsius.degrees.getter
    def degrees(self):
        return super().degrees + 273.15


c = Celsius(20)
c.degrees += 5
print(c.degrees, c.fahrenheit, Kelvin(0).degrees, Celsius.degrees.__doc__, Celsius.hidden.__doc__)
for action in (
    lambda: setattr(c, "degrees", -300),
    lambda: setattr(c, "fahrenheit", 1),
    lambda: delattr(c, "fahrenheit"),
    lambda: c.hidden,
    lambda: Celsius(-1000),
    lambda: delattr(c, "degrees"),
    lambda: c.degrees,
):
    try:
        action()
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)
print(Celsius.degrees.fget.__name__, Celsius.fahrenheit.fset, type(Celsius.degrees), isinstance(Celsius.degrees, property))
c.__dict__["fahrenheit"] = "shadow"
print(c.fahrenheit if hasattr(c, "_degrees") else "gone", "fahrenheit" in vars(c))
