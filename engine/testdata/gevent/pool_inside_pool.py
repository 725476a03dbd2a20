# Work of a full pool that applies more work runs it itself.
import gevent
from gevent.pool import Pool

p = Pool(1)

def inner(n):
    return n + 1

def outer(n):
    return p.apply(inner, (n,))

print(p.apply(outer, (1,)))
print(p.spawn(outer, 5).get())
