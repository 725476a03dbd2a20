# __init_subclass__ and __set_name__: order, keywords, errors.
class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **rest):
        super().__init_subclass__(**rest)
        print("init_subclass", cls.__name__, name)
        if name:
            Plugin.registry[name] = cls


class Field:
    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        print("set_name", name, hasattr(owner, "registry"), owner.__name__)
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, self.default)


class Csv(Plugin, name="csv"):
    sep = Field(",")


class Tsv(Csv, name="tsv"):
    sep = Field("\t")
    other = Field(None)


class Quiet(Csv):
    pass


print(Plugin.registry, Tsv().sep, Quiet().sep, Plugin.__init_subclass__.__self__)
for keywords in ({"nme": "x"}, {"name": "ok", "extra": 1}):
    try:
        type("Dynamic", (Plugin,), {}, **keywords)
    except TypeError as error:
        print(error)
try:
    class Plain(object, flag=True):
        pass
except TypeError as error:
    print(error)


class Bad:
    def __set_name__(self, owner, name):
        raise ZeroDivisionError("no name for me")


try:
    class Holder:
        bad = Bad()
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))
