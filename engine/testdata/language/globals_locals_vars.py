# globals(), locals(), vars(), dir() in all kinds of scope.
import types

top = 1
print("top" in globals(), globals() is locals(), vars() is globals(), globals()["__name__"], sorted(n for n in globals() if n.startswith("__")))
globals()["made"] = 2
print(made)


def function(a, *args, b=1, **kw):
    c = 3
    inner = lambda: c
    return {k: v for k, v in sorted(locals().items()) if k != "inner"}, vars().keys() == locals().keys(), sorted(dir())


print(function(1, 2, b=5, d=6))


class Body:
    one = 1
    print(sorted(n for n in locals() if not n.startswith("__")), sorted(n for n in dir() if not n.startswith("__")))
    locals()["two"] = 2

    def __init__(self):
        self.z, self.a = 1, 2


print(Body.two, vars(Body())["z"], sorted(vars(Body())), [n for n in dir(Body()) if not n.startswith("__")], "one" in vars(Body))
for bad in (lambda: vars(5), lambda: vars(1, 2), lambda: dir(1, 2), lambda: globals(1), lambda: locals(5)):
    try:
        bad()
    except TypeError as error:
        print(error)


class WithDir:
    def __dir__(self):
        return ["b", "a"]


class BadDir:
    def __dir__(self):
        return 5


print(dir(WithDir()), [n for n in dir(types.SimpleNamespace(x=1)) if not n.startswith("_")])
try:
    dir(BadDir())
except TypeError as error:
    print(error)
print([locals()["i"] for i in range(2)], (lambda q: locals())(7), type(globals()).__name__, __name__, __doc__ is not None)
module = types.ModuleType("made_module", "its doc")
module.value = 5
print(vars(module)["value"], module.__name__, module.__doc__, sorted(vars(module)))
