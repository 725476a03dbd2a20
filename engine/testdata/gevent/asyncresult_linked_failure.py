import gevent
from gevent.event import AsyncResult

def fail():
    raise RuntimeError('from the greenlet')

a = AsyncResult()
gevent.spawn(fail).link(a)
try:
    a.get()
except RuntimeError as e:
    print('through the link', e)
b = AsyncResult()
gevent.spawn(lambda: [1, 2]).link_value(b)
print(b.get(timeout=1))
