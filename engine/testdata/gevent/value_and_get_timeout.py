import gevent
from gevent import Timeout

def slow():
    gevent.sleep(0.05)
    return 'slow value'

g = gevent.spawn(slow)
try:
    g.get(block=False)
except Timeout as t:
    print('not ready', repr(str(t)), t.seconds)
try:
    g.get(timeout=0.01)
except Timeout as t:
    print('timed out', t, t.seconds)
print(g.join(timeout=0.01), g.ready())
print(g.get())
print(g.join(), g.get(block=False))
