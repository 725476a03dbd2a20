"""__missing__ is asked by subscripting, and by nothing else."""

from collections import defaultdict


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Counted(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2


d = Counted(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, len(d), d.get("b", 0), d.pop("b", None), d.setdefault("s", 3), "{b}".format_map(d), "%(b)s" % d)
show(lambda: d[[]])
show(lambda: d.pop("zz"))


class Storing(dict):
    def __missing__(self, key):
        value = self[key] = []
        return value


s = Storing()
s["x"].append(1)
s["x"].append(2)
s["y"]
print(s, type(s.copy()).__name__, type(s | {}).__name__, type(Storing.fromkeys("a")).__name__)


class Refusing(dict):
    def __missing__(self, key):
        raise LookupError(f"no {key}")


show(lambda: Refusing()["k"])
show(lambda: Refusing().get("k"))
plain = dict()
show(lambda: plain["k"])


class Upper(dict):
    def __getitem__(self, key):
        return super().__getitem__(key.upper())

    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u["b"] = 2
u.update(c=3)
print(u, u["b"], u.get("b"), dict(u), {**u}, list(u.items()))
show(lambda: u["a"])
exec("x = undefined_name", {"undefined_name": 5}, space := Counted())
print(dict(space))
dd = defaultdict(list, k=[0])
dd["k"].append(1)
dd["n"]
print(dd, dd.get("z"), dd.default_factory, defaultdict(None, a=1), "z" in dd)
show(lambda: defaultdict()["k"])
show(lambda: defaultdict(1))
show(lambda: defaultdict(int)[[]])
