"""weakref: callbacks, finalize, WeakMethod and proxies when their objects end."""

import weakref
from weakref import ReferenceType, WeakMethod, finalize, getweakrefcount, getweakrefs, proxy, ref


class Thing:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Thing) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __len__(self):
        return self.n

    def __add__(self, other):
        return self.n + other

    def __getitem__(self, i):
        return i * self.n

    def __iter__(self):
        return iter(range(self.n))

    def hello(self, x=0):
        return "hello", self.n, x


a, b = Thing(1), Thing(1)
ra, rb = ref(a), ref(b)
print(ra is ref(a), ref(a, print) is ra, ra == rb, hash(ra) == hash(a), ra() is a, getweakrefcount(a), len(getweakrefs(a)), ra.__callback__)
order = []
keep = [ref(a, lambda r: order.append(("one", r() is None))), ref(a, lambda r: order.append(("two", r is keep[1])))]
late = ref(b)
del a
print(order, ra(), ra == rb, ra == ra, hash(ra) == hash(1), repr(ra).split(" at ")[0][:8], "dead" in repr(ra))
del b
print(late() is None, late == rb)
try:
    hash(late)
except TypeError as error:
    print(error)
for attempt in (lambda: ref(5), lambda: ref("s"), lambda: ref([]), lambda: ref(()), lambda: ref(), lambda: ref(Thing, 1, 2), lambda: proxy(5), lambda: setattr(ra, "x", 1), lambda: ref(None), lambda: hash(proxy(Thing)), lambda: ref(Thing)(1)):
    try:
        print(type(attempt()).__name__)
    except Exception as error:
        print(type(error).__name__, error)
print([type(ref(x)()).__name__ for x in (Thing, print, set(), frozenset([1]), lambda: 0)][:2])

t = Thing(3)
p = proxy(t)
print(p.n, len(p), p + 4, p[2], list(p), p == t, p.hello(), bool(p), type(p).__name__, isinstance(p, Thing), p.__class__, str(p) == str(t), proxy(t) is p, repr(p).split(" at ")[0])
p.n = 5
print(t.n, p.hello(x=1))
del t
for attempt in (lambda: p.n, lambda: len(p), lambda: p + 1, lambda: str(p), lambda: setattr(p, "n", 1), lambda: p == 1, lambda: bool(p), lambda: iter(p)):
    try:
        print(attempt())
    except ReferenceError as error:
        print(error)
c = proxy(print)
f = lambda x: x + 1
cp = proxy(f)
print(type(cp).__name__, cp(2), callable(cp), type(proxy(Thing(1))).__name__)

t = Thing(7)
m = WeakMethod(t.hello, lambda r: print("method gone", r is m))
print(m()(2), m == WeakMethod(t.hello), m() == t.hello, type(m).__name__, isinstance(m, ref))
try:
    WeakMethod(print)
except TypeError as error:
    print(error)
del t
print(m())

t = Thing(8)
fin = finalize(t, print, "final", 1, sep="-")
other = finalize(t, print, "second")
third = finalize(t, print, "detached")
print(fin.alive, fin.peek()[2:], fin.atexit, third.detach()[1] is print, third.alive, third.detach(), third())
del t
print(fin.alive, fin(), fin.peek())
t = Thing(9)
called = finalize(t, lambda: "result")
print(called(), called(), called.alive)
at_end = finalize(t, print, "at exit")
quiet = finalize(t, print, "never")
quiet.atexit = False
try:
    finalize(5, print)
except TypeError as error:
    print(error)
try:
    finalize(t)
except TypeError as error:
    print(error)


class OwnRef(ref):
    __slots__ = ("tag",)

    def __init__(self, target, callback=None, tag=0):
        super().__init__(target, callback)
        self.tag = tag

    def __new__(cls, target, callback=None, tag=0):
        return super().__new__(cls, target, callback)


o = OwnRef(t, tag=4)
print(o.tag, o() is t, o is ref(t), ReferenceType is ref, isinstance(o, ref), o == ref(t))
