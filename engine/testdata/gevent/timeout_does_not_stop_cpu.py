# A timeout only arrives where the greenlet waits.
import gevent
from gevent import Timeout

total = 0
try:
    with Timeout(0.0001):
        for i in range(30000):
            total += i
        print('the loop ran to its end')
        gevent.sleep(0)
        gevent.sleep(0.01)
        print('not reached')
except Timeout:
    print('and then the timeout', total)
