# __set_name__ and __init_subclass__: order, arguments, errors.
class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name, "ready" if hasattr(owner, "after") else "not ready")
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        print("init_subclass", cls.__name__, tag, kw, [k for k, v in cls.__dict__.items() if isinstance(v, Field)])
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))


class Model(Base, tag="t"):
    a = Field()
    b = alias = Field()
    after = True


m = Model()
m.a = 1
print(m.a, m.b, m.alias, Model.a.name, Model.b.name, m.__dict__)
Model.late = Field()
print(hasattr(Model.late, "name"))
Model.late.__set_name__(Model, "late")
print(m.late)


class Grand(Model):
    pass


print(Base.registry)
try:
    class Unknown(Base, colour=3):
        pass
except TypeError as error:
    print(error)
try:
    class Plain(colour=3):
        pass
except TypeError as error:
    print(error)


class Failing:
    def __set_name__(self, owner, name):
        raise ValueError("refused")


try:
    class Holder:
        f = Failing()
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))
except ValueError as error:
    print("plain", error, getattr(error, "__notes__", None))
only_instance = type("O", (), {})()
only_instance.__set_name__ = lambda *a: print("never")


class Skips:
    o = only_instance


class Wrong:
    def __set_name__(self):
        pass


try:
    class Holder2:
        w = Wrong()
except (RuntimeError, TypeError) as error:
    print(type(error).__name__, error, "|", error.__cause__)


class Strict:
    def __init_subclass__(cls):
        raise TypeError(f"{cls.__name__} may not be")


try:
    class Sub(Strict):
        pass
except TypeError as error:
    print(error)
made = type("Dyn", (Base,), {"f": Field()}, tag="dynamic")
print(made.f.name, Base.registry[-1])
print(type(Base.__dict__["__init_subclass__"]).__name__)
