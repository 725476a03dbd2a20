import gevent
from gevent import Timeout

try:
    with Timeout(0.01) as t:
        print(t.pending, t.seconds)
        gevent.sleep(1)
        print('not reached')
except Timeout as e:
    print('timed out', e is t, e, t.pending)
with Timeout(0.01, False):
    gevent.sleep(1)
    print('not reached')
print('silent')
try:
    with Timeout(0.01, ValueError('mine')):
        gevent.sleep(1)
except ValueError as e:
    print('own exception', e)
try:
    with Timeout(0.01, KeyError):
        gevent.sleep(1)
except KeyError as e:
    print('own class', repr(e))
with Timeout(1) as t:
    gevent.sleep(0)
print('in time', t.pending)
with Timeout(None):
    gevent.sleep(0.001)
print('never')
