import gevent

def work():
    gevent.sleep(0.01)

a, b = gevent.spawn(work), gevent.spawn(work)
print(a.minimal_ident, b.minimal_ident, a.name, b.name)
gevent.joinall([a, b])
c = gevent.Greenlet(work)
c.name = 'chosen'
print(c.name, c.minimal_ident >= 0)
