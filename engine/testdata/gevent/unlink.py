import gevent

def a(g):
    print('a')

def b(g):
    print('b')

g = gevent.spawn(lambda: None)
g.link(a)
g.rawlink(b)
g.link(b)
g.unlink(a)
g.join()
h = gevent.spawn(lambda: None)
h.link(a)
h.rawlink(b)
h.unlink_all()
h.join()
gevent.sleep(0)
try:
    h.rawlink(None)
except TypeError as e:
    print(e)
try:
    h.link(3)
except TypeError as e:
    print(e)
