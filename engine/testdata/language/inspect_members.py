"""inspect: getmembers, getsource, classify_class_attrs, getattr_static, getmro, getdoc, isX predicates and frames."""

import functools
import inspect
import types


class Base:
    "Base doc."

    def method(self):
        "Base method doc."

    @property
    def prop(self):
        "prop doc"
        raise RuntimeError("not evaluated by getattr_static")

    shared = 1


class Child(Base):
    def method(self):  # a comment
        return "child"

    @staticmethod
    def static(): ...

    @classmethod
    def klass(cls): ...

    def __getattr__(self, name):
        return "dynamic " + name

    slot = types.DynamicClassAttribute(lambda self: 5)


def gen():
    yield 1


async def coro():
    pass


async def agen():
    yield 1


# Comment above.
# Second line.
def decorated(a,
              b=(1,
                 2)):
    """Doc.

        Indented.
    Less.
    """
    return (a,
            b)


lam = lambda x: x + 1  # trailing
c = Child()
print([n for n, _ in inspect.getmembers(Child, inspect.isfunction)], [n for n, v in inspect.getmembers(Child, lambda v: v == 1)], [n for n, _ in inspect.getmembers_static(c, lambda v: isinstance(v, property))])
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Child) if a.defining_class is not object and not a.name.startswith("__")])
print(inspect.getattr_static(c, "prop").__doc__, inspect.getattr_static(c, "missing", "default"), c.missing, inspect.getattr_static(Child, "static"))
try:
    inspect.getattr_static(c, "missing")
except AttributeError as error:
    print(error)
print(inspect.getmro(Child) == Child.__mro__, inspect.getdoc(Child), inspect.getdoc(Child.method), inspect.getdoc(c), inspect.getdoc(decorated), inspect.cleandoc("  a\n    b\n   c\n\n"))
for thing in (Child.method, decorated, lam, Child, gen):
    print(inspect.getsource(thing), end="|\n")
print(inspect.getsourcelines(decorated)[1], repr(inspect.getcomments(decorated)), inspect.getfile(Child.method).endswith("main.py") or inspect.getfile(Child.method)[-18:], inspect.getmodule(gen).__name__, inspect.getmodulename("/a/b.py"))
for bad in (int, 5, len, inspect.Signature.empty if False else type("Made", (), {})):
    try:
        print(inspect.getsource(bad))
    except (TypeError, OSError) as error:
        print(type(error).__name__, error)

names = [n for n in dir(inspect) if n.startswith("is") and n not in ("istraceback",)]
things = {"len": len, "str.join": str.join, "method": c.method, "function": gen, "lambda": lam, "class": Child, "module": inspect, "gen()": gen(), "coro": coro, "agen": agen, "agen()": agen(), "property": Base.prop, "slot": object.__init__, "getset": type.__dict__["__doc__"] if "__doc__" in type.__dict__ else None, "code": gen.__code__,
          "partial": functools.partial(coro), "wrapper": "".__add__, "abstract": collections_abc} if (collections_abc := __import__("collections.abc").abc.Sized) else {}
for name, thing in things.items():
    print(name, [n for n in names if getattr(inspect, n)(thing)])

g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), g.close(), inspect.getgeneratorstate(g))
k = coro()
print(inspect.getcoroutinestate(k), inspect.getcoroutinelocals(k), k.close(), inspect.getcoroutinestate(k))


def outer(x):
    y = 2

    def inner(z):
        return inspect.getclosurevars(inner), x, y, gen, undefined_name
    return inner


closure = inspect.getclosurevars(outer(1))
print(closure.nonlocals, closure.globals.keys(), closure.builtins, sorted(closure.unbound))


def caller():
    frame = inspect.currentframe()
    info = inspect.stack()[0]
    back = inspect.getframeinfo(frame.f_back)
    return info.function, info.lineno, info.code_context, info.index, back.function, inspect.getargvalues(frame).args, inspect.formatargvalues(*inspect.getargvalues(frame))


print(caller(), inspect.isawaitable(5), inspect.get_annotations(Base), inspect.getclasstree([Base, Child]))
print(inspect.isabstract(collections_abc), inspect.indentsize("  \tx"), inspect.CO_GENERATOR, inspect.currentframe().f_code.co_name)
