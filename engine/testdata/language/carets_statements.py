# Where carets point in statements: assignments, deletions, raise, assert, for, with, imports.
import traceback


def show(function):
    try:
        function()
    except Exception:
        print(*traceback.format_exc().split("\n")[4:-1], sep="\n")


d, n, t, x = {}, None, (1, 2), 1


def attribute(): n.attr = 1
def item(): d["a"]["b"] = 1
def several(): a, b = t, 1, 2
def starred(): a, *b, c = 1,
def number(): a, b = 5
def delete(): del n.attr
def delete_item(): del d["k"], d["l"]
def delete_name(): del undefined
def raising(): raise ValueError("v") from None
def raise_int(): raise 5
def raise_from(): raise ValueError from 5
def asserting(): assert x == 2, "message"
def asserting_not(): assert not x and (x or n)
def augmented(): d["q"] += 1
def augmented_attr(): n.a += 1
def missing(): import no_such_module
def missing_name(): from math import no_such_name
def default():
    def f(a, b=1 / 0): pass
def bases():
    class A(int, x): pass
def decorated():
    @n
    def f(): pass
def spread(): return [*x]
def spread_map(): return {**x}
def call_star(): print(1, *x)
def call_map(): print(**x)
def unpack_loop():
    for a, b in [(1, 2, 3)]: pass
def loop():
    for i in x: pass
def context():
    with n, x: pass
def local(): x = x + 1
def annotated():
    v: undefined = 1
    d[v]: int = v / 0
def walrus(): return (y := x / 0) + 1
def returning(): return n.a, x


for value in list(globals().values()):
    if callable(value) and value is not show:
        show(value)
