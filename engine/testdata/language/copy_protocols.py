"""copy and deepcopy: the hooks in their order, memo, shared and recursive structures, what is not copied."""

import copy
import copyreg
import types
import weakref
from collections import OrderedDict, defaultdict, deque


class State:
    def __init__(self, a):
        self.a = a

    def __getstate__(self):
        print("getstate")
        return {"a": self.a, "from": "state"}

    def __setstate__(self, state):
        print("setstate", state)
        self.__dict__.update(state)


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce_ex__(self, protocol):
        print("reduce_ex", protocol)
        return type(self), (1, 2), {"extra": [3]}


class ListLike(list):
    tag = None


class Slots:
    __slots__ = ("a", "b", "__weakref__")


class SlotsAndDict(Slots):
    pass


class Hooks:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep", type(memo).__name__


class NewArgs:
    def __new__(cls, n, *, k=0):
        print("new", n, k)
        return super().__new__(cls)

    def __getnewargs_ex__(self):
        return (5,), {"k": 6}


class Meta(type):
    def __copy__(cls):
        return "meta copy"


class OfMeta(metaclass=Meta):
    pass


class Falsy:
    def __init__(self):
        self.x = 1

    def __getstate__(self):
        return None

    def __setstate__(self, state):
        print("never called")


s = State([1])
c, d = copy.copy(s), copy.deepcopy(s)
print(c.a is s.a, d.a is s.a, d.a)
r = copy.copy(Reduced())
print(r.args, r.extra)
l = ListLike([1, [2]])
l.tag = [l]
shallow, deep = copy.copy(l), copy.deepcopy(l)
print(shallow[1] is l[1], shallow.tag is l.tag, deep[1] is l[1], deep.tag[0] is deep, type(deep).__name__)
q = Slots()
q.a = [1]
w = copy.copy(q)
print(w.a is q.a, hasattr(w, "b"), copy.deepcopy(q).a)
e = SlotsAndDict()
e.a, e.other = 1, [2]
f = copy.deepcopy(e)
print(f.a, f.other, f.__dict__, copy.copy(Hooks()), copy.deepcopy(Hooks()), copy.copy(OfMeta) is OfMeta, copy.deepcopy(OfMeta) is OfMeta)
copy.copy(NewArgs(1))
print(hasattr(copy.copy(Falsy()), "x"))

shared = [1]
both = copy.deepcopy([shared, shared, (shared,)])
print(both[0] is both[1], both[2][0] is both[0])
loop = []
loop.append((loop,))
made = copy.deepcopy(loop)
print(made[0][0] is made, made is not loop)
table = {}
table["self"] = table
print(copy.deepcopy(table)["self"]["self"].keys())
t = (1, "a", (2, None))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy(([],)) is ([],), copy.copy([1]) == [1])
memo = {}
x = [shared]
y = copy.deepcopy(x, memo)
print(memo[id(x)] is y, memo[id(shared)] is y[0], any(x in v for v in memo.values() if isinstance(v, list)), copy.deepcopy(x, memo) is y, copy.deepcopy(shared, {id(shared): "given"}))
for same in (print, State, None, ..., NotImplemented, range(3), 5, 1j, "s", b"b", State.__init__, types.SimpleNamespace.__init__, weakref.ref(s), property(), slice):
    if copy.copy(same) is not same:
        print("copy made another", same)
    if copy.deepcopy(same) is not same:
        print("deepcopy made another", type(same).__name__)
method = copy.deepcopy(s.__getstate__)
print(method.__self__ is s, method.__func__ is State.__getstate__)
for bad in ((i for i in ()), types.ModuleType("m"), iter(map(int, "1")), memoryview(b"")):
    for how in (copy.copy, copy.deepcopy):
        try:
            print(how.__name__, type(how(bad)).__name__)
        except TypeError as error:
            print(how.__name__, error)
dd = defaultdict(list, a=[1])
dq = deque([[1]], 3)
print(copy.deepcopy(dd), copy.copy(dd)["a"] is dd["a"], copy.deepcopy(dq), copy.copy(dq).maxlen, copy.deepcopy(OrderedDict(a=[1])), copy.deepcopy(slice(1, 2)) , copy.copy(bytearray(b"a")), copy.copy(iter([1, 2])).__next__())


class Registered:
    pass


copyreg.pickle(Registered, lambda o: (str, ("by copyreg",)))
print(copy.copy(Registered()), copy.deepcopy(Registered()), issubclass(copy.Error, Exception), copy.error is copy.Error)


class BadReduce:
    __reduce_ex__ = None


class Odd:
    def __reduce_ex__(self, p):
        return "a name"


class Short:
    def __reduce__(self):
        return (1,)


print(type(copy.copy(Odd())).__name__)
for bad in (BadReduce(), Short()):
    try:
        copy.copy(bad)
    except TypeError as error:
        print(error)
