# dict: construction, methods, order, views as sets, errors.
d = {"b": 1, "a": 2}
d["c"] = 3; d["b"] = 9; del d["a"]; d["a"] = 0
print(d, list(d), list(reversed(d)), d.get("x"), d.get("x", 5), d.setdefault("b", 0), d.setdefault("n"), d.pop("n"), d.pop("zz", None), d.popitem(), d, "b" in d, len(d))
print(dict(a=1, b=2), dict([("k", 1)], z=2), dict({"a": 1}, a=3), dict.fromkeys("ab"), dict.fromkeys([1, 2], []), dict(zip("ab", [1, 2])), {**d, "x": 1}, d | {"b": 0}, {"z": 1} | d, {1: "i", True: "b", 1.0: "f"})
d.update(x=1); d.update([("y", 2)], z=3); d |= {"w": 4}; d |= [("v", 5)]
print(d, d.copy() == d, d.copy() is d, d == dict(reversed(list(d.items()))), d.keys() == {"b", "c", "x", "y", "z", "w", "v"})
k, v, i = d.keys(), d.values(), d.items()
print(k & {"x", "q"}, sorted(k | {"q"}), sorted(k - {"x"}), k ^ k, ("x", 1) in i, 5 in v, len(i), k.isdisjoint({"q"}), {"x"} < k, i & {("x", 1)}, list(reversed(v)), k.mapping["x"], type(k), next(iter(i)))
d["late"] = 1
print(len(k), list(v)[-1], repr({}.keys()), repr({1: 2}.values()), repr({1: 2}.items()))
for action in (lambda: d["no"], lambda: d.pop("no"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: d.update(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: d.fromkeys(5), lambda: d.get(), lambda: d.get([]), lambda: {} < {}, lambda: d + d, lambda: d | 5, lambda: d.__delitem__("no"), lambda: hash(d), lambda: k + k, lambda: dict("ab"), lambda: dict(["ab", "cd"]), lambda: d.setdefault(), lambda: k[0], lambda: {**{1: 2}, **5}, lambda: d.pop()):
    try:
        print(action())
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print({(1, 2): "t", None: "n", ...: "e"}, {1: {2: {}}}, str({"a": [1, {"b": ()}]}), {}.get(1) is None, bool({}), d.clear(), d, {"a": 1}.__contains__("a"), {"k": 1}.__getitem__("k"))
n = {}; n["self"] = n
print(n, list({1: 1, 2: 2} | {2: 3, 0: 0}), [*{"a": 1}.items()], {x: y for x, y in enumerate("ab")}, dict.fromkeys("aab", 0), {**{}, **{1: 1}})
