# Parameters of all kinds: binding, defaults, order of evaluation, and every error of a call.
def every(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(every(1, d=4), every(1, 2, 3, 4, 5, d=6, f=7), every(1, d=4, a="kw", b="kw"), every(*[1, 2], **{"d": 3, "c": 4}))


def plain(x, y): ...
def default(x, y=1): ...
def keyword_only(*, k, m): ...
def positional_only(x, y, /): ...
def none(): ...
def variadic(x, *rest): ...


class Klass:
    def method(self, x): ...

    def __init__(self, size): ...

    @classmethod
    def cls_method(cls, x): ...


for call in (
    "plain()", "plain(1)", "plain(1, 2, 3)", "plain(1, x=2)", "plain(1, z=2)", "plain(1, 2, z=3)", "plain(y=1)", "default()", "default(1, 2, 3)", "default(1, 2, y=3)",
    "keyword_only()", "keyword_only(k=1)", "keyword_only(1)", "keyword_only(1, 2, k=3)", "keyword_only(k=1, m=2, n=3)", "positional_only(1, y=2)", "positional_only(x=1, y=2)", "positional_only()", "none(1)", "none(1, 2)", "none(x=1)", "variadic()", "variadic(x=1, y=2)",
    "every()", "every(1)", "every(d=1)", "Klass()", "Klass(1, 2)", "Klass(1).method()", "Klass(1).method(1, 2)", "Klass(1).method(y=1)", "Klass.method(1)", "Klass.cls_method()", "(lambda x: x)()", "(lambda: 0)(1)", "(lambda *, k: k)()", "plain(**{1: 2})", "plain(*5)", "plain(1, *[2], 3)", "none(*[1])",
):
    try:
        eval(call)
        print(call, "works")
    except TypeError as error:
        print(call, "->", error)


def order(name):
    print("evaluate", name, end="; ")
    return name


def with_defaults(a=order("first"), *, b: order("annotation") = order("second")) -> order("return"):
    a.__class__
    return a, b


print()
print(with_defaults(), with_defaults.__defaults__, with_defaults.__kwdefaults__, with_defaults.__annotations__)
def shared(item, into=[]):
    into.append(item)
    return into
print(shared(1), shared(2), shared(3, []), shared.__defaults__)
shared.__defaults__ = ("changed",)
print(plain.__code__.co_varnames, every.__code__.co_argcount, every.__code__.co_posonlyargcount, every.__code__.co_kwonlyargcount, every.__code__.co_varnames)
