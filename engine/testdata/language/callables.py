# __call__, bound methods, functions as attributes, and what callable() says.
class Multiplier:
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, *args, **kw):
        return [a * self.factor for a in args], kw


double = Multiplier(2)
print(double(1, 2, key="v"), callable(double), callable(3), callable(Multiplier), callable(lambda: 0))
double.__call__ = lambda: "never used"
print(double(5))


class Klass:
    def method(self, x=1):
        return (self.tag, x)

    @classmethod
    def build(cls, tag):
        obj = cls()
        obj.tag = tag
        return obj

    @staticmethod
    def helper(x):
        return x + 1

    builtin = len
    lam = lambda self: "lambda as method"
    inst = Multiplier(3)


k = Klass.build("t")
bound = k.method
print(bound(), bound(2), bound.__self__ is k, bound.__func__ is Klass.method, bound == k.method, bound is k.method, hash(bound) == hash(k.method))
print(k.helper(1), Klass.helper(1), k.builtin("abc"), k.lam(), k.inst(1), Klass.build.__self__ is Klass, bound.__name__, bound.__doc__)
k.method = lambda *a: a
print(k.method(1), Klass.method(k))
for call in (
    lambda: 3(),
    lambda: "x"(),
    lambda: None(),
    lambda: k(),
    lambda: Klass.method(),
    lambda: bound(1, 2),
    lambda: bound(x=1, y=2),
    lambda: Klass.helper(),
    lambda: Klass(1),
    lambda: object(1),
    lambda: len(),
    lambda: len(1, 2),
    lambda: print(seq=1),
    lambda: int(1, 2, 3),
):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)
print(Klass.method.__get__(k)(9), type(bound).__name__, str.upper("x"), "x".upper.__self__, [].append.__qualname__, list.append.__qualname__)
