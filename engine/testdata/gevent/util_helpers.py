import gevent
from gevent.util import wrap_errors, assert_switches

f = wrap_errors((KeyError, IndexError), lambda d, k: d[k])
print(f({'a': 1}, 'a'), repr(f({}, 'b')), repr(f([], 0)))
with assert_switches():
    gevent.sleep(0)
try:
    with assert_switches():
        pass
except AssertionError as e:
    print('did not switch', isinstance(e, AssertionError))

