"""WeakValueDictionary, WeakKeyDictionary and WeakSet: entries that go while they are looked at."""

import copy
import weakref
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary


class Obj:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Obj({self.n})"


class Equal(Obj):
    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)


one, two, three = Obj(1), Obj(2), Obj(3)
values = WeakValueDictionary({"one": one, "two": two})
values["three"] = three
print(dict(values), len(values), "two" in values, values.get("no", "dflt"), values.setdefault("one", two), sorted(values), repr(values).split(" at ")[0])
del two
print(sorted(values), "two" in values, values.get("two"), len(values), [r().n for r in values.valuerefs()])
try:
    values["two"]
except KeyError as error:
    print("KeyError", error)
values.update(four=three, five=Obj(5))
print(sorted(values), values.pop("four"), values.pop("gone", "default"), values.popitem()[1], len(values))
values |= {"six": three}
print(sorted(values), sorted(values | {"seven": one}), type(values | {}).__name__, sorted({"eight": one} | values), copy.copy(values)["six"], type(copy.deepcopy(values)).__name__)
for attempt in (lambda: values.__setitem__("x", 5), lambda: WeakValueDictionary(5), lambda: WeakValueDictionary({}, {}), lambda: values.pop("zzz"), lambda: WeakValueDictionary().popitem(), lambda: WeakKeyDictionary({5: 1}), lambda: WeakKeyDictionary()[5], lambda: 5 in WeakKeyDictionary()):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

many = [Obj(i) for i in range(6)]
table = WeakValueDictionary(enumerate(many))
seen = []
for key in table:
    seen.append(key)
    if key == 1:
        del many[4], many[2]
print(seen, sorted(table), len(table))
found = []
for key, value in table.items():
    found.append(key)
    del value
    if many:
        many.pop()
print(len(found), sorted(table.items()))

keys = WeakKeyDictionary()
k1, k2 = Equal(1), Equal(2)
keys[k1] = "a"
keys[k2] = "b"
keys[Equal(1)] = "replaced"
print(len(keys), keys[k1], list(keys.items()), keys.get(Equal(2)), Equal(2) in keys, list(keys.keys()), [r() for r in keys.keyrefs()], keys.setdefault(k2, 5))
del k1
print(list(keys.items()), keys.pop(k2), len(keys), repr(keys).split(" at ")[0])
keys[one] = one
del one
print(len(keys), copy.copy(keys).__len__(), (keys | {three: 3}).__len__())

s = WeakSet()
x, y, z = Equal(1), Equal(2), Equal(3)
s.update([x, y])
s.add(z)
s.add(Equal(9))
print(len(s), x in s, 5 in s, sorted(o.n for o in s), repr(WeakSet()), s == WeakSet([x, y, z]), s == {x}, s >= {x}, s.isdisjoint([Equal(7)]))
print(sorted(o.n for o in s & {x, y}), sorted(o.n for o in s - {x}), sorted(o.n for o in s ^ {x}), type(s | {x}).__name__, s.issubset([x, y, z]), s.copy() is s)
count = 0
for o in s:
    count += 1
    del o
    x = y = z = None
print(count, len(s))
for attempt in (lambda: s.remove(Equal(1)), lambda: s.discard(Equal(1)), lambda: WeakSet().pop(), lambda: s.add(5), lambda: WeakSet(5), lambda: hash(s)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
