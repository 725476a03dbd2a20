# ExceptionGroup: construction rules, split, subgroup, derive, attributes.
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("low", [TypeError(2), ValueError(3)]), OSError(4)])
print(g, repr(g), g.message, g.args, len(g.exceptions))
match, rest = g.split(ValueError)
print(repr(match), repr(rest))
print(repr(g.subgroup((TypeError, OSError))), g.subgroup(KeyError), g.split(KeyError))
print(repr(g.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] > 1)), g.subgroup(ExceptionGroup) is g)
for bad in (("m", []), ("m", [1]), ("m", "ab"), (1, [ValueError()]), ("m", 5), ("m", [KeyboardInterrupt()]), ("m",)):
    try:
        ExceptionGroup(*bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)


class Custom(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, excs):
        return Custom(self.message, excs, self.code)


c = Custom("custom", [ValueError(1), TypeError(2)], 42)
c.add_note("noted")
c.__cause__ = KeyError("cause")
m, r = c.split(ValueError)
print(type(m).__name__, m.code, r.code, m.__notes__, repr(m.__cause__), isinstance(m, Exception))
try:
    raise c
except* TypeError as error:
    print(type(error).__name__, error.code)
except* ValueError as error:
    print(error.exceptions)
print(issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception), ExceptionGroup.__mro__[1].__name__, ExceptionGroup[int])
try:
    g.message = "new"
except AttributeError as error:
    print(error)
