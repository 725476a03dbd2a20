# Metaclasses: __prepare__, __new__, __init__, __call__, keywords, and conflicts.
class Ordered(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("define", key)
        super().__setitem__(key, value)

class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", mcs.__name__, name, [b.__name__ for b in bases], kw)
        return Ordered(tag=kw.get("tag"))

    def __new__(mcs, name, bases, namespace, **kw):
        print("new", name, type(namespace).__name__, kw)
        return super().__new__(mcs, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kw):
        print("init", cls, kw)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kw)

    def __repr__(cls):
        return f"<{cls.__name__}>"

    def __len__(cls):
        return 42

    def __contains__(cls, item):
        return item == cls.tag

    def __getattr__(cls, name):
        return f"meta attribute {name}"

    @property
    def shout(cls):
        return cls.__name__.upper()

class A(metaclass=Meta, tag="first"):
    x = 1

    def method(self):
        return __class__

class B(A, tag="second"):
    pass

a = B()
print(a.method(), len(B), "second" in B, A.missing, A.shout, type(a), type(type(a)))
try:
    a.shout
except AttributeError as error:
    print(error)

class Other(type):
    pass

try:
    class C(A, metaclass=Other):
        pass
except TypeError as error:
    print(error)

def factory(name, bases, namespace):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")))

class NotAClass(metaclass=factory):
    y = 2

print(NotAClass)
