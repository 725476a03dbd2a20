# Metaclasses: calls, conflicts, instance checks, attributes on the metaclass, what is inherited.
class Meta(type):
    def __new__(mcls, name, bases, namespace, **kw):
        print("new", name, kw)
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        print("init", name, sorted(kw))
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kw)

    def __instancecheck__(cls, instance):
        return hasattr(instance, "quack")

    def __subclasscheck__(cls, sub):
        return "quack" in dir(sub)

    def __len__(cls):
        return 42

    def __getitem__(cls, key):
        return f"{cls.__name__}<{key}>"

    def __iter__(cls):
        return iter("xyz")

    def __contains__(cls, item):
        return item == "in"

    def __getattr__(cls, name):
        if name.startswith("auto_"):
            return name[5:]
        raise AttributeError(f"class {cls.__name__} lacks {name}")

    def __bool__(cls):
        return False

    @property
    def label(cls):
        return "label of " + cls.__name__

    def __repr__(cls):
        return f"<<{cls.__name__}>>"

    def __add__(cls, other):
        return ("add", other)


class A(metaclass=Meta, option=1):
    def __init__(self, v):
        self.v = v


class B(A, other=2):
    pass


class Duck:
    quack = 1


print(len(A), A[3], list(B), "in" in A, "out" in A, A.auto_x, bool(B), A.label, B, A + 1, [A])
print(isinstance(Duck(), A), isinstance(B(1), B), type(B(2)) is B, issubclass(Duck, A), issubclass(B, A), isinstance(3, B))
for call in (lambda: B(1).label, lambda: B.missing, lambda: len(B(1)), lambda: B(1).auto_y, lambda: A - 1, lambda: B()):
    try:
        print(call())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Other(type):
    pass


class C(metaclass=Other):
    pass


for make in (lambda: type("D", (A, C), {}), lambda: Meta("E", (C,), {}), lambda: Other("F", (A,), {})):
    try:
        make()
    except TypeError as error:
        print(error)


class Both(Meta, Other):
    pass


class G(A, C, metaclass=Both):
    pass


print(type(G).__name__, type(type("H", (A,), {})).__name__)


def function_meta(name, bases, namespace, **kw):
    return name, bases, sorted(k for k in namespace if not k.startswith("__")), kw


class Made(int, metaclass=function_meta, k=1):
    x = 1


print(Made)
try:
    class Bad(metaclass=5):
        pass
except TypeError as error:
    print(error)
for arguments in ((), (1, 2), ("N", 3, {}), ("N", (), 5), (5, (), {}), ("N", (3,), {}), ("N", (bool,), {})):
    try:
        print(type(*arguments))
    except TypeError as error:
        print(error)
