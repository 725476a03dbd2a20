# What functions, methods and classes are called: __name__, __qualname__, __module__, repr and str.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


def outer():
    def inner():
        class Local:
            def method(self):
                return lambda: [x for x in ()]

        return Local

    return inner


Local = outer()()
print(outer().__qualname__, Local.__qualname__, Local.method.__qualname__, Local().method().__qualname__)
print(Local().method().__name__, Local.method.__code__.co_qualname, Local)
print((i for i in ()).__qualname__, (lambda: 0).__name__, outer.__code__.co_name)


class Named:
    __qualname__ = "Some.Other"

    def f(self): ...

    @classmethod
    def c(cls): ...

    @staticmethod
    def s(): ...

    @property
    def p(self): ...

    class Nested:
        def g(self): ...


print(Named, Named.__name__, Named.__qualname__, "__qualname__" in vars(Named), Named.f.__qualname__, Named.Nested.__qualname__, Named.Nested.g.__qualname__)
for text in (repr(Named.f), repr(Named().f), repr(Named.c), repr(Named.s), repr(Named.p), repr(vars(Named)["c"]), repr(vars(Named)["s"]), repr(Named.Nested().g), repr(Named())):
    print(text.split(" at 0x")[0])
f = Named.f
f.__name__, f.__qualname__ = "renamed", "quite.different"
print(repr(f).split(" at ")[0], repr(Named().f).split(" at ")[0], f.__code__.co_name)
attempt(lambda: setattr(f, "__name__", 5))
attempt(lambda: setattr(f, "__qualname__", None))
attempt(lambda: delattr(f, "__name__"))
attempt(lambda: setattr(Named, "__name__", 5))
attempt(lambda: setattr(Named, "__name__", "a\0b"))
attempt(lambda: setattr(Named, "__qualname__", 5))
attempt(lambda: delattr(Named, "__name__"))
attempt(lambda: delattr(Named, "__module__"))
attempt(lambda: setattr(int, "__name__", "integer"))
Named.__name__, Named.__module__ = "Renamed", "elsewhere"
print(Named, Named.__name__, Named.__qualname__, Named.__module__)
Named.__module__ = 5
print(Named)
try:
    f(1, 2)
except TypeError as error:
    print(error)
try:
    type("T", (), {"__qualname__": 5})
except TypeError as error:
    print(error)
made = type("A.B", (), {"__qualname__": "X.Y"})
print(made, made.__name__, type("Plain", (), {}).__module__, type("Odd", (), {"__module__": "m"}))
print(len, [].append.__qualname__, str.join, "".join.__qualname__, dict.fromkeys.__qualname__, int.__add__, (1).__add__.__qualname__, type(len), type([].append), type(str.join), type(int.__add__), type((1).__add__))
print([repr(x).split(" at ")[0] for x in ([].append, {}.fromkeys, "a".__len__, dict.fromkeys, object().__init__, object.__new__)])
print(int.from_bytes.__name__, int.__dict__["from_bytes"], int.real, type.__dict__["__dict__"], type(int.real), str.__dict__["join"].__objclass__)
print(repr(range(3).__iter__()).split(" at ")[0], repr(iter([])).split(" at ")[0], repr(iter(int, 1)).split(" at ")[0], repr(enumerate("")).split(" at ")[0], repr(zip()).split(" at ")[0], repr({}.items()), repr(iter({}.items())).split(" at ")[0])
async def coroutine(): ...
def generator(): yield
async def both(): yield
c = coroutine()
for thing in (c, generator(), both(), coroutine, generator.__code__):
    print(repr(thing).split(" at 0x")[0], type(thing))
c.close()
c.__name__, c.__qualname__ = "now", "so.named"
print(repr(c).split(" at ")[0])
attempt(lambda: setattr(c, "__name__", 3))
print(repr(super(Local, Local())).split(" object at")[0], super, type(Local.__dict__["__dict__"]), Local.__dict__["__weakref__"].__name__)
