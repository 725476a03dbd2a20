# Decorators: evaluation order, classes, arguments, stacking with staticmethod, classmethod and property.
def note(text):
    print("evaluate", text)

    def apply(function):
        print("apply", text, "to", getattr(function, "__name__", type(function).__name__))
        return function
    return apply


@note("outer")
@note("inner")
def plain(a=print("default")):
    return "plain"


@note("class")
class Decorated:
    print("body")

    @note("on static")
    @staticmethod
    def s():
        return "s"

    @staticmethod
    @note("under static")
    def t():
        return "t"

    @property
    @note("under property")
    def p(self):
        return "p"

    @classmethod
    @property
    def cp(cls):
        return cls.__name__


d = Decorated()
print(plain(), d.s(), Decorated.t(), d.p, Decorated.cp)


class Count:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)


@Count
def add(a, b):
    return a + b


print(add(1, 2), add(a=3, b=4), add.calls, type(add).__name__)


class Wrong:
    @Count
    def method(self):
        return self


try:
    Wrong().method()
except TypeError as error:
    print(error)


@(lambda f: [f.__name__])
def listed():
    pass


handlers = {}


@handlers.setdefault("k", lambda f: f.__name__.upper()) if True else None
def chosen():
    pass


@int
@len
@str
class Number:
    pass


print(listed, chosen, Number)
try:
    @None
    def broken():
        pass
except TypeError as error:
    print(error)
print("broken" in globals())
