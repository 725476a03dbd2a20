# Subclasses of dict: which methods ask the overridden ones and which do not.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


class D(dict):
    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)

    def __contains__(self, key):
        return key == "anything" or super().__contains__(key)

    def __missing__(self, key):
        return f"no {key}"

    def keys(self):
        print("keys")
        return super().keys()


d = D(a=1)
d["b"] = 2
d.update(c=3)
d.setdefault("d", 4)
print(d.get("a"), d["a"], d["zz"], d.get("zz"), "anything" in d, d.pop("zz", None))
print({**d}, dict(d), list(d), d.copy(), type(d.copy()))
print("%(a)s %(q)s" % d, "{a} {q}".format_map(d))
t("{q}".format, **d)
d |= {"e": 5}
print(type(d), type(d | {}), type({} | d), d == dict(d))


class M(dict):
    def __missing__(self, key):
        self[key] = r = len(self)
        return r


m = M()
print([m[c] for c in "hello"], m, m.get("q"), "q" in m)
print(D.fromkeys("ab", 0), type(D.fromkeys(())))


class F(dict):
    def __init__(self, *args):
        print("init", args)
        super().__init__({"start": 0})


print(F.fromkeys([1, 2], "v"))


class N(dict):
    def __new__(cls, *args):
        return {"other": 1}


r = N.fromkeys("x")
print(type(r), r)
