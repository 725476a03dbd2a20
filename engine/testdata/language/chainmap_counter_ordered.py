"""ChainMap, Counter, OrderedDict, defaultdict and the User* classes where they differ from a dict."""

import copy
import pickle
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque

base, top = {"a": 1, "b": 2}, {"b": 20, "c": 30}
chain = ChainMap(top, base)
print(chain, list(chain), len(chain), chain["b"], "a" in chain, chain.get("z"), chain.parents, bool(ChainMap()))
chain["a"] = 9
del chain["c"]
print(top, base, chain.new_child(x=1), chain.new_child({"m": 0}).maps[0], chain == {"a": 9, "b": 20})
for attempt in (lambda: chain["z"], lambda: chain.pop("z"), lambda: ChainMap({}, base).popitem(), lambda: ChainMap({}, base).__delitem__("a")):
    try:
        attempt()
    except KeyError as error:
        print(error, repr(error.__context__))
print(chain | {"q": 1}, {"q": 1} | chain, ChainMap.fromkeys("xy", 0), copy.copy(chain).maps[1] is base)
chain |= {"n": 1}
print(top)

count = Counter("abracadabra")
print(count, count.most_common(2), count["missing"], sum(count.values()), count.total(), sorted(count.elements())[:6])
count.subtract("aab")
count["neg"] = -3
print(count, +count, -count, count & Counter(a=1, r=5), count | Counter(z=1), Counter(a=1) - Counter(a=3, b=-2), Counter(a=1) + Counter(b=0))
del count["nothing"]
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=3) > Counter(b=1), Counter(a=1) < Counter(a=1))
count.update({"a": 10}, b=2)
print(count, Counter(None), Counter([1, 1.0, True]), repr(Counter()), Counter(b=2, a=2).most_common())
for attempt in (lambda: Counter.fromkeys("ab"), lambda: Counter(1), lambda: Counter(a=1) <= 5, lambda: Counter("a", "b"), lambda: Counter(a="x") + Counter(a=1)):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
print(repr(Counter(a=1, b="x")), copy.copy(count) == count, pickle.loads(pickle.dumps(Counter("ab"))))

od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a")
od.move_to_end("c", last=False)
print(od, list(reversed(od)), od.popitem(last=False), od.popitem(), od)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, list(reversed(od.items())))
od.self = 5
print(copy.copy(od).__dict__, OrderedDict.fromkeys("ba", 0), od | {"k": 1}, type({"k": 1} | od).__name__, od.setdefault("n"), od.pop("n", 1))
for attempt in (lambda: od.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: OrderedDict([(1,)]), lambda: OrderedDict({}, {}), lambda: od.pop("zz")):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
od["me"] = od
print(od)
try:
    for key in od:
        od["new" + key] = 1
except RuntimeError as error:
    print(error)

dd = defaultdict(list, {"x": [1]})
dd["y"].append(2)
print(dd, dd.get("q"), "q" in dd, dd | {"z": 0}, copy.copy(dd).default_factory, dd.__missing__("w"), defaultdict(None, a=1))
for attempt in (lambda: defaultdict(None)["k"], lambda: defaultdict(5), lambda: defaultdict(lambda: 1 / 0)["k"]):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
dd.default_factory = dd.copy
dd["rec"] = dd
print(defaultdict(int, {1: 2}).__reduce__(), len(repr(dd)) > 20)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f"no {key}"


low = Lower({"A": 1}, B=2)
low.update(C=3)
print(low, low["zz"], "zz" in low, low.get("zz", "dflt"), low.data, low | {"D": 4}, type(low.copy()).__name__, low.setdefault("E", 5), low.pop("a"))
words = UserList([3, 1, 2])
print(words + [4], [0] + words, words[1:], type(words[1:]).__name__, words * 2, sorted(words), words == [3, 1, 2], words.data)
text = UserString("Hello")
print(text + "!", text[1:3], text.upper(), type(text.upper()).__name__, text == "Hello", "ell" in text, hash(text) == hash("Hello"), text % ())
print(deque([1, 2, 3], 2), deque("abc").index("c"), deque(maxlen=0), deque([1]) * 3, deque([1, 2]) < deque([1, 3]))
