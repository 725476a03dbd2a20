import atexit, gc, weakref
print(gc.isenabled(), gc.get_threshold()); gc.disable(); print(gc.isenabled()); gc.enable()
class Node:
    def __init__(self, name): self.name = name
    def __del__(self): print('end of', self.name)
a = Node('a'); b = Node('b'); a.other, b.other = b, a
ra = weakref.ref(a); del a; print('a is held by b', ra() is not None); b.other = None; print('gone', ra() is None)
del b
gc.collect(); print(type(gc.collect()).__name__, gc.garbage)
print(gc.is_tracked(1), gc.is_tracked('s'), gc.is_tracked([]), gc.is_tracked(Node), sorted(gc.get_referents([1, 'x', 2.5]), key=str))
for bad in (3, -1, 'x'):
    try: gc.collect(bad)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
def bye(*args, **kw): print('bye', args, kw)
atexit.register(bye, 1, k=2); atexit.register(bye, 'last first'); f = atexit.register(lambda: print('lambda')); atexit.unregister(f)
@atexit.register
def decorated(): print('decorated')
try: atexit.register(5)
except TypeError as e: print(e)
n = Node('n'); weakref.finalize(n, print, 'finalized at exit')
m = Node('m'); fin = weakref.finalize(m, print, 'detached'); print(fin.detach()[2:], fin.alive); del m
keep = Node('kept until the end')
atexit.register(lambda: print('keep is there', keep.name))
