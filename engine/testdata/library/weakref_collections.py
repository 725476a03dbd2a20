import weakref
class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f'K({self.v})'
    def m(self): return self.v
    def __len__(self): return self.v
    def __add__(self, o): return self.v + o
    def __call__(self, x): return self.v * x
ks = [K(i) for i in range(4)]
d = weakref.WeakKeyDictionary((k, k.v * 10) for k in ks); print(len(d), d[K(2)], K(9) in d, d.get(K(9), 'no'), sorted(d.values()))
for k in d:
    if k.v == 1: ks.pop(1)
del k
print(len(d), sorted(x.v for x in d)); d.pop(ks[0]); d.setdefault(ks[1], 5); print(sorted(d.items(), key=str), list(d.keyrefs())[0]() in ks)
v = weakref.WeakValueDictionary(a=ks[0], b=ks[1]); v.update(c=ks[2]); print(sorted(v), v['a'], v.get('z'), 'b' in v, len(v)); ks[0] = None; print(sorted(v), v.pop('a', 'gone'))
try: v['a']
except KeyError as e: print('KeyError', e)
print((v | {'x': ks[1]})['x'], isinstance(v, weakref.WeakValueDictionary), v.setdefault('n', ks[1]) is ks[1])
s = weakref.WeakSet(ks[1:]); t = weakref.WeakSet([ks[1], K(50)]); print(len(s), len(t), s & t == weakref.WeakSet([ks[1]]), len(s | t), s >= t, ks[1] in s, 5 in s); s.discard(ks[1]); print(len(s))
p = weakref.proxy(ks[1]); print(len(p), p + 1, p(3), p.m(), p == ks[1], bool(p), type(p).__name__, isinstance(p, K)); p.new = 7; print(ks[1].new)
try: hash(p)
except TypeError as e: print(e)
class Sub(weakref.ref):
    def __new__(cls, ob, cb=None, tag=None): return super().__new__(cls, ob, cb)
    def __init__(self, ob, cb=None, tag=None): super().__init__(ob, cb); self.tag = tag
    def __call__(self): o = super().__call__(); return (self.tag, o) if o else None
r = Sub(ks[1], None, "t"); print(r(), r.tag, hash(r) == hash(ks[1]), weakref.getweakrefcount(ks[2]))
order = []
x = K(100); refs = [weakref.ref(x, lambda r, i=i: order.append(i)) for i in range(3)]; del x; print(order, [q() for q in refs])
def boom(r): raise ValueError('in callback')
wm = weakref.WeakMethod(ks[1].m, lambda r: print('method gone')); print(wm()(), wm == weakref.WeakMethod(ks[1].m)); ks.clear(); print(wm(), r(), len(v), len(t))
class Slots:
    __slots__ = ('a',)
for o in (Slots(), 5, 'x', object()):
    try: weakref.ref(o)
    except TypeError as e: print(e)
