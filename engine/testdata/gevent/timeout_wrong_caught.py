# except Exception does not catch a Timeout.
import gevent
from gevent import Timeout

def work():
    with Timeout(0.01):
        try:
            gevent.sleep(1)
        except Exception:
            print('never')

g = gevent.spawn(work)
g.join()
print(type(g.exception).__name__, g.exception.seconds)
