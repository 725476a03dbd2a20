# A raw greenlet that is thrown into from main comes back to the hub.
import gevent
from gevent.exceptions import LoopExit

def work():
    gevent.sleep(10)

g = gevent.spawn(work)
gevent.sleep(0)
try:
    g.throw(ValueError('by main'))
except LoopExit:
    print('nothing left to do', g.dead, repr(g.exception))
