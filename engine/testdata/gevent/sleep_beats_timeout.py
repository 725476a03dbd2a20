# At the same time a sleep ends before a Timeout strikes: it has the higher priority.
import gevent
from gevent import Timeout

try:
    with Timeout(0.02):
        gevent.sleep(0.02)
    print('slept')
except Timeout:
    print('timed out')
