# user objects through everything
class It:
    def __init__(self, *v): self.v = v
    def __iter__(self): return It2(self.v)
class It2:
    def __init__(self, v): self.v = v; self.i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= len(self.v): raise StopIteration
        self.i += 1
        return self.v[self.i-1]
class Seq:
    def __init__(self, *v): self.v = v
    def __getitem__(self, i): return self.v[i]
    def __len__(self): return len(self.v)
def g(*v):
    yield from v
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print(type(e).__name__, e)
    else: print(r)
for mk in (It, Seq, g):
    t(list, mk(1,2)); t(tuple, mk(1,2)); t(set, mk(1,2)); t(frozenset, mk(1,2)); t(dict, mk((1,2),(3,4))); t(dict.fromkeys, mk(1,2), 0)
    t(sum, mk(1,2)); t(min, mk(3,2)); t(max, mk(3,2)); t(sorted, mk(3,2)); t(any, mk(0,1)); t(all, mk(0,1)); t("-".join, mk("a","b"))
    t(bytes, mk(65,66)); t(bytearray, mk(65,66)); t(b"".join, mk(b"a", b"b"))
    t(list, zip(mk(1,2), mk(3,4))); t(list, enumerate(mk("a","b"), 1)); t(list, map(str, mk(1,2))); t(list, filter(None, mk(0,1)))
    t(lambda: [*mk(1,2)]); t(lambda: {*mk(1,2)}); t(lambda: (lambda *a: a)(*mk(1,2)))
    a, *b = mk(1,2,3); print(a, b)
    x, y = mk(1,2); print(x, y)
    l = [1,2,3]; l.extend(mk(4,5)); print(l); l[1:2] = mk(7,8,9); print(l); l += mk(10); print(l)
    s = {1}; s.update(mk(2,3)); print(s); print(s.union(mk(4)), s.intersection(mk(1,2)), s.difference(mk(1)), s.symmetric_difference(mk(1,9)), s.issubset(mk(1,2,3)), s.issuperset(mk(1)), s.isdisjoint(mk(5)))
    s.intersection_update(mk(2,3)); print(s); s.difference_update(mk(2)); print(s); s.symmetric_difference_update(mk(3,4)); print(s)
    d = {}; d.update(mk(("a",1))); print(d)
    print(2 in mk(1,2), 5 in mk(1,2))
    t(list, zip(mk(1), mk(1,2), strict=True)); t(list, zip(mk(1,2), mk(1), strict=True))
    t(next, iter(mk())); t(next, iter(mk()), "d")
    print("%s %s" % tuple(mk(1,2)))
    for v in mk(1,2): print(v, end=",")
    print([i*2 for i in mk(1,2)], {i: i for i in mk(1,2)})
    t(int.from_bytes, mk(1,2), "big")
    t(str.maketrans, {"a": "b"})
print(list(reversed(Seq(1,2,3))), list(iter(lambda n=iter([1,2,3]): next(n), 3)))
t(reversed, It(1))
class R:
    def __reversed__(self): return iter("zyx")
print(list(reversed(R())))
class L:
    def __len__(self): return -1
class L2:
    def __len__(self): return "a"
class L3:
    def __len__(self): return 3
    def __bool__(self): return False
t(len, L()); t(len, L2()); t(len, L3()); t(bool, L3()); t(len, 5); t(bool, L())
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __float__(self): return self.n + .5
    def __int__(self): return self.n
    def __complex__(self): return complex(self.n, 1)
    def __round__(self, n=None): return ("round", n)
    def __abs__(self): return "abs"
    def __divmod__(self, o): return ("divmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __hash__(self): return 7
    def __trunc__(self): return 9
    def __floor__(self): return 10
    def __ceil__(self): return 11
    def __bytes__(self): return b"by"
    def __format__(self, s): return "F" + s
    def __repr__(self): return "I!"
i = I(3)
for f in (int, float, complex, round, abs, hash, hex, oct, bin, chr, bytes, repr, str, ascii, range, list.__len__):
    t(f, i)
import math, operator
t(round, i, 2); t(divmod, i, 1); t(divmod, 1, i); t(pow, i, 2); t(pow, i, 2, 3); t(math.floor, i); t(math.ceil, i); t(math.trunc, i); t(math.sqrt, i); t(math.gcd, i, 6); t(operator.index, i)
print([1,2,3,4][i], [1,2,3,4,5][I(1):I(3)], "abc"[I(1)], (1,2,3)[I(2)], [0]*I(2), "a"*I(3), range(10)[I(2)], range(I(2)))
t(format, i, "x"); print(f"{i}", f"{i:abc}", "{} {:z}".format(i, i), "%s %r %d %x %f" % (i, i, i, i, i))
t(slice(I(1), I(2)).indices, I(5)); t(list, range(I(1), I(4), I(2)))
t([1,2,3].insert, I(1), 5); t([1,2,3].pop, I(1)); t("a,b,c".split, ",", I(1)); t("abc".center, I(7), "*"); t(sum, [[1],[2]], []); t("x".zfill, I(4)); t("abc".find, "c", I(1))
