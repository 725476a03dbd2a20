# json.dumps: every option, key conversions, floats, escapes, errors.
import json
from collections import OrderedDict, defaultdict, namedtuple
from enum import Enum, IntEnum
print(json.dumps({"a": [1, 2.5, None, True, False], "b": {}, "c": [], "d": (), 3: 4, None: 5, True: 6, 1.5: 7}))
print(json.dumps("é\"\\\b\f\n\r\t\x00\x1f\x7f\u2028😀/"), json.dumps("é😀\x7f", ensure_ascii=False), json.dumps(""))
print(json.dumps([1, [2, {"x": [3, {}], "y": []}], ()], indent=2), json.dumps({"a": 1, "b": [1, 2]}, indent="--"), json.dumps([1, 2], indent=0), json.dumps([], indent=2))
print(json.dumps({"b": 1, "a": [1, 2]}, separators=(",", ":")), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent=1, separators=(", ", " = ")))
print(json.dumps([0.1, 1e100, 1e-7, -0.0, 1e16, 123456789.123, float("nan"), float("inf"), -float("inf"), 10**25, -1]))
P = namedtuple("P", "x y")


class Color(IntEnum):
    RED = 1


class Str(str):
    pass


class Flt(float):
    def __repr__(self):
        return "never used"


print(json.dumps([P(1, 2), Color.RED, Str("s"), Flt(1.5), OrderedDict(z=1, a=2), defaultdict(list, k=[1]), True]), json.dumps({Color.RED: 1, Str("k"): 2}))
print(json.dumps({(1, 2): 1, "a": 2}, skipkeys=True), json.dumps({1: 1, (1,): [{b"x": 1, "y": 2}]}, skipkeys=True))
for bad, kw in (({1, 2}, {}), (b"x", {}), (object, {}), ({(1,): 2}, {}), ({"a": 1, 2: 3}, {"sort_keys": True}), (float("inf"), {"allow_nan": False}), ([1j], {}), (Enum("E", "A").A, {}), ([float("nan")], {"allow_nan": False, "indent": 1})):
    try:
        print(json.dumps(bad, **kw))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
loop = {"a": []}
loop["a"].append(loop)
shared = [1]
for x in (loop, [shared, shared]):
    try:
        print(json.dumps(x))
    except ValueError as e:
        print(e)
print(json.dumps({"when": complex(1, 2), "s": {3}}, default=lambda o: sorted(o) if isinstance(o, set) else str(o)))
try:
    json.dumps(object(), default=lambda o: o)
except ValueError as e:
    print(e)
