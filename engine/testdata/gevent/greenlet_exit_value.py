import gevent

def leave():
    raise gevent.GreenletExit('value')

def leave_class():
    raise gevent.GreenletExit

g, h = gevent.spawn(leave), gevent.spawn(leave_class)
gevent.joinall([g, h])
print(repr(g.value), g.successful(), g.exception, repr(g.get()))
print(repr(h.value), isinstance(h.value, gevent.GreenletExit), issubclass(gevent.GreenletExit, Exception))
