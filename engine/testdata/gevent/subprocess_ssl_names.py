import gevent
from gevent.lock import Semaphore, RLock, BoundedSemaphore
from gevent.event import Event, AsyncResult
import gevent.pool
import gevent.queue

print(sorted(gevent.pool.__all__), sorted(gevent.queue.__all__))
print(Event.__name__, AsyncResult.__name__, Semaphore.__mro__[1].__name__, BoundedSemaphore.__mro__[1].__name__, RLock.__module__)
print(gevent.pool.Pool.__mro__[1].__name__, gevent.pool.PoolFull.__mro__[1].__name__)
