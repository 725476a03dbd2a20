# Nobody is left who could wake the main greenlet.
import gevent
from gevent.event import Event

def worker():
    gevent.sleep(0.01)
    print('worker ends')

gevent.spawn(worker)
Event().wait()
