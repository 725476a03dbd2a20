# Views of dicts: set algebra, comparison, order, and what they do with odd operands.
def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


a = {"x": 1, "y": 2, "z": 3}
b = {"y": 2, "z": 30, "w": 4}
for op in ("&", "|", "-", "^"):
    print(op, sorted(eval(f"a.keys() {op} b.keys()")), sorted(eval(f"a.items() {op} b.items()")))
    t(lambda: eval(f"a.values() {op} b.values()"))
    t(lambda: sorted(eval(f"a.keys() {op} ['y', 'q']")))
    t(lambda: sorted(eval(f"['y', 'q'] {op} a.keys()")))
    t(lambda: eval(f"a.keys() {op} 5"))
print(type(a.keys() & b), type(a.items() | b.items()))
print(a.keys() == {"x", "y", "z"}, {"x", "y", "z"} == a.keys(), a.keys() == ["x", "y", "z"], a.items() == set(a.items()))
print(a.keys() < {"x", "y", "z", "q"}, a.keys() <= a.keys(), a.keys() > set("xy"), a.items() >= {("x", 1)}.__class__([("x", 1)]))
print(a.values() == a.values(), a.keys() != b.keys())
t(lambda: a.keys() < ["x"])
t(lambda: a.values() < a.values())
print(a.keys().isdisjoint(["q"]), a.items().isdisjoint(b.items()))
t(lambda: a.keys().isdisjoint(5))
t(lambda: a.values().isdisjoint)
print("x" in a.keys(), ("x", 1) in a.items(), ("x", 2) in a.items(), "x" in a.items(), 3 in a.values(), ["x", 1] in a.items())
t(lambda: [] in a.keys())
t(lambda: [] in a.values())
t(lambda: ([], 1) in a.items())
t(lambda: hash(a.keys()))
t(lambda: hash(a.values()) is not None)
t(lambda: a.keys()[0])
t(lambda: {"k": []}.items() | {1})
k = a.keys()
k |= {"new"}
print(type(k), len(k), a)
print(list(reversed(a.keys())), list(reversed(a.items())), next(reversed(a.values())))
print(a.keys(), a.values(), a.items())
print(a.keys().mapping, type(a.items().mapping))
t(lambda: a.keys().mapping.__setitem__("q", 1))
print(len(a.items()), sorted(a.keys() - "x"), bool({}.keys()))
r = {}
r["self"] = r.values()
print(r)
r = {}
r["items"] = r.items()
print(r["items"])
d = {1: "int", True: "bool", 1.0: "float"}
print(d, {**a, "x": 9, **{"n": 0}}, a | b, list((b | a).items())[0])
d = dict(a)
d["x"] = d.pop("x")
print(list(d), d.popitem(), list(d), d.setdefault("n"), d)
del d["y"]
d["y"] = 0
print(list(d), list(d.copy()), d == {"y": 0, "n": None, "z": 3})
for name in ("keys", "items", "values"):
    t(lambda: type(getattr(a, name)())())
