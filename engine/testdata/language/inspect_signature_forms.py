"""inspect.signature for every sort of callable, Parameter and bind."""

import functools
import inspect
from inspect import Parameter, Signature, signature


def full(a, b=1, /, c: int = 2, *args: str, d, e: "later" = None, **kw) -> bool: ...


class Meta(type):
    def __call__(cls, m, *rest):
        return super().__call__()


class Plain:
    pass


class WithNew:
    def __new__(cls, n, *, k=1): ...


class WithInit(WithNew):
    def __init__(self, i, j=2): ...

    def method(self, x): ...

    @classmethod
    def klass(cls, y=3): ...

    @staticmethod
    def static(z): ...

    def __call__(self, w): ...


class ByMeta(metaclass=Meta):
    def __init__(self, hidden): ...


class Declared:
    __signature__ = Signature([Parameter("s", Parameter.KEYWORD_ONLY)])


@functools.wraps(full)
def wrapper(*args, **kwargs): ...


wi = WithInit.__new__(WithInit, 1) or object.__new__(WithInit)
for target in (full, lambda: 0, lambda *, x: x, Plain, WithNew, WithInit, WithInit.method, wi.method, wi.klass, WithInit.static, wi, ByMeta, Declared, wrapper,
               functools.partial(full, 1, d=5), functools.partial(full, 1, 2, c=9), functools.partial(wi.method, 5), functools.partialmethod, Exception, object, type(wi).klass,
               len, sorted, print, isinstance, abs, pow, sum, divmod, getattr, int, str.split, "".split, [].append, dict.get, list.sort, open, compile, min, type, iter, dict, bytes, zip, range, super):
    name = getattr(target, "__qualname__", type(target).__name__)
    try:
        print(name, signature(target))
    except (ValueError, TypeError) as error:
        print(name, type(error).__name__, str(error).split(" at 0x")[0])
print(signature(wrapper, follow_wrapped=False), inspect.unwrap(wrapper) is full, signature(full, eval_str=False).parameters["e"].annotation)
try:
    signature(5)
except TypeError as error:
    print(error)

sig = signature(full)
print([(p.name, str(p.kind), p.kind.description, p.default is p.empty) for p in sig.parameters.values()], sig.return_annotation, repr(sig), repr(sig.parameters["c"]), str(sig.parameters["args"]))
bound = sig.bind(1, 2, 3, "x", "y", d=4, z=5)
print(bound, bound.args, bound.kwargs, bound.arguments)
partial = sig.bind_partial()
partial.apply_defaults()
print(partial.arguments, sig == signature(full), hash(sig) == hash(signature(full)))
for attempt in (lambda: sig.bind(), lambda: sig.bind(1), lambda: sig.bind(1, a=1, d=2), lambda: signature(lambda x: 0).bind(1, 2), lambda: signature(lambda x: 0).bind(y=1), lambda: signature(lambda x: 0).bind(1, x=2),
                lambda: signature(lambda *, k: 0).bind(1), lambda: Parameter("5", Parameter.KEYWORD_ONLY), lambda: Parameter("for", Parameter.KEYWORD_ONLY), lambda: Parameter("a", "kind"), lambda: Parameter("a", Parameter.VAR_KEYWORD, default=1),
                lambda: Parameter(None, Parameter.POSITIONAL_ONLY), lambda: Signature([Parameter("b", Parameter.KEYWORD_ONLY), Parameter("a", Parameter.POSITIONAL_ONLY)]), lambda: Signature([Parameter("a", 1), Parameter("a", 1)]),
                lambda: Signature([Parameter("a", 1, default=1), Parameter("b", 1)])):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(sig.replace(parameters=[], return_annotation=int), sig.parameters["b"].replace(name="bb", default=Parameter.empty), Signature.from_callable(len), Parameter.POSITIONAL_ONLY < Parameter.KEYWORD_ONLY)
print(inspect.getfullargspec(full), inspect.getfullargspec(WithInit.method).args, inspect.getcallargs(full, 1, d=3))
for spec in (len, int, 5):
    try:
        print(inspect.getfullargspec(spec))
    except TypeError as error:
        print(error)
