# What a wrong call says, for every kind of parameter.
def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


nothing, text = None, "s"


def none(): return "none"
def one(a): return a
def two(a, b): return a, b
def three(a, b, c): return a, b, c
def defaults(a, b=2, c=3): return a, b, c
def pos(a, b, /, c): return a, b, c
def posdef(a, b=1, /): return a, b
def key(*, k, m): return k, m
def keydef(a, *, k=1): return a, k
def rest(a, *args, k): return a, args, k
def extra(a, /, **kw): return a, kw


class C:
    def method(self, a): return a
    @classmethod
    def cm(cls, a): return a
    @staticmethod
    def sm(a): return a
    def __init__(self, q=0): pass
    def __call__(self, z): return z


for call in (
    lambda: none(1), lambda: none(1, 2), lambda: none(k=1), lambda: none(1, k=1),
    lambda: one(), lambda: one(1, 2), lambda: one(1, a=1), lambda: one(b=1), lambda: two(), lambda: two(b=1),
    lambda: three(), lambda: three(1), lambda: three(1, 2, 3, 4), lambda: three(1, 2, 3, 4, 5, x=1),
    lambda: defaults(), lambda: defaults(1, 2, 3, 4), lambda: defaults(1, c=1, b=5), lambda: defaults(1, 2, b=5),
    lambda: pos(1, 2), lambda: pos(a=1, b=2, c=3), lambda: pos(1, b=2, c=3), lambda: pos(1, 2, 3, 4),
    lambda: posdef(b=1), lambda: posdef(), lambda: posdef(1, b=2), lambda: posdef(1, 2, 3),
    lambda: key(), lambda: key(k=1), lambda: key(1, k=1, m=1), lambda: key(1, 2), lambda: key(k=1, m=2, n=3),
    lambda: keydef(1, 2), lambda: keydef(1, 2, k=3), lambda: keydef(), lambda: keydef(k=1),
    lambda: rest(), lambda: rest(1, 2, 3), lambda: rest(1, 2, k=3), lambda: rest(k=1),
    lambda: extra(a=1), lambda: extra(1, a=2), lambda: extra(1, 2),
    lambda: C().method(), lambda: C().method(1, 2), lambda: C.method(), lambda: C.cm(), lambda: C.cm(1, 2),
    lambda: C.sm(), lambda: C.sm(1, 2), lambda: C(1, 2), lambda: C(w=1), lambda: C()(), lambda: C()(1, 2, 3),
    lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: nothing(), lambda: text()
):
    attempt(call)
