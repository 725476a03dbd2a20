# The hub does not report what it has been told is no error.
import gevent
from gevent.hub import Hub

class Quiet(Exception):
    pass

Hub.NOT_ERROR += (Quiet,)

def fail(kind):
    raise kind('x')

gs = [gevent.spawn(fail, Quiet), gevent.spawn(fail, gevent.GreenletExit)]
gevent.joinall(gs)
print([repr(g.exception) for g in gs], [repr(g.value) for g in gs], [g.successful() for g in gs])
