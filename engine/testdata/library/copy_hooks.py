"""Shallow and deep copies: shared and circular structures, hooks, things that are not copied."""
import copy
from collections import OrderedDict, defaultdict, deque, namedtuple

inner = [1]
x = [inner, inner, (inner,), {"k": inner}, {1, 2}, frozenset([3]), "s"]
s, d = copy.copy(x), copy.deepcopy(x)
inner.append(2)
print(s, d, d[0] is d[1] is d[2][0] is d[3]["k"], d[5] is x[5], s[0] is inner)
t = (1, "a", (2,))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy(([],)) == ([],))
loop = []
loop.append(loop)
c = copy.deepcopy(loop)
print(c is not loop, c[0] is c)
dd = {"self": None}
dd["self"] = (dd,)
c = copy.deepcopy(dd)
print(c["self"][0] is c, c is not dd)


class Node:
    def __init__(self, v, next=None):
        print("init", v)
        self.v, self.next = v, next


n = Node(1)
n.next = Node([2], n)
m = copy.deepcopy(n)
print(m.next.next is m, m.next.v == [2], m.next.v is not n.next.v, copy.copy(n).next is n.next)


class Hooks:
    def __init__(self):
        self.log = []

    def __copy__(self):
        print("__copy__")
        return "copied"

    def __deepcopy__(self, memo):
        print("__deepcopy__", type(memo).__name__)
        return self


h = Hooks()
print(copy.copy(h), copy.deepcopy([h])[0] is h)


class State:
    __slots__ = ("a", "b")

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, state):
        print("setstate", state)
        self.a = state["a"]
        self.b = "restored"


st = State()
st.a, st.b = [1], 2
c = copy.deepcopy(st)
print(c.a, c.b, c.a is st.a, copy.copy(st).a is st.a)


class Slots:
    __slots__ = ("p", "q")


sl = Slots()
sl.p = [1]
c = copy.copy(sl)
print(c.p is sl.p, hasattr(c, "q"))


class Sub(list):
    pass


sub = Sub([[1]])
sub.extra = {"e": 1}
c = copy.deepcopy(sub)
print(type(c).__name__, c, c.extra, c[0] is sub[0], c.extra is sub.extra)
P = namedtuple("P", "x y")
for v in (P([1], 2), OrderedDict(a=[1]), defaultdict(list, a=[1]), deque([[1]], maxlen=3), bytearray(b"x"), range(3), slice(1), 3 + 1j):
    print(copy.deepcopy(v), type(copy.copy(v)) is type(v), copy.deepcopy(v) == v)
for v in (len, Node, print, copy, None, ..., int, lambda: 0):
    print(copy.deepcopy(v) is v, end=" ") if v is not copy else None
print()
for v in ((i for i in ()), copy, open):
    try:
        copy.deepcopy(v)
        print("same")
    except TypeError as e:
        print(e)
try:
    copy.replace
except AttributeError as e:
    print(e)
memo = {}
copy.deepcopy(inner, memo)
print(memo[id(inner)], copy.Error.__mro__[1].__name__)
