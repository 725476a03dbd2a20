import weakref, sys, atexit
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'A({self.n})'
    def m(self): return self.n
a = A(1)
r = weakref.ref(a, lambda r: print('cb1', r() is None))
r2 = weakref.ref(a, lambda r: print('cb2'))
print(r() is a, r == weakref.ref(a), r is weakref.ref(a), weakref.getweakrefcount(a))
del a
print(r(), r2())
def f():
    b = A(2)
    return weakref.ref(b)
print(f()())
d = weakref.WeakValueDictionary()
x = A(3); d['x'] = x; d['y'] = A(4)
print(list(d.items()), len(d))
del x
print(list(d.items()), len(d))
k = weakref.WeakKeyDictionary()
x, y = A(5), A(6)
k[x] = 'five'; k[y] = 'six'
print(sorted(k.values()), x in k)
del y
print(sorted(k.values()), len(k))
s = weakref.WeakSet([x]); z = A(7); s.add(z); print(len(s)); z = None; print(len(s), list(s))
wm = weakref.WeakMethod(x.m); print(wm()()); 
print(weakref.ref(x.m)())
p = weakref.proxy(x); print(p.n, p.m(), p); p.n = 50; print(x.n, isinstance(p, A))
x = None
print(wm(), len(k))
try: p.n
except ReferenceError as e: print('RE', e)
x = A(8)
fin = weakref.finalize(x, print, 'finalized', k=1) if False else weakref.finalize(x, print, 'finalized', 8, sep='-')
print(fin.alive, fin.peek()[2]); del x; print(fin.alive)
g = A(9); weakref.finalize(g, print, 'at exit 9')
class C:
    def __del__(self): print('del', rr() is not None)
c = C(); rr = weakref.ref(c, lambda r: print('cb c')); del c
class E:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __hash__(s): return hash(s.v)
e1, e2 = E(1), E(1)
wk = weakref.WeakKeyDictionary({e1: 'a'}); print(wk[e2], weakref.ref(e1) == weakref.ref(e2), hash(weakref.ref(e1)) == hash(1))
def gen():
    yield 1
gg = gen(); rg = weakref.ref(gg); next(gg); print(rg() is gg); 
for _ in gg: pass
print(rg() is gg); del gg; print(rg())
last = A(11); rl = weakref.ref(last, lambda r: print('end of last'))
atexit.register(print, 'atexit 1'); atexit.register(print, 'atexit 2')
for bad in (1, 'x', [], None, (1,)):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
