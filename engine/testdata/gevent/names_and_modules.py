import gevent
import gevent.greenlet
import gevent.hub
import gevent.exceptions

for x in (gevent.Greenlet, gevent.Timeout, gevent.GreenletExit, gevent.hub.Hub, gevent.exceptions.LoopExit):
    print(x, x.__name__)
print(sorted(gevent.__all__))
print(sorted(gevent.hub.__all__), gevent.greenlet.__all__)
print(issubclass(gevent.exceptions.LoopExit, Exception), gevent.version_info.major > 0)
