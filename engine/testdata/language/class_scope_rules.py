# What the body of a class sees: its own names, not those of its comprehensions and methods; class cells; conditional bindings.
x = "global"


class A:
    print(x)
    x = "class"
    print(x)
    first = [x for _ in "a"][0]
    second = [i for i in x][0]
    third = (lambda: x)()
    y = [1, 2]
    try:
        fourth = [y for _ in y]
    except NameError as error:
        print(error)
    fifth = {k: v for k, v in zip(y, y)}
    del x
    print(x)
    sixth = (lambda v=y: v)()
    print(sorted(locals()), __name__, __module__, __qualname__)

    def method(self):
        return x


print(A.first, A.second, A.third, A.fifth, A.sixth, A().method())


def function():
    x = "function"

    class B:
        print(x)
        x = x + " in class"
        print(x)

        def get(self):
            return x

        class C:
            print(x)

    class D:
        if False:
            x = 1
        print(x, "is looked up by name, not by cell")

    class E:
        nonlocal x
        x = "changed"

    return B, x


B, now = function()
print(B.x, B().get(), now)


class Cells:
    def own(self):
        return __class__.__name__

    @classmethod
    def klass(cls):
        return __class__ is cls

    @staticmethod
    def stat():
        return super(__class__, __class__).__repr__

    nested = lambda self: (lambda: __class__)()
    gen = property(lambda self: [__class__ for _ in "x"][0])
    try:
        __class__
    except NameError as error:
        print(error)


print(Cells().own(), Cells.klass(), type(Cells).klass if hasattr(type(Cells), "klass") else "no", Cells().nested() is Cells, Cells().gen is Cells, Cells.own.__code__.co_freevars)
print("__classcell__" in vars(Cells), "__class__" in vars(Cells))


class Sub(Cells): ...


print(Sub().own(), Sub.klass())


def decorated(cls):
    print("decorating", cls.__name__, "name bound:", "Late" in globals())
    return cls


@decorated
class Late:
    def f(self=x): return self
    g = f()
    for i in range(3):
        pass
    with_i = i
    __private = 1
    def h(self, __arg=__private): return self.__private, __arg
    lst = [__private]


print(Late.g, Late.i, Late().h(), sorted(k for k in vars(Late) if "private" in k))
try:
    class Failing:
        a = 1
        raise KeyError(a)
except KeyError as error:
    print("Failing" in globals(), error)


class F:
    locals()["made"] = 1
    vars()["other"] = made + 1
    exec("by_exec = other + 1")
    __slots__ = ["s" + str(i) for i in range(2)]
    __annotations__["a"] = 1 if "__annotations__" in locals() else None
    b: int
    c: str = "x"


print(F.made, F.other, F.by_exec, F.s1, F.__annotations__)
