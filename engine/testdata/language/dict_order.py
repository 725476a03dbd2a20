"""Dictionaries keep insertion order; merging, popping, defaults, and keys that are equal."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
print(d, list(d), list(reversed(d)), d.pop("a"), d, d.popitem(), d)
d["a"] = 0
del d["b"]
d["b"] = 5
print(d, {1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b", 0.0: "c"}, {"a": 1, **{"a": 2, "z": 3}})
print(dict(a=1, b=2), dict([("x", 1), ["y", 2]]), dict({"k": 1}, k=2, l=3), dict(zip("ab", (1, 2))), dict(["ab", "cd"]), dict(), dict({1: 2}))
print(d.get("zz"), d.get("zz", 1), d.get("a", 1), d.setdefault("n"), d.setdefault("n", 5), d.setdefault("m", []), d, d.pop("zz", None))
print(d.update(q=1), d.update([("w", 2)]), d.update({"a": 7}, b=8), d.update(), d)
print(dict.fromkeys("aab"), dict.fromkeys([1, 2], 0), dict.fromkeys([], 1), {}.fromkeys((1,), []))
left, right = {"a": 1, "b": 2}, {"b": 3, "c": 4}
both = left | right
left |= [("z", 26)]
print(both, left, right | left, {} | {}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], {"a": 1} != {})
for bad in (lambda: {}["k"], lambda: {}[1, 2], lambda: {}.pop("k"), lambda: {}.popitem(), lambda: {}.pop(), lambda: {}.get(), lambda: {}.get([]), lambda: {[]: 1}, lambda: {}[{}], lambda: {}.setdefault([], 1), lambda: dict(1), lambda: dict([1]), lambda: dict(["abc"]), lambda: dict([(1,)]), lambda: dict([(1, 2), 3]), lambda: dict({}, {}), lambda: {}.update(1), lambda: {}.update([1]), lambda: {}.update({}, {}), lambda: {} | [], lambda: {} | [(1, 2)], lambda: [] | {}, lambda: {} < {}, lambda: {} + {}, lambda: hash({}), lambda: dict.fromkeys(1), lambda: dict.fromkeys([[]]), lambda: {}.__ior__(5), lambda: {**1}, lambda: dict(**{1: 2}), lambda: dict(**[1]), lambda: {}.k, lambda: [] in {}, lambda: {}.pop([], 1)):
    show(bad)
