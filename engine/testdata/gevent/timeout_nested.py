import gevent
from gevent import Timeout

outer = Timeout(0.02)
inner = Timeout(0.05)
with outer:
    try:
        with inner:
            gevent.sleep(1)
    except Timeout as t:
        print('outer first', t is outer, t is inner)
try:
    with Timeout(0.05) as outer:
        try:
            with Timeout(0.01) as inner:
                gevent.sleep(1)
        except Timeout as t:
            print('inner first', t is inner)
            gevent.sleep(1)
except Timeout as t:
    print('then outer', t is outer)
