# The methods of dict with arguments they do not take, and what dict(), update() and ** accept as a mapping.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


t({}.pop, 1)
t({}.pop, "k", None)
t({}.popitem)
t({}.pop)
t({}.pop, 1, 2, 3)
t({}.pop, [])
t({1: 2}.pop, [])
t({}.__getitem__, (1, 2))
t(dict.fromkeys, 5)
t(dict.fromkeys, [[]])
t(dict, [(1, 2, 3)])
t(dict, [1])
t(dict, ["ab", "cd"])
t(dict, ["abc"])
t(dict, 5)
t(dict, {}, {})
t(dict, [(1, 2)], **{"x": 1})
t({}.update, 5)
t({}.update, [5])
t({}.update, {}, {})
t(lambda: {} | [(1, 2)])
t(lambda: {} < {})
x = {}
x |= [(1, 2)]
print(x)


class Keys:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


print(dict(Keys()), {**Keys()})
x.update(Keys())
print(x)
t(lambda: dict(**{1: 2}))
t(lambda: {**[1]})
