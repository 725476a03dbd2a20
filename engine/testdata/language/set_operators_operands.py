# Sets: operators want sets, methods want iterables; results' classes; frozenset's hash and identity.
def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


s, f = {1, 2, 3}, frozenset([2, 3, 4])
for op in ("|", "&", "-", "^", "<", "<=", ">", ">=", "=="):
    t(lambda: eval(f"s {op} [2]"))
    t(lambda: eval(f"s {op} f"))
    t(lambda: eval(f"f {op} s"))
for op in ("|=", "&=", "-=", "^="):
    t(lambda: exec(f"x = {{1}}; x {op} [2]"))
    t(lambda: exec(f"x = {{1}}; x {op} {{2, 1}}; print(x)"))
    t(lambda: exec(f"x = y = frozenset([1]); x {op} {{2, 1}}; print(x, x is y)"))
for name in ("union", "intersection", "difference", "symmetric_difference", "update", "intersection_update",
             "difference_update", "symmetric_difference_update", "issubset", "issuperset", "isdisjoint"):
    t(getattr({1, 2}, name), [2, 3])
    t(getattr({1, 2}, name), 5)
    t(getattr({1, 2}, name), [[]])
    t(getattr({1, 2}, name))
    t(getattr({1, 2}, name), "", ())
print(type(s | f), type(f | s), frozenset(f) is f, f.copy() is f, frozenset() is frozenset(), s.copy() is s)
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): 1}[frozenset([1])], {1, 2} in {frozenset([1, 2])})
t(lambda: {{1}})
t(lambda: hash(set()))
t(lambda: {1}.remove({1}))
t(lambda: {frozenset([1])}.remove({1}))
t({1}.remove, 2)
t({1}.remove, (1, 2))
t(set().pop)
t({1}.add, [])
t({1}.discard, {})
t(set, 1)
t(set, 1, 2)
t(frozenset, 1, 2)
t(lambda: frozenset([1]).add)
t(lambda: set(x=1))


class SS(set):
    pass


class FF(frozenset):
    pass


a = SS([1])
print(type(a | {2}), type({2} | a), type(a.union([2])), type(a.copy()), a | {2}, a, SS(), FF([3]), FF())
print(type(FF([1]).copy()), FF([1]) == {1}, type(FF([1]) & {1}), repr(FF("a")), hash(FF([1])) == hash(frozenset([1])))
a |= {5}
print(type(a), a)


class E(set):
    def __contains__(self, x):
        return True

    def __len__(self):
        return 0


e = E([1])
print(e <= {1}, e & {5}, 9 in e, len(e), bool(e), e == {1}, {1} == e)
print({1, 2} < {1, 2, 3} > {3}, not {1} < {2} and not {2} < {1}, {1, True, 1.0}, {0, False, 0.0, -0.0})
nan = float("nan")
print({nan} == {nan}, nan in {nan}, float("nan") in {nan}, len({nan, nan}), len({nan, float("nan")}))
