# When defaults are evaluated, how they are kept, and functions put together by hand.
import types


def say(x):
    print("evaluated", x)
    return x


def f(a, b=say(1), *, k=say(2), c: say("annotation") = say(3)) -> say("returns"):
    return a, b, k, c


print(f(0), f.__defaults__, f.__kwdefaults__, f.__annotations__)
f.__defaults__ = (10, 20)
print(f(), f(5))
f.__defaults__ = None
f.__kwdefaults__ = {"k": "new"}
for call in (lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, c=3), lambda: f()):
    try:
        print(call())
    except TypeError as error:
        print(error)
for name, value in (("__defaults__", [1]), ("__kwdefaults__", (1,)), ("__code__", 5), ("__dict__", 1), ("__annotations__", []), ("__globals__", {}), ("__closure__", ()), ("__doc__", 5), ("__module__", None)):
    try:
        setattr(f, name, value)
        print(name, "is", getattr(f, name))
    except (TypeError, AttributeError) as error:
        print(name, type(error).__name__, error)


def grow(item, into=[]):
    into.append(item)
    return into


print(grow(1), grow(2), grow(3, []), grow(4), grow.__defaults__)
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([g() for g in late], [g() for g in early], [g(9) for g in early])
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: (yield))().__class__.__name__, (lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))
print((lambda x: lambda y: lambda z: (x, y, z))(1)(2)(3), (lambda: ...)(), (lambda self: self)(5), [*map(lambda x, y=2: x * y, (1, 2))])
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(5), (lambda f: f(f, 4))(lambda me, n: n and n + me(me, n - 1)))


def outer():
    x = "cell"

    def inner(y=1):
        return x, y

    return inner


inner = outer()
code = inner.__code__
print(code.co_freevars, inner.__closure__[0].cell_contents)
made = types.FunctionType(code, {"x": 1}, "made", (5,), (types.CellType("other"),))
print(made(), made.__name__, made.__defaults__, made.__qualname__)
for arguments in ((code, {}), (code, {}, None, None, ()), (code, {}, None, None, (1,)), (code, []), (5, {}), (code, {}, 5), (code, {}, None, [1])):
    try:
        types.FunctionType(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    inner.__code__ = (lambda: 1).__code__
except ValueError as error:
    print(error)


def plain(): return "plain"
def other(a, b=2): return "other", a, b


plain.__code__ = other.__code__
print(plain(1, 3), plain.__defaults__, plain.__name__)
plain.__code__ = (lambda *args: args).__code__.replace(co_name="swapped")
print(plain(1, 2), plain.__code__.co_name)
cell = types.CellType()
try:
    cell.cell_contents
except ValueError as error:
    print(error)
cell.cell_contents = 3
print(cell.cell_contents, cell == types.CellType(3), cell < types.CellType(4), types.CellType() == types.CellType())
del cell.cell_contents
method = types.MethodType(lambda self, x: (self, x), "bound")
print(method(1), method.__self__, method.__func__(1, 2), method == types.MethodType(method.__func__, "bound"))
for arguments in ((5, 1), (len, None), (len,)):
    try:
        types.MethodType(*arguments)
    except TypeError as error:
        print(error)
f.attribute = 1
print(f.attribute, vars(f), f.__get__(5).__self__, f.__get__(None, int) is f)
try:
    f.__get__(None)
except TypeError as error:
    print(error)
