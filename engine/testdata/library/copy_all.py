# copy and deepcopy: what is shared, what is not, and what takes part in it.
import collections
import copy
import datetime
import threading


class Plain:
    def __init__(self):
        self.x = [1]


class Slots:
    __slots__ = ("a", "b")


class Tagged(list):
    pass


class Failure(Exception):
    pass


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


class Named:
    def __reduce__(self):
        return "named"


class Made:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Made, (self.n,), None, None, iter([("k", [1])])

    def __setitem__(self, key, value):
        setattr(self, key, value)


named = Named()
slots = Slots()
slots.a = [1]
tagged = Tagged([[1]])
tagged.q = [2]
failure = Failure("a", [1])
failure.z = [1]
plain = Plain()
for obj in [plain, slots, tagged, failure, Own(), named, Made([1]), [1, [2]], {1: [2]}, ({1}, [2]), (1, 2), {1, 2},
            frozenset([1]), bytearray(b"a"), collections.deque([[1]], 3), collections.OrderedDict(a=[1]),
            collections.Counter("ab"), collections.defaultdict(list, a=[1]), datetime.date(2020, 1, 1), range(3),
            slice(1), len, Plain, 1.5, "x", None, plain.__init__]:
    shallow, deep = copy.copy(obj), copy.deepcopy(obj)
    print(type(obj).__name__, shallow is obj, deep is obj, type(shallow).__name__, type(deep).__name__)
print(copy.copy(plain).x is plain.x, copy.deepcopy(plain).x is plain.x)
print(copy.copy(tagged).q is tagged.q, copy.deepcopy(tagged)[0] is tagged[0], copy.copy(slots).a is slots.a)
print(copy.copy(failure).args[1] is failure.args[1], copy.deepcopy(failure).z is failure.z)
loop = []
loop.append(loop)
other = copy.deepcopy(loop)
print(other[0] is other, other is loop)
shared = [1]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
for obj in (threading.Lock(), (x for x in "ab")):
    for fn in (copy.copy, copy.deepcopy):
        try:
            fn([obj] if fn is copy.deepcopy else obj)
        except TypeError as e:
            print(e)
memo = {}
copy.deepcopy([[1]], memo)
print(len(memo))
