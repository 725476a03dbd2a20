import gevent
from gevent.event import AsyncResult

a = AsyncResult()
try:
    a.get(block=False)
except gevent.Timeout as t:
    print('nowait', repr(str(t)))
try:
    a.get(timeout=0.01)
except gevent.Timeout as t:
    print('timeout', t)
print(a.wait(timeout=0.01), a.linkcount())
print(a, a.ready())
a.set(None)
print(a, a.get(timeout=1))
