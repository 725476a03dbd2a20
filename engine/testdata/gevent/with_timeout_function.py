import gevent
from gevent import with_timeout, Timeout

def slow(x):
    gevent.sleep(0.05)
    return x

print(with_timeout(1, slow, 'in time'))
print(with_timeout(0.01, slow, 'late', timeout_value='default'))
try:
    with_timeout(0.01, slow, 'late')
except Timeout as t:
    print('raised', t)
print(gevent.with_timeout(0.01, slow, x=1, timeout_value=None))
