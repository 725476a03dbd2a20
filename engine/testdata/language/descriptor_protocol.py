# Data and non-data descriptors: who wins over the instance dictionary, and what __get__ is given.
class NonData:
    def __get__(self, instance, owner):
        return ("non-data", instance is not None, owner.__name__)


class Data(NonData):
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        print("set", self.name, value)
        instance.__dict__[self.name] = value * 2

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class Owner:
    first = NonData()
    second = Data()
    third = second


class Child(Owner):
    pass


o = Owner()
print(o.first, Owner.first, Child.first, Child().first)
o.__dict__["first"] = "instance wins"
o.__dict__["second"] = "instance loses?"
print(o.first, o.second, o.third, Owner.second is Owner.third)
o.second = 21
print(o.second, o.__dict__)
del o.second
print(o.second)
try:
    del o.second
except KeyError as error:
    print("KeyError", error)
Owner.fourth = Data()
try:
    Owner().fourth
except AttributeError as error:
    print(error)


class Twice:
    def __get__(self, instance, owner):
        raise AttributeError("from __get__")

    def __set__(self, instance, value):
        raise AttributeError("cannot")


class Guarded:
    value = Twice()

    def __getattr__(self, name):
        return "fallback for " + name


print(Guarded().value, getattr(Guarded(), "value", "never"), hasattr(Guarded, "value"))
bound = Owner.__dict__["first"].__get__(None, Child)
print(bound, (lambda self: self).__get__(5)(), len.__get__ if hasattr(len, "__get__") else "no __get__")
