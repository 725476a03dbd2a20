# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__ and how the functions use them.
class Logged:
    kind = "class attribute"

    def __init__(self):
        self.value = 1

    def __getattribute__(self, name):
        if not name.startswith("_"):
            print("getattribute", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("getattr", name)
        if name == "dynamic":
            return lambda: "made up"
        raise AttributeError(f"no {name} here")

    def __setattr__(self, name, value):
        print("setattr", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)

    def __dir__(self):
        return ["zeta", "alpha"]


x = Logged()
print(x.value, x.kind, x.dynamic())
x.value += 1
print(hasattr(x, "nothing"), getattr(x, "nothing", "default"), dir(x), x.__dir__())
try:
    x.nothing
except AttributeError as error:
    print("caught", error)
del x.value
try:
    del x.value
except AttributeError as error:
    print("caught", error)
x.__dict__["direct"] = 5
print(x.direct)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)


class Target:
    a = 1


t = Target()
p = Proxy(t)
p.b = 2
print(p.a, p.b, t.__dict__, p.__dict__.keys())
try:
    len(p)
except TypeError as error:
    print(error)
for name in (1, None):
    try:
        getattr(t, name)
    except TypeError as error:
        print(error)
try:
    print(p.missing)
except AttributeError as error:
    print(error, error.name, error.obj is t)
