"""ChainMap's layers, OrderedDict's moves, namedtuple's options, deque's rotation and bounds."""
from collections import ChainMap, OrderedDict, defaultdict, deque, namedtuple

base, user = {"a": 1, "b": 2}, {"b": 20}
cm = ChainMap(user, base)
print(cm["a"], cm["b"], list(cm), len(cm), cm, dict(cm))
child = cm.new_child({"c": 3}, d=4)
child["a"] = 100
print(child.maps, child.parents is not cm, child.parents == cm, base)
for f in (lambda: child.__delitem__("b"), lambda: cm["zz"], lambda: ChainMap().popitem(), lambda: cm.pop("a")):
    try:
        print(f())
    except KeyError as e:
        print(repr(e))
print(cm | {"z": 1}, {"z": 1} | cm, cm.get("q", 0), "a" in cm, bool(ChainMap({}, {})), cm.copy().maps[0] is user)
od = OrderedDict.fromkeys("abcd", 0)
od.move_to_end("a")
od.move_to_end("d", last=False)
print(od, od.popitem(last=False), list(reversed(od)), od == dict(od), od == OrderedDict(reversed(od.items())))
try:
    od.move_to_end("zz")
except KeyError as e:
    print(repr(e))
P = namedtuple("P", "x y z", defaults=(0, 1), module="geo")
print(P(1), P._field_defaults, P.__module__, P(1, 2)._replace(z=9), P._make([1, 2, 3])._asdict(), P.x.__doc__, P.__doc__)
for spec in ("x x", "1a", "class", "_a", ["a", "b c"]):
    try:
        print(namedtuple("N", spec))
    except ValueError as e:
        print(e)
print(namedtuple("N", "a def a _x", rename=True)._fields)
for f in (lambda: P(), lambda: P(1, w=2), lambda: P(1)._replace(q=1), lambda: P._make([1])):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
d = deque(range(5), maxlen=5)
d.rotate(2)
d.append(9)
d.appendleft(8)
print(d, d.maxlen, d.index(1), d.count(9), d[-1], d.copy() == d, deque([1]) * 3, deque("ab") + deque("c"))
d.insert(0, 1) if len(d) < 5 else print("full")
d.extendleft("xyz")
print(list(d), deque([3, 1]) < deque([3, 2]))
dd = defaultdict(lambda: defaultdict(int))
dd["a"]["b"] += 1
print({k: dict(v) for k, v in dd.items()}, dd.get("zz"), defaultdict(list, x=[1]), defaultdict(None, a=1))
