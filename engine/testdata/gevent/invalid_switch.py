# Whoever waits and is switched to by hand says so.
import gevent
from gevent.event import Event, AsyncResult
from gevent.lock import Semaphore
from gevent.queue import Queue, Channel
gevent.get_hub().NOT_ERROR += (gevent.exceptions.InvalidSwitchError,)
other = gevent.spawn(gevent.sleep, 10)
q=Queue(1,[0])
for fn in (Event().wait, AsyncResult().get, Semaphore(0).acquire, Queue().get, lambda: q.put(1), other.join, other.get, lambda: gevent.sleep(5), gevent.sleep, lambda: gevent.get_hub().wait(gevent.get_hub().loop.timer(5)), lambda: Event().wait(5)):
    g = gevent.spawn(fn)
    gevent.sleep(0)
    gevent.spawn(g.switch, 'bad')
    gevent.sleep(0.01)
    print(g.value, g.exception)
