# Where an object's last reference goes.
import weakref, sys, io
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    d = D("local"); print("in f"); 
f(); print("after f")
def g():
    d = D("tb"); raise ValueError
try: g()
except ValueError as e: print("caught")
print("after except")
def h():
    d = D("exc kept"); raise ValueError
try: h()
except ValueError as e: keep = e
print("kept"); keep = None; print("dropped exc")
def mk():
    d = D("closure")
    def inner(): return d
    return inner
c = mk(); print("closure made"); c = None; print("closure dropped")
class O: pass
o = O(); o.d = D("attr"); print("o made"); o = None; print("o dropped")
o = O(); o.d = D("attr2"); del o.d; print("attr deleted")
o.d = D("attr3"); o.d = None; print("attr replaced")
o.__dict__["d"] = D("attr4"); o.__dict__.clear(); print("dict cleared")
l = [D("list")]; l.clear(); print("list cleared")
l = [D("pop")]; l.pop(); print("popped")
l = [D("slice")]; l[:] = []; print("sliced")
l = [D("item")]; l[0] = None; print("item replaced")
l = [D("delitem")]; del l[0]; print("item deleted")
d = {"a": D("dict")}; d["a"] = 1; print("dict item replaced")
d = {"a": D("dictdel")}; del d["a"]; print("dict item deleted")
d = {"a": D("update")}; d.update(a=3); print("dict updated")
s = {D("set")}; s.clear(); print("set cleared")
print(len([D("builtin arg")])); print("after len")
sorted([D("sorted")], key=lambda x: 1); print("after sorted")
list(map(lambda x: 1, [D("map")])); print("after map")
max([D("max")], key=lambda x: 1); print("after max")
D("expr"); print("after expr")
x = D("x1"); x = D("x2"); print("rebound"); del x; print("deleted")
def gen():
    d = D("in gen")
    try: yield 1
    finally: print("gen finally")
for i in gen(): break
print("after for")
it = gen(); next(it); it = None; print("gen dropped")
def loc():
    it = gen(); next(it); print("leaving")
loc(); print("left loc")
def args(*a, **k): print("args called")
args(D("star"), k=D("kw")); print("after args")
t = (D("tuple"), 1); a, b = t; t = None; print("tuple gone"); a = None; print("a gone")
def ret(): return D("ret")
ret(); print("after ret")
with_ = [D("lc") for _ in range(2)]; print("made"); with_ = 0; print("lc dropped")
def cb(r): print("weakref callback")
o = O(); r = weakref.ref(o, cb); o = None; print("wr", r())
def wl():
    o = O(); r = weakref.ref(o, cb); return r
r = wl(); print("wl", r())
def wl2():
    o = O(); r = weakref.finalize(o, print, "finalized"); print("leaving wl2")
wl2(); print("end")
