# Class bodies: their scope, names of outer functions, __class__, __qualname__, __module__, __doc__, comprehension rules.
x = "global"

class Scope:
    """The documentation."""

    print(__qualname__, __module__)
    x = "class"
    y = x
    items = [x for _ in range(2)]
    first = [i for i in x]

    def method(self):
        return x

    del x
    z = x

    class Inner:
        print(__qualname__)

        def deep(self):
            return __class__.__qualname__

    def local_function(self):
        class Local:
            def m(self): ...

        return Local, Local.m

print(Scope.y, Scope.z, Scope.items, Scope.first, Scope().method(), hasattr(Scope, "x"))
print(Scope.Inner.__qualname__, Scope.Inner().deep(), Scope.__doc__, Scope.__name__, [o.__qualname__ for o in Scope().local_function()])

def outer():
    x = "enclosing"

    class InFunction:
        a = x

        def f(self):
            return x

    class Shadow:
        x = x
        b = x

    return InFunction.a, InFunction().f(), Shadow.b

try:
    print(outer())
except NameError as error:
    print(type(error).__name__, error)

def nonlocal_class():
    n = 0

    class Counter:
        nonlocal n
        n += 5
        global made
        made = "by class body"

    return n, hasattr(Counter, "n")

print(nonlocal_class(), made)
try:
    class Failing:
        a = 1
        b = undefined_name
except NameError as error:
    print(error)
print([k for k in Scope.__dict__ if not k.startswith("_")])
print(type(Scope.__dict__).__name__, Scope.__dict__["y"], Scope.__weakref__ if False else "ok", Scope.__module__)
try:
    Scope.__dict__["q"] = 1
except TypeError as error:
    print(error)
