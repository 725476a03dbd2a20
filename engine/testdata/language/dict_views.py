"""Views of a dictionary follow it, behave as sets, and notice when it changes size."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
d["c"] = 3
print(keys, values, items, len(keys), "c" in keys, 3 in values, ("a", 1) in items, ("a", 2) in items, "a" in items)
print(sorted(keys & {"a", "z"}), sorted(keys | "yz"), sorted(keys - ["a"]), sorted(keys ^ {"a", "q"}), sorted({"a", "x"} & keys), sorted(items & {("a", 1)}), sorted({"a"} | keys), sorted("abz" - keys) if False else "")
print(keys == {"a", "b", "c"}, keys >= {"a"}, keys < {"a", "b", "c", "d"}, keys.isdisjoint("xyz"), items == {"a": 1, "b": 2, "c": 3}.items(), values == values, d.values() == d.values(), keys == ["a", "b", "c"])
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)), dict(items), keys.mapping, type(keys & keys).__name__, type(keys.mapping).__name__)


def grow():
    for key in d:
        d[key + "x"] = 1


def shrink():
    for key in d.keys():
        del d[key]


def shrink_items():
    for key, value in d.items():
        d.pop(key)


def swap():
    for key in d:
        del d[key]
        d[key + "s"] = 1


def replace():
    for key in d:
        d[key] = 0
    return d


def size_of_iterator():
    it = iter(d)
    next(it)
    first = it.__length_hint__()
    d["new"] = 1
    try:
        next(it)
    except RuntimeError as error:
        print(error)
    return first, list(it)


for act in (grow, shrink, shrink_items, replace, size_of_iterator):
    show(act)
    print(d)
for bad in (lambda: keys["a"], lambda: keys[0], lambda: keys & 1, lambda: keys + keys, lambda: hash(keys), lambda: values & values, lambda: {"a": []}.items() & {1}, lambda: {"a": []}.items() | {1}, lambda: keys < ["a"], lambda: [] in keys, lambda: keys.mapping.update(1), lambda: type(keys)(), lambda: keys.add(1)):
    show(bad)
last = {1: 1}
for key in last:
    del last[key]
print(last)
