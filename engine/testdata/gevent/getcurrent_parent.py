import gevent

hub = gevent.get_hub()
main = gevent.getcurrent()
print(hub.parent is main, main.parent)

def work():
    me = gevent.getcurrent()
    print(me is g, me.parent is hub, gevent.get_hub() is hub, isinstance(me, gevent.Greenlet))

g = gevent.spawn(work)
g.join()
print(type(hub).__name__, hub.name == '', hub.main_hub, hub.dead, bool(hub.loop))
print(g.loop is hub.loop)
