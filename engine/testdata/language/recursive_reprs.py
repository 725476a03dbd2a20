# Containers that hold themselves, reprs that call back, recursion that has no end, and repr's helpers.
import reprlib
import sys
from collections import OrderedDict, defaultdict, deque, ChainMap, UserList, UserDict
from dataclasses import dataclass, field
from types import SimpleNamespace

l = [1]
l.append(l)
d = {"l": l}
d["self"] = d
t = (l, d, [])
t[2].append(t)
s = deque([1], maxlen=3)
s.append(s)
o = OrderedDict(a=1)
o["o"] = o
dd = defaultdict(list)
dd["x"].append(dd)
n = SimpleNamespace(a=1)
n.n = n
print(l, d, t, s, o, dd, n, sep="\n")
print(f"{l}", "%s" % (l,), str(l), repr([l, l]), format(d))
u = UserList([1])
u.append(u)
ud = UserDict(a=1)
ud["s"] = [ud]
for thing in (u, ud):
    try:
        print(repr(thing))
    except RecursionError as error:
        print(type(thing).__name__, "RecursionError")


@dataclass
class Node:
    name: str
    next: "Node" = None
    others: list = field(default_factory=list)


a, b = Node("a"), Node("b")
a.next, b.next = b, a
a.others.append(a)
print(a)


class Mine:
    def __init__(self):
        self.items = [self]

    @reprlib.recursive_repr(fillvalue="<again>")
    def __repr__(self):
        return f"Mine({self.items})"


print(Mine(), [Mine()])


class ListSub(list):
    def __repr__(self):
        return f"ListSub({super().__repr__()})"


x = ListSub([1])
x.append(x)
print(x)


class Endless:
    def __repr__(self):
        return repr(self)


class Deep:
    def __repr__(self):
        return f"<{[self]}>"


def attempt(action):
    try:
        return action()
    except RecursionError as error:
        return type(error).__name__


print(attempt(lambda: repr(Endless())), attempt(lambda: str(Deep())), attempt(lambda: "%r" % Endless()), attempt(lambda: f"{Endless()!r}"))
m, k = [], []
m.append(m)
k.append(k)
print(m == m, attempt(lambda: m == k), attempt(lambda: {1: m} == {1: k}), m in m, m.index(m), m.count(k) if False else "not asked")
try:
    hash((1, [2]))
except TypeError as error:
    print(error)
deep = []
for _ in range(50):
    deep = [deep]
print(repr(deep).count("["))
r = reprlib.Repr()
r.maxlist, r.maxstring, r.maxdict, r.maxlevel = 2, 12, 1, 2
print(r.repr([1, 2, 3]), r.repr("a long text that is cut"), r.repr({1: 2, 3: 4}), r.repr([[[[1]]]]), reprlib.repr(list(range(20))), reprlib.repr({"b": 1, "a": 2}), reprlib.repr(set("fedcbahg")))
c = ChainMap({"a": 1})
c["c"] = c
print(attempt(lambda: repr(c)))
it = iter(l)
print(dict.fromkeys("ab", l), [[]] * 2, ([],) * 2, {**d}.keys() == d.keys())
v = {}.values()
holder = {}
holder["v"] = holder.values()
print(holder, [*holder.items()] == [("v", holder["v"])])
