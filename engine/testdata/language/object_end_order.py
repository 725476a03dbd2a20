# The order in which things end that end together.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [D("a"), D("b"), D("c")]; del l; print("list")
t = (D("a"), D("b")); t = 1; print("tuple")
d = {1: D("a"), 2: D("b")}; del d; print("dict")
class O: pass
o = O(); o.x = D("x"); o.y = D("y"); del o; print("attrs")
def f():
    p, q = D("p"), D("q"); r = D("r")
f(); print("locals")
def g(a, b): pass
g(D("arg1"), D("arg2")); print("args")
n = [[D(1), D(2)], [D(3), [D(4)]]]; n = None; print("nested")
x = D("outer"); x.inner = D("inner"); x.list = [D("i1"), D("i2")]; del x; print("owner")
print(len([D("t1"), D("t2")])); print("builtin")
print(len(sorted([D("s1"), D("s2")], key=lambda d: d.n))); print("sorted")
def cl():
    a, b = D("ca"), D("cb")
    return lambda: (a, b)
c = cl(); del c; print("closure")
def gen():
    a = D("ga"); b = D("gb")
    yield 1
it = gen(); next(it); del it; print("generator")
def boom():
    a = D("ba"); b = D("bb")
    raise ValueError
try: boom()
except ValueError: print("in except")
print("after")
