# The del statement: every kind of target, the order, and what is refused.
class Watch:
    def __init__(self):
        self.__dict__["log"] = []

    def __delattr__(self, name):
        print("delattr", name)

    def __delitem__(self, key):
        print("delitem", key)

    def __getitem__(self, key):
        print("getitem", key)
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        print("getattr", name)
        return self

    def __call__(self, *args):
        print("call", args)
        return self


w = Watch()
del w.a
del w[1], w["k"], w[1:2], w[::2], w[1, 2], w[1:2, ...], w[()]
del w.x.y.z, w[0][1]
del (w.in_parentheses)
del [w.a, (w.b, [w[3]])]
del (), [], ((),)
del w().made, w(1)[2],
a = b = c = d = 1
del (a), [b, (c,)], d
print([n for n in "abcd" if n in globals()])
try:
    x = 1
    del x, x
except NameError as error:
    print(type(error).__name__, error, error.name)


def local(flag):
    v = 1
    if flag:
        del v
    try:
        del v
    except UnboundLocalError as error:
        print(error)
    try:
        v
    except UnboundLocalError as error:
        return str(error)


print(local(True), local(False))


def cell():
    v = 1

    def get():
        return v

    del v
    try:
        get()
    except NameError as error:
        print(error)
    v = 2
    return get()


print(cell())
l = list(range(10))
del l[::3]
print(l)
del l[-1], l[:2]
print(l)
del l[10:], l[2:1]
print(l)
for text in ("del l[10]", "del l['a']", "del l[::0]", "del (1).real", "del d2['k']", "del t[0]", "del s[0]", "del o.missing", "del C.f", "del C().f", "del print", "del undefined", "del __name__x", "del len.x", "del ba[0], ba[:]"):
    space = {"l": [1], "d2": {}, "t": (1,), "s": "abc", "o": type("O", (), {})(), "C": type("C", (), {"f": lambda self: 1}), "ba": bytearray(b"abc")}
    space["C"].f
    try:
        exec(text, space)
        print(text, "fine")
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for text in ("del f()", "del 1", "del a + b", "del (a, b())", "del [a for a in b]", "del *a", "del (*a,)", "del None", "del a := 1", "del (yield)", "del -a", "del 'x'", "del f''", "del a if b else c",
             "del a, b,", "del", "del (a, (b, 1))", "del {a}", "del lambda: x", "del a.b()", "del a = 1", "del a and b", "del a < b", "del ...", "del __debug__", "del (a), (b)", "del await x", "del a b", "del True.x"):
    try:
        compile(text, "t", "exec")
        print("fine:", text)
    except SyntaxError as error:
        print(repr(text), "->", error.msg, error.offset, error.end_offset)
