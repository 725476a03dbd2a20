# What a metaclass decides: calls, instance and subclass checks, attributes, operators and iteration of classes.
class Meta(type):
    def __call__(cls, *args, **keywords):
        print("call", cls.__name__, args, keywords)
        if args == ("none",):
            return None
        return super().__call__(*args, **keywords)

    def __instancecheck__(cls, instance):
        print("instance?", cls.__name__, type(instance).__name__)
        return isinstance(instance, (int, str)) or NotImplemented

    def __subclasscheck__(cls, other):
        print("subclass?", cls.__name__, getattr(other, "__name__", other))
        return [] if other is int else [0]

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"made {name}"

    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print("delete", name)
        super().__delattr__(name)

    def __iter__(cls):
        yield from ("i", "j")

    def __len__(cls):
        return 0

    def __contains__(cls, item):
        return item == "in"

    def __getitem__(cls, key):
        return ("item", key)

    def __add__(cls, other):
        return ("sum", cls.__name__, getattr(other, "__name__", other))

    def __radd__(cls, other):
        return ("reflected", other)

    def __eq__(cls, other):
        return cls is other or other == "equal"

    def __hash__(cls):
        return 7

    def __bool__(cls):
        return True

    def __repr__(cls):
        return f"<the class {cls.__name__}>"

    def __dir__(cls):
        return ["z", "a"]

    @property
    def meta_property(cls):
        return "of the metaclass"

    shared = "metaclass"


class K(metaclass=Meta):
    own = 1

    def __init__(self, *args, **keywords):
        self.args = args

    def __class_getitem__(cls, key):
        return "never asked"

    def __repr__(self):
        return "an instance"


class L(K):
    pass


print(K(1, a=2).args, K("none"), L(3))
print(isinstance(1, K), isinstance(1.5, K), isinstance(K(), K), isinstance([], (L, list)))
print(issubclass(int, K), issubclass(str, K), issubclass(L, (int, K)))
print(K.anything, K.own, K.shared, K.meta_property, L.meta_property)
for name in ("shared", "meta_property", "anything"):
    print(name, hasattr(K(), name), name in dir(K))
K.fresh = 5
del K.fresh
print(list(K), len(L), "in" in K, "out" in K, K[1], L[1:2], [*L])
print(K + L, K + 1, 1 + K, K == "equal", K != L, hash(L), bool(K), repr(K), f"{L}", dir(K), {K: 1})
try:
    K.meta_property = 1
except AttributeError as error:
    print(error)
try:
    K - 1
except TypeError as error:
    print(error)
try:
    del K.missing
except AttributeError as error:
    print(error)
match L(4):
    case K():
        print("matches")
    case _:
        print("does not match")


class Slotted(Meta):
    def __prepare__(name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": name}


class Made(K, metaclass=Slotted):
    pass


print(type(Made).__name__, vars(Made).get("prepared"))
