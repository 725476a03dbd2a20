try:
    from gevent.coros import BoundedSemaphore
except ImportError as e:
    print(type(e).__name__, e)
try:
    from gevent import rawgreenlet
except ImportError as e:
    print(type(e).__name__)
try:
    from gevent.wsgi import WSGIServer
except ImportError as e:
    print(type(e).__name__, e)
import gevent
print(hasattr(gevent, 'coros'), hasattr(gevent, 'signal'), callable(gevent.signal_handler))
import gevent.core
print(callable(gevent.core.time), 'loop' in gevent.core.__all__)
